package graph

import (
	"fmt"
	"slices"
	"strconv"
)

// Confidence says how sure the rule is that found a fact. The levels are ordered by their numbers,
// the surest first; the zero value is High, since a rule says so where it doubts.
type Confidence uint8

// The levels of confidence. The numbers are part of the stored format.
const (
	High   Confidence = iota // the text says it in a form that a rule is made for
	Medium                   // a part of it was worked out, or the form is a loose one
	Low                      // the text is damaged there, or shape alone speaks for it
)

var confidenceNames = [...]string{High: "HIGH", Medium: "MEDIUM", Low: "LOW"}

// Confidences lists the levels, the surest first.
func Confidences() []Confidence { return []Confidence{High, Medium, Low} }

// String is the level's name in the API: HIGH.
func (c Confidence) String() string {
	if !c.Valid() {
		return "Confidence(" + strconv.Itoa(int(c)) + ")"
	}
	return confidenceNames[c]
}

// Valid reports whether c is one of the levels above.
func (c Confidence) Valid() bool { return c <= Low }

// AtLeast reports whether c is as sure as the level asked for, or surer.
func (c Confidence) AtLeast(least Confidence) bool { return c <= least }

// MarshalText is String, so that levels are written as JSON by their names.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what MarshalText has written. The error wraps ErrInvalid.
func (c *Confidence) UnmarshalText(name []byte) error {
	i := slices.Index(confidenceNames[:], string(name))
	if i < 0 {
		return fmt.Errorf("confidence %q: %w", name, ErrInvalid)
	}
	*c = Confidence(i)
	return nil
}

// surest is the best of the evidence's levels, or without evidence the one given: a fact is as
// sure as the surest of the sentences that state it.
func surest(evidence []proof, without Confidence) Confidence {
	if len(evidence) == 0 {
		return without
	}
	best := Low
	for _, p := range evidence {
		best = min(best, p.Confidence)
	}
	return best
}
