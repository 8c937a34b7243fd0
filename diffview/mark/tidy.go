package mark

import (
	"parallax/diffview/align"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Tidying: marks that a reader would take for noise are taken back before the
// spans are made.

const (
	// crumbReach is how many words that carry meaning, before or after, must
	// hold another agreed one for a frequent word to be marked as agreed.
	crumbReach = 4
	// crumbRank is below which a word is frequent: "people", "year", "new".
	crumbRank = 1500
	// crumbSentence is the shortest sentence, in words that carry meaning, in
	// which one agreed word can be a crumb.
	crumbSentence = 7
)

// tidy takes back agreement on single small words, on punctuation, and on
// frequent words that are alone in a long detail.
func (m *Marker) tidy(side sides.Side, s doc.Sentence) {
	if s.Content == 0 {
		return // "It is." agrees with itself
	}
	v, tokens := m.verdicts[side], m.sides[side].Tokens
	agreed := func(k int) bool {
		return k >= s.First && k < s.Last && v[k].mark == sides.Agree && tokens[k].Matters()
	}
	if s.Content >= crumbSentence {
		m.sweep(side, s)
	}
	for k := s.First; k < s.Last; k++ {
		if v[k].mark == sides.Agree && !tokens[k].Matters() && (tokens[k].Class == doc.Punctuation || !agreed(k-1) && !agreed(k+1)) {
			v[k].settled = false
		}
	}
}

// sweep takes back the agreement on frequent words that are alone.
func (m *Marker) sweep(side sides.Side, s doc.Sentence) {
	v, tokens := m.verdicts[side], m.sides[side].Tokens
	last, since := -1, crumbReach // the last agreed word, and how many others before it or after it
	take := func(k int) {
		if t := &tokens[k]; t.Class == doc.Content && !t.Upper && t.Entry.Rank < crumbRank {
			v[k] = verdict{mark: sides.Detail, settled: true}
		}
	}
	lone := false // whether nothing near before the last agreed word is agreed
	for k := s.First; k < s.Last; k++ {
		switch {
		case !tokens[k].Matters():
		case v[k].mark == sides.Agree:
			if last >= 0 && lone && since >= crumbReach {
				take(last)
			}
			last, lone, since = k, since >= crumbReach, 0
		default:
			since++
		}
	}
	if last >= 0 && lone && since >= crumbReach {
		take(last)
	}
}

// solid returns those of a link's aligned words that are together on both
// sides with another that carries meaning. In a link that may be wrong, single
// words prove nothing.
func solid(p *doc.Doc, words []align.Aligned) []align.Aligned {
	var out []align.Aligned
	for from := 0; from < len(words); {
		to, meant := from, 0
		for to == from || to < len(words) && together(words[to-1], words[to]) {
			if p.Tokens[words[to].Tokens[sides.Left]].Matters() {
				meant++
			}
			to++
		}
		if meant >= 2 {
			out = append(out, words[from:to]...)
		}
		from = to
	}
	return out
}

// together reports whether two aligned pairs stand side by side in both
// sentences, or with one token between.
func together(a, b align.Aligned) bool {
	for side := range a.Tokens {
		if d := b.Tokens[side] - a.Tokens[side]; d < -2 || d > 2 {
			return false
		}
	}
	return true
}
