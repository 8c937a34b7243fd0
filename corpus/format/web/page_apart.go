package web

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// apartClasses are words in the class of an element that say that it is not
// the article's own text: captions, and boxes that lead elsewhere. A word is
// what is between signs: "wp-caption-text" is three.
var apartClasses = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"caption": true, "figcaption": true, "credit": true, "credits": true, "legend": true, "legende": true,
		"newsletter": true, "newsletters": true, "signup": true, "subscribe": true, "subscription": true,
		"related": true, "readmore": true, "promo": true, "promobox": true, "recirc": true, "recirculation": true, "recommended": true,
		"recommendations": true, "teaser": true, "rail": true, "carousel": true, "swiper": true, "slider": true, "outbrain": true, "taboola": true, "donate": true, "paywall": true,
	}
})

// Guards on what is set apart, in shares of the text. A class that much of the
// text has is not what its words say: "paywall" on each paragraph but the first
// marks what subscribers see, and they see the article.
const (
	maxApartClass = 0.35 // of one word in classes
	maxApart      = 0.6  // of all that is set apart
	maxApartBlock = 0.5  // of one element
)

// setApart returns the elements below root that are set apart from the article:
// by what they are, by their class, or as nothing but links. An element that
// holds most of the size bytes of text is the article, whatever its class.
func setApart(root *html.Node, size int) []*html.Node {
	type candidate struct {
		node *html.Node
		why  string // a word of its class, or "" for what it is
		size int
	}
	var found []candidate
	of := make(map[string]int)
	skip := (*html.Node)(nil)
	for n := range elements(root) {
		if skip != nil && isBelow(n, skip) {
			continue
		}
		if n == root || !IsBlock(n) {
			continue
		}
		why, is := isApart(n)
		if !is {
			continue
		}
		length := len(TextOf(n))
		if float64(length) > maxApartBlock*float64(size) {
			continue
		}
		found = append(found, candidate{n, why, length})
		of[why] += length
		skip = n
	}
	void := func(c candidate) bool { return c.why != "" && float64(of[c.why]) > maxApartClass*float64(size) }
	sum := 0
	for _, c := range found {
		if !void(c) {
			sum += c.size
		}
	}
	var out []*html.Node
	for _, c := range found {
		if void(c) || c.why != "" && float64(sum) > maxApart*float64(size) {
			continue
		}
		if h := headingOf(c.node); h != nil {
			out = append(out, h)
		}
		out = append(out, c.node)
	}
	return out
}

// isApart reports whether an element is set apart, with the word of its class
// that says so.
func isApart(n *html.Node) (why string, is bool) {
	switch n.DataAtom {
	case atom.Figcaption, atom.Aside, atom.Figure, atom.Nav, atom.Form:
		return "", true
	}
	for _, class := range words(attribute(n, "class")) {
		if why := apartClass(class); why != "" {
			return why, true
		}
	}
	return "", onlyLinks(n) || isPicture(n) || isBelowPicture(n)
}

// apartClass returns the word in one class of an element that says that it is
// set apart, or "". "no-caption" and "with-newsletter" speak of what it holds.
func apartClass(class string) string {
	parts := strings.FieldsFunc(class, notLetter)
	if hasAny(parts, "no", "non", "not", "has", "with", "without", "is", "after", "before", "hide", "remove") {
		return ""
	}
	for _, w := range parts {
		if apartClasses()[w] {
			return w
		}
	}
	return ""
}

// maxPicture is how many bytes the words below a picture have, at most.
const maxPicture = 400

// isPicture reports whether an element is a picture with what is written below
// it: it holds one, its class says so, and it has no paragraph.
func isPicture(n *html.Node) bool {
	if n.DataAtom != atom.Div && n.DataAtom != atom.Section || !hasClassWord(n, pictureClasses) {
		return false
	}
	size, picture := 0, false
	for e := range n.Descendants() {
		switch {
		case e.Type == html.TextNode:
			size += len(strings.TrimSpace(e.Data))
		case e.DataAtom == atom.P, e.DataAtom == atom.H1:
			return false
		case e.DataAtom == atom.Img, e.DataAtom == atom.Picture, e.DataAtom == atom.Video:
			picture = true
		}
		if size > maxPicture {
			return false
		}
	}
	return picture
}

// isBelowPicture reports whether an element is a caption by where it stands,
// whatever its class: a short box right after a picture, in an article that is
// written in paragraphs.
func isBelowPicture(n *html.Node) bool {
	const longest, least = 200, 2 // bytes, paragraphs
	if n.DataAtom != atom.Div {
		return false
	}
	picture := elementBefore(n)
	if picture == nil || picture.DataAtom != atom.Img && !holds(picture, atom.Img) || lineOf(picture) != "" || len(lineOf(n)) > longest {
		return false
	}
	if hasClassWord(n, textClasses) || holds(n, atom.P, atom.H1, atom.H2, atom.H3, atom.Ul, atom.Ol, atom.Table, atom.Blockquote) {
		return false
	}
	return paragraphsIn(n.Parent) >= least || paragraphsIn(n.Parent) == 0 && paragraphsIn(n.Parent.Parent) >= least
}

// paragraphsIn returns how many paragraphs are right in an element.
func paragraphsIn(n *html.Node) int {
	count := 0
	if n != nil {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.P {
				count++
			}
		}
	}
	return count
}

// elementBefore returns the element right before another, or nil where there is
// none or text is between them.
func elementBefore(n *html.Node) *html.Node {
	before := n.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		if before.Type == html.TextNode && strings.TrimSpace(before.Data) != "" {
			return nil
		}
		before = before.PrevSibling
	}
	return before
}

// textClasses are words in the classes of boxes that hold text of the article.
var textClasses = wordSet(`text body content paragraph lead lede intro standfirst dek deck summary subtitle article story entry post chapo vorspann teaser`)

var pictureClasses = wordSet(`image img photo picture media foto fotos bild bilder imagen imagem immagine figure gallery video photograph zdjecie`)

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
			if href := attribute(e, "href"); href == "" || href[0] == '#' || strings.HasPrefix(href, "javascript:") {
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
