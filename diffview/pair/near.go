package pair

import "parallax/diffview/lexicon"

// relate works out the similarities of all terms that the lexicon relates, by
// going through each one's relations: far fewer than the pairs of terms.
func (m *Pair) relate() {
	m.Related = make([][]Likeness, len(m.TermTokens))
	if n := len(m.TermTokens); n <= mostLooked {
		m.looked = make([]uint8, cellOf(0, n))
	}
	of := map[int32][]int{} // by dictionary row: the terms that can be of it
	for t, name := range m.TermTokens {
		if m.numbers[t] == nil && name.Matters() {
			for _, row := range lexicon.DictionaryRows(name.Entry) {
				if row >= 0 {
					of[row] = append(of[row], t)
				}
			}
		}
	}
	for t, name := range m.TermTokens {
		if m.numbers[t] != nil || !name.Matters() {
			continue
		}
		lexicon.Related(name.Entry, func(row int32) {
			for _, u := range of[row] {
				x, y := min(t, u), max(t, u)
				if _, ok := m.known.get(x, y); x != y && !ok {
					s, _ := Similarity(m.TermTokens[x], m.TermTokens[y])
					m.remember(x, y, s)
					m.Related[x], m.Related[y] = append(m.Related[x], Likeness{y, s}), append(m.Related[y], Likeness{x, s})
				}
			}
		})
	}
}

// Near returns the similarity of two different terms, 0 to 1. Of related
// words it is known from the start; see relate.
func (m *Pair) Near(x, y int) float64 {
	x, y = min(x, y), max(x, y)
	at := cellOf(x, y)
	if at < len(m.looked) {
		switch m.looked[at] {
		case unlike:
			return 0
		case like:
			s, _ := m.known.get(x, y)
			return float64(s)
		}
	}
	s := m.near(x, y)
	if s == 0 && at < len(m.looked) {
		m.looked[at] = unlike
	}
	return s
}

// near is Near for two terms, the lesser first, that were not looked up in the
// table of those looked at.
func (m *Pair) near(x, y int) float64 {
	if p, q := m.numbers[x], m.numbers[y]; p != nil || q != nil {
		if p != nil && q != nil && p.Kind == q.Kind && p.Unit == q.Unit && p.Compatible(*q) {
			return compatibleNumbers
		}
		return 0
	}
	if s, ok := m.known.get(x, y); ok {
		return float64(s)
	}
	a, b, s := m.TermTokens[x], m.TermTokens[y], 0.
	switch {
	case similarSpelling(a.Text, b.Text):
		s = spelling
	case m.signs[x].Near(m.signs[y]):
		if s = lexicon.Nearness(a.Entry, b.Entry); s < similarityLess {
			s = 0
		}
	default:
		return 0 // quicker to see than to remember
	}
	if m.known.filled < mostKnown {
		m.remember(x, y, s)
	}
	return s
}

// What is known of two terms without looking further.
const (
	unseen uint8 = iota
	unlike       // their similarity is 0
	like         // their similarity is remembered
)

// mostLooked is how many terms two articles have together, at most, for a table
// with a byte for each two of them: 2 MB.
const mostLooked = 2_000

// cellOf returns the place of two terms, the lesser first, in that table.
func cellOf(x, y int) int { return y*(y+1)/2 + x }

// remember keeps the similarity of two terms, the lesser first.
func (m *Pair) remember(x, y int, s float64) {
	m.known.put(x, y, float32(s))
	if at := cellOf(x, y); at < len(m.looked) {
		if m.looked[at] = like; float32(s) == 0 {
			m.looked[at] = unlike
		}
	}
}

// compatibleNumbers is the similarity of two numbers that can both be right:
// "about 50" and "53".
const compatibleNumbers = .7

// mostKnown is how many similarities are remembered, at some 20 bytes each.
const mostKnown = 5_000_000
