package slot

import (
	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// The words around two values: right beside them, in their clauses and sentences,
// and where the other article has either value again.

// again looks at where the other article has either value: what is around it
// there tells whether it is of the same thing, and nothing is in dispute.
func (m *matcher) again(x []float64, r *Rival) {
	x[fAgainLink] = -1
	for side := range sides.Side(2) {
		v, best := r.Values[side], -1.
		d, s := m.Docs[side], m.Docs[side].Sentences[v.Sentence]
		mine := doc.Stretch{First: max(s.First, v.First-8), Last: min(s.Last, v.Last+8)}
		for _, o := range v.again {
			t := m.Docs[side.Other()].Sentences[o.Sentence]
			if d.Sentences[v.Sentence].Length() > longest || t.Length() > longest {
				continue
			}
			at := [2]int{v.Sentence, o.Sentence}
			if side == sides.Right {
				at = [2]int{o.Sentence, v.Sentence}
			}
			score, _ := m.scores.of(at[0], at[1])
			other := Value{Sentence: o.Sentence, First: o.First, Last: o.Last}
			has, all := m.covered(side, v, mine, other, doc.Stretch{First: max(t.First, o.First-12), Last: min(t.Last, o.Last+12)})
			best = max(best, has/max(all, 1e-9))
			x[fAgainLink] = max(x[fAgainLink], score)
			x[fAgains]++
		}
		x[fAgainLeft+feature(side)] = best
	}
}

// like returns the likeness of a left and a right token, 0 to 1.
func (m *matcher) like(i, j int) float64 {
	if i < 0 || j < 0 || i >= len(m.Terms[sides.Left]) || j >= len(m.Terms[sides.Right]) {
		return 0
	}
	x, y := m.Terms[sides.Left][i], m.Terms[sides.Right][j]
	if x < 0 || y < 0 {
		if x < 0 && y < 0 && m.Docs[sides.Left].Tokens[i].Text == m.Docs[sides.Right].Tokens[j].Text {
			return 1
		}
		return 0
	}
	if x == y {
		return 1
	}
	if !m.Docs[sides.Left].Tokens[i].Matters() || !m.Docs[sides.Right].Tokens[j].Matters() {
		return 0
	}
	return m.Near(x, y)
}

// beside looks at the words right before and after.
func (m *matcher) beside(x []float64, r *Rival) {
	l, q := r.Values[sides.Left], r.Values[sides.Right]
	s, t := m.Docs[sides.Left].Sentences[l.Sentence], m.Docs[sides.Right].Sentences[q.Sentence]
	at := func(i, j int) float64 {
		inLeft, inRight := i >= s.First && i < s.Last, j >= t.First && j < t.Last
		if !inLeft || !inRight {
			if inLeft == inRight {
				return .5 // both end here
			}
			return -1
		}
		return m.like(i, j)
	}
	x[fPrev1], x[fPrev2] = at(l.First-1, q.First-1), at(l.First-2, q.First-2)
	x[fNext1], x[fNext2] = at(l.Last, q.Last), at(l.Last+1, q.Last+1)
	for n := 1; n <= 5 && l.First-n >= s.First && q.First-n >= t.First && m.like(l.First-n, q.First-n) == 1; n++ {
		x[fRunBefore]++
	}
	for n := 0; n < 5 && l.Last+n < s.Last && q.Last+n < t.Last && m.like(l.Last+n, q.Last+n) == 1; n++ {
		x[fRunAfter]++
	}
	bl, br := m.telling(sides.Left, l, -1, 3), m.telling(sides.Right, q, -1, 3)
	al, ar := m.telling(sides.Left, l, 1, 3), m.telling(sides.Right, q, 1, 3)
	x[fPrevTell], x[fNextTell] = m.likest(bl[:min(2, len(bl))], br[:min(2, len(br))]), m.likest(al[:min(2, len(al))], ar[:min(2, len(ar))])
	x[fNearTell] = m.likest(append(bl, al...), append(br, ar...))
}

// telling returns the nearest n words of meaning before (-1) or after (1) a
// value.
func (m *matcher) telling(side sides.Side, v Value, way, n int) (out []int) {
	d := m.Docs[side]
	s := d.Sentences[v.Sentence]
	k := v.Last
	if way < 0 {
		k = v.First - 1
	}
	out = arena.Empty[int](m.Arena, 2*n) // room for those of the other way
	for ; k >= s.First && k < s.Last && len(out) < n; k += way {
		if d.Tokens[k].Matters() {
			out = append(out, k)
		}
	}
	return out
}

// likest returns the greatest likeness of a left and a right token of two lists.
func (m *matcher) likest(l, r []int) (best float64) {
	for _, i := range l {
		for _, j := range r {
			best = max(best, m.like(i, j))
		}
	}
	return best
}

// around compares the windows, clauses and sentences of two values.
func (m *matcher) around(x []float64, r *Rival) {
	window := func(side sides.Side, n int) doc.Stretch {
		v := r.Values[side]
		s := m.Docs[side].Sentences[v.Sentence]
		return doc.Stretch{First: max(s.First, v.First-n), Last: min(s.Last, v.Last+n)}
	}
	share := func(of func(side sides.Side) (doc.Stretch, doc.Stretch)) (least, most, weight float64) {
		least = 1
		for side := range sides.Side(2) {
			mine, theirs := of(side)
			has, all := m.covered(side, r.Values[side], mine, r.Values[side.Other()], theirs)
			s := has / max(all, 1e-9)
			least, most, weight = min(least, s), max(most, s), max(weight, has)
		}
		return least, most, weight
	}
	x[fWindow4], _, _ = share(func(side sides.Side) (doc.Stretch, doc.Stretch) { return window(side, 4), window(side.Other(), 6) })
	x[fWindow8], x[fWindow8Max], x[fWeight8] = share(func(side sides.Side) (doc.Stretch, doc.Stretch) {
		return window(side, 8), window(side.Other(), 12)
	})
	whole := func(side sides.Side) doc.Stretch {
		s := m.Docs[side].Sentences[r.Values[side].Sentence]
		return doc.Stretch{First: s.First, Last: s.Last}
	}
	x[fClauseMin], x[fClauseMax], _ = share(func(side sides.Side) (doc.Stretch, doc.Stretch) {
		return m.ledgers[side].Clause(r.Values[side].Sentence, r.Values[side].First), whole(side.Other())
	})
	x[fSentMin], x[fSentMax], x[fSentWeight] = share(func(side sides.Side) (doc.Stretch, doc.Stretch) { return whole(side), whole(side.Other()) })
}

// nameReach is how many words from a value a name tells whose it is.
const nameReach = 10

// names counts the names around two values that the other does not have.
func (m *matcher) names(x []float64, r *Rival) {
	var lone [2]float64
	for side := range sides.Side(2) {
		v, d := r.Values[side], m.Docs[side]
		s, o := d.Sentences[v.Sentence], m.Docs[side.Other()].Sentences[r.Values[side.Other()].Sentence]
		for k := max(s.First, v.First-nameReach); k < min(s.Last, v.Last+nameReach); k++ {
			t := &d.Tokens[k]
			if _, day := doc.Weekdays[t.Text]; k >= v.First && k < v.Last || !t.Capital || t.Class != doc.Content || day || doc.Months()[t.Text] > 0 {
				continue
			}
			switch term := m.Terms[side][k]; {
			case m.hasTerm(side.Other(), o, term):
				x[fNames] += .5
			case m.has[side.Other()][term] == 0:
				x[fNamesFar]++
				lone[side]++
			default:
				lone[side]++
			}
		}
	}
	x[fNamesLone], x[fNamesMost] = min(lone[0], lone[1]), max(lone[0], lone[1])
}
