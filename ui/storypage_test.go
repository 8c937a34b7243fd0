package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/ui/screen/screentest"
	"parallax/ui/session"
)

func openPier(t *testing.T, width, height int) *drive {
	articles, stories := screentest.Pier()
	return openStoryOf(t, width, height, articles, stories)
}

func openStoryOf(t *testing.T, width, height int, articles []*corpus.Article, stories []story.Story) *drive {
	t.Helper()
	deck, err := session.New(articles, stories)
	if err != nil {
		t.Fatal(err)
	}
	deck.Compare = screentest.Compare
	d := &drive{t: t, m: newModel(deck, Options{Dir: t.TempDir()})}
	d.do(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

func TestStoryScreens(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}, {40, 12}, {20, 5}} {
		for name, keys := range map[string]string{
			"story": "a", "story-moved": "a down right", "story-only": "a right o", "story-missing": "a right right m", "story-conflicts": "a c",
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				d := openPier(t, size[0], size[1])
				d.press(strings.Fields(keys)...)
				golden(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), d.screen())
			})
		}
	}
}

// The way from a fact to the pair that reports it, and back.
func TestStoryOpensPairs(t *testing.T) {
	for _, tt := range []struct {
		keys  string
		want  session.Pair
		reads string
	}{
		{"enter", session.Pair{0, 1}, "The harbour council"},                 // the first fact is in conflict with the second article
		{"right right enter", session.Pair{1, 2}, "Lorne’s harbour council"}, // as the third is
		{"right right right tab left enter", session.Pair{2, 3}, "The ferry pier in Lorne"},
		{"j enter", session.Pair{0, 1}, "“We cannot send"},
		{"j l l l enter", session.Pair{1, 3}, "“We cannot send"}, // the first is a version of it,
		{"right o enter", session.Pair{0, 1}, "Fishermen fear"},
		{"right right m enter", session.Pair{0, 2}, "“We cannot send"},
	} {
		t.Run(tt.keys, func(t *testing.T) {
			d := openPier(t, 120, 36)
			d.press("a")
			d.press(strings.Fields(tt.keys)...)
			if got := d.m.deck.Wanted(); got != tt.want || d.m.top() != nil {
				t.Fatalf("opens %v, want %v:\n%s", got, tt.want, d.screen())
			}
			if !d.reads(tt.reads) {
				t.Errorf("does not read %q:\n%s", tt.reads, d.screen())
			}
			page := d.screen()
			d.press("esc")
			if d.top() != "story" {
				t.Errorf("esc does not lead back:\n%s", d.screen())
			} else if d.press("enter"); d.screen() != page {
				t.Errorf("the page has changed meanwhile:\n%s", d.screen())
			}
		})
	}
}

// Esc first clears what was searched for, and goes back once.
func TestStoryBack(t *testing.T) {
	d := openPier(t, 120, 36)
	d.press("a", "enter", "/", "p", "i", "e", "r", "enter", "esc")
	if d.m.top() != nil {
		t.Error("esc leads back before it clears what was found")
	}
	if d.press("esc"); d.m.top() == nil {
		t.Error("esc does not lead back")
	}
	d.press("esc", "esc")
	if d.m.top() != nil {
		t.Error("esc leads back to a page that was closed")
	}
}

// The table fills while pairs are compared.
func TestStoryFills(t *testing.T) {
	d := openPier(t, 120, 36)
	d.hold = true
	d.press("a")
	if got := d.screen(); !strings.Contains(got, "pairs compared …") {
		t.Errorf("it does not say that it is comparing:\n%s", got)
	}
	d.release()
	if got := d.screen(); strings.Contains(got, "pairs compared …") || !strings.Contains(got, "ferry pier") {
		t.Errorf("the table is not full:\n%s", got)
	}
}

// c goes on in the next pairs, C comes back, and at the end one is where one was.
func TestConflictsInOtherPairs(t *testing.T) {
	d := openPier(t, 120, 36)
	var pairs []session.Pair // those of the article that says otherwise, as they are read
	for i := range d.m.deck.Count() {
		if p := d.m.deck.Story().Pair(i); slices.Contains(p[:], 1) {
			pairs = append(pairs, p)
		}
	}
	for _, want := range pairs {
		if d.press("c"); d.m.deck.Wanted() != want || !strings.Contains(d.screen(), "conflict 1/1") {
			t.Fatalf("c reads %v, want %v:\n%s", d.m.deck.Wanted(), want, d.screen())
		}
	}
	d.press("c")
	if got := d.m.deck.Wanted(); got != pairs[2] || !strings.HasPrefix(d.status(), "no conflict further on") {
		t.Errorf("after the last conflict it reads %v and says %q", got, d.status())
	}
	for _, want := range []session.Pair{pairs[1], pairs[0]} {
		if d.press("C"); d.m.deck.Wanted() != want {
			t.Fatalf("C reads %v, want %v:\n%s", d.m.deck.Wanted(), want, d.screen())
		}
	}
}

// The list has a dispute once, its sentences below it, and leads there and back.
func TestConflictList(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {40, 12}, {20, 5}} {
		d := openPier(t, size[0], size[1])
		d.press("!")
		golden(t, fmt.Sprintf("conflicts-%dx%d", size[0], size[1]), d.screen())
	}
	d := openPier(t, 120, 36)
	d.press("a", "!", "enter")
	if got := d.m.deck.Wanted(); got != (session.Pair{0, 1}) || !d.reads("The harbour council") {
		t.Errorf("enter reads %v:\n%s", got, d.screen())
	}
	d.press("esc")
	if d.top() != "conflicts" {
		t.Errorf("esc does not lead back to the list:\n%s", d.screen())
	}
	d.press("n", "a", "m", "e")
	if got := d.line(0); !strings.Contains(got, "0 of 1") {
		t.Errorf("a kind that is not there leaves %s", got)
	}
	d.press("esc")
	if d.top() != "story" {
		t.Error("esc does not close the list, over the page of the story")
	}
}

// While pairs are compared the first row stays chosen until the reader chooses
// another.
func TestConflictListFills(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	deck, err := session.New(c.Articles, story.Group(c.Articles))
	if err != nil {
		t.Fatal(err)
	}
	d := &drive{t: t, m: newModel(deck, Options{Dir: t.TempDir()})}
	d.do(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	d.press("!")
	if s := d.screen(); !strings.HasPrefix(d.line(3), "▌") || strings.Contains(s, "pairs compared …") {
		t.Errorf("the first row is not chosen, and nobody chose another:\n%s", s)
	}
}

// A story of copies alone has no facts to list: enter leads to the comparison.
func TestStoryOfCopies(t *testing.T) {
	articles, _ := screentest.Pier()
	copies := []*corpus.Article{articles[0], new(corpus.Article), new(corpus.Article)}
	for i := range copies[1:] {
		*copies[i+1] = *articles[0]
		copies[i+1].Path = fmt.Sprintf("copy%d.txt", i)
	}
	d := openStoryOf(t, 100, 20, copies, []story.Story{{Articles: []int{0, 1, 2}}})
	d.press("a")
	if got := d.screen(); !strings.Contains(got, "copies of one text: enter compares the first two") || strings.Contains(got, "told by one ·") {
		t.Errorf("the page of three copies reads\n%s", got)
	}
	if d.press("enter"); d.m.top() != nil || d.m.deck.Wanted() != (session.Pair{0, 1}) {
		t.Errorf("enter reads %v:\n%s", d.m.deck.Wanted(), d.screen())
	}
}
