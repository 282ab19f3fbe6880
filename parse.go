package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/format"
	"github.com/policygraph/policygraph/loader/gazetteer"
)

// parseCommand prints what is read from a document.
type parseCommand struct {
	File string `arg:"" help:"The document; - reads it from standard input."`
}

// Run prints the extraction as indented JSON. The store is not touched.
func (c *parseCommand) Run(p *program) error {
	name, data, err := c.read(p.stdin)
	if err != nil {
		return err
	}
	gaz, err := gazetteer.Load()
	if err != nil {
		return err
	}
	source, err := loader.Read(name, data)
	if err != nil {
		return err
	}
	extraction, err := loader.Parse(source, gaz)
	if err != nil {
		return err
	}
	out := json.NewEncoder(p.stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(extraction)
}

// read is the document's name and bytes.
func (c *parseCommand) read(stdin io.Reader) (name string, data []byte, err error) {
	if c.File == "-" {
		data, err = format.ReadAll(stdin)
		if err != nil {
			return "", nil, fmt.Errorf("parse standard input: %w", err)
		}
		return "stdin", data, nil
	}
	data, err = format.ReadFile(c.File)
	if err != nil {
		return "", nil, fmt.Errorf("parse %s: %w", c.File, err)
	}
	return filepath.Base(c.File), data, nil
}
