//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package graph

import "os"

// lockFolder makes the folder, if there is none. Badger locks it, and says so in its own words.
func lockFolder(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return os.Open(dir)
}

// ownLock tells whether lockFolder locks, so that Badger need not.
const ownLock = false
