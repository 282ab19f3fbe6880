//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package graph

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lockFolder makes the folder, if there is none, and locks it against other processes until the
// file is closed. It is the lock that Badger itself would take, which therefore is told not to.
func lockFolder(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK):
		err = ErrLocked
	case err != nil:
		err = fmt.Errorf("lock: %w", err)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// ownLock tells whether lockFolder locks, so that Badger need not.
const ownLock = true
