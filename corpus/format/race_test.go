//go:build race

package format

// raced says that the race detector watches, which makes all of it some ten
// times slower and larger: time and memory are measured without it.
const raced = true
