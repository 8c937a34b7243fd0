package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parallax/ui/list"
	"parallax/ui/look"
)

// TestCutInto cuts a text into lines at every cell, through signs of two cells
// and letters with accents too: what is beside it stays where it was.
func TestCutInto(t *testing.T) {
	const text = "│text│"
	for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		c := Canvas{Canvas: list.Canvas{Method: method}}
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
				if i := strings.LastIndex(got, "\x1b["); i >= 0 && !strings.HasPrefix(got[i:], look.Off) {
					t.Errorf("%q at %d does not close its looks: %q", line, at, got)
				}
			}
		}
	}
}
