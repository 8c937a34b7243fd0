package conflict

import (
	"slices"
	"testing"

	"parallax/corpus/sample"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// leastFound is how many of the sample's conflicts of numbers, dates and
// certainty the finders find on its labelled links.
const leastFound = 8

// Of the sample's labels none that only looks like a conflict may be reported
// as one, in the kind it looks like, however surely the sentences are linked;
// what later reporting explains may be reported as an update.
func TestSampleGuards(t *testing.T) {
	found := 0
	eachSampleLink(t, func(p sample.Pair, link sample.Link, f Finding) {
		var reported []Conflict
		for _, k := range Find(f) {
			reported = append(reported, k.Conflict(f.Pair, 0))
		}
		for _, g := range link.Guards {
			for _, k := range reported {
				if g.Kind == k.Kind.String() && touchesBoth(f.Pair, k, g) && k.Grade == sides.Core {
					t.Errorf("%s %s: %s: but %s", p.Left, p.Right, k.Reason, g.Why)
				}
			}
		}
		for _, want := range link.Conflicts {
			if slices.ContainsFunc(reported, func(k Conflict) bool { return touchesBoth(f.Pair, k, want) }) {
				found++
			} else if want.Kind == "number" || want.Kind == "date" || want.Kind == "certainty" {
				t.Logf("missed: %s %s: %s %q against %q, optional: %v", p.Left, p.Right, want.Kind, want.Left, want.Right, want.Optional)
			}
		}
	})
	if found < leastFound {
		t.Errorf("%d labelled conflicts found, want %d", found, leastFound)
	}
}

func touchesBoth(m *pair.Pair, k Conflict, d sample.Difference) bool {
	return touches(m, k, sides.Left, d.Left) && touches(m, k, sides.Right, d.Right)
}

// touches reports whether a conflict has labelled words of a side.
func touches(m *pair.Pair, k Conflict, side sides.Side, words string) bool {
	return difftest.Touches(k.Spans[side].Of(m.Docs[side].Article.Text), words)
}

// compared returns which of the compared sentences one of the article is, or -1.
func compared(p *doc.Doc, sentence int) int {
	for k, s := range p.Sentences {
		if s.Index == sentence {
			return k
		}
	}
	return -1
}

// eachSampleLink visits the labelled links of the sample corpus, each as a
// finding of sentences that are surely linked.
func eachSampleLink(t *testing.T, visit func(p sample.Pair, link sample.Link, f Finding)) {
	t.Helper()
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := sample.Labels()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pairs {
		l, r := doc.Prepare(sample.Article(c, p.Left)), doc.Prepare(sample.Article(c, p.Right))
		m := difftest.Match(l, r)
		for _, link := range p.Links {
			i, j := compared(l, sample.Find(l.Article, link.Left)), compared(r, sample.Find(r.Article, link.Right))
			if i < 0 || j < 0 {
				t.Fatalf("%s %s: a labelled sentence is not compared: %q, %q", p.Left, p.Right, link.Left, link.Right)
			}
			visit(p, link, linked(t, m, i, j))
		}
	}
}
