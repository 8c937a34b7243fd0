package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// Article text in Markdown and in addresses: whatever it holds, it stays text.

// wordJoiner is a character without width that keeps two apart for a program.
const wordJoiner = "\u2060"

// markdownSpecial are the characters that begin something in Markdown, in its
// common extensions (tables, strike-through, mathematics) or in the templates
// of content systems.
const markdownSpecial = "\\`*_[]<>&~|$#{}^="

// markdownText returns text of an article or about it on one line, so that
// Markdown shows it as it is.
func markdownText(s string) string {
	s = prose.Fold(s)
	var b strings.Builder
	escapeMarkdown(&b, s, ' ')
	// What begins a list or a definition only does so where a line begins.
	out := b.String()
	i := strings.IndexFunc(out, func(r rune) bool { return r < '0' || r > '9' })
	if i >= 0 && strings.IndexByte("+-:", out[i]) >= 0 && i == 0 || i > 0 && strings.IndexByte(".)", out[i]) >= 0 {
		out = out[:i] + `\` + out[i:]
	}
	return out
}

// escapeMarkdown writes s, which follows the character before.
func escapeMarkdown(b *strings.Builder, s string, before rune) {
	for i, r := range s {
		if r < utf8.RuneSelf && strings.IndexByte(markdownSpecial, byte(r)) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if (r == '@' || r == '#') && !wordRune(before) {
			if next, _ := utf8.DecodeRuneInString(s[i+1:]); wordRune(next) {
				b.WriteString(wordJoiner)
			}
		}
		before = r
	}
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// markdownSentence writes the passages of a sentence on one line, with their
// marks.
func markdownSentence(ps []passage) string {
	var whole strings.Builder
	for _, p := range ps {
		whole.WriteString(p.text)
	}
	e := emphasizer{text: whole.String(), before: ' '}
	at := 0
	for _, p := range ps {
		open, end := markdownMark(p)
		e.passage(at, at+len(p.text), open, end)
		at += len(p.text)
	}
	return strings.TrimSpace(e.out.String())
}

// markdownMark returns what stands around a passage.
func markdownMark(p passage) (open, end string) {
	switch {
	case p.mark == diffview.Detail:
		return "*", "*"
	case p.strength == diffview.Conflicting:
		return "**", "**"
	case p.mark == diffview.Differ:
		return "‹", "›"
	}
	return "", ""
}

// An emphasizer writes a text with emphasis that every reader of CommonMark
// takes for emphasis. Asterisks are that only where they touch a word: beside
// punctuation they count as text unless white space is on their other side
// (CommonMark 0.31, “left-flanking”), and two that meet are read as one. So
// emphasis gives way to the punctuation at its ends where it must, and begins
// after the word that another one ends in.
type emphasizer struct {
	text    string
	out     strings.Builder
	before  rune // the character last written
	emphEnd int  // where the last emphasis ended in text
}

// passage writes text[start:end] between open and close.
func (e *emphasizer) passage(start, end int, open, closing string) {
	from, to := e.core(start, end)
	if open == "" || from >= to {
		e.write(e.text[start:end])
		return
	}
	e.write(e.text[start:from])
	e.out.WriteString(open)
	e.write(e.text[from:to])
	e.out.WriteString(closing)
	e.emphEnd = to
	e.write(e.text[to:end])
}

// core returns the part of text[start:end] that can stand in emphasis; from is
// not below to when there is none.
func (e *emphasizer) core(start, end int) (from, to int) {
	part := e.text[start:end]
	from = start + len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	to = start + len(strings.TrimRightFunc(part, unicode.IsSpace))
	if from >= to {
		return from, from
	}
	if from == e.emphEnd && from > 0 {
		for from < to && !isSpaceOrMark(e.text[from:]) {
			_, n := utf8.DecodeRuneInString(e.text[from:])
			from += n
		}
	}
	if last, _ := utf8.DecodeLastRuneInString(e.text[:from]); from > 0 && !unicode.IsSpace(last) {
		from += len(e.text[from:to]) - len(strings.TrimLeftFunc(e.text[from:to], notWordRune))
	}
	if next, _ := utf8.DecodeRuneInString(e.text[to:]); from < to && to < len(e.text) && !unicode.IsSpace(next) {
		to = from + len(strings.TrimRightFunc(e.text[from:to], notWordRune))
	}
	return from, to
}

func notWordRune(r rune) bool { return !wordRune(r) }

// isSpaceOrMark reports whether s begins with what ends a word.
func isSpaceOrMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
}

// write writes text, each run of white space as one space.
func (e *emphasizer) write(s string) {
	var folded strings.Builder
	last := e.before
	for _, r := range s {
		if unicode.IsSpace(r) {
			r = ' '
		}
		if r != ' ' || last != ' ' {
			folded.WriteRune(r)
		}
		last = r
	}
	escapeMarkdown(&e.out, folded.String(), e.before)
	e.before = last
}
