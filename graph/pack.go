package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dgraph-io/badger/v4"
	"github.com/klauspost/compress/s2"
)

// The facts and the text of a source are stored compressed: both say much again and again, and all
// that is written goes through memory, a log and several levels of files.

const (
	// packedMark is the first byte of a compressed value. It begins neither a text, being no UTF-8,
	// nor facts, being no tag, so that values which are stored as they are need no mark.
	packedMark = 0xff
	// packFrom is the size in bytes from which values are compressed.
	packFrom = 4 << 10
)

// pack is a value as it is stored.
func pack(value string) []byte {
	if len(value) < packFrom {
		return []byte(value)
	}
	b := make([]byte, 1+s2.MaxEncodedLen(len(value)))
	b[0] = packedMark
	n := len(s2.Encode(b[1:], []byte(value)))
	return b[:1+n]
}

// unpack is the value that was packed. The error wraps ErrCorrupt.
func unpack(stored string) (string, error) {
	if stored == "" || stored[0] != packedMark {
		return stored, nil
	}
	value, err := s2.Decode(nil, []byte(stored[1:]))
	if err != nil {
		return "", fmt.Errorf("compressed value: %w: %w", err, ErrCorrupt)
	}
	return string(value), nil
}

// partSize is the size of a part of facts or text as stored, well below the size from which Badger
// moves a value to its value log.
const partSize = 256 << 10

// setParts sets the parts of a packed value and returns their number.
func (w writes) setParts(s space, d digest, packed []byte) (n int) {
	for part := range slices.Chunk(packed, partSize) {
		w.set(partKey(s, d, n), part)
		n++
	}
	return n
}

// writeParts stages the facts or the text of a source, and the removal of the parts that what is
// stored has more.
func (c *commit) writeParts(s space, d digest, value string) error {
	_, before, err := readPacked(c.txn, s, d)
	if err != nil {
		return err
	}
	for n := c.writes.setParts(s, d, pack(value)); n < before; n++ {
		c.writes.delete(partKey(s, d, n))
	}
	return nil
}

// readParts is the facts or the text of a source, and the number of parts it is stored in: none if
// it is not stored.
func readParts(txn *badger.Txn, s space, d digest) (value string, parts int, err error) {
	packed, parts, err := readPacked(txn, s, d)
	if err == nil {
		value, err = unpack(packed)
	}
	if err != nil {
		return "", 0, fmt.Errorf("%s of source %s: %w", s, d.source(), err)
	}
	return value, parts, nil
}

// readPacked is the facts or the text of a source as stored, put together of its parts.
func readPacked(txn *badger.Txn, s space, d digest) (packed string, parts int, err error) {
	var b strings.Builder
	err = scan(txn, partPrefix(s, d), true, func(_ []byte, value string) (bool, error) {
		parts++
		b.WriteString(value)
		return true, nil
	})
	return b.String(), parts, err
}
