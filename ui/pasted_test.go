package ui

import (
	"strings"
	"testing"

	"parallax/ui/keep"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// TestPastedControls pastes what a terminal would act upon, or what is there
// unseen: the field shows that it is there, in every dialogue.
func TestPastedControls(t *testing.T) {
	pasted := "toll\u202etxt.exe\u2066 a\u200bb\u061c\u00ad\x1b[31m\u009b31m\tx"
	for _, keys := range [][]string{{"/"}, {":"}, {"p"}, {"s"}, {"m"}, {"ctrl+f"}, {"b"}, {"e"}} {
		d := open(t, 120, 36, Options{Folders: keep.Folders{Data: t.TempDir()}})
		d.press(keys...)
		d.send(tea.PasteMsg{Content: pasted})
		shown := ansi.Strip(strings.Join(d.m.top().Lines(), "\n"))
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
