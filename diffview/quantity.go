package diffview

import (
	"math"
	"strconv"
	"strings"

	"parallax/corpus/prose"
)

// A quantity is a number in a sentence with what it counts.
type quantity struct {
	first, last int // its tokens, hedge and unit aside: [first, last) of Prepared.tokens
	value       float64
	high        float64 // the upper end of a range ("40 to 60"); value otherwise
	kind        quantityKind
	unit        string // "$", "km", "mile", … ; "" for plain counts
	hedge       hedge
	noun        int // the token that names what is counted, or -1
}

// A quantityKind says what a number is a number of. Only numbers of one kind
// can be equal or conflict.
type quantityKind uint8

const (
	count quantityKind = iota
	percent
	money
	measure // with a unit of length, weight, time, …
	age     // "43-year-old", "aged 43", ", 43,"
	year
	clock   // "9 p.m."
	date    // a day of a month
	ordinal // "first", "21st"
	label   // a number that names: "Route 9", "No. 10", "Article 19"
)

// A hedge says how exactly a number is meant.
type hedge uint8

const (
	exactly hedge = iota
	about
	atLeast // also "more than"
	atMost  // also "fewer than"
)

// small numbers in words. "one" is left to the caller: it is more often a pronoun.
var numberWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var multipliers = map[string]float64{
	"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"m": 1e6, "bn": 1e9, "mn": 1e6, "k": 1e3,
}

var ordinalWords = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}

var months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
	"july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
	"november": 11, "nov": 11, "december": 12, "dec": 12,
}

// hedges lists the words that stand before a number and say how exact it is,
// the longest first.
var hedges = []struct {
	words []string
	hedge hedge
}{
	{[]string{"at", "least"}, atLeast},
	{[]string{"no", "fewer", "than"}, atLeast},
	{[]string{"no", "less", "than"}, atLeast},
	{[]string{"more", "than"}, atLeast},
	{[]string{"as", "many", "as"}, atMost},
	{[]string{"as", "much", "as"}, atMost},
	{[]string{"up", "to"}, atMost},
	{[]string{"at", "most"}, atMost},
	{[]string{"no", "more", "than"}, atMost},
	{[]string{"fewer", "than"}, atMost},
	{[]string{"less", "than"}, atMost},
	{[]string{"close", "to"}, about},
	{[]string{"an", "estimated"}, about},
	{[]string{"over"}, atLeast},
	{[]string{"under"}, atMost},
	{[]string{"about"}, about},
	{[]string{"around"}, about},
	{[]string{"almost"}, about},
	{[]string{"nearly"}, about},
	{[]string{"roughly"}, about},
	{[]string{"approximately"}, about},
	{[]string{"some"}, about},
}

// units maps a unit's spellings to one, with the factor to the base unit in
// which two measures are compared.
var units = map[string]struct {
	base   string
	factor float64
}{
	"km": {"km", 1}, "kilometre": {"km", 1}, "kilometres": {"km", 1}, "kilometer": {"km", 1}, "kilometers": {"km", 1},
	"mile": {"km", 1.609}, "miles": {"km", 1.609},
	"metre": {"km", .001}, "metres": {"km", .001}, "meter": {"km", .001}, "meters": {"km", .001},
	"foot": {"km", .0003048}, "feet": {"km", .0003048}, "ft": {"km", .0003048},
	"inch": {"km", .0000254}, "inches": {"km", .0000254}, "yard": {"km", .0009144}, "yards": {"km", .0009144},
	"kg": {"kg", 1}, "kilogram": {"kg", 1}, "kilograms": {"kg", 1}, "pound": {"kg", .4536}, "pounds": {"kg", .4536}, "lbs": {"kg", .4536},
	"ton": {"kg", 1000}, "tons": {"kg", 1000}, "tonne": {"kg", 1000}, "tonnes": {"kg", 1000},
	"hour": {"h", 1}, "hours": {"h", 1}, "minute": {"h", 1. / 60}, "minutes": {"h", 1. / 60}, "day": {"h", 24}, "days": {"h", 24},
	"week": {"h", 168}, "weeks": {"h", 168}, "month": {"month", 1}, "months": {"month", 1}, "year": {"month", 12}, "years": {"month", 12},
	"mph": {"km/h", 1.609}, "kph": {"km/h", 1}, "knot": {"km/h", 1.852}, "knots": {"km/h", 1.852},
	"acre": {"ha", .4047}, "acres": {"ha", .4047}, "hectare": {"ha", 1}, "hectares": {"ha", 1},
}

