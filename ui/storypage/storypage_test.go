package storypage

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/ui/keys"
	"parallax/ui/screen"
	"parallax/ui/screen/screentest"
	"parallax/ui/session"
)

// pier returns the page of a story whose pairs are compared.
func pier(t *testing.T, width, height int) *Page {
	deck, err := session.New(screentest.Pier())
	if err != nil {
		t.Fatal(err)
	}
	deck.Compare = screentest.Compare
	for _, p := range session.TablePairs(deck.Story().Articles) {
		deck.Take(deck.Work(p)().(session.ComparedMsg))
	}
	s := New(deck, Ways{})
	s.Fit(screentest.Canvas(width, height))
	return s
}

// Only where there are versions of one text is their log named: copies have none.
// Neither has facts to count.
func TestOneTextNamesVersions(t *testing.T) {
	articles, _ := screentest.Pier()
	again := *articles[0]
	both := []*corpus.Article{articles[0], &again}
	for _, of := range []story.Story{{Articles: []int{0, 1}, Copies: [][]int{{0, 1}}}, {Articles: []int{0, 1}, Versions: [][]int{{0, 1}}}} {
		deck, err := session.New(both, []story.Story{of})
		if err != nil {
			t.Fatal(err)
		}
		deck.Compare = screentest.Compare
		deck.Take(deck.Work(session.Pair{0, 1})().(session.ComparedMsg))
		s := New(deck, Ways{})
		s.Fit(screentest.Canvas(120, 36))
		said := strings.Join(s.Lines(), "\n")
		if !strings.Contains(said, "compares the first two") || strings.Contains(said, "lists what changed") != (of.Versions != nil) || strings.Contains(said, "told by one") {
			t.Errorf("versions %v, copies %v: the page says\n%s", of.Versions, of.Copies, said)
		}
	}
}

// The chosen fact stays chosen when the table is made anew, in every order.
func TestFactStaysChosen(t *testing.T) {
	s := pier(t, 120, 36)
	for range 3 {
		s.Update(tea.KeyPressMsg{Code: tea.KeyDown})
		s.Update(tea.KeyPressMsg{Code: 's', Text: "s"})
		was, ok := s.place()
		s.gathered = -1
		s.gather()
		if now, _ := s.place(); !ok || now != was {
			t.Errorf("order %q: another fact is chosen when the table is made anew", orders[s.order].words)
		}
	}
}

// A click chooses a cell, and another opens it; one on the head of a column
// chooses that, and one on the title lists the stories.
func TestStoryClicks(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		s := pier(t, size[0], size[1])
		var asked screentest.Reader
		click := func(x, y int) screen.Screen {
			now, request := s.Update(tea.MouseClickMsg{Button: tea.MouseLeft, X: x, Y: y})
			if request != nil {
				request(&asked)
			}
			return now
		}
		cell := func(row, col int) (x, y int) {
			return s.lead() + s.labelWidth() + col*s.column + 2, s.above() + row
		}
		for col := range s.articles {
			if click(cell(-1, col)); s.col != col {
				t.Errorf("at %v a click on the head of column %d chooses %d", size, col, s.col)
			}
		}
		if click(cell(1, 2)); s.row != 1 || s.col != 2 {
			t.Errorf("at %v a click chooses row %d, column %d", size, s.row, s.col)
		}
		if click(3, 0); asked.Did != keys.OpenStories {
			t.Errorf("at %v a click on the title asks for %q", size, asked.Did)
		}
		if click(cell(1, 2)); asked.Pair == (session.Pair{}) {
			t.Errorf("at %v a click on the chosen cell opens nothing", size)
		}
	}
}

// A fact is one with a number whichever way the number is written.
func TestFactsWithNumbers(t *testing.T) {
	s := pier(t, 80, 24)
	s.Update(tea.KeyPressMsg{Code: 'n', Text: "n"})
	var listed []string
	for _, r := range s.rows {
		p := s.placeOf(r)
		listed = append(listed, s.table.Articles[p.Article].Sentences[p.Sentence].Of(s.table.Articles[p.Article].Text))
	}
	if got := strings.Join(listed, "\n"); !strings.Contains(got, "nine pillars") {
		t.Errorf("with numbers are listed:\n%s", got)
	}
}
