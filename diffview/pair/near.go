package pair

import (
	"math"
	"slices"

	"parallax/diffview/arena"
	"parallax/diffview/lexicon"
)

// relate works out the similarities of all terms that the lexicon relates, by
// going through each one's relations: far fewer than the pairs of terms.
func (m *Pair) relate() {
	type related struct {
		x, y       int
		similarity float64
		relation   lexicon.Relation
	}
	found := arena.Empty[related](m.Arena, 4*len(m.TermTokens))
	of := m.dictionary()
	from := arena.Make[int](m.Arena, len(m.TermTokens)) // by term: the first of found that came from its relations
	seen := arena.Make[int32](m.Arena, len(m.TermTokens))
	rows := arena.Empty[int32](m.Arena, 1<<10)
	for t, name := range m.TermTokens {
		from[t] = len(found)
		if m.numbers[t] != nil || !name.Matters() {
			continue
		}
		rows = lexicon.AppendRelated(rows[:0], name.Entry)
		for _, row := range rows {
			for e := of.first(row); e >= 0; e = of.entries[e].next {
				u := int(of.entries[e].term)
				if of.entries[e].row != row || u == t || seen[u] == int32(t+1) {
					continue
				}
				seen[u] = int32(t + 1)
				if u < t && slices.ContainsFunc(found[from[u]:from[u+1]], func(r related) bool { return r.y == t }) {
					continue // found from there
				}
				x, y := min(t, u), max(t, u)
				relation := lexicon.Relate(m.TermTokens[x].Entry, m.TermTokens[y].Entry)
				s, _ := SimilarityBy(relation, m.TermTokens[x], m.TermTokens[y])
				found = append(found, related{x, y, s, relation})
			}
		}
	}
	m.Related = ByTerm(m.Arena, len(m.TermTokens), func(give func(int, Likeness)) {
		for _, r := range found {
			give(r.x, Likeness{r.y, r.similarity, r.relation})
			give(r.y, Likeness{r.x, r.similarity, r.relation})
		}
	})
	m.known = newSimilarities(m.Arena, len(m.TermTokens))
	if m.known.cells != nil {
		for _, r := range found {
			m.known.keep(cellOf(r.x, r.y), r.similarity)
		}
	}
}

// A dictionary lists, by row of the lexicon's dictionary forms, the terms that
// can be of it.
type dictionary struct {
	heads   []int32 // by the last bits of a row: the first entry, or -1
	entries []dictionaryEntry
}

type dictionaryEntry struct{ row, term, next int32 }

// dictionary lists the terms of words that carry meaning.
func (m *Pair) dictionary() *dictionary {
	size := 1 << 10
	for size < 4*len(m.TermTokens) {
		size *= 2
	}
	d := &dictionary{heads: arena.Make[int32](m.Arena, size), entries: arena.Empty[dictionaryEntry](m.Arena, 2*len(m.TermTokens))}
	for k := range d.heads {
		d.heads[k] = -1
	}
	for t := len(m.TermTokens) - 1; t >= 0; t-- { // of one row the lower terms come first
		if m.numbers[t] != nil || !m.TermTokens[t].Matters() {
			continue
		}
		for _, row := range lexicon.DictionaryRows(m.TermTokens[t].Entry) {
			if row >= 0 {
				head := &d.heads[int(row)&(size-1)]
				d.entries = append(d.entries, dictionaryEntry{row, int32(t), *head})
				*head = int32(len(d.entries) - 1)
			}
		}
	}
	return d
}

// first returns the first entry that may be of a row, or -1.
func (d *dictionary) first(row int32) int32 { return d.heads[int(row)&(len(d.heads)-1)] }

// A termForm is what is looked at first of a term when it is compared with
// others: enough to tell of nearly all, without a look at their words, that they
// are not near.
type termForm struct {
	signs  lexicon.Signs
	letter lettering
	number bool
}

// surelyApart reports whether two terms that the lexicon does not relate are surely
// not near.
func (f *termForm) surelyApart(g *termForm) bool {
	return !f.number && !g.number && f.letter.first != g.letter.first && !f.signs.Near(g.signs)
}

// noteForms notes what is looked at first of each term.
func (m *Pair) noteForms() {
	m.forms = arena.Make[termForm](m.Arena, len(m.TermTokens))
	for t, name := range m.TermTokens {
		m.forms[t] = termForm{m.signs[t], letteringOf(name.Text), m.numbers[t] != nil}
	}
}

