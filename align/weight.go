package align

import "math"

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

// step is the step a count stands on; steps of counts below 7 hold one count each.
func step(count int) int {
	if count <= 0 {
		return -1
	}
	return int(math.Floor(stepsPerOctave * math.Log2(float64(count))))
}

// floor is the least real number on the step.
func floor(s int) float64 { return math.Exp2(float64(s) / stepsPerOctave) }

// squareIDF is the square of the integer idf of a word that df of n tasks use.
func squareIDF(df, n int) int64 {
	if df <= 0 || n <= 0 {
		return 0
	}
	of, in := floor(step(n)), floor(step(df))
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
	// square is squareIDF of each member.
	square []int64
}

// count adds delta to the number of tasks that have the member, and reports its squared weight
// before and after when the store holds n tasks.
func (c *counts) count(id uint32, delta, n int) (was, is int64) {
	before := int(c.df[id])
	c.df[id] += int32(delta)
	was = c.square[id]
	if step(before) == step(int(c.df[id])) {
		return was, was
	}
	is = squareIDF(int(c.df[id]), n)
	c.square[id] = is
	return was, is
}

// reweigh works all weights out again for a store of n tasks.
func (c *counts) reweigh(n int) {
	byCount := map[int32]int64{}
	for id, df := range c.df {
		if df == 0 {
			c.square[id] = 0
			continue
		}
		w, ok := byCount[df]
		if !ok {
			w = squareIDF(int(df), n)
			byCount[df] = w
		}
		c.square[id] = w
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
