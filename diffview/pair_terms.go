package diffview

import (
	"math"
	"slices"
)

// joinTerms gives the terms of both articles common numbers.
func (m *match) joinTerms() {
	left, right := m.sides[Left], m.sides[Right]
	ids := make(map[string]int, len(left.keys))
	for n, key := range left.keys {
		ids[key] = n
		m.names = append(m.names, &left.tokens[left.firsts[n]])
	}
	m.numbers, m.signs, m.rarity = slices.Clone(left.numbers), slices.Clone(left.signs), slices.Clone(left.rarity)
	m.terms[Left] = left.terms
	to := make([]int, len(right.keys))
	for n, key := range right.keys {
		id, ok := ids[key]
		if !ok {
			id = len(m.names)
			m.names, m.numbers = append(m.names, &right.tokens[right.firsts[n]]), append(m.numbers, right.numbers[n])
			m.signs, m.rarity = append(m.signs, right.signs[n]), append(m.rarity, right.rarity[n])
		}
		to[n] = id
	}
	m.terms[Right] = make([]int, len(right.terms))
	for k, t := range right.terms {
		m.terms[Right][k] = t
		if t >= 0 {
			m.terms[Right][k] = to[t]
		}
	}
}

// weigh gives each term its weight: rare words in the language and in this
// pair say more. df counts sentences of both articles, as DESIGN's prototypes do.
func (m *match) weigh() {
	df, seen := make([]float64, len(m.names)), make([]float64, len(m.names))
	total := 0.
	for side, p := range m.sides {
		for _, s := range p.sentences {
			total++
			for k := s.first; k < s.last; k++ {
				if t := m.terms[side][k]; t >= 0 && seen[t] != total {
					seen[t] = total
					df[t]++
				}
			}
		}
	}
	m.weight = make([]float64, len(m.names))
	for t := range m.names {
		m.weight[t] = m.rarity[t] * math.Log((total+1)/(df[t]+.5))
	}
}

// walk goes through two ascending lists and says of each number in which it is.
func walk(l, r []int, visit func(t int, in [2]bool)) {
	for i, j := 0, 0; i < len(l) || j < len(r); {
		switch {
		case j == len(r) || i < len(l) && l[i] < r[j]:
			visit(l[i], [2]bool{true, false})
			i++
		case i == len(l) || r[j] < l[i]:
			visit(r[j], [2]bool{false, true})
			j++
		default:
			visit(l[i], [2]bool{true, true})
			i++
			j++
		}
	}
}
