package graph

import (
	"context"
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// Facts returns all that a text states, as Apply would take it again: what an export needs that is
// to be imported. The error wraps ErrNotFound if the text is not stored.
func (v *View) Facts(ctx context.Context, source Source) (f Facts, err error) {
	err = v.store.read(v.snap, func(txn *badger.Txn) error {
		d, err := source.digest()
		if err != nil {
			return fmt.Errorf("%w: %w", err, ErrNotFound)
		}
		record, parts, err := readParts(txn, spaceFacts, d)
		if err == nil && parts == 0 {
			err = ErrNotFound
		}
		if err != nil {
			return err
		}
		text, _, err := readParts(txn, spaceText, d)
		if err != nil {
			return err
		}
		s, err := decodeSheet(source, record)
		if err != nil {
			return err
		}
		f, err = s.facts(text)
		return err
	})
	if err != nil {
		return Facts{}, fmt.Errorf("graph: facts of %q: %w", source, err)
	}
	return f, ctx.Err()
}
