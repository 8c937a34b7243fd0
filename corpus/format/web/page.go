package web

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"sync"

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
			if isCard(n) && within(n.Parent, atom.P, atom.Li, atom.Blockquote) {
				cards = append(cards, n)
			}
		}
	}
	for _, n := range cards {
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

// dropped are elements whose content is no text of the page. The tokenizer
// hands it over as one text, whatever tags are in it.
var dropped = sync.OnceValue(func() map[atom.Atom]bool {
	return map[atom.Atom]bool{
		atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Iframe: true, atom.Noembed: true, atom.Noframes: true,
		atom.Textarea: true, atom.Title: true,
	}
})

// leavesDrawing are elements at which a drawing (<svg>) that is not closed
// ends, so that it does not take the page with it.
var leavesDrawing = sync.OnceValue(func() map[atom.Atom]bool {
	return map[atom.Atom]bool{
		atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Table: true, atom.Ul: true, atom.Ol: true,
		atom.H1: true, atom.H2: true, atom.H3: true, atom.Header: true, atom.Footer: true, atom.Body: true,
	}
})

// voids are elements without content. Others that are closed where they are
// opened (<path/>, in XHTML <a name="x"/>) hold nothing, although a parser of
// HTML would open them. A <p/> ends a paragraph.
var voids = sync.OnceValue(func() map[atom.Atom]bool {
	return map[atom.Atom]bool{
		atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true, atom.Input: true,
		atom.P: true, atom.Source: true, atom.Track: true, atom.Wbr: true, atom.Meta: true, atom.Link: true,
	}
})

// emphasis are elements that only change how letters look. A parser of HTML
// opens those not closed anew in each paragraph: a page of 100 KB can become a
// tree of gigabytes.
var emphasis = sync.OnceValue(func() map[atom.Atom]bool {
	return map[atom.Atom]bool{
		atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true, atom.S: true,
		atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
	}
})

// A cutter cuts a page down, tag by tag.
type cutter struct {
	page
	out     strings.Builder
	inside  atom.Atom       // the dropped element that is open
	json    bool            // and it holds JSON-LD
	spans   []bool          // of the emphasis that is open: it is written as a <span>
	tag     []byte          // the tag that is read, as it is written
	drawing int             // how many <svg> are open
	xml     bool            // it is written in XML: what is closed where it is opened holds nothing
	once    map[string]bool // <html> and <body>, which are there once
}

// cutDown returns a page without what no article needs, and what its head
// says. It takes time and memory in proportion to the page, whatever is in it.
func cutDown(text string) *page {
	c := cutter{once: make(map[string]bool), xml: strings.HasPrefix(strings.TrimLeft(text, "\ufeff \r\n"), "<?xml")}
	c.metas, c.links, c.saved = make(map[string][]string), make(map[string]string), make(map[string]string)
	c.out.Grow(min(len(text), maxPageBytes))
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end; a reader of strings has no other error
			c.slim = c.out.String()
			return &c.page
		case html.TextToken:
			c.text(z)
		case html.CommentToken:
			c.comment(string(z.Text()))
		case html.DoctypeToken:
			c.out.WriteString("<!doctype html>")
		case html.StartTagToken:
			c.start(z, false)
		case html.SelfClosingTagToken:
			c.start(z, true)
		case html.EndTagToken:
			c.end(z)
		}
	}
}

func (c *cutter) text(z *html.Tokenizer) {
	switch {
	case c.inside == atom.Title && c.title == "" && c.drawing == 0:
		c.title = raw.OneLine(string(z.Text()))
	case c.inside == atom.Script && c.json:
		c.scripts = append(c.scripts, string(z.Text()))
	case c.inside == atom.Noscript && len(z.Raw()) >= tooLittle:
		c.unlit = append(c.unlit, string(z.Raw()))
	case c.inside == 0 && c.drawing == 0:
		c.out.Write(z.Raw())
	}
}

