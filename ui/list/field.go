package list

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/ui/cell"
	"parallax/ui/look"
)

// A Field is a line that is typed into. The one of Bubbles looks for programs
// that copy and paste at every start of this one, and for some places of the
// caret it panics.
type Field struct{ before, after string } // the caret is between them

// NewField returns a field with text in it, ready to be typed into.
func NewField(text string) Field { return Field{before: inOneLine(text)} }

// Text returns what was typed.
func (f *Field) Text() string { return f.before + f.after }

// fieldKeys are the keys that edit, those of shells.
var fieldKeys = [...]struct {
	keys []string
	edit func(f *Field)
}{
	{[]string{"left", "ctrl+b"}, func(f *Field) { f.back(lastRune(f.before)) }},
	{[]string{"right", "ctrl+f"}, func(f *Field) { f.forth(firstRune(f.after)) }},
	{[]string{"alt+left", "ctrl+left", "alt+b"}, func(f *Field) { f.back(lastWord(f.before)) }},
	{[]string{"alt+right", "ctrl+right", "alt+f"}, func(f *Field) { f.forth(firstWord(f.after)) }},
	{[]string{"home", "ctrl+a"}, func(f *Field) { f.back(len(f.before)) }},
	{[]string{"end", "ctrl+e"}, func(f *Field) { f.forth(len(f.after)) }},
	{[]string{"backspace", "ctrl+h"}, func(f *Field) { f.before = f.before[:len(f.before)-lastRune(f.before)] }},
	{[]string{"delete", "ctrl+d"}, func(f *Field) { f.after = f.after[firstRune(f.after):] }},
	{[]string{"alt+backspace", "ctrl+w", "ctrl+backspace"}, func(f *Field) { f.before = f.before[:len(f.before)-lastWord(f.before)] }},
	{[]string{"alt+delete", "alt+d", "ctrl+delete"}, func(f *Field) { f.after = f.after[firstWord(f.after):] }},
	{[]string{"ctrl+k"}, func(f *Field) { f.after = "" }},
	{[]string{"ctrl+u"}, func(f *Field) { f.before = "" }},
}

// Update takes a key or a paste and reports whether it changed the text.
func (f *Field) Update(msg tea.Msg) (changed bool) {
	before := f.Text()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		f.press(msg)
	case tea.PasteMsg:
		f.before += inOneLine(msg.Content)
	}
	return f.Text() != before
}

func (f *Field) press(key tea.KeyPressMsg) {
	name := key.String()
	for _, k := range fieldKeys {
		if slices.Contains(k.keys, name) {
			k.edit(f)
			return
		}
	}
	f.before += inOneLine(key.Text)
}

// back and forth move the caret by so many bytes.
func (f *Field) back(n int) {
	at := len(f.before) - n
	f.before, f.after = f.before[:at], f.before[at:]+f.after
}

func (f *Field) forth(n int) { f.before, f.after = f.before+f.after[:n], f.after[n:] }

// inOneLine returns a text without control characters; line breaks and tabs are
// spaces.
func inOneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case r == utf8.RuneError || unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}

// How many bytes the first or the last character of a text has, or its first or
// last word with the space between that and the caret.

func firstRune(s string) int { _, n := utf8.DecodeRuneInString(s); return n }

func lastRune(s string) int { _, n := utf8.DecodeLastRuneInString(s); return n }

func firstWord(s string) int {
	word := strings.TrimLeftFunc(s, unicode.IsSpace)
	if end := strings.IndexFunc(word, unicode.IsSpace); end >= 0 {
		word = word[end:]
	} else {
		word = ""
	}
	return len(s) - len(word)
}

func lastWord(s string) int {
	space := strings.LastIndexFunc(strings.TrimRightFunc(s, unicode.IsSpace), unicode.IsSpace)
	if space < 0 {
		return len(s)
	}
	return len(s) - space - firstRune(s[space:])
}

// Draw returns the field as pieces of at most width cells, or two, the caret
// among them. What was pasted is shown as articles are: nothing in it is acted
// upon, or unseen.
func (f *Field) Draw(m ansi.Method, width int) []look.Piece {
	before, under, after := f.atCaret()
	before, under, after = corpus.Printable(before), corpus.Printable(under), corpus.Printable(after)
	if under == "" {
		under = " "
	}
	if cell.Width(m, under) > max(2, width) {
		under = "…"
	}
	room := max(0, width-max(1, cell.Width(m, under)))
	if cell.Width(m, before) > room {
		before = "…" + cell.ClipLeft(m, before, max(0, room-1))
	}
	after = cell.Clip(m, after, max(0, room-cell.Width(m, before)), "…")
	return []look.Piece{look.Plain.Of(before), look.Caret.Of(under), look.Plain.Of(after)}
}

// atCaret returns the text before the caret, the sign that it is on, and what
// comes after. A sign can be of several characters, such as a letter with its
// accent: it is never drawn in parts.
func (f *Field) atCaret() (before, under, after string) {
	text := f.Text()
	for at := 0; at < len(text); at += len(under) {
		under, _ = ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
		if at+len(under) > len(f.before) {
			return text[:at], under, text[at+len(under):]
		}
	}
	return text, "", ""
}
