// Package gazetteer knows the names that Chinese policy documents use: administrative regions
// (行政区划), government units with their functions and full names, institutional reforms
// (机构改革), and standards bodies. The names are data files beside the code, which a person can
// edit; the code holds the forms in which the names occur.
//
// Names are given and returned in Simplified script, with half-width brackets or full-width ones
// alike. Offsets are byte offsets of the text that was passed in.
package gazetteer

import (
	"embed"
	"fmt"

	"github.com/goccy/go-yaml"
)

//go:embed *.yaml *.tsv
var files embed.FS

// Gazetteer answers questions about names. It is made by Load, does not change afterwards, and may
// be used concurrently.
type Gazetteer struct {
	regions   regionTable
	units     unitTable
	reforms   reformTable
	bodies    bodyTable
	functions []Function
	topics    []Topic
	lexicon   *Lexicon
	names     dictionary[name]
}

// Load reads the data files that the program carries. An error says which file and entry is wrong;
// with the files as released there is none.
func Load() (*Gazetteer, error) {
	g := &Gazetteer{}
	for _, part := range []struct {
		file string
		load func([]byte) error
	}{
		{"regions.tsv", g.regions.load},
		{"region-names.yaml", g.regions.loadNames},
		{"functions.yaml", g.loadFunctions},
		{"topics.yaml", g.loadTopics},
		{"units.yaml", g.loadUnits},
		{"reforms.yaml", g.loadReforms},
		{"bodies.yaml", g.loadBodies},
	} {
		data, err := files.ReadFile(part.file)
		if err != nil {
			return nil, fmt.Errorf("gazetteer: read %s: %w", part.file, err)
		}
		if err := part.load(data); err != nil {
			return nil, fmt.Errorf("gazetteer: load %s: %w", part.file, err)
		}
	}
	g.lexicon = newLexicon(g.topics)
	g.fileNames()
	return g, nil
}

// decode reads a data file into a value; unknown fields are errors, so that a misspelt one is seen.
func decode(data []byte, to any) error {
	return yaml.UnmarshalWithOptions(data, to, yaml.Strict())
}
