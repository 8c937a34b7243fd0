package web

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
)

// A page is a web page cut down to what an article can need.
type page struct {
	address string // where it was found, if known
	lang    string // of its <html>
	title   string // of its <head>
	metas   map[string][]string
	links   map[string]string // address by rel: "canonical"
	saved   map[string]string // what tools that save pages noted, by the tool's comment
	scripts []string          // its blocks of JSON-LD
	unlit   []string          // what it shows without scripts

	ld   jsonLD // what they say
	said []description
	live bool // they say that it is a live blog

	slim     string // the page without head, scripts, styles, comments, drawings and emphasis
	tags     int    // how many tags slim has
	headings int    // and how many of them are headings
	tree     *html.Node
}

// Limits on what is made a tree, and on what is read at all. The largest of
// 133 saved pages had 8,605 tags, 986 KB, 78 headings and a sum of depths of
// 282,289 once cut down (an encyclopedia's; of news sites 2,668 tags). A tree
// needs some 150 bytes a tag, and finding the article walks over it a hundred
// times.
const (
	maxTreeTags  = 30_000
	maxDepths    = 1_500_000 // the sum of how deep each node stands
	maxHeadings  = 500       // <h1> and <h2>: each is compared with the title
	maxPageTags  = 400_000
	maxPageBytes = 4 << 20
)

// maxAttribute is the longest attribute kept, in bytes. Longer ones are
// pictures and settings of scripts.
const maxAttribute = 1 << 10

// errNested says that the parser gave up.
var errNested = errors.New("not read as a web page: its elements are nested too deeply (more than 512); save the page again from a browser")

// parse makes a tree of the page, unless it is too large for one.
func (p *page) parse() error {
	switch {
	case p.tags > maxPageTags:
		return errors.New("not read as a web page: it has more than 400,000 elements, too many for one article; save the article alone")
	case len(p.slim) > maxPageBytes:
		return errors.New("not read as a web page: it has more than " + raw.BytesInWords(maxPageBytes) + " of text and tags, too much for one article; save the article alone")
	case p.tags > maxTreeTags:
		return nil
	}
	slim := p.slim
	if p.headings <= maxHeadings && len(p.title) <= maxTitle {
		slim += "<title>" + html.EscapeString(p.title) + "</title>"
	}
	tree, err := html.Parse(strings.NewReader(slim))
	if err != nil {
		return errNested
	}
	if depths(tree) <= maxDepths {
		p.tree = tree
		putRight(tree)
	}
	return nil
}

// putRight renames elements whose names say the opposite of what they hold here:
// an <aside> around the article, a <figure> around a table or a quotation. Cards
// that show when the pointer is over a name are taken out of the sentence.
func putRight(tree *html.Node) {
	var cards []*html.Node
	for n := range elements(tree) {
		switch {
		case n.DataAtom == atom.Aside && holds(n, atom.H1, atom.Article),
			n.DataAtom == atom.Figure && holds(n, atom.Table, atom.Blockquote):
			n.DataAtom, n.Data = atom.Div, "div"
		case n.DataAtom == atom.Span || n.DataAtom == atom.Div || n.DataAtom == atom.Aside:
			if isCard(n) && (within(n.Parent, atom.P, atom.Li, atom.Blockquote) || breaksParagraph(n)) {
				cards = append(cards, n)
			}
		}
	}
	for _, n := range cards {
		if p := n.PrevSibling; breaksParagraph(n) {
			for n.NextSibling != nil && !IsBlock(n.NextSibling) {
				rest := n.NextSibling
				n.Parent.RemoveChild(rest)
				p.AppendChild(rest)
			}
		}
		n.Parent.RemoveChild(n)
	}
}

func isCard(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "role" && a.Val == "tooltip" || a.Key == "class" && (strings.Contains(a.Val, "tip") || strings.Contains(a.Val, "pop") || strings.Contains(a.Val, "over") || strings.Contains(a.Val, "fly")) && hasClassWord(n, cardClasses) {
			return true
		}
	}
	return false
}

// breaksParagraph reports whether an element was written in a paragraph, which a
// parser ends there: the rest of the sentence follows it outside of any.
func breaksParagraph(n *html.Node) bool {
	before, after := n.PrevSibling, n.NextSibling
	return IsBlock(n) && before != nil && before.DataAtom == atom.P && after != nil && !IsBlock(after) &&
		(after.Type != html.TextNode || strings.TrimSpace(after.Data) != "")
}

// cardClasses are words in the classes of such cards. One that is the name
// itself, over which the card opens, is not removed: "has-tooltip".
var cardClasses = wordSet(`hovercard popover tooltiptext popup flyout tooltip`)

// holds reports whether one of these is below an element.
func holds(n *html.Node, tags ...atom.Atom) bool {
	for e := range elements(n) {
		if e != n && slices.Contains(tags, e.DataAtom) {
			return true
		}
	}
	return false
}

// depths returns the sum of how deep the nodes of a tree are nested: how many
// steps it takes to look at the whole content of each.
func depths(root *html.Node) int {
	sum, depth := 0, 0
	for n := root; ; {
		sum += depth
		if n.FirstChild != nil {
			n = n.FirstChild
			depth++
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n == root {
			return sum
		}
		n = n.NextSibling
	}
}
