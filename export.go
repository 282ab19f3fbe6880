package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/policygraph/policygraph/export"
	"github.com/policygraph/policygraph/graph"
)

// exportCommand writes the graph for other tools.
type exportCommand struct {
	Format string `help:"One of ${enum}." enum:"nquads,jsonld,graphml,gexf,csv,neo4j" default:"nquads"`
	Output string `help:"File, or folder for csv and neo4j; by default standard output." placeholder:"PATH"`
}

// Help is the longer part of the command's help.
func (*exportCommand) Help() string {
	return `nquads and jsonld hold what every text states, with its evidence; import reads nquads
back. graphml, gexf, csv (for Gephi and spreadsheets) and neo4j (for neo4j-admin
database import) hold the joined graph; csv and neo4j write nodes.csv and edges.csv.`
}

// Run writes the export.
func (c *exportCommand) Run(p *program) (err error) {
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	switch c.Format {
	case "csv":
		return c.tables(p.ctx, store.View(), export.CSV)
	case "neo4j":
		return c.tables(p.ctx, store.View(), export.Neo4j)
	}
	write := map[string]func(context.Context, *graph.View, io.Writer) error{
		"nquads": func(ctx context.Context, v *graph.View, w io.Writer) error {
			return export.NQuads(ctx, v, w)
		},
		"jsonld": func(ctx context.Context, v *graph.View, w io.Writer) error {
			return export.JSONLD(ctx, v, w)
		},
		"graphml": func(ctx context.Context, v *graph.View, w io.Writer) error {
			return export.GraphML(ctx, v, w)
		},
		"gexf": func(ctx context.Context, v *graph.View, w io.Writer) error { return export.GEXF(ctx, v, w) },
	}[c.Format]
	if c.Output == "" {
		return write(p.ctx, store.View(), p.stdout)
	}
	file, err := os.Create(c.Output)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return errors.Join(write(p.ctx, store.View(), file), file.Close())
}

// tables writes a table of nodes and one of edges into a folder.
func (c *exportCommand) tables(
	ctx context.Context, v *graph.View,
	write func(ctx context.Context, r graph.Reader, nodes, edges io.Writer) error,
) error {
	if c.Output == "" {
		return fmt.Errorf("export: --format %s writes two files: give a folder by --output", c.Format)
	}
	if err := os.MkdirAll(c.Output, 0o750); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	nodes, err := os.Create(filepath.Join(c.Output, "nodes.csv"))
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	edges, err := os.Create(filepath.Join(c.Output, "edges.csv"))
	if err != nil {
		return errors.Join(fmt.Errorf("export: %w", err), nodes.Close())
	}
	return errors.Join(write(ctx, v, nodes, edges), nodes.Close(), edges.Close())
}

// importCommand stores what an export holds.
type importCommand struct {
	File string `arg:"" help:"N-Quads, as export writes them; - reads standard input."`
}

// Run imports the file. What was imported before an error stays; importing again goes on.
func (c *importCommand) Run(p *program) (err error) {
	in := p.stdin
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return fmt.Errorf("import: %w", err)
		}
		defer file.Close() //nolint:errcheck // only read
		in = file
	}
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	texts, err := export.Import(p.ctx, in, store.Apply)
	fmt.Fprintf(p.stdout, "%d texts imported\n", texts)
	return err
}
