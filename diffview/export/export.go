// Package export writes a comparison down, for people (text) and for programs (JSON).
package export
