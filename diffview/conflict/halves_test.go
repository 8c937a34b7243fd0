package conflict

import (
	"slices"
	"testing"

	"parallax/corpus/corpustest"
	"parallax/diffview/difftest"
	"parallax/diffview/ledger"
	"parallax/diffview/link"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
)

// mostApart is by how much the share found may differ between the two halves of
// the stories: more tells that what finds them was made for the stories of one.
const mostApart = .15

// TestHalves finds conflicts in the labelled links, as if linking were perfect, and
// holds that in one half of the stories as large a share of those that count is
// found as in the other.
func TestHalves(t *testing.T) {
	corpustest.Measures(t)
	g := difftest.ReadLabels(t)
	var wanted, found [2]int
	for _, p := range g.Pairs {
		if !slices.ContainsFunc(p.Links, func(k difftest.Link) bool { return len(k.Conflicts) > 0 }) {
			continue
		}
		half := difftest.HalfOf(p.Story)
		for _, hit := range foundIfLinked(t, g, p.Left, p.Right, p.Links) {
			wanted[half]++
			if hit {
				found[half]++
			}
		}
	}
	share := [2]float64{float64(found[0]) / float64(max(1, wanted[0])), float64(found[1]) / float64(max(1, wanted[1]))}
	t.Logf("found if linked: %d of %d (%.2f) in one half of the stories, %d of %d (%.2f) in the other", found[0], wanted[0], share[0], found[1], wanted[1], share[1])
	if share[0]-share[1] > mostApart || share[1]-share[0] > mostApart {
		t.Errorf("the shares found in the halves differ by more than %.2f", mostApart)
	}
}

// A label is a labelled conflict, which may be labelled in several links.
type label struct{ kind, left, right string }

// foundIfLinked returns the labelled conflicts of a pair that count, and whether
// each is found.
func foundIfLinked(t *testing.T, g *difftest.Labels, left, right string, links []difftest.Link) map[label]bool {
	l, leftIDs := g.Read(t, left)
	r, rightIDs := g.Read(t, right)
	m := difftest.Match(l, r)
	linked, err := link.Find(difftest.Unlimited(), m)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range links {
		for _, at := range difftest.Places(leftIDs, rightIDs, k) {
			linked.Links = append(linked.Links, certainly(at[sides.Left], at[sides.Right]))
		}
	}
	rivals, err := slot.Find(difftest.Unlimited(), m, [2]*ledger.Ledger{ledger.New(l), ledger.New(r)}, linked)
	if err != nil {
		t.Fatal(err)
	}
	out := map[label]bool{}
	for _, k := range links {
		var reported []Conflict
		for _, at := range difftest.Places(leftIDs, rightIDs, k) {
			i, j := at[sides.Left], at[sides.Right]
			for _, c := range Find(Finding{Pair: m, Link: certainly(i, j), Words: wordsOf(l, r, i, j), Rivals: rivals}) {
				if c.Grade == sides.Core {
					reported = append(reported, c.Conflict(m, 0))
				}
			}
		}
		for _, want := range k.Conflicts {
			if k.Core(want) {
				of := label{want.Kind, want.Left, want.Right}
				out[of] = out[of] || slices.ContainsFunc(reported, func(c Conflict) bool {
					return difftest.Touches(c.Spans[sides.Left].Of(l.Article.Text), want.Left) && difftest.Touches(c.Spans[sides.Right].Of(r.Article.Text), want.Right)
				})
			}
		}
	}
	return out
}
