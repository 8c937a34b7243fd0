package mail

import (
	"errors"
	"strings"

	"parallax/corpus/format/database"
	"parallax/corpus/format/office"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
)

// exported yields the articles of the first part of a mail that is an export of a
// database: Factiva, LexisNexis and ProQuest send articles in the text of a mail
// or as a file attached to it. It reports whether there is one, and whether more
// articles are wanted.
func exported(p *mimePart, src raw.Source, next raw.Give) (found, more bool) {
	for i := range p.parts {
		if found, more = exported(&p.parts[i], src, next); found {
			return found, more
		}
	}
	if len(p.data) == 0 {
		return false, true
	}
	more = true
	give := func(a raw.Article, err error) bool {
		found = found || err == nil
		if found && more {
			more = next(a, err)
		}
		return more
	}
	switch {
	case strings.HasSuffix(p.kind, "/rtf"):
		document := func(paragraphs []office.Paragraph, give raw.Give) bool {
			database.ReadDocument(paragraphs, give)
			return true // anything but an export is left out
		}
		office.ReadRTF(document)(p.data, src, give)
	default:
		text, err := p.text(src.Charset)
		page := p.kind == "text/html" || p.kind == "application/xhtml+xml"
		if err == nil {
			err = readText(text, page, give)
		}
		if err != nil && found && more {
			more = next(raw.Article{}, err)
		}
	}
	return found, more
}

var errNoExport = errors.New("no export")

// readText yields the articles of a text or page that is an export. What stands
// in a page is looked at as text, too.
func readText(text string, page bool, give raw.Give) error {
	if read := database.ReaderOf(text, page); read != nil {
		return read(text, give)
	}
	if !page {
		return errNoExport
	}
	text, err := web.TextOfHTML(text)
	if err != nil {
		return err
	}
	if read := database.ReaderOf(text, false); read != nil {
		return read(text, give)
	}
	return errNoExport
}
