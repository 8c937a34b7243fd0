package format

import (
	"encoding/base64"
	"errors"
	"html"
	"net/url"
	"strings"

	"parallax/corpus/lazyregexp"
)

// newsRoots are the elements that files of news agencies begin with: those of
// NewsML-G2, NITF, and NewsML 1.
var newsRoots = map[string]bool{
	"newsItem": true, "newsMessage": true, "packageItem": true, "contentSet": true, "nitf": true, "NewsML": true,
}

func looksNewsML(head []byte) bool { return newsRoots[rootOf(head).Local] }

// readNewsML gives the articles of a file of a news agency: NewsML-G2 with
// articles in NITF, XHTML or plain text, several in a message; NITF alone; and
// NewsML 1. Of a file that is cut off the last is as long as it is.
func readNewsML(root *element, _ bool, next give) error {
	found := 0
	for _, item := range newsItems(root) {
		raw := articleOfNews(item)
		if strings.TrimSpace(raw.Text) == "" {
			continue // a picture, a graphic, a list of codes
		}
		found++
		if !next(raw, nil) {
			return nil
		}
	}
	switch {
	case root.Local == "packageItem" && found == 0:
		return errors.New("a NewsML-G2 package only names its articles; open their files")
	case found == 0:
		return errors.New("no text in this NewsML or NITF file")
	}
	return nil
}

// newsItems returns the elements of a file that are one article each.
func newsItems(root *element) []*element {
	switch root.Local {
	case "newsMessage":
		return root.all("newsItem")
	case "NewsML":
		return root.all("NewsItem")
	}
	return []*element{root}
}

// articleOfNews returns the article of one item.
func articleOfNews(item *element) Raw {
	nitf := item
	if item.Local != "nitf" {
		nitf = first(item.all("nitf"))
	}
	var raw Raw
	switch {
	case nitf != nil:
		raw = textOfNITF(nitf)
	default:
		raw.Text = textOfNews(item)
	}
	n := newsFields{byline: first(nitf.all("byline"))}
	if item != nitf {
		n.ofG2(item)
		n.ofNewsML1(item)
	}
	n.ofNITF(nitf)
	raw.Fields = n.fields
	return raw
}

