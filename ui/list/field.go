package list

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/ui/cell"
	"parallax/ui/look"
)

// A Field is a line that is typed into. Editing is the library's; drawing is
// not, because columns hold only when all is measured alike.
type Field struct{ input textinput.Model }

// NewField returns a field with text in it, ready to be typed into.
func NewField(text string) Field {
	f := Field{textinput.New()}
	f.input.SetVirtualCursor(false) // it would blink, and wake the program for it
	// Terminals paste by themselves; the library would start a program for it,
	// and over SSH ask the wrong computer.
	f.input.KeyMap.Paste.SetEnabled(false)
	f.input.Focus()
	f.input.SetValue(text)
	f.input.CursorEnd()
	return f
}

// Text returns what was typed.
func (f *Field) Text() string { return f.input.Value() }

// Update takes a key or a paste and reports whether it changed the text.
func (f *Field) Update(msg tea.Msg) (changed bool) {
	before := f.Text()
	if press, ok := msg.(tea.KeyPressMsg); ok && f.atLast() && key.Matches(press, f.input.KeyMap.DeleteWordForward) {
		// Bubbles 2.2.1 looks for the word from the character after the next on,
		// and panics where there is none.
		msg = tea.KeyPressMsg{Code: tea.KeyDelete}
	}
	f.edit(msg)
	return f.Text() != before
}

// atLast reports whether the caret is before the last character.
func (f *Field) atLast() bool { return f.input.Position() == len([]rune(f.Text()))-1 }

// edit has the library edit. Should it panic, what was typed is there as it was.
func (f *Field) edit(msg tea.Msg) {
	text, at := f.Text(), f.input.Position()
	defer func() {
		if recover() != nil {
			f.input.SetValue(text)
			f.input.SetCursor(at)
		}
	}()
	f.input, _ = f.input.Update(msg) // without a blinking caret it has no commands
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
	text, runes := f.Text(), 0
	for at := 0; at < len(text); at += len(under) {
		under, _ = ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
		if runes += utf8.RuneCountInString(under); runes > f.input.Position() {
			return text[:at], under, text[at+len(under):]
		}
	}
	return text, "", ""
}
