package graph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// writes are the records that a commit sets, or deletes where the value is nil, by key.
type writes map[string][]byte

func (w writes) set(key []byte, value []byte) {
	if value == nil {
		value = []byte{}
	}
	w[string(key)] = value
}

func (w writes) delete(key []byte) { w[string(key)] = nil }

// redoEnd is the key of the record that makes a redo log valid.
var redoEnd = redoKey(math.MaxUint32)

// persist makes all the writes last, or none of them. A commit too large for one transaction of
// Badger is first written to the redo log; redo completes it should the process be killed. After
// an error while something is written the store is broken: what is on disk is not known.
func (s *Store) persist(w writes) error {
	txn, err := s.fill(w)
	defer txn.Discard()
	switch {
	case err == nil:
		err = txn.Commit()
	case errors.Is(err, badger.ErrTxnTooBig):
		err = s.persistLogged(w)
	default:
		return err // nothing was written
	}
	s.broken = err
	return err
}

func (s *Store) persistLogged(w writes) error {
	log := w.redoLog(min(int(s.db.MaxBatchSize()/4), partSize))
	if err := s.inMany(log); err != nil {
		return fmt.Errorf("write redo log: %w", err)
	}
	if err := s.inMany(writes{string(redoEnd): {}}); err != nil {
		return fmt.Errorf("close redo log: %w", err)
	}
	if err := s.inMany(w); err != nil {
		return fmt.Errorf("apply redo log: %w", err)
	}
	return s.clearRedo(slices.Collect(maps.Keys(log)))
}

// fill is a transaction with the writes; the error is badger.ErrTxnTooBig if they do not fit.
func (s *Store) fill(w writes) (*badger.Txn, error) {
	txn := s.db.NewTransaction(true)
	for _, key := range slices.Sorted(maps.Keys(w)) {
		if err := w.put(txn, key); err != nil {
			return txn, err
		}
	}
	return txn, nil
}

// inMany makes the writes in as many transactions as it takes.
func (s *Store) inMany(w writes) error {
	txn := s.db.NewTransaction(true)
	defer func() { txn.Discard() }()
	for _, key := range slices.Sorted(maps.Keys(w)) {
		err := w.put(txn, key)
		if errors.Is(err, badger.ErrTxnTooBig) {
			if err = txn.Commit(); err == nil {
				txn = s.db.NewTransaction(true)
				err = w.put(txn, key)
			}
		}
		if err != nil {
			return err
		}
	}
	return txn.Commit()
}

func (w writes) put(txn *badger.Txn, key string) error {
	if value := w[key]; value != nil {
		return txn.Set([]byte(key), value)
	}
	return txn.Delete([]byte(key))
}

// redoLog is the writes as records of the redo log, of about a size in bytes. A record holds for
// each write its key, then 1 and the value, or 0.
func (w writes) redoLog(size int) writes {
	log := writes{}
	var record []byte
	flush := func() {
		if len(record) > 0 {
			log.set(redoKey(uint32(len(log))), record)
			record = nil
		}
	}
	for _, key := range slices.Sorted(maps.Keys(w)) {
		record = append(binary.AppendUvarint(record, uint64(len(key))), key...)
		if value := w[key]; value != nil {
			record = append(record, 1)
			record = append(binary.AppendUvarint(record, uint64(len(value))), value...)
		} else {
			record = append(record, 0)
		}
		if len(record) >= size {
			flush()
		}
	}
	flush()
	return log
}

// readRedo adds the writes of a record of the redo log.
func (w writes) readRedo(record string) error {
	f := fields{reading: true, in: record}
	for f.in != "" {
		key := f.takeString()
		if f.takeUint() == 1 {
			w.set([]byte(key), []byte(f.takeString()))
		} else {
			w.delete([]byte(key))
		}
	}
	return f.err
}

// redo completes the commit of a valid redo log and drops the log, valid or not.
func (s *Store) redo() error {
	w, valid, keys := writes{}, false, []string(nil)
	err := s.db.View(func(txn *badger.Txn) error {
		return scan(txn, []byte{byte(spaceRedo)}, true, func(key []byte, value string) (bool, error) {
			seq, ok := parseRedoKey(key)
			if !ok {
				return false, badKey(key)
			}
			if seq == math.MaxUint32 {
				valid = true
				return true, nil
			}
			keys = append(keys, string(key))
			return true, w.readRedo(value)
		})
	})
	if err != nil {
		return fmt.Errorf("read redo log: %w", err)
	}
	if len(keys) == 0 && !valid {
		return nil
	}
	s.log.Info("store was not closed during a commit", "complete", valid, "records", len(w))
	if valid {
		if err := s.inMany(w); err != nil {
			return fmt.Errorf("apply redo log: %w", err)
		}
	}
	return s.clearRedo(keys)
}

// clearRedo drops the redo log: first the record that makes it valid.
func (s *Store) clearRedo(keys []string) error {
	if err := s.inMany(writes{string(redoEnd): nil}); err != nil {
		return fmt.Errorf("open redo log: %w", err)
	}
	w := writes{}
	for _, key := range keys {
		w.delete([]byte(key))
	}
	if err := s.inMany(w); err != nil {
		return fmt.Errorf("clear redo log: %w", err)
	}
	return nil
}
