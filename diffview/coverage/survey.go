package coverage

import (
	"context"
	"runtime"
	"sync"

	"parallax/corpus"
	"parallax/diffview"
)

// A Surveyor compares the pairs of stories. Its zero value keeps nothing and tells
// nobody.
type Surveyor struct {
	Look   Look              // an outside judge; nil for none
	Kept   Keeper            // what was found earlier; nil for nothing. It is not asked where there is a Look
	Done   func()            // called after each pair
	Failed func(Pair, error) // called with a pair that cannot be compared, and why
}

// A Look is what is done with each comparison before it is kept: an outside judge
// adds to it.
type Look func(context.Context, *diffview.Comparison) *diffview.Comparison

// A Keeper keeps what was found in two articles (package cache).
type Keeper interface {
	Get(left, right *corpus.Article) (Pairing, bool)
	Put(left, right *corpus.Article, p Pairing)
}

// leastLooking is how many pairs are worked on at a time when each has to wait for
// a judge, which limits itself how many questions it is asked.
const leastLooking = 4

// A survey is a story while its pairs are compared.
type survey struct {
	Surveyor
	articles []*corpus.Article
	prepared []func() *diffview.Prepared // by article
}

// Survey compares all pairs of the articles of a story, on all processors, and
// returns what is kept of them. A pair that cannot be compared costs that pair.
// Neither Done nor Failed is called by two goroutines at a time. The error is that
// of ctx, with what was compared until then.
func (s Surveyor) Survey(ctx context.Context, articles []*corpus.Article) (map[Pair]Pairing, error) {
	of := survey{s, articles, make([]func() *diffview.Prepared, len(articles))}
	for i, a := range articles {
		of.prepared[i] = sync.OnceValue(func() *diffview.Prepared { return diffview.Prepare(a) })
	}
	pairings := make(map[Pair]Pairing)
	var (
		mu    sync.Mutex
		group sync.WaitGroup
		pairs = make(chan Pair)
	)
	workers := runtime.GOMAXPROCS(0)
	if s.Look != nil {
		workers = max(workers, leastLooking)
	}
	for range workers {
		group.Go(func() {
			for p := range pairs {
				pairing, err := of.find(ctx, p)
				mu.Lock()
				switch {
				case err == nil:
					pairings[p] = pairing
				case ctx.Err() == nil && s.Failed != nil:
					s.Failed(p, err)
				}
				if s.Done != nil {
					s.Done()
				}
				mu.Unlock()
			}
		})
	}
	for j := range articles {
		for i := range j {
			if ctx.Err() == nil {
				pairs <- Pair{i, j}
			}
		}
	}
	close(pairs)
	group.Wait()
	return pairings, ctx.Err()
}

// find returns what is kept of a pair, or compares it.
func (s *survey) find(ctx context.Context, p Pair) (Pairing, error) {
	left, right := s.articles[p[0]], s.articles[p[1]]
	if s.Look != nil || s.Kept == nil {
		return s.compare(ctx, p)
	}
	if pairing, ok := s.Kept.Get(left, right); ok {
		return pairing, ctx.Err()
	}
	pairing, err := s.compare(ctx, p)
	if err == nil {
		s.Kept.Put(left, right, pairing)
	}
	return pairing, err
}

// compare compares one pair. A panic costs this pair and no other.
func (s *survey) compare(ctx context.Context, p Pair) (out Pairing, err error) {
	err = diffview.Guard(s.articles[p[0]], s.articles[p[1]], func() error {
		c, err := diffview.Compare(ctx, s.prepared[p[0]](), s.prepared[p[1]]())
		if err != nil {
			return err
		}
		if s.Look != nil {
			c = s.Look(ctx, c)
		}
		out = Extract(c)
		return nil
	})
	return out, err
}
