package slot

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
)

// Forms of one name: what tells apart no two persons, places or things.

// sets numbers the lines of a table and gives each word those it is in.
func sets(lines string) map[string][]int {
	out := map[string][]int{}
	for n, line := range strings.Split(lines, "\n") {
		for _, w := range strings.Fields(line) {
			out[w] = append(out[w], n)
		}
	}
	return out
}

// together reports whether two words stand in one line of a table.
func together(of map[string][]int, x, y string) bool {
	for _, a := range of[x] {
		for _, b := range of[y] {
			if a == b {
				return true
			}
		}
	}
	return false
}

// oneName reports whether two words can be forms of one name: a short form, an
// initial, an abbreviation.
func oneName(x, y string) bool {
	x, y = doc.NameWord(x), doc.NameWord(y)
	if len(x) > len(y) {
		x, y = y, x
	}
	return doc.SameGivenName(x, y) || len(x) < 6 && abbreviates(x, y)
}

// abbreviates reports whether the letters of a short word stand in a longer one
// in order, the first and the last of them at its ends: "sgt", "sergeant".
func abbreviates(x, y string) bool {
	if x[0] != y[0] || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	k := 0
	for n := 0; n < len(y) && k < len(x); n++ {
		if y[n] == x[k] {
			k++
		}
	}
	return k == len(x)
}

// Misspelt reports whether two words are spelled alike, and are neither
// transcriptions of one name nor forms of one word.
func Misspelt(a, b string) bool {
	return pair.SpelledAlike(a, b) && !sameSound(a, b) && lexicon.Relate(lexicon.Lookup(a), lexicon.Lookup(b)) > lexicon.Derivation
}

// sounds writes the ways in which one sound of a name is transcribed as one.
var sounds = strings.NewReplacer("ph", "f", "gh", "g", "kh", "k", "th", "t", "dh", "d", "ck", "k", "q", "k", "c", "k", "x", "ks", "w", "v",
	"iy", "i", "yi", "i", "ij", "i", "yy", "i", "y", "i", "ee", "i", "ei", "i", "ai", "i", "ou", "u", "oo", "u", "o", "u", "j", "i", "z", "s", "e", "a")

// sameSound reports whether two spellings differ only as transcriptions of one
// name do ("Yanukovich", "Yanukovych"), or in number or case.
func sameSound(a, b string) bool {
	plain := func(s string) string {
		s = sounds.Replace(strings.TrimSuffix(s, "s"))
		out := ""
		for k := range len(s) {
			if k == 0 || s[k] != s[k-1] {
				out += s[k : k+1]
			}
		}
		return out
	}
	return plain(a) == plain(b)
}
