package graph

// formatVersion is the version of the store's keys and values, which doc.go describes. A store
// in another version is refused by Open: what it holds is loaded again from the files.
//
// History:
//
//	1  the first format
//	2  facts and evidence have a confidence: which a store of version 1 lacks, so that it must be
//	   loaded again
//	3  facts and texts are compressed
const formatVersion = 3
