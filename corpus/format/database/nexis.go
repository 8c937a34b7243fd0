package database

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"parallax/corpus/format/office"
	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// LexisNexis has exported articles in three forms. All have the metadata as
// paragraphs that begin with a label, before and after the text:
//
//	Nexis Uni, Lexis Advance (DOCX, RTF)   LexisNexis Academic (TXT, HTML)
//
//	Title                                  1 of 10 DOCUMENTS
//	Outlet                                 Outlet
//	Date                                   Date, edition
//	Copyright …                            Title
//	Length: 355 words                      BYLINE: …
//	Byline: …                              LENGTH: 355 words
//	Body                                   text
//	text                                   LOAD-DATE: …
//	Load-Date: …                           Copyright …
//	End of Document

// A nexisDocument is the paragraphs of one article, sorted.
type nexisDocument struct {
	title, outlet, date string
	dateFrom            string      // where the date stood
	fields              []raw.Field // the labelled ones
	text, doubtful      []string
}

// article returns the article, or an error when there is no text.
func (d nexisDocument) article() (raw.Article, error) {
	if len(d.text) == 0 {
		return raw.Article{}, errNoText
	}
	fields := raw.AddField(nil, raw.Title, d.title, "headline")
	fields = raw.AddField(fields, raw.Outlet, nexisOutlet(d.outlet), "line of the outlet")
	fields = raw.AddField(fields, raw.Published, d.date, cmp.Or(d.dateFrom, "line of the date"))
	return raw.Article{Text: strings.Join(d.text, "\n\n"), Fields: raw.WithoutOutlet(append(fields, d.fields...)), Doubtful: d.doubtful}, nil
}

var placeOfOutlet = lazyregexp.New(`(\S)\(`)

// nexisOutlet returns an outlet's name as people write it: "The Guardian
// (London)", for which Nexis has no space.
func nexisOutlet(name string) string {
	return placeOfOutlet.ReplaceAllString(raw.OneLine(name), "$1 (")
}

// sort sorts the paragraphs after title, outlet and date: the labels above the
// text, the text, and what follows it.
func (d *nexisDocument) sort(head, rest []nexisLine) {
	for _, l := range head {
		if kind, value := l.label(); kind == nexisTitle && value != "" {
			d.title = value
		}
		d.take(l)
	}
	for n := textLines(rest); n > 0; n = textLines(rest) {
		for _, l := range rest[:n] {
			d.text = append(d.text, l.text)
		}
		rest = rest[n:]
	}
	d.sortTail(rest)
	for n := len(d.text); n > 0 && isRights(strings.ReplaceAll(d.text[n-1], "\n", " ")); n-- {
		d.text = d.text[:n-1]
	}
}

// textLines returns how many of the paragraphs, from the first on, are surely
// text; 0 when what follows the text begins. Of a label that text can
// begin with that is so only when no text comes after it.
func textLines(lines []nexisLine) int {
	for i, l := range lines {
		switch kind, _ := l.label(); kind {
		case nexisTail, nexisLoaded, nexisLanguage, nexisCorrection:
			return 0
		case nexisWeak, nexisAddress:
		default:
			if i == 0 || kind != nexisText || !isRights(l.text) {
				return i + 1
			}
		}
	}
	return 0
}

// headLines returns how many paragraphs at the beginning are labels above the
// text: those up to the one that says where it begins, where there is one.
func headLines(lines []nexisLine) int {
	n := 0
	for i, l := range lines[:min(len(lines), 2*nexisTop)] {
		if kind, _ := l.label(); kind == nexisBody {
			return i + 1
		}
	}
	for n < len(lines) && (isRights(lines[n].text) || lines[n].isHead()) {
		n++
	}
	return n
}

// sortTail sorts what follows the text. A correction is kept, as what is
// not part of the article.
func (d *nexisDocument) sortTail(lines []nexisLine) {
	correction := false
	for _, l := range lines {
		kind, value := l.label()
		switch {
		case kind == nexisCorrection:
			correction = true
			if value != "" {
				d.text, d.doubtful = append(d.text, value), append(d.doubtful, value)
			}
		case kind != nexisText:
			correction = false
			d.take(l)
		case correction && !isRights(l.text):
			d.text, d.doubtful = append(d.text, l.text), append(d.doubtful, l.text)
		}
	}
}

// take keeps what a labelled paragraph says of the article.
func (d *nexisDocument) take(l nexisLine) {
	name, _, _ := strings.Cut(l.text, ":")
	from := raw.OneLine(name) + " line"
	switch kind, value := l.label(); kind {
	case nexisByline:
		d.fields = raw.AddAuthors(d.fields, nexisNames(value), from)
	case nexisDate, nexisLoaded:
		if d.date == "" && issueFirst(value) != "" {
			d.date, d.dateFrom = issueFirst(value), from
		}
	case nexisSummary, nexisBody:
		if value != "" {
			d.text = append(d.text, value)
		}
	case nexisLanguage:
		language, _, _ := strings.Cut(value, ";")
		d.fields = raw.AddField(d.fields, raw.Language, language, from)
	case nexisAddress:
		if raw.IsURL(value) && strings.Contains(strings.TrimRight(value[strings.Index(value, "//")+2:], "/"), "/") {
			d.fields = raw.AddField(d.fields, raw.URL, value, from) // the address of a front page is not an article's
		}
	}
}

