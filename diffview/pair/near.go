package pair

import "parallax/diffview/lexicon"

// relate works out the similarities of all terms that the lexicon relates, by
// going through each one's relations: far fewer than the pairs of terms.
func (m *Pair) relate() {
	m.known = newSimilarityTable(len(m.TermTokens))
	of := map[int32][]int{}       // by dictionary row: the terms that can be of it
	var maybe [filter / 64]uint64 // a bit for rows that may be among them: few of those that are asked for are
	for t, name := range m.TermTokens {
		if m.numbers[t] == nil && name.Matters() {
			for _, row := range lexicon.DictionaryRows(name.Entry) {
				if row >= 0 {
					of[row] = append(of[row], t)
					maybe[row%filter/64] |= 1 << (row % 64)
				}
			}
		}
	}
	type relation struct {
		x, y       int
		similarity float64
	}
	var found []relation
	for t, name := range m.TermTokens {
		if m.numbers[t] != nil || !name.Matters() {
			continue
		}
		lexicon.Related(name.Entry, func(row int32) {
			if maybe[row%filter/64]&(1<<(row%64)) == 0 {
				return
			}
			for _, u := range of[row] {
				x, y := min(t, u), max(t, u)
				if _, ok := m.known.get(x, y); x != y && !ok {
					s, _ := Similarity(m.TermTokens[x], m.TermTokens[y])
					m.known.put(x, y, s)
					found = append(found, relation{x, y, s})
				}
			}
		})
	}
	m.Related = ByTerm(len(m.TermTokens), func(give func(int, Likeness)) {
		for _, r := range found {
			give(r.x, Likeness{r.y, r.similarity})
			give(r.y, Likeness{r.x, r.similarity})
		}
	})
}

// filter is how many bits tell the dictionary rows of two articles from others;
// those of 1,000 words have some 1,200.
const filter = 1 << 14

// Near returns the similarity of two different terms, 0 to 1. Of related
// words it is known from the start; see relate.
func (m *Pair) Near(x, y int) float64 {
	x, y = min(x, y), max(x, y)
	if s, ok := m.known.get(x, y); ok {
		return s
	}
	if p, q := m.numbers[x], m.numbers[y]; p != nil || q != nil {
		if p != nil && q != nil && p.Kind == q.Kind && p.Unit == q.Unit && p.Compatible(*q) {
			return compatibleNumbers
		}
		return 0
	}
	a, b, s := m.TermTokens[x], m.TermTokens[y], 0.
	switch {
	case similarSpelling(a.Text, b.Text):
		s = spelling
	case m.signs[x].Near(m.signs[y]):
		if s = lexicon.Nearness(a.Entry, b.Entry); s < similarityLess {
			s = 0
		}
	case !m.known.square():
		return 0 // quicker to see than to remember
	}
	if m.known.filled < mostKnown {
		m.known.put(x, y, s)
	}
	return s
}

// compatibleNumbers is the similarity of two numbers that can both be right:
// "about 50" and "53".
const compatibleNumbers = .7

// mostKnown is how many similarities are remembered, at some 20 bytes each.
const mostKnown = 5_000_000
