package ui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// A field is a line that is typed into. Editing is the library's; drawing is
// not, because columns hold only when all is measured alike.
type field struct{ input textinput.Model }

// newField returns a field with text in it, ready to be typed into.
func newField(text string) field {
	f := field{textinput.New()}
	f.input.SetVirtualCursor(false) // it would blink, and wake the program for it
	f.input.Focus()
	f.input.SetValue(text)
	f.input.CursorEnd()
	return f
}

// text returns what was typed.
func (f *field) text() string { return f.input.Value() }

// update takes a key or a paste and reports whether it changed the text.
func (f *field) update(msg tea.Msg) (changed bool, cmd tea.Cmd) {
	before := f.text()
	f.input, cmd = f.input.Update(msg)
	return f.text() != before, cmd
}

// draw returns the field as pieces of at most width cells, the caret among
// them.
func (f *field) draw(c canvas, width int) []piece {
	text := []rune(f.text())
	at := min(f.input.Position(), len(text))
	before, under, after := string(text[:at]), " ", ""
	if at < len(text) {
		under, after = string(text[at:at+1]), string(text[at+1:])
	}
	room := max(0, width-max(1, cells(c.method, under)))
	if cells(c.method, before) > room {
		before = "…" + clipLeft(c.method, before, max(0, room-1))
	}
	after = clip(c.method, after, max(0, room-cells(c.method, before)), "…")
	return []piece{{plain, before}, {caret, under}, {plain, after}}
}
