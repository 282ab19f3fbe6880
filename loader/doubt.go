package loader

import (
	"slices"

	"github.com/policygraph/policygraph/graph"
)

// Doubt is a reason, in English, for which a rule is not sure of what it found.
type Doubt string

// The doubts of units (责任单位).
const (
	doubtBracket   Doubt = "a bracket of the list of units is lost"
	doubtBare      Doubt = "the units stand without brackets and without a label"
	doubtUnknown   Doubt = "the name of the unit is on no list; its words alone tell what it does"
	doubtLevel     Doubt = "the name of the unit leaves out its level (市, 省)"
	doubtPlaceRole Doubt = "the role of the unit follows from its place in the list"
)

// The doubts of all that stands in an element of the outline, and of topics.
const (
	doubtNumber  Doubt = "the number of the element stands twice in the outline"
	doubtGap     Doubt = "the next number of the outline is missing; its text may be part of this"
	doubtInner   Doubt = "it stands before the parts of an element, not in one of them"
	doubtTopic   Doubt = "few words speak for the topic"
	doubtFurther Doubt = "other words speak for another topic"
)

// The doubts of units that running text makes responsible.
const (
	doubtName     Doubt = "the name of the unit begins in an unusual way"
	doubtWeakDuty Doubt = "the verb makes units responsible in some sentences only"
	doubtPosition Doubt = "no verb of duty follows the unit; it stands where such units stand"
)

// The doubts of targets (指标).
const (
	doubtUndated  Doubt = "no deadline is stated"
	doubtCompared Doubt = "no word compares the figure; it is taken as it stands"
	doubtSpelled  Doubt = "the figure is written in words"
	doubtVague    Doubt = "the figure is an order of magnitude"
	doubtMetric   Doubt = "what is counted is named elsewhere in the sentence"
	doubtLong     Doubt = "the name of what is counted is a whole clause"
)

// The doubts of standards bodies, citations and places.
const (
	doubtShape    Doubt = "the name of the body is on no list; its form alone speaks for it"
	doubtUnmarked Doubt = "the title stands without 《》"
	doubtTitle    Doubt = "the document is cited by a title that is no full one, without number"
	doubtPlace    Doubt = "the name of the place is a short one"
)

// doubtRegion is the doubt of a document's region.
const doubtRegion Doubt = "the region is the one that the text names most often"

// grave reports whether a doubt makes what it is of unlikely enough by itself: Low, not Medium.
// TestConfidence measures the levels.
func (d Doubt) grave() bool {
	switch d {
	case doubtBare, doubtUnknown, doubtGap, doubtInner, doubtNumber, doubtVague, doubtLong, doubtRegion:
		return true
	}
	return false
}

// Certainty is how sure a rule is of what it found, and why no surer. The zero value is sure.
type Certainty struct {
	Confidence graph.Confidence `json:"confidence"`
	Doubts     []Doubt          `json:"doubts,omitempty"`
}

// doubt adds a reason if it holds: one makes the fact Medium, a grave one or a second one Low.
func (c *Certainty) doubt(holds bool, d Doubt) {
	if !holds || slices.Contains(c.Doubts, d) {
		return
	}
	c.Doubts = append(slices.Clip(c.Doubts), d)
	c.Confidence = graph.Medium
	if len(c.Doubts) > 1 || d.grave() {
		c.Confidence = graph.Low
	}
}

// surer is the better of two certainties of one thing; the first of equal ones.
func (c Certainty) surer(o Certainty) Certainty {
	if o.Confidence < c.Confidence {
		return o
	}
	return c
}
