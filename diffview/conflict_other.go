package diffview

import "fmt"

// What else the two cannot both be right about: a part against the whole, for a
// time against for good.

// The share of reported clashes that readers call a conflict: on the labelled
// links of the benchmark 2 of 2 parts and 4 of 4 pauses, all of one story, and
// no wrong one on 1,000 pairs of articles about one event. Tried and left out:
// two conditions of one thing ("if American lives are at risk", "if Mexico
// fails to act"), of which 1 in 4 was one.
const (
	partConfidence  = .7
	pauseConfidence = .7
)

var (
	// portions are words for less than all of what follows "of".
	portions = set("part parts portion portions section sections piece pieces")
	// wholes are verbs of which it makes a difference whether they befall a part:
	// who disputes a part of a report disputes the report.
	wholes = stemSet(`overturn repeal approve reject destroy close collapse rebuild publish release cancel ban evacuate demolish
		block burn sell buy seize suspend lift invalidate void annul strike abolish scrap flood reopen ratify adopt pass`)
	// partial are words by which the other article may say as much.
	partial = set("part parts partly partially portion portions section sections some piece pieces half provision provisions key aspects among most many")
)

// partClashes finds what the one says of a part and the other of the whole:
// "overturned a part of the act", "overturned the act".
func partClashes(f finding) []clash {
	for side := range f.match.sides {
		if k, ok := f.partOf(Side(side)); ok {
			return []clash{k}
		}
	}
	return nil
}

// partOf looks for the part on one side.
func (f finding) partOf(side Side) (clash, bool) {
	p, q := f.match.sides[side], f.match.sides[side.Other()]
	s, o := p.sentences[[2]int{f.link.i, f.link.j}[side]], q.sentences[[2]int{f.link.i, f.link.j}[side.Other()]]
	for k := o.first; k < o.last; k++ {
		if partial[q.tokens[k].text] {
			return clash{}, false
		}
	}
	for k := s.first + 1; k+2 < s.last; k++ {
		if !portions[p.tokens[k].text] || p.tokens[k+1].text != "of" || p.tokens[k-1].text == "as" {
			continue
		}
		if c, ok := f.wrecked(side, k); ok {
			return c, true
		}
		verb, whole := f.partner(side, p.meantBefore(k, s.first), k), f.partner(side, k+2, k+6)
		if verb[side] < 0 || whole[side] < 0 || whole[side.Other()] < verb[side.Other()] || whole[side.Other()]-verb[side.Other()] > 4 {
			continue
		}
		if !wholes[p.tokens[verb[side]].root()] {
			continue
		}
		c := clash{kind: OtherConflict, confidence: partConfidence}
		c.tokens[side] = [2]int{k, p.nameEnd(whole[side])}
		c.tokens[side.Other()] = [2]int{verb[side.Other()], q.nameEnd(whole[side.Other()])}
		c.reason = func(left, right string) string {
			return fmt.Sprintf("‘%s’ against ‘%s’, a part and the whole", left, right)
		}
		return c, true
	}
	return clash{}, false
}

// wreck are verbs of coming to nothing.
var wreck = stemSet("collapse destroy demolish raze flatten level")

// wrecked finds a part said to be destroyed, by the token of the part, where
// the other says it of the whole: "part of a hospital collapsed".
func (f finding) wrecked(side Side, part int) (clash, bool) {
	p, q := f.match.sides[side], f.match.sides[side.Other()]
	whole := f.partner(side, part+2, part+6)
	if whole[side] < 0 {
		return clash{}, false
	}
	verb := p.wreckAfter(whole[side], whole[side]+4)
	i := [2]int{f.link.i, f.link.j}[side.Other()]
	other := q.wreckAfter(whole[side.Other()], q.sentences[i].last)
	if verb < 0 || other < 0 {
		return clash{}, false
	}
	c := clash{kind: OtherConflict, confidence: partConfidence}
	c.tokens[side], c.tokens[side.Other()] = [2]int{part, verb + 1}, [2]int{other, other + 1}
	c.reason = func(left, right string) string {
		return fmt.Sprintf("‘%s’ against ‘%s’, a part and the whole", left, right)
	}
	return c, true
}

