package corpustest

import "testing"

// Measures begins a test of time or memory: it skips the test while the race
// detector watches, which falsifies both.
func Measures(t testing.TB) {
	if Raced {
		t.Helper()
		t.Skip("measures time or memory, which the race detector falsifies: run without -race")
	}
}
