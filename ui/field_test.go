package ui

import (
	"reflect"
	"strings"
	"testing"

	"parallax/ui/cell"
	"parallax/ui/keep"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

func TestField(t *testing.T) {
	f := newField("harbour/ferry 釜山 👩‍🚒.txt")
	for width := range 40 {
		for _, key := range []string{"left", "left", "home", "end"} {
			f.update(keyPress(key))
			used, carets := 0, 0
			for _, p := range f.draw(canvas{}, width) {
				used += cell.Width(ansi.WcWidth, p.Text)
				if p.Part == caret {
					carets++
				}
			}
			if used > max(width, 2) || carets != 1 {
				t.Errorf("%d cells of %d, %d carets: %v", used, width, carets, f.draw(canvas{}, width))
			}
		}
	}
}

// TestFieldKeys presses every key that a field has, at every place of the caret.
// None may panic, and each leaves nothing but what was typed: only those that
// delete make it shorter.
func TestFieldKeys(t *testing.T) {
	bindings := reflect.ValueOf(newField("").input.KeyMap)
	for _, text := range []string{"", "a", " ", "   ", "toll", "gondola toll ", " two  words", "Cafe\u0301", "e\u0301", "釜山", "👩‍🚒", "नि का", "a\u202eb"} {
		for at := range len([]rune(text)) + 1 {
			for i := range bindings.NumField() {
				name := bindings.Type().Field(i).Name
				for _, k := range bindings.Field(i).Interface().(key.Binding).Keys() {
					f := newField(text)
					f.input.SetCursor(at)
					f.update(keyPress(k))
					if keyPress(k).String() != k {
						t.Errorf("%s is pressed as %s", k, keyPress(k))
					}
					got := f.text()
					if left, ok := strings.CutPrefix(name, "Delete"); !ok && got != text || !isPart(got, text) {
						t.Errorf("%s at %d of %q leaves %q (%s)", k, at, text, got, left)
					}
					if want := string([]rune(text)[:at]); name == "DeleteWordForward" && at == len([]rune(text))-1 && got != want {
						t.Errorf("%s before the last character of %q leaves %q, want %q", k, text, got, want)
					}
					f.draw(canvas{}, 10)
					f.update(tea.KeyPressMsg{Text: "x", Code: 'x'})
					if !strings.Contains(f.text(), "x") {
						t.Errorf("after %s at %d of %q nothing can be typed", k, at, text)
					}
				}
			}
		}
	}
}

// isPart reports whether a text is another with some characters left out.
func isPart(part, whole string) bool {
	rest := []rune(part)
	for _, r := range whole {
		if len(rest) > 0 && rest[0] == r {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

// TestPastedControls pastes what a terminal would act upon, or what is there
// unseen: the field shows that it is there, in every dialogue.
func TestPastedControls(t *testing.T) {
	pasted := "toll\u202etxt.exe\u2066 a\u200bb\u061c\u00ad\x1b[31m\u009b31m\tx"
	for _, keys := range [][]string{{"/"}, {":"}, {"p"}, {"s"}, {"m"}, {"ctrl+f"}, {"b"}, {"e"}} {
		d := open(t, 120, 36, Options{Folders: keep.Folders{Data: t.TempDir()}})
		d.press(keys...)
		d.send(tea.PasteMsg{Content: pasted})
		shown := ansi.Strip(strings.Join(d.m.top().lines(), "\n"))
		if !strings.Contains(shown, "<U+202E>") {
			t.Errorf("after %s the field does not show what was pasted:\n%s", keys, shown)
		}
		for _, r := range d.m.View().Content {
			if strings.ContainsRune("\u202e\u2066\u200b\u061c\u00ad\u009b", r) {
				t.Errorf("after %s %U reaches the terminal", keys, r)
			}
		}
	}
}

// TestPastedPath exports to a name with a change of direction in it: no row and
// no message shows it as it is.
func TestPastedPath(t *testing.T) {
	t.Chdir(t.TempDir())
	d := open(t, 120, 36, Options{})
	d.press("e")
	for _, step := range []func(){
		func() {
			d.send(tea.PasteMsg{Content: "x"})
			d.press("ctrl+u")
			d.send(tea.PasteMsg{Content: "no\u202e/x"})
		},
		func() { d.press("enter") },
		func() { d.press("tab") },
		func() { d.press("up") },
		func() { d.press("down", "ctrl+u"); d.send(tea.PasteMsg{Content: "x\u202etxt"}); d.press("enter") },
	} {
		step()
		if shown := d.m.View().Content; strings.Contains(shown, "\u202e") || !strings.Contains(shown, "<U+202E>") {
			t.Errorf("shown is\n%s", ansi.Strip(shown))
		}
	}
}
