package database

import (
	"strings"

	"parallax/corpus/format/office"
	"parallax/corpus/format/raw"
)

// ReadDocument yields the articles of a document of a word processor that is an
// export of a database, and reports whether it is one.
func ReadDocument(paragraphs []office.Paragraph, next raw.Give) bool {
	for _, read := range []func([]office.Paragraph, raw.Give) bool{readNexis, readLexisDocument, readFactivaDocument, readProquestDocument, readPressDocument} {
		if read(paragraphs, next) {
			return true
		}
	}
	return false
}

// textOf returns the paragraphs of a document as a text, a line each.
func textOf(paragraphs []office.Paragraph) string {
	var b strings.Builder
	for _, p := range paragraphs {
		b.WriteString(p.Text + "\n")
	}
	return b.String()
}

// readLexisDocument yields the articles of an export of LexisNexis Academic, and
// reports whether a document is one.
func readLexisDocument(paragraphs []office.Paragraph, next raw.Give) bool {
	if !LooksLexisText([]byte(textOf(paragraphs))) {
		return false
	}
	var lines []nexisLine
	begun := false
	for _, p := range paragraphs {
		if !documentLine.MatchString(p.Text) {
			l := inCapitals(p.Text)
			l.apart, l.bold = l.apart || p.Bold, p.Bold
			lines = append(lines, l)
			continue
		}
		if begun && !next(lexisArticle(lines)) {
			return true
		}
		begun, lines = true, nil
	}
	next(lexisArticle(lines))
	return true
}

// readProquestDocument yields the articles of an export of ProQuest, and reports
// whether a document is one.
func readProquestDocument(paragraphs []office.Paragraph, next raw.Give) bool {
	text := textOf(paragraphs)
	if !LooksProquest([]byte(text)) {
		return false
	}
	return ReadProquest(text, next) == nil
}

// readPressDocument yields the articles of an export of a German archive, and
// reports whether a document is one.
func readPressDocument(paragraphs []office.Paragraph, next raw.Give) bool {
	text := textOf(paragraphs)
	return LooksPress([]byte(text)) && ReadPress(text, next) == nil
}

// A textReader reads the articles of an export that is text or a web page.
type textReader struct {
	looks func(head []byte) bool
	read  func(text string, next raw.Give) error
}

var (
	texts = []textReader{{LooksLexisText, ReadLexisText}, {LooksProquest, ReadProquest}, {LooksFactivaText, ReadFactivaText}, {LooksAgency, ReadAgency}, {LooksPress, ReadPress}}
	pages = []textReader{{LooksLexisPage, ReadLexisPage}, {LooksFactivaPage, ReadFactivaPage}, {LooksEuropresse, ReadEuropresse}, {LooksProquestPage, ReadProquestPage}}
)

// ReaderOf returns the reader of a text, or of a web page, that is an export of a
// database, or nil: what a mail brings.
func ReaderOf(text string, page bool) func(text string, next raw.Give) error {
	readers := texts
	if page {
		readers = pages
	}
	head := []byte(text[:min(len(text), raw.HeadBytes)])
	for _, r := range readers {
		if r.looks(head) {
			return r.read
		}
	}
	return nil
}
