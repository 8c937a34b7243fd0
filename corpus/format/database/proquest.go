package database

import (
	"bytes"
	"cmp"
	"errors"
	"strings"
	"sync"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// ProQuest exports articles as text, Rich Text and web pages, and sends them by
// mail, divided by lines of underscores or by their numbers:
//
//	____________________________________________________________
//	Title of the article
//	Author: Family name, First name
//	Full text: …
//	Title: Title of the article
//	Publication title: Outlet; Town
//	Publication date: Mar 10, 2026
//	ProQuest document ID: 1234567890
//	____________________________________________________________

// proquestLabels are the labels of lines, in lower case, besides "full text".
var proquestLabels = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for l := range strings.SplitSeq(`abstract|abstract (summary)|accession number|alternate title|author|author affiliation|byline|classification|column|column name|
company|company / organization|company/organization|copyright|correspondence author|country of publication|credit|database|dateline|document feature|
document type|document url|edition|first page|identifier / keyword|identifiers / keywords|illustration|issn|e-issn|issue|journal subject|
language|language of publication|last updated|links|location|name|naics|number of pages|pages|people|person|place of publication|
proquest document id|publication date|publication info|publication subject|publication title|publication year|publisher|section|series|
source|source type|subject|supplement|ticker symbol|title|url|volume|year`, "|") {
		m[strings.TrimSpace(l)] = true
	}
	return m
})

// proquestEnglish are the labels of ProQuest's pages in other languages, in lower
// case, as those in English.
var proquestEnglish = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"titel": "title", "titre": "title", "título": "title", "titolo": "title",
		"autor": "author", "auteur": "author", "autore": "author",
		"volltext": "full text", "texte intégral": "full text", "texto completo": "full text", "testo completo": "full text",
		"publikationstitel": "publication title", "titel der publikation": "publication title", "titre de la publication": "publication title",
		"título de publicación": "publication title", "título de la publicación": "publication title", "título da publicação": "publication title", "titolo pubblicazione": "publication title",
		"publikationsdatum": "publication date", "erscheinungsdatum": "publication date", "date de publication": "publication date",
		"fecha de publicación": "publication date", "data de publicação": "publication date", "data di pubblicazione": "publication date",
		"sprache der publikation": "language of publication", "langue de publication": "language of publication", "idioma de publicación": "language of publication",
		"proquest-dokument-id": "proquest document id", "id du document proquest": "proquest document id", "id del documento de proquest": "proquest document id",
		"dokument-url": "document url", "url du document": "document url", "url del documento": "document url",
		"publikationstyp": "source type", "quellentyp": "source type", "type de source": "source type", "tipo de fuente": "source type",
		"thema": "subject", "sujet": "subject", "materia": "subject", "standort": "location", "lieu": "location", "lugar": "location",
		"zuletzt aktualisiert": "last updated", "dernière mise à jour": "last updated", "última actualización": "last updated",
		"datenbank": "database", "base de données": "database", "base de datos": "database", "seiten": "pages", "páginas": "pages",
		"herausgeber": "publisher", "éditeur": "publisher", "editorial": "publisher", "zusammenfassung": "abstract", "résumé": "abstract", "resumen": "abstract",
	}
})

var (
	proquestRule = lazyregexp.New(`(?m)^[ \t]*_{30,}[ \t\r]*$`)
	proquestSure = lazyregexp.New(`(?im)^ *(?:publication title|proquest document id|publication date|document url|source type|` +
		`publikationstitel|erscheinungsdatum|proquest-dokument-id|titre de la publication|id du document proquest|título de (?:la )?publicación|id del documento de proquest) *[:|]`)
	proquestMark   = lazyregexp.New(`(?im)^ *(?:proquest document id|proquest-dokument-id|id du document proquest|id del documento de proquest) *[:|]|^ *document url *: *https?://[\w.]*proquest|^ *report information from proquest`)
	proquestText   = lazyregexp.New(`(?im)^ *full ?text *[:|]`)
	proquestNumber = lazyregexp.New(`(?i)^(?:document|dokument|documento) \d+ (?:of|von|de|sur|di) \d+$`)
	proquestBreak  = lazyregexp.New(`(?im)^[ \t]*(?:_{30,}|(?:document|dokument|documento) \d+ (?:of|von|de|sur|di) \d+)[ \t\r]*$`)
)

// LooksProquest reports whether a text is an export of ProQuest.
func LooksProquest(head []byte) bool {
	if !bytes.Contains(head, []byte("ProQuest")) && !bytes.Contains(head, []byte("_____")) {
		return false
	}
	return proquestMark.Match(head) || proquestRule.Match(head) && proquestText.Match(head) && proquestSure.Match(head)
}

// ReadProquest yields the articles of a ProQuest export.
func ReadProquest(text string, next raw.Give) error {
	found := false
	for _, piece := range proquestPieces(strings.ReplaceAll(text, "\r\n", "\n")) {
		if !proquestSure.MatchString(piece) {
			continue // the cover; the terms of use
		}
		found = true
		if !next(proquestArticle(piece)) {
			return nil
		}
	}
	if !found {
		return errors.New("not a ProQuest export: no line “Publication title:”")
	}
	return nil
}

