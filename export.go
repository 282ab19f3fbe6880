package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/policygraph/policygraph/align"
	"github.com/policygraph/policygraph/export"
	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/resolvers"
)

// exportCommand writes the graph for other tools.
type exportCommand struct {
	Format  string `help:"One of ${enum}." enum:"nquads,jsonld,graphml,gexf,csv,neo4j" default:"nquads"`
	Aligned bool   `help:"Also draw which tasks are aligned (ALIGNED_WITH)."`
	Output  string `help:"File, or folder for csv and neo4j; by default standard output." placeholder:"PATH"`
}

// Help is the longer part of the command's help.
func (*exportCommand) Help() string {
	return `nquads and jsonld hold what every text states, with its evidence; import reads nquads
back. graphml, gexf, csv (for Gephi and spreadsheets) and neo4j (for neo4j-admin
database import) hold the joined graph; csv and neo4j write nodes.csv and edges.csv.

--aligned adds to the joined graph which tasks correspond to each other, with a score.
No text states that: it is worked out, and changes with each document.`
}

// Run writes the export.
func (c *exportCommand) Run(p *program) (err error) {
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	view := store.View()
	stated := map[string]func(context.Context, export.View, io.Writer) error{
		"nquads": export.NQuads, "jsonld": export.JSONLD,
	}[c.Format]
	if stated != nil {
		if c.Aligned {
			return fmt.Errorf("export: %s holds what texts state; they align nothing", c.Format)
		}
		return c.file(p, func(w io.Writer) error { return stated(p.ctx, view, w) })
	}
	var joined graph.Reader = view
	if c.Aligned {
		joined = resolvers.WithAlignments(view, align.New(loader.Simplified))
	}
	drawn := map[string]func(context.Context, graph.Reader, io.Writer) error{
		"graphml": export.GraphML, "gexf": export.GEXF,
	}[c.Format]
	if drawn != nil {
		return c.file(p, func(w io.Writer) error { return drawn(p.ctx, joined, w) })
	}
	if c.Format == "csv" {
		return c.tables(p.ctx, joined, export.CSV)
	}
	return c.tables(p.ctx, joined, export.Neo4j)
}

// file writes into the file of --output, or to standard output.
func (c *exportCommand) file(p *program, write func(io.Writer) error) error {
	if c.Output == "" {
		return write(p.stdout)
	}
	file, err := os.Create(c.Output)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return errors.Join(write(file), file.Close())
}

// tables writes a table of nodes and one of edges into a folder.
func (c *exportCommand) tables(
	ctx context.Context, r graph.Reader,
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
	return errors.Join(write(ctx, r, nodes, edges), nodes.Close(), edges.Close())
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
