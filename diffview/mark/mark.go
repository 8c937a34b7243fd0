// Package mark decides what each word is, agreed, a detail, worded differently or
// unclear: the links with their aligned words and the conflicts go in, spans that
// tile every compared sentence come out.
//
//	mark, same, elsewhere  the rules: how words are aligned, what is known to be one,
//	                       what is said elsewhere
//	evidence               what bears on whether the other article says a word too
//	judge                  the fitted model that weighs it, and what overrules it
//	veto                   what keeps two words from agreeing
//	lone                   takes back single words with little evidence
//	tidy                   takes back single small words
//
// What was fitted lies beside the code as text (word.forest) and says on what and
// how well.
package mark

import (
	"slices"

	"parallax/corpus/prose"
	"parallax/diffview/align"
	"parallax/diffview/conflict"
	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/sides"
)

// Marking: what each word of a sentence is, and then each byte.
//
// A word is decided by the links its sentence is in: aligned in one of
// them it is agreed; between the same aligned neighbours as other words it is
// worded otherwise; in a conflict it differs; else only this article has it.
// Small words and punctuation have no opinion: they follow their neighbours,
// so that a highlight does not crumble.

// maxGap is the most words on either side that stand in for each other.
// Longer stretches between aligned words are two details, not two wordings.
const maxGap = 6

// placeEnough is the least similarity at which two words that carry meaning and
// stand in each other's place agree; below, they are two wordings. On the
// benchmark's marks any value from .2 to .6 gives agree .704 to .715 and detail
// .726 to .728, none at all .719 and .725; "council" and "club" are .3 apart.
const placeEnough = .35

// A verdict is what was decided of one token.
type verdict struct {
	mark     sides.Mark
	strength sides.Strength
	settled  bool // decided by a link; else by its neighbours
	known    bool // agreed because both are known to say it, whatever the words
}

// A Marker collects the verdicts on the tokens of both articles.
type Marker struct {
	sides    [2]*doc.Doc
	verdicts [2][]verdict
	links    []linked
	meant    []int // scratch of elsewhereIn
}

// A linked is a link with all its pairs of words, the loose ones first.
type linked struct {
	f   conflict.Finding
	all []align.Aligned
}

// New returns a marker of two articles, to which all is detail so far.
func New(left, right *doc.Doc) *Marker {
	m := &Marker{sides: [2]*doc.Doc{left, right}}
	for side, p := range m.sides {
		m.verdicts[side] = make([]verdict, len(p.Tokens))
		for k := range p.Tokens {
			m.verdicts[side][k] = verdict{mark: sides.Detail, settled: p.Tokens[k].Matters()}
		}
	}
	return m
}

// Link marks what the sentences of a link agree on, by their words aligned one to
// one and by the loose ones. In a link that may be wrong only what is beyond
// doubt counts.
func (m *Marker) Link(f conflict.Finding, loose []align.Aligned) {
	m.links = append(m.links, linked{f, slices.Concat(loose, f.Words)})
	if f.Link.Score < link.FirmFloor {
		m.agree(solid(m.sides[sides.Left], f.Words))
		m.sameNames(f)
		return
	}
	m.agree(f.Words)
	m.agree(loose)
	m.same(f)
}

// agree marks the aligned words of a link. Words aligned by their place alone
// agree when they are small; others of them are left to wording.
func (m *Marker) agree(words []align.Aligned) {
	for _, w := range words {
		if w.Loose && w.Score < placeEnough && m.sides[sides.Left].Tokens[w.Tokens[sides.Left]].Class == doc.Content && m.sides[sides.Right].Tokens[w.Tokens[sides.Right]].Class == doc.Content {
			continue
		}
		for side, k := range w.Tokens {
			m.verdicts[side][k] = verdict{mark: sides.Agree, settled: true}
		}
	}
}

// Wording marks the words of a link that stand in each other's place.
func (m *Marker) Wording(words []align.Aligned) {
	for n := 1; n < len(words); n++ {
		a, b := words[n-1], words[n]
		gaps := [2][2]int{}
		both := true
		for side := range m.sides {
			lo, hi := a.Tokens[side]+1, b.Tokens[side]
			both = both && lo < hi && m.open(sides.Side(side), lo, hi)
			gaps[side] = [2]int{lo, hi}
		}
		if !both || !m.anchored(words, n) {
			continue
		}
		for side, g := range gaps {
			for k := g[0]; k < g[1]; k++ {
				m.verdicts[side][k] = verdict{mark: sides.Differ, strength: sides.Wording, settled: m.sides[side].Tokens[k].Matters()}
			}
		}
	}
}

