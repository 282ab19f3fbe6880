package align

import (
	"math"
	"math/bits"
)

// stepsPerOctave is how finely counts are told apart when they weigh words. A word's weight
// changes only when its count leaves its step, so the norms that rest on weights change seldom.
const stepsPerOctave = 4

// idfScale makes idf an integer: sums of integers do not depend on the order of adding.
const idfScale = 64

// idfPower flattens idf a little: the rarest words of a small store are rare by chance.
const idfPower = 0.9

// A word that more than this share of tasks use is the genre's and weighs nothing, once there are
// enough tasks to tell.
const (
	commonest = 0.4
	manyTasks = 64
)

// quarters are where the steps of an octave begin.
var quarters = [stepsPerOctave]float64{1, 1.189207115002721, math.Sqrt2, 1.6817928305074292}

// step is the step a count stands on; steps of counts below 7 hold one count each.
func step(count int) int {
	if count <= 0 {
		return -1
	}
	octave := bits.Len(uint(count)) - 1
	place := float64(count) / float64(int(1)<<octave)
	s := octave * stepsPerOctave
	for _, quarter := range quarters[1:] {
		if place >= quarter {
			s++
		}
	}
	return s
}

// floor is the least real number on the step.
func floor(s int) float64 { return math.Exp2(float64(s) / stepsPerOctave) }

// scale is the square of the integer idf of a word by the step of the number of tasks that use it.
type scale []int64

// newScale weighs words of n tasks.
func newScale(n int) scale {
	sc := make(scale, step(n)+1)
	for s := range sc {
		sc[s] = squareIDF(s, step(n))
	}
	return sc
}

// of is the weight of a word that df tasks use, 0 where the scale ends.
func (sc scale) of(df int32) int64 {
	if s := step(int(df)); s >= 0 && s < len(sc) {
		return sc[s]
	}
	return 0
}

// squareIDF is the square of the integer idf of a word whose count stands on one step, where the
// number of tasks stands on another.
func squareIDF(df, tasks int) int64 {
	of, in := floor(tasks), floor(df)
	if in > commonest*of && of >= manyTasks {
		return 0
	}
	idf := math.Log((of + 1) / (in + 0.5))
	if idf <= 0 {
		return 0
	}
	w := int64(math.Round(idfScale * math.Pow(idf, idfPower)))
	return w * w
}

// counts tells in how many tasks each member of a vocabulary occurs, by number.
type counts struct {
	df []int32
	// square is the squared weight of each member.
	square []int64
}

// count adds delta to the number of tasks that have the member, and reports its squared weight
// before and after.
func (c *counts) count(id uint32, delta int, sc scale) (was, is int64) {
	before := int(c.df[id])
	c.df[id] += int32(delta)
	was = c.square[id]
	if step(before) == step(before+delta) {
		return was, was
	}
	is = sc.of(c.df[id])
	c.square[id] = is
	return was, is
}

// reweigh works all weights out again.
func (c *counts) reweigh(sc scale) {
	for id, df := range c.df {
		c.square[id] = sc.of(df)
	}
}

// space counts the members of a vocabulary that grows.
type space[K comparable] struct {
	counts
	ids map[K]uint32
}

func newSpace[K comparable]() *space[K] { return &space[K]{ids: map[K]uint32{}} }

// id is the member's number. Numbers follow the order of arrival and must not show in answers.
func (s *space[K]) id(k K) uint32 {
	id, ok := s.ids[k]
	if !ok {
		id = uint32(len(s.df))
		s.ids[k] = id
		s.df = append(s.df, 0)
		s.square = append(s.square, 0)
	}
	return id
}
