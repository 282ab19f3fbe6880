package main

import "fmt"

// checkCommand verifies the store.
type checkCommand struct{}

// Run prints every broken invariant on a line of its own.
func (c *checkCommand) Run(p *program) (err error) {
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = firstError(err, store.Close()) }()
	problems, err := store.Check(p.ctx)
	if err != nil {
		return err
	}
	for _, problem := range problems {
		fmt.Fprintln(p.stdout, problem)
	}
	if len(problems) > 0 {
		return fmt.Errorf("check %q: %d problems", p.data, len(problems))
	}
	stats, err := store.View().Stats(p.ctx)
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
