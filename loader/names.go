package loader

import "github.com/policygraph/policygraph/loader/gazetteer"

// passage is the heading or the text of a block, with what the gazetteer finds there.
type passage struct {
	Text
	path   string
	isBody bool       // the text, not the heading
	lists  []unitList // of responsible units in it
	found  *gazetteer.Finds
}

// readNames reads what single words and names say: bodies, standards, places, and what the tasks are
// about. The gazetteer walks once over the text for all of them.
func (x *Extraction) readNames(src *Source, blocks []Block, gaz *gazetteer.Gazetteer) {
	region := deref(x.Document.Region)
	bodies := newBodyReader(src, region, gaz)
	standards := newStandardReader(src)
	places := placeReader{src: src, gaz: gaz, own: region}
	topics := newTopicCounter(gaz.Lexicon(), blocks, x.Departments)
	var found gazetteer.Finds
	for i := range blocks {
		b := &blocks[i]
		for _, p := range [...]passage{
			{Text: b.Head, path: b.Path, found: &found},
			{Text: b.Body, path: b.Path, found: &found, isBody: true, lists: b.lists},
		} {
			gaz.Find(p.S, &found)
			bodies.read(&p)
			standards.read(&p)
			places.read(&p)
			topics.read(&p)
		}
	}
	x.Bodies, x.Standards = bodies.out, standards.out
	x.Regions = places.outside(x.Bodies)
	topics.fill(x.Tasks, blocks)
}
