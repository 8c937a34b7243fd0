package web

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
	"parallax/corpus/wordset"
)

// The library that finds the article takes parts of it for something else: a
// quotation in a box of class "social", a list, a lead outside of the <div> that
// holds the rest, a place at the beginning that is called a byline. So its find
// is laid over the page's own paragraphs again. What lies among those it found,
// within one <article>, is put back where it reads as text, and told as doubtful
// where it does not.

// A block is a paragraph of the page, with the element it stands in.
type block struct {
	text string
	in   *html.Node
	kept bool // the library found it
}

// pageBlocks are the paragraphs of a page in order, without what is not shown
// and what is next to the article.
type pageBlocks struct {
	list     []block
	headline *html.Node
	apart    map[*html.Node]bool // set apart from the article, by the element
}

// maxBlocksRead is how many paragraphs of a page are looked at. A long article
// has some 300.
const maxBlocksRead = 5000

func (p *page) blocks() *pageBlocks {
	b := new(pageBlocks)
	w := Paragraphs{visible: true}
	w.walk(p.tree)
	w.End()
	for i, text := range w.Done[:min(len(w.Done), maxBlocksRead)] {
		if in := w.from[i]; in != nil {
			b.list = append(b.list, block{text: text, in: in})
		}
	}
	for n := range elements(p.tree) {
		if n.DataAtom == atom.H1 && !beside(n) && (b.headline == nil || p.title != "" && strings.HasPrefix(siteKey(p.title), siteKey(lineOf(n)))) {
			b.headline = n
		}
	}
	return b
}

// maxLost is the share of the text found that may not be on the page as it was
// found; with more of it the find is left as it is.
const maxLost = 0.03

// whole returns the article that was found, below a node that may not be of the
// page, with what of it was left out.
func (b *pageBlocks) whole(node *html.Node, text string, p *page) raw.Article {
	first, last := b.lay(text)
	if first < 0 {
		return b.withStandfirst(rawOf(node, text), p, len(b.list))
	}
	top := articleOf(b.list[first].in, b.list[last].in)
	b.setApart(top, len(text))
	from, to := b.span(first, last, top)
	var out raw.Article
	var lines []string
	seen, again := make(map[string]bool), 0
	for i := from; i <= to; i++ {
		k := b.list[i]
		if k.in == b.headline && !k.kept {
			continue
		}
		if len(k.text) >= repeatedText && seen[k.text] {
			again += len(k.text)
			continue // a paragraph twice: for phones and for desktops
		}
		seen[k.text] = true
		switch b.judge(i, first, last, p) {
		case ours:
			lines = append(lines, k.text)
		case doubted:
			lines = append(lines, k.text)
			for line := range strings.SplitSeq(k.text, "\n") {
				out.Doubtful = append(out.Doubtful, line)
			}
		}
	}
	if out.Text = strings.Join(lines, "\n\n"); len(out.Text)+again < len(text)/2 {
		out = rawOf(node, text) // it stands in a box that is called a discussion, or the like
	}
	return b.withStandfirst(out, p, from)
}

// repeatedText is the least length of a paragraph, in bytes, that is left out
// where it comes again.
const repeatedText = 60

// lay marks the paragraphs that were found, and returns the first and the last,
// or -1 if what was found is not on the page.
func (b *pageBlocks) lay(found string) (first, last int) {
	count := make(map[string]int)
	for t := range strings.SplitSeq(found, "\n\n") {
		count[t]++
	}
	first, last = -1, -1
	keep := func(i int) {
		b.list[i].kept = true
		if first < 0 || i < first {
			first = i
		}
		last = max(last, i)
	}
	at := b.start(found)
	for _, wrap := range []bool{false, true} { // from the likely start on; what remains, before it
		for i := range b.list {
			if (i < at) == wrap && count[b.list[i].text] > 0 {
				count[b.list[i].text]--
				keep(i)
			}
		}
	}
	lost := 0
	for t := range strings.SplitSeq(found, "\n\n") {
		if count[t] == 0 {
			continue
		}
		count[t]--
		if i := b.holding(t); i >= 0 {
			keep(i)
		} else {
			lost += len(t)
		}
	}
	if float64(lost) > maxLost*float64(len(found)) {
		for i := range b.list {
			b.list[i].kept = false
		}
		return -1, -1
	}
	return first, last
}

// start returns the index of the first long paragraph that was found, so that
// a short line that is on the page several times is found near the others.
func (b *pageBlocks) start(found string) int {
	long := make(map[string]bool)
	for t := range strings.SplitSeq(found, "\n\n") {
		if len(t) >= repeatedText {
			long[t] = true
		}
	}
	at := slices.IndexFunc(b.list, func(k block) bool { return long[k.text] })
	const near = 5 // paragraphs before it
	return max(0, at-near)
}

// holding returns the paragraph of which a text is nearly all, or -1: the library
// took a part out, such as the place it begins with.
func (b *pageBlocks) holding(text string) int {
	const least, beside = 20, 60 // bytes
	if len(text) < least {
		return -1
	}
	return slices.IndexFunc(b.list, func(k block) bool {
		return !k.kept && len(k.text) <= len(text)+max(beside, len(text)/4) && strings.Contains(k.text, text)
	})
}

