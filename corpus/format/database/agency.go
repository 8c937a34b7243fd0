package database

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// Messages of news agencies as text, in the form of IPTC 7901 (Reuters, AP, AAP,
// dpa) and that of APA, which has no control characters:
//
//	␁bdt0123 4 pl 321  dpa 0456             APA0123 5 II 0345 AI    Di, 10.Mär 2026
//	Verkehr/Fähren/                         Verkehr/Fähren
//	Fähre liegt im Dock =                   Fähre liegt im Dock
//	␂    Port Aubin (dpa) - Die Fähre …     Utl.: Sie fährt erst am Freitag =
//	␃101530 Mrz 26                             Port Aubin (APA) - Die Fähre …
//	                                        (Schluss) mq
//	                                        APA0123    2026-03-10/15:30

const (
	startOfHeading, startOfText, endOfText = "\x01", "\x02", "\x03"

	agencyHeadLine = `(?:([A-Za-z]{1,4})(\d{3,5}) [1-9A-Za-z] [A-Za-z]{1,4} ?(?:\d{2,5}|[A-Za-z])\b[^\n]{0,100})`
	agencyEndLine  = `(\d{2})(\d{2})(\d{2})(?: ?([A-Z]{3,4}))? (\pL{3,5})\.? (\d{4}|\d{2})`
)

var (
	agencyHead  = lazyregexp.New(`(?m)^[ \t]*\x01?[\r\n]{0,4}[ \t]*` + agencyHeadLine + `[ \t\r]*$`)
	agencyEnd   = lazyregexp.New(`(?m)^[ \t]*\x03?[\r\n]{0,4}[ \t]*` + agencyEndLine + `[ \t\r]*$`)
	agencyStamp = lazyregexp.New(`^[A-Z]{3}\d{4}\s+(\d{4}-\d{2}-\d{2})/(\d{2}:\d{2})$`)
	agencyName  = lazyregexp.New(`\b([A-Za-z]{2,9}) \d{3,5}$`)
	agencyPlace = lazyregexp.New(`^\s*\p{Lu}[\pL .’'/-]{1,40}(?:, [^()\n]{1,30})? \(([A-Za-z]{2,9})[^)\n]{0,20}\) ?[-–—]`)
	agencyClose = lazyregexp.New(`^(?:\(Schluss\)|\(Forts\.?\)|\(Ende\))|^# ?dpa-Notizblock|^\*{3}.*\*{3}$|^dpa [a-z/ ]{2,30}$`)
	subtitle    = lazyregexp.New(`^Utl\.:\s*`)
)

// LooksAgency reports whether a text is messages of a news agency.
func LooksAgency(head []byte) bool {
	if bytes.Contains(head, []byte(startOfHeading)) && bytes.Contains(head, []byte(startOfText)) {
		return true
	}
	first, _, _ := bytes.Cut(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("\n"))
	return agencyHead.Match(first) && (agencyEnd.Match(head) || bytes.Contains(head, []byte(" =")))
}

// ReadAgency yields the messages of a text.
func ReadAgency(text string, next raw.Give) error {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	starts := agencyHead.FindAllStringIndex(text, -1)
	if strings.Contains(text, startOfHeading) {
		starts = slices.DeleteFunc(starts, func(s []int) bool { return !strings.Contains(text[s[0]:s[1]], startOfHeading) })
	}
	if len(starts) == 0 {
		return errors.New("not an agency's message: no line such as “bdt0123 4 pl 321”")
	}
	for i, s := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		if !next(agencyMessage(text[s[0]:s[1]], text[s[1]:end])) {
			break
		}
	}
	return nil
}

// agencyOf returns the name of the agency in the first line of a message.
func agencyOf(head string) string {
	if g := agencyName.FindStringSubmatch(head); g != nil {
		return g[1]
	}
	if id := agencyHead.FindStringSubmatch(head)[1]; len(id) > 2 && id == strings.ToUpper(id) {
		return id
	}
	return ""
}

