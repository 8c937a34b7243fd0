package screen

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/corpustest"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
)

// outlets returns a chooser of four articles, fitted, and what was taken.
func outlets(width, height int) (c *Chooser, taken *int) {
	taken = new(int)
	*taken = -1
	c = NewChooser("articles", []list.Column{{Head: "outlet", Most: 14}, {Head: "headline"}, {Head: "words", Most: 6, End: true, Part: look.Quiet}, {Head: "date", Aside: true}},
		[]list.Entry{
			{Cells: []string{"Lorne Herald", "Fire closes Lorne harbour for a second week as inspectors search", "612", ""}},
			{Cells: []string{"Coast Courier", "Eight hurt in harbour blaze", "48", "2024-03-03"}},
			{Cells: []string{"Island Post?", "Smoke seen", "1,004", ""}},
			{Cells: []string{"釜山日报", "港口火灾 👩‍🚒 关闭 👨‍👩‍👧‍👦 第二周 ❤️", "77", ""}},
		}, 2, func(i int) Request { *taken = i; return nil })
	c.Fit(Canvas{Canvas: list.Canvas{Width: width, Height: height, Method: 0, Theme: look.New(true, false, colorprofile.TrueColor)}, Keys: keys.New()})
	return c, taken
}

func TestChooserKeys(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want int
		open bool
	}{
		{"enter", 2, false}, // the row it was opened at
		{"down enter", 3, false},
		{"ctrl+n enter", 3, false},
		{"down down down enter", 3, false},
		{"up enter", 1, false},
		{"ctrl+p up up up enter", 0, false},
		{"pgdown enter", 3, false},
		{"pgup enter", 0, false},
		{"h a r b o u r space c o enter", 1, false},
		{"2 0 2 4 enter", 1, false},
		{"d a t e : 2 0 2 4 enter", 1, false},
		{"o u t l e t : 2 0 2 4 enter", -1, true},
		{"! h a r b o u r enter", 2, false},
		{"s m o k e $ enter", -1, true},
		{"' s k s n enter", -1, true},
		{"s k s n enter", 2, false},
		{"w e e k backspace backspace backspace backspace enter", 2, false}, // back at its place
		{"up w backspace enter", 1, false},
		{"x y z enter", -1, true},
		{"esc", -1, false},
		{"q j", -1, true},
	} {
		c, taken := outlets(80, 12)
		var s Screen = c
		for _, k := range strings.Fields(tt.keys) {
			s, _ = s.Update(keys.Press(k))
		}
		if *taken != tt.want || (s != nil) != tt.open {
			t.Errorf("%s takes %d and leaves it open: %v; want %d, %v", tt.keys, *taken, s != nil, tt.want, tt.open)
		}
	}
}

func TestChooserMouse(t *testing.T) {
	c, taken := outlets(80, 12)
	row := func(i int) tea.MouseClickMsg {
		return tea.MouseClickMsg{Button: tea.MouseLeft, X: 4, Y: 3 + i}
	}
	for _, msg := range []tea.Msg{row(-1), row(9), tea.MouseWheelMsg{Button: tea.MouseWheelDown}, row(1)} {
		if s, _ := c.Update(msg); s == nil {
			t.Fatalf("%v closes the list", msg)
		}
	}
	if i, _ := c.Selected(); i != 1 || *taken != -1 {
		t.Errorf("a click selects %d and takes %d", i, *taken)
	}
	if s, _ := c.Update(row(1)); s != nil || *taken != 1 {
		t.Errorf("a click on the selected row takes %d", *taken)
	}
}

// TestChooserFits holds every line to the canvas, at every size, however wide
// the terminal thinks its characters are.
func TestChooserFits(t *testing.T) {
	for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		for width := 1; width < 100; width += corpustest.Step(3) {
			for _, height := range []int{1, 2, 4, 6, 12, 40} {
				c, _ := outlets(width, height)
				for _, typed := range []string{"", "火", "backspace s m o k e space t e s t i n g space a space l o n g space l i n e"} {
					for _, k := range strings.Fields(typed) {
						c.Update(keys.Press(k))
					}
					to := c.Canvas
					to.Method = method
					c.List.Fit(to)
					if len(c.Lines()) != height {
						t.Errorf("%d lines at %d×%d", len(c.Lines()), width, height)
					}
					for _, l := range c.Lines() {
						if w := method.StringWidth(l); w > width {
							t.Fatalf("%d cells at %d×%d: %q", w, width, height, l)
						}
					}
				}
			}
		}
	}
}

// TestChooserScrolls holds that the selected row is on the
func TestChooserScrolls(t *testing.T) {
	c, _ := outlets(40, 4)
	for _, k := range strings.Fields("up up down down down down pgup pgdown up") {
		c.Update(keys.Press(k))
		if !strings.Contains(strings.Join(c.Lines(), "\n"), "▌") {
			t.Fatalf("after %s no row is selected:\n%s", k, strings.Join(c.Lines(), "\n"))
		}
	}
}

// TestPreview holds where a list has a preview, that it is of the selected row,
// made once for it, and not to be clicked.
func TestPreview(t *testing.T) {
	for width, want := range map[int]bool{80: false, 119: false, 120: true, 200: true, 300: true} {
		c, taken := outlets(width, 12)
		made := 0
		c.Preview = func(entry int, on Canvas) []string {
			made++
			return []string{fmt.Sprint("preview of ", entry), strings.Repeat("x", on.Width)}
		}
		c.Fit(Canvas{Canvas: list.Canvas{Width: width, Height: 12, Theme: look.New(true, false, colorprofile.TrueColor)}, Keys: keys.New()})
		c.Update(keys.Press("up"))
		lines := c.Lines()
		for range 5 {
			lines = c.Lines()
		}
		shown := ansi.Strip(strings.Join(lines, "\n"))
		if strings.Contains(shown, "preview of 1") != want || want && made != 1 {
			t.Errorf("at %d columns, made %d times:\n%s", width, made, shown)
		}
		for _, line := range lines {
			if w := ansi.StringWidth(line); w > width {
				t.Errorf("at %d columns a line has %d: %s", width, w, ansi.Strip(line))
			}
		}
		if !want {
			continue
		}
		c.Update(tea.MouseClickMsg{Button: tea.MouseLeft, X: width - 2, Y: 4})
		if got := strings.Contains(ansi.Strip(strings.Join(c.Lines(), "\n")), "preview of 1"); !got || *taken >= 0 {
			t.Errorf("at %d columns a click on the preview takes a row", width)
		}
		c.Update(keys.Press("x"))
		c.Update(keys.Press("y"))
		c.Update(keys.Press("z"))
		if strings.Contains(strings.Join(c.Lines(), "\n"), "preview of") {
			t.Errorf("at %d columns there is a preview of no row", width)
		}
	}
}
