package diffview

import "parallax/corpus/prose"

// Marking: what each word of a sentence is, and then each byte.
//
// A word is decided by the links its sentence stands in: aligned in one of
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
	mark     Mark
	strength Strength
	settled  bool // decided by a link; else by its neighbours
}

// A marker collects the verdicts on the tokens of both articles.
type marker struct {
	sides    [2]*Prepared
	verdicts [2][]verdict
}

func newMarker(left, right *Prepared) *marker {
	m := &marker{sides: [2]*Prepared{left, right}}
	for side, p := range m.sides {
		m.verdicts[side] = make([]verdict, len(p.tokens))
		for k := range p.tokens {
			m.verdicts[side][k] = verdict{mark: Detail, settled: p.tokens[k].matters()}
		}
	}
	return m
}

// link marks what the sentences of a link agree on, by their words aligned one to
// one and by the loose ones. In a link that may be wrong only what is beyond
// doubt counts.
func (m *marker) link(f finding, loose []aligned) {
	if f.link.score < sureFloor {
		m.agree(m.sides[Left].solid(f.words))
		m.sameNames(f)
		return
	}
	m.agree(f.words)
	m.agree(loose)
	m.same(f)
}

// agree marks the aligned words of a link. Words aligned by their place alone
// agree when they are small; others of them are left to wording.
func (m *marker) agree(words []aligned) {
	for _, w := range words {
		if w.loose && w.score < placeEnough && m.sides[Left].tokens[w.tokens[Left]].class == content && m.sides[Right].tokens[w.tokens[Right]].class == content {
			continue
		}
		for side, k := range w.tokens {
			m.verdicts[side][k] = verdict{mark: Agree, settled: true}
		}
	}
}

// wording marks the words of a link that stand in each other's place.
func (m *marker) wording(words []aligned) {
	for n := 1; n < len(words); n++ {
		a, b := words[n-1], words[n]
		gaps := [2][2]int{}
		both := true
		for side := range m.sides {
			lo, hi := a.tokens[side]+1, b.tokens[side]
			both = both && lo < hi && m.open(Side(side), lo, hi)
			gaps[side] = [2]int{lo, hi}
		}
		if !both || !m.anchored(words, n) {
			continue
		}
		for side, g := range gaps {
			for k := g[0]; k < g[1]; k++ {
				m.verdicts[side][k] = verdict{mark: Differ, strength: Wording, settled: m.sides[side].tokens[k].matters()}
			}
		}
	}
}

// anchored reports whether a word that carries meaning is aligned at the gap
// before words[n], or beside the small words around it: "with" and "’s" stand
// around everything.
func (m *marker) anchored(words []aligned, n int) bool {
	means := func(k int) bool { return m.sides[Left].tokens[words[k].tokens[Left]].matters() }
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
func (m *marker) open(side Side, lo, hi int) bool {
	words, meaning := 0, false
	for k := lo; k < hi; k++ {
		t := &m.sides[side].tokens[k]
		if m.verdicts[side][k].mark == Agree {
			return false
		}
		if t.class != punct {
			words++
		}
		meaning = meaning || t.matters()
	}
	return meaning && words <= maxGap
}

// differ marks the tokens of a conflict. What a later article knows better is no
// conflict; it is only said otherwise.
func (m *marker) differ(tokens [2][2]int, update bool) {
	strength := Conflicting
	if update {
		strength = Wording
	}
	for side, t := range tokens {
		for k := t[0]; k < t[1]; k++ {
			m.verdicts[side][k] = verdict{mark: Differ, strength: strength, settled: true}
		}
	}
}

// spans returns the spans that tile every compared sentence of a side.
func (m *marker) spans(side Side) []Span {
	p := m.sides[side]
	var out []Span
	for _, s := range p.sentences {
		m.tidy(side, s)
		m.follow(side, s)
		whole := p.Article.Sentences[s.index].Span
		from := len(out)
		for k := s.first; k < s.last; k++ {
			v := m.verdicts[side][k]
			if n := len(out); n > from && out[n-1].Mark == v.mark && out[n-1].Strength == v.strength {
				out[n-1].End = p.tokens[k].End
				continue
			}
			if n := len(out); n > from {
				out[n-1].End = p.tokens[k].Start // the space goes with the word before it
			}
			out = append(out, Span{prose.Span{Start: p.tokens[k].Start, End: p.tokens[k].End}, v.mark, v.strength})
		}
		if len(out) == from {
			out = append(out, Span{whole, Detail, None})
		}
		out[from].Start, out[len(out)-1].End = whole.Start, whole.End
	}
	return out
}

// follow decides the tokens of a sentence that no link decided: between two
// settled words of one mark they have it too; else a small word goes with the
// word after it and punctuation with the word before. What differs keeps to
// its own words: a conflict is "Monday evening", not "on Monday evening.".
func (m *marker) follow(side Side, s sentence) {
	v, tokens := m.verdicts[side], m.sides[side].tokens
	for k := s.first; k < s.last; {
		if v[k].settled {
			k++
			continue
		}
		end := k
		for end < s.last && !v[end].settled {
			end++
		}
		neighbours := [2]verdict{{mark: Detail}, {mark: Detail}} // before, after
		if k > s.first {
			neighbours[0] = v[k-1]
		}
		if end < s.last {
			neighbours[1] = v[end]
		}
		for n := k; n < end; n++ {
			before := tokens[n].class == punct || punctBetween(tokens, n, end)
			if k == s.first {
				before = false
			} else if end == s.last {
				before = true
			}
			apart := punctBetween(tokens, k, n) || tokens[n].class != punct && punctBetween(tokens, n, end)
			v[n] = lend(neighbours, before, apart, tokens[n].class == punct)
		}
		k = end
	}
}

// lend returns the verdict that a token takes from its settled neighbours: the
// nearer one's, or the other's where the nearer one differs and no punctuation
// keeps the token apart from the other. A sign of punctuation (sign) between
// two that differ is no news of one of them.
func lend(neighbours [2]verdict, before, apart, sign bool) verdict {
	own, other := neighbours[1], neighbours[0]
	if before {
		own, other = other, own
	}
	switch {
	case own.mark != Differ || own == other:
	case other.mark != Differ && !apart:
		own = other
	case sign:
		own = verdict{mark: Agree} // what stands on both sides of it belongs to both
	default:
		own = verdict{mark: Detail}
	}
	own.settled = true
	return own
}

// punctBetween reports whether punctuation stands in [n, end).
func punctBetween(tokens []token, n, end int) bool {
	for ; n < end; n++ {
		if tokens[n].class == punct {
			return true
		}
	}
	return false
}

// A Span is a stretch of a sentence with its mark.
type Span struct {
	prose.Span
	Mark     Mark
	Strength Strength
}
