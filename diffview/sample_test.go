package diffview_test

import (
	"regexp"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/sample"
	"parallax/diffview"
)

// A tally counts what was found against what is labelled.
type tally struct{ right, wrong, missed float64 }

func (t tally) precision() float64 { return t.right / max(1, t.right+t.wrong) }
func (t tally) recall() float64    { return t.right / max(1, t.right+t.missed) }
func (t tally) f1() float64 {
	return 2 * t.precision() * t.recall() / max(1e-9, t.precision()+t.recall())
}

// TestSample measures the comparison on the labels of the sample corpus. Its
// stories are this project's own and no model was fitted on them.
func TestSample(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	labels, err := sample.Labels()
	if err != nil {
		t.Fatal(err)
	}
	var links, conflicts tally
	for _, p := range labels {
		l, r := sample.Article(c, p.Left), sample.Article(c, p.Right)
		found := compared(diffview.Prepare(l), diffview.Prepare(r))
		scoreLinks(t, p, found, &links)
		scoreConflicts(t, p, found, &conflicts)
	}
	t.Logf("links: precision %.3f recall %.3f F1 %.3f", links.precision(), links.recall(), links.f1())
	t.Logf("conflicts: precision %.3f recall %.3f", conflicts.precision(), conflicts.recall())
	if links.f1() < .70 {
		t.Errorf("links have F1 %.3f, want .70", links.f1())
	}
}

func scoreLinks(t *testing.T, p sample.Pair, c *diffview.Comparison, sum *tally) {
	labelled := map[[2]int]sample.Grade{}
	for _, l := range p.Links {
		i, j := sample.Find(c.Articles[0], l.Left), sample.Find(c.Articles[1], l.Right)
		labelled[[2]int{i, j}] = l.Grade
	}
	for _, l := range c.Links {
		switch labelled[l.Sentences] {
		case sample.Core:
			sum.right++
		case sample.Optional:
		default:
			sum.wrong++
			t.Logf("%s %s: not the same (%.2f):\n\t%s\n\t%s", p.Left, p.Right, l.Score, sentence(c, 0, l), sentence(c, 1, l))
		}
		delete(labelled, l.Sentences)
	}
	for s, grade := range labelled {
		if grade == sample.Core {
			sum.missed++
			t.Logf("%s %s: not linked:\n\t%s\n\t%s", p.Left, p.Right, sentence(c, 0, diffview.Link{Sentences: s}), sentence(c, 1, diffview.Link{Sentences: s}))
		}
	}
}

func sentence(c *diffview.Comparison, side diffview.Side, l diffview.Link) string {
	a := c.Articles[side]
	return prose.Fold(a.Sentences[l.Sentences[side]].Of(a.Text))
}

func scoreConflicts(t *testing.T, p sample.Pair, c *diffview.Comparison, sum *tally) {
	hit := make([]bool, len(c.Conflicts))
	for _, l := range p.Links {
		for _, d := range l.Conflicts {
			left, right := place(c.Articles[0], l.Left, d.Left), place(c.Articles[1], l.Right, d.Right)
			found := false
			for k, conflict := range c.Conflicts {
				if conflict.Spans[0].Overlaps(left) && conflict.Spans[1].Overlaps(right) {
					hit[k], found = true, true
				}
			}
			switch {
			case found && !d.Optional:
				sum.right++
			case !found && !d.Optional:
				sum.missed++
				t.Logf("%s %s: missed the %s conflict ‘%s’ vs ‘%s’", p.Left, p.Right, d.Kind, d.Left, d.Right)
			}
		}
	}
	for k, conflict := range c.Conflicts {
		if !hit[k] && conflict.Grade == diffview.Core {
			sum.wrong++
			t.Logf("%s %s: no conflict: %s", p.Left, p.Right, conflict.Reason)
		}
	}
}

// place returns where in a sentence of an article words stand, whatever white
// space is between them.
func place(a *corpus.Article, beginning, words string) prose.Span {
	s := a.Sentences[sample.Find(a, beginning)]
	pattern := strings.Join(strings.Fields(regexp.QuoteMeta(words)), `\s+`)
	at := regexp.MustCompile(pattern).FindStringIndex(s.Of(a.Text))
	return prose.Span{Start: s.Start + at[0], End: s.Start + at[1]}
}