func first(all []*element) *element {
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// textOfNITF returns the text of an NITF article: what stands above it (a
// second headline, the dateline) as paragraphs of their own, the content, and
// the tagline below. The abstract repeats the article and is taken only when
// there is nothing else.
func textOfNITF(nitf *element) Raw {
	var raw Raw
	var texts []string
	add := func(e *element, doubtful bool) {
		text := newsText(e)
		if text == "" {
			return
		}
		texts = append(texts, text)
		if doubtful {
			raw.Doubtful = append(raw.Doubtful, strings.Split(text, "\n")...)
		}
	}
	head, body := nitf.child("body", "body.head"), nitf.child("body", "body.content")
	content := newsText(body)
	if content == "" {
		content = newsText(head.child("abstract"))
	}
	if content == "" {
		return raw
	}
	add(head.child("hedline", "hl2"), false)
	add(head.child("dateline"), true)
	texts = append(texts, content)
	for _, name := range []string{"media-caption", "media-producer"} {
		for _, m := range body.all(name) {
			raw.Doubtful = append(raw.Doubtful, nonEmpty(strings.Split(newsText(m), "\n"))...)
		}
	}
	add(nitf.child("body", "body.end", "tagline"), true)
	raw.Text = strings.Join(texts, "\n\n")
	raw.Doubtful = nonEmpty(raw.Doubtful)
	return raw
}

// newsText returns the text in an element of NITF or XHTML; nil has none.
func newsText(e *element) string {
	if e == nil {
		return ""
	}
	text, err := textOfHTML(e.html(newsTag))
	if err != nil {
		return e.words()
	}
	return text
}

// newsTags are the elements of HTML that those of NITF correspond to. Others
// of XHTML stand for themselves.
var newsTags = map[string]string{
	"p": "p", "br": "br", "hr": "hr", "table": "table", "tr": "tr", "td": "td", "th": "th", "caption": "caption", "ul": "ul", "ol": "ol", "li": "li",
	"dl": "dl", "dt": "dt", "dd": "dd", "pre": "pre", "bq": "blockquote", "blockquote": "blockquote", "div": "div", "section": "section",
	"h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6", "hl1": "h1", "hl2": "h2", "figure": "figure", "figcaption": "figcaption",
	"block": "div", "note": "div", "fn": "div", "media": "div", "media-caption": "div", "media-producer": "div", "body": "div", "body.content": "div",
	"location": "span", "credit": "div", "media-metadata": "script", "media-reference": "script", "media-object": "script",
	"head": "script", "script": "script", "style": "style",
}

func newsTag(e *element) string {
	if tag := newsTags[e.Local]; tag != "" {
		return tag
	}
	return "span"
}

// textOfNews returns the text of an item that has none in NITF: of several
// renditions the first.
func textOfNews(item *element) string {
	for _, inline := range append(item.all("inlineXML"), item.all("DataContent")...) {
		text := newsText(inline)
		if !inline.hasElements() {
			text = feedText(inline)
		}
		if text != "" {
			return text
		}
	}
	for _, inline := range item.all("inlineData") {
		text := inline.content()
		if strings.Contains(inline.attr("encoding"), "base64") {
			data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
			if err != nil {
				continue
			}
			if text, err = decode(data, ""); err != nil {
				continue
			}
		}
		if kind := inline.attr("contenttype"); strings.Contains(kind, "html") {
			text, _ = textOfHTML(text)
		}
		if text = strings.TrimSpace(html.UnescapeString(text)); text != "" {
			return text
		}
	}
	return ""
}

// A newsFields collects what an item says about its article.
type newsFields struct {
	byline *element // of the NITF in it
	fields []Field
}

func (n *newsFields) add(name, value, from string) {
	n.fields = add(n.fields, name, value, from)
}

// ofG2 adds what NewsML-G2 says. A creator is the author, unless there is a
// byline that names a firm only, or the creator is said to be one: then it is
// the outlet.
func (n *newsFields) ofG2(item *element) {
	meta, content := item.child("itemMeta"), item.child("contentMeta")
	n.add(Title, content.child("headline").words(), "NewsML headline")
	n.add(Title, meta.child("title").words(), "NewsML title")
	provider := meta.child("provider")
	n.add(Outlet, provider.child("name").words(), "NewsML provider")
	n.add(Outlet, provider.attr("literal"), "NewsML provider")
	for _, c := range content.all("creator") {
		name := c.child("name").words()
		firm := n.byline != nil && personOf(n.byline) == "" || strings.Contains(c.attr("type"), "org") || strings.Contains(c.child("type").attr("qcode"), "org")
		switch {
		case firm:
			n.add(Outlet, name, "NewsML creator")
		default:
			n.add(Author, name, "NewsML creator")
		}
	}
	n.add(Outlet, item.child("rightsInfo", "copyrightHolder", "name").words(), "NewsML copyright holder")
	n.add(Outlet, hostOfProvider(provider), "NewsML provider")
	n.add(Outlet, content.child("infoSource", "name").words(), "NewsML source")
	n.add(Published, content.child("contentCreated").words(), "NewsML contentCreated")
	n.add(Published, meta.child("firstCreated").words(), "NewsML firstCreated")
	n.add(Published, meta.child("versionCreated").words(), "NewsML versionCreated")
	n.add(Updated, content.child("contentModified").words(), "NewsML contentModified")
	n.add(URL, webAddress(item.attr("guid")), "NewsML guid")
	n.add(Language, content.child("language").attr("tag"), "NewsML language")
	n.add(Language, item.attr("lang"), "NewsML xml:lang")
}

// hostOfProvider returns the domain in a provider's identifier, such as
// "http://www.herald.example/about" or "web:www.herald.example".
func hostOfProvider(provider *element) string {
	if u, err := url.Parse(provider.attr("uri")); err == nil && u.Host != "" {
		return u.Hostname()
	}
	if _, id, ok := strings.Cut(provider.attr("qcode"), ":"); ok && strings.Contains(id, ".") {
		return id
	}
	return ""
}

// ofNewsML1 adds what NewsML 1 says.
func (n *newsFields) ofNewsML1(item *element) {
	n.add(Title, first(item.all("HeadLine")).words(), "NewsML HeadLine")
	for _, a := range Authors(first(item.all("ByLine")).words()) {
		n.add(Author, a, "NewsML ByLine")
	}
	n.add(Outlet, first(first(item.all("Provider")).all("Party")).attr("FormalName"), "NewsML Provider")
	n.add(Published, first(item.all("FirstCreated")).words(), "NewsML FirstCreated")
	n.add(Updated, first(item.all("ThisRevisionCreated")).words(), "NewsML ThisRevisionCreated")
	n.add(Language, first(item.all("Language")).attr("FormalName"), "NewsML Language")
}

// ofNITF adds what an NITF article says.
func (n *newsFields) ofNITF(nitf *element) {
	if nitf == nil {
		return
	}
	n.add(Title, nitf.child("body", "body.head", "hedline", "hl1").words(), "NITF hl1")
	n.add(Title, nitf.child("head", "title").words(), "NITF title")
	if len(n.named(Author)) == 0 {
		for _, a := range Authors(personOf(n.byline)) {
			n.add(Author, a, "NITF byline")
		}
	}
	data := nitf.child("head", "docdata")
	n.add(Outlet, data.child("doc.copyright").attr("holder"), "NITF copyright holder")
	pub := nitf.child("head", "pubdata")
	n.add(Outlet, pub.attr("name"), "NITF pubdata")
	n.add(Outlet, nitf.child("body", "body.head", "distributor").words(), "NITF distributor")
	if n.byline != nil && personOf(n.byline) == "" {
		n.add(Outlet, n.byline.child("byttl").words(), "NITF byline")
	}
	n.add(Published, data.child("date.release").attr("norm"), "NITF date.release")
	n.add(Published, data.child("date.issue").attr("norm"), "NITF date.issue")
	n.add(Published, pub.attr("date.publication"), "NITF pubdata")
	n.add(Published, nitf.child("body", "body.head", "dateline", "story.date").attr("norm"), "NITF dateline")
	n.add(URL, webAddress(pub.attr("ex-ref")), "NITF pubdata")
	n.add(Language, nitf.attr("lang"), "NITF xml:lang")
}

func (n *newsFields) named(name string) []Field {
	var out []Field
	for _, f := range n.fields {
		if f.Name == name {
			out = append(out, f)
		}
	}
	return out
}

var bylineLead = lazyregexp.New(`(?i)^by:?(?:\s+|$)`)

// personOf returns the names in a byline, without the office or firm.
func personOf(byline *element) string {
	if byline == nil {
		return ""
	}
	if person := first(byline.all("person")); person != nil {
		return person.words()
	}
	var b strings.Builder
	for _, c := range byline.children {
		if c.Local != "byttl" {
			c.addContent(&b)
		}
	}
	return strings.Trim(bylineLead.ReplaceAllString(oneLine(b.String()), ""), " ,")
}
