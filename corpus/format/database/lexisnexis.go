package database

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/web"
	"parallax/corpus/lazyregexp"
)

// maxExportLine is the widest line, in characters, of an export whose lines are
// broken by width. LexisNexis breaks at 78 or 80.
const maxExportLine = 100

var (
	// documentLine is above every article: "1 of 10 DOCUMENTS".
	documentLine = lazyregexp.New(`(?m)^[ \t\x{a0}]*(?:\d+ of \d+ DOCUMENTS?|(?i:(?:Dokument|Document|Documento) \d+ (?:von|of|de|van|di) \d+|\d+ (?:von|de|van|di) \d+ (?:DOKUMENTEN?|DOCUMENTS?|DOCUMENTEN|DOCUMENTOS?|DOCUMENTI)))[ \t\r\x{a0}]*$`)
	lexisLabel   = sync.OnceValue(func() *lazyregexp.Regexp {
		return lexisLabels(nexisHead, nexisTitle, nexisByline, nexisLoaded, nexisLanguage)
	})
	lexisPage   = lazyregexp.New(`(?i)<!-- *LXNComment|<a name="?DOC_ID_\d+_\d+`)
	lexisAnchor = lazyregexp.New(`(?i)<a name="?DOC_ID_\d+_\d+`)
	lexisSorry  = lazyregexp.New(`(?i)we are sorry but there is an error in this document`)
)

// LooksLexisText reports whether a text is an export of LexisNexis: an article's
// number among all, and a label.
func LooksLexisText(head []byte) bool {
	return (bytes.Contains(head, []byte("DOCUMENT")) || bytes.Contains(head, []byte("DOKUMENT")) || bytes.Contains(head, []byte("ocument")) || bytes.Contains(head, []byte("okument"))) &&
		lexisLabel().Match(head) && documentLine.Match(head)
}

// LooksLexisPage reports whether a web page is an export of LexisNexis.
func LooksLexisPage(head []byte) bool {
	return (bytes.Contains(head, []byte("DOC_ID_")) || bytes.Contains(head, []byte("LXNComment"))) && web.LooksHTML(head) && lexisPage.Match(head)
}

// ReadLexisText yields the articles of an export as text.
func ReadLexisText(text string, next raw.Give) error {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	starts := documentLine.FindAllStringIndex(text, -1)
	if len(starts) == 0 {
		return errors.New("not a LexisNexis export: no line such as “1 of 10 DOCUMENTS”")
	}
	width := lineWidth(text[starts[0][1]:])
	for i, s := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		var lines []nexisLine
		for _, p := range blocks(text[s[1]:end]) {
			lines = append(lines, inCapitals(unwrap(p, width)))
		}
		if !next(lexisArticle(lines)) {
			break
		}
	}
	return nil
}

// ReadLexisPage yields the articles of an export as a web page.
func ReadLexisPage(page string, next raw.Give) error {
	starts := lexisAnchor.FindAllStringIndex(page, -1)
	if len(starts) == 0 {
		return errors.New("not a LexisNexis export: nothing marks the start of an article")
	}
	for doc, err := range articlePages(page, starts) {
		if err != nil {
			if !next(raw.Article{}, err) {
				break
			}
			continue
		}
		var lines []nexisLine
		for p := range strings.SplitSeq(web.TextOf(doc), "\n\n") {
			if p = strings.TrimSpace(p); p != "" && !documentLine.MatchString(p) {
				lines = append(lines, inCapitals(p))
			}
		}
		if !next(lexisArticle(lines)) {
			break
		}
	}
	return nil
}

// lexisArticle reads the paragraphs of one article below its number. The date
// is the first; what is above it is the outlet, what is between it and
// the labels the title.
func lexisArticle(lines []nexisLine) (raw.Article, error) {
	lines = withoutRightsAbove(lines)
	top := lines[:min(len(lines), nexisTop)]
	date := slices.IndexFunc(top, func(l nexisLine) bool { return issueFirst(l.text) != "" })
	if labels := slices.IndexFunc(top, nexisLine.isHead); date < 0 && labels > 0 {
		date = 0 // without a date: the first line is the outlet
	}
	if date < 0 {
		if len(lines) > 0 && lexisSorry.MatchString(lines[0].text) {
			return raw.Article{}, errors.New("LexisNexis could not provide this article when the file was exported")
		}
		return raw.Article{}, errNotNexis
	}
	d := nexisDocument{date: issueFirst(lines[date].text)}
	if date > 0 || d.date == "" {
		d.outlet = lines[0].text
	}
	rest := lines[date+1:]
	title := slices.IndexFunc(rest[:min(len(rest), nexisTop)], nexisLine.isHead)
	if title < 0 {
		title = min(1, len(rest))
	}
	for _, l := range rest[:title] {
		if issueFirst(l.text) == "" { // the date once more, in English
			d.title += l.text + " "
		}
	}
	rest = rest[title:]
	n := headLines(rest)
	d.sort(rest[:n], rest[n:])
	return d.article()
}

// withoutRightsAbove takes the note of copyright away that some exports have
// above the outlet, in one block with it.
func withoutRightsAbove(lines []nexisLine) []nexisLine {
	for len(lines) > 0 {
		rest := withoutRights(lines[0].text)
		if rest == lines[0].text {
			break
		}
		if rest != "" {
			lines[0].text = rest
			break
		}
		lines = lines[1:]
	}
	return lines
}

// blocks returns the parts of a text that blank lines divide.
func blocks(text string) []string {
	var out, now []string
	for l := range strings.SplitSeq(text+"\n\n", "\n") {
		if l = strings.TrimSpace(l); l != "" {
			now = append(now, l)
		} else if len(now) > 0 {
			out, now = append(out, strings.Join(now, "\n")), nil
		}
	}
	return out
}

// lineWidth returns the width, in characters, that a text's lines are broken
// by, or 0 when they are not. Lines of 95 in 100 are not longer: somebody may
// have edited one.
func lineWidth(text string) int {
	var lengths []int
	for l := range strings.SplitSeq(text, "\n") {
		if n := utf8.RuneCountInString(strings.TrimSpace(l)); n > 0 {
			lengths = append(lengths, n)
		}
	}
	slices.Sort(lengths)
	if len(lengths) == 0 || lengths[len(lengths)-1] > maxExportLine {
		return 0
	}
	return lengths[(len(lengths)-1)*95/100]
}

// unwrap joins the lines of a block that were broken because the next word
// would not have fitted into the width; other breaks are the author's.
func unwrap(block string, width int) string {
	var b strings.Builder
	last := 0 // the length of the line before
	for i, l := range strings.Split(block, "\n") {
		word, _, _ := strings.Cut(l, " ")
		switch {
		case i == 0:
		case last+1+utf8.RuneCountInString(word) > width && width > 0:
			b.WriteByte(' ')
		default:
			b.WriteByte('\n')
		}
		b.WriteString(l)
		last = utf8.RuneCountInString(l)
	}
	return b.String()
}
