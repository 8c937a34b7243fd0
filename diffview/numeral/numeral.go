// Package numeral reads numbers as news texts write them: the words of
// a sentence go in, the value of the number that begins at one of them comes
// out, with where it ends.
//
//	digits    "1,200", "1,50,000", "12 000", "12’000", "3,5", "3½", "3 1/2", "−5"
//	words     "two thousand three hundred", "half a million", "12 crore"
//	shares    "two-thirds", "one in three", "nine out of ten"
//	orders    "dozens", "several hundred", "tens of thousands"
//	ordinals  "third", "twenty-first"
//
// Words it cannot read are not a number.
package numeral

import (
	"math"
	"strings"
)

// Words are the words of a sentence, punctuation included.
type Words interface {
	Text(k int) string  // folded to lower case; "" outside the sentence
	Gap(k int) string   // what stands in the text between word k-1 and word k
	DecimalComma() bool // the sentence's language writes 3,5 and 12.000
}

// A Number is what a sentence says with a number.
type Number struct {
	Low, High float64 // equal unless it is an order of size
	Form      Form
}

// A Form says how a number is meant.
type Form uint8

const (
	Cardinal Form = iota
	Ordinal       // "third"
	Share         // of one: "a third of", "one in three"
	Order         // an order of size: "dozens". High is infinite
)

// Begins reports whether a number may begin with a word, or with its sign.
func Begins(word string) bool {
	return word != "" && word[0] >= '0' && word[0] <= '9' || beginnings()[word] || strings.ContainsAny(word, vulgarSigns)
}

// Read reads the number that begins at word i; end is i when none does.
func Read(w Words, i int) (n Number, end int) {
	if share, end := readShare(w, i); end > i {
		if m, after := multiplied(w, end); after > end { // "a quarter of a million"
			return Number{share * m, share * m, Cardinal}, after
		}
		return Number{share, share, Share}, end
	}
	if low, end := readOrder(w, i); end > i {
		return Number{low, math.Inf(1), Order}, end
	}
	if v, end := readOrdinal(w, i); end > i {
		return Number{v, v, Ordinal}, end
	}
	v, end := ReadCardinal(w, i)
	return Number{v, v, Cardinal}, end
}

// multiplied reads "of a million" from word k on; end is k when it is not there.
func multiplied(w Words, k int) (m float64, end int) {
	if w.Text(k) == "of" && w.Text(k+1) == "a" && multipliers()[w.Text(k+2)] > 0 {
		return multipliers()[w.Text(k+2)], k + 3
	}
	return 0, k
}

// ReadCardinal reads how many from word i on, with the multipliers: "1,200",
// "3.7 million", "one hundred and twenty-one", "half a million", "eight and
// three-quarter"; end is i when no number begins there.
func ReadCardinal(w Words, i int) (value float64, end int) {
	if at := signed(w, i); at > i {
		if v, end := readDigits(w, at); end > at {
			v, end = multiply(w, v, 1, end)
			return -v, end
		}
		return 0, i
	}
	word := w.Text(i)
	switch {
	case word == "half":
		k := i + 1
		if w.Text(k) == "a" || w.Text(k) == "-" {
			k++
		}
		if m := multipliers()[w.Text(k)]; m > 0 {
			return m / 2, k + 1
		}
		return 0, i
	case multipliers()[word] > 1 && len(word) > 3 && w.Text(i-1) == "a":
		return multiply(w, multipliers()[word], multipliers()[word], i+1)
	default:
		if value, end = readDigits(w, i); end == i {
			if value, end = readWords(w, i); end == i {
				return 0, i
			}
		}
	}
	return multiply(w, value, 1, end)
}

// multiply takes the multipliers and the fraction after a number into it. last
// is the multiplier before, which the fraction is of: "a million and a half".
func multiply(w Words, value, last float64, end int) (float64, int) {
	for {
		if v, e := readAndPart(w, end); e > end { // "two and a half"
			return multiply(w, value+v*last, 1, e)
		}
		if w.Text(end) == "-" && w.Gap(end) == "" && w.Gap(end+1) == "" && multipliers()[w.Text(end+1)] >= 1e3 { // "$2.6-million"
			end++
		}
		m, ok := multipliers()[w.Text(end)]
		if word, plural := strings.CutSuffix(w.Text(end), "s"); !ok && plural && multipliers()[word] >= 1e6 { // "3,5 millions"
			m, ok = multipliers()[word], true
		}
		if !ok || len(w.Text(end)) <= 2 && len(w.Gap(end)) > 1 {
			return value, end
		}
		value, last = value*m, m
		end++
	}
}

// readAndPart reads "and a half", "and three-quarter" from word k on.
func readAndPart(w Words, k int) (part float64, end int) {
	if w.Text(k) != "and" {
		return 0, k
	}
	n := k + 1
	if w.Text(n) == "a" {
		n++
	}
	if w.Text(n) == "half" && w.Text(n+1) != "of" {
		return .5, n + 1
	}
	if share, end := readFraction(w, n, true); end > n {
		return share, end
	}
	return 0, k
}

// signed returns the word after the sign of a negative number; i when none
// begins there. A dash between two numbers is not a sign.
func signed(w Words, i int) int {
	switch w.Text(i) {
	case "minus":
		if startsDigit(w.Text(i+1)) && !startsDigit(w.Text(i-1)) {
			return i + 1
		}
	case "-", "−", "–":
		before := w.Text(i - 1)
		if startsDigit(w.Text(i+1)) && w.Gap(i+1) == "" && (before == "" || w.Gap(i) != "" || before == "(") && !startsDigit(before) {
			return i + 1
		}
	}
	return i
}

// IsSign reports whether a word is the sign of a negative number.
func IsSign(word string) bool {
	return word == "minus" || word == "-" || word == "−" || word == "–"
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// Small returns the number that one word of below a hundred names.
func Small(word string) (float64, bool) {
	n, ok := small()[word]
	return n, ok
}

// Multiplier returns what a word multiplies the number before it by; 0 for none.
func Multiplier(word string) float64 { return multipliers()[word] }
