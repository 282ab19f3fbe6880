package graph

import (
	"maps"
	"slices"
)

// An alias says that a document cited under one id is the document of another. What an id stands
// for follows from the set of aliases and of loaded documents alone:
//
//   - A loaded document stands for itself.
//   - An id that is stated to be exactly one other, and is itself the meaning of none, stands for
//     that one.
//   - A document that is only cited, and of whose names exactly one is a loaded document, stands
//     for that.
//   - Any other id stands for itself.
//
// So a name stands for a number, or through the number for the loaded document that goes by the
// name, and what an id stands for always stands for itself.
func (e *edit) meaning(i uint32) uint32 {
	if e.loaded(i) {
		return i
	}
	names := e.read(i).names
	if names == nil {
		return i
	}
	if len(names.to) == 1 && len(names.from) == 0 {
		i = names.to[0]
	}
	if e.loaded(i) {
		return i
	}
	loaded := slices.DeleteFunc(slices.Clone(e.read(i).names.from), func(from uint32) bool {
		return !e.loaded(from)
	})
	if len(loaded) == 1 {
		return loaded[0]
	}
	return i
}

func (e *edit) loaded(i uint32) bool {
	f := e.read(i).face
	return f != nil && f.listed // a document is listed when it is loaded
}

// resolveAliases recomputes the meaning of all ids that the edit can have changed: those within
// two aliases, as they were or as they are, of one whose aliases or document changed.
func (e *edit) resolveAliases() {
	affected := maps.Clone(e.renamed)
	for range 2 {
		for i := range maps.Clone(affected) {
			for _, names := range []*aliases{e.base.at(i).names, e.read(i).names} {
				if names == nil {
					continue
				}
				for _, j := range slices.Concat(names.to, names.from) {
					affected[j] = true
				}
			}
		}
	}
	for i := range affected {
		names := e.read(i).names
		if names == nil {
			continue
		}
		if now := e.meaning(i); now != names.stands {
			e.setMeaning(i, names.stands, now)
		}
	}
}

// setMeaning lets i stand for now instead of before.
func (e *edit) setMeaning(i, before, now uint32) {
	if before != i {
		names := e.ownNames(before)
		names.members = withIndex(names.members, i, false)
		e.next.aliased--
	}
	if now != i {
		names := e.ownNames(now)
		names.members = withIndex(names.members, i, true)
		e.next.aliased++
	}
	e.ownNames(i).stands = now
}
