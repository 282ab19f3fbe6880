package gazetteer

// Ending is the end of a usual name of a standards body: 标准化技术委员会.
type Ending struct {
	Text  string
	Level string // "" where the name's own words decide
	// Local is set where the name must open with a region or level: 省标准化联席会议.
	Local bool
}

// The levels of bodies that endings tell.
const (
	levelInternational = "international"
	levelCoordination  = "coordination"
)

// bodyEndings are the ends of bodies' names.
var bodyEndings = []Ending{
	{"标准化分技术委员会", "", false}, {"标准化技术委员会", "", false}, {"标准化工作组", "", false}, {"标准化总体组", "", false},
	{"标准化委员会", "", true}, {"标准技术委员会", "", false},
	{"标准化协调推进部际联席会议", levelCoordination, true}, {"标准化协调推进联席会议", levelCoordination, true},
	{"标准化工作联席会议", levelCoordination, true}, {"标准化联席会议", levelCoordination, true},
	{"标准化战略联席会议", levelCoordination, true}, {"标准化工作领导小组", levelCoordination, true},
	{"标准化领导小组", levelCoordination, true}, {"标准化发展领导小组", levelCoordination, true},
	{"标准化工作委员会", levelCoordination, true}, {"标准化协调推进领导小组", levelCoordination, true},
	{"标准化研究院", "", true}, {"标准化研究所", "", true}, {"标准化院", "", true}, {"标准研究中心", "", true},
	{"标准化研究中心", "", true}, {"标准化创新中心", "", true}, {"标准化创新发展中心", "", true},
	{"标准化促进中心", "", true}, {"标准化协会", "", true}, {"标准化学会", "", true}, {"标准技术研究院", "", true},
	{"标准创新中心", "", true}, {"标准化发展研究中心", "", true}, {"标准联盟", "", false}, {"标准化联盟", "", false},
	{"分技术委员会", "", false}, {"技术委员会", levelInternational, false}, {"标委会", "", false},
	{"技术标准创新基地", "", true},
}

// BodyEnding is the ending of an ID that Find gives.
func (g *Gazetteer) BodyEnding(id int32) Ending { return bodyEndings[id] }
