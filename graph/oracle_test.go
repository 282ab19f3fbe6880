package graph

import (
	"cmp"
	"encoding/base32"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// oracle says what a store must answer, from plain maps and by the rules as they are documented,
// with nothing of the store's own machinery but the encoding that breaks ties.
type oracle map[Source]Facts

// said is a node or edge as one source states it.
type said struct {
	hant      bool
	statement statement
}

// latest picks the statement that gives the fields, and unites the lists.
func latest(all []said) (statement, []proof) {
	first := slices.MinFunc(all, func(a, b said) int {
		return cmp.Or(
			cmp.Compare(a.statement.rank, b.statement.rank),
			cmp.Compare(b.statement.filled, a.statement.filled),
			cmp.Compare(a.statement.body, b.statement.body))
	}).statement
	aliases, evidence := map[string]bool{}, map[proof]Confidence{}
	first.mentioned = false
	for _, s := range all {
		first.mentioned = first.mentioned || s.statement.mentioned
		for _, name := range s.statement.aliases {
			aliases[name] = true
		}
		for _, p := range s.statement.evidence {
			place := p
			place.Confidence = 0
			if c, ok := evidence[place]; !ok || p.Confidence < c {
				evidence[place] = p.Confidence
			}
		}
		first.confidence = min(first.confidence, s.statement.confidence)
	}
	first.aliases = slices.Sorted(maps.Keys(aliases))
	first.evidence = slices.SortedFunc(maps.Keys(evidence), func(a, b proof) int {
		if a.hant != b.hant {
			return map[bool]int{true: 1, false: -1}[a.hant]
		}
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start),
			cmp.Compare(a.End, b.End), compareIDs(a.Section, b.Section), cmp.Compare(a.Quote, b.Quote))
	})
	for i, p := range first.evidence {
		first.evidence[i].Confidence = evidence[p]
	}
	if len(first.evidence) > 0 {
		first.confidence = slices.Min(slices.Collect(maps.Values(evidence)))
	}
	return first, first.evidence
}

func (o oracle) nodes() map[ID]Node {
	all := map[ID][]said{}
	for _, f := range o {
		hant := f.Expression.Script == Hant
		for _, n := range f.Nodes {
			all[n.NodeID()] = append(all[n.NodeID()], said{hant, stateNode(n, hant)})
		}
	}
	nodes := map[ID]Node{}
	for id, list := range all {
		s, _ := latest(list)
		nodes[id], _ = s.node(id)
	}
	return nodes
}

// stored is the edges both of whose ends exist, aliases left aside.
func (o oracle) stored(nodes map[ID]Node) map[EdgeKey]*Edge {
	all := map[EdgeKey][]said{}
	for _, f := range o {
		hant := f.Expression.Script == Hant
		for i := range f.Edges {
			e := &f.Edges[i]
			k := EdgeKey{e.From, e.Kind, e.To}
			all[k] = append(all[k], said{hant, stateEdge(e, hant)})
		}
	}
	edges := map[EdgeKey]*Edge{}
	for k, list := range all {
		if nodes[k.From] != nil && nodes[k.To] != nil {
			s, _ := latest(list)
			edges[k], _ = s.edge(k)
		}
	}
	return edges
}

// stands is the document that an id stands for, by the rules of alias.go.
func (o oracle) stands(nodes map[ID]Node, id ID) ID {
	to, from := map[ID]map[ID]bool{}, map[ID]map[ID]bool{}
	for _, f := range o {
		for _, a := range f.Aliases {
			add(to, a.From, a.To)
			add(from, a.To, a.From)
		}
	}
	loaded := func(id ID) bool {
		d, ok := nodes[id].(*Document)
		return ok && d.Loaded
	}
	if loaded(id) {
		return id
	}
	if len(to[id]) == 1 && len(from[id]) == 0 {
		for only := range to[id] {
			id = only
		}
	}
	if loaded(id) {
		return id
	}
	var names []ID
	for name := range from[id] {
		if loaded(name) {
			names = append(names, name)
		}
	}
	if len(names) == 1 {
		return names[0]
	}
	return id
}

func add[K, V comparable](m map[K]map[V]bool, k K, v V) {
	if m[k] == nil {
		m[k] = map[V]bool{}
	}
	m[k][v] = true
}

