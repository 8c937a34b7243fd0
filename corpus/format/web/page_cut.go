package web

import (
	"cmp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/format/raw"
)

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

var keptAttributes = append([]string{"class", "id", "role", "href", "rel", "itemprop", "content", "datetime", "title", "style", "hidden", "aria-hidden"}, dateAttributes...)

// tagWith writes a tag anew with those of its attributes that say what it is.
func tagWith(name string, attrs map[string]string) string {
	var b strings.Builder
	b.WriteString("<" + name)
	for _, key := range keptAttributes {
		if v, ok := attrs[key]; ok && (key != "title" || name == "abbr" || name == "time") {
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

// dropped are elements whose content is not text of the page. The tokenizer
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
