package graph

// Node is one vertex of the graph: *Document, *Section, *Task, *Department, *Function, *Region,
// *Topic, *StandardsBody, *Standard or *Target. Nodes are plain data; a node that a Store has
// handed out is shared and must not be changed.
type Node interface {
	// NodeID is the node's id. Its first byte says its kind.
	NodeID() ID
}

// Script is the script that a text is written in (ISO 15924).
type Script string

// The scripts of Chinese texts.
const (
	Hans Script = "HANS" // Simplified (简体)
	Hant Script = "HANT" // Traditional (繁體)
)

// TaskKind tells substantive tasks from safeguards.
type TaskKind string

// The kinds of task.
const (
	TaskProper    TaskKind = "TASK"      // a task of a substantive chapter (重点任务, 主要任务, …)
	TaskSafeguard TaskKind = "SAFEGUARD" // a measure of a chapter 保障措施 or 组织实施
)

// Role is the part a department takes in a task.
type Role string

// The roles, strongest first.
const (
	RoleLead        Role = "LEAD"        // 牵头
	RoleResponsible Role = "RESPONSIBLE" // 负责, or listed without a word
	RoleSupport     Role = "SUPPORT"     // 配合, 参与
)

// CitationRelation says how a document uses another.
type CitationRelation string

// The relations of a citation.
const (
	CitationBasis CitationRelation = "BASIS" // the plan rests on it or implements it (根据, 为贯彻落实)
	CitationCites CitationRelation = "CITES" // mentioned or consulted
)

// Comparator compares a target's measured value with its aim.
type Comparator string

// The comparators of targets.
const (
	GTE Comparator = "GTE" // 以上, 不少于, 达到
	LTE Comparator = "LTE" // 以内, 不超过
	EQ  Comparator = "EQ"  // a plain number
	GT  Comparator = "GT"  // 超过, 突破
	LT  Comparator = "LT"  // 低于
)

// TargetBasis says what a target's number counts.
type TargetBasis string

// The bases of targets.
const (
	BasisNew        TargetBasis = "NEW"        // added within the plan's period (新增, 培育, 建成)
	BasisCumulative TargetBasis = "CUMULATIVE" // a total reached (累计)
	BasisAnnual     TargetBasis = "ANNUAL"     // per year (年均, 每年)
	BasisRate       TargetBasis = "RATE"       // a percentage
	BasisDuration   TargetBasis = "DURATION"   // a length of time
)

// BodyLevel is the level at which a standards body works.
type BodyLevel string

// The levels of standards bodies.
const (
	LevelInternational BodyLevel = "INTERNATIONAL" // ISO, IEC, ITU, their committees
	LevelNational      BodyLevel = "NATIONAL"      // SAC and its committees
	LevelProvincial    BodyLevel = "PROVINCIAL"
	LevelMunicipal     BodyLevel = "MUNICIPAL"
	LevelCoordination  BodyLevel = "COORDINATION" // joint meetings (标准化协调推进联席会议)
)

// Source names one text: the SHA-256 of the file's bytes as it was given, in lower-case hex.
// It is the natural key of an Expression, and the owner of every fact that the text states.
type Source string

// Evidence is the place in a text that states a fact.
type Evidence struct {
	Source  Source // the expression
	Section ID     // the section the quote stands in; the zero ID outside the outline
	Start   int    // first code point of the quote in the expression's text
	End     int    // code point after the last
	Quote   string // the text at [Start, End), exactly
	// Confidence is how sure the rule is that read the fact there.
	Confidence Confidence
}

// Expression is one text of a document: a file, in one script (FRBR: work -> expression).
type Expression struct {
	Source   Source
	Document ID
	FileName string // path below the folder that was loaded, with slashes; the base name for a single file
	Script   Script
	Repaired bool // spam or lost characters were repaired before reading; Text is still as in the file
}

// Document is a policy as a work. A document that is only cited has Loaded false, and of the
// other fields just those that the citation gives.
type Document struct {
	ID            ID
	Title         string
	TitleInferred bool
	NoticeTitle   string // title of the covering notice (关于印发…的通知), or ""
	Number        string // 发文字号 as 杭政函〔2016〕190号, or ""
	Genre         string // 实施方案, 行动计划, …, or "" for a stub
	Issued        string // ISO 8601 date of signature, or ""
	Published     string // ISO 8601 date of web publication, or ""
	PeriodStart   int    // first year of the plan's period, or 0
	PeriodEnd     int
	Loaded        bool
	Hant          bool // stated by a Traditional text; a Simplified statement is preferred
}

