package numeral

import (
	"math"
	"strings"
	"sync"
)

// Numbers written in words.

// small are the numbers of one word. "One" is among them though it is more
// often a pronoun: alone it counts nothing, as no noun follows.
var small = sync.OnceValue(func() map[string]float64 {
	return map[string]float64{
		"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
		"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
		"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
		"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
})

// multipliers are the words that multiply the number before them, of the
// languages that write them beside digits.
var multipliers = sync.OnceValue(func() map[string]float64 {
	return map[string]float64{
		"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
		"m": 1e6, "bn": 1e9, "mn": 1e6, "tn": 1e12, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7,
		"millionen": 1e6, "mio": 1e6, "milliarden": 1e9, "milliarde": 1e9, "mrd": 1e9, "milliard": 1e9, "milliards": 1e9, "millones": 1e6, "millón": 1e6,
		"milioni": 1e6, "miliardi": 1e9, "miliardo": 1e9, "milhões": 1e6, "milhão": 1e6, "miljoen": 1e6, "miljard": 1e9, "millioner": 1e6, "milliarder": 1e9,
	}
})

var ordinals = sync.OnceValue(func() map[string]float64 {
	return map[string]float64{
		"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
		"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
		"nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
		"hundredth": 100,
	}
})

// denominators are what the parts of a whole are called, without the plural's s.
var denominators = sync.OnceValue(func() map[string]float64 {
	return map[string]float64{"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
})

// beginnings are the words with which a number may begin.
var beginnings = sync.OnceValue(func() map[string]bool { return beginningWords() })

func beginningWords() map[string]bool {
	out := map[string]bool{"a": true, "half": true, "several": true, "few": true, "tens": true, "scores": true, "minus": true, "-": true, "−": true, "–": true}
	for _, words := range []map[string]float64{small(), multipliers(), ordinals()} {
		for w := range words {
			out[w] = true
		}
	}
	for w := range multipliers() {
		out[w+"s"] = true
	}
	return out
}

// readWords reads a number below a million; end is i when none begins there.
// A last "thousand" or greater is left to the caller.
func readWords(w Words, i int) (value float64, end int) {
	sum, group := 0., 0. // of the thousands; of what comes before the next multiplier
	end = i
	for k := i; ; {
		word := w.Text(k)
		n, isNumber := small()[word]
		switch {
		case isNumber && (end == i || n < 10 && math.Mod(group, 10) == 0 && group >= 20 || n < 100 && group >= 100 && math.Mod(group, 100) == 0 || group == 0):
			group += n
		case word == "hundred" && group >= 1 && group < 100:
			group *= 100
		case word == "thousand" && group >= 1 && sum == 0:
			sum, group = group*1000, 0
		case end > i && (word == "-" && math.Mod(group, 10) == 0 && group >= 20 || word == "and" && group >= 100):
			if n, ok := small()[w.Text(k+1)]; !ok || n == 0 || word == "-" && n >= 10 {
				return sum + group, end
			}
			k++
			continue
		default:
			return sum + group, end
		}
		k++
		end = k
	}
}

// readOrdinal reads "third", "twenty-first"; end is i when none begins there.
func readOrdinal(w Words, i int) (value float64, end int) {
	if n, ok := ordinals()[w.Text(i)]; ok {
		return n, i + 1
	}
	if tens := small()[w.Text(i)]; tens >= 20 && w.Text(i+1) == "-" {
		if n := ordinals()[w.Text(i+2)]; n > 0 && n < 10 {
			return tens + n, i + 3
		}
	}
	return 0, i
}

// leastOfOrder is the least that "dozens", "hundreds" and so on stand for, as
// a multiple of the unit. There is no most: who writes "thousands" of 700,000
// is vague, not wrong.
const leastOfOrder = 1.5

// MostMeant is the most that an order of size is likely to mean, as a multiple
// of its least: "dozens" up to 144.
const MostMeant = 8

// readOrder reads a word for an order of size: "dozens", "tens of thousands",
// "several hundred"; end is i when none begins there.
func readOrder(w Words, i int) (low float64, end int) {
	word := w.Text(i)
	if word == "several" || word == "few" && w.Text(i-1) == "a" {
		if m := multipliers()[w.Text(i+1)]; m >= 12 {
			return leastOfOrder * m, i + 2
		}
		return 0, i
	}
	of := w.Text(i+1) == "of"
	unit := 0.
	switch {
	case word == "tens" && of, word == "scores" && of:
		unit = map[string]float64{"tens": 10, "scores": 20}[word]
	case strings.HasSuffix(word, "s") && len(word) > 4:
		unit = multipliers()[strings.TrimSuffix(word, "s")]
	}
	if unit == 0 {
		return 0, i
	}
	if more := w.Text(i + 2); of && strings.HasSuffix(more, "s") {
		if n := multipliers()[strings.TrimSuffix(more, "s")]; n > unit && (unit == 10 || unit == 100 || unit == 1000) {
			return leastOfOrder * unit * n, i + 3
		}
	}
	if word == "tens" {
		return 0, i
	}
	return leastOfOrder * unit, i + 1
}
