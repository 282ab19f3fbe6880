package graph

// formatVersion is the version of the store's keys and values, which doc.go describes. A store
// in another version is refused by Open.
//
// History:
//
//	1  the first format
const formatVersion = 1
