package graphtest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/policygraph/policygraph/graph"
)

// Plan is a small document in short: Facts makes a text that says it, and the facts of the text.
// The zero value of every field but Title and Region may be used.
type Plan struct {
	Title      string
	Number     string // 发文字号; without it the title gives the document's id
	Region     string // GB/T 2260 code of the issuing region
	RegionName string // by default 某市
	Issued     string
	FileName   string       // by default Title with .txt
	Script     graph.Script // by default graph.Hans
	Tasks      []Task
	Cites      []Citation
}

// Task is a task of a plan. Its path is 1.1 for the first, 1.2 for the second, and so on.
type Task struct {
	Heading string
	Units   []Unit
	Topics  []string // slugs
	Targets []Target
	Bodies  []string // codes of standards bodies, as ISO/TC268
}

// Unit is a responsible unit (责任单位).
type Unit struct {
	Name     string // short name: 市科技局
	Function string // slug
	Role     graph.Role
	// Confidence is that of the unit's part in the task.
	Confidence graph.Confidence
}

// Target is a quantified aim.
type Target struct {
	Metric   string
	Value    float64
	Unit     string
	Deadline int
	// Confidence is that of the target and of the edges that set it.
	Confidence graph.Confidence
}

// Citation is a cited document of the national region. With both fields, the id made of its title
// is an alias of that made of its number.
type Citation struct {
	Title, Number string
	Confidence    graph.Confidence
}

// Facts is what a loader would make of the plan. Equal plans give equal facts.
func (p Plan) Facts() graph.Facts {
	w := newWriter(p)
	w.document()
	for i, t := range p.Tasks {
		w.task(i, t)
	}
	for i, c := range p.Cites {
		w.citation(i, c)
	}
	return w.finish()
}

// ID is the id of the plan's document.
func (p Plan) ID() graph.ID {
	if p.Number != "" {
		return graph.DocumentIDByNumber(p.Number)
	}
	return graph.DocumentIDByTitle(p.Region, p.Title)
}

// writer writes a plan's text and notes the facts on the way. The source is not known before the
// text is complete, so finish fills it in.
type writer struct {
	plan  Plan
	facts graph.Facts
	text  strings.Builder
	runes int // written so far
}

func newWriter(p Plan) *writer {
	if p.RegionName == "" {
		p.RegionName = "某市"
	}
	if p.FileName == "" {
		p.FileName = p.Title + ".txt"
	}
	if p.Script == "" {
		p.Script = graph.Hans
	}
	return &writer{plan: p}
}

// write adds a quote and a line end to the text and returns the quote as evidence.
func (w *writer) write(section graph.ID, quote string) []graph.Evidence {
	n := utf8.RuneCountInString(quote)
	e := graph.Evidence{Section: section, Start: w.runes, End: w.runes + n, Quote: quote}
	w.text.WriteString(quote + "\n")
	w.runes += n + 1
	return []graph.Evidence{e}
}

func (w *writer) node(n graph.Node) graph.ID {
	w.facts.Nodes = append(w.facts.Nodes, n)
	return n.NodeID()
}

func (w *writer) edge(e graph.Edge) { w.facts.Edges = append(w.facts.Edges, e) }

func (w *writer) region() graph.ID {
	p := w.plan
	level := "prefecture"
	if strings.HasSuffix(p.Region, "0000") {
		level = "province"
	}
	id := graph.RegionID(p.Region)
	return w.node(&graph.Region{ID: id, Code: p.Region, Name: p.RegionName, Level: level})
}

func (w *writer) document() {
	p := w.plan
	quote := w.write(graph.ID{}, p.Title)
	if p.Number != "" {
		w.write(graph.ID{}, p.Number)
	}
	w.node(&graph.Document{
		ID: p.ID(), Title: p.Title, Number: p.Number, Genre: "行动计划", Issued: p.Issued,
		Loaded: true, Hant: p.Script == graph.Hant,
	})
	w.edge(graph.Edge{Kind: graph.InRegion, From: p.ID(), To: w.region(), Evidence: quote})
	issuer := w.department(Unit{Name: "市人民政府", Function: "general-office"})
	w.edge(graph.Edge{Kind: graph.IssuedBy, From: p.ID(), To: issuer, Evidence: quote})
	w.section("1", "一、", "重点任务", 0, graph.ID{})
}

// section adds a section below another, at the top for the zero id, and its heading's evidence.
func (w *writer) section(
	path, label, heading string, order int, parent graph.ID,
) (graph.ID, []graph.Evidence) {
	doc := w.plan.ID()
	id := graph.SectionID(doc, path)
	quote := w.write(id, label+heading)
	w.node(&graph.Section{
		ID: id, Document: doc, Path: path, Label: label, Heading: heading,
		Depth: strings.Count(path, ".") + 1, Order: order, Evidence: quote,
	})
	w.edge(graph.Edge{Kind: graph.HasSection, From: doc, To: id, Order: order, Evidence: quote})
	if !parent.IsZero() {
		w.edge(graph.Edge{Kind: graph.PartOf, From: id, To: parent, Evidence: quote})
	}
	return id, quote
}

