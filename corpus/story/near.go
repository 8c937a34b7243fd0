package story

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// Where to look for articles about the same event.
const (
	// lookBack is how many articles a word leads back to, the latest before
	// the one that is looked at. It is what keeps the work near linear: an
	// article costs at most lookBack steps for each of its words.
	lookBack = 300

	// ledPart is how much of the similarity sought must come from words that
	// led from one article to the other, for the two to be compared.
	ledPart = 0.4

	// mostNear is how many nearest articles are kept of each.
	mostNear = 60

	// sameDays is how many days apart two articles may be published without
	// loss; halfDays more halve their similarity, so that at three days nine tenths
	// are left and at a week half: a story may go on for days. Of events of one to
	// four days (shared/corpora/events) 3 to 6 are alike.
	sameDays = 2.0
	halfDays = 5.0

	// undated is how much of the similarity of two articles is lost if the date
	// of one is not known, for each tenfold of articles in the corpus: the more
	// there are, the more likely it is that two are alike by chance. At 0.12 the
	// undated spectrum is better by .09 of F1, but 982 short texts on some 90
	// events (wire) fall into 210 stories instead of 150.
	undated = 0.08
)

// An edge leads to an article that may be about the same event.
type edge struct {
	to         int32
	similarity float32 // cosine of the weighted words, less for days apart; 0 to 1
}

// neighbours returns the articles near each one, the nearest first: those among
// the mostNear of either end. If b is near a then a is near b.
func neighbours(texts []text, words int) [][]edge {
	x := newIndex(texts, words)
	near := newNearest(len(texts))
	doubt := undatedPart(len(texts))
	share(len(texts), func(take func() (int, bool)) {
		partial := make([]float32, len(texts)) // similarity by the words that led to the article
		var touched []int32
		for i, ok := take(); ok; i, ok = take() {
			touched = x.lead(texts[i].terms, int32(i), partial, touched[:0])
			for _, j := range touched {
				led := partial[j]
				partial[j] = 0
				if led < ledPart*nearAt {
					continue
				}
				s := dot(texts[i].terms, texts[j].terms) * closeness(&texts[i], &texts[j], doubt)
				if s >= nearAt {
					near.add(int32(i), edge{j, s})
					near.add(j, edge{int32(i), s})
				}
			}
		}
	})
	return near.both()
}

// A nearest keeps the nearest articles of each, at most mostNear while they are
// found: articles that are all alike have thousands.
type nearest struct {
	of    [][]edge        // in order
	locks [256]sync.Mutex // by article, several to each
}

func newNearest(n int) *nearest { return &nearest{of: make([][]edge, n)} }

// nearer orders edges, the nearest first.
func nearer(a, b edge) int {
	return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(a.to, b.to))
}

// add takes up an edge of an article.
func (n *nearest) add(i int32, e edge) {
	lock := &n.locks[int(i)%len(n.locks)]
	lock.Lock()
	defer lock.Unlock()
	list := n.of[i]
	if len(list) == mostNear {
		if nearer(e, list[mostNear-1]) > 0 {
			return
		}
		list = list[:mostNear-1]
	}
	at, _ := slices.BinarySearchFunc(list, e, nearer)
	n.of[i] = slices.Insert(list, at, e)
}

// both returns the edges of each article that it or the other end has kept.
func (n *nearest) both() [][]edge {
	back := make([][]edge, len(n.of))
	for i, list := range n.of {
		for _, e := range list {
			e, to := edge{int32(i), e.similarity}, e.to
			if _, kept := slices.BinarySearchFunc(n.of[to], e, nearer); !kept {
				back[to] = append(back[to], e)
			}
		}
	}
	each(len(back), func(i int) {
		if len(back[i]) > 0 {
			n.of[i] = append(n.of[i], back[i]...)
			slices.SortFunc(n.of[i], nearer)
		}
	})
	return n.of
}

// An index tells which articles hold a word.
type index struct {
	holders []term  // the articles that hold word 0, in order, with its weight there; then those of word 1; …
	first   []int32 // by word, where its holders begin; and the end of all
}

func newIndex(texts []text, words int) index {
	x := index{first: make([]int32, words+1)}
	for _, t := range texts {
		for _, w := range t.terms {
			x.first[w.id+1]++
		}
	}
	for w := range words {
		x.first[w+1] += x.first[w]
	}
	x.holders = make([]term, x.first[words])
	next := slices.Clone(x.first)
	for i, t := range texts {
		for _, w := range t.terms {
			x.holders[next[w.id]] = term{int32(i), w.weight}
			next[w.id]++
		}
	}
	return x
}

// lead adds to partial, by article, what the terms of article i have in common
// with those of the articles before it, and returns which these are.
func (x index) lead(terms []term, i int32, partial []float32, touched []int32) []int32 {
	for _, t := range terms {
		list := x.holders[x.first[t.id]:x.first[t.id+1]]
		before, _ := slices.BinarySearchFunc(list, i, func(u term, i int32) int { return cmp.Compare(u.id, i) })
		for _, p := range list[max(0, before-lookBack):before] {
			if partial[p.id] == 0 {
				touched = append(touched, p.id)
			}
			partial[p.id] += t.weight * p.weight
		}
	}
	return touched
}

// dot returns the inner product of two lists of terms by id.
func dot(a, b []term) float32 {
	if len(a) > len(b) {
		a, b = b, a
	}
	var sum float32
	if len(b) > 8*len(a) {
		for _, t := range a {
			k, ok := slices.BinarySearchFunc(b, t.id, func(u term, id int32) int { return cmp.Compare(u.id, id) })
			if ok {
				sum += t.weight * b[k].weight
			}
			b = b[k:]
		}
		return sum
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			sum += a[i].weight * b[j].weight
			i++
			j++
		}
	}
	return sum
}

// undatedPart returns what is left of the similarity of two articles of which
// one is not dated, in a corpus of n.
func undatedPart(n int) float32 {
	return float32(max(0.5, 1-undated*math.Log10(float64(max(n, 1)))))
}

// closeness returns what is left of the similarity of two articles for the days
// between them, 0 to 1; it is doubt if one date is not known.
func closeness(a, b *text, doubt float32) float32 {
	days := daysBetween(a, b)
	if days < 0 {
		return doubt
	}
	return fade(days)
}

// daysBetween returns the days between two articles, -1 if one date is not known.
func daysBetween(a, b *text) float64 {
	if !a.dated || !b.dated {
		return -1
	}
	return math.Abs(a.day - b.day)
}

// fade returns what is left of a similarity over days.
func fade(days float64) float32 {
	if days <= sameDays {
		return 1
	}
	return float32(math.Exp2((sameDays - days) / halfDays))
}
