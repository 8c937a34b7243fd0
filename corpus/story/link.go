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
	// (spectrum), on the sample corpus, and on 982 short texts (wire) of which
	// it was noted by hand which are about one event. Pair F1 at 0.16, 0.18 and
	// 0.20: dated events .99, .98, .97, undated .92, .92, .92, wire .87, .85, .84.
	linkAt = 0.18

	// kinship is how similar the articles of two groups must be to each other, as
	// a part of how similar those in each are, for the groups to be one event: two
	// events of one kind in one place have much in common, but each has more. It
	// is asked of groups of judged articles and more; fewer say little. Without
	// it, pair F1 is .90 of undated events, .83 of wire.
	kinship = 0.65
	judged  = 3

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
	members  []int
	sum      []term // sum of the members' terms
	form     particulars
	own      float32 // mean similarity of its members, when it had as many as measured
	measured int
	days     float64 // sum over the dated members
	dated    int     // how many are dated
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
type linker struct {
	of    []*group // by article
	texts []text
	doubt float32 // what is left of the similarity of groups of which one has no date
}

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
	l := linker{make([]*group, len(texts)), texts, undatedPart(len(texts))}
	for i, t := range texts {
		l.of[i] = &group{members: []int{i}, sum: t.terms, form: t.form}
		if t.dated {
			l.of[i].days, l.of[i].dated = t.day, 1
		}
	}
	l.sameAddress()
	var open bids
	for i := range edges {
		for _, e := range edges[i] {
			if int32(i) < e.to {
				open = append(open, bid{e.similarity, int32(i), e.to})
			}
		}
	}
	heap.Init(&open)
	for len(open) > 0 {
		best := &open[0]
		p, q := l.of[best.a], l.of[best.b]
		s := float32(0)
		if p != q {
			s = l.mean(p, q)
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
func (l linker) sameAddress() {
	first := make(map[string]int)
	for i, t := range l.texts {
		if t.address == "" {
			continue
		}
		j, ok := first[t.address]
		switch {
		case !ok:
			first[t.address] = i
		case dot(t.terms, l.texts[j].terms) >= addressAt:
			l.join(l.of[j], l.of[i])
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
	p.form = p.form.with(q.form)
	p.days += q.days
	p.dated += q.dated
	for _, i := range q.members {
		l.of[i] = p
	}
}

// members returns the articles of each group in order, by their first.
func (l linker) members() [][]int {
	var all [][]int
	seen := make(map[*group]bool)
	for _, g := range l.of {
		if !seen[g] {
			seen[g] = true
			slices.Sort(g.members)
			all = append(all, g.members)
		}
	}
	return all
}

// mean returns the mean similarity of the articles of two groups, less for the
// days between them. It is 0 for groups about two events: their particulars
// contradict each other, or the groups are, as wholes, much less alike than the
// articles in each.
func (l linker) mean(p, q *group) float32 {
	s := dot(p.sum, q.sum) / float32(len(p.members)*len(q.members))
	if s < nearAt {
		return s
	}
	days := -1.0
	if p.dated > 0 && q.dated > 0 {
		days = math.Abs(p.days/float64(p.dated) - q.days/float64(q.dated))
	}
	if min(len(p.members), len(q.members)) >= judged && s < kinship*float32(math.Sqrt(float64(p.within()*q.within()))) {
		return 0
	}
	if contradict(&p.form, &q.form, days, func() float64 { return sharedRuns(&l.texts[p.members[0]], &l.texts[q.members[0]]) }) {
		return 0
	}
	if days < 0 {
		return s * l.doubt
	}
	return s * fade(days)
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

// within returns the mean similarity of the articles of a group to one another. As
// each is of length 1, it is in the square of their sum.
func (g *group) within() float32 {
	n := float32(len(g.members))
	if g.measured != len(g.members) {
		g.measured = len(g.members)
		g.own = (dot(g.sum, g.sum) - n) / (n * (n - 1))
	}
	return g.own
}
