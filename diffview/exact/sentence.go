package exact

import (
	"cmp"
	"slices"
)

// deepest is how often the gaps between equal sentences are searched for more
// of them. Real texts need two or three rounds.
const deepest = 12

// align finds the sentences of two ranges that correspond, in order. Equal ones
// at either end come first; then those that occur once on each side hold the
// ranges together (patience diff), and what is between them is aligned in
// its turn.
func (c *comparer) align(of [2][2]int, depth int) {
	if c.ended() {
		return
	}
	l, r := of[0], of[1]
	for l[0] < l[1] && r[0] < r[1] && c.keys[0][l[0]] == c.keys[1][r[0]] {
		c.joinEqual(l[0], r[0])
		l[0]++
		r[0]++
	}
	for l[0] < l[1] && r[0] < r[1] && c.keys[0][l[1]-1] == c.keys[1][r[1]-1] {
		l[1]--
		r[1]--
		c.joinEqual(l[1], r[1])
	}
	if l[0] == l[1] || r[0] == r[1] {
		return
	}
	var anchors [][2]int
	if depth < deepest {
		anchors = c.anchors(l, r)
	}
	if len(anchors) == 0 {
		c.gap([2][2]int{l, r}, depth)
		return
	}
	for _, a := range anchors {
		c.align([2][2]int{{l[0], a[0]}, {r[0], a[1]}}, depth+1)
		c.joinEqual(a[0], a[1])
		l[0], r[0] = a[0]+1, a[1]+1
	}
	c.align([2][2]int{l, r}, depth+1)
}

func (c *comparer) joinEqual(i, j int) {
	c.join([2][2]int{{i, i + 1}, {j, j + 1}}, true)
}

// anchors returns equal sentences of two ranges in the same order on both
// sides: those that occur once on each; without any, the first
// of equal ones with the first, the second with the second.
func (c *comparer) anchors(l, r [2]int) [][2]int {
	size := func(i int) int { return 1 + c.texts[0].sentences[i].size() }
	once, each := pairOccurrences(c.keys[0][l[0]:l[1]], c.keys[1][r[0]:r[1]])
	if len(once) == 0 {
		once = each
	}
	for k := range once {
		once[k][0] += l[0]
		once[k][1] += r[0]
	}
	return inOrder(once, size)
}

// pairOccurrences pairs the places of equal values: once has the values that
// occur once on each side, each the first, second and so on of every value. Both
// ascend on the left.
func pairOccurrences(left, right []int32) (once, each [][2]int) {
	places := make(map[int32][]int, len(right))
	for j, v := range right {
		places[v] = append(places[v], j)
	}
	counts := make(map[int32]int, len(left))
	for _, v := range left {
		if len(places[v]) > 0 {
			counts[v]++
		}
	}
	seen := make(map[int32]int, len(counts))
	for i, v := range left {
		p := places[v]
		if len(p) == 1 && counts[v] == 1 {
			once = append(once, [2]int{i, p[0]})
		}
		if n := seen[v]; n < len(p) {
			each = append(each, [2]int{i, p[n]})
			seen[v]++
		}
	}
	return once, each
}

// inOrder returns those of the pairs, which ascend on the left, that ascend on
// the right too and together weigh most; of equally heavy choices the first
// found.
func inOrder(pairs [][2]int, weight func(left int) int) [][2]int {
	if len(pairs) == 0 {
		return nil
	}
	rights := make([]int, len(pairs))
	for k, p := range pairs {
		rights[k] = p[1]
	}
	slices.Sort(rights)
	type best struct{ sum, last int }
	tree := make([]best, len(rights)+1) // Fenwick tree of the heaviest chain that ends at or before a right place
	for k := range tree {
		tree[k].last = -1
	}
	before := make([]int, len(pairs))
	end, heaviest := -1, 0
	for k, p := range pairs {
		at, _ := slices.BinarySearch(rights, p[1])
		b := best{0, -1}
		for n := at; n > 0; n -= n & -n {
			if tree[n].sum > b.sum {
				b = tree[n]
			}
		}
		before[k] = b.last
		sum := b.sum + weight(p[0])
		for n := at + 1; n < len(tree); n += n & -n {
			if sum > tree[n].sum {
				tree[n] = best{sum, k}
			}
		}
		if sum > heaviest {
			end, heaviest = k, sum
		}
	}
	var out [][2]int
	for k := end; k >= 0; k = before[k] {
		out = append(out, pairs[k])
	}
	slices.Reverse(out)
	return out
}

