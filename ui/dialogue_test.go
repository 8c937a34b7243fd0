package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parallax/ui/keep"
)

// TestCutInto cuts a text into lines at every cell, through signs of two cells
// and letters with accents too: what is beside it stays where it was.
func TestCutInto(t *testing.T) {
	const text = "│text│"
	for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		c := canvas{method: method}
		for _, line := range []string{"", "short", "a line that is as long as the screen is", "\x1b[1mstyled\x1b[m and \x1b[4;31mcoloured all along\x1b[m", "釜山の港で火災、六人が負傷したと警察が発表", "Cafe\u0301 de\u0301ja\u0300 vu dans la re\u0301gion de Lorne"} {
			width := method.StringWidth(line)
			for at := range 40 {
				got := c.cutInto(line, text, at, 6)
				if w := method.StringWidth(got); w != max(width, at+6) {
					t.Fatalf("%q at %d: %d cells, want %d: %q", line, at, w, max(width, at+6), got)
				}
				bare := ansi.Strip(got)
				before := method.StringWidth(bare[:strings.Index(bare, text)])
				if before != at || !strings.HasSuffix(ansi.Strip(line), strings.TrimLeft(bare[strings.Index(bare, text)+len(text):], " ")) {
					t.Errorf("%q at %d: %q", line, at, got)
				}
				if i := strings.LastIndex(got, "\x1b["); i >= 0 && !strings.HasPrefix(got[i:], off) {
					t.Errorf("%q at %d does not close its looks: %q", line, at, got)
				}
			}
		}
	}
}

// TestDialogueOverPage opens the dialogues over the page at several widths: the
// lines above it and what is beside its frame are the page's.
func TestDialogueOverPage(t *testing.T) {
	for _, width := range []int{40, 60, 111, 112, 150, 200} {
		for _, key := range []string{"e", "b"} {
			d := open(t, width, 30, Options{Folders: keep.Folders{Data: t.TempDir()}})
			d.press("j")
			page := strings.Split(d.screen(), "\n")
			d.press(key)
			over := d.m.over
			left, inside := 0, width
			if i, ok := d.m.top().(interface{ inset() (int, int) }); ok {
				if l, w := i.inset(); l != noFrame {
					left, inside = l, w
				}
			}
			name := fmt.Sprintf("%s at %d", key, width)
			if framed := left > 0; framed != (width >= widestFrame+2*leastBeside) {
				t.Errorf("%s: the frame begins at %d", name, left)
			}
			first := d.m.inner().height - len(over)
			for i, l := range strings.Split(d.screen(), "\n")[:29] {
				switch {
				case i < first:
					if l != page[i] && i < first-4 {
						t.Errorf("%s: line %d is\n%s\nand was\n%s", name, i, l, page[i])
					}
				case left > 0 && i < len(d.m.chrome.head)+d.m.bodyHeight():
					for _, at := range [][2]int{{0, left - 1}, {left + inside + 1, width}} {
						cut := func(s string) string {
							return strings.Trim(string([]rune(s + strings.Repeat(" ", width))[at[0]:at[1]]), " ")
						}
						if cut(l) != cut(page[i]) {
							t.Errorf("%s: line %d has %q where the page has %q", name, i, cut(l), cut(page[i]))
						}
					}
				}
			}
		}
	}
}

func BenchmarkDialogue(b *testing.B) {
	d := open(b, 200, 60, Options{})
	d.press("e", "down", "down", "down")
	b.ReportAllocs()
	for b.Loop() {
		d.m.Update(keyPress("left"))
	}
}
