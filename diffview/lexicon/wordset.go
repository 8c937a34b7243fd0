package lexicon

import "strings"

// WordSet makes a set of the words of a text, which white space parts.
func WordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