// answers is all that a Reader can say, in a form that cmp.Diff prints well.
type answers struct {
	Nodes       map[ID]Node
	Briefs      map[ID]Brief
	Lists       map[NodeKind][]ID
	Neighbors   map[string][]Neighbor // by direction and id
	Edges       map[EdgeKey]*Edge
	Expressions map[ID][]Expression
	Texts       map[Source]string
	Files       map[string][]ID
	Names       map[string][]ID // by kind and name
	Stats       Stats
}

// answers is what a reader must say of the given ids and names.
func (o oracle) answers(q questions) answers {
	nodes := o.nodes()
	a := answers{
		Nodes: map[ID]Node{}, Briefs: map[ID]Brief{}, Lists: map[NodeKind][]ID{},
		Neighbors: map[string][]Neighbor{}, Edges: map[EdgeKey]*Edge{},
		Expressions: map[ID][]Expression{}, Texts: map[Source]string{}, Files: map[string][]ID{},
		Names: map[string][]ID{}, Stats: Stats{Nodes: map[NodeKind]int{}},
	}
	stored := o.stored(nodes)
	briefs := map[ID]Brief{}
	for id, n := range nodes {
		briefs[id] = o.brief(n, nodes, stored)
	}
	for _, id := range q.ids {
		if n := nodes[o.stands(nodes, id)]; n != nil {
			a.Nodes[id], a.Briefs[id] = n, briefs[n.NodeID()]
		}
	}
	for _, k := range NodeKinds() {
		a.Stats.Nodes[k], a.Lists[k] = 0, nil
	}
	for id, b := range briefs {
		if o.stands(nodes, id) != id {
			continue
		}
		a.Lists[id.Kind()] = append(a.Lists[id.Kind()], id)
		if b.Listed {
			a.Stats.Nodes[id.Kind()]++
		}
	}
	for _, list := range a.Lists {
		slices.SortFunc(list, func(x, y ID) int {
			return cmp.Or(cmp.Compare(briefs[x].Sort, briefs[y].Sort), compareIDs(x, y))
		})
	}
	a.Edges = o.edges(nodes, stored)
	a.Stats.Edges = len(a.Edges)
	o.neighbors(nodes, q, &a)
	o.sources(nodes, q, &a)
	return a
}

// edges merges the stored edges between documents that aliases make one.
func (o oracle) edges(nodes map[ID]Node, stored map[EdgeKey]*Edge) map[EdgeKey]*Edge {
	groups := map[EdgeKey][]*Edge{}
	for k, e := range stored {
		k.From, k.To = o.stands(nodes, k.From), o.stands(nodes, k.To)
		groups[k] = append(groups[k], e)
	}
	hant := map[Source]bool{}
	for source, f := range o {
		hant[source] = f.Expression.Script == Hant
	}
	merged := map[EdgeKey]*Edge{}
	for k, group := range groups {
		first := *slices.MinFunc(group, func(a, b *Edge) int {
			return cmp.Or(cmp.Compare(a.Order, b.Order), compareIDs(a.From, b.From), compareIDs(a.To, b.To))
		})
		var all []proof
		for _, e := range group {
			first.Confidence = min(first.Confidence, e.Confidence)
			for _, ev := range e.Evidence {
				all = append(all, proof{ev, hant[ev.Source]})
			}
		}
		first.From, first.To, first.Evidence = k.From, k.To, nil
		slices.SortFunc(all, compareProofs)
		for _, p := range compactProofs(all) {
			first.Evidence = append(first.Evidence, p.Evidence)
		}
		merged[k] = &first
	}
	return merged
}

func (o oracle) neighbors(nodes map[ID]Node, q questions, a *answers) {
	of := map[string][]Neighbor{}
	for k, e := range a.Edges {
		n := Neighbor{ID: k.To, Kind: k.Kind, Order: e.Order, Role: e.Role, Score: e.Score, Confidence: e.Confidence}
		of["out "+k.From.String()] = append(of["out "+k.From.String()], n)
		n.ID = k.From
		of["in "+k.To.String()] = append(of["in "+k.To.String()], n)
	}
	for _, id := range q.ids {
		for _, dir := range []string{"out ", "in "} {
			if list := of[dir+o.stands(nodes, id).String()]; len(list) > 0 {
				slices.SortFunc(list, func(a, b Neighbor) int {
					return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Order, b.Order),
						compareIDs(a.ID, b.ID))
				})
				a.Neighbors[dir+id.String()] = list
			}
		}
	}
}