// articleOf returns the element that holds two others and is the article, as far
// as the page says, or else the closest that holds both.
func articleOf(a, z *html.Node) *html.Node {
	top := a
	for top.Parent != nil && !isBelow(z, top) {
		top = top.Parent
	}
	for up := top; up != nil; up = up.Parent {
		if up.DataAtom == atom.Article || slices.Contains(words(attribute(up, "itemprop")), "articlebody") {
			return up
		}
	}
	return top
}

// setApart notes which elements are set apart.
func (b *pageBlocks) setApart(top *html.Node, size int) {
	b.apart = make(map[*html.Node]bool)
	for _, n := range setApart(top, size) {
		b.apart[n] = true
		for e := range n.Descendants() {
			b.apart[e] = true
		}
	}
}

// span returns where the article begins and ends: what was found, with what
// follows the headline before that and what follows it within the article.
func (b *pageBlocks) span(first, last int, top *html.Node) (from, to int) {
	from, to = first, last
	holder := top
	if b.headline != nil && !isBelow(b.headline, top) {
		for up := top.Parent; up != nil && up.DataAtom != atom.Body && up.DataAtom != atom.Html; up = up.Parent {
			if isBelow(b.headline, up) {
				holder = up
				break
			}
		}
	}
	const farthest = 30 // paragraphs between the headline and the text
	for i := first - 1; i >= 0 && i >= first-farthest && b.headline != nil && isBelow(b.headline, holder); i-- {
		if b.list[i].in == b.headline {
			from = i + 1
			break
		}
	}
	for to+1 < len(b.list) && (top.DataAtom == atom.Article || attribute(top, "itemprop") != "") && isBelow(b.list[to+1].in, top) {
		to++
	}
	return from, to
}

// What is to be done with a paragraph.
type verdict int

const (
	ours    verdict = iota // the article's text
	doubted                // in the article, and it reads as something else
	passed                 // not the article's
)

// judge says what a paragraph is: one that was found, or one before, among or
// after those.
func (b *pageBlocks) judge(i, first, last int, p *page) verdict {
	k := b.list[i]
	switch {
	case inBoxOf(k.in, b.headline, talkBoxes):
		return passed
	case b.apart[k.in] && i < last && !within(k.in, atom.Figure, atom.Figcaption) && p.isDescription(k.text):
		return ours // the standfirst, whatever its class
	case b.apart[k.in] && (k.kept || i > first && i < last):
		return doubted
	case k.kept:
		return ours
	case b.apart[k.in] || within(k.in, atom.Form, atom.Button, atom.Nav, atom.Footer):
		return passed
	case i < first:
		if p.isStandfirst(k) || readsAsText(k) && !aboutOthers(k.in, b.headline) && !hasClassWord(k.in, captionClasses) {
			return ours
		}
		return passed
	case i > last:
		if readsAsText(k) && !inBoxOf(k.in, b.headline, endBoxes) && !aboutOthers(k.in, b.headline) {
			return ours
		}
		return passed
	case inQuotation(k.in), readsAsText(k) && !aboutOthers(k.in, b.headline), isSubheading(k.in) && i+1 < len(b.list) && b.list[i+1].kept:
		return ours
	case isLabel(k):
		return passed
	}
	return doubted
}

// isLabel reports whether a paragraph is too short to report anything, and not
// in an element that text is written in: a button, a figure of a chart.
func isLabel(k block) bool {
	const least = 25 // bytes
	return len(k.text) < least && !within(k.in, atom.P, atom.Li, atom.Tr, atom.Dl, atom.Blockquote, atom.H2, atom.H3, atom.H4)
}

var (
	talkBoxes      = wordSet(`comment comments commentlist commentaires kommentare kommentarer comentarios commenti reacties disqus discussion replies`)
	captionClasses = wordSet(`caption credit copyright byline author autor date time share social meta info tags breadcrumb breadcrumbs kicker`)
	// endBoxes are what follows an article within its element.
	endBoxes = wordSet(`author authors bio about comment comments respond reply disclaimer copyright note share sharing social tags tag footer newsletter subscribe meta info
		legal contact correction print donate support source sources credits promo more next prev pagination`)
)

// inBoxOf reports whether an element, or one around it that does not hold the
// headline, has one of these words in its class.
func inBoxOf(n, headline *html.Node, classes *wordset.Set) bool {
	for up := n; up != nil && up.DataAtom != atom.Article && up.DataAtom != atom.Body && (headline == nil || !isBelow(headline, up)); up = up.Parent {
		if hasClassWord(up, classes) {
			return true
		}
	}
	return false
}

func inQuotation(n *html.Node) bool { return within(n, atom.Blockquote) }

func isSubheading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4:
		return true
	}
	return false
}

// readsAsText reports whether a paragraph is written in sentences and is not
// made of links.
func readsAsText(k block) bool {
	least := 20 // bytes
	if within(k.in, atom.Li, atom.Dl) {
		least = 8
	}
	if len(k.text) < least || !strings.ContainsAny(lastOf(k.text), ".!?…。！？:") {
		return false
	}
	linked := 0
	for e := range k.in.Descendants() {
		if e.Type == html.TextNode && within(e, atom.A) {
			linked += len(strings.TrimSpace(e.Data))
		}
	}
	return linked*2 < len(k.text)
}

// lastOf returns the end of a text without the marks that close a quotation.
func lastOf(s string) string {
	s = strings.TrimRight(s, "\"'”’»“)]」』 ")
	r := []rune(s[max(0, len(s)-4):])
	if len(r) == 0 {
		return ""
	}
	return string(r[len(r)-1])
}
