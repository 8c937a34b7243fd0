package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/corpustest"
	"parallax/ui/session"
	"parallax/ui/settings"

	tea "charm.land/bubbletea/v2"
)

var update = flag.Bool("update", false, "write the screens in testdata anew")

// golden compares a screen with the file that keeps it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got+"\n" != string(want) {
		t.Errorf("%s is not what it was; see whether it should be, and run with -update\ngot:\n%s\nwant:\n%s", file, got, want)
	}
}

func TestScreens(t *testing.T) {
	for _, tt := range []struct {
		name          string
		width, height int
		keys          []string
	}{
		{"pair-80x24", 80, 24, nil},
		{"pair-120x36", 120, 36, nil},
		{"pair-200x60", 200, 60, nil},
		{"pair-50x12", 50, 12, nil},
		{"conflict-120x36", 120, 36, []string{"c"}},
		{"unified-120x36", 120, 36, []string{"v", "v", "j"}},
		{"furniture-120x36", 120, 36, []string{"f"}},
		{"swapped-120x36", 120, 36, []string{"x"}},
		{"next-120x36", 120, 36, []string{"]"}},
		{"end-80x24", 80, 24, []string{"G"}},
		{"help-80x24", 80, 24, []string{"?"}},
		{"help-120x36", 120, 36, []string{"?"}},
		{"help-200x60", 200, 60, []string{"?"}},
		{"help-typed-120x36", 120, 36, strings.Split("?conflict", "")},
		{"commands-80x24", 80, 24, []string{":"}},
		{"commands-120x36", 120, 36, []string{":", "n", "e", "x", "t", "space", "c"}},
		{"commands-20x5", 20, 5, []string{":", "down"}},
		{"find-80x24", 80, 24, []string{"/", "h", "a", "r"}},
		{"find-120x36", 120, 36, []string{"/", "h", "a", "r", "down"}},
		{"find-20x5", 20, 5, []string{"/", "h", "a", "r"}},
		{"found-120x36", 120, 36, []string{"/", "G", "r", "enter"}},
		{"findall-80x24", 80, 24, append([]string{"ctrl+f"}, strings.Split("grain", "")...)},
		{"findall-120x36", 120, 36, append([]string{"ctrl+f"}, strings.Split("harbour", "")...)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := open(t, tt.width, tt.height, Options{})
			d.press(tt.keys...)
			golden(t, tt.name, d.screen())
		})
	}
}

// TestChoosing keeps the screens that articles are chosen on, of a corpus of
// two stories.
func TestChoosing(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}, {20, 5}} {
		for name, keys := range map[string]string{
			"picker": "p", "picker-typed": "p g a z 7", "stories": "s", "matrix": "m", "matrix-moved": "m right right down", "matrix-typed": "m h e r a",
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				articles, stories := invented(24, 12)
				d := openCorpus(t, size[0], size[1], articles, stories)
				d.press(strings.Fields(keys)...)
				golden(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), d.screen())
			})
		}
	}
}

// TestLooks keeps what part of the screen each word is. What a part looks like
// is tested where the looks are.
func TestLooks(t *testing.T) {
	d := open(t, 120, 20, Options{})
	d.inParts()
	golden(t, "looks", d.parts())
	d.press("/", "h", "a", "r", "enter")
	golden(t, "looks-found", d.parts())
	for name, keys := range map[string][]string{"picker": {"p", "h"}, "matrix": {"m"}, "findall": {"ctrl+f", "g", "r"}} {
		d.press(keys...)
		golden(t, "looks-"+name, d.parts())
		d.press("esc")
	}
	d = open(t, 80, 12, Options{Dir: "."})
	d.inParts()
	d.press("e", "right", "down", "down")
	golden(t, "looks-export", d.parts())
}

func TestEverySize(t *testing.T) {
	d := open(t, 120, 36, Options{})
	for width := 0; width < 130; width += corpustest.Step(1) {
		for _, height := range []int{0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 40} {
			d.send(tea.WindowSizeMsg{Width: width, Height: height})
			if width == 0 || height == 0 {
				if c := d.m.View().Content; c != "" {
					t.Fatalf("at %d×%d there is %q", width, height, c)
				}
				continue
			}
			for _, keys := range [][]string{{"G"}, {"c"}, {"g"}, {"?", "G"}, {"esc"}, {":", "s", "pgdown", "f1"}, {"esc"}, {"esc"}, {"e", "down"}, {"esc"}} {
				d.press(keys...)
				d.screen()
				if t.Failed() {
					t.Fatalf("at %d×%d after %v", width, height, keys)
				}
			}
		}
	}
}

// TestEveryView shows every view with folds and lights at sizes from the least
// to the largest, also where two panes have no room.
func TestEveryView(t *testing.T) {
	d := open(t, 120, 36, Options{Settings: settings.Settings{Narrow: 48}})
	for _, width := range []int{1, 2, 9, 20, 27, 39, 40, 47, 48, 60, 99, 200, 250} {
		for _, height := range []int{1, 4, 5, 9, 30, 70} {
			d.send(tea.WindowSizeMsg{Width: width, Height: height})
			for _, key := range strings.Fields("v g j w w d v z G enter esc c v o tab z esc") {
				d.press(key)
				d.screen()
				if t.Failed() {
					t.Fatalf("at %d×%d after %s", width, height, key)
				}
			}
		}
	}
}

// TestFirstFrame holds that the reader sees something before any comparison.
func TestFirstFrame(t *testing.T) {
	for _, width := range []int{60, 120} {
		d := open(t, width, 24, Options{})
		e := &drive{t: t, m: newModel(d.m.deck, Options{})}
		e.m.deck.Clear()
		e.hold = true
		e.do(e.m.Init())
		e.send(tea.WindowSizeMsg{Width: width, Height: 24})
		for _, want := range []string{"Lorne Herald", "Coast Courier", "pair 1 of 3", "comparing Lorne Herald with Coast Courier"} {
			if !strings.Contains(e.screen(), want) {
				t.Errorf("the first frame has no %q:\n%s", want, e.screen())
			}
		}
		e.press("j", "k", "ctrl+e", "G", "d", "c", "o", "enter", "tab", "v", "f", "e", "x", "]")
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct{ part, all, want int }{
		{0, 7, 0}, {7, 7, 100}, {1, 3, 33}, {2, 3, 67}, {1, 1000, 1}, {999, 1000, 99}, {1, 200, 1},
	} {
		if got := session.Percent(tt.part, tt.all); got != tt.want {
			t.Errorf("percent(%d, %d) = %d, want %d", tt.part, tt.all, got, tt.want)
		}
	}
}

func BenchmarkView(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {200, 60}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			d := open(b, size[0], size[1], Options{})
			b.ReportAllocs()
			for b.Loop() {
				d.m.View()
			}
		})
	}
}
