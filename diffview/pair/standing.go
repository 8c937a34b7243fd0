package pair

import (
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// QuotationLists writes both articles' quotations with what the other has of them.
func (m *Pair) QuotationLists() (out [2][]quote.Quotation) {
	for side, p := range m.Quoted {
		out[side] = p.QuotationList()
	}
	var held [2]map[int]bool // by side: the tokens that the other has
	var most [2][]int        // by side and quotation: the words its partner has
	var changed [2][]bool
	for side, p := range m.Quoted {
		held[side], most[side], changed[side] = map[int]bool{}, make([]int, len(p.Quotations)), make([]bool, len(p.Quotations))
	}
	words := map[[2]int]int{}
	var keys [][2]int
	for _, s := range m.Quotations.Shared {
		key := [2]int{m.Quoted[sides.Left].Passages[s.Passages[sides.Left]].Quotation, m.Quoted[sides.Right].Passages[s.Passages[sides.Right]].Quotation}
		if words[key] == 0 {
			keys = append(keys, key)
		}
		words[key] += len(s.words)
		altered := len(s.Alterations) > 0
		for side := range m.Quoted {
			t := &m.Quoted[side].Passages[s.Passages[side]]
			for _, w := range s.words {
				held[side][t.Words[w[side]].Token] = true
			}
			changed[side][key[side]] = changed[side][key[side]] || altered
		}
	}
	for _, key := range keys {
		for side := range m.Quoted {
			if k := key[side]; words[key] > most[side][k] {
				most[side][k], out[side][k].Partner = words[key], key[1-side]
			}
		}
	}
	reported := m.reportedQuotations()
	for side, p := range m.Quoted {
		for k := range out[side] {
			out[side][k].Standing = standing(p, k, most[side][k] > 0, changed[side][k], held[side])
			if out[side][k].Standing == quote.Absent && reported[side][k] {
				out[side][k].Standing = quote.Reported
			}
		}
	}
	return out
}

// standing says what the other article has of a quotation, given which of its
// tokens it has.
func standing(p *quote.Doc, k int, any, changed bool, held map[int]bool) quote.Standing {
	switch {
	case !any:
		return quote.Absent
	case changed:
		return quote.Altered
	}
	q := p.Quotations[k]
	for _, s := range p.Passages[q.Passages[0]:q.Passages[1]] {
		for _, w := range s.Words {
			if w.Content && !held[w.Token] {
				return quote.Cut
			}
		}
	}
	return quote.Whole
}