var currencies = map[string]string{
	"$": "$", "€": "€", "£": "£", "¥": "¥", "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pesos": "peso", "yen": "¥", "us$": "$",
}

// findQuantities appends the quantities of the sentence made of tokens
// [first, last).
func (p *Prepared) findQuantities(first, last int) {
	for i := first; i < last; {
		q, next := p.quantityAt(i, first, last)
		if next == i {
			i++
			continue
		}
		for k := q.first; k < q.last; k++ {
			p.tokens[k].quantity = len(p.quantities)
			if p.tokens[k].class != punct {
				p.tokens[k].class = number
			}
		}
		p.quantities = append(p.quantities, q)
		i = next
	}
}

// quantityAt reads the quantity that begins at token i, if one does; next is i
// when none does.
func (p *Prepared) quantityAt(i, first, last int) (q quantity, next int) {
	t := p.tokens
	if t[i].class == punct {
		return q, i
	}
	if n, ok := ordinalWords[t[i].text]; ok {
		return quantity{first: i, last: i + 1, value: n, high: n, kind: ordinal, noun: -1}, i + 1
	}
	value, end, ok := p.readNumber(i, last)
	if !ok {
		return q, i
	}
	q = quantity{first: i, last: end, value: value, high: value, noun: -1}
	q.high, q.last = p.readRange(q, last)
	q.hedge = p.hedgeBefore(i, first)
	p.classify(&q, first, last)
	return q, q.last
}

// readNumber reads a number in digits or words from token i on, with its
// multiplier.
func (p *Prepared) readNumber(i, last int) (value float64, end int, ok bool) {
	t := p.tokens
	word := t[i].text
	switch n, isWord := numberWords[word]; {
	case isWord:
		value, end = n, i+1
		if n >= 20 && end+1 < last && t[end].text == "-" {
			if m, ok := numberWords[t[end+1].text]; ok && m < 10 {
				value, end = n+m, end+2
			}
		}
	case word == "dozen" && i > 0 && t[i-1].text == "a":
		return 12, i + 1, true
	case t[i].class == number:
		v, ok := parseDigits(word)
		if !ok {
			return 0, i, false
		}
		value, end = v, i+1
	default:
		return 0, i, false
	}
	for end < last {
		m, ok := multipliers[t[end].text]
		if !ok {
			break
		}
		value *= m
		end++
	}
	return value, end, true
}

