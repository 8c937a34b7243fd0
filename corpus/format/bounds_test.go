package format

import "testing"

// unraced skips a test that measures time and memory while the race detector
// watches.
func unraced(t *testing.T) {
	if raced {
		t.Skip("measures time and memory, which the race detector falsifies: run without -race")
	}
}
