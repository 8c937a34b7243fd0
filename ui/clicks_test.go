package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/zone"
)

// clicks clicks on the first place that has a text, or the last in a screen.
func (d *drive) clicks(text string) {
	d.t.Helper()
	lines := strings.Split(d.screen(), "\n")
	for y, line := range lines {
		if d.m.top() != nil { // from below
			y = len(lines) - 1 - y
			line = lines[y]
		}
		if before, _, ok := strings.Cut(line, text); ok {
			d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: d.m.Method.StringWidth(before), Y: y})
			return
		}
	}
	d.t.Errorf("there is no %q to be clicked:\n%s", text, d.screen())
}

// TestClicks clicks on what is around the text, at sizes with one column and two.
func TestClicks(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {120, 24}, {80, 24}, {80, 40}} {
		for _, tt := range []struct {
			keys   []string // before
			text   string   // that is clicked
			wanted func(*drive) bool
			want   string
		}{
			{nil, "Lorne Herald", func(d *drive) bool { return d.top() == "articles" && d.m.viewport.Focus == diffview.Left }, "the list of articles for the left pane"},
			{nil, "Coast Courier", func(d *drive) bool { return d.top() == "articles" && d.m.viewport.Focus == diffview.Right }, "the list of articles for the right pane"},
			{nil, "3 Mar 2024", func(d *drive) bool { return d.top() == "articles" && d.m.viewport.Focus == diffview.Right }, "the list of articles for the right pane"},
			{nil, "pair 1 of", func(d *drive) bool { return d.top() == "matrix" }, "the table of pairs"},
			{nil, "1 conflict", func(d *drive) bool { return d.reads("Six people were hurt") }, "the conflict"},
			{nil, "next pair", func(d *drive) bool { return d.m.deck.Wanted()[1] == 2 }, "the next pair"}, // of the first hints
			{[]string{"j"}, "partner", func(d *drive) bool { return d.m.viewport.Focus == diffview.Right }, "its partner"},
			{[]string{"j"}, "? help", func(d *drive) bool { return d.top() == "help" }, "the help"},
			{[]string{"p"}, "close", func(d *drive) bool { return d.m.top() == nil }, "the page"},
			{[]string{"p"}, "down", func(d *drive) bool { return d.top() == "articles" && strings.Contains(d.screen(), "▌2") }, "the second row"},
			{[]string{"p", "down", "down"}, "on the left", func(d *drive) bool { return d.m.deck.Wanted()[0] == 2 }, "the third article on the left"},
			{[]string{"?"}, "close", func(d *drive) bool { return d.m.top() == nil }, "the page"},
		} {
			d := open(t, size[0], size[1], Options{})
			d.press(tt.keys...)
			if size[0] < 120 && !strings.Contains(d.screen(), tt.text) {
				continue // it has no room
			}
			d.clicks(tt.text)
			if !tt.wanted(d) {
				t.Errorf("at %v after %v a click on %q is not followed by %s:\n%s", size, tt.keys, tt.text, tt.want, d.screen())
			}
		}
	}
}

// top returns the name of the uppermost screen, "" for none.
func (d *drive) top() string {
	if d.m.top() == nil {
		return ""
	}
	return d.m.top().Name()
}

// TestZones holds at every size that what can be clicked is where it is drawn:
// each zone has the key or the words that it is for, and no mark is left in a
// line.
func TestZones(t *testing.T) {
	d := open(t, 120, 36, Options{})
	for _, key := range []string{"", "j", "c", "p", "esc", "?", "esc", "!", "esc", "a"} {
		if key != "" {
			d.press(key)
		}
		for width := 1; width < 140; width += 7 {
			for _, height := range []int{1, 2, 4, 7, 8, 24, 30, 36} {
				d.send(tea.WindowSizeMsg{Width: width, Height: height})
				lines := strings.Split(d.screen(), "\n")
				if content := d.m.View().Content; strings.Contains(content, "\x1b_") {
					t.Fatalf("after %q at %d×%d a mark is left: %q", key, width, height, content)
				}
				for y, line := range lines {
					for x := range width {
						do := keys.Action(d.m.zoneAt(x, y))
						if do != "" && (y >= len(lines) || x >= d.m.Method.StringWidth(line)+1) {
							t.Errorf("after %q at %d×%d there is nothing to click at %d, %d: %s", key, width, height, x, y, do)
						}
					}
				}
				for _, zones := range [][][]zone.Zone{d.m.footZones, d.m.hintZones} {
					for _, line := range zones {
						for _, z := range line {
							if _, ok := d.m.Keys.Pressed(keys.Action(z.Do)); !ok {
								t.Errorf("after %q at %d×%d a zone is for %q, which has no key", key, width, height, z.Do)
							}
						}
					}
				}
			}
		}
		d.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	}
}
