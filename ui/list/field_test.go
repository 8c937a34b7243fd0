package list

import (
	"reflect"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/ui/cell"
	"parallax/ui/look"
)

// pressed returns the message of a key as the library names it.
func pressed(name string) tea.KeyPressMsg {
	var press tea.Key
	for {
		modifier, rest, ok := strings.Cut(name, "+")
		if !ok {
			break
		}
		press.Mod |= map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt}[modifier]
		name = rest
	}
	press.Code = []rune(name)[0]
	for code, is := range map[rune]string{tea.KeyLeft: "left", tea.KeyRight: "right", tea.KeyUp: "up", tea.KeyDown: "down", tea.KeyHome: "home", tea.KeyEnd: "end",
		tea.KeyDelete: "delete", tea.KeyBackspace: "backspace", tea.KeyTab: "tab"} {
		if is == name {
			press.Code = code
		}
	}
	return tea.KeyPressMsg(press)
}

func TestField(t *testing.T) {
	f := NewField("harbour/ferry 釜山 👩‍🚒.txt")
	for width := range 40 {
		for _, key := range []rune{tea.KeyLeft, tea.KeyLeft, tea.KeyHome, tea.KeyEnd} {
			f.Update(tea.KeyPressMsg{Code: key})
			used, carets := 0, 0
			for _, p := range f.Draw(ansi.WcWidth, width) {
				used += cell.Width(ansi.WcWidth, p.Text)
				if p.Part == look.Caret {
					carets++
				}
			}
			if used > max(width, 2) || carets != 1 {
				t.Errorf("%d cells of %d, %d carets: %v", used, width, carets, f.Draw(ansi.WcWidth, width))
			}
		}
	}
}

// TestFieldKeys presses every key that the field of Bubbles has, at every place of
// the caret, and every key of a Field, too. None may panic, and each does what it
// does there; those that delete a word delete what is passed over by the key that
// moves by one. (In Bubbles they forget where a word ends, and panic.)
func TestFieldKeys(t *testing.T) {
	var keys []string
	moves := map[string]string{} // the same way, by the keys that delete a word
	bindings := reflect.ValueOf(textinput.DefaultKeyMap())
	for i := range bindings.NumField() {
		names := bindings.Field(i).Interface().(key.Binding).Keys()
		keys = append(keys, names...)
		for _, k := range names {
			switch bindings.Type().Field(i).Name {
			case "DeleteWordForward":
				moves[k] = "alt+right"
			case "DeleteWordBackward":
				moves[k] = "alt+left"
			}
		}
	}
	for _, k := range fieldKeys {
		keys = append(keys, k.keys...)
	}
	for _, text := range []string{"", "a", " ", "   ", "toll", "gondola toll ", " two  words", "Cafe\u0301", "e\u0301", "釜山", "釜\u3000山 x", "👩‍🚒", "नि का", "a\u202eb", "a\tb\r\nc\x1b"} {
		for at := range len([]rune(text)) + 1 {
			for _, k := range keys {
				f := NewField(text)
				for range len([]rune(f.Text())) - at {
					f.Update(pressed("left"))
				}
				press := pressed(k)
				if press.String() != k {
					t.Fatalf("%s is pressed as %s", k, press)
				}
				was := f
				f.Update(press)
				if want := wanted(was, k, moves[k], at); f != want {
					t.Errorf("%s at %d of %q leaves %q, want %q", k, at, text, f, want)
				}
				f.Draw(ansi.WcWidth, 10)
				f.Update(tea.KeyPressMsg{Text: "x", Code: 'x'})
				if !strings.Contains(f.Text(), "x") {
					t.Errorf("after %s at %d of %q nothing can be typed", k, at, text)
				}
			}
		}
	}
}

// wanted returns what a key is to make of a field as it was, with the caret at a
// character. move is the key that passes over what this one deletes, or "".
func wanted(was Field, key, move string, at int) Field {
	if move != "" {
		moved := was
		moved.Update(pressed(move))
		if len(moved.before) > len(was.before) {
			return Field{was.before, moved.after}
		}
		return Field{moved.before, was.after}
	}
	input := textinput.New()
	input.KeyMap.Paste.SetEnabled(false)
	input.Focus()
	input.SetValue(was.Text())
	input.SetCursor(at)
	input, _ = input.Update(pressed(key))
	text, caret := []rune(input.Value()), input.Position()
	return Field{string(text[:caret]), string(text[caret:])}
}

func TestFieldPaste(t *testing.T) {
	f := NewField("gondola toll")
	f.Update(pressed("alt+left"))
	f.Update(tea.PasteMsg{Content: "a\tb\r\nc\x1b[31m \xff釜"})
	if got, want := f.Text(), "gondola a b  c[31m 釜toll"; got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
	copied := f
	copied.Update(pressed("ctrl+w"))
	if f.Text() == copied.Text() {
		t.Error("a copy of a field is the same field")
	}
}
