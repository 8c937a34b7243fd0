package pair

import (
	"math"

	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

// joinTerms gives the terms of both articles common numbers.
func (m *Pair) joinTerms() {
	left, right := m.Docs[sides.Left], m.Docs[sides.Right]
	ids := make(map[string]int, len(left.TermKeys))
	most := len(left.TermKeys) + len(right.TermKeys)
	m.TermTokens = arena.Empty[*doc.Token](m.Arena, most)
	for n, key := range left.TermKeys {
		ids[key] = n
		m.TermTokens = append(m.TermTokens, &left.Tokens[left.TermFirsts[n]])
	}
	m.numbers = append(arena.Empty[*doc.Quantity](m.Arena, most), left.TermNumbers...)
	m.signs = append(arena.Empty[lexicon.Signs](m.Arena, most), left.TermSigns...)
	m.Rarity = append(arena.Empty[float64](m.Arena, most), left.TermRarity...)
	m.Terms[sides.Left] = left.Terms
	to := arena.Make[int](m.Arena, len(right.TermKeys))
	for n, key := range right.TermKeys {
		id, ok := ids[key]
		if !ok {
			id = len(m.TermTokens)
			m.TermTokens, m.numbers = append(m.TermTokens, &right.Tokens[right.TermFirsts[n]]), append(m.numbers, right.TermNumbers[n])
			m.signs, m.Rarity = append(m.signs, right.TermSigns[n]), append(m.Rarity, right.TermRarity[n])
		}
		to[n] = id
	}
	m.Terms[sides.Right] = arena.Make[int](m.Arena, len(right.Terms))
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
	df, seen := arena.Make[float64](m.Arena, len(m.TermTokens)), arena.Make[float64](m.Arena, len(m.TermTokens))
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
	m.Weight = arena.Make[float64](m.Arena, len(m.TermTokens))
	for t := range m.TermTokens {
		m.Weight[t] = m.Rarity[t] * math.Log((total+1)/(df[t]+.5))
	}
}

// ByTerm returns, for each of so many terms, the values that each gives for it,
// in their order. It calls each twice: first to count them, so that all lists are
// parts of one.
func ByTerm[T any](a *arena.Arena, terms int, each func(give func(term int, value T))) [][]T {
	ends := arena.Make[int](a, terms+1)
	each(func(term int, _ T) { ends[term+1]++ })
	for t := range terms {
		ends[t+1] += ends[t]
	}
	lists, all := arena.Make[[]T](a, terms), arena.Make[T](a, ends[terms])
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
