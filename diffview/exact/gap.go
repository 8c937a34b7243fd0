package exact

import (
	"cmp"
	"slices"
)

// Sentences between equal ones: which belong together though they were changed.

// What counts as one sentence in two wordings. Chosen by hand on invented
// edits: between equal neighbours a third of its words are enough, elsewhere a
// chance likeness must not pass for a sentence that was moved.
const (
	placeLikeness = .34 // Dice coefficient of the words, by weight
	movedLikeness = .6  // the same, for a sentence that stands elsewhere
	partLikeness  = .6  // the part of a sentence that is in another, where one was split in several
	mostParts     = 4   // sentences that one was split into
)

// A bag is the tokens of a sentence without their order.
type bag struct {
	ids     []int32   // ascending, each once
	weights []float32 // by id: how often it occurs times what it is worth
	sum     float32
}

// fillBags fills the bags of all sentences. small says what each token is, case
// aside, of so many. A small word or a mark is worth little.
func (c *comparer) fillBags(small [2][]int32, kinds int) {
	const little = .1
	worth := make([]float32, kinds)
	for side := range small {
		for k, id := range small[side] {
			if x := &c.texts[side].tokens[k]; x.class == mark || functionWords.Has(lower(x.text)) {
				worth[id] = little
			} else {
				worth[id] = 1
			}
		}
	}
	for side, t := range c.texts {
		c.bags[side] = make([]bag, len(t.sentences))
		for n, s := range t.sentences {
			c.bags[side][n] = newBag(slices.Clone(small[side][s.first:s.last]), worth)
		}
	}
}

func newBag(ids []int32, worth []float32) (b bag) {
	slices.Sort(ids)
	b.weights = make([]float32, 0, len(ids))
	for k := 0; k < len(ids); {
		n := k + 1
		for n < len(ids) && ids[n] == ids[k] {
			n++
		}
		w := float32(n-k) * worth[ids[k]]
		b.weights = append(b.weights, w)
		b.sum += w
		ids[len(b.weights)-1] = ids[k]
		k = n
	}
	b.ids = ids[:len(b.weights)]
	return b
}

// shared returns the weight of what two bags have in common.
func shared(a, b *bag) (sum float32) {
	for i, j := 0, 0; i < len(a.ids) && j < len(b.ids); {
		switch {
		case a.ids[i] < b.ids[j]:
			i++
		case a.ids[i] > b.ids[j]:
			j++
		default:
			sum += min(a.weights[i], b.weights[j])
			i++
			j++
		}
	}
	return sum
}

// gap aligns two ranges without equal sentences in common.
func (c *comparer) gap(of [2][2]int, depth int) {
	if c.ended() {
		return
	}
	l, r := of[0], of[1]
	if n := (l[1] - l[0]) * (r[1] - r[0]); n <= mostGapCells && n <= c.cells {
		c.cells -= n
		c.measured(of)
		return
	}
	if depth >= deepest {
		return
	}
	anchors := c.rareAnchors(l, r)
	if len(anchors) == 0 {
		return
	}
	for _, a := range append(anchors, [2]int{l[1], r[1]}) {
		if l[0] < a[0] && r[0] < a[1] {
			c.gap([2][2]int{{l[0], a[0]}, {r[0], a[1]}}, depth+1)
		}
		if a[0] < l[1] {
			c.join([2][2]int{{a[0], a[0] + 1}, {a[1], a[1] + 1}}, false)
		}
		l[0], r[0] = a[0]+1, a[1]+1
	}
}

// rareAnchors returns sentences of two long ranges that are alike, in the same
// order on both sides, found by a token that occurs once on either.
func (c *comparer) rareAnchors(l, r [2]int) [][2]int {
	var ids [2][]int32
	var owner [2][]int
	for side, span := range [2][2]int{l, r} {
		for n := span[0]; n < span[1]; n++ {
			for _, id := range c.bags[side][n].ids {
				ids[side], owner[side] = append(ids[side], id), append(owner[side], n)
			}
		}
	}
	once, _ := pairOccurrences(ids[0], ids[1])
	var pairs [][2]int
	seen := make(map[[2]int]bool)
	for _, p := range once {
		q := [2]int{owner[0][p[0]], owner[1][p[1]]}
		if !seen[q] {
			seen[q] = true
			if c.likeness(q[0], q[1]) >= placeLikeness {
				pairs = append(pairs, q)
			}
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(y[1], x[1])) })
	chain := inOrder(pairs, func(int) int { return 1 })
	return slices.CompactFunc(chain, func(x, y [2]int) bool { return x[0] == y[0] || x[1] == y[1] })
}

// likeness returns the Dice coefficient of two sentences, 0 to 1.
func (c *comparer) likeness(i, j int) float32 {
	a, b := &c.bags[0][i], &c.bags[1][j]
	if a.sum+b.sum == 0 {
		return 0
	}
	return 2 * shared(a, b) / (a.sum + b.sum)
}

