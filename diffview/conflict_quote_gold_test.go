package diffview

import (
	"testing"
)

// TestGoldQuotes runs the finders of quotations and attributions over the
// labelled links, as if linking were perfect, and holds what they find. The
// one that is wrong is a changed quotation that the labels pass over.
func TestGoldQuotes(t *testing.T) {
	g := readGold(t)
	right, wrong, found, labels := 0, 0, 0, 0
	for _, p := range g.Pairs {
		l, leftIDs := g.read(t, p.Left)
		r, rightIDs := g.read(t, p.Right)
		m := newMatch(l, r)
		for _, link := range p.Links {
			hit := make([]bool, len(link.Conflicts))
			for _, i := range sentencesOf(leftIDs, link.Left) {
				for _, j := range sentencesOf(rightIDs, link.Right) {
					f := finding{m, certainly(i, j), align(l, r, i, j)}
					for _, c := range append(quoteClashes(f), attributionClashes(f)...) {
						k := m.conflict(c, 0)
						good := false
						for n, want := range link.Conflicts {
							if touches(k.words[Left], want.Left) && touches(k.words[Right], want.Right) {
								good, hit[n] = true, true
							}
						}
						if good {
							right++
						} else {
							wrong++
						}
						t.Logf("%v %s %s: %v %s\n\t%s\n\t%s", good, p.Name, link.Grade, k.Kind, k.Reason,
							l.Article.Sentences[l.sentences[i].index].Of(l.Article.Text), r.Article.Sentences[r.sentences[j].index].Of(r.Article.Text))
					}
				}
			}
			for n, want := range link.Conflicts {
				if want.Kind == "quote" {
					labels++
					if hit[n] {
						found++
					} else {
						t.Logf("missed %s: %q against %q", p.Name, want.Left, want.Right)
					}
				}
			}
		}
	}
	if found < 11 || wrong > 2 {
		t.Errorf("%d labelled quotations found and %d reports wrong, want at least 10 and at most 2", found, wrong)
	}
	t.Logf("quotations: %d right, %d wrong; %d of %d labelled found", right, wrong, found, labels)
}
