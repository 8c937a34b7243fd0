package diffview

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"parallax/corpus"
)

// TestGoldQuotes runs the finders of quotations and attributions over the
// labelled links, as if linking were perfect, and holds what they find. The
// one that is wrong is a changed quotation that the labels pass over.
func TestGoldQuotes(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(*bench, "gold.json"))
	if err != nil {
		t.Skipf("the labelled pairs are not there: %v", err)
	}
	var g goldConflicts
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	prepared, ids := map[string]*Prepared{}, map[string][][]int{}
	read := func(name string) *Prepared {
		if prepared[name] == nil {
			c, err := corpus.Open([]string{filepath.Join(*bench, "articles", name)}, corpus.Options{})
			if err != nil {
				t.Fatal(err)
			}
			prepared[name] = Prepare(c.Articles[0])
			var texts []string
			var numbers []int
			for _, s := range g.Articles[name] {
				texts, numbers = append(texts, s.Text), append(numbers, s.ID)
			}
			ids[name] = labelled(prepared[name], texts, numbers)
		}
		return prepared[name]
	}
	right, wrong, found, labels := 0, 0, 0, 0
	for _, p := range g.Pairs {
		l, r := read(p.Left), read(p.Right)
		m := newMatch(l, r)
		for _, link := range p.Links {
			hit := make([]bool, len(link.Conflicts))
			for _, i := range sentencesOf(ids[p.Left], link.Left) {
				for _, j := range sentencesOf(ids[p.Right], link.Right) {
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