// anchored reports whether a word that carries meaning is aligned at the gap
// before words[n], or beside the small words around it: "with" and "’s" stand
// around everything.
func (m *Marker) anchored(words []align.Aligned, n int) bool {
	means := func(k int) bool { return m.sides[sides.Left].Tokens[words[k].Tokens[sides.Left]].Matters() }
	for k := n - 1; k >= 0 && (k == n-1 || together(words[k], words[k+1])); k-- {
		if means(k) {
			return true
		}
	}
	for k := n; k < len(words) && (k == n || together(words[k-1], words[k])); k++ {
		if means(k) {
			return true
		}
	}
	return false
}

// open reports whether the tokens [lo, hi) are few, carry meaning, and none of
// them is agreed by another link.
func (m *Marker) open(side sides.Side, lo, hi int) bool {
	words, meaning := 0, false
	for k := lo; k < hi; k++ {
		t := &m.sides[side].Tokens[k]
		if m.verdicts[side][k].mark == sides.Agree {
			return false
		}
		if t.Class != doc.Punctuation {
			words++
		}
		meaning = meaning || t.Matters()
	}
	return meaning && words <= maxGap
}

// Differ marks the tokens of a conflict. One that is not core is only said
// otherwise.
func (m *Marker) Differ(tokens [2][2]int, grade sides.Grade) {
	strength := sides.Conflicting
	if grade != sides.Core {
		strength = sides.Wording
	}
	for side, t := range tokens {
		for k := t[0]; k < t[1]; k++ {
			m.verdicts[side][k] = verdict{mark: sides.Differ, strength: strength, settled: true}
		}
	}
}

// Spans returns the spans that tile every compared sentence of a side.
func (m *Marker) Spans(side sides.Side) []Span {
	p := m.sides[side]
	var out []Span
	for _, s := range p.Sentences {
		m.tidy(side, s)
		m.follow(side, s)
		whole := p.Article.Sentences[s.Index].Span
		from := len(out)
		for k := s.First; k < s.Last; k++ {
			v := m.verdicts[side][k]
			if n := len(out); n > from && out[n-1].Mark == v.mark && out[n-1].Strength == v.strength {
				out[n-1].End = p.Tokens[k].End
				continue
			}
			if n := len(out); n > from {
				out[n-1].End = p.Tokens[k].Start // the space goes with the word before it
			}
			out = append(out, Span{prose.Span{Start: p.Tokens[k].Start, End: p.Tokens[k].End}, v.mark, v.strength})
		}
		if len(out) == from {
			out = append(out, Span{whole, sides.Detail, sides.None})
		}
		out[from].Start, out[len(out)-1].End = whole.Start, whole.End
	}
	return out
}

// follow decides the tokens of a sentence that no link decided: between two
// settled words of one mark they have it too; else a small word goes with the
// word after it and punctuation with the word before. What differs keeps to
// its own words: a conflict is "Monday evening", not "on Monday evening.".
func (m *Marker) follow(side sides.Side, s doc.Sentence) {
	v, tokens := m.verdicts[side], m.sides[side].Tokens
	for k := s.First; k < s.Last; {
		if v[k].settled {
			k++
			continue
		}
		end := k
		for end < s.Last && !v[end].settled {
			end++
		}
		neighbours := [2]verdict{{mark: sides.Detail}, {mark: sides.Detail}} // before, after
		if k > s.First {
			neighbours[0] = v[k-1]
		}
		if end < s.Last {
			neighbours[1] = v[end]
		}
		for n := k; n < end; n++ {
			before := tokens[n].Class == doc.Punctuation || punctBetween(tokens, n, end)
			if k == s.First {
				before = false
			} else if end == s.Last {
				before = true
			}
			apart := punctBetween(tokens, k, n) || tokens[n].Class != doc.Punctuation && punctBetween(tokens, n, end)
			v[n] = lend(neighbours, before, apart, tokens[n].Class == doc.Punctuation)
		}
		k = end
	}
}

// lend returns the verdict that a token takes from its settled neighbours: the
// nearer one's, or the other's where the nearer one differs and no punctuation
// keeps the token apart from the other. Punctuation (sign) between two
// that differ belongs to neither.
func lend(neighbours [2]verdict, before, apart, sign bool) verdict {
	own, other := neighbours[1], neighbours[0]
	if before {
		own, other = other, own
	}
	switch {
	case own.mark != sides.Differ || own == other:
	case other.mark != sides.Differ && !apart:
		own = other
	case sign:
		own = verdict{mark: sides.Agree} // what is on both sides of it belongs to both
	default:
		own = verdict{mark: sides.Detail}
	}
	own.settled = true
	return own
}

// punctBetween reports whether punctuation is in [n, end).
func punctBetween(tokens []doc.Token, n, end int) bool {
	for ; n < end; n++ {
		if tokens[n].Class == doc.Punctuation {
			return true
		}
	}
	return false
}

// A Span is a stretch of a sentence with its mark.
type Span struct {
	prose.Span
	Mark     sides.Mark
	Strength sides.Strength
}
