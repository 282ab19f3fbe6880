package graph

import (
	"fmt"
)

// put stages the facts of a source.
func (c *commit) put(f *Facts) error {
	after, err := newSheet(f)
	if err != nil {
		return err
	}
	d, err := f.Expression.Source.digest()
	if err != nil {
		return err
	}
	before, record, err := c.stored(d)
	if err != nil {
		return err
	}
	text, _, err := readParts(c.txn, spaceText, d)
	if err != nil {
		return err
	}
	now := string(encode(after.record))
	if record == now && text == f.Text {
		before = after // nothing changes
	}
	if err := c.addSource(d, before, after); err != nil || before == after {
		return err
	}
	if err := c.writeParts(spaceFacts, d, now); err != nil {
		return err
	}
	return c.writeParts(spaceText, d, f.Text)
}

// remove stages that a source is forgotten.
func (c *commit) remove(source Source) error {
	d, err := source.digest()
	if err != nil {
		return err
	}
	before, _, err := c.stored(d)
	if err != nil {
		return err
	}
	for _, s := range []space{spaceFacts, spaceText} {
		if err := c.writeParts(s, d, ""); err != nil {
			return err
		}
	}
	return c.addSource(d, before, &sheet{})
}

// stored is the facts of a source and their record; the empty sheet if it is not stored.
func (c *commit) stored(d digest) (*sheet, string, error) {
	record, parts, err := readParts(c.txn, spaceFacts, d)
	if err != nil || parts == 0 {
		return &sheet{}, "", err
	}
	s, err := decodeSheet(d.source(), record)
	return s, record, err
}

// addSource notes what a source states before and after, and stages the records of the source.
func (c *commit) addSource(d digest, before, after *sheet) error {
	if c.sources[d] != nil {
		return invalid("it is named twice in the batch")
	}
	c.sources[d] = &sourceChange{before, after}
	if before == after {
		return nil
	}
	if e := before.expression; e.Source != "" {
		c.writes.delete(expressionKey(d))
		c.writes.delete(documentKey(e.Document, d))
		c.writes.delete(fileKey(e.FileName, e.Document, d))
	}
	if e := after.expression; e.Source != "" {
		c.writes.set(expressionKey(d), encode(e.record))
		c.writes.set(documentKey(e.Document, d), nil)
		c.writes.set(fileKey(e.FileName, e.Document, d), nil)
	}
	return nil
}

// sheet is the facts of a source after the commit.
func (c *commit) sheet(d digest) (*sheet, error) {
	if change := c.sources[d]; change != nil {
		return change.after, nil
	}
	if s, ok := c.sheets.Get(d); ok {
		return s, nil
	}
	s, _, err := c.stored(d)
	if err == nil && s.expression.Source == "" {
		err = fmt.Errorf("facts of source %s: no record: %w", d.source(), ErrCorrupt)
	}
	if err == nil {
		c.sheets.Add(d, s)
	}
	return s, err
}
