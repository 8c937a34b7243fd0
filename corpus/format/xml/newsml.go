package xml

import (
	"encoding/base64"
	"errors"
	"html"
	"net/url"
	"strings"
	"sync"

	"parallax/corpus/byline"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

// newsRoots are the elements that files of news agencies begin with: those of
// NewsML-G2, NITF, and NewsML 1.
var newsRoots = map[string]bool{
	"newsItem": true, "newsMessage": true, "packageItem": true, "contentSet": true, "nitf": true, "NewsML": true,
}

// LooksNewsML reports whether an XML document is NewsML or NITF, by its root.
func LooksNewsML(head []byte) bool { return newsRoots[rootOf(head).Local] }

// ReadNewsML yields the articles of a news agency's file: NewsML-G2 with
// articles in NITF, XHTML or plain text, several in a message; NITF alone; and
// NewsML 1. In a file that is cut off, the last article is incomplete.
func ReadNewsML(root *Element, _ bool, next raw.Give) error {
	found := 0
	for _, item := range newsItems(root) {
		article := articleOfNews(item)
		if strings.TrimSpace(article.Text) == "" {
			continue // a picture, a graphic, a list of codes
		}
		found++
		if !next(article, nil) {
			return nil
		}
	}
	switch {
	case root.Local == "packageItem" && found == 0:
		return errors.New("a NewsML-G2 package only lists its articles; open their files")
	case found == 0:
		return errors.New("no text in this NewsML or NITF file")
	}
	return nil
}

// newsItems returns the elements of a file that are one article each.
func newsItems(root *Element) []*Element {
	switch root.Local {
	case "newsMessage":
		return root.All("newsItem")
	case "NewsML":
		return root.All("NewsItem")
	}
	return []*Element{root}
}

// articleOfNews returns the article of one item.
func articleOfNews(item *Element) raw.Article {
	nitf := item
	if item.Local != "nitf" {
		nitf = first(item.All("nitf"))
	}
	var article raw.Article
	switch {
	case nitf != nil:
		article = textOfNITF(nitf)
	default:
		article.Text = textOfNews(item)
	}
	n := newsFields{byline: first(nitf.All("byline"))}
	if item != nitf {
		n.ofG2(item)
		n.ofNewsML1(item)
	}
	n.ofNITF(nitf)
	article.Fields = n.fields
	return article
}

func first(all []*Element) *Element {
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// textOfNITF returns the text of an NITF article: what is above it (a
// second headline, the dateline) as paragraphs of their own, the content, and
// the tagline below. The abstract repeats the article and is taken only when
// there is nothing else.
func textOfNITF(nitf *Element) raw.Article {
	var article raw.Article
	var texts []string
	add := func(e *Element, doubtful bool) {
		text := newsText(e)
		if text == "" {
			return
		}
		texts = append(texts, text)
		if doubtful {
			article.Doubtful = append(article.Doubtful, strings.Split(text, "\n")...)
		}
	}
	head, body := nitf.Child("body", "body.head"), nitf.Child("body", "body.content")
	content := newsText(body)
	if content == "" && head == nil {
		content = newsText(nitf.Child("body"))
	}
	if content == "" {
		content = newsText(head.Child("abstract"))
	}
	if content == "" {
		return article
	}
	add(head.Child("hedline", "hl2"), false)
	add(head.Child("dateline"), true)
	texts = append(texts, content)
	for _, name := range []string{"media-caption", "media-producer"} {
		for _, m := range body.All(name) {
			article.Doubtful = append(article.Doubtful, NonEmpty(strings.Split(newsText(m), "\n"))...)
		}
	}
	add(nitf.Child("body", "body.end", "tagline"), true)
	article.Text = strings.Join(texts, "\n\n")
	article.Doubtful = NonEmpty(article.Doubtful)
	return article
}

// newsText returns the text in an element of NITF or XHTML; nil has none.
func newsText(e *Element) string {
	if e == nil {
		return ""
	}
	if !e.hasElements() {
		return feedText(e)
	}
	text, err := web.TextOfHTML(e.html(newsTag))
	if err != nil {
		return e.Words()
	}
	return text
}

// newsTags are the elements of HTML that those of NITF correspond to. Others
// of XHTML stand for themselves.
var newsTags = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"p": "p", "br": "br", "hr": "hr", "table": "table", "tr": "tr", "td": "td", "th": "th", "caption": "caption", "ul": "ul", "ol": "ol", "li": "li",
		"dl": "dl", "dt": "dt", "dd": "dd", "pre": "pre", "bq": "blockquote", "blockquote": "blockquote", "div": "div", "section": "section",
		"h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6", "hl1": "h1", "hl2": "h2", "figure": "figure", "figcaption": "figcaption",
		"block": "div", "note": "div", "fn": "div", "media": "div", "media-caption": "div", "media-producer": "div", "body": "div", "body.content": "div",
		"location": "span", "credit": "div", "media-metadata": "script", "media-reference": "script", "media-object": "script",
		"head": "script", "script": "script", "style": "style",
	}
})

