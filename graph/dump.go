package graph

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/dgraph-io/badger/v4"
)

// Dump writes every record of the view as a line of text, in the order of keys: its key, and its
// value as JSON. Equal graphs have equal dumps, however they came about; the version is left out.
func (v *View) Dump(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	err := v.store.read(v.snap, func(txn *badger.Txn) error {
		return scan(txn, nil, true, func(key []byte, value string) (bool, error) {
			if string(key) == string(metaKey(metaVersion)) {
				return true, nil
			}
			text, err := describeValue(key, value)
			if err == nil {
				_, err = fmt.Fprintln(out, describeKey(key), text)
			}
			if err == nil {
				err = ctx.Err()
			}
			return true, err
		})
	})
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("graph: dump: %w", err)
	}
	return nil
}

// describeKey is a key as text: its space and its parts.
func describeKey(key []byte) string {
	if len(key) == 0 || space(key[0]) >= spaces {
		return fmt.Sprintf("key %x", key)
	}
	s := space(key[0])
	if parts, ok := keyParts(s, key); ok {
		return s.String() + " " + parts
	}
	return fmt.Sprintf("%s key %x", s, key)
}

func keyParts(s space, key []byte) (string, bool) {
	switch s {
	case spaceMeta:
		name, ok := parseMetaKey(key)
		return name, ok
	case spaceFacts, spaceText:
		d, part, ok := parsePartKey(s, key)
		return fmt.Sprintf("%s %d", d.source(), part), ok
	case spaceNode, spaceBrief:
		id, ok := parseIDKey(s, key)
		return id.String(), ok
	case spaceOut:
		e, ok := parseOutKey(key)
		return e.String(), ok
	case spaceIn:
		e, ok := parseInKey(key)
		return e.String(), ok
	case spaceNodeBy:
		id, d, ok := parseNodeByKey(key)
		return fmt.Sprintf("%s %s", id, d.source()), ok
	case spaceEdgeBy:
		e, d, ok := parseEdgeByKey(key)
		return fmt.Sprintf("%s %s", e, d.source()), ok
	case spaceWaiting:
		missing, e, ok := parseWaitingKey(key)
		return fmt.Sprintf("%s: %s", missing, e), ok
	}
	return indexKeyParts(s, key)
}

func indexKeyParts(s space, key []byte) (string, bool) {
	switch s {
	case spaceName:
		name, id, ok := parseNameKey(key)
		return fmt.Sprintf("%q %s", name, id), ok
	case spaceExpression:
		d, ok := parseExpressionKey(key)
		return string(d.source()), ok
	case spaceDocument:
		doc, d, ok := parseDocumentKey(key)
		return fmt.Sprintf("%s %s", doc, d.source()), ok
	case spaceFile:
		name, doc, d, ok := parseFileKey(key)
		return fmt.Sprintf("%q %s %s", name, doc, d.source()), ok
	case spaceAlias:
		a, d, ok := parseAliasKey(key)
		return fmt.Sprintf("%s %s %s", a.From, a.To, d.source()), ok
	case spaceRedo:
		seq, ok := parseRedoKey(key)
		return strconv.Itoa(int(seq)), ok
	}
	return "", false
}

// describeValue is a record's value as text: JSON of what it says, as far as it is not told by
// other records, and "" for an index.
func describeValue(key []byte, value string) (string, error) {
	var said any
	var err error
	switch space(key[0]) {
	case spaceNode:
		var s statement
		if s, err = decodeStatement(value); err == nil {
			id, _ := parseIDKey(spaceNode, key)
			said, err = s.node(id)
		}
	case spaceOut:
		var s statement
		if s, err = decodeStatement(value); err == nil {
			e, _ := parseOutKey(key)
			said, err = s.edge(e)
		}
	case spaceExpression:
		e := Expression{}
		err = decode(value, e.record)
		said = e
	case spaceText:
		if said, err = unpack(value); err != nil { // one part of some
			return fmt.Sprintf("%x", value), nil
		}
	case spaceMeta, spaceFacts, spaceBrief, spaceIn, spaceRedo:
		return fmt.Sprintf("%x", value), nil
	default:
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", describeKey(key), err)
	}
	text, err := json.Marshal(said)
	return string(text), err
}
