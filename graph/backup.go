package graph

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/dgraph-io/badger/v4"
)

// A backup is backupMagic, Badger's own backup of all records, and the SHA-256 of all that. A file
// that was cut short or has changed is told by the hash before anything is written.
const backupMagic = "policygraph backup 1\n"

// loadAtOnce is how many transactions a restore has under way.
const loadAtOnce = 16

// Backup writes the store, as it is now, to w. Commits wait until it is written; readers do not.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	s.write.Lock()
	defer s.write.Unlock()
	sum := sha256.New()
	out := &untilDone{ctx, io.MultiWriter(w, sum)}
	_, err := io.WriteString(out, backupMagic)
	if err == nil {
		snap := s.current.Load()
		err = s.read(snap, func(*badger.Txn) error {
			_, err := s.db.Backup(out, 0)
			return err
		})
	}
	if err == nil {
		_, err = w.Write(sum.Sum(nil))
	}
	if err != nil {
		return fmt.Errorf("graph: backup: %w", err)
	}
	return nil
}

// untilDone writes until its context ends.
type untilDone struct {
	ctx context.Context
	w   io.Writer
}

// Write implements io.Writer.
func (u *untilDone) Write(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.w.Write(b)
}

// Restore makes a store in a folder from a backup. The folder must not exist, or be empty: else the
// error wraps ErrInvalid and nothing is written. A backup that is damaged or none is ErrCorrupt.
// The store appears whole or not at all; it is checked before it does.
func Restore(ctx context.Context, dir string, backup io.ReadSeeker, opts Options) error {
	if err := restore(ctx, dir, backup, opts); err != nil {
		return fmt.Errorf("graph: restore %q: %w", dir, err)
	}
	return nil
}

func restore(ctx context.Context, dir string, backup io.ReadSeeker, opts Options) (err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return err
	case len(entries) > 0:
		return fmt.Errorf("the folder is not empty: %w", ErrInvalid)
	}
	size, err := verifyBackup(backup)
	if err != nil {
		return err
	}
	if _, err := backup.Seek(int64(len(backupMagic)), io.SeekStart); err != nil {
		return err
	}
	part := dir + ".restoring"
	if err := os.RemoveAll(part); err != nil { // of a restore that was killed
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(part)) }()
	if err := fillFrom(ctx, part, io.LimitReader(backup, size), opts); err != nil {
		return err
	}
	return os.Rename(part, dir)
}

// verifyBackup reads a backup to its end and returns the size of Badger's part.
func verifyBackup(backup io.ReadSeeker) (size int64, err error) {
	end, err := backup.Seek(0, io.SeekEnd)
	if err != nil {
		return 0, err
	}
	size = end - int64(len(backupMagic)) - sha256.Size
	if size < 0 {
		return 0, fmt.Errorf("no backup: %w", ErrCorrupt)
	}
	if _, err := backup.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	magic := make([]byte, len(backupMagic))
	sum := sha256.New()
	if _, err := io.ReadFull(io.TeeReader(backup, sum), magic); err != nil {
		return 0, err
	}
	if string(magic) != backupMagic {
		return 0, fmt.Errorf("no backup: %w", ErrCorrupt)
	}
	if _, err := io.CopyN(sum, backup, size); err != nil {
		return 0, err
	}
	want, err := io.ReadAll(backup)
	if err == nil && !bytes.Equal(want, sum.Sum(nil)) {
		err = fmt.Errorf("the backup is not as it was written: %w", ErrCorrupt)
	}
	return size, err
}

// fillFrom makes a store in a new folder from Badger's backup, and checks it.
func fillFrom(ctx context.Context, dir string, records io.Reader, opts Options) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	opts.InMemory = false
	s, err := Open(dir, opts)
	if err != nil {
		return err
	}
	if err := s.db.Load(records, loadAtOnce); err != nil {
		return errors.Join(err, s.Close())
	}
	if err := s.Close(); err != nil {
		return err
	}
	if s, err = Open(dir, opts); err != nil { // reads what was loaded into memory
		return err
	}
	problems, err := s.Check(ctx)
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("%d problems, the first: %v: %w", len(problems), problems[0], ErrCorrupt)
	}
	return errors.Join(err, s.Close())
}
