package database

import (
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
//	Nexis Uni, Lexis Advance (DOCX)        LexisNexis Academic (TXT, HTML)
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

// A nexisLine is one paragraph of such an export.
type nexisLine struct {
	text  string
	apart bool // it begins as labels do: in bold, or in capitals
}

// A nexisLabel says what a labelled paragraph holds.
type nexisLabel int

const (
	nexisText    nexisLabel = iota // no label
	nexisHead                      // a metadata line that comes before the text
	nexisTail                      // one that follows the text
	nexisWeak                      // the same, by a word that text can begin with, too
	nexisByline                    //
	nexisSummary                   // a standfirst: text
	nexisLanguage
	nexisAddress
	nexisCorrection // text, but not of the article as it was published
)

// nexisLabels are the labels as LexisNexis spells them, in the languages of
// its pages.
var nexisLabels = func() map[string]nexisLabel {
	m := make(map[string]nexisLabel)
	for label, names := range map[nexisLabel]string{
		nexisByline:  `byline autor autoren author auteur autore`,
		nexisSummary: `highlight encart zusammenfassung samenvatting`,
		nexisHead: `section rubrik rubrique seccion sección sezione sectie length länge longueur longitud lunghezza lengte
			dateline datelin ort series series-title edition ausgabe edición`,
		nexisTail: `load-date date-chargement fecha-de-carga graphic grafik graphique gráfico classification symbole-boursier secteur-activite
			localisation-geo publication-type type-publication publikationstyp tipo-de-publicación document-type journal-code zeitungs-code
			acc-no correction-date issn`,
		nexisWeak: `update subject sujet thema asunto onderwerp company societe société unternehmen organization organisation organización
			ticker industry branche geographic geographie city state country person personne people name distribution notes note category`,
		nexisLanguage:   `language sprache langue idioma lingua taal`,
		nexisAddress:    `url`,
		nexisCorrection: `correction berichtigung`,
	} {
		for n := range strings.FieldsSeq(names) {
			m[n] = label
		}
	}
	return m
}()

var labelled = lazyregexp.New(`^(\pL[\pL -]{1,24})(?::\s*|$)`)

// surely are the labels that no article has at the beginning of a paragraph, so
// that they count in any layout.
var surely = lazyregexp.New(`(?i)^(?:load-date|date-chargement|publication-type|type-publication|length:\s*\d+ words)`)

// bareLabel is a label on a line of its own.
var bareLabel = lazyregexp.New(`^(?i:graphic|grafik|graphique|classification|notes|correction)$`)

// label returns what a paragraph is by its label, and what follows that.
func (l nexisLine) label() (nexisLabel, string) {
	text := strings.ReplaceAll(l.text, "\u00a0", " ")
	m := labelled.FindString(text)
	if m == "" || !l.apart && !surely.MatchString(text) || !strings.Contains(m, ":") && !bareLabel.MatchString(m) {
		return nexisText, l.text
	}
	name := strings.TrimRight(m, ": \n\t")
	return nexisLabels[strings.ReplaceAll(strings.ToLower(name), " ", "-")], strings.TrimSpace(text[len(m):])
}

// inCapitals makes the line of a paragraph whose labels are in capitals.
func inCapitals(text string) nexisLine {
	m := strings.TrimRight(labelled.FindString(strings.ReplaceAll(text, "\u00a0", " ")), " \n")
	return nexisLine{text, strings.HasSuffix(m, ":") && m == strings.ToUpper(m)}
}

// A nexisDocument is the paragraphs of one article, sorted.
type nexisDocument struct {
	title, outlet, date string
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
	fields = raw.AddField(fields, raw.Published, d.date, "line of the date")
	return raw.Article{Text: strings.Join(d.text, "\n\n"), Fields: append(fields, d.fields...), Doubtful: d.doubtful}, nil
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
		case nexisTail, nexisLanguage, nexisCorrection:
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
// text.
func headLines(lines []nexisLine) int {
	n := 0
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

// isHead reports whether a paragraph is a label above the text.
func (l nexisLine) isHead() bool {
	kind, _ := l.label()
	return kind == nexisHead || kind == nexisByline || kind == nexisSummary
}

// take keeps what a labelled paragraph says of the article.
func (d *nexisDocument) take(l nexisLine) {
	name, _, _ := strings.Cut(l.text, ":")
	from := raw.OneLine(name) + " line"
	switch kind, value := l.label(); kind {
	case nexisByline:
		d.fields = raw.AddAuthors(d.fields, value, from)
	case nexisSummary:
		if value != "" {
			d.text = append(d.text, value)
		}
	case nexisLanguage:
		language, _, _ := strings.Cut(value, ";")
		d.fields = raw.AddField(d.fields, raw.Language, language, from)
	case nexisAddress:
		if raw.IsURL(value) && strings.Contains(strings.TrimRight(value[strings.Index(value, "//")+2:], "/"), "/") {
			d.fields = raw.AddField(d.fields, raw.URL, value, from) // an outlet's front page is no article's address
		}
	}
}

var bodyWords = lazyregexp.New(`^(?:Body|Text|Hauptteil|Volltext|Corps|Texte|Cuerpo|Texto|Corpo|Inhoud)$`)

func isBodyWord(l nexisLine) bool { return bodyWords.MatchString(l.text) }

var endOfDocument = lazyregexp.New(`^(?:End of Document|Ende des Dokuments|Dokumentende|Fin du document|Fin del documento|Fine del documento|Fim do documento|Einde van document)$`)

// isNexis reports whether a Word file is an export of Nexis Uni or Lexis
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

// ReadNexis yields the articles of a Word file that is a Nexis export, and reports
// whether it is one. The first may follow a cover with the list of all.
func ReadNexis(paragraphs []office.Paragraph, next raw.Give) bool {
	if !isNexis(paragraphs) {
		return false
	}
	var lines []nexisLine
	for _, p := range paragraphs {
		if !endOfDocument.MatchString(p.Text) {
			lines = append(lines, nexisLine{p.Text, p.Bold})
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
	date = max(date, 2) // without a date: the first two lines are title and outlet
	d := nexisDocument{title: lines[date-2].text, outlet: lines[date-1].text, date: issueFirst(lines[date].text)}
	if body > 0 {
		d.sort(lines[date+1:body], lines[body+1:])
	} else {
		n := date + 1 + headLines(lines[date+1:])
		d.sort(lines[date+1:n], lines[n:])
	}
	return d.article()
}

// errNotNexis is the error of a piece of an export that is not an article.
var errNotNexis = errors.New("LexisNexis export: no date or outlet above this article, so its text cannot be separated from its metadata")
