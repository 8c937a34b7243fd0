package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/settings"
)

// TestExplain holds what is said of each sentence of the first pair.
func TestExplain(t *testing.T) {
	d := open(t, 250, 20, Options{})
	p := d.m.viewport.Page
	quotation := diffview.Quotation{Span: *position(p.Articles[0], 6, "We will open"), Sentences: [2]int{6, 6}, Speaker: "Ida Brandt", Standing: diffview.Cut, Partner: -1}
	p.Quoted[0] = []diffview.Quotation{quotation}
	d.press("g")
	for _, want := range []string{
		"| the headlines say different things  ",
		"! ‘six’ vs ‘eight’: both count people  ",
		"> only Coast Courier says this  ",
		"≈ both report it · they stand in the same place and are near in meaning  ",
		"· page lines outside the article, not compared  ",
		"< only Lorne Herald says this  ",
		"≈ both report it · quotes Ida Brandt, cut differently there · they stand in the same place and are near in meaning  ",
		"< only Lorne Herald says this  ",
	} {
		if !strings.HasPrefix(d.status(), want) {
			t.Errorf("of %v it says\n%q, want\n%q", d.m.viewport.Cursor, d.status(), want)
		}
		d.press("j")
	}
}

// TestExplainUnsure holds that a sentence whose own match is unsure is called so,
// though its row holds a match that is sure.
func TestExplainUnsure(t *testing.T) {
	d := open(t, 250, 20, Options{})
	d.press("g", "j", "j", "j")
	p, c := d.m.viewport.Page, d.m.viewport.Cursor
	link := &p.Links[p.Partners(c)[0].Link]
	for sure, want := range map[bool]string{true: "≈ both report it · ", false: "? perhaps the same, "} {
		link.Sure = sure
		d.press("k", "j")
		if !strings.HasPrefix(d.status(), want) {
			t.Errorf("of a link that is sure: %v it says\n%q, want\n%q", sure, d.status(), want)
		}
	}
}

// TestVersionsAreNamed holds that two articles of one outlet are told apart,
// and that what changed stands out and not what is the same.
func TestVersionsAreNamed(t *testing.T) {
	old := harbour
	defer func() { harbour = old }()
	harbour[0].text = "1 The quay is closed.\n2 The sea was calm and cold.\n3 Nobody slept in town.\n4 It rained."
	harbour[1].text = "1 The quay is closed.\n2 The sea was calm and cold.\n3 Nobody slept in town.\n5 Snow fell."
	harbour[1].outlet = "Lorne Herald"
	d := open(t, 120, 20, Options{Settings: settings.Settings{Theme: "dark"}})
	d.press("G")
	if !strings.HasPrefix(d.status(), "> only the later version says this") && !strings.HasPrefix(d.status(), "< only the earlier version says this") {
		t.Errorf("of the last sentence it says %q", d.status())
	}
	p := d.m.viewport.Page
	if !p.Revision || !strings.Contains(d.screen(), "only in one version") {
		t.Errorf("two texts that are nearly the same are not read as versions:\n%s", d.screen())
	}
	for role, want := range map[layout.Role]look.Part{layout.Agree: plain, layout.Detail: added, layout.Wording: wording} {
		if got := page.LookOf(d.m.Theme, &layout.Run{Role: role}, true); got != d.m.Theme.On(want) {
			t.Errorf("role %d looks like %q in a revision", role, got)
		}
	}
}

func TestRevised(t *testing.T) {
	for _, tt := range []struct {
		left, right int // agreed words of 100
		known, want bool
	}{
		{82, 86, false, true}, {82, 60, false, false}, {60, 55, true, true}, {60, 26, true, false}, {75, 75, false, true}, {74, 100, false, false},
	} {
		share := [2]diffview.Share{{Words: 100, Agree: tt.left}, {Words: 100, Agree: tt.right}}
		if got := page.Revised(share, tt.known); got != tt.want {
			t.Errorf("%d and %d %% agreed, known as versions %v: %v", tt.left, tt.right, tt.known, got)
		}
	}
	if page.Revised([2]diffview.Share{}, true) {
		t.Error("two texts without words are versions")
	}
}

// TestHintsFollow holds that the last line names keys that do something where
// the reader is.
func TestHintsFollow(t *testing.T) {
	d := open(t, 160, 24, Options{})
	for _, tt := range []struct{ keys, want, not string }{
		{"g", "d difference", "enter partner"}, {"j", "enter partner   i why   w words", "shows it"},
		{"w", "w next words   esc done", "enter"}, {"esc j j j", "f show", "enter partner"}, {"z", "z show all", "open"},
	} {
		d.press(strings.Fields(tt.keys)...)
		if l := d.line(-1); !strings.Contains(l, tt.want) || strings.Contains(l, tt.not) {
			t.Errorf("after %s the keys are %q", tt.keys, l)
		}
	}
}

