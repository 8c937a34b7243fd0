// Package lexicon says what single English words are worth and which belong together.
package lexicon
