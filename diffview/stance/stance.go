// Package stance finds what an article presents as less than certain: an article
// with its clauses goes in, stances come out, each with the words that say so ("has not
// confirmed", "allegedly") and what they speak of.
//
//	cues   the words, by class, and what part of a sentence they speak of
//	scope  where that part begins and ends, and which is its main word
//
// Attribution alone ("police said") is not a stance.
package stance

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/ledger"
)

// A Stance is what a sentence presents as denied, unconfirmed, alleged, supposed,
// planned or hypothetical.
type Stance struct {
	Class
	Reach
	Sentence int
	Cue      doc.Stretch // the words that say so
	Scope    doc.Stretch // what they speak of
	Head     int         // the token of the scope that says what happens, or what is there
}

// A finder looks for the stances of an article.
type finder struct {
	*ledger.Ledger
}

// mostStances is how many stances of an article are found at most: both articles are
// searched for each of them, and only a book has as many.
const mostStances = 2000

// Find returns the stances of an article, in order.
func Find(l *ledger.Ledger) (out []Stance) {
	f := finder{l}
	for i, s := range l.Sentences {
		if len(out) >= mostStances {
			break
		}
		for k := s.First; k < s.Last; k++ {
			for _, c := range cues()[l.Tokens[k].Text] {
				if at, ok := f.stance(i, k, c); ok {
					out = append(out, at)
					break
				}
			}
		}
	}
	return out
}

// stance reads a cue at token k of a sentence.
func (f finder) stance(i, k int, c cue) (Stance, bool) {
	s := f.Sentences[i]
	out := Stance{Class: c.Class, Reach: c.Reach, Sentence: i, Cue: doc.Stretch{First: k, Last: k + 1}}
	denier := f.denier(s, k)
	if c.negated != (denier >= 0) && (c.negated || c.Reach != Phrase) { // "did not deny" is no denial
		return out, false
	}
	if c.negated {
		out.Cue.First = denier
	}
	for out.Cue.First > s.First && f.Tokens[out.Cue.First-1].Part() == doc.Auxiliary {
		out.Cue.First--
	}
	if !f.scope(s, k, c, &out) || out.Scope.First >= out.Scope.Last {
		return out, false
	}
	out.Head = f.head(out)
	return out, out.Head >= 0
}

// deniedReach is how many words lie between a cue and the word that denies it.
const deniedReach = 6

// denier returns the word that denies a cue, or -1.
func (f finder) denier(s doc.Sentence, k int) int {
	for n := k - 1; n >= max(s.First, k-deniedReach); n-- {
		w := f.Tokens[n].Text
		if deniers.Has(w) {
			return n
		}
		if !passing.Has(w) {
			break
		}
	}
	return -1
}

// passive reports whether a cue is a participle in the passive: "has not been
// confirmed", "was denied".
func (f finder) passive(s doc.Sentence, k int) bool {
	if !strings.HasSuffix(f.Tokens[k].Text, "ed") {
		return false
	}
	for n := k - 1; n >= max(s.First, k-3); n-- {
		w := f.Tokens[n].Text
		if doc.Beings.Has(w) {
			return true
		}
		if !passing.Has(w) && !deniers.Has(w) && !strings.HasSuffix(w, "ly") {
			break
		}
	}
	return false
}
