package list

import (
	"reflect"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
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

// TestFieldKeys presses every key that a field has, at every place of the caret.
// None may panic, and each leaves nothing but what was typed: only those that
// delete make it shorter.
func TestFieldKeys(t *testing.T) {
	bindings := reflect.ValueOf(NewField("").input.KeyMap)
	for _, text := range []string{"", "a", " ", "   ", "toll", "gondola toll ", " two  words", "Cafe\u0301", "e\u0301", "釜山", "👩‍🚒", "नि का", "a\u202eb"} {
		for at := range len([]rune(text)) + 1 {
			for i := range bindings.NumField() {
				name := bindings.Type().Field(i).Name
				for _, k := range bindings.Field(i).Interface().(key.Binding).Keys() {
					f := NewField(text)
					f.input.SetCursor(at)
					press := pressed(k)
					if press.String() != k {
						t.Fatalf("%s is pressed as %s", k, press)
					}
					f.Update(press)
					got := f.Text()
					if left, ok := strings.CutPrefix(name, "Delete"); !ok && got != text || !isPart(got, text) {
						t.Errorf("%s at %d of %q leaves %q (%s)", k, at, text, got, left)
					}
					if want := string([]rune(text)[:at]); name == "DeleteWordForward" && at == len([]rune(text))-1 && got != want {
						t.Errorf("%s before the last character of %q leaves %q, want %q", k, text, got, want)
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