// agencyMessage reads one message, given its first line and what follows.
func agencyMessage(head, rest string) (raw.Article, error) {
	head = strings.TrimSpace(head)
	name := agencyOf(head)
	date := raw.DateIn(strings.ReplaceAll(head, ".", ". "))
	if g := agencyEnd.FindStringSubmatchIndex(rest); g != nil {
		date = agencyDate(agencyEnd.FindStringSubmatch(rest))
		rest = rest[:g[0]]
	}
	rest, _, _ = strings.Cut(rest, endOfText)
	above, body, divided := strings.Cut(rest, startOfText)
	if !divided {
		above, body = agencyAbove(rest)
	}
	title, summary := agencyTitle(blocks(above))
	if title == "" {
		title, body = raw.CutLine(strings.TrimLeft(body, " \n"))
		title = strings.TrimSuffix(strings.TrimSpace(title), " =")
	}
	paragraphs := agencyParagraphs(body)
	var text []string
	fields := raw.AddField(nil, raw.Title, title, "headline")
	for i, p := range paragraphs {
		line := raw.OneLine(p)
		if agencyStamp.MatchString(line) || agencyClose.MatchString(line) {
			if g := agencyStamp.FindStringSubmatch(line); g != nil && date == "" {
				date = g[1] + " " + g[2]
			}
			continue
		}
		if i < 2 && factivaBy.MatchString(line) && utf8.RuneCountInString(line) <= maxByline && !strings.HasSuffix(line, ".") {
			fields = raw.AddAuthors(fields, line, "byline")
			continue
		}
		if g := agencyPlace.FindStringSubmatch(line); g != nil && name == "" {
			name = g[1]
		}
		text = append(text, p)
	}
	if len(text) == 0 {
		return raw.Article{}, errNoText
	}
	if summary != "" {
		text = append([]string{summary}, text...)
	}
	fields = raw.AddField(fields, raw.Outlet, name, "first line")
	fields = raw.AddField(fields, raw.Published, date, "line of the date")
	return raw.Article{Text: strings.Join(text, "\n\n"), Fields: fields}, nil
}

// agencyDate returns the date of a last line, day, hour and minute in one:
// "101530 GMT Mar 26".
func agencyDate(g []string) string {
	year := g[6]
	if len(year) == 2 {
		year = "20" + year
	}
	return strings.TrimSpace(g[1] + " " + g[5] + " " + year + " " + g[2] + ":" + g[3] + " " + g[4])
}

// agencyAbove divides a message without control characters: the headline ends
// with an equals sign, or the text begins with a place and the agency's name.
func agencyAbove(message string) (above, body string) {
	at := 0
	for line := range strings.Lines(message) {
		if agencyPlace.MatchString(line) {
			return message[:at], message[at:]
		}
		at += len(line)
		if strings.HasSuffix(strings.TrimSpace(line), " =") {
			return message[:at], message[at:]
		}
	}
	return "", message
}

// agencyTitle finds the headline, and the line below it, in what stands above the
// text: the last that is not a list of words divided by strokes.
func agencyTitle(blocks []string) (title, summary string) {
	var lines []string
	for _, b := range blocks {
		lines = append(lines, strings.Split(b, "\n")...)
	}
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(lines[i]), "="))
		switch {
		case subtitle.MatchString(line):
			summary = subtitle.ReplaceAllString(line, "")
		case line == "", strings.HasSuffix(line, "/"), strings.Contains(line, "/") && !strings.Contains(line, " "):
		default:
			return line, summary
		}
	}
	return "", summary
}

// agencyParagraphs divides a text whose paragraphs are indented, or have blank
// lines between them, and joins lines that were broken by width.
func agencyParagraphs(body string) []string {
	width := lineWidth(body)
	var marked strings.Builder
	for line := range strings.Lines(body) {
		if strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t") {
			marked.WriteString("\n")
		}
		marked.WriteString(line)
	}
	var out []string
	for _, b := range blocks(marked.String()) {
		out = append(out, unwrap(b, width))
	}
	return out
}
