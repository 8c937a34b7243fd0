package record

import (
	"html"
	"strings"
	"sync"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

// bodySpellings are the keys under which tools keep an article's text, the one
// to trust most first: what keeps paragraphs before what may have lost them
// (the Guardian's body before its bodyText), the text as published before one
// made for machines (content_original before content), a whole page last but
// for what only begins an article.
const bodySpellings = `contentoriginal originalcontent articlebody bodyxhtml bodyhtml contenthtml bodies fields.body
	content.rendered maintext articletext fulltext fullcontent body content text storytext article articlehtml contents story texte texto testo
	artikeltext tekst cuerpo corpo contenido conteúdo conteudo contenuto treść текст содержание
	inhalt volltext contenu bodytext fields.bodytext contenttext textcontent document paragraphs rawtext cleanedtext markdown note html rawhtml
	leadparagraph descriptions descriptiontext descriptionhtml`

var bodySpelledKeys = sync.OnceValue(func() []spelledKey { return spelledAs("text", bodySpellings) })

// bodyKeys is for people: where a text was looked for.
const bodyKeys = "text, body, content, article, maintext …"

// minBody is the length, in bytes, from which a text of one word can be an
// article: Chinese has no spaces.
const minBody = 60

// A body is the text of an article as it stood under one key.
type body struct {
	text     string
	doubtful []string
	fields   []raw.Field // what a whole page says of itself
}

// bodyOf returns the text of a record. address is that of the article, if
// known. It is false when there is no text.
func bodyOf(record Datum, address string) (body, bool) {
	for _, k := range bodySpelledKeys() {
		v, _ := k.of(record)
		if v == nil {
			continue
		}
		if b := bodyIn(v, address); strings.ContainsAny(b.text, " \n\t\u3000") || len(b.text) >= minBody {
			return b, true
		}
	}
	return body{}, false
}

// bodyIn returns the text in a value: a text, a list of paragraphs, or a list
// or mapping of the same text in several forms.
func bodyIn(v Datum, address string) body {
	if t := v.Text(); t != "" {
		return bodyOfText(t, address)
	}
	members := v.List()
	if members == nil && !hasTitle(v) {
		return bodyOfText(paragraphIn(v), address)
	}
	if form := bestForm(members); form != nil {
		return bodyOfText(form.Text(), address)
	}
	var all body
	var parts []string
	for _, m := range members {
		if t := paragraphIn(m); t != "" {
			b := bodyOfText(t, "")
			parts = append(parts, b.text)
			all.doubtful = append(all.doubtful, b.doubtful...)
		}
	}
	all.text = strings.Join(parts, "\n\n")
	return all
}

// bestForm returns the text of that member of a list which keeps paragraphs
// best, when the members are one text in several forms, as in ninjs: they have
// a content type, and a role or value. Else it is nil.
func bestForm(members []Datum) Datum {
	var best Datum
	rank := 0
	for _, m := range members {
		kind, _ := m.In("contenttype")
		v, _ := m.In("value")
		if kind == nil || v == nil || v.Text() == "" {
			continue
		}
		r := 1
		if t := kind.Text(); strings.Contains(t, "html") {
			r = 2
		}
		if r > rank {
			best, rank = v, r
		}
	}
	return best
}

// aside are the types of members of a list of paragraphs that are not text of
// the article: its title and byline are fields, pictures have no words.
var aside = lazyregexp.New(`(?i)^(?:title|kicker|headline|byline|date|dateline|image|video|gallery|author_info|ad|advertisement|related.*)$`)

// paragraphIn returns a paragraph of a list: a text, or an object that has one.
func paragraphIn(v Datum) string {
	if t := v.Text(); t != "" {
		return t
	}
	if kind, _ := v.In("type"); kind != nil && aside.MatchString(kind.Text()) {
		return ""
	}
	for _, key := range []string{"text", "content", "rendered", "value", "paragraph", "html"} {
		if t, _ := v.In(key); t != nil && t.Text() != "" {
			return t.Text()
		}
	}
	return ""
}

// hasTitle reports whether a mapping is an article itself, not the text of one.
func hasTitle(v Datum) bool {
	for _, key := range []string{"title", "headline", "url"} {
		if t, _ := v.In(key); t != nil {
			return true
		}
	}
	return false
}

var (
	htmlBlock = lazyregexp.New(`(?i)<(?:/?(?:p|div|section|article|figure|h[1-6]|ul|ol|li|table|blockquote)(?:\s[^<>]*)?|br\s*/?)>`)
	htmlSpan  = lazyregexp.New(`(?i)</(?:a|b|i|em|strong|span|u|q|cite|small|sub|sup|mark)>|<img\s`)
	entity    = lazyregexp.New(`&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});`)
)

// bodyOfText returns a text without the markup it may have.
func bodyOfText(t, address string) body {
	if len(t) < 10 && plainValue(t) == "" {
		return body{}
	}
	if again, ok := web.Escaped(t); ok {
		t = again
	}
	if !strings.Contains(t, "<") {
		return body{text: withoutEntities(t)}
	}
	switch {
	case web.LooksHTML([]byte(t[:min(len(t), raw.HeadBytes)])) && strings.Contains(t, "</body"):
		if article, err := web.ArticleOfPage(t, address); err == nil {
			return body{article.Text, article.Doubtful, article.Fields}
		}
	case htmlBlock.MatchString(t):
		if text, captions, err := web.TextAndCaptions(t); err == nil {
			return body{text: text, doubtful: captions}
		}
	case htmlSpan.MatchString(t): // its lines are its paragraphs
		t = strings.ReplaceAll(t, "\n", "<br>")
		if text, err := web.TextOfHTML(t); err == nil {
			return body{text: text}
		}
	}
	return body{text: withoutEntities(t)}
}

func withoutEntities(t string) string {
	if strings.Contains(t, "&") {
		t = entity.ReplaceAllStringFunc(t, html.UnescapeString)
	}
	if !utf8.ValidString(t) {
		t = strings.ToValidUTF8(t, "\uFFFD")
	}
	return t
}

// articleOf returns the article in a record, or false when there is no text.
// from says what the record is, before a key: "JSON", "column".
func articleOf(record Datum, from string) (raw.Article, bool) {
	fields := FieldsOf(record, from)
	address := ""
	for _, f := range fields {
		if f.Name == raw.URL {
			address = f.Value
			break
		}
	}
	b, ok := bodyOf(record, address)
	return raw.Article{Text: b.text, Fields: append(fields, b.fields...), Doubtful: b.doubtful}, ok
}
