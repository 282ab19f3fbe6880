package main

import "fmt"

// checkCommand verifies the store and its index.
type checkCommand struct{}

// Run prints every broken invariant on a line of its own.
func (c *checkCommand) Run(p *program) (err error) {
	kb, err := p.open()
	if err != nil {
		return err
	}
	defer func() { err = firstError(err, kb.close()) }()
	problems, err := kb.store.Check(p.ctx)
	if err != nil {
		return err
	}
	for _, problem := range problems {
		fmt.Fprintln(p.stdout, problem)
	}
	misindexed, err := kb.index.Check(p.ctx, kb.view())
	if err != nil {
		return err
	}
	for _, id := range misindexed {
		fmt.Fprintf(p.stdout, "search index: %s is not indexed as it is stored\n", id)
	}
	if n := len(problems) + len(misindexed); n > 0 {
		return fmt.Errorf("check %q: %d problems", p.data, n)
	}
	stats, err := kb.view().Stats(p.ctx)
	if err != nil {
		return err
	}
	nodes := 0
	for _, n := range stats.Nodes {
		nodes += n
	}
	fmt.Fprintf(p.stdout, "sound: %d nodes, %d edges\n", nodes, stats.Edges)
	return nil
}
