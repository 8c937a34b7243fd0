package story

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

const (
	// linkAt is how similar all articles of two groups must be on average for
	// the groups to become one story: the cosine of their weighted words.
	linkAt = 0.2

	// nearAt is how similar two articles must be to be looked at together.
	nearAt = 0.5 * linkAt

	// addressAt is how similar two articles of one address must be to be
	// versions of one text. A page that has been given wholly new contents
	// (a live page, a front page) is less.
	addressAt = 0.15
)

// A group is articles that have been joined so far.
type group struct {
	members []int
	sum     []term          // sum of the members' terms
	days    float64         // sum over the dated members
	dated   int             // how many are dated
	near    map[int]float32 // similarity to the groups near this one
	born    int             // how many joins came before; tells stale bids
}

// A bid is two groups that could be joined.
type bid struct {
	similarity float32
	a, b       int // groups, a < b
	born       int // of the later of the two
}

// bids is a heap, the best bid first.
type bids []bid

func (h bids) Len() int      { return len(h) }
func (h bids) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *bids) Push(x any)   { *h = append(*h, x.(bid)) }
func (h *bids) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
func (h bids) Less(i, j int) bool {
	p, q := h[i], h[j]
	return cmp.Or(cmp.Compare(q.similarity, p.similarity), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) < 0
}

// A linker joins groups until no two are similar enough.
type linker struct {
	groups []*group // nil once joined into another
	open   bids
	joins  int
}

// link returns the groups of articles that belong together, each in order.
//
// It is average linking: the two most similar groups are joined, where the
// similarity of two groups is the mean over all pairs of an article of one and
// an article of the other. As cosines are inner products, that mean is the
// inner product of the groups' sums and needs no list of pairs. Only groups
// that have near articles are tried.
func link(texts []text, edges [][]edge) [][]int {
	l := &linker{groups: make([]*group, len(texts))}
	for i, t := range texts {
		g := &group{members: []int{i}, sum: t.terms, near: make(map[int]float32, len(edges[i]))}
		if t.dated {
			g.days, g.dated = t.day, 1
		}
		for _, e := range edges[i] {
			g.near[e.to] = e.similarity
		}
		l.groups[i] = g
	}
	l.sameAddress(texts)
	for i, g := range l.groups {
		if g != nil {
			l.bid(i)
		}
	}
	for len(l.open) > 0 {
		b := heap.Pop(&l.open).(bid)
		p, q := l.groups[b.a], l.groups[b.b]
		if p == nil || q == nil || max(p.born, q.born) != b.born {
			continue
		}
		l.join(b.a, b.b)
		l.bid(b.a)
	}
	var found [][]int
	for _, g := range l.groups {
		if g != nil {
			slices.Sort(g.members)
			found = append(found, g.members)
		}
	}
	return found
}

// sameAddress joins the articles of one address, whatever their dates.
func (l *linker) sameAddress(texts []text) {
	first := make(map[string]int)
	for i, t := range texts {
		if t.address == "" {
			continue
		}
		j, ok := first[t.address]
		switch {
		case !ok:
			first[t.address] = i
		case dot(t.terms, texts[j].terms) >= addressAt:
			l.join(j, i)
		}
	}
}

// join puts group b into group a.
func (l *linker) join(a, b int) {
	p, q := l.groups[a], l.groups[b]
	l.joins++
	l.groups[b] = nil
	joined := &group{
		members: append(p.members, q.members...),
		sum:     add(p.sum, q.sum),
		days:    p.days + q.days,
		dated:   p.dated + q.dated,
		near:    p.near,
		born:    l.joins,
	}
	l.groups[a] = joined
	for c := range q.near {
		joined.near[c] = 0
	}
	delete(joined.near, a)
	delete(joined.near, b)
	for c := range joined.near {
		g := l.groups[c]
		s := mean(joined, g)
		joined.near[c] = s
		delete(g.near, b)
		g.near[a] = s
	}
}

// bid opens bids of a group with all those near it.
func (l *linker) bid(a int) {
	g := l.groups[a]
	for c, s := range g.near {
		if s >= linkAt {
			heap.Push(&l.open, bid{s, min(a, c), max(a, c), max(g.born, l.groups[c].born)})
		}
	}
}

// mean returns the mean similarity of the articles of two groups.
func mean(p, q *group) float32 {
	s := dot(p.sum, q.sum) / float32(len(p.members)*len(q.members))
	if p.dated == 0 || q.dated == 0 {
		return s * undated
	}
	return s * fade(math.Abs(p.days/float64(p.dated)-q.days/float64(q.dated)))
}

// add returns the sum of two lists of terms by id.
func add(a, b []term) []term {
	sum := make([]term, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := cmp.Compare(a[0].id, b[0].id); {
		case c < 0:
			sum, a = append(sum, a[0]), a[1:]
		case c > 0:
			sum, b = append(sum, b[0]), b[1:]
		default:
			sum = append(sum, term{a[0].id, a[0].weight + b[0].weight})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(sum, a...), b...)
}
