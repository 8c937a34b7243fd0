package exact

import (
	"strings"
	"unicode/utf8"

	"parallax/diffview/lexicon"
)

// sameLetters reports whether both sides have the same letters and digits, with
// other spaces, hyphens or points: "9am" and "9 a.m.", "coastguard" and "coast
// guard". "12.5" and "125" are two numbers.
func (p *phrases) sameLetters() bool {
	return p.short() && letters(p.words[0]) == letters(p.words[1])
}

// letters joins words without hyphens and the points of abbreviations.
func letters(words []string) string {
	joined := []byte(strings.Join(words, ""))
	out := joined[:0]
	for k, b := range joined {
		number := k > 0 && '0' <= joined[k-1] && joined[k-1] <= '9' || k+1 < len(joined) && '0' <= joined[k+1] && joined[k+1] <= '9'
		if (b != '.' && b != '-') || number {
			out = append(out, b)
		}
	}
	return string(out)
}

// misspelling reports whether one of two words that are spelled nearly alike is
// a word and the other is not: it was spelled wrongly, or is now.
func (p *phrases) misspelling() bool {
	if !p.spelling() {
		return false
	}
	a, b := lexicon.Lookup(p.words[0][0]), lexicon.Lookup(p.words[1][0])
	if !a.Known() || !b.Known() {
		return a.Known() != b.Known()
	}
	return rare(a) && a.Rank/seldom > b.Rank || rare(b) && b.Rank/seldom > a.Rank
}

// The tables have common misspellings too ("goverment"): what is as rare as
// they are, and so many times rarer than a word spelled nearly alike, is one.
const (
	rareRank = 30_000
	seldom   = 100
)

func rare(e lexicon.Entry) bool { return e.Rank >= rareRank }

// spelling reports whether one word became another a letter apart, or two in a
// long word, beginning alike. It may yet be another word: "form", "from".
func (p *phrases) spelling() bool {
	if len(p.words[0]) != 1 || len(p.words[1]) != 1 {
		return false
	}
	a, b := []rune(p.words[0][0]), []rune(p.words[1][0])
	const shortest, long, longest = 4, 7, 40 // letters
	if min(len(a), len(b)) < shortest || max(len(a), len(b)) > longest || a[0] != b[0] {
		return false
	}
	allowed := 1
	if min(len(a), len(b)) >= long {
		allowed = 2
	}
	return distance(a, b) <= allowed && utf8.ValidString(p.words[0][0])
}

// distance returns how many letters must be changed, added, left out or
// exchanged with their neighbour to make a into b.
func distance(a, b []rune) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, up, upper := rows[i%3], rows[(i+2)%3], rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(up[j]+1, row[j-1]+1, up[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], upper[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}
