package database

import (
	"bytes"
	"errors"
	"strings"
	"sync"

	"parallax/corpus/format/office"
	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// Factiva's articles as lines: exports as Rich Text, what is sent by mail and
// what is copied out of a page. Each ends with its number. Above it are the
// same parts as in a page, with codes on lines of their own or without:
//
//	HD                          Ferry halted after cracks found
//	Ferry halted …              By Mara Quill
//	BY                          355 words
//	Mara Quill                  10 March 2026
//	WC                          15:32
//	355 words                   The Lorne Herald
//	PD                          LORNH
//	10 March 2026               English
//	SN                          (c) 2026 Lorne Press
//	The Lorne Herald            The ferry was halted on Tuesday.
//	…                           …
//	AN                          Document LORNH00020260310em3a00001
//	Document LORNH000…

// factivaCodes are the codes of parts.
var factivaCodes = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for c := range strings.FieldsSeq(`SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT CO IN NS RE IPC IPD PUB AN ART RF CLM DLN NGC GC TXT`) {
		m[c] = true
	}
	return m
})

var (
	factivaIDLine   = lazyregexp.New(`(?m)^[ \t]*(?:\pL+ )?[A-Z][A-Z0-9]{3,9}(?:19|20)\d{6}[a-z0-9]{6,14}[ \t\r]*$`)
	factivaCodeLine = lazyregexp.New(`(?m)^[ \t]*(?:HD|LP|TD|SN)(?:[ \t\r]*$|[ \t]+\S)`)
	factivaCoded    = lazyregexp.New(`^([A-Z]{2,3})[ \t]+(\S.*)$`)
)

// LooksFactivaText reports whether a text is an export of Factiva: it has an
// article's number, and a code or a count of words on a line.
func LooksFactivaText(head []byte) bool {
	return hasNumber(head, 8) && factivaIDLine.Match(head) && (factivaCodeLine.Match(head) || bytes.ContainsFunc(head, isDigit) && factivaWordsLine.Match(head))
}

// hasNumber reports whether so many digits stand together somewhere, eight as in
// the number of an article. Few texts have them, and so few need the pattern.
func hasNumber[Text string | []byte](text Text, digits int) bool {
	n := 0
	for k := range len(text) {
		if n++; !isDigit(rune(text[k])) {
			n = 0
		}
		if n == digits {
			return true
		}
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// ReadFactivaText yields the articles of an export as text.
func ReadFactivaText(text string, next raw.Give) error {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var paragraphs []office.Paragraph
	for l := range strings.SplitSeq(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			paragraphs = append(paragraphs, office.Paragraph{Text: l})
		}
	}
	if !readFactivaDocument(paragraphs, next) {
		return errors.New("not a Factiva export: no article's number in it")
	}
	return nil
}

// readFactivaDocument yields the articles of a document that is an export of
// Factiva, and reports whether it is one.
func readFactivaDocument(paragraphs []office.Paragraph, next raw.Give) bool {
	if !LooksFactivaText([]byte(textOf(paragraphs))) {
		return false
	}
	var lines []office.Paragraph
	for _, p := range paragraphs {
		if !factivaIDLine.MatchString(p.Text) {
			lines = append(lines, p)
			continue
		}
		article, err := factivaCodedLines(lines)
		if err == nil && len(article.Fields) == 0 {
			article, err = factivaPlainLines(lines)
		}
		if !next(article, err) {
			return true
		}
		lines = nil
	}
	return true
}

// factivaCodedLines reads an article that has a code before each part, on a line
// of its own or before its first words. Without codes there are no fields.
func factivaCodedLines(lines []office.Paragraph) (raw.Article, error) {
	parts := make(map[string]string)
	ofTheirOwn := false
	for _, l := range lines {
		ofTheirOwn = ofTheirOwn || l.Text == "HD" || l.Text == "TD" || l.Text == "LP"
	}
	code := ""
	for _, l := range lines {
		value := l.Text
		if factivaCodes()[value] {
			code = value
			continue
		}
		if g := factivaCoded.FindStringSubmatch(value); g != nil && !ofTheirOwn && factivaCodes()[g[1]] && (code != "" || g[1] == "HD" || g[1] == "SE") {
			code, value = g[1], g[2]
		}
		if code != "" {
			parts[code] = strings.TrimSpace(parts[code] + "\n\n" + value)
		}
	}
	if parts["HD"] == "" || parts["LP"]+parts["TD"]+parts["SN"] == "" {
		return raw.Article{}, nil
	}
	return factivaOfParts(parts)
}

// factivaPlainLines reads an article without codes, by the count of its words.
func factivaPlainLines(lines []office.Paragraph) (raw.Article, error) {
	words := -1
	for i, l := range lines[:min(len(lines), 3*nexisTop)] {
		if factivaWords.MatchString(l.Text) {
			words = i
			break
		}
	}
	if words < 1 {
		return raw.Article{}, errors.New("no headline and word count above this article of a Factiva export, so its text cannot be separated from its metadata")
	}
	above := lines[max(0, words-3):words]
	title, author := factivaTitle(above)
	var rest []string
	for _, l := range lines[words+1:] {
		rest = append(rest, l.Text)
	}
	date, outlet, n := factivaHead(rest)
	text := rest[n:]
	for len(text) > 0 && n < nexisTop+4 && factivaBeside.MatchString(text[0]) {
		text = text[1:]
	}
	for i, l := range text[:min(len(text), nexisTop)] { // the last above the text
		if isRights(l) {
			text = text[i+1:]
			break
		}
	}
	if len(text) == 0 {
		return raw.Article{}, errNoText
	}
	fields := raw.AddField(nil, raw.Title, title, "headline")
	fields = raw.AddField(fields, raw.Outlet, outlet, "line below the date")
	fields = raw.AddField(fields, raw.Published, date, "line of the date")
	return raw.Article{Text: strings.Join(text, "\n\n"), Fields: raw.WithoutOutlet(raw.AddAuthors(fields, author, "byline"))}, nil
}

// factivaBeside are lines between outlet and text: the outlet's code, the page,
// the language.
var factivaBeside = lazyregexp.New(`^(?:[A-Z0-9]{2,9}|[A-Z]?\d{1,4}(?:[,-] ?[A-Z]?\d{1,4})*|` +
	`(?i:english|german|french|spanish|italian|portuguese|dutch|deutsch|englisch|français|anglais|español|inglés|italiano|português|nederlands|英文|英语|中文|英語|日本語|русский))$`)

// factivaTitle finds the title and the author in the lines above the count of
// words: the section may be above the title, in plain type below it the author.
func factivaTitle(lines []office.Paragraph) (title, author string) {
	at := 0
	for i, l := range lines {
		if l.Bold {
			at = i
		}
	}
	if !lines[at].Bold {
		at = len(lines) - 1
		if at > 0 && (factivaBy.MatchString(lines[at].Text) || namesOnly(lines[at].Text) && !namesOnly(lines[at-1].Text)) {
			at--
		}
	}
	if at+1 < len(lines) {
		author = lines[at+1].Text
	}
	return lines[at].Text, author
}

var factivaBy = lazyregexp.New(`^(?i:by|von|par|por|di|door) \p{Lu}`)
