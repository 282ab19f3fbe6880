package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ID identifies a node: one byte of NodeKind, then the first 15 bytes of the SHA-256 of the
// node's natural key. Ids are equal on every machine and after every reload. With 120 bits, two
// of a billion nodes collide with a probability below 1e-18. The zero ID names no node.
type ID [16]byte

// ErrBadID is returned for a text that is not an id.
var ErrBadID = errors.New("not a node id")

var idText = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// newID derives an id from a natural key. Parts are length-prefixed, so no two keys run together.
func newID(kind NodeKind, parts ...string) ID {
	h := sha256.New()
	var n [4]byte
	for _, p := range parts {
		binary.BigEndian.PutUint32(n[:], uint32(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	var id ID
	id[0] = byte(kind)
	copy(id[1:], h.Sum(nil))
	return id
}

// DocumentIDByNumber is the id of the document with a number in its normal form, 国发〔2015〕13号.
func DocumentIDByNumber(number string) ID { return newID(KindDocument, "number", number) }

// DocumentIDByTitle is the id of a document without a number: its region's code and its title.
func DocumentIDByTitle(region, title string) ID { return newID(KindDocument, "title", region, title) }

// SectionID is the id of a document's section by its path.
func SectionID(doc ID, path string) ID { return newID(KindSection, string(doc[:]), path) }

// TaskID is the id of the task that a document's section mandates.
func TaskID(doc ID, path string) ID { return newID(KindTask, string(doc[:]), path) }

// TargetID is the id of the n-th target (from 0) of a document's section.
func TargetID(doc ID, path string, n int) ID {
	return newID(KindTarget, string(doc[:]), path, strconv.Itoa(n))
}

// DepartmentID is the id of a unit by its region's code and full name.
func DepartmentID(region, fullName string) ID { return newID(KindDepartment, region, fullName) }

// FunctionID is the id of a function by its slug.
func FunctionID(slug string) ID { return newID(KindFunction, slug) }

// RegionID is the id of a region by its GB/T 2260 code.
func RegionID(code string) ID { return newID(KindRegion, code) }

// TopicID is the id of a topic by its slug.
func TopicID(slug string) ID { return newID(KindTopic, slug) }

// StandardsBodyIDByCode is the id of a standards body by its code in normal form, ISO/TC268.
func StandardsBodyIDByCode(code string) ID { return newID(KindStandardsBody, "code", code) }

// StandardsBodyIDByName is the id of a body without a code.
func StandardsBodyIDByName(name string) ID { return newID(KindStandardsBody, "name", name) }

// StandardID is the id of a standard by its code in normal form, ISO 37101.
func StandardID(code string) ID { return newID(KindStandard, code) }

// Kind is the kind of node that the id names.
func (id ID) Kind() NodeKind { return NodeKind(id[0]) }

// IsZero reports whether the id names no node.
func (id ID) IsZero() bool { return id == ID{} }

// String is the id as the API gives it: the kind in lower case, a colon, and 24 characters of
// Crockford's base32: "task:0c4yz…". The zero ID is "".
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return strings.ToLower(id.Kind().String()) + ":" + idText.EncodeToString(id[1:])
}

// MarshalText is String, so that ids can be read where they are written as JSON.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// ParseID is the inverse of String. The error wraps ErrBadID.
func ParseID(s string) (ID, error) {
	name, text, ok := strings.Cut(s, ":")
	if !ok {
		return ID{}, fmt.Errorf("graph: parse %q: %w", s, ErrBadID)
	}
	for _, k := range NodeKinds() {
		if strings.ToLower(k.String()) != name {
			continue
		}
		b, err := idText.DecodeString(text)
		if err != nil || len(b) != len(ID{})-1 {
			break
		}
		id := ID{byte(k)}
		copy(id[1:], b)
		return id, nil
	}
	return ID{}, fmt.Errorf("graph: parse %q: %w", s, ErrBadID)
}

// NodeID implements Node.
func (n *Document) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Section) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Task) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Department) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Function) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Region) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Topic) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *StandardsBody) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Standard) NodeID() ID { return n.ID }

// NodeID implements Node.
func (n *Target) NodeID() ID { return n.ID }
