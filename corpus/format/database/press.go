package database

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// The archives of the German and Austrian press (APA-DeFacto, GENIOS and WISO,
// PMG) export articles as text with labels above or below each, in forms that
// change. What is common to them is read: a line of outlet and date begins an
// article or stands below it, labels are at the beginning or end, and rules,
// numbers or the next such line divide.
//
//	"Lorner Tageblatt" vom 10.03.2026   Seite: 8      Lorner Tageblatt, 10.03.2026, S. 8
//	Ressort: Lokales                                  Fähre liegt im Dock
//	Von: Mara Quill                                   Die Fähre …
//	Fähre liegt im Dock                               Quelle: Lorner Tageblatt vom 10.03.2026, S. 8
//	Die Fähre …                                       Dokumentnummer: LTB20260310

// pressLabels are the labels, in lower case, by what they hold; "" is what is
// not kept.
var pressLabels = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for field, names := range map[string]string{
		raw.Title:     "titel|überschrift|schlagzeile|haupttitel|headline",
		raw.Outlet:    "quelle|medium|zeitung|publikation|medienname|titel der quelle|quellenname",
		raw.Published: "datum|erscheinungsdatum|erschienen|erschienen am|veröffentlicht|veröffentlicht am|publikationsdatum|ausgabedatum",
		raw.Author:    "autor|autorin|autoren|verfasser|verfasserin|von",
		raw.URL:       "url|link|dauerhafte adresse des dokuments",
		raw.Language:  "sprache",
		pressText:     "text|volltext|inhalt|artikel|artikeltext",
		pressAbove:    "untertitel|unterzeile|vorspann|utl.|dachzeile",
		"": "ressort|rubrik|seite|seiten|ausgabe|nummer|nr.|wörter|länge|zeichen|dokumentnummer|dokument-id|dokument-nr.|id|issn|land|schlagwörter|" +
			"schlagworte|thema|themen|region|auflage|reichweite|auflage/reichweite|alle rechte vorbehalten|copyright|verbreitung|deskriptoren|personen|firmen|orte|uhrzeit|sender|sendung|branche|gattung",
	} {
		for n := range strings.SplitSeq(names, "|") {
			m[n] = field
		}
	}
	return m
})

// What a label can hold beside the fields of an article.
const (
	pressText  = "text"
	pressAbove = "standfirst"
)

const (
	dayOfIssue = `(\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{1,2}\. ?\pL{3,9}\.? \d{4})(?:,? *\d{1,2}[:.]\d{2}(?: Uhr)?)?`
	pageOf     = `(?:,? *(?:Nr\.?|Ausgabe|S\.|Seite:?|Ressort:?|Heft) ?[^\n]{0,80})?`
)

var (
	pressQuoted = lazyregexp.New(`^["„»“]([^"“”«»\n]{2,60})["“”«],? (?:(?:Nr\.|Ausgabe) ?[\d/]+ )?vom (?:\pL+, ?(?:dem )?)?` + dayOfIssue + pageOf + `$`)
	pressPlain  = lazyregexp.New(`^(\p{Lu}[^\n,:;.]{2,60}?)(?:,| vom) (?:\pL+, ?(?:dem )?)?` + dayOfIssue + pageOf + `$`)
	pressRule   = lazyregexp.New(`^(?:[-=_*~#]{5,}|\f|(?i:(?:dokument|artikel|treffer) \d+ (?:von|/) \d+))$`)
)

// LooksPress reports whether a text is such an export: lines of outlet and date,
// and labels that only archives write.
func LooksPress(head []byte) bool {
	said := make(map[string]bool)
	headers := 0
	for l := range bytes.Lines(head[:min(len(head), raw.HeadBytes)]) {
		if len(l) > 400 {
			continue
		}
		line := string(bytes.TrimSpace(l))
		if isPressHeader(line) != nil {
			headers++
		}
		if name, value := pressLine(line); name != "" {
			said[name] = true
			if field := pressLabels()[name]; field == raw.Outlet && isPressHeader(value) != nil {
				headers++
			}
		}
	}
	archive := said["ressort"] || said["dokumentnummer"] || said["dokument-id"] || said["seite"] || said["ausgabe"] || said["volltext"]
	labelled := (said["quelle"] || said["medium"] || said["zeitung"] || said["publikation"]) && (said["datum"] || said["erscheinungsdatum"]) && (said["titel"] || said["überschrift"])
	return archive && (headers > 0 || labelled) || headers > 1 && len(said) > 0
}

// isPressHeader returns the outlet and the date of a line that has nothing else, or
// nil.
func isPressHeader(line string) []string {
	if !hasOrdinal(line) || !hasNumber(line, 4) {
		return nil // spares most texts the patterns
	}
	if g := pressQuoted.FindStringSubmatch(line); g != nil {
		return g[1:3]
	}
	if g := pressPlain.FindStringSubmatch(line); g != nil {
		return g[1:3]
	}
	return nil
}

// pressLine returns the label of a line, in lower case, and its value.
func pressLine(line string) (name, value string) {
	name, value, ok := strings.Cut(line, ":")
	if !ok || value != "" && !isSpace(value[0]) {
		return "", ""
	}
	name = strings.ToLower(strings.TrimSuffix(name, " "))
	if pressLabels()[name] == "" && !pressOther(name) {
		return "", ""
	}
	return name, strings.TrimLeft(value, " \t\r\n\f")
}

