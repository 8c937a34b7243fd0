package web

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// apartClasses are words in the class of an element that say that it is not
// the article's own text: captions, and boxes that lead elsewhere. A word is
// what is between signs: "wp-caption-text" is three.
var apartClasses = map[string]bool{
	"caption": true, "figcaption": true, "credit": true, "credits": true, "legend": true, "legende": true,
	"newsletter": true, "newsletters": true, "signup": true, "subscribe": true, "subscription": true,
	"related": true, "readmore": true, "promo": true, "promobox": true, "recirc": true, "recirculation": true, "recommended": true,
	"recommendations": true, "teaser": true, "outbrain": true, "taboola": true, "donate": true, "paywall": true,
}

// setApart returns the elements below root that are set apart from the article:
// by what they are, by their class, or as nothing but links. An element that
// holds most of the size bytes of text is the article, whatever its class.
func setApart(root *html.Node, size int) []*html.Node {
	var out []*html.Node
	skip := (*html.Node)(nil)
	for n := range elements(root) {
		if skip != nil && isBelow(n, skip) {
			continue
		}
		if n == root || !IsBlock(n) || !isApart(n) {
			continue
		}
		if len(TextOf(n))*2 > size {
			continue
		}
		if h := headingOf(n); h != nil {
			out = append(out, h)
		}
		out = append(out, n)
		skip = n
	}
	return out
}

func isApart(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Figcaption, atom.Aside, atom.Figure, atom.Nav, atom.Form:
		return true
	}
	return slices.ContainsFunc(words(attribute(n, "class")), isApartClass) || onlyLinks(n)
}

// isApartClass reports whether one class of an element says that it is set
// apart. "no-caption" and "with-newsletter" speak of what it holds.
func isApartClass(class string) bool {
	parts := strings.FieldsFunc(class, notLetter)
	return slices.ContainsFunc(parts, func(w string) bool { return apartClasses[w] }) &&
		!hasAny(parts, "no", "not", "has", "with", "without", "is")
}

func notLetter(r rune) bool { return r < 'a' || r > 'z' }

// onlyLinks reports whether all of an element's text leads to other pages, as
// "Read more: …" does. A heading may be a link, to itself.
func onlyLinks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return false
	}
	links := false
	for e := range n.Descendants() {
		switch {
		case e.Type == html.ElementNode && e.DataAtom == atom.A:
			if strings.HasPrefix(attribute(e, "href"), "#") {
				return false
			}
		case e.Type == html.TextNode && strings.TrimSpace(e.Data) != "":
			if !within(e, atom.A) {
				return false
			}
			links = true
		}
	}
	return links
}

// headingOf returns the heading before a list of links, or nil.
func headingOf(n *html.Node) *html.Node {
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol {
		return nil
	}
	before := n.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	if before != nil {
		switch before.DataAtom {
		case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return before
		}
	}
	return nil
}