func newsTag(e *Element) string {
	if tag := newsTags()[strings.ToLower(e.Local)]; tag != "" {
		return tag
	}
	return "span"
}

// textOfNews returns the text of an item that has none in NITF: of several
// renditions the first, but for what is so much shorter than another that it is a
// caption or a summary.
func textOfNews(item *Element) string {
	var texts []string
	longest := 0
	add := func(text string) {
		texts = append(texts, text)
		longest = max(longest, len(text))
	}
	for _, inline := range append(item.All("inlineXML"), item.All("DataContent")...) {
		add(newsText(inline))
	}
	if longest == 0 {
		for _, inline := range item.All("inlineData") {
			add(textOfInline(inline))
		}
	}
	if longest == 0 { // paragraphs without anything around them
		var all []string
		for _, p := range item.All("p") {
			all = append(all, newsText(p))
		}
		add(strings.Join(NonEmpty(all), "\n\n"))
	}
	for _, t := range texts {
		if t != "" && len(t) >= longest/2 {
			return t
		}
	}
	return ""
}

// textOfInline returns the text of an element that may have it in base64.
func textOfInline(inline *Element) string {
	if inline.hasElements() {
		return newsText(inline)
	}
	text := inline.Content()
	if strings.Contains(inline.attr("encoding"), "base64") {
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
		if err != nil {
			return ""
		}
		if text, err = raw.Decode(data, ""); err != nil {
			return ""
		}
	}
	again, escaped := web.Escaped(text)
	if escaped || strings.Contains(inline.attr("contenttype"), "html") {
		text, _ = web.TextOfHTML(again)
	}
	return strings.TrimSpace(html.UnescapeString(text))
}

// A newsFields collects what an item says about its article.
type newsFields struct {
	byline *Element // of the NITF in it
	fields []raw.Field
}

func (n *newsFields) add(name, value, from string) {
	n.fields = raw.AddField(n.fields, name, value, from)
}

// ofG2 adds what NewsML-G2 says. A creator is the author, unless there is a
// byline that names a firm only, or the creator is said to be one: then it is
// the outlet.
func (n *newsFields) ofG2(item *Element) {
	meta, content := item.Child("itemMeta"), item.Child("contentMeta")
	n.add(raw.Title, content.Child("headline").Words(), "NewsML headline")
	n.add(raw.Title, meta.Child("title").Words(), "NewsML title")
	provider := meta.Child("provider")
	n.add(raw.Outlet, provider.Child("name").Words(), "NewsML provider")
	n.add(raw.Outlet, provider.attr("literal"), "NewsML provider")
	for _, c := range content.All("creator") {
		name := c.Child("name").Words()
		firm := n.byline != nil && personOf(n.byline) == "" || strings.Contains(c.attr("type"), "org") || strings.Contains(c.Child("type").attr("qcode"), "org")
		switch {
		case firm:
			n.add(raw.Outlet, name, "NewsML creator")
		default:
			n.add(raw.Author, name, "NewsML creator")
		}
	}
	n.add(raw.Outlet, item.Child("rightsInfo", "copyrightHolder", "name").Words(), "NewsML copyright holder")
	n.add(raw.Outlet, hostOfProvider(provider), "NewsML provider")
	n.add(raw.Outlet, content.Child("infoSource", "name").Words(), "NewsML source")
	n.add(raw.Published, content.Child("contentCreated").Words(), "NewsML contentCreated")
	n.add(raw.Published, meta.Child("firstCreated").Words(), "NewsML firstCreated")
	n.add(raw.Published, meta.Child("versionCreated").Words(), "NewsML versionCreated")
	n.add(raw.Updated, content.Child("contentModified").Words(), "NewsML contentModified")
	n.add(raw.URL, raw.WebAddress(item.attr("guid")), "NewsML guid")
	n.add(raw.Language, content.Child("language").attr("tag"), "NewsML language")
	n.add(raw.Language, item.attr("lang"), "NewsML xml:lang")
}

