package diffview

// elsewhereRun is how many words that carry meaning, one behind the other, a
// sentence of the other article must have too, in any order, for them to be
// no detail. Two in a row are shared by sentences that say nothing alike: "the
// interior minister", "police said".
const elsewhereRun = 3

// elsewhere takes back that words are details when the other article says
// them in some sentence, linked or not.
func (m *marker) elsewhere(match *match) {
	for side := range m.sides {
		places := match.places(Side(side).Other())
		other := m.sides[1-side].sentences
		last, run := make([]int, len(other)), make([]int, len(other))
		for _, s := range m.sides[side].sentences {
			for k := range last {
				last[k], run[k] = -2, 0
			}
			m.elsewhereIn(Side(side), s, match.terms[side], places, last, run)
		}
	}
}

// elsewhereIn looks through one sentence. last and run say of each sentence of
// the other article which word of this one it had last, counting those that
// carry meaning, and how many in a row until then.
func (m *marker) elsewhereIn(side Side, s sentence, terms []int, places [][]int, last, run []int) {
	var at []int // the tokens that carry meaning
	for k := s.first; k < s.last; k++ {
		if terms[k] < 0 || !m.sides[side].tokens[k].matters() {
			continue
		}
		n := len(at)
		at = append(at, k)
		for _, o := range places[terms[k]] {
			if last[o] == n {
				continue
			}
			if last[o] != n-1 {
				run[o] = 0
			}
			last[o] = n
			run[o]++
			if run[o] < elsewhereRun {
				continue
			}
			for _, t := range at[n+1-run[o]:] {
				if v := &m.verdicts[side][t]; v.mark == Detail {
					*v = verdict{mark: Agree, settled: true}
				}
			}
		}
	}
}

// places returns, by term, the sentences of a side that have it as a word that
// carries meaning.
func (m *match) places(side Side) [][]int {
	out := make([][]int, len(m.names))
	p := m.sides[side]
	for n, s := range p.sentences {
		for k := s.first; k < s.last; k++ {
			if t := m.terms[side][k]; t >= 0 && p.tokens[k].matters() {
				out[t] = append(out[t], n)
			}
		}
	}
	return out
}