// wreckAfter returns the verb that tells of destruction behind a token, before
// another verb can, or -1.
func (p *Prepared) wreckAfter(k, last int) int {
	for k++; k < min(last, len(p.tokens)); k++ {
		switch {
		case wreck[p.tokens[k].root()]:
			return k
		case p.tokens[k].text == "and", p.tokens[k].text == "but":
			return -1
		}
	}
	return -1
}

// meantBefore returns the last word before k that carries meaning.
func (p *Prepared) meantBefore(k, first int) int {
	for k--; k > first && p.tokens[k].class == function; k-- {
	}
	return k
}

// nameEnd returns where the name that a token stands in ends, or the token.
func (p *Prepared) nameEnd(k int) int {
	for _, m := range p.mentions {
		if m.first <= k && k < m.last {
			return m.last
		}
	}
	return k + 1
}

// partner returns the first aligned content words of which one lies in
// [first, last) of a side, by side; -1 when there are none.
func (f finding) partner(side Side, first, last int) [2]int {
	for _, w := range f.words {
		if t := w.tokens[side]; t >= first && t < last && f.match.sides[side].tokens[t].class == content && w.score >= sameLikeness {
			return w.tokens
		}
	}
	return [2]int{-1, -1}
}

// pauses and ends are words for stopping something for a time and for good.
var (
	pauses = stemSet("suspend suspension postpone postponement freeze pause delay defer deferral moratorium")
	ends   = stemSet("shutdown cancel cancellation scrap abolish abolition dismantle terminate termination axe")
)

// pauseClashes finds what the one says is stopped for a time and the other for
// good.
func pauseClashes(f finding) []clash {
	l, r := f.match.sides[Left], f.match.sides[Right]
	a := l.stops(f.link.i)
	if a < 0 {
		return nil
	}
	b := r.stops(f.link.j)
	if b < 0 || pauses[l.tokens[a].root()] == pauses[r.tokens[b].root()] || !f.stopsSame(a, b) {
		return nil
	}
	return []clash{{
		kind:       OtherConflict,
		tokens:     [2][2]int{{a, a + 1}, {b, b + 1}},
		confidence: pauseConfidence,
		reason: func(left, right string) string {
			return fmt.Sprintf("‘%s’ against ‘%s’, the one for a time, the other for good", left, right)
		},
	}}
}

// stops returns the word by which a sentence says that something is stopped,
// or -1: when it has none, one of either kind or a doubt.
func (p *Prepared) stops(sentence int) int {
	at := -1
	s := p.sentences[sentence]
	for k := s.first; k < s.last; k++ {
		w := p.tokens[k].root()
		if p.tokens[k].class != content || !pauses[w] && !ends[w] {
			continue
		}
		if at >= 0 && pauses[w] != pauses[p.tokens[at].root()] {
			return -1
		}
		if at < 0 {
			at = k
		}
	}
	if at >= 0 && (p.doubted(sentence, at) || p.statement(at, sentence).negated) {
		return -1
	}
	return at
}

// stopReach is how far from such a word what is stopped stands, in words.
const stopReach = 4

// stopsSame reports whether what is stopped is the same: the two sentences
// speak of one and the same, and words close to both, no names, are aligned.
func (f finding) stopsSame(a, b int) bool {
	shared, _, _ := f.match.paired.share(f.link.i, f.link.j)
	near, named := false, shared > 0
	for _, w := range f.words {
		t := &f.match.sides[Left].tokens[w.tokens[Left]]
		if t.class != content || w.score < sameLikeness {
			continue
		}
		x, y := w.tokens[Left]-a, w.tokens[Right]-b
		named = named || t.upper
		near = near || !t.upper && x != 0 && y != 0 && max(x, -x) <= stopReach && max(y, -y) <= stopReach
	}
	return near && named
}
