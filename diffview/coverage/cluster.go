package coverage

import (
	"container/heap"
	"slices"
	"sort"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// floor is the mean score of links, 0 to 1, at which two clusters are one fact.
// No link counts as 0.
const floor = 0.34

// likelier is the score, a probability, from which two sentences are more likely to
// report the same than not.
const likelier = 0.5

// A graph is the linked sentences of a story.
type graph struct {
	articles []*corpus.Article
	places   []Place // of its sentences, by article and then in order
	edges    []map[int]edge
}

// An edge is the link of two sentences.
type edge struct {
	score    float64
	sure     bool
	disputed bool // there is a conflict in it
}

func newGraph(articles []*corpus.Article, pairings map[Pair]Pairing) *graph {
	g := &graph{articles: articles}
	linked := make(map[Place]int)
	for pair, p := range pairings {
		for _, l := range p.Links {
			for side, s := range l.Sentences {
				linked[Place{pair[side], s}] = 0
			}
		}
	}
	for p := range linked {
		g.places = append(g.places, p)
	}
	sort.Slice(g.places, func(x, y int) bool {
		a, b := g.places[x], g.places[y]
		return a.Article < b.Article || a.Article == b.Article && a.Sentence < b.Sentence
	})
	for n, p := range g.places {
		linked[p] = n
	}
	g.edges = make([]map[int]edge, len(g.places))
	for pair, p := range pairings {
		for _, l := range p.Links {
			i, j := linked[Place{pair[0], l.Sentences[0]}], linked[Place{pair[1], l.Sentences[1]}]
			e := edge{score: l.Score, sure: l.Sure}
			e.disputed = slices.ContainsFunc(p.Conflicts, func(k Clash) bool { return k.Sentences == l.Sentences })
			g.put(i, j, e)
			g.put(j, i, e)
		}
	}
	return g
}

func (g *graph) put(i, j int, e edge) {
	if g.edges[i] == nil {
		g.edges[i] = make(map[int]edge)
	}
	g.edges[i][j] = e
}

// likely reports whether sentences that were joined are a fact: two of them are more
// likely to report the same than not, or are in conflict. Of those that only doubtful
// links join most are not.
func (g *graph) likely(cluster []int) bool {
	for _, i := range cluster {
		for _, j := range cluster {
			if e := g.edges[i][j]; e.score >= likelier || e.disputed {
				return true
			}
		}
	}
	return false
}

// A cluster is sentences that are one fact so far.
type cluster struct {
	members []int
	of      map[int]int     // by article: how many of its sentences
	near    map[int]float64 // by other cluster: the sum of the scores between their sentences
	merged  int             // how often it changed; -1 when it is part of another
}

// A merger is two clusters that may become one.
type merger struct {
	mean    float64
	a, b    int // a < b
	at, bat int // how often they had changed when mean was worked out
}

// mergers is a heap: the nearest two first, and among equals the first.
type mergers []merger

func (m mergers) Len() int { return len(m) }
func (m mergers) Less(x, y int) bool {
	if m[x].mean != m[y].mean {
		return m[x].mean > m[y].mean
	}
	if m[x].a != m[y].a {
		return m[x].a < m[y].a
	}
	return m[x].b < m[y].b
}
func (m mergers) Swap(x, y int) { m[x], m[y] = m[y], m[x] }
func (m *mergers) Push(x any)   { *m = append(*m, x.(merger)) }
func (m *mergers) Pop() any {
	last := (*m)[len(*m)-1]
	*m = (*m)[:len(*m)-1]
	return last
}

// clusters joins sentences by average linkage (Sokal and Michener, 1958) over
// the scores of their links.
func (g *graph) clusters() [][]int {
	all := make([]*cluster, len(g.places))
	for n, p := range g.places {
		all[n] = &cluster{members: []int{n}, of: map[int]int{p.Article: 1}, near: make(map[int]float64)}
		for to, e := range g.edges[n] {
			all[n].near[to] = e.score
		}
	}
	var queue mergers
	offer := func(a, b int) {
		if a > b {
			a, b = b, a
		}
		if mean := meanScore(all[a], all[b], all[a].near[b]); mean >= floor {
			heap.Push(&queue, merger{mean, a, b, all[a].merged, all[b].merged})
		}
	}
	for a := range all {
		for b := range all[a].near {
			if a < b {
				offer(a, b)
			}
		}
	}
	for queue.Len() > 0 {
		m := heap.Pop(&queue).(merger)
		a, b := all[m.a], all[m.b]
		if a.merged != m.at || b.merged != m.bat {
			continue
		}
		absorb(all, m.a, m.b)
		for to := range a.near {
			offer(m.a, to)
		}
	}
	var out [][]int
	for _, c := range all {
		if c.merged >= 0 && len(c.members) > 1 {
			sort.Ints(c.members)
			out = append(out, c.members)
		}
	}
	return out
}

// absorb makes cluster b part of cluster a.
func absorb(all []*cluster, a, b int) {
	into, from := all[a], all[b]
	into.members = append(into.members, from.members...)
	for article, n := range from.of {
		into.of[article] += n
	}
	delete(into.near, b)
	delete(from.near, a)
	for to, sum := range from.near {
		into.near[to] += sum
		delete(all[to].near, b)
		all[to].near[a] = into.near[to]
	}
	into.merged++
	from.merged, from.near = -1, nil
}

// sameArticle is how much a pair of sentences of one article counts in a mean.
// They are never linked, and one sentence here may report what two do there; but
// that an article has both apart speaks against their being one fact.
const sameArticle = 0.5

// meanScore returns the mean score between the sentences of two clusters, given
// its sum.
func meanScore(a, b *cluster, sum float64) float64 {
	same := 0
	for article, n := range a.of {
		same += n * b.of[article]
	}
	return sum / (float64(len(a.members)*len(b.members)) - (1-sameArticle)*float64(same))
}

// sure reports whether a sentence has a sure link inside its cluster.
func (g *graph) sure(n int, cluster []int) bool {
	for _, to := range cluster {
		if g.edges[n][to].sure {
			return true
		}
	}
	return false
}

// How a label is chosen: the sentence nearest to all others of the fact, a word
// above labelWords costing as much as a fiftieth of the score.
const (
	labelWords = 14
	wordCost   = 0.02
	fewWords   = 4 // shorter ones tell too little by themselves
)

// clearest returns the sentence of a cluster that stands for it: near to the
// others, and short.
func (g *graph) clearest(cluster []int) (best int) {
	most := 0.0
	for k, n := range cluster {
		p := g.places[n]
		sum, others := 0.0, 0
		for _, to := range cluster {
			if g.places[to].Article != p.Article {
				sum += g.edges[n][to].score
				others++
			}
		}
		a := g.articles[p.Article]
		words := 0
		for _, w := range prose.Words(a.Text, a.Sentences[p.Sentence].Span) {
			if !w.Punct {
				words++
			}
		}
		worth := sum/float64(max(1, others)) - wordCost*float64(max(0, words-labelWords))
		if words < fewWords {
			worth--
		}
		if k == 0 || worth > most {
			best, most = n, worth
		}
	}
	return best
}
