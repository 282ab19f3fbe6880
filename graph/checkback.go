package graph

import (
	"fmt"
	"slices"
)

// backward checks that each stored record follows from the facts, and names those that do not.
// That all that follows from the facts is stored was checked before, so it is enough to find for
// each record what it follows from.
func (a *audit) backward() error {
	checks := map[space]func(key []byte) (reason string, err error){
		spaceMeta:       a.metaRecord,
		spaceFacts:      a.partRecord(spaceFacts),
		spaceText:       a.partRecord(spaceText),
		spaceNode:       a.nodeRecord,
		spaceBrief:      a.briefRecord,
		spaceOut:        a.outRecord,
		spaceIn:         a.inRecord,
		spaceNodeBy:     a.statedRecord,
		spaceEdgeBy:     a.statedRecord,
		spaceWaiting:    a.waitingRecord,
		spaceName:       a.nameRecord,
		spaceExpression: a.expressionRecord,
		spaceDocument:   a.documentRecord,
		spaceFile:       a.fileRecord,
		spaceAlias:      a.statedRecord,
		spaceRedo:       func([]byte) (string, error) { return "left over from a commit", nil },
	}
	return scan(a.txn, nil, false, func(key []byte, _ string) (bool, error) {
		s := space(key[0])
		if s >= spaces {
			a.problem(describeKey(key), notAKey)
			return true, nil
		}
		if a.stored[s] == a.expected[s] && s != spaceMeta {
			return true, a.ctx.Err()
		}
		reason, err := checks[s](key)
		if err != nil {
			return true, a.unreadable(describeKey(key), err)
		}
		if reason != "" {
			a.problem(describeKey(key), "%s", reason)
		}
		return true, a.ctx.Err()
	})
}

const notAKey = "not a key"

// has is reason unless there is a record with the key.
func (a *audit) has(key []byte, reason string) (string, error) {
	_, found, err := get(a.txn, key)
	if found {
		reason = ""
	}
	return reason, err
}

// some is reason unless there is a record whose key has the prefix.
func (a *audit) some(prefix []byte, reason string) (string, error) {
	err := scan(a.txn, prefix, false, func([]byte, string) (bool, error) {
		reason = ""
		return false, nil
	})
	return reason, err
}

func (a *audit) metaRecord(key []byte) (string, error) {
	if name, ok := parseMetaKey(key); !ok || name != metaFormat && name != metaVersion &&
		name != metaCounts {
		return notAKey, nil
	}
	return "", nil
}

func (a *audit) partRecord(s space) func([]byte) (string, error) {
	return func(key []byte) (string, error) {
		d, part, ok := parsePartKey(s, key)
		switch {
		case !ok:
			return notAKey, nil
		case part > 0:
			return a.has(partKey(s, d, part-1), "the part before is missing")
		}
		return a.has(expressionKey(d), "no such expression")
	}
}

func (a *audit) nodeRecord(key []byte) (string, error) {
	id, ok := parseIDKey(spaceNode, key)
	if !ok {
		return notAKey, nil
	}
	return a.some(nodeByPrefix(id), "no source states it")
}

func (a *audit) briefRecord(key []byte) (string, error) {
	id, ok := parseIDKey(spaceBrief, key)
	if !ok {
		return notAKey, nil
	}
	return a.has(idKey(spaceNode, id), "no such node")
}

func (a *audit) outRecord(key []byte) (string, error) {
	e, ok := parseOutKey(key)
	if !ok {
		return notAKey, nil
	}
	for _, end := range []ID{e.From, e.To} {
		reason, err := a.has(idKey(spaceNode, end), "no node "+end.String())
		if reason != "" || err != nil {
			return reason, err
		}
	}
	return a.some(edgeByPrefix(e), "no source states it")
}

func (a *audit) inRecord(key []byte) (string, error) {
	e, ok := parseInKey(key)
	if !ok {
		return notAKey, nil
	}
	return a.has(outKey(e), "the edge is not stored in the other direction")
}

func (a *audit) waitingRecord(key []byte) (string, error) {
	missing, e, ok := parseWaitingKey(key)
	if !ok || missing != e.From && missing != e.To {
		return notAKey, nil
	}
	if _, found, err := get(a.txn, idKey(spaceNode, missing)); found || err != nil {
		return "the node is not missing", err
	}
	return a.some(edgeByPrefix(e), "no source states the edge")
}

func (a *audit) nameRecord(key []byte) (string, error) {
	name, id, ok := parseNameKey(key)
	if !ok {
		return notAKey, nil
	}
	s, err := readStatement(a.txn, idKey(spaceNode, id))
	if s == nil || err != nil {
		return "no such node", err
	}
	n, err := s.node(id)
	if err == nil && !slices.Contains(indexedNames(n), name) {
		return "the node has another name", nil
	}
	return "", err
}

func (a *audit) expressionRecord(key []byte) (string, error) {
	d, ok := parseExpressionKey(key)
	if !ok {
		return notAKey, nil
	}
	if reason, err := a.has(partKey(spaceText, d, 0), "it has no text"); reason != "" || err != nil {
		return reason, err
	}
	return a.has(partKey(spaceFacts, d, 0), "it has no facts")
}

func (a *audit) documentRecord(key []byte) (string, error) {
	doc, d, ok := parseDocumentKey(key)
	if !ok {
		return notAKey, nil
	}
	e, err := readExpression(a.txn, d)
	if e == nil || e.Document != doc {
		return "the document has no such expression", err
	}
	return "", err
}

func (a *audit) fileRecord(key []byte) (string, error) {
	name, doc, d, ok := parseFileKey(key)
	if !ok {
		return notAKey, nil
	}
	e, err := readExpression(a.txn, d)
	if e == nil || e.FileName != name || e.Document != doc {
		return "the file has no such expression", err
	}
	return "", err
}

// statedRecord checks a record of an index that names the source of a statement.
func (a *audit) statedRecord(key []byte) (string, error) {
	var d digest
	var states func(*sheet) bool
	if id, source, ok := parseNodeByKey(key); ok {
		d, states = source, func(s *sheet) bool { return s.node(id) != nil }
	} else if e, source, ok := parseEdgeByKey(key); ok {
		d, states = source, func(s *sheet) bool { return s.edge(e) != nil }
	} else if alias, source, ok := parseAliasKey(key); ok {
		d, states = source, func(s *sheet) bool { return slices.Contains(s.aliases, alias) }
	} else {
		return notAKey, nil
	}
	s, ok := a.sheets.Get(d)
	if !ok {
		record, _, err := readParts(a.txn, spaceFacts, d)
		if err != nil {
			return "", err
		}
		if s, err = decodeSheet(d.source(), record); err != nil {
			return fmt.Sprintf("the facts of source %s cannot be read", d.source()), nil
		}
		a.sheets.Add(d, s)
	}
	if !states(s) {
		return "the source does not state it", nil
	}
	return "", nil
}
