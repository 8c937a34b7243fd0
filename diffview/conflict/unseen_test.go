package conflict

import (
	"testing"

	"parallax/corpus/corpustest"
	"parallax/diffview/align"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/sides"
)

// A finderFloor is what a finder must reach on labelled links of stories that
// it was not written on: a little less than it was measured to reach.
type finderFloor struct {
	name  string
	find  func(Finding) []Clash
	found int     // labelled conflicts found, at the least
	right float64 // share of the reports that are labelled, at the least
}

// TestFindersUnseen runs the finders over the labelled links of unseen
// stories, as if linking were perfect.
func TestFindersUnseen(t *testing.T) {
	corpustest.Measures(t)
	pairs := difftest.Unseen(t)
	for _, kind := range []finderFloor{
		{"name", nameClashes, 7, .85},
		{"quote", quoteClashes, 7, .85},
		{"certainty", certaintyClashes, 0, 0}, // these two report next to nothing on the sample: shown, not held
		{"attribution", attributionClashes, 0, 0},
	} {
		s := goldScore{kind: kind.name}
		for _, p := range pairs {
			s.add(t, p, kind.find)
		}
		precision := float64(s.right) / max(1, float64(s.right+s.wrong))
		t.Logf("%s: %d right, %d wrong (%.2f), in %d stories; %d of %d labelled found", kind.name, s.right, s.wrong, precision, len(s.stories), s.found, s.labels)
		if s.found < kind.found || precision < kind.right {
			t.Errorf("%s: %d labelled conflicts found and %.2f of the reports right, want %d and %.2f at the least", kind.name, s.found, precision, kind.found, kind.right)
		}
	}
}

// A goldScore counts what a finder reports on labelled links.
type goldScore struct {
	kind          string
	right, wrong  int             // of what is reported
	labels, found int             // of what is labelled of its kind
	stories       map[string]bool // in which it is right
}

// add adds what a finder reports on the labelled links of a pair.
func (s *goldScore) add(t *testing.T, p difftest.Pair, find func(Finding) []Clash) {
	for _, link := range p.Links {
		hit := make([]bool, len(link.Conflicts))
		for _, at := range link.Sentences {
			i, j := at[sides.Left], at[sides.Right]
			for _, c := range find(Finding{Pair: p.Match, Link: certainly(i, j), Words: wordsOf(p.Match.Docs[sides.Left], p.Match.Docs[sides.Right], i, j)}) {
				if c.Grade == sides.Core {
					s.report(t, p, c.Conflict(p.Match, 0), link, hit)
				}
			}
		}
		for n, want := range link.Conflicts {
			if want.Kind == s.kind {
				s.labels++
				if hit[n] {
					s.found++
				}
			}
		}
	}
}

// report counts one report, and notes which labels it hits.
func (s *goldScore) report(t *testing.T, p difftest.Pair, k Conflict, link difftest.Link, hit []bool) {
	good := false
	for n, want := range link.Conflicts {
		if touches(p.Match, k, sides.Left, want.Left) && touches(p.Match, k, sides.Right, want.Right) {
			good, hit[n] = true, true
		}
	}
	if !good {
		s.wrong++
		t.Logf("%s: not labelled: %s", p.Story, k.Reason)
		return
	}
	s.right++
	if s.stories == nil {
		s.stories = map[string]bool{}
	}
	s.stories[p.Story] = true
}

// certainly is a link of which linking is sure.
func certainly(i, j int) link.Link { return link.Link{Left: i, Right: j, Score: 1} }

// wordsOf returns the aligned words of two sentences, as the finders get them.
func wordsOf(left, right *doc.Doc, i, j int) []align.Aligned {
	words, _ := align.Words(left, right, i, j)
	return words
}