func (o oracle) sources(nodes map[ID]Node, q questions, a *answers) {
	files := map[string]map[ID]bool{}
	for source, f := range o {
		a.Texts[source] = f.Text
		add(files, f.Expression.FileName, f.Expression.Document)
	}
	for file, docs := range files {
		a.Files[file] = slices.SortedFunc(maps.Keys(docs), compareIDs)
	}
	for _, id := range q.ids {
		for _, f := range o {
			if f.Expression.Document == o.stands(nodes, id) {
				a.Expressions[id] = append(a.Expressions[id], f.Expression)
			}
		}
		slices.SortFunc(a.Expressions[id], func(x, y Expression) int {
			return cmp.Or(cmp.Compare(x.Script, y.Script), cmp.Compare(x.FileName, y.FileName),
				cmp.Compare(x.Source, y.Source))
		})
	}
	for _, name := range q.names {
		for _, k := range NodeKinds() {
			found := map[ID]bool{}
			for id, n := range nodes {
				if id.Kind() == k && slices.Contains(plainNames(n), name) {
					found[o.stands(nodes, id)] = true
				}
			}
			if len(found) > 0 {
				a.Names[fmt.Sprint(k, " ", name)] = slices.SortedFunc(maps.Keys(found), compareIDs)
			}
		}
	}
}

func plainNames(n Node) []string {
	switch n := n.(type) {
	case *Document:
		return []string{n.Title, n.NoticeTitle, n.Number}
	case *Department:
		return append([]string{n.Name, n.FullName}, n.Aliases...)
	case *Function:
		return []string{n.Slug, n.Name}
	case *Region:
		return []string{n.Code, n.Name}
	case *Topic:
		return []string{n.Slug, n.Name}
	}
	return nil
}

// brief is a node's short form, as Brief documents it.
func (o oracle) brief(n Node, nodes map[ID]Node, edges map[EdgeKey]*Edge) Brief {
	part := func(doc ID, label string, order int) Brief {
		d := o.brief(nodes[doc], nodes, edges)
		sort := strings.Join([]string{d.Sort, base32Of(doc), fmt.Sprintf("%08x", order)}, "\x00")
		return Brief{ID: n.NodeID(), Label: label, Sort: sort, Region: d.Region, Listed: true}
	}
	switch n := n.(type) {
	case *Document:
		region := ""
		var best *Edge
		for k, e := range edges {
			if k.From == n.ID && k.Kind == InRegion && (best == nil ||
				cmp.Or(cmp.Compare(e.Order, best.Order), compareIDs(e.To, best.To)) < 0) {
				best, region = e, nodes[k.To].(*Region).Code
			}
		}
		sort := strings.Join([]string{region, n.Issued, n.Title}, "\x00")
		return Brief{ID: n.ID, Label: n.Title, Sort: sort, Region: region, Listed: n.Loaded}
	case *Section:
		return part(n.Document, n.Heading, n.Order)
	case *Task:
		return part(n.Document, n.Heading, n.Order)
	case *Target:
		return part(n.Document, n.Metric+" ≥"+fmt.Sprint(n.Value)+n.Unit, n.Order)
	case *Department:
		sort := n.RegionCode + "\x00" + n.FullName
		return Brief{ID: n.ID, Label: n.Name, Sort: sort, Region: n.RegionCode, Listed: n.Mentioned}
	case *Function:
		return Brief{ID: n.ID, Label: n.Name, Sort: n.Slug, Listed: true}
	case *Region:
		return Brief{ID: n.ID, Label: n.Name, Sort: n.Code, Region: n.Code, Listed: true}
	case *Topic:
		return Brief{ID: n.ID, Label: n.Name, Sort: n.Slug, Listed: true}
	}
	return Brief{}
}

func base32Of(id ID) string {
	return base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").EncodeToString(id[1:])
}