// measured aligns two short ranges so that as much as possible corresponds, in
// order: one sentence with one, or with several that it was split into.
func (c *comparer) measured(of [2][2]int) {
	l, r := of[0], of[1]
	n, m := l[1]-l[0], r[1]-r[0]
	sums := make([]float32, (n+1)*(m+1)) // by sentences of either side: the most that can correspond up to them
	steps := make([][2]uint8, len(sums))
	at := func(i, j int) int { return i*(m+1) + j }
	same := make([]float32, n*m)
	for i := range n {
		for j := range m {
			same[i*m+j] = shared(&c.bags[0][l[0]+i], &c.bags[1][r[0]+j])
		}
	}
	for i := range n + 1 {
		for j := range m + 1 {
			k := at(i, j)
			try := func(di, dj int, gain float32) {
				if s := sums[at(i-di, j-dj)] + gain; s > sums[k] || steps[k] == [2]uint8{} {
					sums[k], steps[k] = s, [2]uint8{uint8(di), uint8(dj)}
				}
			}
			if i > 0 {
				try(1, 0, 0)
			}
			if j > 0 {
				try(0, 1, 0)
			}
			if i == 0 || j == 0 {
				continue
			}
			if s := same[(i-1)*m+j-1]; s > 0 && c.belong(l[0]+i-1, r[0]+j-1, s, n == 1 && m == 1) {
				try(1, 1, s)
			}
			c.tryParts(l[0]+i-1, r[0]+j-1, i, j, func(x, y int) float32 { return same[x*m+y] }, try)
		}
	}
	for i, j := n, m; i > 0 && j > 0; {
		d := steps[at(i, j)]
		di, dj := int(d[0]), int(d[1])
		i, j = i-di, j-dj
		if di > 0 && dj > 0 {
			c.join([2][2]int{{l[0] + i, l[0] + i + di}, {r[0] + j, r[0] + j + dj}}, false)
		}
	}
}

// belong reports whether two sentences that share so much are one in two
// wordings. alone says that nothing else can have come of either.
func (c *comparer) belong(i, j int, s float32, alone bool) bool {
	a, b := c.bags[0][i].sum, c.bags[1][j].sum
	return 2*s >= placeLikeness*(a+b) || s >= partLikeness*min(a, b) && s >= 3 || alone && 2*s >= placeLikeness/2*(a+b)
}

// tryParts tries sentence x of the left for several of the right that end with
// y, and the other way round. They are the i-th and j-th of their ranges.
func (c *comparer) tryParts(x, y, i, j int, same func(i, j int) float32, try func(di, dj int, gain float32)) {
	for side, n := range [2]int{j, i} {
		whole, part := &c.bags[0][x], y
		if side == 1 {
			whole, part = &c.bags[1][y], x
		}
		gain := float32(0)
		for k := range min(mostParts, n) {
			s := float32(0)
			if side == 0 {
				s = same(i-1, j-1-k)
			} else {
				s = same(i-1-k, j-1)
			}
			if b := &c.bags[1-side][part-k]; s == 0 || s < partLikeness*b.sum {
				break
			}
			gain += s
			if k == 0 {
				continue
			}
			g := min(gain, whole.sum) - .5 // of equally good readings the simpler
			if side == 0 {
				try(1, k+1, g)
			} else {
				try(k+1, 1, g)
			}
		}
	}
}

// rareToken is how many sentences may have a token that is to lead from one
// sentence to one like it.
const rareToken = 8

// likest returns pairs of sentences that are alike wherever they stand, the
// likest first, each sentence once.
func (c *comparer) likest(left, right []int) [][2]int {
	places := make(map[int32][]int)
	for _, j := range right {
		for _, id := range c.bags[1][j].ids {
			if len(places[id]) <= rareToken {
				places[id] = append(places[id], j)
			}
		}
	}
	type found struct {
		at   [2]int
		like float32
	}
	var all []found
	tried := make(map[int]bool)
	for _, i := range left {
		if c.ended() {
			return nil
		}
		clear(tried)
		for _, id := range c.bags[0][i].ids {
			if len(places[id]) > rareToken {
				continue
			}
			for _, j := range places[id] {
				if tried[j] || c.cells <= 0 {
					continue
				}
				tried[j] = true
				c.cells--
				if like := c.likeness(i, j); like >= movedLikeness {
					all = append(all, found{[2]int{i, j}, like})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(x, y found) int {
		return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(x.at[0], y.at[0]), cmp.Compare(x.at[1], y.at[1]))
	})
	var out [][2]int
	taken := [2]map[int]bool{{}, {}}
	for _, f := range all {
		if !taken[0][f.at[0]] && !taken[1][f.at[1]] {
			taken[0][f.at[0]], taken[1][f.at[1]] = true, true
			out = append(out, f.at)
		}
	}
	return out
}
