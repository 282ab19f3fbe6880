package gazetteer

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/width"
)

// Body is a standards body.
type Body struct {
	Code    string // in normal form: ISO/TC268
	Name    string // Chinese; "" for a committee that only its code tells
	Aliases []string
	Level   string // international or national
}

type bodyTable struct {
	list   []Body
	byCode map[string]int
	byName map[string]int
	owners map[string]string
}

func (g *Gazetteer) loadBodies(data []byte) error {
	var doc struct {
		Bodies []Body
		Owners map[string]string
	}
	if err := decode(data, &doc); err != nil {
		return err
	}
	t := &g.bodies
	t.list, t.owners = doc.Bodies, doc.Owners
	t.byCode, t.byName = map[string]int{}, map[string]int{}
	for i, b := range t.list {
		if b.Code != BodyCode(b.Code) || b.Name == "" {
			return fmt.Errorf("body %q: code not in normal form, or no name", b.Code)
		}
		t.byCode[b.Code] = i
		for _, name := range append([]string{b.Name, b.Code}, b.Aliases...) {
			t.byName[bodyKey(name)] = i
		}
	}
	for prefix, code := range t.owners {
		if _, ok := t.byCode[code]; !ok {
			return fmt.Errorf("owner of %s: no body %q", prefix, code)
		}
	}
	return nil
}

// bodyKey is the form in which bodies' names are compared.
func bodyKey(name string) string {
	name = strings.ToUpper(width.Fold.String(name))
	return strings.Join(strings.Fields(name), "")
}

// BodyCode is the normal form of a standards body's code: upper case, half width, without spaces
// but for the one in ISO/IEC JTC1. iso/tc 268 and ISO／TC 268 are ISO/TC268.
func BodyCode(code string) string {
	code = bodyKey(code)
	code = strings.ReplaceAll(code, "IEC/JTC", "IECJTC")
	return strings.ReplaceAll(code, "IECJTC", "IEC JTC")
}

// Bodies lists the bodies that the lists know, in the lists' order.
func (g *Gazetteer) Bodies() []Body { return slices.Clone(g.bodies.list) }

// BodyByCode returns the body with a code, in any of the forms that BodyCode takes. A committee that
// the lists do not hold has the level of the organization that its code begins with, and no name;
// ok is false where that is not known either.
func (g *Gazetteer) BodyByCode(code string) (Body, bool) {
	code = BodyCode(code)
	if i, ok := g.bodies.byCode[code]; ok {
		return g.bodies.list[i], true
	}
	for p := parentCode(code); p != ""; p = parentCode(p) {
		if i, ok := g.bodies.byCode[p]; ok {
			return Body{Code: code, Level: g.bodies.list[i].Level}, true
		}
	}
	return Body{}, false
}

// BodyByName returns the body that the lists have under a name, alias or code.
func (g *Gazetteer) BodyByName(name string) (Body, bool) {
	i, ok := g.bodies.byName[bodyKey(name)]
	if !ok {
		return Body{}, false
	}
	return g.bodies.list[i], true
}

// BodyParent returns the code of the body that a committee belongs to: ISO/TC268 for ISO/TC268/SC1,
// ISO for ISO/TC268 and ISO/IEC JTC1, ITU for ITU-T; "" for an organization of its own.
func (g *Gazetteer) BodyParent(code string) string { return parentCode(BodyCode(code)) }

func parentCode(code string) string {
	if strings.HasPrefix(code, "ISO/IEC") && strings.Count(code, "/") == 1 {
		return "ISO"
	}
	if i := strings.LastIndexByte(code, '/'); i > 0 {
		return code[:i]
	}
	if head, _, ok := strings.Cut(code, "-"); ok {
		return head
	}
	return ""
}

// StandardOwner returns the code of the body that publishes a standard: ISO for ISO 37101, SAC for
// GB/T 36073; "" where the code does not tell, as for industry, local and group standards.
func (g *Gazetteer) StandardOwner(code string) string {
	code = bodyKey(code)
	if i := strings.IndexAny(code, "0123456789"); i >= 0 {
		code = code[:i]
	}
	for n := len(code); n > 0; n-- {
		owner, ok := g.bodies.owners[code[:n]]
		if ok && (n == len(code) || strings.IndexByte("/-", code[n]) >= 0) {
			return owner
		}
	}
	return ""
}

// ListedBody is a body of the lists by its number, as Find gives it.
func (g *Gazetteer) ListedBody(id int32) *Body { return &g.bodies.list[id] }
