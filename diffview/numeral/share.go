package numeral

import (
	"strings"
	"sync"
)

// Shares written in words: of what, the words after it say.

// readShare reads a share of a whole; end is i when none begins there.
func readShare(w Words, i int) (share float64, end int) {
	if w.Text(i) == "half" {
		if ordinals()[w.Text(i-1)] > 0 { // "the second half of it"
			return 0, i
		}
		switch w.Text(i + 1) {
		case "of", "the", "its", "their", "his", "her", "all", "our":
			return .5, i + 1
		}
		return 0, i
	}
	if share, end := readOdds(w, i); end > i {
		return share, end
	}
	return readFraction(w, i, false)
}

// readFraction reads "a third of", "two-thirds", "three quarters", "3/4 of"; end
// is i when none begins there. A fraction after "and" needs no more: "eight and
// a quarter".
func readFraction(w Words, i int, after bool) (share float64, end int) {
	if n, d, end := slashed(w, i); end > i && w.Text(end) == "of" {
		return n / d, end
	}
	n, ok := small()[w.Text(i)]
	article := w.Text(i) == "a" || after && w.Text(i-1) == "a"
	k := i + 1
	if article {
		n, ok = 1, true
		if w.Text(i) != "a" {
			k = i
		}
	}
	if !ok {
		return 0, i
	}
	joined := w.Text(k) == "-"
	if joined {
		k++
	}
	part := w.Text(k)
	d := denominators()[strings.TrimSuffix(part, "s")]
	if d == 0 || n >= d || n == 0 || article && !after && w.Text(k+1) != "of" {
		return 0, i
	}
	if !strings.HasSuffix(part, "s") && n > 1 && !joined {
		return 0, i // "two third parties"
	}
	return n / d, k + 1
}

// manyOdds is the number up to which any number is one that shares are told
// by: "one in three". Above it powers of ten are.
const manyOdds = 20

// times are what numbers of time are followed by: "two in ten years" is not a share.
var times = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"second": true, "minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true, "decade": true,
		"seconds": true, "minutes": true, "hours": true, "days": true, "weeks": true, "months": true, "years": true, "decades": true,
	}
})

// readOdds reads "one in three", "two-in-three", "1 in 10", "nine out of ten",
// "one of every five"; end is i when none begins there.
func readOdds(w Words, i int) (share float64, end int) {
	past := func(k int) int { // the word at k, or after its hyphen
		if w.Text(k) == "-" {
			return k + 1
		}
		return k
	}
	n, k := readOne(w, i)
	if k == i || n < 1 {
		return 0, i
	}
	plain := true // "in" says that it is a share; "out of" counts too
	switch k = past(k); {
	case w.Text(k) == "in" && (w.Text(k+1) == "every" || w.Text(k+1) == "each"), w.Text(k) == "of" && w.Text(k+1) == "every":
		k += 2
	case w.Text(k) == "out" && w.Text(k+1) == "of" && w.Text(k+2) == "every":
		k += 3
	case w.Text(k) == "out" && w.Text(k+1) == "of":
		plain = false
		k += 2
	case w.Text(k) == "in":
		k = past(k + 1)
	default:
		return 0, i
	}
	d, end := readOne(w, k)
	if end == k || d <= n || d <= 2 || !oddsOf(d) || d >= 1900 && d < 2100 && len(w.Text(k)) == 4 || times()[w.Text(past(end))] || !plain && (startsDigit(w.Text(i)) || startsDigit(w.Text(k))) {
		return 0, i
	}
	return n / d, end
}

// oddsOf reports whether shares are told as so many in d.
func oddsOf(d float64) bool {
	for d > manyOdds && d/10 == float64(int(d/10)) {
		d /= 10
	}
	return d <= manyOdds && d == float64(int(d))
}

// readOne reads a number of one word, or in digits with their multipliers.
func readOne(w Words, i int) (n float64, end int) {
	if n, ok := small()[w.Text(i)]; ok {
		return n, i + 1
	}
	if n, end = readDigits(w, i); end > i {
		for multipliers()[w.Text(end)] >= 100 {
			n *= multipliers()[w.Text(end)]
			end++
		}
	}
	return n, end
}
