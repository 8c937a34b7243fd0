package exact

import (
	"slices"
	"strings"
)

var (
	months = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
		januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre`)
	days = set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat
		montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica`)
	times = set(`today yesterday tomorrow tonight noon midday midnight morning afternoon evening night dawn dusk weekend spring summer autumn winter
		a.m p.m am pm heute gestern morgen aujourd'hui hier demain hoy ayer mañana oggi ieri domani`)
)

// dates reports whether one date or time of day became another.
func (p *phrases) dates() bool {
	if !p.short() {
		return false
	}
	var found [2][]string
	for side := range p.tokens {
		for k := range p.tokens[side] {
			if p.date(side, k) {
				found[side] = append(found[side], lower(p.tokens[side][k].text))
			}
		}
	}
	return len(found[0]) > 0 && len(found[1]) > 0 && !slices.Equal(found[0], found[1])
}

// date reports whether token k of a side is of a date or a time of day.
func (p *phrases) date(side, k int) bool {
	x := &p.tokens[side][k]
	switch w := lower(x.text); {
	case x.class == mark:
		return false
	case x.class == word:
		return times.Has(w) || capital(x.text) && (months.Has(w) && (w != "may" || !x.first) || days.Has(w)) || nonEnglishDate(x.text)
	case len(w) == 4 && digits(w) && (w[:2] == "19" || w[:2] == "20"):
		return true
	case len(w) >= 4 && (strings.Contains(w, ":") || strings.Contains(w[1:], "h")) && digits(w[len(w)-2:]):
		return true // 9:30, 21h30
	case strings.HasSuffix(w, "am") || strings.HasSuffix(w, "pm"):
		return true
	case len(w) <= 2 && digits(w):
		at := p.of[side][0] + k
		if p.month(side, at-1) || p.month(side, at+1) {
			return true
		}
		return at > 0 && p.c.texts[side].tokens[at-1].text == "." && p.month(side, at-2) // "Jan. 21"
	}
	return false
}

// month reports whether token k of a side is a month.
func (p *phrases) month(side, k int) bool {
	tokens := p.c.texts[side].tokens
	return k >= 0 && k < len(tokens) && capital(tokens[k].text) && months.Has(lower(tokens[k].text))
}

// nonEnglishDate reports whether w is a month or a day that its language writes
// small. English words are not: "march", "may".
func nonEnglishDate(w string) bool {
	return (months.Has(w) || days.Has(w)) && !english.Has(w)
}

var english = set(`march may mars sat sun wed mon mar`)
