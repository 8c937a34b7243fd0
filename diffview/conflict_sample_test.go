package diffview

import (
	"testing"

	"parallax/corpus/sample"
)

// theFinders are the finders of the kinds of conflict that numbers, times and
// hedges give rise to, with the kinds they report.
var theFinders = []func(finding) []clash{numberClashes, certaintyClashes}

// Of the sample's labels none that only looks like a conflict may be reported
// as one, in the kind it looks like, however surely the sentences are linked.
func TestSampleGuards(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := sample.Labels()
	if err != nil {
		t.Fatal(err)
	}
	found, labels := 0, 0
	for _, p := range pairs {
		l, r := Prepare(sample.Article(c, p.Left)), Prepare(sample.Article(c, p.Right))
		m := newMatch(l, r)
		for _, link := range p.Links {
			i, j := l.compared(sample.Find(l.Article, link.Left)), r.compared(sample.Find(r.Article, link.Right))
			if i < 0 || j < 0 {
				t.Fatalf("%s %s: a labelled sentence is not compared: %q, %q", p.Left, p.Right, link.Left, link.Right)
			}
			hit := make([]bool, len(link.Conflicts))
			for _, find := range theFinders {
				for _, k := range find(finding{m, certainly(i, j), align(l, r, i, j)}) {
					got := m.conflict(k, 0)
					known := false
					for n, want := range link.Conflicts {
						if touches(got.words[Left], want.Left) && touches(got.words[Right], want.Right) {
							hit[n], known = true, true
						}
					}
					for _, g := range link.Guards {
						if g.Kind == got.Kind.String() && touches(got.words[Left], g.Left) && touches(got.words[Right], g.Right) {
							known = true
							if !got.Update {
								t.Errorf("%s %s: %s: but %s", p.Left, p.Right, got.Reason, g.Why)
							}
						}
					}
					if !known {
						t.Logf("%s %s (%s): not labelled: %v %s", p.Left, p.Right, link.Grade, got.Kind, got.Reason)
					}
				}
			}
			for n, want := range link.Conflicts {
				switch want.Kind {
				case "number", "date", "certainty":
					labels++
					if hit[n] {
						found++
					} else {
						t.Logf("missed %s %s: %s %q against %q optional %v", p.Left, p.Right, want.Kind, want.Left, want.Right, want.Optional)
					}
				}
			}
		}
	}
	t.Logf("%d of %d labelled found", found, labels)
}

// compared returns which of the compared sentences one of the article is, or -1.
func (p *Prepared) compared(sentence int) int {
	for k, s := range p.sentences {
		if s.index == sentence {
			return k
		}
	}
	return -1
}
