package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parallax/ui/list"
	"parallax/ui/look"
)

// TestWrapped: nothing is lost where lines are wrapped, in scripts without
// spaces too, and no line is wider than there is room.
func TestWrapped(t *testing.T) {
	for _, text := range []string{"one two three four five", strings.Repeat("東京都は水道を", 9), strings.Repeat("a", 70) + " b", "a " + strings.Repeat("水", 9) + "b"} {
		for width := 10; width < 40; width++ {
			c := Canvas{Canvas: list.Canvas{Width: width, Theme: look.New(true, false, colorprofile.TrueColor)}}
			var got strings.Builder
			for _, line := range c.Wrapped(1, look.Piece{}, []look.Piece{look.Quiet.Of("sentence 2: … "), look.Strong.Of(text), look.Quiet.Of(", he said.")}) {
				line = ansi.Strip(line)
				if w := c.Method.StringWidth(line); w > width {
					t.Errorf("%d cells in %d: %q", w, width, line)
				}
				got.WriteString(strings.TrimSpace(line))
			}
			want := strings.ReplaceAll("sentence 2: … "+text+", he said.", " ", "")
			if s := strings.ReplaceAll(got.String(), " ", ""); s != want {
				t.Errorf("in %d cells: got %q, want %q", width, s, want)
			}
		}
	}
}
