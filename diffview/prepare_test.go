package diffview_test

import (
	"context"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
)

// TestReadWhileCompared reads what an article says while it is compared for the
// first time, as the page of a story does: under -race that must be no race.
func TestReadWhileCompared(t *testing.T) {
	left := diffview.Prepare(corpus.FromText("a.txt", "Six people were injured when the ferry struck the pier at Lorne. The harbour was closed on Monday."))
	right := diffview.Prepare(corpus.FromText("b.txt", "The pier at Lorne was struck by a ferry and eight people were hurt. On Tuesday the harbour was open."))
	done := make(chan error)
	go func() {
		_, err := diffview.Compare(context.Background(), left, right)
		done <- err
	}()
	numbers := 0
	for _, s := range left.Doc().Sentences { // each is copied whole
		numbers += s.Last - s.First
	}
	for n := range left.Doc().Sentences {
		numbers += len(left.Doc().QuantitiesOf(n))
	}
	if err := <-done; err != nil || numbers == 0 {
		t.Error(err, numbers)
	}
}