// A similarities remembers how near each two terms are, once that was asked for.
// It is asked some hundred thousand times in a comparison.
type similarities struct {
	cells  []uint16  // by cellOf two terms: where in values; nil for articles of many terms
	values []float64 // the first two are 0: not compared, and not near
}

// mostRemembered is how many terms two articles have together, at most, for
// remembering: 2 MB. Two articles of 1,000 words have some 600.
const mostRemembered = 1_500

// What stands in a cell for no value.
const (
	notCompared = iota
	notNear
	firstValue
)

func newSimilarities(a *arena.Arena, terms int) (k similarities) {
	if terms <= mostRemembered {
		k.cells, k.values = arena.Make[uint16](a, cellOf(0, terms)), arena.Empty[float64](a, 1<<12)[:firstValue]
	}
	return k
}

// cellOf returns the place of two terms, the lower first.
func cellOf(x, y int) int { return y*(y+1)/2 + x }

// keep remembers the similarity of the terms of a cell.
func (k *similarities) keep(cell int, s float64) {
	switch {
	case s == 0:
		k.cells[cell] = notNear
	case len(k.values) <= math.MaxUint16:
		k.cells[cell] = uint16(len(k.values))
		k.values = append(k.values, s)
	}
}

// Near returns the similarity of two different terms, 0 to 1.
func (m *Pair) Near(x, y int) float64 {
	x, y = min(x, y), max(x, y)
	if k := &m.known; k.cells != nil {
		cell := cellOf(x, y)
		if at := k.cells[cell]; at != notCompared {
			return k.values[at]
		}
		s := m.unrelated(x, y)
		k.keep(cell, s)
		return s
	}
	for _, r := range m.Related[x] {
		if r.Term == y {
			return r.Similarity
		}
	}
	return m.unrelated(x, y)
}

// AppendNear appends to out those of some other terms that a term is near to, by
// their similarities.
func (m *Pair) AppendNear(out []Likeness, x int, among []int) []Likeness {
	if m.known.cells == nil {
		return m.appendUnremembered(out, x, among)
	}
	k, f := &m.known, &m.forms[x]
	for _, y := range among {
		cell := cellOf(min(x, y), max(x, y))
		at := k.cells[cell]
		switch {
		case at >= firstValue:
			out = append(out, Likeness{Term: y, Similarity: k.values[at]})
		case at == notNear:
		case f.surelyApart(&m.forms[y]):
			k.cells[cell] = notNear
		default:
			s := m.unrelated(min(x, y), max(x, y))
			k.keep(cell, s)
			if s > 0 {
				out = append(out, Likeness{Term: y, Similarity: s})
			}
		}
	}
	return out
}

// appendUnremembered does the same where nothing is remembered.
func (m *Pair) appendUnremembered(out []Likeness, x int, among []int) []Likeness {
	if m.relatedTo == nil {
		m.relatedTo, m.relatedBy = arena.Make[int32](m.Arena, len(m.TermTokens)), arena.Make[float64](m.Arena, len(m.TermTokens))
	}
	for _, r := range m.Related[x] {
		m.relatedTo[r.Term], m.relatedBy[r.Term] = int32(x+1), r.Similarity
	}
	for _, y := range among {
		s := 0.
		if m.relatedTo[y] == int32(x+1) {
			s = m.relatedBy[y]
		} else {
			s = m.unrelated(min(x, y), max(x, y))
		}
		if s > 0 {
			out = append(out, Likeness{Term: y, Similarity: s})
		}
	}
	return out
}

// unrelated returns the similarity of two terms that the lexicon does not
// relate, the lower first.
func (m *Pair) unrelated(x, y int) float64 {
	f, g := &m.forms[x], &m.forms[y]
	switch {
	case f.number || g.number:
		return m.nearNumbers(x, y)
	case f.letter.may(g.letter) && similarSpelling(m.TermTokens[x].Text, m.TermTokens[y].Text):
		return spelling
	case f.signs.Near(g.signs):
		if s := lexicon.Nearness(m.TermTokens[x].Entry, m.TermTokens[y].Entry); s >= similarityLess {
			return s
		}
	}
	return 0
}

// nearNumbers returns the similarity of two terms of which one is a number.
func (m *Pair) nearNumbers(x, y int) float64 {
	p, q := m.numbers[x], m.numbers[y]
	if p != nil && q != nil && p.Kind == q.Kind && p.Unit == q.Unit && p.Compatible(*q) {
		return compatibleNumbers
	}
	return 0
}

// compatibleNumbers is the similarity of two numbers that can both be right:
// "about 50" and "53".
const compatibleNumbers = .7
