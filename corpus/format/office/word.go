package office

import (
	"bytes"
	"encoding/xml"
	"strings"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// LooksWord reports whether a file, judging by its beginning, is a ZIP archive
// with the parts of a Word document.
func LooksWord(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head, []byte("word/"))
}

// ReadWord returns a reader of Word files: one article each, unless export
// recognises an export of several articles and yields them.
func ReadWord(export func([]Paragraph, raw.Give) bool) func([]byte, raw.Source, raw.Give) error {
	return func(data []byte, _ raw.Source, next raw.Give) error {
		z, err := unzip(data)
		if err != nil {
			return err
		}
		paragraphs, err := z.wordParagraphs()
		if err != nil || export(paragraphs, next) {
			return err
		}
		next(wordArticle(paragraphs, z.properties()), nil)
		return nil
	}
}

// wordArticle makes an article of a Word file. What its styles call title,
// author and date is trusted before the properties, which programs fill in.
func wordArticle(paragraphs []Paragraph, props properties) raw.Article {
	var fields []raw.Field
	var text []string
	title := wordTitle(paragraphs)
	if title >= 0 {
		fields = raw.AddField(fields, raw.Title, paragraphs[title].Text, "style "+paragraphs[title].style)
	}
	author := false
	for i, p := range paragraphs {
		said := len(fields)
		switch {
		case len(text) > nearTop:
		case p.style == "author" || p.style == "byline":
			fields = raw.AddAuthors(fields, p.Text, "style "+p.style)
			author = len(fields) > said
		case p.style == "date" && raw.DateIn(p.Text) != "":
			fields = raw.AddField(fields, raw.Published, p.Text, "style date")
		}
		switch {
		case len(fields) > said:
			continue
		case strings.HasPrefix(p.style, "toc "), title >= 0 && i > title && i-title < nearTop && p.Text == paragraphs[title].Text:
			continue // a table of contents; the title once more
		}
		text = append(text, p.Text)
	}
	if title < 0 {
		fields = raw.AddField(fields, raw.Title, props.title(), "document properties")
	}
	if !author {
		fields = raw.AddAuthors(fields, props.author(), "document properties")
	}
	fields = raw.AddField(fields, raw.Language, props.Language, "document properties")
	return raw.Article{Text: strings.Join(text, "\n\n"), Fields: fields}
}

// nearTop is how many paragraphs down a title or a date can stand.
const nearTop = 8

// wordTitle returns the paragraph that has the style of a title, or else of a
// first heading, near the top. It is -1 when none has.
func wordTitle(paragraphs []Paragraph) int {
	for _, style := range []string{"title", "heading 1", "heading1"} {
		for i, p := range paragraphs[:min(len(paragraphs), nearTop)] {
			if p.style == style && p.Text != "" {
				return i
			}
		}
	}
	return -1
}

// maxProperties is how large the properties may be, in bytes of XML.
const maxProperties = 64 << 10

// properties are what a Word file says of itself. Its dates are the file's,
// not the article's, and left out: a wrong date is worse than none.
type properties struct {
	Title    string `xml:"title"`
	Creator  string `xml:"creator"`
	Language string `xml:"language"`
}

func (z zipped) properties() (p properties) {
	data, err := z.member("docProps/core.xml")
	if err != nil || len(data) > maxProperties || xml.Unmarshal(data, &p) != nil {
		return properties{}
	}
	return p
}

var (
	programTitle  = lazyregexp.New(`(?i)^(?:microsoft word\b.*|document ?\d*|untitled.*|.*\.docx?|word document)$`)
	programAuthor = lazyregexp.New(`(?i)^(?:microsoft.*|python-docx|administrator|admin|user|windows user|author|un-?named|unknown|apache poi|openxml.*)$`)
)

// title returns the title, unless a program gave it.
func (p properties) title() string {
	if programTitle.MatchString(raw.OneLine(p.Title)) {
		return ""
	}
	return p.Title
}

// author returns the author, unless a program gave one.
func (p properties) author() string {
	if programAuthor.MatchString(raw.OneLine(p.Creator)) {
		return ""
	}
	return p.Creator
}
