package search

import "errors"

var (
	// ErrEmpty is returned for a query without a word: blank, or of signs only.
	ErrEmpty = errors.New("the query has no word to look for")
	// ErrLong is returned for a query of more than MaxQuery characters.
	ErrLong = errors.New("the query is too long")
	// ErrClosed is returned by an index after Close.
	ErrClosed = errors.New("the search index is closed")
	// ErrBadCursor is returned for a cursor that no hit has given.
	ErrBadCursor = errors.New("not a cursor of a hit")
)
