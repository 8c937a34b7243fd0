package ui

import (
	"fmt"
	"strings"
	"testing"

	"parallax/ui/keep"
)

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
			if width >= 112 {
				left, inside = (width-92)/2, 92 // from there on the page is seen beside it
			}
			name := fmt.Sprintf("%s at %d", key, width)
			first := d.m.inner().Height - len(over)
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
