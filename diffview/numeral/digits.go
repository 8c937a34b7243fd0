package numeral

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Numbers written in digits.

// vulgar are the fractions of one sign.
var vulgar = sync.OnceValue(func() map[rune]float64 {
	return map[rune]float64{
		'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅕': 1. / 5, '⅖': 2. / 5, '⅗': 3. / 5, '⅘': 4. / 5,
		'⅙': 1. / 6, '⅚': 5. / 6, '⅛': 1. / 8, '⅜': 3. / 8, '⅝': 5. / 8, '⅞': 7. / 8,
	}
})

const vulgarSigns = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

// readDigits reads a number in digits from word i on, with its groups and its
// fraction: "12 000", "3½", "3 1/2"; end is i when none begins there.
func readDigits(w Words, i int) (value float64, end int) {
	word := w.Text(i)
	if v, ok := fractionSign(word); ok {
		return v, i + 1
	}
	if !startsDigit(word) {
		return 0, i
	}
	if v, end := readGroups(w, i); end > i {
		return v, end
	}
	value, ok := parse(word, w.DecimalComma())
	if !ok {
		return 0, i
	}
	end = i + 1
	if v, ok := fractionSign(w.Text(end)); ok && value == math.Trunc(value) {
		return value + v, end + 1
	}
	k := end
	if w.Text(k) == "-" {
		k++
	}
	if n, d, e := slashed(w, k); e > k && len(word) <= 3 && value == math.Trunc(value) && (k > end) == (w.Gap(k) == "") {
		return value + n/d, e
	}
	return value, end
}

func fractionSign(word string) (float64, bool) {
	r, n := utf8.DecodeRuneInString(word)
	v, ok := vulgar()[r]
	return v, ok && n == len(word)
}

// slashed reads "1/2", "3/4": a fraction that recipes and prices have, no day
// of a month; end is i when none begins there.
func slashed(w Words, i int) (n, d float64, end int) {
	if w.Text(i+1) != "/" || w.Gap(i+1) != "" || w.Gap(i+2) != "" || len(w.Text(i)) != 1 || len(w.Text(i+2)) != 1 {
		return 0, 0, i
	}
	n, err := strconv.ParseFloat(w.Text(i), 64)
	d, err2 := strconv.ParseFloat(w.Text(i+2), 64)
	if err != nil || err2 != nil || n < 1 || n >= d || d != 2 && d != 3 && d != 4 && d != 5 && d != 8 {
		return 0, 0, i
	}
	return n, d, i + 3
}

// readGroups reads digits in groups of three apart by a space or an apostrophe,
// as in French and Swiss texts: "12 000", "1’250’000"; end is i when there is
// but one group. After a plain space a day of a month or a name goes before
// another number: "on May 12 200 people".
func readGroups(w Words, i int) (value float64, end int) {
	group := func(k int) bool { return len(w.Text(k)) == 3 && digitsOnly(w.Text(k)) }
	if !digitsOnly(w.Text(i)) || len(w.Text(i)) > 3 || w.Text(i)[0] == '0' {
		return 0, i
	}
	text := w.Text(i)
	end = i + 1
	for {
		gap, k := w.Gap(end), end
		if isApostrophe(w.Text(k)) && gap == "" {
			gap, k = "'", k+1
		}
		if !group(k) || k > end && w.Gap(k) != "" || !groupGaps[gap] {
			break
		}
		text += w.Text(k)
		end = k + 1
	}
	if end == i+1 || startsDigit(w.Text(end)) || w.Text(end) == "-" && startsDigit(w.Text(end+1)) || monthBefore()[strings.TrimSuffix(w.Text(i-1), ".")] {
		return 0, i
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, i
	}
	return v, end
}

// groupGaps are what stands between the groups of a number: a space, one that
// does not break, a thin one, or an apostrophe.
var groupGaps = map[string]bool{" ": true, "\u00a0": true, "\u2009": true, "\u202f": true, "'": true}

func isApostrophe(s string) bool { return s == "'" || s == "’" }

// monthBefore are the names before a number that is a day.
var monthBefore = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true,
		"november": true, "december": true, "jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sept": true, "sep": true, "oct": true, "nov": true, "dec": true,
	}
})

func digitsOnly(s string) bool {
	for k := range len(s) {
		if s[k] < '0' || s[k] > '9' {
			return false
		}
	}
	return s != ""
}

// suffixes may cling to digits and say nothing about their value.
var suffixes = sync.OnceValue(func() map[string]bool {
	return suffixSet("st nd rd th s c f km cm mm kg lb lbs oz ft h hr hrs min mins mph kph pc pct kb mb gb tb khz mhz ghz rpm kw mw")
})

func suffixSet(words string) map[string]bool {
	out := map[string]bool{"": true}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// parse reads a number of one word: "1,200", "3.7", "3½", "21st", "1980s", "5bn".
func parse(s string, decimalComma bool) (float64, bool) {
	digits := strings.TrimRightFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' || r == '\'' })
	factor := 1.
	if suffix := s[len(digits):]; !suffixes()[suffix] {
		m, ok := multipliers()[suffix]
		if !ok {
			return 0, false
		}
		factor = m
	}
	part := 0.
	if r, n := utf8.DecodeLastRuneInString(digits); vulgar()[r] > 0 {
		digits, part = digits[:len(digits)-n], vulgar()[r]
	}
	plain, ok := plainDigits(digits, decimalComma)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(plain, 64)
	v = (v + part) * factor
	return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

// plainDigits takes the marks of groups out of a number and makes its decimal
// mark a point. Where both marks stand the last one is the decimal one. A comma
// before other than three digits is a decimal one.
func plainDigits(s string, decimalComma bool) (string, bool) {
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case commas == 0 && points == 0:
		return s, true
	case commas == 1 && (points > 0 && comma > point || points == 0 && (decimalComma || len(s)-comma-1 < 3)):
		return strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1), grouped(s[:comma], '.') && len(s)-comma-1 > 0
	case points == 1 && (commas > 0 || !decimalComma || len(s)-point-1 != 3 || point > 3):
		return strings.ReplaceAll(s, ",", ""), commas == 0 || point > comma && grouped(s[:point], ',')
	case points == 0:
		return strings.ReplaceAll(s, ",", ""), grouped(s, ',')
	case commas == 0:
		return strings.ReplaceAll(s, ".", ""), grouped(s, '.')
	}
	return "", false
}

// grouped reports whether a whole number is written in groups of three digits
// before the last, or of two as in India: "1,50,000".
func grouped(s string, mark byte) bool {
	groups := strings.Split(s, string(mark))
	for n, g := range groups {
		last, first := n == len(groups)-1, n == 0
		switch {
		case !digitsOnly(g), first && !last && len(g) > 3, !first && last && len(g) != 3, !first && !last && len(g) != 3 && len(g) != 2:
			return false
		}
	}
	return true
}