// Section is a numbered element of a document's outline.
type Section struct {
	ID       ID
	Document ID
	Path     string // numbers as written, one per level: "2.3.1", "1.2.b1"; "0" is the preamble
	Label    string // the number as written: 一、
	Heading  string // "" where the element has none
	Depth    int    // 1 for chapters
	Order    int    // position in the outline, from 0
	Evidence []Evidence
}

// Task is a leaf section that mandates work.
type Task struct {
	ID        ID
	Document  ID
	Section   ID
	Path      string
	Order     int // position of its section in the outline
	Kind      TaskKind
	Heading   string
	Text      string // the section's text with heading and unit list, as written
	OpenEnded bool   // the list of units ends in 等
	// Confidence is that of the surest evidence: whether this is a task at all.
	Confidence Confidence
	Evidence   []Evidence
}

// Department is a government unit of one region, or a class of units (各区县政府) when Collective.
type Department struct {
	ID         ID
	Name       string   // short name, without the region: 市市场监管局
	FullName   string   // 杭州市市场监督管理局
	Aliases    []string // names as written in texts, sorted
	RegionCode string
	Collective bool
	// Mentioned is false for a unit that no text names and that only the table of institutional
	// reforms (机构改革) gives, as predecessor or successor of one that is named.
	Mentioned bool
}

// Function is what a unit does, by today's division of labour.
type Function struct {
	ID   ID
	Slug string
	Name string // Chinese
}

// Region is a division of GB/T 2260.
type Region struct {
	ID    ID
	Code  string // six digits
	Name  string
	Level string // "national", "province", "prefecture" or "county"
}

// Topic is what a task is about.
type Topic struct {
	ID   ID
	Slug string
	Name string // Chinese
}

// StandardsBody is a standards organization, committee, centre or coordination meeting.
type StandardsBody struct {
	ID      ID
	Code    string // ISO/TC268, or ""
	Name    string
	Aliases []string // sorted
	Level   BodyLevel
}

// Standard is a standard that is cited by its code.
type Standard struct {
	ID    ID
	Code  string // ISO 37101
	Title string
}

// Target is a quantified aim.
type Target struct {
	ID         ID
	Document   ID
	Section    ID
	Path       string
	Order      int // position among the document's targets, from 0
	Metric     string
	Comparator Comparator
	Value      float64
	Unit       string
	Deadline   int         // year, or 0
	Basis      TargetBasis // "" when it cannot be told
	Confidence Confidence  // that of its surest evidence
	Evidence   []Evidence
}

// Edge states a relation between two nodes. (From, Kind, To) is unique; where several texts
// state it, the evidence of all is listed.
type Edge struct {
	Kind EdgeKind
	From ID
	To   ID
	// Order is the edge's place among those of its kind that leave From: the order of the text.
	Order     int
	Role      Role             // RESPONSIBLE only
	AsWritten string           // RESPONSIBLE only: the unit's name in the text, in Simplified script
	Relation  CitationRelation // CITES only
	Reform    *Reform          // SUCCEEDED_BY only
	Score     float64          // ALIGNED_WITH only, 0 to 1
	// Confidence is that of the surest evidence; of an edge without evidence, that of the surest text.
	Confidence Confidence
	Evidence   []Evidence
}

// Reform says why one department succeeded another.
type Reform struct {
	Date   string // ISO 8601, to the month or day
	Kind   string // rename, merge, split or duty-transfer
	Scope  string // which duties passed on, "" for all
	Source string // the plan or law that decided it
}

// Facts is all that one text states. It is written, replaced and removed as a whole.
type Facts struct {
	Expression Expression
	Text       string // the decoded text that evidence offsets count in, in code points
	Nodes      []Node
	Edges      []Edge
	// Aliases are ids under which the same document is cited, e.g. the one made of its title where
	// the document's own is made of its number.
	Aliases []Alias
}

// Alias says that a document cited as From is the document To, which the same facts must state.
type Alias struct{ From, To ID }
