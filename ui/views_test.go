package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/tools/txtar"

	"parallax/diffview/layout"
	"parallax/ui/settings"
)

// viewScreens are the screens that testdata/views.txtar keeps: each view, and
// what opens above it, with the keys that bring something to see.
var viewScreens = []struct {
	name string
	view *layout.View
	keys string
}{
	{"matched", layout.Matched, "c"},
	{"flowing", layout.Flowing, "j d"},
	{"unified", layout.Unified, "o"},
	{"folded", layout.Matched, "z G"},
	{"words", layout.Flowing, "j w w"},
	{"help", layout.Matched, "?"},
	{"picker", layout.Matched, "p"},
	{"matrix", layout.Matched, "m"},
	{"stories", layout.Matched, "s"},
	{"commands", layout.Matched, ": c o n f"},
	{"find", layout.Matched, "/ h a r"},
	{"find in all", layout.Matched, "ctrl+f h a r"},
	{"export", layout.Matched, "e"},
}

// terminals are the kinds that views are shown on.
var terminals = []struct {
	name    string
	profile colorprofile.Profile
}{{"colour", colorprofile.TrueColor}, {"16 colours", colorprofile.ANSI}, {"no colour", colorprofile.ASCII}}

// openView opens a view at a size on a kind of terminal; every width has room
// for two panes.
func openView(t *testing.T, i, width, height int, theme string, p colorprofile.Profile) *drive {
	s := viewScreens[i]
	d := open(t, width, height, Options{Dir: ".", Settings: settings.Settings{View: s.view.Name, Narrow: 60, Theme: theme}})
	d.send(tea.ColorProfileMsg{Profile: p})
	d.press(strings.Fields(s.keys)...)
	return d
}

// TestViews keeps every view as text at three sizes, and what part of the screen
// each word is at the smallest. At every size each terminal shows the same
// text, and no line is wider than it: screen sees to that.
func TestViews(t *testing.T) {
	const file = "testdata/views.txtar"
	old := harbour
	defer func() { harbour = old }()
	harbour[0].text += "\n9 The quay is closed to all.\n8 Ships wait in the bay."
	harbour[1].text += "\n9 The quay is closed to all.\n8 Ships wait in the bay."
	var got txtar.Archive
	keep := func(name, screen string) {
		got.Files = append(got.Files, txtar.File{Name: name, Data: []byte(screen + "\n")})
	}
	for i, s := range viewScreens {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			text := openView(t, i, size[0], size[1], "dark", colorprofile.TrueColor).screen()
			keep(fmt.Sprintf("%s %d×%d", s.name, size[0], size[1]), text)
			for _, term := range terminals {
				for _, theme := range []string{"dark", "light"} {
					d := openView(t, i, size[0], size[1], theme, term.profile)
					if other := d.screen(); other != text {
						t.Errorf("%s at %v with %s, %s, reads\n%s\nwant\n%s", s.name, size, term.name, theme, other, text)
					}
				}
			}
			if size[0] == 80 {
				d := openView(t, i, size[0], size[1], "dark", colorprofile.TrueColor)
				d.inParts()
				keep(s.name+" 80×24 in parts", d.parts())
			}
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(&got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(want.Files) != len(got.Files) {
		t.Fatalf("%s has %d screens, want %d: run with -update", file, len(want.Files), len(got.Files))
	}
	for i, f := range got.Files {
		if w := want.Files[i]; w.Name != f.Name || string(w.Data) != string(f.Data) {
			t.Errorf("%s is not what it was; see whether it should be, and run with -update\ngot:\n%s\nwant:\n%s", f.Name, f.Data, w.Data)
		}
	}
}
