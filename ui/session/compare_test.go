package session

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
)

// TestLeave steps on from pairs that take for ever: the context of each that is
// left ends at once, and its place goes to the pair that is wanted, though its
// comparison does not return.
func TestLeave(t *testing.T) {
	var articles []*corpus.Article
	for range 5 {
		articles = append(articles, &corpus.Article{})
	}
	d, err := New(articles, []story.Story{{Articles: []int{0, 1, 2, 3, 4}}})
	if err != nil {
		t.Fatal(err)
	}
	stuck := make(chan bool)
	defer close(stuck)
	started := make(chan context.Context, 1)
	d.Compare = func(ctx context.Context, _, _ *diffview.Prepared) (*diffview.Comparison, error) {
		started <- ctx
		<-stuck
		return nil, ctx.Err()
	}
	start := func(cmd tea.Cmd) context.Context {
		if cmd == nil {
			t.Fatalf("pair %v is not begun", d.Wanted())
		}
		go cmd()
		return <-started
	}
	first := start(d.Fetch())
	d.Step(1)
	second := start(d.Fetch())
	if first.Err() != nil {
		t.Error("the pair before is likely to be wanted again, and was left")
	}
	d.Step(1)
	third := start(d.Fetch())
	if first.Err() == nil {
		t.Error("the first pair is two away, and its comparison goes on")
	}
	d.Step(1)
	start(d.Fetch())
	if second.Err() == nil || third.Err() != nil {
		t.Error("of the second and the third pair, only the second is left")
	}
}
