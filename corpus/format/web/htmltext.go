package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
)

// TextOfHTML returns the text of a piece of HTML, every block a paragraph, with
// a blank line between them. Entities are decoded; scripts and styles are left
// out. It is an error if the piece is larger or nested more deeply than pages
// are.
func TextOfHTML(fragment string) (string, error) {
	p := cutDown(fragment)
	if err := p.parse(); err != nil {
		return "", err
	}
	if p.tree == nil {
		return textOfTags(p.slim), nil
	}
	return TextOf(p.tree), nil
}

// TextAndCaptions returns the text of a piece of HTML and those lines of it
// that it sets apart from the article: captions and asides. In a piece too
// large for a tree nothing is set apart.
func TextAndCaptions(fragment string) (text string, apart []string, err error) {
	if strings.Count(fragment, "<") > maxTreeTags {
		return textOfTags(cutDown(fragment).slim), nil, nil
	}
	doc, err := html.Parse(strings.NewReader(fragment))
	if err != nil {
		return "", nil, err
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (n.DataAtom == atom.Figcaption || n.DataAtom == atom.Aside) {
			for line := range strings.SplitSeq(TextOf(n), "\n") {
				if line != "" {
					apart = append(apart, line)
				}
			}
		}
	}
	return TextOf(doc), apart, nil
}

// TextOf returns the text below a node, every block a paragraph.
func TextOf(n *html.Node) string {
	var w Paragraphs
	w.walk(n)
	w.End()
	return strings.Join(w.Done, "\n\n")
}

// Paragraphs collects the text of a tree.
type Paragraphs struct {
	Done []string
	Now  strings.Builder

	visible bool // without what is not shown or next to the article

	in   *html.Node   // the block that is open
	from []*html.Node // the block of each of Done, if walk collects it
}

// walk goes through a tree without recursion: a page nests as deep as it likes.
func (w *Paragraphs) walk(root *html.Node) {
	n := root
	for {
		if row := rowOf(n); row != "" {
			w.enter(n)
			w.Now.WriteString(row)
		} else if !silent(n) && !(w.visible && (besideAtoms[n.DataAtom] || isHidden(n))) {
			w.enter(n)
			if n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
		}
		for ; n != root && n.NextSibling == nil; n = n.Parent {
			w.leave(n)
		}
		w.leave(n)
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

func (w *Paragraphs) enter(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.Now.WriteString(n.Data)
	case n.Type == html.ElementNode && n.DataAtom == atom.Br:
		w.Now.WriteString("\x00") // a break that folding must not take
	case IsBlock(n):
		w.End()
		w.in = n
	}
}

func (w *Paragraphs) leave(n *html.Node) {
	if !IsBlock(n) {
		return
	}
	w.End()
	for w.in = n.Parent; w.in != nil && !IsBlock(w.in); {
		w.in = w.in.Parent
	}
}

// Limits on a row of a table of facts, in cells and bytes. What is longer is
// the layout of a page.
const maxCells, maxCell = 20, 200

// rowOf returns a row of a table of facts as one line, "Halden | 4 | 2", or "":
// then its cells are paragraphs.
func rowOf(n *html.Node) string {
	if n.DataAtom != atom.Tr || n.Type != html.ElementNode {
		return ""
	}
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		blocks := 0
		for e := range c.Descendants() {
			switch {
			case e.Type == html.ElementNode && e.DataAtom == atom.Br, silent(e):
				return ""
			case IsBlock(e):
				blocks++
			}
		}
		text := lineOf(c)
		if len(cells) == maxCells || blocks > 1 || len(text) > maxCell {
			return ""
		}
		if text != "" {
			cells = append(cells, text)
		}
	}
	if len(cells) < 2 {
		return ""
	}
	return strings.Join(cells, " | ")
}

// End ends a paragraph. Two breaks in a row are the end of one, too.
func (w *Paragraphs) End() {
	if w.Now.Len() == 0 {
		return
	}
	text := w.Now.String()
	w.Now.Reset()
	if strings.IndexByte(text, 0) < 0 {
		if text = raw.OneLine(text); text != "" {
			w.Done, w.from = append(w.Done, text), append(w.from, w.in)
		}
		return
	}
	lines := strings.Split(text, "\x00")
	var p []string
	flush := func() {
		if len(p) > 0 {
			w.Done = append(w.Done, strings.Join(p, "\n"))
			w.from = append(w.from, w.in)
		}
		p = p[:0]
	}
	for _, l := range lines {
		if l = raw.OneLine(l); l == "" {
			flush()
			continue
		}
		p = append(p, l)
	}
	flush()
}

// silent reports whether an element's content is not text of the page.
func silent(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
		return true
	}
	switch n.DataAtom {
	case atom.Head, atom.Title, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Iframe, atom.Object, atom.Select, atom.Textarea, atom.Button:
		return n.Type == html.ElementNode
	}
	return false
}

// IsBlock reports whether an element is on lines of its own.
func IsBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return n.Type == html.DocumentNode
	}
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hr, atom.Html, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary,
		atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}
