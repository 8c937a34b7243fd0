package diffview

import (
	"math"
	"sort"
	"strconv"
	"strings"
)

// A quantity is a number in a sentence with what it counts.
type quantity struct {
	hedged      int // the first token of its hedge; first when it has none
	first, last int // its tokens, hedge and unit aside: [first, last) of Prepared.tokens
	value       float64
	high        float64 // the upper end of a range ("40 to 60"), the losing side of a tally; value otherwise
	kind        quantityKind
	unit        string // the base unit of measures and money: "$", "km", "h", …; "" for plain counts
	hedge       hedge
	noun        int  // the token that names what is counted, or -1
	fate        fate // what befell those counted
	whole       bool // the M of "N of M": what a part is taken from
	halfDay     bool // a time of day that does not say which half: "at 2:40"
}

// A quantityKind says what a number is a number of. Only numbers of one kind
// can be equal or conflict.
type quantityKind uint8

const (
	count quantityKind = iota
	percent
	money
	measure   // with a unit of length, weight, time, …
	magnitude // of an earthquake
	tally     // two numbers of one result: "7–5", "seven votes to six"
	age       // "43-year-old", "aged 43", ", 43,"
	year
	clock   // "9 p.m.", "14:40", "noon": minutes of the day
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

// findQuantities appends the quantities of the sentence made of tokens
// [first, last).
func (p *Prepared) findQuantities(first, last int) {
	from := len(p.quantities)
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
	if len(p.quantities) > from {
		p.findCounted(p.quantities[from:], first, last)
	}
}

// quantityAt reads the quantity that begins at token i, if one does; next is i
// when none does.
func (p *Prepared) quantityAt(i, first, last int) (q quantity, next int) {
	t := p.tokens
	if t[i].class == punct || t[i].text == "one" && i > first && t[i-1].text == "no" {
		return q, i
	}
	q = quantity{hedged: i, first: i, last: i + 1, noun: -1}
	if minutes, halfDay, end := p.clockAt(i, first, last); end > i {
		q.value, q.high, q.kind, q.last, q.halfDay = minutes, minutes, clock, end, halfDay
		q.hedge, q.hedged = p.hedgeBefore(i, first)
		return q, end
	}
	if share, end := p.readFraction(i, last); end > i {
		q.value, q.high, q.kind, q.last = share*100, share*100, percent, end
		if q.hedge, q.hedged = p.hedgeBefore(i, first); q.hedge == exactly {
			q.hedge = about
		}
		return q, end
	}
	if low, high, end := p.readVague(i, last); end > i {
		q.value, q.high, q.last = low, high, end
		q.hedge, q.hedged = p.hedgeBefore(i, first)
		p.classify(&q, first, last)
		return q, end
	}
	if n, ok := ordinalWords[t[i].text]; ok {
		q.value, q.high, q.kind = n, n, ordinal
		return q, i + 1
	}
	value, end, ok := p.readNumber(i, first, last)
	if !ok {
		return q, i
	}
	q.value, q.high, q.last = value, value, end
	p.readSecond(&q, first, last)
	q.hedge, q.hedged = p.hedgeBefore(i, first)
	if q.hedge == exactly && q.last+1 < last && t[q.last].text == "or" && (t[q.last+1].text == "so" || t[q.last+1].text == "more") {
		q.hedge = map[string]hedge{"so": about, "more": atLeast}[t[q.last+1].text]
	}
	p.classify(&q, first, last)
	return q, q.last
}

// readNumber reads a number in digits or words from token i on, with its
// multipliers: "1,200", "3.7 million", "one hundred and twenty-one", "half
// a million", "eight and three-quarter".
func (p *Prepared) readNumber(i, first, last int) (value float64, end int, ok bool) {
	t := p.tokens
	word := t[i].text
	switch {
	case word == "half" && i+2 < last && t[i+1].text == "a" && multipliers[t[i+2].text] > 0:
		return multipliers[t[i+2].text] / 2, i + 3, true
	case multipliers[word] > 1 && len(word) > 4 && i > first && t[i-1].text == "a":
		value, end = multipliers[word], i+1
	case t[i].class == number:
		v, ok := parseDigits(word)
		if !ok {
			return 0, i, false
		}
		value, end = v, i+1
	default:
		if value, end = p.readWords(i, last); end == i {
			return 0, i, false
		}
	}
	for end < last {
		m, ok := multipliers[t[end].text]
		if !ok || len(t[end].text) <= 2 && t[end].Start > t[end-1].End+1 {
			break
		}
		value *= m
		end++
	}
	if end+2 < last && t[end].text == "and" { // "two and a half", "eight and three-quarter hours"
		k := end + 1
		if t[k].text == "a" {
			k++
		}
		if share, e := p.readFraction(k, last); e > k {
			return value + share, e, true
		}
		if t[k].text == "half" {
			return value + .5, k + 1, true
		}
	}
	return value, end, true
}

// readWords reads a number below a million that is written in words; end is i
// when none begins there. A last "thousand" or greater is left to the caller.
func (p *Prepared) readWords(i, last int) (value float64, end int) {
	t := p.tokens
	sum, group := 0., 0. // of the thousands; of what stands before the next multiplier
	end = i
	for k := i; k < last; {
		n, isNumber := numberWords[t[k].text]
		switch {
		case isNumber && (end == i || n < 10 && math.Mod(group, 10) == 0 && group >= 20 || n < 100 && group >= 100 && math.Mod(group, 100) == 0 || group == 0):
			group += n
		case t[k].text == "hundred" && group >= 1 && group < 100:
			group *= 100
		case t[k].text == "thousand" && group >= 1 && sum == 0:
			sum, group = group*1000, 0
		case end > i && k+1 < last && (t[k].text == "-" && math.Mod(group, 10) == 0 && group >= 20 || t[k].text == "and" && group >= 100):
			if n, ok := numberWords[t[k+1].text]; !ok || n == 0 || t[k].text == "-" && n >= 10 {
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
	return sum + group, end
}

// parseDigits reads a number written in digits: "1,200", "3.7", "21st", "1980s".
func parseDigits(s string) (float64, bool) {
	if at := strings.LastIndexByte(s, ','); at >= 0 && len(strings.TrimRight(s[at+1:], "abcdefghijklmnopqrstuvwxyz'.")) < 3 {
		return 0, false // "58-3,51": no thousands
	}
	s = strings.ReplaceAll(s, ",", "")
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz'")
	if digits == "" {
		return 0, false
	}
	factor := 1.
	switch suffix := s[len(digits):]; suffix {
	case "", "st", "nd", "rd", "th", "s", "c", "f", "km", "kg", "ft", "mph":
	default:
		m, ok := multipliers[suffix]
		if !ok {
			return 0, false
		}
		factor = m
	}
	v, err := strconv.ParseFloat(digits, 64)
	return v * factor, err == nil && !math.IsInf(v*factor, 0) && !math.IsNaN(v)
}

// readFraction reads a share written in words: "half of", "a third of",
// "two-thirds"; end is i when none begins there.
func (p *Prepared) readFraction(i, last int) (share float64, end int) {
	t := p.tokens
	next := func(k int) string {
		if k < last {
			return t[k].text
		}
		return ""
	}
	if t[i].text == "half" {
		switch next(i + 1) {
		case "of", "the", "its", "their", "his", "her", "all", "our":
			return .5, i + 1
		}
		return 0, i
	}
	n, ok := numberWords[t[i].text]
	if t[i].text == "a" {
		n, ok = 1, true
	}
	if !ok {
		return 0, i
	}
	k := i + 1
	if next(k) == "-" {
		k++
	}
	d := fractions[strings.TrimSuffix(next(k), "s")]
	if d == 0 || n >= d || n == 1 && t[i].text == "a" && next(k+1) != "of" {
		return 0, i
	}
	if !strings.HasSuffix(t[k].text, "s") && n > 1 && k == i+1 {
		return 0, i // "two third parties"
	}
	return n / d, k + 1
}

// readVague reads a word for an order of size: "dozens", "tens of thousands";
// end is i when none begins there.
func (p *Prepared) readVague(i, last int) (low, high float64, end int) {
	t := p.tokens
	of := i+2 < last && t[i+1].text == "of"
	if m := multipliers[p.textAt(i+1, last)]; t[i].text == "several" && m >= 12 {
		return vagueLow * m, math.Inf(1), i + 2
	}
	if m, ok := multipliers[strings.TrimSuffix(t[i].text, "s")]; ok && strings.HasSuffix(t[i].text, "s") && len(t[i].text) > 5 {
		if of && (m == 100 || m == 1000) {
			if n := multipliers[strings.TrimSuffix(t[i+2].text, "s")]; n > m && strings.HasSuffix(t[i+2].text, "s") {
				return vagueLow * m * n, math.Inf(1), i + 3
			}
		}
		return vagueLow * m, math.Inf(1), i + 1
	}
	if of && t[i].text == "tens" {
		if n := multipliers[strings.TrimSuffix(t[i+2].text, "s")]; n > 0 {
			return vagueLow * 10 * n, math.Inf(1), i + 3
		}
	}
	if of && t[i].text == "scores" {
		return vagueLow * 20, math.Inf(1), i + 1
	}
	return 0, 0, i
}

// vagueLow is the least that "dozens", "hundreds" and so on stand for, as
// a multiple of the unit. There is no most: who writes "thousands" of 700,000
// is vague, not wrong.
const vagueLow = 1.5

// readSecond extends a number to a range ("40 to 60", "between 40 and 60") or
// a tally ("7–5", "seven votes to six").
func (p *Prepared) readSecond(q *quantity, first, last int) {
	t := p.tokens
	before, k, joiner := "", q.last, ""
	if q.first > first {
		before = t[q.first-1].text
	}
	if k < last && (t[k].text == "votes" || t[k].text == "goals") {
		k++
	}
	if k+1 >= last {
		return
	}
	joiner = t[k].text
	dash := joiner == "-" || joiner == "–"
	switch {
	case dash && k == q.last && t[k].Start == t[k-1].End && t[k+1].Start == t[k].End:
	case joiner == "to" && before != "from":
	case joiner == "and" && before == "between":
	default:
		return
	}
	v, e, ok := p.readNumber(k+1, first, last)
	if !ok || t[k+1].class != t[q.first].class && k == q.last {
		return
	}
	digits := t[q.first].text
	switch {
	case k > q.last || v < q.value && (dash || q.value < 1000 && votes[p.textAt(e, last)]) && len(digits) < 4:
		if p.textAt(e, last) == "year" {
			return
		}
		q.kind, q.high, q.last = tally, v, e
	case v > q.value && k == q.last:
		if factor := v / max(q.value, 1e-9); factor >= 1e5 && v >= 1e6 {
			q.value *= p.multiplierOf(k+1, e) // "3 to 5 million"
		}
		q.high, q.last = v, e
	}
}

// votes are the words after a result of a ballot or match: "a 5 to 4 decision".
var votes = map[string]bool{"vote": true, "votes": true, "decision": true, "ruling": true, "margin": true, "victory": true, "win": true, "majority": true}

// multiplierOf returns the product of the multipliers among tokens [i, end).
func (p *Prepared) multiplierOf(i, end int) float64 {
	m := 1.
	for k := i; k < end; k++ {
		if f, ok := multipliers[p.tokens[k].text]; ok {
			m *= f
		}
	}
	return m
}

// textAt returns the text of token i, "" at the end of the sentence.
func (p *Prepared) textAt(i, last int) string {
	if i < last {
		return p.tokens[i].text
	}
	return ""
}

// hedgeBefore finds the hedge that ends right before token i, and where it
// begins; i when there is none.
func (p *Prepared) hedgeBefore(i, first int) (hedge, int) {
	end := i
	for end > first && (currencies[p.tokens[end-1].text] != "" || p.tokens[end-1].text == "a") {
		end-- // a currency sign stands between, or the article of "a million"
	}
	for _, h := range hedges {
		n := len(h.words)
		if end-n < first {
			continue
		}
		same := true
		for k, w := range h.words {
			same = same && p.tokens[end-n+k].text == w
		}
		if same {
			return h.hedge, end - n
		}
	}
	return exactly, i
}

// quantitiesOf returns the quantities of a sentence.
func (p *Prepared) quantitiesOf(sentence int) []quantity {
	s := p.sentences[sentence]
	from := sort.Search(len(p.quantities), func(k int) bool { return p.quantities[k].first >= s.first })
	to := from
	for to < len(p.quantities) && p.quantities[to].first < s.last {
		to++
	}
	return p.quantities[from:to]
}

// written returns the tokens of a quantity as a reader quotes it, with its
// hedge, its currency and its unit: [first, last).
func (p *Prepared) written(q quantity) [2]int {
	first, last := q.hedged, q.last
	if q.kind == money && first > 0 && currencies[p.tokens[first-1].text] != "" && first == q.first {
		first--
	}
	end := len(p.tokens)
	for last+1 < end && p.tokens[last].text == "-" && (q.kind == measure || q.kind == age) {
		last++
	}
	switch w := p.textAt(last, end); {
	case q.kind == percent && (w == "%" || w == "percent" || w == "pct"), q.kind == money && currencies[w] != "", q.kind == measure && units[w].base != "":
		last++
	case q.kind == percent && (w == "per" || w == "percentage"):
		last = min(last+2, end)
	case p.tokens[last-1].text == "-":
		last = q.last
	}
	return [2]int{first, last}
}
