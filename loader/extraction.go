package loader

import "encoding/json"

// Extraction is all that is read from one text: what the command parse prints and what resolve
// turns into a graph. Names, headings and titles are in Simplified script; quotes are substrings
// of the source. Offsets count Unicode code points of the decoded source, end exclusive. Lists
// keep the order of the text. Facts say how sure they are: see Certainty.
type Extraction struct {
	Document     Head         `json:"document"`
	Sections     []Section    `json:"sections"`
	Tasks        []Task       `json:"tasks"`
	InlineActors []Actor      `json:"inline_actors"`
	Targets      []Target     `json:"targets"`
	Bodies       []Body       `json:"bodies"`
	Standards    []Standard   `json:"standards"`
	References   []Reference  `json:"references"`
	Regions      []Place      `json:"regions_mentioned"`
	Departments  []Department `json:"departments"`
}

// Span is a stretch of the source in code points.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Head is what a document says of itself.
type Head struct {
	File        string   `json:"file"`
	Title       *string  `json:"title"`        // of the plan itself
	NoticeTitle *string  `json:"notice_title"` // of the covering notice (关于印发…的通知)
	Number      *string  `json:"number"`       // 发文字号 as 杭政函〔2016〕190号
	Issuers     []string `json:"issuers"`
	Region      *string  `json:"region"` // GB/T 2260 code of the issuing region
	Issued      *string  `json:"issued"` // YYYY-MM-DD
	Published   *string  `json:"published"`
	Period      *Period  `json:"period"`
	Genre       string   `json:"genre"`
	Script      string   `json:"script"` // "Hans" or "Hant"
	Repaired    bool     `json:"repaired"`
	// IssuerSpans are the places of Issuers in the source, where they stand there.
	IssuerSpans []Span `json:"issuer_spans,omitempty"`
	// RegionCertainty is how sure Region is.
	RegionCertainty Certainty `json:"region_certainty"`
}

// Period is the years that a plan covers.
type Period struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Section is a numbered element of the outline.
type Section struct {
	Path    string `json:"path"`
	Label   string `json:"label"`
	Heading string `json:"heading"` // "" where there is none; JSON null
	Depth   int    `json:"depth"`
	Span           // from the label to the end of the element's own text, before its first child
	HeadEnd int    `json:"head_end"` // end of label and heading
}

// MarshalJSON writes the heading of a section without one as null.
func (s Section) MarshalJSON() ([]byte, error) {
	type plain Section // without this method
	out := struct {
		plain
		Heading *string `json:"heading"`
	}{plain: plain(s)}
	if s.Heading != "" {
		out.Heading = &s.Heading
	}
	return json.Marshal(out)
}

// Task is a leaf section that mandates work.
type Task struct {
	Path   string   `json:"path"`
	Kind   string   `json:"kind"` // TASK or SAFEGUARD
	Topics []string `json:"topics"`
	// TopicCertainty is how sure each of Topics is.
	TopicCertainty []Certainty `json:"topic_certainty"`
	Units          []Unit      `json:"units"`
	OpenEnded      bool        `json:"open_ended"`
	UnitsQuote     *string     `json:"units_quote"`
	Certainty                  // whether this is a task
}

// Unit is a responsible unit as a task's list names it.
type Unit struct {
	Name       string `json:"name"`
	Role       string `json:"role"` // LEAD, RESPONSIBLE or SUPPORT
	Collective bool   `json:"collective"`
	Span
	Certainty
}

// Actor is a unit that running text makes responsible.
type Actor struct {
	Path  string `json:"path"`
	Name  string `json:"name"`
	Quote string `json:"quote"`
	Span
	Certainty
}

// Target is a quantified aim.
type Target struct {
	Path     string  `json:"path"`
	Quote    string  `json:"quote"`
	Metric   string  `json:"metric"`
	Op       string  `json:"op"` // >=, <=, =, > or <
	Value    float64 `json:"value"`
	Unit     string  `json:"unit"`
	Deadline *int    `json:"deadline"`
	Basis    *string `json:"basis"` // new, cumulative, annual, rate, duration
	Span
	Certainty
}

// Mention is one place that names something.
type Mention struct {
	Path  string `json:"path"`
	Quote string `json:"quote"`
	Span
}

// Body is a standards body.
type Body struct {
	Name     string    `json:"name"`
	Code     *string   `json:"code"`
	Level    string    `json:"level"`
	Paths    []string  `json:"paths"`
	Mentions []Mention `json:"mentions"`
	Certainty
}

// Standard is a standard cited by its code.
type Standard struct {
	Code      string    `json:"code"`
	AsWritten string    `json:"as_written"`
	Paths     []string  `json:"paths"`
	Mentions  []Mention `json:"mentions"`
}

// Reference is a document cited by title or number.
type Reference struct {
	Title    *string   `json:"title"`
	Number   *string   `json:"number"`
	Relation string    `json:"relation"` // basis or cites
	Path     string    `json:"path"`
	Mentions []Mention `json:"mentions"`
	Certainty
}

// Place is another region that the body names.
type Place struct {
	Name     string    `json:"name"`
	Code     string    `json:"code"`
	Paths    []string  `json:"paths"`
	Mentions []Mention `json:"mentions"`
	Certainty
}

// Department is a distinct unit of the tasks' lists.
type Department struct {
	Name      string `json:"name"`
	FullName  string `json:"full_name"`
	Function  string `json:"function"`
	Certainty        // of FullName and Function
}

// deref is the value that p points to, or the zero value for nil.
func deref[T any](p *T) T {
	var zero T
	if p == nil {
		return zero
	}
	return *p
}
