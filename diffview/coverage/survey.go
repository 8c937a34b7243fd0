package coverage

import (
	"context"
	"runtime"
	"sync"

	"parallax/corpus"
	"parallax/diffview"
)

// A Look is what is done with each comparison before it is kept: an outside judge
// adds to it.
type Look func(context.Context, *diffview.Comparison) *diffview.Comparison

// leastLooking is how many pairs are worked on at a time when each has to wait for
// a judge, which limits itself how many questions it is asked.
const leastLooking = 4

// Survey compares all pairs of the articles of a story, on all processors, and
// returns what is kept of them. A nil look is none. A pair that cannot be compared costs that pair:
// it is given to failed, with why. After each pair done is called. Neither is
// called by two goroutines at a time. The error is that of ctx, with what was
// compared until then.
func Survey(ctx context.Context, articles []*corpus.Article, look Look, done func(), failed func(Pair, error)) (map[Pair]Pairing, error) {
	prepared := make([]func() *diffview.Prepared, len(articles))
	for i, a := range articles {
		prepared[i] = sync.OnceValue(func() *diffview.Prepared { return diffview.Prepare(a) })
	}
	pairings := make(map[Pair]Pairing)
	var (
		mu    sync.Mutex
		group sync.WaitGroup
		pairs = make(chan Pair)
	)
	workers := runtime.GOMAXPROCS(0)
	if look != nil {
		workers = max(workers, leastLooking)
	}
	for range workers {
		group.Go(func() {
			for p := range pairs {
				pairing, err := compare(ctx, articles, prepared, look, p)
				mu.Lock()
				switch {
				case err == nil:
					pairings[p] = pairing
				case ctx.Err() == nil:
					failed(p, err)
				}
				done()
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

// compare compares one pair. A panic costs this pair and no other.
func compare(ctx context.Context, articles []*corpus.Article, prepared []func() *diffview.Prepared, look Look, p Pair) (out Pairing, err error) {
	err = diffview.Guard(articles[p[0]], articles[p[1]], func() error {
		c, err := diffview.Compare(ctx, prepared[p[0]](), prepared[p[1]]())
		if err != nil {
			return err
		}
		if look != nil {
			c = look(ctx, c)
		}
		out = Extract(c)
		return nil
	})
	return out, err
}