func isSpace(b byte) bool { return strings.IndexByte(" \t\r\n\f", b) >= 0 }

// hasOrdinal reports whether a line has a number of one or two digits with a dot
// after it, as German dates begin: "3. März".
func hasOrdinal(line string) bool {
	digits := 0 // since the last space or comma; -1 after anything else
	for k := range len(line) {
		switch c := line[k]; {
		case isDigit(rune(c)) && digits >= 0:
			digits++
		case c == '.' && (digits == 1 || digits == 2):
			return true
		case c == ' ' || c == ',':
			digits = 0
		default:
			digits = -1
		}
	}
	return false
}

func pressOther(name string) bool {
	field, ok := pressLabels()[name]
	return ok && field == ""
}

// ReadPress yields the articles of an export.
func ReadPress(text string, next raw.Give) error {
	found := false
	for _, piece := range pressPieces(text) {
		article, err := pressArticle(piece)
		if errors.Is(err, errNotArticle) {
			continue // a cover, a note of rights
		}
		found = true
		if !next(article, err) {
			return nil
		}
	}
	if !found {
		return errors.New("no article with an outlet, a date and a text in this export")
	}
	return nil
}

// pressPieces divides an export at its rules, or where it has none at the lines
// that begin an article.
func pressPieces(text string) [][]string {
	var lines []string
	ruled, headed, first := false, false, ""
	for l := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		l = strings.TrimSpace(l)
		ruled = ruled || pressRule.MatchString(l)
		headed = headed || isPressHeader(l) != nil
		if name, _ := pressLine(l); len(lines) == 0 && name != "" {
			first = name
		}
		if l != "" || len(lines) > 0 {
			lines = append(lines, l)
		}
	}
	starts := func(l string) bool {
		switch name, _ := pressLine(l); {
		case ruled:
			return pressRule.MatchString(l)
		case headed:
			return isPressHeader(l) != nil
		default:
			return name != "" && name == first
		}
	}
	var out [][]string
	var now []string
	prose := 0 // lines that are neither labels nor empty
	for _, l := range lines {
		if starts(l) && (ruled || prose > 1) {
			out, now, prose = append(out, now), nil, 0
		}
		if !pressRule.MatchString(l) {
			now = append(now, l)
		}
		if name, _ := pressLine(l); name == "" && l != "" {
			prose++
		}
	}
	return append(out, now)
}

// pressArticle reads one article.
func pressArticle(lines []string) (raw.Article, error) {
	p := pressSaid{said: make(map[string]string)}
	from, to := 0, len(lines)
	for from < to && (lines[from] == "" || p.take(lines[from])) {
		from++
		if p.begun {
			break
		}
	}
	for to > from && (lines[to-1] == "" || isRights(lines[to-1]) || p.take(lines[to-1])) {
		to--
	}
	body := blocks(strings.Join(lines[from:to], "\n"))
	if len(p.said) == 0 || len(body) == 0 && p.said[pressText] == "" {
		return raw.Article{}, errNotArticle
	}
	if p.said[raw.Title] == "" && p.said[pressText] == "" && len(body) > 0 {
		p.said[raw.Title], body[0] = raw.CutLine(body[0])
	}
	if len(body) > 1 && body[0] == "" {
		body = body[1:]
	}
	if len(body) > 0 {
		if l, rest := raw.CutLine(body[0]); factivaBy.MatchString(l) && utf8.RuneCountInString(l) <= maxByline && !strings.HasSuffix(l, ".") {
			p.said[raw.Author], body[0] = l, rest
		}
	}
	text := spread(strings.TrimSpace(strings.Join(append([]string{p.said[pressAbove], p.said[pressText]}, body...), "\n\n")))
	if text == "" || p.said[raw.Outlet]+p.said[raw.Published] == "" {
		return raw.Article{}, errNotArticle
	}
	fields := raw.AddField(nil, raw.Title, p.said[raw.Title], "headline")
	fields = raw.AddField(fields, raw.Outlet, p.said[raw.Outlet], "line of the outlet")
	fields = raw.AddField(fields, raw.Published, p.said[raw.Published], "line of the date")
	fields = raw.AddAuthors(fields, p.said[raw.Author], "byline")
	fields = raw.AddField(fields, raw.URL, raw.WebAddress(p.said[raw.URL]), "line of the address")
	return raw.Article{Text: text, Fields: fields}, nil
}

// A pressSaid is what the labels of an article say.
type pressSaid struct {
	said  map[string]string
	begun bool // the label of the text was read
}

// take keeps what a line says, and reports whether it is one that says anything.
func (p *pressSaid) take(line string) bool {
	keep := func(field, value string) {
		if p.said[field] == "" && value != "" {
			p.said[field] = value
		}
	}
	if g := isPressHeader(line); g != nil {
		keep(raw.Outlet, g[0])
		keep(raw.Published, g[1])
		return true
	}
	name, value := pressLine(line)
	if name == "" {
		return false
	}
	switch field := pressLabels()[name]; field {
	case "":
	case raw.Outlet:
		if g := isPressHeader(value); g != nil {
			keep(raw.Published, g[1])
			value = g[0]
		}
		keep(field, value)
	case pressText:
		p.begun = true
		keep(field, value)
	default:
		keep(field, value)
	}
	return true
}
