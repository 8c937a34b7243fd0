package diffview

import (
	"strings"
	"testing"
)

// A goldScore counts what a finder reports on labelled links.
type goldScore struct {
	right, wrong  int // of what is reported
	labels, found int // of what is labelled of its kind
}

// TestGoldLinks runs the finders of numbers, dates and certainty over the
// labelled links, as if linking were perfect. What they report must be right
// three times in four, and they must go on finding what they found.
func TestGoldLinks(t *testing.T) {
	g := readGold(t)
	for _, kind := range []struct {
		name  string
		find  func(finding) []clash
		least int // of the labelled ones found, here or by another finder
	}{{"number", numberClashes, 9}, {"date", dateClashes, 0}, {"certainty", certaintyClashes, 5}} {
		var s goldScore
		for _, p := range g.Pairs {
			l, leftIDs := g.read(t, p.Left)
			r, rightIDs := g.read(t, p.Right)
			m := newMatch(l, r)
			for _, link := range p.Links {
				if link.Grade == "core" {
					s.score(t, kind.name, kind.find, m, link, sentencesOf(leftIDs, link.Left), sentencesOf(rightIDs, link.Right))
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