// parseDigits reads a number written in digits: "1,200", "3.7", "21st", "1980s".
func parseDigits(s string) (float64, bool) {
	s = strings.ReplaceAll(s, ",", "")
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz'")
	if suffix := s[len(digits):]; suffix != "" && suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th" {
		if m, ok := multipliers[suffix]; ok {
			v, err := strconv.ParseFloat(digits, 64)
			return v * m, err == nil
		}
		return 0, false
	}
	v, err := strconv.ParseFloat(digits, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// readRange extends a number to a range: "40 to 60", "40-60".
func (p *Prepared) readRange(q quantity, last int) (high float64, end int) {
	t := p.tokens
	if q.last+1 < last && (t[q.last].text == "to" || t[q.last].text == "-" || t[q.last].text == "–") {
		if v, e, ok := p.readNumber(q.last+1, last); ok && v > q.value {
			return v, e
		}
	}
	return q.value, q.last
}

// hedgeBefore finds the hedge that ends right before token i.
func (p *Prepared) hedgeBefore(i, first int) hedge {
	for i > first && (p.tokens[i-1].class == punct || currencies[p.tokens[i-1].text] != "") {
		i-- // a currency sign stands between
	}
	for _, h := range hedges {
		n := len(h.words)
		if i-n < first {
			continue
		}
		same := true
		for k, w := range h.words {
			same = same && p.tokens[i-n+k].text == w
		}
		if same {
			return h.hedge
		}
	}
	return exactly
}

// classify finds the kind, the unit and the counted noun of a quantity by the
// words around it.
func (p *Prepared) classify(q *quantity, first, last int) {
	t := p.tokens
	before, after := "", ""
	if q.first > first {
		before = t[q.first-1].text
	}
	next := q.last
	for next < last && t[next].text == "-" {
		next++
	}
	if next < last {
		after = t[next].text
	}
	digits := t[q.first].text
	switch {
	case currencies[before] != "":
		q.kind, q.unit = money, currencies[before]
	case currencies[after] != "":
		q.kind, q.unit = money, currencies[after]
	case after == "%" || after == "percent" || after == "per" && next+1 < last && t[next+1].text == "cent":
		q.kind = percent
	case after == "a.m." || after == "p.m." || after == "am" || after == "pm" || strings.Contains(digits, ":"):
		q.kind = clock
	case months[strings.TrimSuffix(before, ".")] > 0 && q.value <= 31, months[strings.TrimSuffix(after, ".")] > 0 && q.value <= 31:
		q.kind = date
	case t[q.first].class == number && len(digits) == 4 && q.value >= 1500 && q.value < 2200 && !p.countsAt(next, last):
		q.kind = year
	case strings.HasSuffix(digits, "s") && t[q.first].class == number:
		q.kind = year
	case hasOrdinalSuffix(digits):
		q.kind = ordinal
	case p.isAge(q, before, after, next, last):
		q.kind = age
	case q.first > first && t[q.first-1].capital && t[q.first-1].class == content:
		q.kind = label
	default:
		if u, ok := units[after]; ok {
			q.kind, q.unit = measure, u.base
			q.value *= u.factor
			q.high *= u.factor
		}
	}
	if q.kind == count {
		q.noun = p.countedNoun(next, last)
	}
}

func hasOrdinalSuffix(s string) bool {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	for _, e := range []string{"st", "nd", "rd", "th"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// isAge recognises "43-year-old", "aged 43" and ", 43,".
func (p *Prepared) isAge(q *quantity, before, after string, next, last int) bool {
	t := p.tokens
	if after == "year" || after == "years" {
		k := next + 1
		for k < last && t[k].class == punct {
			k++
		}
		return k < last && t[k].text == "old"
	}
	return before == "aged" || before == "age" || before == "," && (after == "," || after == ".") && q.value < 120
}

// countsAt reports whether a plain noun follows: "1,900 people".
func (p *Prepared) countsAt(i, last int) bool {
	return i < last && p.tokens[i].class == content && !p.tokens[i].capital && strings.HasSuffix(p.tokens[i].text, "s")
}

// countedNoun returns the token that names what is counted: the last of the
// content words that follow the number without a break, at most four words on,
// preferring the first plural.
func (p *Prepared) countedNoun(i, last int) int {
	noun := -1
	for k := i; k < last && k < i+5; k++ {
		t := &p.tokens[k]
		if t.class == function && t.text == "of" && noun < 0 {
			continue // "two of the men"
		}
		if t.class == function && noun < 0 && (t.text == "the" || t.text == "its" || t.text == "their" || t.text == "his" || t.text == "her") {
			continue
		}
		if t.class != content {
			break
		}
		noun = k
		if isPlural(t.text) {
			break
		}
	}
	return noun
}

// irregular plurals that a count is often followed by.
var irregularPlurals = map[string]bool{"people": true, "men": true, "women": true, "children": true, "police": true}

func isPlural(s string) bool {
	return irregularPlurals[s] || len(s) > 3 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us")
}

// span returns the bytes of the quantity in the article's text, from its
// hedge-free first token to its last.
func (q quantity) span(p *Prepared) prose.Span {
	return prose.Span{Start: p.tokens[q.first].Start, End: p.tokens[q.last-1].End}
}
