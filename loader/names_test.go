package loader

import "testing"

// namesOf is an extraction with what single words and names say in blocks of a source, which may be
// nil where they have nothing to quote.
func namesOf(t *testing.T, x Extraction, src *Source, blocks ...Block) Extraction {
	t.Helper()
	x.readNames(src, blocks, loadGazetteer(t))
	return x
}
