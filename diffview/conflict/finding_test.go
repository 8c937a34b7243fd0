package conflict

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
	"parallax/diffview/stance"
)

// A clashCase is two articles whose first sentences are linked for sure, with
// what a finder must report: "left|right", "" when nothing.
type clashCase struct {
	name, left, right, want string
}

// clashesIn runs a finder on the first sentences of two texts, in the order of
// the texts and in the other one, and returns what it reports.
func clashesIn(t *testing.T, find func(Finding) []Clash, left, right *corpus.Article) []Conflict {
	t.Helper()
	there, back := clashesAt(t, find, left, right, 0, 0), clashesAt(t, find, right, left, 0, 0)
	if len(there) != len(back) {
		t.Errorf("%d conflicts in one order, %d in the other", len(there), len(back))
	}
	for _, c := range there {
		mirrored := false
		for _, d := range back {
			mirrored = mirrored || c.Turned == d.Reason
		}
		if !mirrored {
			t.Errorf("%s: not reported in the other order", c.Reason)
		}
	}
	return there
}

// clashesAt runs a finder on sentence i of one text and j of another.
func clashesAt(t *testing.T, find func(Finding) []Clash, left, right *corpus.Article, i, j int) (out []Conflict) {
	t.Helper()
	m := difftest.Match(doc.Prepare(left), doc.Prepare(right))
	for _, c := range find(linked(t, m, i, j)) {
		out = append(out, c.Conflict(m, 0))
	}
	return out
}

func checkClashes(t *testing.T, find func(Finding) []Clash, cases []clashCase) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			left, right := corpus.FromText("left.txt", c.left), corpus.FromText("right.txt", c.right)
			for _, k := range clashesIn(t, find, left, right) {
				got = append(got, fold.Letters(k.Spans[sides.Left].Of(left.Text))+"|"+fold.Letters(k.Spans[sides.Right].Of(right.Text)))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got  %s\nwant %s\n\t%s\n\t%s", s, c.want, c.left, c.right)
			}
		})
	}
}

// stancesOf returns the stances of both articles of a pair.
func stancesOf(m *pair.Pair) (out [2][]stance.Stance) {
	for side, q := range m.Quoted {
		out[side] = stance.Find(ledger.New(q.Doc))
	}
	return out
}

// linked returns two sentences that are surely linked, with the rivals of the pair.
func linked(t *testing.T, m *pair.Pair, i, j int) Finding {
	t.Helper()
	found, err := link.Find(difftest.Unlimited(), m)
	if err != nil {
		t.Fatal(err)
	}
	found.Links = append(slices.DeleteFunc(found.Links, func(l link.Link) bool { return l.Left == i && l.Right == j }), certainly(i, j))
	slices.SortFunc(found.Links, func(a, b link.Link) int {
		return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right))
	})
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	rivals, err := slot.Find(difftest.Unlimited(), m, [2]*ledger.Ledger{ledger.New(l), ledger.New(r)}, found)
	if err != nil {
		t.Fatal(err)
	}
	return Finding{Pair: m, Link: certainly(i, j), Words: wordsOf(l, r, i, j), Rivals: rivals, Stances: stancesOf(m)}
}
