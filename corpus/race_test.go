//go:build race

package corpus

// The race detector makes all of it some ten times slower.
func init() { slower = 10 }
