package history

import (
	"context"
	"slices"
	"sync"
	"time"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
)

// A History is the versions of one text, in their order, and what changed
// between each two that follow one another.
type History struct {
	Versions []*corpus.Article
	Steps    []Step // one fewer
}

// A Step is what changed from one version to the next.
type Step struct {
	*diffview.Comparison
	Changes []Change
}

// Same reports whether nothing changed from the first version to the last.
func (h *History) Same() bool {
	return !slices.ContainsFunc(h.Steps, func(s Step) bool { return !s.Comparison.Same() })
}

// Groups returns the groups of versions of the stories of articles.
func Groups(articles []*corpus.Article, stories []story.Story) (groups [][]*corpus.Article) {
	for _, s := range stories {
		for _, places := range s.Versions {
			var versions []*corpus.Article
			for _, i := range places {
				versions = append(versions, articles[i])
			}
			groups = append(groups, versions)
		}
	}
	return groups
}

// InOrder returns articles by their times, or as they are when not all have
// one.
func InOrder(articles []*corpus.Article) []*corpus.Article {
	for _, a := range articles {
		if _, ok := when(a); !ok {
			return articles
		}
	}
	sorted := slices.Clone(articles)
	slices.SortStableFunc(sorted, func(a, b *corpus.Article) int {
		x, _ := when(a)
		y, _ := when(b)
		return x.Compare(y)
	})
	return sorted
}

// when returns the time of a version: when it was last updated, or else when
// it was published; false when neither is known.
func when(a *corpus.Article) (time.Time, bool) {
	when := a.Meta.Updated
	if !when.Known() {
		when = a.Meta.Published
	}
	return when.Value, when.Known() && !when.Guess
}

// All compares the versions of each text.
func All(ctx context.Context, texts [][]*corpus.Article) ([]*History, error) {
	all := make([]*History, len(texts))
	for k, versions := range texts {
		h, err := New(ctx, versions)
		if err != nil {
			return nil, err
		}
		all[k] = h
	}
	return all, nil
}

// New compares each of the versions with the one before it. The error is that of
// ctx, or a *diffview.Fault.
func New(ctx context.Context, versions []*corpus.Article) (*History, error) {
	prepared := make([]func() *diffview.Prepared, len(versions))
	for k, a := range versions {
		prepared[k] = sync.OnceValue(func() *diffview.Prepared { return diffview.Prepare(a) })
	}
	h := &History{Versions: versions}
	for k := 1; k < len(versions); k++ {
		err := diffview.Guard(versions[k-1], versions[k], func() error {
			c, err := diffview.Compare(ctx, prepared[k-1](), prepared[k]())
			if err == nil {
				h.Steps = append(h.Steps, Step{c, Changes(c)})
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		prepared[k-1] = nil // a long history need not stay in memory
	}
	return h, nil
}
