package cell

import "strings"

// Nearest returns which of some names a word is most like, if it is one of them
// mistyped; "" for none. Of names equally like it the first is taken.
func Nearest(word string, names []string) string {
	best, least := "", slips(word)+1
	for _, name := range names {
		if d := distance(word, name, least); d < least {
			best, least = name, d
		}
	}
	return best
}

// slips returns how many letters of a word may be wrong: in short words one would
// make most others of them.
func slips(word string) int {
	switch n := len([]rune(word)); {
	case n < 3:
		return 0
	case n < 5:
		return 1
	}
	return 2
}

// distance returns how many letters are missing, too many, other ones, or changed
// places with the next (the restricted Damerau–Levenshtein distance), at most
// limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	// The rows for the last two letters of x and this one, by letters of y.
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(y); j++ {
			other := last[j-1]
			if x[i-1] != y[j-1] {
				other++
			}
			row[j] = min(last[j]+1, row[j-1]+1, other)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return min(row[len(y)], limit)
}

// Correct returns a query with each word that no text has in the place of the
// word of the texts that it is most like, and whether there was one. What is
// written as terms are, 'word or date:word, is meant so.
func Correct(query string, heads, texts []string) (corrected string, changed bool) {
	typed := words(query)
	var known []string
	for i, word := range typed {
		asked := terms(word, heads)
		if len(asked) != 1 || asked[0].not || asked[0].exact || hasWhole(texts, asked[0]) {
			continue
		}
		if known == nil {
			known = vocabulary(texts)
		}
		if like := Nearest(asked[0].word, known); like != "" {
			typed[i], changed = like, true
		}
	}
	return strings.Join(typed, " "), changed
}

// hasWhole reports whether one of the texts has a term whole.
func hasWhole(texts []string, t term) bool {
	for _, text := range texts {
		if t.place(text) >= 0 {
			return true
		}
	}
	return false
}

// vocabulary returns the words of texts, each once.
func vocabulary(texts []string) (all []string) {
	seen := make(map[string]bool)
	for _, text := range texts {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r < 0x80 && !inside(byte(r)) }) {
			if !seen[w] {
				seen[w] = true
				all = append(all, w)
			}
		}
	}
	return all
}
