package graph

import (
	"encoding/binary"
	"fmt"
	"math"
)

// fields writes or reads the fields of one record. A record's fields are described once, by a
// function that names them in ascending order of their tags, for both directions.
//
// A field is its tag, one byte, then its value; a field with the zero value is left out, so equal
// records have equal bytes, and a field added later under a higher tag reads as zero from records
// written before. Integers are zigzag varints, strings and lists start with their length as a
// uvarint, floats are 8 big-endian bytes of IEEE 754, ids 16 bytes, true is the tag alone.
type fields struct {
	reading bool
	out     []byte // written so far
	written int    // number of fields written
	in      string // still to be read
	err     error
}

// encode is the record that describe names.
func encode(describe func(*fields)) []byte {
	f := fields{}
	describe(&f)
	return f.out
}

// decode fills what describe names from a record. The error wraps ErrCorrupt.
func decode(record string, describe func(*fields)) error {
	f := fields{reading: true, in: record}
	describe(&f)
	if f.err == nil && f.in != "" {
		f.fail("unknown field")
	}
	return f.err
}

func (f *fields) fail(reason string) {
	if f.err == nil {
		f.err = fmt.Errorf("record: %s: %w", reason, ErrCorrupt)
	}
	f.in = ""
}

// has writes the tag of a field that is not zero, or reports whether it comes next.
func (f *fields) has(tag byte, nonzero bool) bool {
	if f.reading {
		if f.in == "" || f.in[0] != tag {
			return false
		}
		f.in = f.in[1:]
		return true
	}
	if nonzero {
		f.out = append(f.out, tag)
		f.written++
	}
	return nonzero
}

func (f *fields) takeBytes(n uint64) string {
	if n > uint64(len(f.in)) {
		f.fail("cut short")
		return ""
	}
	s := f.in[:n]
	f.in = f.in[n:]
	return s
}

func (f *fields) takeUint() uint64 {
	var v uint64
	for shift := 0; shift < 64; shift += 7 {
		b := f.takeBytes(1)
		if b == "" {
			return 0
		}
		v |= uint64(b[0]&0x7f) << shift
		if b[0] < 0x80 {
			return v
		}
	}
	f.fail("overlong number")
	return 0
}

func (f *fields) takeString() string { return f.takeBytes(f.takeUint()) }

func (f *fields) takeID() (id ID) {
	copy(id[:], f.takeBytes(uint64(len(id))))
	return id
}

func (f *fields) putString(s string) {
	f.out = append(binary.AppendUvarint(f.out, uint64(len(s))), s...)
}

func text[T ~string](f *fields, tag byte, p *T) {
	switch {
	case !f.has(tag, *p != ""):
	case f.reading:
		*p = T(f.takeString())
	default:
		f.putString(string(*p))
	}
}

func number[T ~int | ~uint8](f *fields, tag byte, p *T) {
	switch {
	case !f.has(tag, *p != 0):
	case f.reading:
		v := f.takeUint()
		*p = T(int64(v>>1) ^ -int64(v&1))
	default:
		f.out = binary.AppendVarint(f.out, int64(*p))
	}
}

func (f *fields) flag(tag byte, p *bool) {
	has := f.has(tag, *p)
	if f.reading {
		*p = has
	}
}

func (f *fields) float(tag byte, p *float64) {
	switch {
	case !f.has(tag, *p != 0):
	case f.reading:
		if b := f.takeBytes(8); b != "" {
			*p = math.Float64frombits(binary.BigEndian.Uint64([]byte(b)))
		}
	default:
		f.out = binary.BigEndian.AppendUint64(f.out, math.Float64bits(*p))
	}
}

func (f *fields) id(tag byte, p *ID) {
	switch {
	case !f.has(tag, !p.IsZero()):
	case f.reading:
		*p = f.takeID()
	default:
		f.out = append(f.out, p[:]...)
	}
}

// list writes or reads a list, each element by item, which is called with the fields inside.
func list[T any](f *fields, tag byte, p *[]T, item func(*fields, *T)) {
	switch {
	case !f.has(tag, len(*p) > 0):
	case f.reading:
		n := f.takeUint()
		if n > uint64(len(f.in)) { // every element takes a byte or more
			f.fail("overlong list")
			return
		}
		*p = make([]T, n)
		for i := range *p {
			item(f, &(*p)[i])
		}
	default:
		f.out = binary.AppendUvarint(f.out, uint64(len(*p)))
		for i := range *p {
			item(f, &(*p)[i])
		}
	}
}

// bare writes or reads a string without a tag: an element of a list.
func bare[T ~string](f *fields, p *T) {
	if f.reading {
		*p = T(f.takeString())
		return
	}
	f.putString(string(*p))
}

// bareID writes or reads an id without a tag.
func bareID(f *fields, p *ID) {
	if f.reading {
		*p = f.takeID()
		return
	}
	f.out = append(f.out, p[:]...)
}

// bareUint writes or reads a number that is not negative, without a tag.
func bareUint(f *fields, p *int) {
	if f.reading {
		*p = int(f.takeUint())
		return
	}
	f.out = binary.AppendUvarint(f.out, uint64(*p))
}
