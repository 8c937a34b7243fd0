package versions

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"
)

// TestFailed: a history that cannot be had is said, and one of another log
// changes nothing.
func TestFailed(t *testing.T) {
	articles := []*corpus.Article{{Path: "harbour/1.txt"}, {Path: "harbour/2.txt"}}
	l, _ := New(articles, []int{0, 1})
	other, _ := New(articles, []int{0, 1})
	l.Fit(screen.Canvas{Canvas: list.Canvas{Width: 80, Height: 23, Theme: look.New(true, false, colorprofile.TrueColor)}, Keys: keys.New()})
	shown := func() string { return ansi.Strip(strings.Join(l.Lines(), "\n")) }
	l.Update(historyMsg{of: other, err: fmt.Errorf("of another")})
	if s := shown(); !strings.Contains(s, "comparing …") {
		t.Errorf("the log of another was taken:\n%s", s)
	}
	l.Update(historyMsg{of: l, err: fmt.Errorf("broken\x1b by a fault")})
	if s := shown(); !strings.Contains(s, "broken␛ by a fault") {
		t.Errorf("not said:\n%s", s)
	}
}
