package corpustest

import "testing"

// Measures begins a test that measures: time, memory, steps of work, or how much
// is found in labelled texts. It skips the test while the race detector watches,
// which falsifies the first two and takes ten times as long for the same
// numbers of the others.
func Measures(t testing.TB) {
	if Raced {
		t.Helper()
		t.Skip("measures: run without -race")
	}
}

// Often returns how often a test is to do what it does n times: a tenth of it
// while the race detector watches, which makes all of it ten times slower.
func Often(n int) int {
	if Raced {
		return n / 10
	}
	return n
}

// Step returns the step by which a test goes through a range that it otherwise
// goes through by n: ten times as long while the race detector watches.
func Step(n int) int {
	if Raced {
		return 10 * n
	}
	return n
}