func (w *writer) task(i int, t Task) {
	doc := w.plan.ID()
	path := "1." + strconv.Itoa(i+1)
	section, quote := w.section(
		path, fmt.Sprintf("（%d）", i+1), t.Heading, i+1, graph.SectionID(doc, "1"))
	task := w.node(&graph.Task{
		ID: graph.TaskID(doc, path), Document: doc, Section: section, Path: path, Order: i + 1,
		Kind: graph.TaskProper, Heading: t.Heading, Text: t.Heading, Evidence: quote,
	})
	w.edge(graph.Edge{Kind: graph.HasTask, From: doc, To: task, Order: i + 1, Evidence: quote})
	w.edge(graph.Edge{Kind: graph.HasTask, From: section, To: task, Evidence: quote})
	for n, u := range t.Units {
		quote := w.write(section, "责任单位："+u.Name)
		quote[0].Confidence = u.Confidence
		w.edge(graph.Edge{
			Kind: graph.Responsible, From: task, To: w.department(u), Order: n, Role: u.Role,
			AsWritten: u.Name, Evidence: quote,
		})
	}
	for n, slug := range t.Topics {
		topic := w.node(&graph.Topic{ID: graph.TopicID(slug), Slug: slug, Name: "主题" + slug})
		w.edge(graph.Edge{Kind: graph.About, From: task, To: topic, Order: n})
	}
	for n, target := range t.Targets {
		w.target(section, task, path, n, target)
	}
	for n, code := range t.Bodies {
		body := w.node(&graph.StandardsBody{
			ID: graph.StandardsBodyIDByCode(code), Code: code, Name: code,
			Level: graph.LevelInternational,
		})
		w.edge(graph.Edge{
			Kind: graph.Mentions, From: task, To: body, Order: n, Evidence: w.write(section, code),
		})
	}
}

func (w *writer) department(u Unit) graph.ID {
	p := w.plan
	full := p.RegionName + strings.TrimPrefix(strings.TrimPrefix(u.Name, "市"), "省")
	id := w.node(&graph.Department{
		ID: graph.DepartmentID(p.Region, full), Name: u.Name, FullName: full,
		Aliases: []string{u.Name}, RegionCode: p.Region, Mentioned: true,
	})
	w.edge(graph.Edge{Kind: graph.InRegion, From: id, To: graph.RegionID(p.Region)})
	if u.Function != "" {
		function := w.node(&graph.Function{
			ID: graph.FunctionID(u.Function), Slug: u.Function, Name: "职能" + u.Function,
		})
		w.edge(graph.Edge{Kind: graph.HasFunction, From: id, To: function})
	}
	return id
}

func (w *writer) target(section, task graph.ID, path string, n int, t Target) {
	doc := w.plan.ID()
	quote := w.write(section, fmt.Sprintf("%s达到%v%s以上", t.Metric, t.Value, t.Unit))
	quote[0].Confidence = t.Confidence
	id := w.node(&graph.Target{
		ID: graph.TargetID(doc, path, n), Document: doc, Section: section, Path: path, Order: n,
		Metric: t.Metric, Comparator: graph.GTE, Value: t.Value, Unit: t.Unit, Deadline: t.Deadline,
		Evidence: quote,
	})
	w.edge(graph.Edge{Kind: graph.Sets, From: section, To: id, Order: n, Evidence: quote})
	w.edge(graph.Edge{Kind: graph.Sets, From: task, To: id, Order: n, Evidence: quote})
}

func (w *writer) citation(i int, c Citation) {
	byTitle := graph.DocumentIDByTitle("000000", c.Title)
	id := byTitle
	if c.Number != "" {
		id = graph.DocumentIDByNumber(c.Number)
		if c.Title != "" {
			w.facts.Aliases = append(w.facts.Aliases, graph.Alias{From: byTitle, To: id})
		}
	}
	hant := w.plan.Script == graph.Hant
	w.node(&graph.Document{ID: id, Title: c.Title, Number: c.Number, Hant: hant})
	quote := w.write(graph.ID{}, "《"+c.Title+"》"+c.Number)
	quote[0].Confidence = c.Confidence
	w.edge(graph.Edge{
		Kind: graph.Cites, From: w.plan.ID(), To: id, Order: i, Relation: graph.CitationCites,
		Evidence: quote,
	})
}

// finish puts the source, the SHA-256 of the text, into the facts.
func (w *writer) finish() graph.Facts {
	f := &w.facts
	f.Text = w.text.String()
	source := SourceOf(f.Text)
	f.Expression = graph.Expression{
		Source: source, Document: w.plan.ID(), FileName: w.plan.FileName, Script: w.plan.Script,
	}
	// The same list of evidence stands in several facts; setting its source twice does no harm.
	for _, n := range f.Nodes {
		switch n := n.(type) {
		case *graph.Section:
			setSource(n.Evidence, source)
		case *graph.Task:
			setSource(n.Evidence, source)
		case *graph.Target:
			setSource(n.Evidence, source)
		}
	}
	for _, e := range f.Edges {
		setSource(e.Evidence, source)
	}
	return *f
}

func setSource(list []graph.Evidence, source graph.Source) {
	for i := range list {
		list[i].Source = source
	}
}

// SourceOf is the source of a file that holds a text and nothing else.
func SourceOf(text string) graph.Source {
	sum := sha256.Sum256([]byte(text))
	return graph.Source(hex.EncodeToString(sum[:]))
}
