package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settled is how long nothing may happen before changed files are loaded: a file that is being
// written is not complete.
const settled = 500 * time.Millisecond

// watch calls load whenever something below the paths has changed and come to rest, until ctx
// ends. The error is that of load, or of the system.
func watch(ctx context.Context, paths []string, log *slog.Logger, load func() error) (err error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	defer func() { err = errors.Join(err, watcher.Close()) }()
	for _, path := range paths {
		if err := follow(watcher, path); err != nil {
			return fmt.Errorf("watch: %w", err)
		}
	}
	log.Info("watching", "paths", paths)
	rest := time.NewTimer(0) // what changed before the watcher began is loaded at once
	defer rest.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-watcher.Errors:
			if errors.Is(err, fsnotify.ErrEventOverflow) { // events are lost, but there were some
				rest.Reset(settled)
				continue
			}
			return fmt.Errorf("watch: %w", err)
		case event := <-watcher.Events:
			if event.Has(fsnotify.Create) {
				if err := follow(watcher, event.Name); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return fmt.Errorf("watch: %w", err)
				}
			}
			rest.Reset(settled)
		case <-rest.C:
			if err := load(); err != nil {
				if ctx.Err() != nil {
					return nil
				}
				return err
			}
		}
	}
}

// follow watches a folder and those below it. A file is watched by its folder, because editors
// replace files by others of the same name.
func follow(watcher *fsnotify.Watcher, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return watcher.Add(filepath.Dir(path))
	}
	return filepath.WalkDir(path, func(below string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return watcher.Add(below)
	})
}
