// Package web reads web pages: the bytes of a page, or a piece of HTML, go in; the
// article in it, or its text, comes out.
//
//	html.go       a page → its article
//	page.go       a page → what an article can need of it (page_cut.go, page_tag.go),
//	              as a tree (page_tree.go)
//	page_meta.go  what its tags say; jsonld.go and jsonmend.go, what JSON-LD says;
//	              page_marks.go, what its elements say (page_class.go, page_line.go);
//	              page_shown.go, which of them to believe
//	page_body.go  the article in the tree; page_whole.go and page_standfirst.go,
//	              what else belongs to it; page_apart.go, what does not
//	htmltext.go   the elements of a piece of HTML → paragraphs; escaped.go, HTML that was
//	              escaped more than once
package web

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// ReadHTML reads a saved web page: one article.
func ReadHTML(data []byte, src raw.Source) ([]raw.Article, error) {
	page, err := DecodePage(data, src.Charset)
	if err != nil {
		return nil, err
	}
	article, err := ArticleOfPage(page, "")
	if err != nil {
		return nil, err
	}
	return []raw.Article{article}, nil
}

// ErrNoArticle is the error of a page without any text that could be an
// article.
var ErrNoArticle = errors.New("no article in this web page: it has no text of its own; " +
	"if a script loads it, save the page from the browser once it shows the article")

// ArticleOfPage returns the article of a web page, with what the page says of
// it. address is where the page was found, if that is known from elsewhere.
//
// The way of a page: it is cut down to what an article can need, which is made
// a tree (page.go); what the page says of itself is read (page_meta.go,
// jsonld.go); then the article is found in the tree (page_body.go), and what in
// it is not its own text (page_apart.go).
//
// The error is ErrNoArticle, or says that the page is larger or nests deeper
// than pages do.
func ArticleOfPage(page, address string) (raw.Article, error) {
	p := cutDown(page)
	p.address = address
	if err := p.parse(); err != nil {
		return raw.Article{}, err
	}
	p.readJSONLD()
	fields := p.fields()
	article, found := p.article()
	if article.Text == "" {
		return raw.Article{}, ErrNoArticle
	}
	article.Page, article.DateOrder = true, p.order()
	article.Fields = append(fields, found.missingIn(fields, p)...)
	return article, nil
}

// metaBytes is how far into a page its charset is looked for. Browsers look at
// 1,024 bytes; saved pages have comments before.
const metaBytes = 4 << 10

var metaCharset = sync.OnceValue(func() *lazyregexp.Regexp {
	return lazyregexp.New(`(?i)<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([\w:.-]+)`)
})

// DecodePage returns a page as UTF-8. If the page is valid UTF-8, that
// overrules the charset it names, since whoever converts pages forgets to
// change the name.
func DecodePage(data []byte, charset string) (string, error) {
	if _, wide := raw.LooksUTF16(data); charset != "" || wide {
		return raw.Decode(data, charset)
	}
	if bytes.IndexByte(data, 0) >= 0 && raw.FewNULs(string(data)) { // browsers pass over them, too
		data = bytes.ReplaceAll(data, []byte{0}, nil)
	}
	named := ""
	if g := metaCharset().FindSubmatch(data[:min(len(data), metaBytes)]); g != nil {
		named = strings.ToLower(string(g[1]))
	}
	escapes := named == "iso-2022-jp" && bytes.Contains(data, []byte("\x1b$")) // valid as ASCII, too
	if named == "" || strings.HasPrefix(named, "utf") || raw.CheckCharset(named) != nil || utf8.Valid(data) && !escapes {
		return raw.Decode(data, "")
	}
	if page, err := raw.DecodeAs(data, named); err == nil {
		return page, nil
	}
	return raw.Decode(data, "")
}

// pageTags are the tags that web pages and pieces of them begin with.
var pageTags = []string{
	"!doctype html", "html", "head", "body", "meta", "title", "link", "script", "style", "base",
	"article", "main", "section", "header", "div", "p", "h1", "h2", "table", "center", "font", "span", "a", "img", "b", "i", "blockquote", "ul",
}

// LooksHTML reports whether a file begins as web pages do: after comments and
// an XML declaration, with a tag of a page.
func LooksHTML(head []byte) bool {
	if bytes.IndexByte(head, 0) >= 0 { // UTF-16
		head = bytes.TrimLeft(bytes.ReplaceAll(head, []byte{0}, nil), "\xff\xfe")
	}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = "?>"
		default:
			return beginsWithTag(head)
		}
		_, rest, closed := bytes.Cut(head, []byte(end))
		if !closed {
			return false
		}
		head = rest
	}
}

// beginsWithTag reports whether text begins with one of pageTags.
func beginsWithTag(text []byte) bool {
	for _, tag := range pageTags {
		n := 1 + len(tag)
		if len(text) > n && text[0] == '<' && strings.EqualFold(string(text[1:n]), tag) && strings.IndexByte(" \t\r\n\f>/", text[n]) >= 0 {
			return true
		}
	}
	return false
}
