//go:build race

package corpustest

// Raced says that the race detector watches, which makes all of it some ten
// times slower and larger.
const Raced = true
