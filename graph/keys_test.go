package graph

import (
	"bytes"
	"encoding/hex"
	"errors"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// exampleID is the id that the examples of doc.go call D or T.
func exampleID(k NodeKind, fill byte) ID {
	id := ID{byte(k)}
	copy(id[1:], bytes.Repeat([]byte{fill}, len(id)-1))
	return id
}

var (
	exampleDocument = exampleID(KindDocument, 0xd1)
	exampleTask     = exampleID(KindTask, 0x7a)
	exampleSource   = digest(bytes.Repeat([]byte{0x5e}, digestSize))
	exampleEdge     = EdgeKey{exampleDocument, HasTask, exampleTask}
)

// exampleKeys are the keys that doc.go gives as examples, in order.
func exampleKeys() [][]byte {
	return [][]byte{
		metaKey(metaFormat),
		partKey(spaceFacts, exampleSource, 0),
		partKey(spaceText, exampleSource, 1),
		idKey(spaceNode, exampleTask),
		idKey(spaceBrief, exampleTask),
		outKey(exampleEdge),
		inKey(exampleEdge),
		nodeByKey(exampleTask, exampleSource),
		edgeByKey(exampleEdge, exampleSource),
		waitingKey(exampleTask, exampleEdge),
		nameKey("ABC", exampleDocument),
		expressionKey(exampleSource),
		documentKey(exampleDocument, exampleSource),
		fileKey("a.txt", exampleDocument, exampleSource),
		aliasKey(Alias{exampleDocument, exampleDocument}, exampleSource),
		redoKey(1),
	}
}

// TestKeyTable compares the key table of doc.go with the functions of keys.go.
func TestKeyTable(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^\t([0-9a-f]{2}) (\S+) .* {2,}([0-9a-f]{2} .*)$`)
	rows := line.FindAllStringSubmatch(file.Doc.Text(), -1)
	keys := exampleKeys()
	if len(rows) != len(keys) || len(keys) != int(spaces) {
		t.Fatalf("doc.go has %d rows, keys.go %d spaces, the test %d keys", len(rows), spaces, len(keys))
	}
	for i, row := range rows {
		t.Run(row[2], func(t *testing.T) {
			if number, name := row[1], row[2]; number != hex.EncodeToString([]byte{byte(i)}) ||
				name != space(i).String() {
				t.Errorf("row %d is %s %s, want %02x %s", i, number, name, i, space(i))
			}
			if want := readExample(t, row[3]); !bytes.Equal(keys[i], want) {
				t.Errorf("key %x, doc.go says %x", keys[i], want)
			}
		})
	}
}

func readExample(t *testing.T, example string) (key []byte) {
	t.Helper()
	for _, word := range strings.Fields(example) {
		switch {
		case word == "D":
			key = append(key, exampleDocument[:]...)
		case word == "T":
			key = append(key, exampleTask[:]...)
		case word == "S":
			key = append(key, exampleSource[:]...)
		case word[0] == '"':
			text, err := strconv.Unquote(word)
			if err != nil {
				t.Fatal(err)
			}
			key = append(key, text...)
		default:
			b, err := hex.DecodeString(word)
			if err != nil {
				t.Fatal(err)
			}
			key = append(key, b...)
		}
	}
	return key
}

// rebuild takes a key apart and builds it again; nil if it is no key of its space.
func rebuild(key []byte) []byte {
	switch s := space(key[0]); s {
	case spaceMeta:
		if name, ok := parseMetaKey(key); ok {
			return metaKey(name)
		}
	case spaceFacts, spaceText:
		if d, part, ok := parsePartKey(s, key); ok {
			return partKey(s, d, part)
		}
	case spaceNode, spaceBrief:
		if id, ok := parseIDKey(s, key); ok {
			return idKey(s, id)
		}
	case spaceOut:
		if e, ok := parseOutKey(key); ok {
			return outKey(e)
		}
	case spaceIn:
		if e, ok := parseInKey(key); ok {
			return inKey(e)
		}
	case spaceNodeBy:
		if id, d, ok := parseNodeByKey(key); ok {
			return nodeByKey(id, d)
		}
	case spaceEdgeBy:
		if e, d, ok := parseEdgeByKey(key); ok {
			return edgeByKey(e, d)
		}
	case spaceWaiting:
		if missing, e, ok := parseWaitingKey(key); ok {
			return waitingKey(missing, e)
		}
	default:
		return rebuildIndex(key)
	}
	return nil
}

func rebuildIndex(key []byte) []byte {
	switch space(key[0]) {
	case spaceName:
		if name, id, ok := parseNameKey(key); ok {
			return nameKey(name, id)
		}
	case spaceExpression:
		if d, ok := parseExpressionKey(key); ok {
			return expressionKey(d)
		}
	case spaceDocument:
		if doc, d, ok := parseDocumentKey(key); ok {
			return documentKey(doc, d)
		}
	case spaceFile:
		if name, doc, d, ok := parseFileKey(key); ok {
			return fileKey(name, doc, d)
		}
	case spaceAlias:
		if a, d, ok := parseAliasKey(key); ok {
			return aliasKey(a, d)
		}
	case spaceRedo:
		if seq, ok := parseRedoKey(key); ok {
			return redoKey(seq)
		}
	}
	return nil
}

// FuzzKeys takes any bytes for a key: they are refused, or building the key again gives the same
// bytes; and a key cut short or with a byte too many is refused.
func FuzzKeys(f *testing.F) {
	for _, key := range exampleKeys() {
		f.Add(key)
	}
	f.Add([]byte{byte(spaceFile), 0xff, 0xff, 'a'})
	f.Fuzz(func(t *testing.T, key []byte) {
		if len(key) == 0 {
			return
		}
		again := rebuild(key)
		if again == nil {
			return
		}
		if !bytes.Equal(again, key) {
			t.Fatalf("key %x is built again as %x", key, again)
		}
		if space(key[0]) == spaceMeta {
			return // a name of any length
		}
		shorter, longer := key[:len(key)-1], append(slices.Clone(key), 0)
		if len(shorter) > 0 && rebuild(shorter) != nil || rebuild(longer) != nil {
			t.Errorf("a key of another length than %x is accepted", key)
		}
	})
}

// FuzzNames gives names of any bytes to the keys that hold them: two names never share a prefix.
func FuzzNames(f *testing.F) {
	f.Add("", "\x00")
	f.Add("a", "a\x00")
	f.Add("名", "\xff\xfe")
	f.Add("\x00\x01", "\x00")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = a[:min(len(a), maxFileName)], b[:min(len(b), maxFileName)]
		key := fileKey(a, exampleDocument, exampleSource)
		name, doc, d, ok := parseFileKey(key)
		if !ok || name != a || doc != exampleDocument || d != exampleSource {
			t.Fatalf("file %q is read as %q %s %x %v", a, name, doc, d, ok)
		}
		if bytes.HasPrefix(key, filePrefix(b)) != (a == b) {
			t.Errorf("file %q is found as %q", a, b)
		}
		if bytes.HasPrefix(nameKey(a, exampleTask), namePrefix(KindTask, b)) != (a == b) {
			t.Errorf("name %q is found as %q", a, b)
		}
	})
}

func TestKeyOrder(t *testing.T) {
	low, high := exampleID(KindTask, 1), exampleID(KindTask, 2)
	for name, pair := range map[string][2][]byte{
		"parts by number": {
			partKey(spaceText, exampleSource, 255), partKey(spaceText, exampleSource, 256),
		},
		"edges by from": {
			outKey(EdgeKey{low, AlignedWith, high}), outKey(EdgeKey{high, HasTask, low}),
		},
		"edges by kind, then to": {
			outKey(EdgeKey{low, HasTask, high}), outKey(EdgeKey{low, About, low}),
		},
		"edges back by to": {
			inKey(EdgeKey{high, AlignedWith, low}), inKey(EdgeKey{low, HasTask, high}),
		},
		"redo by sequence": {redoKey(255), redoEnd},
	} {
		t.Run(name, func(t *testing.T) {
			if bytes.Compare(pair[0], pair[1]) >= 0 {
				t.Errorf("%x does not come before %x", pair[0], pair[1])
			}
		})
	}
}

func TestSourceDigest(t *testing.T) {
	good := Source(strings.Repeat("5e", digestSize))
	if d, err := good.digest(); err != nil || d != exampleSource || d.source() != good {
		t.Errorf("digest of %s: %x, %v", good, d, err)
	}
	upper := Source(strings.ToUpper(string(good)))
	for _, bad := range []Source{"", "5e", good + "5e", good[1:] + "g", upper} {
		if _, err := bad.digest(); !errors.Is(err, ErrInvalid) {
			t.Errorf("digest of %q: %v, want ErrInvalid", bad, err)
		}
	}
}
