package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/policygraph/policygraph/graph"
)

// backupCommand writes the store to one file.
type backupCommand struct {
	File string `arg:"" help:"File to write; it must not exist."`
}

// Run writes the backup. A file that could not be written whole is removed.
func (c *backupCommand) Run(p *program) (err error) {
	store, err := p.openStore()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	file, err := os.OpenFile(c.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	err = errors.Join(store.Backup(p.ctx, file), file.Sync(), file.Close())
	if err != nil {
		return errors.Join(err, os.Remove(c.File))
	}
	return nil
}

// restoreCommand makes a store from a backup.
type restoreCommand struct {
	File string `arg:"" help:"Backup to read."`
}

// Run restores into a data folder that has no store. The index of words is made anew when it is
// needed.
func (c *restoreCommand) Run(p *program) error {
	file, err := os.Open(c.File)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	if err := os.MkdirAll(p.data, 0o750); err != nil {
		return errors.Join(fmt.Errorf("restore: %w", err), file.Close())
	}
	err = graph.Restore(p.ctx, filepath.Join(p.data, "graph"), file, graph.Options{Log: p.log})
	return errors.Join(err, file.Close())
}
