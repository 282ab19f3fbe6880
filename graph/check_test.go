package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

// TestCheckFinds damages a store record by record: each damage must be found.
func TestCheckFinds(t *testing.T) {
	reader := DocumentIDByTitle("1", "引者")
	title, number := DocumentIDByTitle("1", "题名"), DocumentIDByNumber("一号")
	f := citation(1, reader, Alias{title, number})
	d, err := f.Expression.Source.digest()
	if err != nil {
		t.Fatal(err)
	}
	stranger := DocumentIDByNumber("不存在")
	edge, wrong := EdgeKey{reader, Cites, number}, EdgeKey{number, Cites, reader}
	set := func(key []byte, value ...byte) func(*badger.Txn) error {
		return func(txn *badger.Txn) error { return txn.Set(key, value) }
	}
	drop := func(key []byte) func(*badger.Txn) error {
		return func(txn *badger.Txn) error { return txn.Delete(key) }
	}
	for _, tt := range []struct {
		name   string
		damage func(*badger.Txn) error
		says   string
	}{
		{"no facts", drop(partKey(spaceFacts, d, 0)), "it has no facts"},
		{"unreadable facts", set(partKey(spaceFacts, d, 0), 99), "unknown field"},
		{"another text", set(partKey(spaceText, d, 0)), "no text"},
		{"a part too many", set(partKey(spaceText, d, 2), 'x'), "the part before is missing"},
		{"no node", drop(idKey(spaceNode, number)), "missing"},
		{"an unreadable node", set(idKey(spaceNode, number), 99), "holds 63"},
		{"a node that nothing states", set(idKey(spaceNode, stranger)), "no source states it"},
		{"no brief", drop(idKey(spaceBrief, number)), "missing"},
		{"a brief of no node", set(idKey(spaceBrief, stranger)), "no such node"},
		{"no edge", drop(outKey(edge)), "missing"},
		{"no edge back", drop(inKey(edge)), "missing"},
		{"another order back", set(inKey(edge), 1, 8), "holds 0108"},
		{"an edge that nothing states", set(outKey(wrong)), "no source states it"},
		{"an edge back alone", set(inKey(wrong)), "in the other direction"},
		{"no source of a node", drop(nodeByKey(number, d)), "missing"},
		{"a source too many", set(nodeByKey(stranger, d)), "the source does not state it"},
		{"a source of an edge too many", set(edgeByKey(wrong, d)), "does not state it"},
		{"an edge that waits for nothing", set(waitingKey(number, edge)), "not missing"},
		{"no name", drop(nameKey("被引", number)), "missing"},
		{"a name too many", set(nameKey("别名", number)), "another name"},
		{"a name of no node", set(nameKey("别名", stranger)), "no such node"},
		{"no expression", drop(expressionKey(d)), "missing"},
		{"no index of the document", drop(documentKey(reader, d)), "missing"},
		{"a document too many", set(documentKey(number, d)), "no such expression"},
		{"no index of the file", drop(fileKey("f", reader, d)), "missing"},
		{"a file too many", set(fileKey("g", reader, d)), "no such expression"},
		{"no alias", drop(aliasKey(Alias{title, number}, d)), "missing"},
		{"an alias too many", set(aliasKey(Alias{number, title}, d)), "does not state it"},
		{"a redo log", set(redoKey(3)), "left over"},
		{"another version", set(metaKey(metaVersion), 0, 0, 0, 0, 0, 0, 0, 9), "stored is 9"},
		{"a key of no space", set([]byte{0xee}), "not a key"},
		{"a key of a wrong length", set([]byte{byte(spaceFile), 0, 9}), "not a key"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t, "", Options{InMemory: true})
			if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
				t.Fatal(err)
			}
			checkStore(t, s)
			if err := s.db.Update(tt.damage); err != nil {
				t.Fatal(err)
			}
			s.publish(s.current.Load().edit(1).finish(), s.db.NewTransaction(false)) // which sees the damage
			problems, err := s.Check(t.Context())
			if err != nil || !slices.ContainsFunc(problems, func(p Problem) bool {
				return strings.Contains(p.String(), tt.says)
			}) {
				t.Errorf("problems %v, %v; want one that says %q", problems, err, tt.says)
			}
		})
	}
}

// TestCheckMemory damages the snapshot.
func TestCheckMemory(t *testing.T) {
	reader, number := DocumentIDByTitle("1", "引者"), DocumentIDByNumber("一号")
	f := citation(1, reader, Alias{DocumentIDByTitle("1", "题名"), number})
	for name, damage := range map[string]func(*edit){
		"a node too many":   func(e *edit) { e.setNode(TopicID("x"), &face{id: TopicID("x")}) },
		"a node too few":    func(e *edit) { e.setNode(number, nil) },
		"another label":     func(e *edit) { e.setNode(number, &face{id: number, label: "别"}) },
		"an edge too many":  func(e *edit) { e.setEdge(EdgeKey{number, Cites, reader}, nil, &link{}) },
		"an edge too few":   func(e *edit) { e.setEdge(EdgeKey{reader, Cites, number}, &link{}, nil) },
		"an alias too many": func(e *edit) { e.setAlias(Alias{number, reader}, true) },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, "", Options{InMemory: true})
			if err := s.Apply(t.Context(), Batch{Put: []Facts{f}}); err != nil {
				t.Fatal(err)
			}
			e := s.current.Load().edit(1)
			damage(e)
			s.publish(e.finish(), s.db.NewTransaction(false))
			if problems, err := s.Check(t.Context()); err != nil || len(problems) == 0 {
				t.Errorf("problems %v, %v; want some", problems, err)
			}
		})
	}
}
