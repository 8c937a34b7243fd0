package ui

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

// TestNothingKeptIsLost keeps bookmarks and places from many readers at one
// moment: all of them are there afterwards.
func TestNothingKeptIsLost(t *testing.T) {
	const readers = 32
	dir := t.TempDir()
	notes, places := filepath.Join(dir, "data", "bookmarks.jsonl"), filepath.Join(dir, "state", "places.json")
	var wg sync.WaitGroup
	for i := range readers {
		wg.Go(func() {
			b := &bookmark{anchor: anchor{Article: fmt.Sprint(i), Hash: "h"}, Beside: "b"}
			if _, err := changeNotebook(notes, nil, b); err != nil {
				t.Error(err)
			}
			if err := (lastPlace{Paths: []string{fmt.Sprint(i)}}).keep(places); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	n, err := readNotebook(notes)
	if got := len(n.marks()); got != readers || err != nil {
		t.Errorf("%d bookmarks of %d are kept: %v", got, readers, err)
	}
	if got := len(readLastPlaces(places).Places); got != readers {
		t.Errorf("%d places of %d are kept", got, readers)
	}
}
