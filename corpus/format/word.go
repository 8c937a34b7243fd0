package format

import (
	"bytes"
	"encoding/xml"
	"strings"

	"parallax/corpus/lazyregexp"
)

// looksWord reports whether a file is a ZIP archive with the parts of a Word
// document, as far as its beginning tells.
func looksWord(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head, []byte("word/"))
}

// readWord makes a reader of Word files: one article each, unless export finds
// that it is one of many and gives them.
func readWord(export func([]docxParagraph, give) bool) func([]byte, Source, give) error {
	return func(data []byte, _ Source, next give) error {
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
func wordArticle(paragraphs []docxParagraph, props properties) Raw {
	var fields []Field
	var text []string
	title := wordTitle(paragraphs)
	if title >= 0 {
		fields = add(fields, Title, paragraphs[title].text, "style "+paragraphs[title].style)
	}
	author := false
	for i, p := range paragraphs {
		said := len(fields)
		switch {
		case len(text) > nearTop:
		case p.style == "author" || p.style == "byline":
			fields = addAuthors(fields, p.text, "style "+p.style)
			author = len(fields) > said
		case p.style == "date" && dateIn(p.text) != "":
			fields = add(fields, Published, p.text, "style date")
		}
		switch {
		case len(fields) > said:
			continue
		case strings.HasPrefix(p.style, "toc "), title >= 0 && i > title && i-title < nearTop && p.text == paragraphs[title].text:
			continue // a table of contents; the title once more
		}
		text = append(text, p.text)
	}
	if title < 0 {
		fields = add(fields, Title, props.title(), "document properties")
	}
	if !author {
		fields = addAuthors(fields, props.author(), "document properties")
	}
	fields = add(fields, Language, props.Language, "document properties")
	return Raw{Text: strings.Join(text, "\n\n"), Fields: fields}
}

// nearTop is how many paragraphs down a title or a date can stand.
const nearTop = 8

// wordTitle returns the paragraph that has the style of a title, or else of a
// first heading, near the top. It is -1 when none has.
func wordTitle(paragraphs []docxParagraph) int {
	for _, style := range []string{"title", "heading 1", "heading1"} {
		for i, p := range paragraphs[:min(len(paragraphs), nearTop)] {
			if p.style == style && p.text != "" {
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
	if programTitle.MatchString(oneLine(p.Title)) {
		return ""
	}
	return p.Title
}

// author returns the author, unless a program gave one.
func (p properties) author() string {
	if programAuthor.MatchString(oneLine(p.Creator)) {
		return ""
	}
	return p.Creator
}