func (c *cutter) start(z *html.Tokenizer, closed bool) {
	c.tag = c.tag[:0]
	if len(z.Raw()) <= maxAttribute {
		c.tag = append(c.tag, z.Raw()...) // now, for reading the name and the attributes changes it
	}
	name, more := z.TagName()
	tag, word := atom.Lookup(name), string(name)
	c.inside = 0
	if closed && (c.drawing > 0 || c.xml) || c.drawing > 0 && tag == atom.Title {
		z.NextIsNotRawText() // the tokenizer would take the page up to the next </title> for one
	}
	if c.drawing > 0 && !leavesDrawing()[tag] {
		if tag == atom.Svg && !closed {
			c.drawing++
		}
		return
	}
	c.drawing = 0
	switch {
	case dropped()[tag] && closed && c.xml:
		return
	case dropped()[tag]:
		c.inside = tag
		c.json = tag == atom.Script && strings.Contains(strings.ToLower(attributes(z, more)["type"]), "ld+json")
		return
	case tag == atom.Svg, tag == atom.Math:
		if !closed {
			c.drawing = 1
		}
		return
	case tag == atom.Meta:
		c.meta(attributes(z, more))
		return
	case tag == atom.Link:
		c.link(attributes(z, more))
		return
	case emphasis()[tag]:
		c.emphasize()
		return
	case closed && !voids()[tag]:
		return
	case tag == atom.Html, tag == atom.Body:
		if c.once[word] {
			return
		}
		c.once[word] = true
		if a := attributes(z, more); tag == atom.Html {
			c.lang = cmp.Or(a["lang"], a["xml:lang"])
		}
	}
	c.tags++
	if tag == atom.H1 || tag == atom.H2 {
		c.headings++
	}
	if len(c.tag) == 0 {
		c.out.WriteString(tagWith(word, attributes(z, more)))
		return
	}
	c.writeTag()
}

func (c *cutter) end(z *html.Tokenizer) {
	c.tag = append(c.tag[:0], z.Raw()...)
	name, _ := z.TagName()
	tag := atom.Lookup(name)
	c.inside = 0
	switch {
	case tag == atom.Svg, tag == atom.Math:
		c.drawing = max(0, c.drawing-1)
	case c.drawing > 0, dropped()[tag]:
	case emphasis()[tag]:
		if n := len(c.spans); n > 0 {
			if c.spans[n-1] {
				c.out.WriteString("</span>")
			}
			c.spans = c.spans[:n-1]
		}
	default:
		c.out.Write(c.tag)
	}
}

// maxAttributes is how many attributes of a tag are read.
const maxAttributes = 40

// attributes returns the attributes of a tag that are not too long, those
// given twice as first given.
func attributes(z *html.Tokenizer, more bool) map[string]string {
	out := make(map[string]string)
	for n := 0; more && n < maxAttributes; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		if _, twice := out[string(key)]; !twice && len(key)+len(value) <= maxAttribute {
			out[string(key)] = string(value)
		}
	}
	return out
}

// tagWith writes a tag anew with those of its attributes that say what it is.
func tagWith(name string, attrs map[string]string) string {
	var b strings.Builder
	b.WriteString("<" + name)
	for _, key := range []string{"class", "id", "role", "href", "rel", "itemprop", "content", "datetime", "style", "hidden", "aria-hidden"} {
		if v, ok := attrs[key]; ok {
			b.WriteString(" " + key + `="` + html.EscapeString(v) + `"`)
		}
	}
	return b.String() + ">"
}

// maxMetas is how many meta tags of one name are kept: one for each author.
const maxMetas = 50

// meta notes what a <meta> says, under each of its names.
func (c *cutter) meta(a map[string]string) {
	value := raw.OneLine(a["content"])
	if value == "" {
		return
	}
	seen := ""
	for _, attr := range []string{"property", "name", "itemprop", "http-equiv"} {
		for key := range strings.FieldsSeq(strings.ToLower(a[attr])) {
			if attr == "itemprop" {
				key = "itemprop " + key
			}
			if key != seen && len(c.metas[key]) < maxMetas {
				c.metas[key] = append(c.metas[key], value)
			}
			seen = key
		}
	}
}

func (c *cutter) link(a map[string]string) {
	for rel := range strings.FieldsSeq(strings.ToLower(a["rel"])) {
		if c.links[rel] == "" {
			c.links[rel] = strings.TrimSpace(a["href"])
		}
	}
}

// Comments in which tools that save pages note the address, with what they
// are called in a field's From.
var savers = []struct{ begins, before, from string }{
	{"saved from url=", ")", "“saved from url” comment"},
	{"Page saved with SingleFile", "url:", "SingleFile comment"},
	{"Mirrored from ", "from", "HTTrack comment"},
}

func (c *cutter) comment(text string) {
	text = strings.TrimSpace(text)
	for _, s := range savers {
		if !strings.HasPrefix(text, s.begins) {
			continue
		}
		_, rest, _ := strings.Cut(text, s.before)
		words := strings.Fields(rest)
		if len(words) == 0 || c.saved[s.from] != "" {
			continue
		}
		c.saved[s.from] = words[0]
		if !strings.Contains(words[0], "://") {
			c.saved[s.from] = "http://" + words[0] // HTTrack leaves it out
		}
	}
}
