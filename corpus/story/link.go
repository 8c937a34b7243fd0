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
	//
	// It and the other constants of this package were chosen by hand on 300
	// articles on 100 political events of 2010 to 2019 (shared/corpora/events),
	// with dates and without, in whole and in random subsets of 1, 2, 3 and 10
	// events, and watched on 50 articles on ten events of spring 2018
	// (spectrum) and on the sample corpus. Pair F1 at 0.16, 0.20 and 0.24: dated
	// events .96, .97, .95, undated .86, .88, .87; dated spectrum .89, .98, .98.
	linkAt = 0.2

	// nearAt is how similar two articles must be to be looked at together.
	nearAt = 0.5 * linkAt

	// slack is how much of its similarity a pair of groups may have lost to
	// other joins, as a part of it, and still be joined in its turn.
	slack = 0.05

	// addressAt is how similar two articles of one address must be to be
	// versions of one text. A page that has been given wholly new contents
	// (a live page, a front page) is less.
	addressAt = 0.15
)

// A group is articles that have been joined so far.
type group struct {
	members []int
	sum     []term  // sum of the members' terms
	days    float64 // sum over the dated members
	dated   int     // how many are dated
}

// A bid is two articles whose groups could be joined.
type bid struct {
	similarity float32 // of the groups when it was last measured
	a, b       int32   // a < b
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
type linker []*group // by article

// link returns the groups of articles that belong together, each in order.
//
// It is average linking: the two most similar groups are joined, where the
// similarity of two groups is the mean over all pairs of an article of one and
// an article of the other. As cosines are inner products, that mean is the
// inner product of the groups' sums and needs no list of pairs. Only groups
// with an edge between them are tried.
//
// A join changes the similarity of its group to all others. They are not
// measured anew until their turn comes: what has then lost less than slack of
// its similarity is joined, what has lost more waits for a new turn. Measuring
// all of them at each join took 88 s for a story of 3,000 articles.
func link(texts []text, edges [][]edge) [][]int {
	l := make(linker, len(texts))
	for i, t := range texts {
		l[i] = &group{members: []int{i}, sum: t.terms}
		if t.dated {
			l[i].days, l[i].dated = t.day, 1
		}
	}
	l.sameAddress(texts)
	var open bids
	for i := range edges {
		for _, e := range edges[i] {
			if int32(i) < e.to {
				open = append(open, bid{e.similarity, int32(i), e.to})
			}
		}
	}
	heap.Init(&open)
	doubt := undatedPart(len(texts))
	for len(open) > 0 {
		best := &open[0]
		p, q := l[best.a], l[best.b]
		s := float32(0)
		if p != q {
			s = mean(p, q, doubt)
		}
		if s >= nearAt && s < (1-slack)*best.similarity {
			best.similarity = s
			heap.Fix(&open, 0)
			continue
		}
		if s >= linkAt {
			l.join(p, q)
		}
		heap.Pop(&open)
	}
	return l.members()
}

// sameAddress joins the articles of one address, whatever their dates.
func (l linker) sameAddress(texts []text) {
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
			l.join(l[j], l[i])
		}
	}
}

// join makes two groups one, the larger.
func (l linker) join(p, q *group) {
	if len(p.members) < len(q.members) {
		p, q = q, p
	}
	p.members = append(p.members, q.members...)
	p.sum = add(p.sum, q.sum)
	p.days += q.days
	p.dated += q.dated
	for _, i := range q.members {
		l[i] = p
	}
}

// members returns the articles of each group in order, by their first.
func (l linker) members() [][]int {
	var all [][]int
	seen := make(map[*group]bool)
	for _, g := range l {
		if !seen[g] {
			seen[g] = true
			slices.Sort(g.members)
			all = append(all, g.members)
		}
	}
	return all
}

// mean returns the mean similarity of the articles of two groups; doubt is what
// is left of it if no date of one is known.
func mean(p, q *group, doubt float32) float32 {
	s := dot(p.sum, q.sum) / float32(len(p.members)*len(q.members))
	if p.dated == 0 || q.dated == 0 {
		return s * doubt
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
