package lexicon

import "unsafe"

// dot returns the product of the dims bytes, with signs, at x and at y. It reads
// vectorSize bytes of each.
//
//go:noescape
func dot(x, y *int8) int32

// product returns the product of two vectors. A comparison asks some 7,000 times:
// by the processor's instructions for 16 bytes at a time that is a tenth of what
// it takes byte by byte.
func product(x, y string) int32 {
	_, _ = x[vectorSize-1], y[vectorSize-1]
	return dot((*int8)(unsafe.Pointer(unsafe.StringData(x))), (*int8)(unsafe.Pointer(unsafe.StringData(y))))
}