// proquestPieces divides an export at rules and numbers, or, without those,
// below the labels that follow an article's text.
func proquestPieces(text string) []string {
	pieces := proquestBreak.Split(text, -1)
	if len(pieces) > 1 {
		return pieces
	}
	var out []string
	var now []string
	tail := false // an article's number was read, and only labels since
	for l := range strings.SplitSeq(text, "\n") {
		name, _ := proquestLabel(strings.TrimSpace(l))
		if tail && strings.TrimSpace(l) != "" && (name == "" || name == "title") {
			out, now, tail = append(out, strings.Join(now, "\n")), nil, false
		}
		tail = tail || name == "proquest document id"
		now = append(now, l)
	}
	return append(out, strings.Join(now, "\n"))
}

// maxLabel is the length of the longest label, in bytes.
const maxLabel = 32

// maxParticular is the longest value of a labelled line that runs over several,
// in bytes.
const maxParticular = 2000

// proquestArticle reads one article.
func proquestArticle(piece string) (raw.Article, error) {
	said := make(map[string]string)
	var text []string
	label, first := "", ""
	lines := strings.Split(piece, "\n")
	prose := 0 // up to this line it is known to be text
	for i, l := range lines {
		l = strings.TrimSpace(l)
		name, value := proquestLabel(l)
		if name != "" && name != "full text" && label == "full text" && i >= prose {
			prose = i + proseLines(lines[i:])
		}
		switch {
		case name == "full text":
			label, text = name, append(text, value)
		case name != "" && (label != "full text" || i >= prose):
			label = name
			if said[name] == "" {
				said[name] = value
			}
		case label == "full text":
			text = append(text, l)
		case label == "" && first == "" && !proquestNumber.MatchString(l):
			first = l
		case l != "" && name == "" && label != "" && len(said[label]) < maxParticular:
			said[label] = strings.TrimSpace(said[label] + " " + l) // a long title goes on, or begins below its label
		}
	}
	body := strings.TrimSpace(strings.Join(text, "\n"))
	if body == "" || strings.EqualFold(strings.TrimRight(body, "."), "not available") {
		return raw.Article{}, errors.New("ProQuest has no full text of this article, only metadata")
	}
	title := said["title"]
	if title == "" {
		title = first
	}
	outlet, _, _ := strings.Cut(said["publication title"], ";")
	fields := raw.AddField(nil, raw.Title, title, "Title line")
	fields = raw.AddField(fields, raw.Outlet, outlet, "Publication title line")
	fields = raw.AddField(fields, raw.Published, said["publication date"], "Publication date line")
	for author := range strings.SplitSeq(said["author"], ";") {
		fields = raw.AddAuthors(fields, firstNameFirst(author), "Author line")
	}
	fields = raw.AddField(fields, raw.Language, said["language of publication"], "Language of publication line")
	return raw.Article{Text: spread(body), Fields: fields}, nil
}

// proquestLabel returns the label of a line, in lower case, and what stands
// after it.
func proquestLabel(line string) (name, value string) {
	at := strings.IndexAny(line, ":|")
	if at < 0 || at > maxLabel {
		return "", ""
	}
	name, rest := strings.ToLower(raw.OneLine(line[:at])), line[at+1:]
	name = cmp.Or(proquestEnglish()[name], name)
	value = strings.TrimSpace(rest)
	switch {
	case rest != "" && rest[0] != ' ' && rest[0] != '\t':
	case (name == "fulltext" || name == "full text") && line[at] == '|':
		return "full text", "" // after the bar comes the kind of text
	case name == "fulltext" || name == "full text":
		return "full text", value
	case proquestLabels()[name]:
		return name, value
	}
	return "", ""
}

// proseLines returns how many lines, from a labelled one on, are still text.
// Prose can have a label, too ("Location: the harbour"): after the text there
// are only such lines up to one that says where or when it was published.
func proseLines(lines []string) int {
	for i, l := range lines {
		l = strings.TrimSpace(l)
		switch name, _ := proquestLabel(l); name {
		case "publication title", "publication date", "proquest document id", "document url", "source type":
			return 0
		case "":
			if l != "" && !raw.IsURL(l) {
				return i
			}
		}
	}
	return len(lines)
}

var lastFirst = lazyregexp.New(`^([\pL’' -]{2,30}), ([\pL.’' -]{1,30}?)\.?$`)

// firstNameFirst returns "Quill, Mara" as "Mara Quill".
func firstNameFirst(name string) string {
	name = strings.TrimSpace(name)
	if g := lastFirst.FindStringSubmatch(name); g != nil && len(strings.Fields(g[1])) < 3 {
		return g[2] + " " + g[1]
	}
	return name
}

// spread puts a blank line between paragraphs where a text has none: every
// line is a paragraph then.
func spread(text string) string {
	if strings.Contains(text, "\n\n") {
		return text
	}
	return strings.ReplaceAll(text, "\n", "\n\n")
}
