package contents

import (
	"testing"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/ui/screen/screentest"
	"parallax/ui/session"
)

// piers returns a deck of so many stories of four articles.
func piers(t *testing.T, n int) *session.Deck {
	t.Helper()
	var articles []*corpus.Article
	var stories []story.Story
	for range n {
		more, _ := screentest.Pier()
		first := len(articles)
		articles = append(articles, more...)
		stories = append(stories, story.Story{Articles: []int{first, first + 1, first + 2, first + 3}})
	}
	deck, err := session.New(articles, stories)
	if err != nil {
		t.Fatal(err)
	}
	deck.Compare = screentest.Compare
	return deck
}

// TestConflictsFill holds that the rows of the conflicts are made anew as often as a
// hundredth more is known, not with each pair, that those made earlier can be opened
// meanwhile, and that all are listed in the end.
func TestConflictsFill(t *testing.T) {
	deck := piers(t, 60)
	l := NewConflicts(deck, "")
	l.Fit(screentest.Canvas(120, 36))
	made, drawn := 0, 0
	for _, p := range l.pairs {
		msg := deck.Work(p)().(session.ComparedMsg)
		deck.Take(msg)
		l.Update(msg)
		if l.drawn != drawn {
			made, drawn = made+1, l.drawn
		}
		if i, ok := l.Selected(); ok {
			l.open(i)
			l.preview()
		}
	}
	if len(l.pairs) < 300 || made > 110 {
		t.Errorf("of %d pairs the rows were made %d times", len(l.pairs), made)
	}
	want := 0
	for _, table := range l.made() {
		want += len(table.Disputes)
	}
	if len(l.found) != want || want < 60 {
		t.Errorf("%d conflicts are listed of %d", len(l.found), want)
	}
}
