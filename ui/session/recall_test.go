package session

import (
	"context"
	"testing"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"

	tea "charm.land/bubbletea/v2"
)

// A keeper has what was found in some pairs.
type keeper map[[2]*corpus.Article]coverage.Pairing

func (k keeper) Get(left, right *corpus.Article) (coverage.Pairing, bool) {
	p, ok := k[[2]*corpus.Article{left, right}]
	return p, ok
}

func (k keeper) Put(left, right *corpus.Article, p coverage.Pairing) {
	k[[2]*corpus.Article{left, right}] = p
}

// surveyedDeck returns the deck of a story of four articles, with what earlier runs
// have found, and which pairs are compared, by their paths.
func surveyedDeck(t *testing.T, kept coverage.Keeper) (d *Deck, compared map[string]bool) {
	t.Helper()
	var articles []*corpus.Article
	for _, path := range []string{"a.txt", "b.txt", "c.txt", "d.txt"} {
		articles = append(articles, corpus.FromText(path, "The ferry was halted on Tuesday. "+path+" has more."))
	}
	d, err := New(articles, []story.Story{{Articles: []int{0, 1, 2, 3}}})
	if err != nil {
		t.Fatal(err)
	}
	d.Kept, compared = kept, make(map[string]bool)
	compare := d.Compare
	d.Compare = func(ctx context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error) {
		compared[left.Article.Path+right.Article.Path] = true
		return compare(ctx, left, right)
	}
	return d, compared
}

// run carries out a command and all that follow from it.
func run(d *Deck, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			run(d, c)
		}
	case ComparedMsg:
		d.Take(msg)
		run(d, d.Fetch())
	case RecalledMsg:
		d.TakeRecalled(msg)
		run(d, d.Fetch())
	}
}

// TestRecall holds that a survey compares what no earlier run has found and nothing
// else, keeps that for the next, and that what is read is compared all the same.
func TestRecall(t *testing.T) {
	kept := make(keeper)
	d, compared := surveyedDeck(t, kept)
	pairs := TablePairs(d.Story().Articles)
	run(d, d.Survey(pairs))
	if !compared["b.txtc.txt"] || !compared["c.txtd.txt"] || len(kept) != 6 || d.SettledOf(pairs) != 6 {
		t.Fatalf("of 6 pairs %v were compared, %d kept, %d are settled", compared, len(kept), d.SettledOf(pairs))
	}
	first := *d.Table(d.Story().Articles)

	again, compared := surveyedDeck(t, nil)
	again.Articles = d.Articles
	again.Kept = kept
	delete(kept, [2]*corpus.Article{d.Articles[1], d.Articles[2]})
	cmd := again.Survey(pairs)
	if again.surveying(); len(again.underWay) > 0 {
		t.Error("pairs are compared that may be known")
	}
	run(again, cmd)
	if !compared["b.txtc.txt"] || compared["c.txtd.txt"] || again.SettledOf(pairs) != 6 {
		t.Errorf("compared were %v and %d are settled", compared, again.SettledOf(pairs))
	}
	if second := again.Table(again.Story().Articles); len(second.Facts) != len(first.Facts) || second.Known != first.Known {
		t.Errorf("found again are %d facts of %d pairs, were %d of %d", len(second.Facts), second.Known, len(first.Facts), first.Known)
	}
	run(again, again.Fetch())
	if _, ok := again.Reading(again.Wanted()); !ok {
		t.Error("the pair that is read was not compared")
	}
}

// TestRecallLate holds that what is looked up for a survey that was given up is not
// waited for, and that what is found in articles that were exchanged since is not
// taken for theirs.
func TestRecallLate(t *testing.T) {
	kept := make(keeper)
	d, _ := surveyedDeck(t, kept)
	pairs := TablePairs(d.Story().Articles)
	run(d, d.Survey(pairs))

	late, _ := surveyedDeck(t, kept)
	articles := late.Articles
	late.Articles = d.Articles
	cmd := late.Survey(pairs)
	late.Survey(nil)
	if late.recalling != nil {
		t.Error("a survey that was given up is waited for")
	}
	late.Articles = articles
	late.TakeRecalled(cmd().(RecalledMsg))
	if n := late.SettledOf(pairs); n != 0 {
		t.Errorf("%d pairs of other articles are settled", n)
	}
}