// nexisNames returns a byline with first names first: "QUILL, MARA; CHO, BO".
// Two names of one word each around a comma are one person's.
func nexisNames(byline string) string {
	names := strings.Split(byline, ";")
	for i, n := range names {
		if last, first, ok := strings.Cut(raw.OneLine(n), ", "); ok && oneName.MatchString(last) && oneName.MatchString(first) {
			names[i] = first + " " + last
		}
	}
	return strings.Join(names, ";")
}

var oneName = lazyregexp.New(`^\p{Lu}[\pL'’-]+(?: \p{Lu}\.)?$`)

var bodyWords = lazyregexp.New(`^(?:Body|Text|Full [Tt]ext|Hauptteil|Volltext|Corps|Corps du texte|Texte|Texte intégral|Cuerpo|Texto|Corpo|Corpo del testo|Testo|Inhoud|Tekst|Hoofdtekst)$`)

func isBodyWord(l nexisLine) bool { return bodyWords.MatchString(l.text) }

var endOfDocument = lazyregexp.New(`^(?:End of Document|Ende des Dokuments|Dokumentende|Fin du document|Fin del documento|Fine del documento|Fim do documento|Einde van (?:het )?document)$`)

// isNexis reports whether a document is an export of Nexis Uni or Lexis
// Advance: its articles are closed in so many words, and have a labelled length
// or a line that says where the text begins.
func isNexis(paragraphs []office.Paragraph) bool {
	ends, bodies := false, false
	for _, p := range paragraphs {
		ends = ends || endOfDocument.MatchString(p.Text)
		bodies = bodies || bodyWords.MatchString(p.Text) || surely.MatchString(strings.ReplaceAll(p.Text, "\u00a0", " "))
	}
	return ends && bodies
}

// readNexis yields the articles of a document that is a Nexis export, and reports
// whether it is one. The first may follow a cover with the list of all.
func readNexis(paragraphs []office.Paragraph, next raw.Give) bool {
	if !isNexis(paragraphs) {
		return false
	}
	var lines []nexisLine
	allApart := !slices.ContainsFunc(paragraphs, isBoldLabel)
	for _, p := range paragraphs {
		if !endOfDocument.MatchString(p.Text) {
			lines = append(lines, nexisLine{text: p.Text, apart: p.Bold || allApart, bold: p.Bold})
			continue
		}
		if !next(nexisArticle(lines)) {
			return true
		}
		lines = nil
	}
	if slices.ContainsFunc(lines, isBodyWord) { // cut off
		next(nexisArticle(lines))
	}
	return true
}

// isBoldLabel reports whether a paragraph begins with a label in bold. Where a
// document has none, its labels are as other words are.
func isBoldLabel(p office.Paragraph) bool {
	kind, _ := nexisLine{text: p.Text, apart: p.Bold}.label()
	return p.Bold && kind != nexisText
}

// nexisTop is how many lines down the metadata of an article can begin.
const nexisTop = 8

// nexisArticle reads the paragraphs up to the end of one article. The date is
// the last above its labels; the outlet is over that, the title over both.
func nexisArticle(lines []nexisLine) (raw.Article, error) {
	body := slices.IndexFunc(lines, isBodyWord)
	above := lines[:max(body, 0)]
	if body < 0 {
		above = lines[:min(len(lines), nexisTop)]
	}
	date := -1
	for i, l := range above {
		if kind, _ := l.label(); kind == nexisText && issueFirst(l.text) != "" && i >= 2 {
			date = i
			if body < 0 {
				break
			}
		}
	}
	if date < 0 && (body < 2 || !slices.ContainsFunc(above, nexisLine.isHead)) {
		return raw.Article{}, errNotNexis
	}
	d, rest := nexisDocument{}, lines
	if date < 0 { // the first two lines are title and outlet
		d.title, d.outlet, rest = lines[0].text, lines[1].text, lines[2:]
	} else {
		title := titleAbove(lines[:date])
		d = nexisDocument{title: lines[title].text, outlet: lines[title+1].text, date: issueFirst(lines[date].text)}
		rest = lines[date+1:]
	}
	d.title = correctionNote.ReplaceAllString(d.title, "")
	n := headLines(rest)
	if body > 0 {
		n = body - (len(lines) - len(rest))
		d.sort(rest[:n], rest[n+1:])
	} else {
		d.sort(rest[:n], rest[n:])
	}
	return d.article()
}

// correctionNote is what Nexis adds to a headline.
var correctionNote = lazyregexp.New(` - (?:Correction|Clarification|Editors' Note) Appended$`)

// partOfPaper is a line between outlet and date: a blog or part of the paper in
// brackets, or an edition.
var partOfPaper = lazyregexp.New(`(?i)^\(.*\)$|^(?:[\pL ]{2,30} )?(?:edition|ausgabe|édition|edición|edizione|edição|editie)(?: [\d-]+)?$|^(?:online|web|print|national|first|final|main)$`)

// titleAbove returns which of the lines above the date is the title: the last in
// bold that has one below it, or else the second above the date. Between outlet
// and date can be the part of the paper, or the edition.
func titleAbove(lines []nexisLine) int {
	last := len(lines) - 2
	for i := last; i >= max(0, last-2); i-- {
		if lines[i].bold && !lines[i+1].bold {
			return i
		}
	}
	for last > 0 && partOfPaper.MatchString(lines[last+1].text) {
		last--
	}
	return last
}

// errNotNexis is the error of a piece of an export that is not an article.
var errNotNexis = errors.New("no date or outlet above this article of a LexisNexis export, so its text cannot be separated from its metadata")
