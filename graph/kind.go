package graph

import "strconv"

// NodeKind is the kind of a node; it is the first byte of the node's ID.
type NodeKind uint8

// The kinds of node. The numbers are part of the stored format.
const (
	KindDocument NodeKind = iota + 1
	KindSection
	KindTask
	KindDepartment
	KindFunction
	KindRegion
	KindTopic
	KindStandardsBody
	KindStandard
	KindTarget
)

var nodeKindNames = [...]string{
	KindDocument: "DOCUMENT", KindSection: "SECTION", KindTask: "TASK", KindDepartment: "DEPARTMENT",
	KindFunction: "FUNCTION", KindRegion: "REGION", KindTopic: "TOPIC",
	KindStandardsBody: "STANDARDS_BODY", KindStandard: "STANDARD", KindTarget: "TARGET",
}

// NodeKinds lists every kind of node, in order.
func NodeKinds() []NodeKind {
	return []NodeKind{
		KindDocument, KindSection, KindTask, KindDepartment, KindFunction,
		KindRegion, KindTopic, KindStandardsBody, KindStandard, KindTarget,
	}
}

// String is the kind's name in the API: STANDARDS_BODY.
func (k NodeKind) String() string {
	if k == 0 || int(k) >= len(nodeKindNames) {
		return "NodeKind(" + strconv.Itoa(int(k)) + ")"
	}
	return nodeKindNames[k]
}

// Valid reports whether k is one of the kinds above.
func (k NodeKind) Valid() bool { return k >= KindDocument && k <= KindTarget }

// EdgeKind is the kind of an edge.
type EdgeKind uint8

// The kinds of edge, with the nodes they join. The numbers are part of the stored format.
const (
	IssuedBy    EdgeKind = iota + 1 // Document -> Department
	InRegion                        // Document, Department -> Region
	HasSection                      // Document -> Section
	HasTask                         // Document, Section -> Task
	Responsible                     // Task -> Department
	About                           // Task -> Topic
	Mentions                        // Section, Task -> StandardsBody, Standard, Region, Department
	Sets                            // Section, Task -> Target
	Cites                           // Document -> Document
	HasFunction                     // Department -> Function; the first in order is the primary one
	SucceededBy                     // Department -> Department
	PartOf                          // Region -> Region, Section -> Section, StandardsBody -> StandardsBody
	Publishes                       // StandardsBody -> Standard
	AlignedWith                     // Task -> Task
)

var edgeKindNames = [...]string{
	IssuedBy: "ISSUED_BY", InRegion: "IN_REGION", HasSection: "HAS_SECTION", HasTask: "HAS_TASK",
	Responsible: "RESPONSIBLE", About: "ABOUT", Mentions: "MENTIONS", Sets: "SETS", Cites: "CITES",
	HasFunction: "HAS_FUNCTION", SucceededBy: "SUCCEEDED_BY", PartOf: "PART_OF",
	Publishes: "PUBLISHES", AlignedWith: "ALIGNED_WITH",
}

// EdgeKinds lists every kind of edge, in order.
func EdgeKinds() []EdgeKind {
	kinds := make([]EdgeKind, 0, int(AlignedWith))
	for k := IssuedBy; k <= AlignedWith; k++ {
		kinds = append(kinds, k)
	}
	return kinds
}

// String is the kind's name in the API: HAS_SECTION.
func (k EdgeKind) String() string {
	if k == 0 || int(k) >= len(edgeKindNames) {
		return "EdgeKind(" + strconv.Itoa(int(k)) + ")"
	}
	return edgeKindNames[k]
}

// Valid reports whether k is one of the kinds above.
func (k EdgeKind) Valid() bool { return k >= IssuedBy && k <= AlignedWith }
