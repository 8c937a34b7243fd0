package header

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/diffview/layout"
	"parallax/ui/keep"
	"parallax/ui/screen/screentest"
	"parallax/ui/session"
	"parallax/ui/zone"
)

// facts are those of a pair on a canvas that is still being compared.
func facts(width, height int, view *layout.View) Facts {
	articles, _ := screentest.Pier()
	return Facts{Canvas: screentest.Canvas(width, height).Canvas, View: view, Articles: [2]*corpus.Article{articles[0], articles[1]},
		At: session.Position{Stories: 2, Pair: 1, Pairs: 6}}
}

// shown returns the lines as they are seen.
func shown(f Facts) string {
	var lines []string
	for _, l := range New(f).Lines {
		clean, _ := zone.Scan(f.Method, l)
		lines = append(lines, ansi.Strip(clean))
	}
	return strings.Join(lines, "\n")
}

func TestSays(t *testing.T) {
	for name, tt := range map[string]struct {
		height int
		is     func(*Facts)
		want   string
		not    string
	}{
		"who, what and which":        {36, func(*Facts) {}, "Lorne Herald;Coast Courier;Ferry pier in Lorne shut;pair 2 of 6 · story 1 of 2 · still comparing", "bookmark"},
		"no headlines on a low one":  {20, func(*Facts) {}, "Lorne Herald;pair 2 of 6", "Ferry pier in Lorne shut"},
		"nothing on the lowest":      {7, func(*Facts) {}, "", "Lorne"},
		"nothing until it is known":  {36, func(f *Facts) { f.Undecided = true }, "", "Lorne"},
		"what could not be compared": {36, func(f *Facts) { f.Failed = true }, "not compared", "still comparing"},
		"a pair that was chosen":     {36, func(f *Facts) { f.At.Free = true }, "a pair of your choice", "pair 2"},
		"the note on the pair":       {36, func(f *Facts) { f.Mark = &keep.Bookmark{Note: "for the lesson"} }, "◆ for the lesson", ""},
	} {
		for _, view := range layout.Views {
			f := facts(140, tt.height, view)
			tt.is(&f)
			s := shown(f)
			for _, want := range strings.Split(tt.want, ";") {
				if !strings.Contains(s, want) {
					t.Errorf("%s, %s: there is no %q in\n%s", name, view, want, s)
				}
			}
			if tt.not != "" && strings.Contains(s, tt.not) {
				t.Errorf("%s, %s: there is %q in\n%s", name, view, tt.not, s)
			}
		}
	}
}

// At no size a line is wider than the screen.
func TestFits(t *testing.T) {
	for width := 1; width < 160; width += 3 {
		for _, height := range []int{8, 20, 36} {
			for _, view := range layout.Views {
				if view.Panes == 2 && width < 48 {
					continue // one column then
				}
				for _, l := range strings.Split(shown(facts(width, height, view)), "\n") {
					if w := ansi.StringWidth(l); w > width {
						t.Errorf("%s at %d×%d: %d cells in %q", view, width, height, w, l)
					}
				}
			}
		}
	}
}
