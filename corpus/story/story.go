// Package story finds which articles are about one event, and which of those
// are versions or copies of one text.
//
// Articles go in, Stories come out. Each article becomes a list of weighted
// words (digest.go, terms.go): a word counts for more the rarer it is in this
// corpus and in news at large (common.go), when it is a name, and when it
// stands in the title or the first sentences. An index of the rarer words finds
// the articles worth comparing (near.go), so that the work grows with the
// corpus and not with its square. Average linking joins them (link.go): an
// article enters a story only when it is near to the whole of it. Linking by
// the single nearest article does not do; it went from each day's news to the
// next until 2,702 articles were one story. Texts of one form, as are the market
// reports of two days, are told apart by their days, figures and names (form.go).
// Within a story, shared runs of words and a common address (address.go) show
// which articles are versions and copies (same.go).
//
// The rest answers questions about stories: why an article is where it is
// (why.go), which pairs a story has (pairs.go), what to call it (title.go). Stories
// can be made by folder instead (grouping.go) and changed by the reader (moved.go).
//
// The result depends on the articles alone: not on their order, the clock or
// the machine.
package story

import (
	"cmp"
	"slices"
	"time"

	"github.com/maruel/natural"

	"parallax/corpus"
)

// A Story is the articles about one event. All articles in it are named by
// their index in the slice given to Group.
type Story struct {
	Articles []int   // every article of the story: by time of publication, then of update, then by path; by path alone when most are undated
	Versions [][]int // groups of two and more: one outlet's or one address's text at different times, the oldest first
	Copies   [][]int // groups of two and more: nearly the same text in different outlets, in the order of Articles

	reasons map[int]string // by article, for Why
}

// Group sorts articles into stories, the largest first and among equals the
// freshest. Every article is in exactly one. Articles it cannot place with any
// other are stories of their own.
//
// It takes some 0.35 ms of a processor for an article of 600 words, in stories
// of 5, and uses all there are; TestScale measures it. One story of 3,000
// articles takes 1.5 ms an article.
func Group(articles []*corpus.Article) []Story { return Content.Stories(articles) }

func stories(articles []*corpus.Article, grouping Grouping) []Story {
	order := canonical(articles)
	sorted := make([]*corpus.Article, len(order))
	for i, a := range order {
		sorted[i] = articles[a]
	}
	texts, words := prepare(sorted)
	edges := neighbours(texts, len(words))
	groups := grouping.groups(sorted, texts, edges)
	stories := make([]Story, len(groups))
	each(len(groups), func(i int) {
		s := &stories[i]
		s.Articles = groups[i]
		s.Versions, s.Copies = sameTexts(texts, groups[i])
		s.reasons = explain(texts, words, edges, *s, grouping)
	})
	slices.SortFunc(stories, func(a, b Story) int {
		if grouping == Folders {
			return natural.Compare(folder(sorted[a.Articles[0]]), folder(sorted[b.Articles[0]]))
		}
		return cmp.Or(
			cmp.Compare(len(b.Articles), len(a.Articles)),
			latest(sorted, b).Compare(latest(sorted, a)),
			cmp.Compare(a.Articles[0], b.Articles[0]))
	})
	for i := range stories {
		stories[i].rename(order)
		stories[i].arrange(articles)
	}
	return stories
}

// canonical returns the indexes of the articles in the order of a story: the
// dated by time, then the undated, each by path. Working in this order is what
// makes the result independent of the order they came in.
func canonical(articles []*corpus.Article) []int {
	order := make([]int, len(articles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := articles[i], articles[j]
		p, q := a.Meta.Published, b.Meta.Published
		switch {
		case p.Known() != q.Known():
			if p.Known() {
				return -1
			}
			return 1
		case p.Known() && !p.Value.Equal(q.Value):
			return p.Value.Compare(q.Value)
		case !a.Meta.Updated.Value.Equal(b.Meta.Updated.Value):
			return a.Meta.Updated.Value.Compare(b.Meta.Updated.Value)
		}
		return byPath(a, b)
	})
	return order
}

// byPath compares articles by their paths in natural order; of equal ones, which
// somebody could give, by their texts.
func byPath(a, b *corpus.Article) int {
	return cmp.Or(natural.Compare(a.Path, b.Path), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Text, b.Text))
}

// arrange puts a story that is mostly undated in the order of its paths: by
// time, its one dated article would come before all that nobody knows to be
// later.
func (s *Story) arrange(articles []*corpus.Article) {
	dated := 0
	for _, i := range s.Articles {
		if articles[i].Meta.Published.Known() {
			dated++
		}
	}
	if 2*dated >= len(s.Articles) {
		return
	}
	slices.SortFunc(s.Articles, func(i, j int) int {
		return cmp.Or(byPath(articles[i], articles[j]), cmp.Compare(i, j))
	})
}

// latest returns when the story's freshest dated article was published.
func latest(articles []*corpus.Article, s Story) time.Time {
	var last time.Time
	for _, i := range s.Articles {
		if p := articles[i].Meta.Published; p.Known() && p.Value.After(last) {
			last = p.Value
		}
	}
	return last
}

// rename replaces each article i of the story by order[i].
func (s *Story) rename(order []int) {
	each := func(list []int) {
		for k, i := range list {
			list[k] = order[i]
		}
	}
	each(s.Articles)
	for _, group := range slices.Concat(s.Versions, s.Copies) {
		each(group)
	}
	reasons := make(map[int]string, len(s.reasons))
	for i, r := range s.reasons {
		reasons[order[i]] = r
	}
	s.reasons = reasons
}
