//go:build !amd64

package lexicon

// product returns the product of two vectors.
func product(x, y string) int32 { return plainProduct(x, y) }