// hostOfProvider returns the domain in a provider's identifier, such as
// "http://www.herald.example/about" or "web:www.herald.example".
func hostOfProvider(provider *Element) string {
	if u, err := url.Parse(provider.attr("uri")); err == nil && u.Host != "" {
		return u.Hostname()
	}
	if _, id, ok := strings.Cut(provider.attr("qcode"), ":"); ok && strings.Contains(id, ".") {
		return id
	}
	return ""
}

// ofNewsML1 adds what NewsML 1 says.
func (n *newsFields) ofNewsML1(item *Element) {
	n.add(raw.Title, first(item.All("HeadLine")).Words(), "NewsML HeadLine")
	for _, a := range byline.Authors(first(item.All("ByLine")).Words()) {
		n.add(raw.Author, a, "NewsML ByLine")
	}
	n.add(raw.Outlet, first(first(item.All("Provider")).All("Party")).attr("FormalName"), "NewsML Provider")
	n.add(raw.Published, first(item.All("FirstCreated")).Words(), "NewsML FirstCreated")
	n.add(raw.Updated, first(item.All("ThisRevisionCreated")).Words(), "NewsML ThisRevisionCreated")
	n.add(raw.Language, first(item.All("Language")).attr("FormalName"), "NewsML Language")
}

// ofNITF adds what an NITF article says.
func (n *newsFields) ofNITF(nitf *Element) {
	if nitf == nil {
		return
	}
	n.add(raw.Title, nitf.Child("body", "body.head", "hedline", "hl1").Words(), "NITF hl1")
	n.add(raw.Title, nitf.Child("head", "title").Words(), "NITF title")
	if len(n.named(raw.Author)) == 0 {
		for _, a := range byline.Authors(personOf(n.byline)) {
			n.add(raw.Author, a, "NITF byline")
		}
	}
	data := nitf.Child("head", "docdata")
	n.add(raw.Outlet, data.Child("doc.copyright").attr("holder"), "NITF copyright holder")
	pub := nitf.Child("head", "pubdata")
	n.add(raw.Outlet, pub.attr("name"), "NITF pubdata")
	n.add(raw.Outlet, nitf.Child("body", "body.head", "distributor").Words(), "NITF distributor")
	if n.byline != nil && personOf(n.byline) == "" {
		n.add(raw.Outlet, n.byline.Child("byttl").Words(), "NITF byline")
	}
	n.add(raw.Published, data.Child("date.release").attr("norm"), "NITF date.release")
	n.add(raw.Published, data.Child("date.issue").attr("norm"), "NITF date.issue")
	n.add(raw.Published, pub.attr("date.publication"), "NITF pubdata")
	n.add(raw.Published, nitf.Child("body", "body.head", "dateline", "story.date").attr("norm"), "NITF dateline")
	n.add(raw.URL, raw.WebAddress(pub.attr("ex-ref")), "NITF pubdata")
	n.add(raw.Language, nitf.attr("lang"), "NITF xml:lang")
}

func (n *newsFields) named(name string) []raw.Field {
	var out []raw.Field
	for _, f := range n.fields {
		if f.Name == name {
			out = append(out, f)
		}
	}
	return out
}

var bylineLead = lazyregexp.New(`(?i)^by:?(?:\s+|$)`)

// personOf returns the names in a byline, without the office or firm.
func personOf(byline *Element) string {
	if byline == nil {
		return ""
	}
	if person := first(byline.All("person")); person != nil {
		return person.Words()
	}
	var b strings.Builder
	for _, c := range byline.children {
		if c.Local != "byttl" {
			c.addContent(&b)
		}
	}
	return strings.Trim(bylineLead.ReplaceAllString(raw.OneLine(b.String()), ""), " ,")
}