// TestWrap divides what is said over two lines and loses no word of it.
func TestWrap(t *testing.T) {
	d := open(t, 80, 40, Options{})
	said := "‘six’ vs ‘eight’: both count people who were hurt"
	for width := 1; width < 70; width++ {
		lines := d.m.wrap([]piece{strong.Of(said), quiet.Of(" · score 0.71")}, width, 2)
		words := ""
		for i, pieces := range lines {
			line := ""
			for _, p := range pieces {
				line += p.Text
			}
			if w := ansi.StringWidth(line); i == 0 && w > width {
				t.Errorf("at %d the first line has %d cells: %q", width, w, line)
			}
			words += line + " "
		}
		if width > 10 && strings.Join(strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '·' }), " ") != said+" score 0.71" {
			t.Errorf("at %d it reads %q", width, words)
		}
	}
}

// TestOverview holds that each cell stands for its part of the text, that a
// page that fits has none, and that a click goes there.
func TestOverview(t *testing.T) {
	d := readers(t, 2, 1000)
	for _, view := range []string{"", "v", "v"} {
		if view != "" {
			d.press(view)
		}
		d.press("g")
		r := &d.m.viewport
		p := r.Page
		columns := map[diffview.Side]int{diffview.Left: p.Indent + p.Left + p.Edge - 1}
		if p.Key.View == layout.Unified {
			columns[diffview.Left] += p.Gutter
		} else {
			columns[diffview.Right] = p.Indent + p.Left + p.Edge + p.Gutter + p.Right + p.Edge - 1
		}
		for side, x := range columns {
			conflicts := 0
			for _, b := range r.Bands[side] {
				if b == page.BandConflict {
					conflicts++
				}
			}
			if len(r.Bands[side]) != r.Height || conflicts == 0 {
				t.Errorf("the overview of side %d has %d cells for %d lines, %d with a conflict", side, len(r.Bands[side]), r.Height, conflicts)
			}
			for _, line := range []int{r.Height / 2, 3, r.Height - 1} {
				d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: x, Y: len(d.m.chrome.head) + line})
				c, _ := d.m.cursor()
				want := line * len(r.Page.Of(side).Laid) / r.Height
				if got := r.Page.Extent(c).First; got < want-12 || got > want+4 {
					t.Errorf("view %s: a click on line %d of the overview goes to line %d of the page, want about %d", p.Key.View, line, got, want)
				}
				if !strings.Contains(d.screen(), "▌") {
					t.Error("after a click the sentence is not on the screen")
				}
			}
		}
	}
	d.press("v")
	for _, size := range [][2]int{{140, 29}, {140, 30}, {140, 40}, {80, 40}, {80, 24}, {220, 40}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		above := ""
		for column := range size[0] {
			if _, ok := d.m.viewport.InOverview(0, column); ok { // the last is the overview's of the right pane
				above = string(append([]rune(d.line(len(d.m.chrome.head)-1)), []rune(strings.Repeat(" ", size[0]))...)[column])
			}
		}
		if (above == "▾") != (size[1] >= 30) {
			t.Errorf("at %v the column of the overview has no name above it:\n%s", size, d.screen())
		}
	}
	d = open(t, 120, 40, Options{})
	if d.m.viewport.Bands[0] != nil || strings.Contains(d.screen(), "overview") || strings.ContainsAny(d.screen(), "█▒░▓▐") {
		t.Errorf("a page that fits has an overview:\n%s", d.screen())
	}
}

// TestKinIsTold holds that the line over the text says that two articles are one
// text, also when their story is only known later.
func TestKinIsTold(t *testing.T) {
	d := open(t, 120, 20, Options{})
	for _, tt := range []struct {
		story story.Story
		want  string
	}{
		{story.Story{Articles: []int{0, 1, 2}, Versions: [][]int{{1, 0}}}, " · two versions of one article ─"},
		{story.Story{Articles: []int{0, 1, 2}, Copies: [][]int{{0, 1, 2}}}, " · copies of one text ─"},
		{story.Story{Articles: []int{0, 1, 2}, Copies: [][]int{{1, 2}}}, " · 1 conflict ─"},
	} {
		d.m.deck.Stories[0] = tt.story
		d.send(nil)
		if s := d.line(2); !strings.Contains(s, tt.want) {
			t.Errorf("of %+v it says %q", tt.story, s)
		}
	}
}
