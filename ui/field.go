package ui

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/ui/cell"
)

// A field is a line that is typed into. Editing is the library's; drawing is
// not, because columns hold only when all is measured alike.
type field struct{ input textinput.Model }

// newField returns a field with text in it, ready to be typed into.
func newField(text string) field {
	f := field{textinput.New()}
	f.input.SetVirtualCursor(false) // it would blink, and wake the program for it
	// Terminals paste by themselves; the library would start a program for it,
	// and over SSH ask the wrong computer.
	f.input.KeyMap.Paste.SetEnabled(false)
	f.input.Focus()
	f.input.SetValue(text)
	f.input.CursorEnd()
	return f
}

// text returns what was typed.
func (f *field) text() string { return f.input.Value() }

// update takes a key or a paste and reports whether it changed the text.
func (f *field) update(msg tea.Msg) (changed bool) {
	before := f.text()
	if press, ok := msg.(tea.KeyPressMsg); ok && f.atLast() && key.Matches(press, f.input.KeyMap.DeleteWordForward) {
		// Bubbles 2.2.1 looks for the word from the character after the next on,
		// and panics where there is none.
		msg = tea.KeyPressMsg{Code: tea.KeyDelete}
	}
	f.edit(msg)
	return f.text() != before
}

// atLast reports whether the caret is before the last character.
func (f *field) atLast() bool { return f.input.Position() == len([]rune(f.text()))-1 }

// edit has the library edit. Should it panic, what was typed is there as it was.
func (f *field) edit(msg tea.Msg) {
	text, at := f.text(), f.input.Position()
	defer func() {
		if recover() != nil {
			f.input.SetValue(text)
			f.input.SetCursor(at)
		}
	}()
	f.input, _ = f.input.Update(msg) // without a blinking caret it has no commands
}

// draw returns the field as pieces of at most width cells, or two, the caret
// among them. What was pasted is shown as articles are: nothing in it is acted
// upon, or unseen.
func (f *field) draw(c canvas, width int) []piece {
	before, under, after := f.atCaret()
	before, under, after = corpus.Printable(before), corpus.Printable(under), corpus.Printable(after)
	if under == "" {
		under = " "
	}
	if cell.Width(c.method, under) > max(2, width) {
		under = "…"
	}
	room := max(0, width-max(1, cell.Width(c.method, under)))
	if cell.Width(c.method, before) > room {
		before = "…" + cell.ClipLeft(c.method, before, max(0, room-1))
	}
	after = cell.Clip(c.method, after, max(0, room-cell.Width(c.method, before)), "…")
	return []piece{plain.Of(before), caret.Of(under), plain.Of(after)}
}

// atCaret returns the text before the caret, the sign that it is on, and what
// comes after. A sign can be of several characters, such as a letter with its
// accent: it is never drawn in parts.
func (f *field) atCaret() (before, under, after string) {
	text, runes := f.text(), 0
	for at := 0; at < len(text); at += len(under) {
		under, _ = ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
		if runes += utf8.RuneCountInString(under); runes > f.input.Position() {
			return text[:at], under, text[at+len(under):]
		}
	}
	return text, "", ""
}
