package format

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// mainShare is the share of a page's prose that its main text has.
	mainShare = 0.9
	// linkShare is the share of links above which a block is a menu or a list of other pages.
	linkShare = 0.5
)

// weight is how much text is below a node.
type weight struct {
	all   int // characters, white space aside
	links int // those in links
	prose int // those of texts with a sentence's punctuation, links aside
}

// measures are the weights of a page's elements.
type measures map[*html.Node]weight

// measure weighs a page from the leaves up.
func measure(root *html.Node) measures {
	m := measures{}
	m.weigh(root, false)
	return m
}

func (m measures) weigh(n *html.Node, inLink bool) weight {
	var w weight
	switch n.Type {
	case html.TextNode:
		return textWeight(n.Data, inLink)
	case html.ElementNode:
		if isUnseen(n) {
			return w
		}
	}
	inLink = inLink || n.DataAtom == atom.A && hasTarget(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		below := m.weigh(c, inLink)
		w.all += below.all
		w.links += below.links
		w.prose += below.prose
	}
	if n.Type != html.TextNode {
		m[n] = w
	}
	return w
}

// hasTarget tells links from mere anchors, around which some editors put whole paragraphs.
func hasTarget(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "href" {
			return true
		}
	}
	return false
}

func textWeight(s string, inLink bool) weight {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	w := weight{all: n}
	switch {
	case inLink:
		w.links = n
	case strings.ContainsAny(s, "，。；、,;"):
		w.prose = n
	}
	return w
}

// mainPath is the way from the root to the smallest block that has nearly all prose of the page.
// A paragraph is not enough: its neighbours are titles and signatures.
func (m measures) mainPath(root *html.Node) []*html.Node {
	need := int(mainShare * float64(m[root].prose))
	path := []*html.Node{root}
	best := 1 // the part of path that ends in a container
	for n := root; n != nil; {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if w := m[c]; w.prose > 0 && w.prose >= need {
				next = c
				break
			}
		}
		if n = next; n == nil {
			break
		}
		path = append(path, n)
		if isContainer(n) {
			best = len(path)
		}
	}
	return path[:best]
}

// isContainer reports whether an element may hold a whole document.
func isContainer(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Div, atom.Td, atom.Article, atom.Section, atom.Main:
		return true
	}
	return false
}

// isLinks reports whether a block is a menu or a list of other pages. A headline that is a link
// is none, nor is a paragraph that links to what it cites.
func (m measures) isLinks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Body, atom.Html:
		return false
	}
	w := m[n]
	const proseShare = 3 // so many times its prose a list of links is
	return w.links > proseShare*w.prose && float64(w.links) > linkShare*float64(w.all)
}
