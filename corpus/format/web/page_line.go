package web

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
)

// lineOfParts returns the text of an element as one line, with a sign between
// what stands in links, lines and times of its own.
func lineOfParts(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		switch {
		case e.Type == html.TextNode:
			if e.PrevSibling == nil && e.Parent != n && (e.Parent.DataAtom == atom.A || e.Parent.DataAtom == atom.Time || IsBlock(e.Parent)) {
				b.WriteString(" | ")
			} else if e.PrevSibling != nil && e.PrevSibling.Type == html.ElementNode {
				b.WriteByte(' ')
			}
			b.WriteString(e.Data)
		case e.DataAtom == atom.Br:
			b.WriteString(" | ")
		case e.DataAtom == atom.Span && e.PrevSibling != nil && e.PrevSibling.DataAtom == atom.A:
			b.WriteString(" | ")
		case e.DataAtom == atom.Span && e.PrevSibling != nil:
			b.WriteByte(' ')
		}
		if b.Len() > 2*maxTitle {
			break
		}
	}
	return strings.Trim(raw.OneLine(b.String()), " |")
}

// nameIn returns the first line of an element that is more than "By".
func nameIn(n *html.Node) string {
	for line := range strings.Lines(TextOf(n)) {
		if line = raw.OneLine(line); line != "" && !strings.EqualFold(strings.Trim(line, ":"), "by") {
			return line
		}
	}
	return ""
}

// itemValue returns the value of an element with an itemprop: of one that holds
// others, as an author with a name and a picture, it is the name.
func itemValue(n *html.Node) string {
	if v := cmp.Or(attribute(n, "content"), attribute(n, "datetime")); v != "" {
		return v
	}
	for e := range elements(n) {
		if e != n && slices.Contains(words(attribute(e, "itemprop")), "name") {
			return cmp.Or(attribute(e, "content"), nameIn(e))
		}
	}
	return nameIn(n)
}

// lineOf returns the text of an element as one line, cut where it is longer
// than anything it is asked for.
func lineOf(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			b.WriteString(e.Data)
		}
		if b.Len() > 4*maxTitle {
			break
		}
	}
	return raw.OneLine(b.String())
}

func isLatin(c byte) bool { return 'a' <= c && c <= 'z' || isLarge(c) }
