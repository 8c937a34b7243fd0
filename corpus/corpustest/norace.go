//go:build !race

package corpustest

// Raced says that the race detector watches.
const Raced = false
