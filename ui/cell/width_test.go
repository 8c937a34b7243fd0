package cell

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestShorten(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{
		{"Fire closes harbour", 19, "Fire closes harbour"},
		{"Fire closes harbour", 18, "Fire close…harbour"},
		{"Fire closes harbour", 2, "F…"},
		{"Fire closes harbour", 1, "…"},
		{"Fire closes harbour", 0, ""},
		{"港口火灾关闭港口", 9, "港口…港口"},
		{"Fire closes the harbour of Lorne until Monday", 36, "Fire closes the…Lorne until Monday"},
		{"Ferries stayed in the harbour until the tugs…", 30, "Ferries stayed in the harbour…"},
		{"Ferries stayed in the harbour until the tugs…", 28, "Ferries stayed in the…"},
	} {
		for _, m := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			if got := Shorten(m, tt.text, tt.width); got != tt.want {
				t.Errorf("shorten(%q, %d) = %q, want %q", tt.text, tt.width, got, tt.want)
			}
		}
	}
	for width := range 40 {
		s := Shorten(ansi.GraphemeWidth, "👩‍🚒 Feuer im Hafen von 釜山 — Löscharbeiten 🇰🇷", width)
		if w := ansi.StringWidth(s); w > width {
			t.Errorf("%q has %d cells, allowed are %d", s, w, width)
		}
	}
}

func TestClipBytes(t *testing.T) {
	if s := ClipBytes("Größe", 6); s != "Gr…" {
		t.Errorf("clipped it is %q", s)
	}
}
