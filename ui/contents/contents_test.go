package contents

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/screen"
	"parallax/ui/screen/screentest"
	"parallax/ui/session"
)

// pier returns a deck of a story with a conflict, all of it compared.
func pier(t *testing.T, stories ...story.Story) *session.Deck {
	articles, all := screentest.Pier()
	if len(stories) > 0 {
		all = stories
	}
	deck, err := session.New(articles, all)
	if err != nil {
		t.Fatal(err)
	}
	deck.Compare = screentest.Compare
	for _, s := range deck.Stories {
		for _, p := range session.TablePairs(s.Articles) {
			deck.Take(deck.Work(p)().(session.ComparedMsg))
		}
	}
	return deck
}

func shown(s screen.Screen) string { return ansi.Strip(strings.Join(s.Lines(), "\n")) }

// The list of conflicts has each once, and leads to the pair that shows it.
func TestConflicts(t *testing.T) {
	l := NewConflicts(pier(t), t.TempDir())
	l.Fit(screentest.Canvas(100, 30))
	if s := shown(l); !strings.Contains(s, "1 of 1 · all 6 pairs compared") || !strings.Contains(s, "‘four’ vs ‘eight’") {
		t.Errorf("the list is\n%s", s)
	}
	var reader screentest.Reader
	if now, asked := l.Update(keys.Press("enter")); now != nil || asked == nil {
		t.Error("enter opens nothing")
	} else if asked(&reader); reader.Pair != (session.Pair{0, 1}) {
		t.Errorf("enter opens %v", reader.Pair)
	}
}

// The list of stories is put in another order by a key, and leads to a story.
func TestStories(t *testing.T) {
	opened := -1
	l := NewStories(pier(t, story.Story{Articles: []int{2, 3}}, story.Story{Articles: []int{0, 1}}), func(n int) screen.Request {
		opened = n
		return nil
	})
	l.Fit(screentest.Canvas(120, 24))
	l.Update(keys.Press("ctrl+o"))
	if s := shown(l); !strings.Contains(s, "most conflicts first") {
		t.Errorf("the list is\n%s", s)
	}
	if l.Update(keys.Press("enter")); opened != 1 {
		t.Errorf("of the story with most conflicts, enter opens %d", opened)
	}
}

// The list of articles puts one into the pane, or into the other.
func TestArticles(t *testing.T) {
	for key, want := range map[string]diffview.Side{"enter": diffview.Left, "tab": diffview.Right} {
		put, on := -1, diffview.Side(0)
		l := NewArticles(pier(t), diffview.Left, func(side diffview.Side, article int) screen.Request {
			put, on = article, side
			return nil
		})
		l.Fit(screentest.Canvas(120, 24))
		l.Update(keys.Press("down"))
		l.Update(keys.Press("down"))
		if l.Update(keys.Press(key)); put != 2 || on != want {
			t.Errorf("%s puts article %d on side %d", key, put, on)
		}
	}
}
