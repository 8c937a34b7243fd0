package corpus

import (
	"strings"

	"parallax/corpus/dates"
	"parallax/corpus/lazyregexp"
)

// momentWords are the words of a line that says when and nothing else.
var momentWords = wordSet(`
	on at posted updated published first last originally modified date created ago article story
	a p m am pm a.m p.m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest ist msk aest hkt sgt jst
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec
	minute minutes hour hours day days week weeks month months year years min mins hr hrs st nd rd th
`)

var momentParts = lazyregexp.New(`\d+|[\pL.]+`)

// isMoment reports whether a line says when and nothing else, in whatever
// spelling: "on July 13, 2009 at 10:50 AM, updated July 29".
func isMoment(l string) bool { return isMomentBut(l, 0) || isDates(l) }

// isDates reports whether a line is nothing but dates in any language, with
// what they are called.
func isDates(l string) bool {
	const longest = 200 // bytes
	if len(l) > longest {
		return false
	}
	rest, found := dates.Cut(l, dates.AnyOrder)
	return rest == "" && len(found) > 0
}

// isMomentBut reports whether a line says when and, in at most so many words,
// something else: "LORNE, July 2, 2013". With those it needs a year.
func isMomentBut(l string, others int) bool {
	const longest = 120 // bytes
	if len(l) > longest || !hasDigit(l) {
		return false
	}
	numbers, words, year, allowed := 0, 0, false, others
	for _, w := range momentParts.FindAllString(strings.ToLower(l), -1) {
		w = strings.Trim(w, ".")
		switch {
		case w == "":
		case hasDigit(w):
			numbers++
			year = year || len(w) == 4 && (w[:2] == "19" || w[:2] == "20")
		case momentWords.Has(w):
			words++
		default:
			others--
		}
	}
	return (others == allowed || others >= 0 && year) && numbers >= 2 && (words > 0 || numbers >= 3)
}
