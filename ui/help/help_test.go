package help

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
)

// sheet returns the help on a screen, with something typed.
func sheet(width, height int, typed string) *Sheet {
	s := New(keys.New(), keys.OnPage)
	s.Fit(list.Canvas{Width: width, Height: height, Theme: look.New(true, false, colorprofile.TrueColor)})
	s.Type(tea.PasteMsg{Content: typed})
	return s
}

// text returns all lines of a sheet without their looks.
func (s *Sheet) text() string { return ansi.Strip(strings.Join(s.made, "\n")) }

// TestWhole holds that all there is to be explained is shown at every width,
// in as many columns as fit, and that no line is wider than the screen.
func TestWhole(t *testing.T) {
	for width, columns := range map[int]int{40: 1, 80: 1, 97: 1, 98: 2, 120: 2, 148: 3, 200: 4, 300: 6} {
		s := sheet(width, 30, "")
		folded := strings.Join(strings.Fields(s.text()), " ")
		headings := 0
		for _, line := range s.made {
			if w := ansi.StringWidth(line); w > width {
				t.Errorf("at %d columns a line is %d wide: %s", width, w, ansi.Strip(line))
			}
			for _, topic := range s.topics {
				if strings.Contains(ansi.Strip(line), topic.name) {
					headings++
				}
			}
		}
		if width >= 60 && headings < len(s.topics) {
			t.Errorf("at %d columns there are %d headings of %d", width, headings, len(s.topics))
		}
		if columns == 1 {
			for _, topic := range s.topics {
				for _, r := range topic.rows {
					if width >= 80 && !strings.Contains(folded, strings.Join(strings.Fields(r.name.Text+" "+r.says), " ")) {
						t.Errorf("at %d columns there is no “%s %s”", width, r.name.Text, r.says)
					}
				}
			}
		}
		// The last column has the last row, and begins where that many do.
		left := (columns - 1) * ((width-gap*(columns-1))/columns + gap)
		last := ansi.Strip(s.made[0])
		if ansi.StringWidth(last) <= left {
			t.Errorf("at %d columns the help has fewer than %d columns:\n%s", width, columns, s.text())
		}
	}
}

// TestLow holds that every size is filled, and no more.
func TestLow(t *testing.T) {
	for height := range 12 {
		for _, width := range []int{1, 5, 20, 57, 120} {
			for _, typed := range []string{"", "ctrl", "xyzzy"} {
				s := sheet(width, height, typed)
				s.ToEnd(true)
				lines := s.Lines()
				for _, line := range lines {
					if ansi.StringWidth(line) > width {
						t.Errorf("%d×%d: %q is too wide", width, height, ansi.Strip(line))
					}
				}
				if len(lines) != height {
					t.Errorf("%d×%d after %q: %d lines", width, height, typed, len(lines))
				}
			}
		}
	}
}

// TestNarrow types into the help as into lists.
func TestNarrow(t *testing.T) {
	for _, tt := range []struct{ typed, has, hasNot string }{
		{"bookmark", "list bookmarks", "next sentence"},
		{"next conflict", "next conflict, in the next pairs too", "next difference"},
		{"keys:^ctrl+f", "find words in all articles", "next"},
		{"overview", "overview: a conflict", "both report it\n"},
		{"topic:moving !page", "next sentence", "half a page"},
		{"≈", "both report it", "next"},
		{"'!", "conflicts in all stories", "next sentence"}, // the sign, which alone would mean “not”
	} {
		s := sheet(120, 36, tt.typed)
		if got := s.text() + "\n"; !strings.Contains(got, tt.has) || strings.Contains(got, tt.hasNot) {
			t.Errorf("after %q:\n%s", tt.typed, got)
		}
	}
	s := sheet(80, 30, "overview")
	if lit := s.Theme.As(look.Match, "overview"); !strings.Contains(strings.Join(s.made, "\n"), lit) {
		t.Errorf("what is typed is not lit:\n%q", s.made)
	}
	if got := strings.Join(sheet(80, 30, "xyzzy").Lines(), "\n"); !strings.Contains(got, "no matches") || !strings.Contains(got, fmt.Sprintf("0 of %d", len(s.texts))) {
		t.Errorf("where nothing matches it says\n%s", got)
	}
}

// TestFlow holds that columns are as even as whole rows allow, or filled page by
// page, and that no heading is parted from its first row.
func TestFlow(t *testing.T) {
	var blocks []block
	for n := range 9 {
		b := block{heading: n%3 == 0}
		if b.heading {
			b.lines = append(b.lines, "HEAD")
		}
		blocks = append(blocks, block{append(b.lines, fmt.Sprint("row", n)), b.heading})
	}
	for _, tt := range []struct {
		columns, page int
		want          string
	}{
		{3, 10, "HEAD|HEAD|HEAD\nrow0|row3|row6\nrow1|row4|row7\nrow2|row5|row8\n"},
		{2, 10, "HEAD|row4\nrow0|row5\nrow1|    \nrow2|HEAD\n    |row6\nHEAD|row7\nrow3|row8\n"},
		{2, 4, "HEAD|HEAD\nrow0|row3\nrow1|row4\nrow2|row5\nHEAD|    \nrow6|    \nrow7|    \nrow8|    \n"}, // two pages
		{1, 4, "HEAD\nrow0\nrow1\nrow2\n    \nHEAD\nrow3\nrow4\nrow5\n    \nHEAD\nrow6\nrow7\nrow8\n"},
	} {
		got := ""
		for _, line := range flow(blocks, tt.columns, tt.page) {
			got += strings.Join(line, "|") + "\n"
		}
		if got != tt.want {
			t.Errorf("%d columns, pages of %d: got\n%s\nwant\n%s", tt.columns, tt.page, got, tt.want)
		}
	}
}

// TestFirstWhereItIsOpened holds that the help begins with what is about the screen
// that it is opened over, and loses nothing by that.
func TestFirstWhereItIsOpened(t *testing.T) {
	whole := len(topics(keys.New(), keys.OnPage))
	for over, want := range map[keys.Mode][]string{
		keys.OnPage:  {"Moving"},
		keys.InStory: {"On the page of a story", "In lists and dialogues", "Signs on the page of a story", "Moving"},
		keys.InList:  {"In lists and dialogues", "What is typed into lists", "Moving"},
	} {
		all := topics(keys.New(), over)
		for i, name := range want {
			if all[i].name != name {
				t.Errorf("topic %d is %q, want %q", i+1, all[i].name, name)
			}
		}
		if len(all) != whole {
			t.Errorf("%d topics, want %d", len(all), whole)
		}
	}
}
