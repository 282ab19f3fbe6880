package graph

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// A space is the first byte of a key: the kind of record that the key names. doc.go has the table.
type space byte

const (
	spaceMeta space = iota
	spaceFacts
	spaceText
	spaceNode
	spaceBrief
	spaceOut
	spaceIn
	spaceNodeBy
	spaceEdgeBy
	spaceWaiting
	spaceName
	spaceExpression
	spaceDocument
	spaceFile
	spaceAlias
	spaceRedo
	spaces // their number
)

var spaceNames = [spaces]string{
	"meta", "facts", "text", "node", "brief", "out", "in", "node-by", "edge-by", "waiting", "name",
	"expression", "document", "file", "alias", "redo",
}

func (s space) String() string { return spaceNames[s] }

// The keys of spaceMeta.
const (
	metaFormat  = "format"  // formatVersion, 4 bytes
	metaVersion = "version" // number of commits, 8 bytes
	metaCounts  = "counts"  // counts
)

// digest is a Source as bytes.
type digest [32]byte

const (
	idSize     = len(ID{})
	digestSize = len(digest{})
	edgeSize   = 2*idSize + 1
)

// digest is the source as bytes; ErrInvalid if it is not 64 lower-case hex digits.
func (s Source) digest() (digest, error) {
	if b, err := hex.DecodeString(string(s)); err == nil && len(b) == digestSize {
		if d := digest(b); d.source() == s {
			return d, nil
		}
	}
	return digest{}, fmt.Errorf("source %q: no SHA-256 in lower-case hex: %w", string(s), ErrInvalid)
}

func (d digest) source() Source { return Source(hex.EncodeToString(d[:])) }

// keyReader takes a key apart from its front. A read past the end makes it bad for good.
type keyReader struct {
	rest []byte
	bad  bool
}

func readKey(key []byte, s space) *keyReader {
	if len(key) == 0 || key[0] != byte(s) {
		return &keyReader{bad: true}
	}
	return &keyReader{rest: key[1:]}
}