// findMoved joins the sentences left over that the other article has elsewhere:
// equal ones, then those that were changed as well.
func (c *comparer) findMoved() {
	l, r := c.left(0), c.left(1)
	keys := func(side int, of []int) []int32 {
		out := make([]int32, len(of))
		for k, n := range of {
			out[k] = c.keys[side][n]
		}
		return out
	}
	_, each := pairOccurrences(keys(0, l), keys(1, r))
	for _, p := range each {
		if c.texts[0].sentences[l[p[0]]].size() > 0 {
			c.join([2][2]int{{l[p[0]], l[p[0]] + 1}, {r[p[1]], r[p[1]] + 1}}, true)
		}
	}
	for _, p := range c.likest(c.left(0), c.left(1)) {
		c.join([2][2]int{{p[0], p[0] + 1}, {p[1], p[1] + 1}}, false)
	}
}

// left returns the sentences of a side that are in no group.
func (c *comparer) left(side int) (out []int) {
	for n, g := range c.grouped[side] {
		if g < 0 {
			out = append(out, n)
		}
	}
	return out
}

// settle decides which groups were moved: all but the heaviest whose order is the
// same on both sides. Until then a sentence that was changed had no weight. What
// that leaves between groups in their place is aligned as before.
func (c *comparer) settle() {
	c.sortGroups()
	pairs := make([][2]int, len(c.groups))
	at := make(map[int]int, len(c.groups)) // by left sentence: its group
	for n, g := range c.groups {
		pairs[n] = [2]int{g.of[0][0], g.of[1][0]}
		at[g.of[0][0]] = n
		c.groups[n].moved = true
	}
	from := [2]int{}
	weight := func(left int) int { return c.weight(c.groups[at[left]]) }
	for _, p := range inOrder(pairs, weight) {
		g := at[p[0]]
		c.groups[g].moved = false
		c.rest([2][2]int{{from[0], p[0]}, {from[1], p[1]}})
		from = [2]int{c.groups[g].of[0][1], c.groups[g].of[1][1]}
	}
	c.rest([2][2]int{{from[0], len(c.keys[0])}, {from[1], len(c.keys[1])}})
}

// weight returns how many tokens a group has.
func (c *comparer) weight(g group) (n int) {
	for side, r := range g.of {
		n += c.texts[side].sentences[r[1]-1].last - c.texts[side].sentences[r[0]].first
	}
	return n + 1
}

// rest aligns what is in no group of two ranges, where it is in one piece on
// either side.
func (c *comparer) rest(of [2][2]int) {
	for side := range of {
		r := &of[side]
		for r[0] < r[1] && c.grouped[side][r[0]] >= 0 {
			r[0]++
		}
		for r[0] < r[1] && c.grouped[side][r[1]-1] >= 0 {
			r[1]--
		}
		if r[0] == r[1] || slices.ContainsFunc(c.grouped[side][r[0]:r[1]], func(g int) bool { return g >= 0 }) {
			return
		}
	}
	c.gap(of, 0)
}

// sortGroups puts the groups in the order of the left text.
func (c *comparer) sortGroups() {
	slices.SortFunc(c.groups, func(x, y group) int { return cmp.Compare(x.of[0][0], y.of[0][0]) })
	for n, g := range c.groups {
		for side, r := range g.of {
			for k := r[0]; k < r[1]; k++ {
				c.grouped[side][k] = n
			}
		}
	}
}
