package diffview

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus"
)

// goldConflicts is what this test reads of the benchmark's gold.json.
type goldConflicts struct {
	Pairs []struct {
		Name, Left, Right string
		Links             []struct {
			Left, Right int
			Grade       string
			Conflicts   []struct{ Kind, Left, Right string }
		}
	}
	Articles map[string][]struct {
		ID   int
		Text string
	}
}

// TestGoldLinks runs the finders of numbers, dates and certainty over the
// labelled links, as if linking were perfect, and holds their precision.
func TestGoldLinks(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(*bench, "gold.json"))
	if err != nil {
		t.Skipf("the labelled pairs are not there: %v", err)
	}
	var g goldConflicts
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	prepared := map[string]*Prepared{}
	ids := map[string][][]int{}
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
	for _, find := range []struct {
		name string
		find func(finding) []clash
		kind string
	}{{"numbers", numberClashes, "number"}, {"certainty", certaintyClashes, "certainty"}} {
		right, wrong, labels, found := 0, 0, 0, 0
		for _, p := range g.Pairs {
			l, r := read(p.Left), read(p.Right)
			m := newMatch(l, r)
			for _, link := range p.Links {
				if link.Grade != "core" {
					continue
				}
				hit := make([]bool, len(link.Conflicts))
				for _, i := range sentencesOf(ids[p.Left], link.Left) {
					for _, j := range sentencesOf(ids[p.Right], link.Right) {
						for _, c := range find.find(finding{m, certainly(i, j), align(l, r, i, j)}) {
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
							t.Logf("%v %s: %s\n\t%s\n\t%s", good, p.Name, k.Reason, l.sentences[i].text, r.sentences[j].text)
						}
					}
				}
				for n, want := range link.Conflicts {
					if want.Kind == find.kind {
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
		t.Logf("%s: %d right, %d wrong; %d of %d labelled found", find.name, right, wrong, found, labels)
	}
}

func certainly(i, j int) found { return found{i: i, j: j, score: 1} }

// sentencesOf returns the compared sentences that are labelled by a number.
func sentencesOf(ids [][]int, number int) (out []int) {
	for k, ns := range ids {
		for _, n := range ns {
			if n == number {
				out = append(out, k)
			}
		}
	}
	return out
}

// touches reports whether two quoted stretches of words have a word in common.
func touches(got, want string) bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(want)) {
		words[w] = true
	}
	for _, w := range strings.Fields(strings.ToLower(got)) {
		if words[w] {
			return true
		}
	}
	return false
}