func (r *keyReader) take(n int) []byte {
	if r.bad || len(r.rest) < n {
		r.bad = true
		return make([]byte, n)
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *keyReader) id() ID          { return ID(r.take(idSize)) }
func (r *keyReader) digest() digest  { return digest(r.take(digestSize)) }
func (r *keyReader) short() int      { return int(binary.BigEndian.Uint16(r.take(2))) }
func (r *keyReader) kind() EdgeKind  { return EdgeKind(r.take(1)[0]) }
func (r *keyReader) string() string  { return string(r.take(r.short())) }
func (r *keyReader) done() (ok bool) { return !r.bad && len(r.rest) == 0 }

func (r *keyReader) edge() EdgeKey {
	return EdgeKey{From: r.id(), Kind: r.kind(), To: r.id()}
}

func appendEdge(b []byte, e EdgeKey) []byte {
	b = append(append(b, e.From[:]...), byte(e.Kind))
	return append(b, e.To[:]...)
}

func appendString(b []byte, s string) []byte {
	return append(binary.BigEndian.AppendUint16(b, uint16(len(s))), s...)
}

func metaKey(name string) []byte { return append([]byte{byte(spaceMeta)}, name...) }

func parseMetaKey(key []byte) (name string, ok bool) {
	r := readKey(key, spaceMeta)
	return string(r.rest), !r.bad
}

// partPrefix is the front of the keys of all parts of a source's facts or text.
func partPrefix(s space, d digest) []byte { return append([]byte{byte(s)}, d[:]...) }

func partKey(s space, d digest, part int) []byte {
	return binary.BigEndian.AppendUint16(partPrefix(s, d), uint16(part))
}

func parsePartKey(s space, key []byte) (d digest, part int, ok bool) {
	r := readKey(key, s)
	d, part = r.digest(), r.short()
	return d, part, r.done()
}

// idKey is the key of a node's record in spaceNode or spaceBrief.
func idKey(s space, id ID) []byte { return append([]byte{byte(s)}, id[:]...) }

func parseIDKey(s space, key []byte) (id ID, ok bool) {
	r := readKey(key, s)
	id = r.id()
	return id, r.done()
}

func outKey(e EdgeKey) []byte { return appendEdge([]byte{byte(spaceOut)}, e) }

func parseOutKey(key []byte) (e EdgeKey, ok bool) {
	r := readKey(key, spaceOut)
	e = r.edge()
	return e, r.done()
}

func inKey(e EdgeKey) []byte {
	return appendEdge([]byte{byte(spaceIn)}, EdgeKey{From: e.To, Kind: e.Kind, To: e.From})
}

func parseInKey(key []byte) (e EdgeKey, ok bool) {
	r := readKey(key, spaceIn)
	e.To, e.Kind, e.From = r.id(), r.kind(), r.id()
	return e, r.done()
}

// nodeByPrefix is the front of the keys that name the sources of a node.
func nodeByPrefix(id ID) []byte { return append([]byte{byte(spaceNodeBy)}, id[:]...) }

func nodeByKey(id ID, d digest) []byte { return append(nodeByPrefix(id), d[:]...) }

func parseNodeByKey(key []byte) (id ID, d digest, ok bool) {
	r := readKey(key, spaceNodeBy)
	id, d = r.id(), r.digest()
	return id, d, r.done()
}

// edgeByPrefix is the front of the keys that name the sources of an edge.
func edgeByPrefix(e EdgeKey) []byte { return appendEdge([]byte{byte(spaceEdgeBy)}, e) }

func edgeByKey(e EdgeKey, d digest) []byte { return append(edgeByPrefix(e), d[:]...) }

func parseEdgeByKey(key []byte) (e EdgeKey, d digest, ok bool) {
	r := readKey(key, spaceEdgeBy)
	e, d = r.edge(), r.digest()
	return e, d, r.done()
}

func waitingKey(missing ID, e EdgeKey) []byte {
	return appendEdge(append([]byte{byte(spaceWaiting)}, missing[:]...), e)
}

func parseWaitingKey(key []byte) (missing ID, e EdgeKey, ok bool) {
	r := readKey(key, spaceWaiting)
	missing, e = r.id(), r.edge()
	return missing, e, r.done()
}

// namePrefix is the front of the keys of the nodes of a kind with a name, as indexedName makes it.
func namePrefix(k NodeKind, name string) []byte {
	return appendString([]byte{byte(spaceName), byte(k)}, name)
}

func nameKey(name string, id ID) []byte { return append(namePrefix(id.Kind(), name), id[:]...) }

func parseNameKey(key []byte) (name string, id ID, ok bool) {
	r := readKey(key, spaceName)
	kind := NodeKind(r.take(1)[0])
	name, id = r.string(), r.id()
	return name, id, r.done() && id.Kind() == kind
}

func expressionKey(d digest) []byte { return append([]byte{byte(spaceExpression)}, d[:]...) }

func parseExpressionKey(key []byte) (d digest, ok bool) {
	r := readKey(key, spaceExpression)
	d = r.digest()
	return d, r.done()
}

// documentPrefix is the front of the keys of a document's expressions.
func documentPrefix(doc ID) []byte { return append([]byte{byte(spaceDocument)}, doc[:]...) }

func documentKey(doc ID, d digest) []byte { return append(documentPrefix(doc), d[:]...) }

func parseDocumentKey(key []byte) (doc ID, d digest, ok bool) {
	r := readKey(key, spaceDocument)
	doc, d = r.id(), r.digest()
	return doc, d, r.done()
}

// filePrefix is the front of the keys of the expressions that a file holds.
func filePrefix(name string) []byte { return appendString([]byte{byte(spaceFile)}, name) }

func fileKey(name string, doc ID, d digest) []byte {
	return append(append(filePrefix(name), doc[:]...), d[:]...)
}

func parseFileKey(key []byte) (name string, doc ID, d digest, ok bool) {
	r := readKey(key, spaceFile)
	name, doc, d = r.string(), r.id(), r.digest()
	return name, doc, d, r.done()
}

// aliasPrefix is the front of the keys that name the sources of an alias.
func aliasPrefix(a Alias) []byte {
	return append(append([]byte{byte(spaceAlias)}, a.From[:]...), a.To[:]...)
}

func aliasKey(a Alias, d digest) []byte { return append(aliasPrefix(a), d[:]...) }

func parseAliasKey(key []byte) (a Alias, d digest, ok bool) {
	r := readKey(key, spaceAlias)
	a.From, a.To, d = r.id(), r.id(), r.digest()
	return a, d, r.done()
}

func redoKey(seq uint32) []byte {
	return binary.BigEndian.AppendUint32([]byte{byte(spaceRedo)}, seq)
}

func parseRedoKey(key []byte) (seq uint32, ok bool) {
	r := readKey(key, spaceRedo)
	seq = binary.BigEndian.Uint32(r.take(4))
	return seq, r.done()
}
