package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/prose"
	"parallax/diffview/layout"
	"parallax/ui/find"
	"parallax/ui/keys"
	"parallax/ui/screen"
)

// lit returns the finds of the page, and which is the current one.
func (d *drive) lit() (all []string, at int) {
	hits, at := d.m.find.Hits()
	for _, h := range hits {
		all = append(all, h.Span.Of(d.m.article(int(h.Side)).Text))
	}
	return all, at
}

// TestFind types what is searched for, and goes through the finds.
func TestFind(t *testing.T) {
	d := open(t, 120, 24, Options{})
	d.press("/", "g", "r", "a")
	if all, at := d.lit(); strings.Join(all, " ") != "gra gra gra gra" || at != 0 {
		t.Errorf("“gra” finds %v, and is at %d", all, at)
	}
	if !strings.HasSuffix(d.line(-2), "1 of 4") || !d.reads("Fire closes") {
		t.Errorf("it says %q:\n%s", d.line(-2), d.screen())
	}
	d.press("down")
	if !strings.HasSuffix(d.line(-2), "2 of 4") || !d.reads("Six people") {
		t.Errorf("it says %q:\n%s", d.line(-2), d.screen())
	}
	d.press("enter")
	if d.m.top() != nil || !strings.HasPrefix(d.status(), "“gra”: 2 of 4 ") {
		t.Errorf("after enter it says %q", d.status())
	}
	for _, tt := range []struct{ key, reads, says string }{
		{"n", "Eight people", "“gra”: 3 of 4 "},
		{"n", "The terminal was", "“gra”: 4 of 4 "},
		{"n", "Fire closes", "“gra”: 1 of 4 · wrapped to the top"},
		{"N", "The terminal was", "“gra”: 4 of 4 · wrapped to the end"},
		{"N", "Eight people", "“gra”: 3 of 4 "},
		{"g", "", ""},
		{"n", "", "“gra”: "}, // from where one reads now
	} {
		d.press(tt.key)
		if !d.reads(tt.reads) || !strings.HasPrefix(d.status(), tt.says) {
			t.Errorf("%s says %q, want %q:\n%s", tt.key, d.status(), tt.says, d.screen())
		}
	}
	d.press("]")
	if all, _ := d.lit(); len(all) != 3 {
		t.Errorf("in the next pair it is found as %v", all)
	}
	d.press("esc", "n")
	if all, _ := d.lit(); len(all) != 0 || !strings.HasPrefix(d.status(), "no search yet; press /") {
		t.Errorf("after esc %v is lit, and n says %q", all, d.status())
	}
}

// TestFindComesBack holds that esc, and nothing typed, leave the reader where
// he was.
func TestFindComesBack(t *testing.T) {
	for _, keys := range []string{"/ I s l a n d backspace backspace backspace backspace backspace backspace", "/ f i s h esc", "/ f i s h backspace backspace backspace backspace enter", "/ backspace esc", "/ x y z esc"} {
		d := open(t, 120, 14, Options{})
		d.press("j", "ctrl+e", "j")
		before := d.screen()
		d.press(strings.Fields(keys)...)
		if d.m.top() != nil {
			d.press("esc")
		}
		if after := d.screen(); after != before {
			t.Errorf("%s brings\n%s\nand was\n%s", keys, after, before)
		}
	}
}

// TestFindInFolds holds that what is found in folded lines is told, and found
// when they are shown.
func TestFindInFolds(t *testing.T) {
	d := open(t, 120, 24, Options{})
	d.press(strings.Split("/advert", "")...)
	if !strings.HasSuffix(d.line(-2), "only 1 in folded lines") {
		t.Errorf("it says %q", d.line(-2))
	}
	d.press("enter")
	if want := "“advert”: only 1 in folded lines (f unfolds)"; !strings.HasPrefix(d.status(), want) {
		t.Errorf("it says %q, want %q", d.status(), want)
	}
	d.press("f", "n")
	if !d.reads("Advertisement") {
		t.Errorf("with the lines of the page, n brings:\n%s", d.screen())
	}
}

// TestFindTakesPastes types by pasting, and is narrow, and is closed by the
// help's keys one screen at a time.
func TestFindTakesPastes(t *testing.T) {
	d := open(t, 20, 5, Options{})
	d.press("/")
	d.send(tea.PasteMsg{Content: "no such words at all\n👩‍🚒 火灾"})
	d.press("f1", "esc")
	d.screen()
	if d.m.top() == nil || d.m.top().Name() != "find" {
		t.Fatalf("the line is closed:\n%s", d.screen())
	}
	d.press("enter")
	d.screen()
	if d.m.top() != nil {
		t.Error("enter leaves it open")
	}
}

// TestFindManyOnALongPage holds that one letter in a long text is counted up
// to a bound.
func TestFindManyOnALongPage(t *testing.T) {
	articles, stories := invented(2, 2)
	a := articles[0]
	a.Text = strings.Repeat("Ferries ferry freight from far Fenwick. ", 2000)
	a.Sentences = nil
	for i := range 2000 {
		a.Sentences = append(a.Sentences, prose.Sentence{Span: prose.Span{Start: i * 40, End: i*40 + 39}})
	}
	d := openCorpus(t, 120, 24, articles, stories)
	d.press("/", "f")
	if !strings.HasSuffix(d.line(-2), "1 of more than 999") {
		t.Errorf("it says %q", d.line(-2))
	}
	d.press("down", "enter", "N", "N")
	d.screen()
}

// TestFindInEveryView holds that in each view every find is reached once a
// round, with its sentence the current one and on the screen, and that esc
// brings the screen back.
func TestFindInEveryView(t *testing.T) {
	for _, view := range layout.Views {
		for _, height := range []int{24, 12} {
			d := open(t, 120, height, Options{})
			d.ask(screen.Perform(keys.ViewAction(view)))
			d.press("j", "j")
			before := d.screen()
			d.press("/", "h", "e")
			d.press("esc")
			if after := d.screen(); after != before {
				t.Errorf("%s: esc brings\n%s\nand was\n%s", view, after, before)
			}
			d.press("/", "h", "e", "enter")
			seen := map[find.Hit]bool{}
			for range d.m.finds() {
				hits, n := d.m.find.Hits()
				at := hits[n]
				if c, _ := d.m.cursor(); c != at.Cursor || seen[at] || !strings.Contains(d.screen(), "▌") {
					t.Errorf("%s: at %v the current sentence is %v:\n%s", view, at, c, d.screen())
				}
				seen[at] = true
				d.press("n")
			}
			if len(seen) < 10 {
				t.Errorf("%s: %d finds", view, len(seen))
			}
		}
	}
}

// TestFindInAgreed holds that what is found in rows that are folded is told.
func TestFindInAgreed(t *testing.T) {
	d := open(t, 120, 24, Options{})
	d.press(strings.Split("/authority", "")...)
	d.press("enter")
	all := d.m.finds()
	d.press("z", "n")
	folded := 0
	if _, after, ok := strings.Cut(d.m.find.Count(), ", and "); ok {
		fmt.Sscan(after, &folded)
	}
	if n := d.m.finds() + folded; n != all {
		t.Errorf("with what agrees folded, %d of %d are told:\n%s", n, all, d.screen())
	}
	d.press("z", "n")
	if d.m.finds() != all {
		t.Errorf("%d of %d are found again", d.m.finds(), all)
	}
}
