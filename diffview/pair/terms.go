package pair

import (
	"math"
	"slices"

	"parallax/diffview/sides"
)

// joinTerms gives the terms of both articles common numbers.
func (m *Pair) joinTerms() {
	left, right := m.Docs[sides.Left], m.Docs[sides.Right]
	ids := make(map[string]int, len(left.TermKeys))
	for n, key := range left.TermKeys {
		ids[key] = n
		m.TermTokens = append(m.TermTokens, &left.Tokens[left.TermFirsts[n]])
	}
	m.numbers, m.signs, m.Rarity = slices.Clone(left.TermNumbers), slices.Clone(left.TermSigns), slices.Clone(left.TermRarity)
	m.Terms[sides.Left] = left.Terms
	to := make([]int, len(right.TermKeys))
	for n, key := range right.TermKeys {
		id, ok := ids[key]
		if !ok {
			id = len(m.TermTokens)
			m.TermTokens, m.numbers = append(m.TermTokens, &right.Tokens[right.TermFirsts[n]]), append(m.numbers, right.TermNumbers[n])
			m.signs, m.Rarity = append(m.signs, right.TermSigns[n]), append(m.Rarity, right.TermRarity[n])
		}
		to[n] = id
	}
	m.Terms[sides.Right] = make([]int, len(right.Terms))
	for k, t := range right.Terms {
		m.Terms[sides.Right][k] = t
		if t >= 0 {
			m.Terms[sides.Right][k] = to[t]
		}
	}
}

// weigh gives each term its weight: rare words in the language and in this
// pair say more. df counts sentences of both articles.
func (m *Pair) weigh() {
	df, seen := make([]float64, len(m.TermTokens)), make([]float64, len(m.TermTokens))
	total := 0.
	for side, p := range m.Docs {
		for _, s := range p.Sentences {
			total++
			for k := s.First; k < s.Last; k++ {
				if t := m.Terms[side][k]; t >= 0 && seen[t] != total {
					seen[t] = total
					df[t]++
				}
			}
		}
	}
	m.Weight = make([]float64, len(m.TermTokens))
	for t := range m.TermTokens {
		m.Weight[t] = m.Rarity[t] * math.Log((total+1)/(df[t]+.5))
	}
}

// ByTerm returns, for each of so many terms, the values that each gives for it,
// in their order. It calls each twice: first to count them, so that all lists are
// parts of one.
func ByTerm[T any](terms int, each func(give func(term int, value T))) [][]T {
	ends := make([]int, terms+1)
	each(func(term int, _ T) { ends[term+1]++ })
	for t := range terms {
		ends[t+1] += ends[t]
	}
	lists, all := make([][]T, terms), make([]T, ends[terms])
	for t := range lists {
		lists[t] = all[ends[t]:ends[t]:ends[t+1]]
	}
	each(func(term int, value T) { lists[term] = append(lists[term], value) })
	return lists
}

// Walk goes through two ascending lists and says of each number in which it is.
func Walk(l, r []int, visit func(t int, in [2]bool)) {
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
