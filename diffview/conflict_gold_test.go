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
		Links             []goldLink
	}
	Articles map[string][]struct {
		ID   int
		Text string
	}
}

// A goldLink is a labelled link with what conflicts in it.
type goldLink struct {
	Left, Right int
	Grade       string
	Conflicts   []struct{ Kind, Left, Right string }
}

// A goldScore counts what a finder reports on labelled links.
type goldScore struct {
	right, wrong  int // of what is reported
	labels, found int // of what is labelled of its kind
}

// TestGoldLinks runs the finders of numbers, dates and certainty over the
// labelled links, as if linking were perfect. What they report must be right
// three times in four, and they must go on finding what they found.
func TestGoldLinks(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(*bench, "gold.json"))
	if err != nil {
		t.Skipf("the labelled pairs are not there: %v", err)
	}
	var g goldConflicts
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	prepared, ids := map[string]*Prepared{}, map[string][][]int{}
	for name, sentences := range g.Articles {
		c, err := corpus.Open([]string{filepath.Join(*bench, "articles", name)}, corpus.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		var numbers []int
		for _, s := range sentences {
			texts, numbers = append(texts, s.Text), append(numbers, s.ID)
		}
		prepared[name] = Prepare(c.Articles[0])
		ids[name] = labelled(prepared[name], texts, numbers)
	}
	for _, kind := range []struct {
		name  string
		find  func(finding) []clash
		least int // of the labelled ones found, here or by another finder
	}{{"number", numberClashes, 9}, {"date", dateClashes, 0}, {"certainty", certaintyClashes, 5}} {
		var s goldScore
		for _, p := range g.Pairs {
			m := newMatch(prepared[p.Left], prepared[p.Right])
			for _, link := range p.Links {
				if link.Grade == "core" {
					s.score(t, kind.name, kind.find, m, link, sentencesOf(ids[p.Left], link.Left), sentencesOf(ids[p.Right], link.Right))
				}
			}
		}
		t.Logf("%s: %d right, %d wrong; %d of %d labelled found", kind.name, s.right, s.wrong, s.found, s.labels)
		if 3*s.wrong > s.right || s.found < kind.least {
			t.Errorf("%s: %d right, %d wrong; %d of %d labelled found, want %d or more and a precision of .75", kind.name, s.right, s.wrong, s.found, s.labels, kind.least)
		}
	}
}

// score adds what a finder reports on one labelled link.
func (s *goldScore) score(t *testing.T, kind string, find func(finding) []clash, m *match, link goldLink, left, right []int) {
	hit := make([]bool, len(link.Conflicts))
	for _, i := range left {
		for _, j := range right {
			for _, c := range find(finding{m, certainly(i, j), align(m.sides[Left], m.sides[Right], i, j)}) {
				k, good := m.conflict(c, 0), false
				for n, want := range link.Conflicts {
					if touches(k.words[Left], want.Left) && touches(k.words[Right], want.Right) {
						good, hit[n] = true, true
					}
				}
				if good {
					s.right++
				} else {
					s.wrong++
					t.Logf("not labelled: %s", k.Reason)
				}
			}
		}
	}
	for n, want := range link.Conflicts {
		if want.Kind != kind {
			continue
		}
		s.labels++
		if hit[n] {
			s.found++
		} else {
			t.Logf("missed: %q against %q", want.Left, want.Right)
		}
	}
}

// certainly is a link of which linking is sure.
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
