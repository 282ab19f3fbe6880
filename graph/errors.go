package graph

import "errors"

// The sentinels that errors of this package wrap. ErrBadID stands with ParseID.
var (
	// ErrNotFound is returned by reads of a text that is not stored.
	ErrNotFound = errors.New("not found")
	// ErrInvalid is returned by Apply for facts that break a rule of the model, such as an edge
	// that ends nowhere or a quote that is not in its text. Nothing has been written.
	ErrInvalid = errors.New("invalid")
	// ErrCorrupt is returned for stored bytes that cannot be read, or that contradict others.
	ErrCorrupt = errors.New("corrupt")
	// ErrFormat is returned by Open for a folder that holds a database which is not a store, or a
	// store in a format that this version does not know.
	ErrFormat = errors.New("unknown store format")
	// ErrLocked is returned by Open for a folder that another process has open.
	ErrLocked = errors.New("in use by another process")
	// ErrClosed is returned by a store, and by the views taken from it, after Close.
	ErrClosed = errors.New("closed")
)
