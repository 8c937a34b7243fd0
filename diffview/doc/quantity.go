package doc

import (
	"math"
	"sort"
	"strconv"
	"strings"
)

// A Quantity is a number in a sentence with what it counts.
type Quantity struct {
	Hedged      int // the first token of its hedge; first when it has none
	First, Last int // its tokens, hedge and unit aside: [first, last) of Doc.Tokens
	Value       float64
	High        float64 // the upper end of a range ("40 to 60"), the losing side of a tally; value otherwise
	Kind        QuantityKind
	Unit        string // the base unit of measures and money: "$", "km", "h", …; "" for plain counts
	Hedge       hedge
	Noun        int  // the token that names what is counted, or -1
	Fate        fate // what befell those counted
	Whole       bool // the M of "N of M": what a part is taken from
	halfDay     bool // a time of day that does not say which half: "at 2:40"
}

// A QuantityKind says what a number is a number of. Only numbers of one kind
// can be equal or conflict.
type QuantityKind uint8

const (
	Count QuantityKind = iota
	Percent
	Money
	Measure   // with a unit of length, weight, time, …
	Magnitude // of an earthquake
	Tally     // two numbers of one result: "7–5", "seven votes to six"
	Age       // "43-year-old", "aged 43", ", 43,"
	Year
	clock   // "9 p.m.", "14:40", "noon": minutes of the day
	date    // a day of a month
	ordinal // "first", "21st"
	label   // a number that names: "Route 9", "No. 10", "Article 19"
)

// A hedge says how exactly a number is meant.
type hedge uint8

const (
	Exactly hedge = iota
	about
	AtLeast // also "more than"
	AtMost  // also "fewer than"
)

// findQuantities appends the quantities of the sentence made of tokens
// [first, last).
func (p *Doc) findQuantities(first, last int) {
	from := len(p.Quantities)
	for i := first; i < last; {
		q, next := p.quantityAt(i, first, last)
		if next == i {
			i++
			continue
		}
		for k := q.First; k < q.Last; k++ {
			p.Tokens[k].Quantity = len(p.Quantities)
			if p.Tokens[k].Class != Punctuation {
				p.Tokens[k].Class = Number
			}
		}
		p.Quantities = append(p.Quantities, q)
		i = next
	}
	if len(p.Quantities) > from {
		p.findCounted(p.Quantities[from:], first, last)
	}
}

// quantityAt reads the quantity that begins at token i, if one does; next is i
// when none does.
func (p *Doc) quantityAt(i, first, last int) (q Quantity, next int) {
	t := p.Tokens
	if t[i].Class == Punctuation || t[i].Text == "one" && i > first && t[i-1].Text == "no" {
		return q, i
	}
	q = Quantity{Hedged: i, First: i, Last: i + 1, Noun: -1}
	if minutes, halfDay, end := p.clockAt(i, first, last); end > i {
		q.Value, q.High, q.Kind, q.Last, q.halfDay = minutes, minutes, clock, end, halfDay
		q.Hedge, q.Hedged = p.hedgeBefore(i, first)
		return q, end
	}
	if share, end := p.readFraction(i, last); end > i {
		q.Value, q.High, q.Kind, q.Last = share*100, share*100, Percent, end
		if q.Hedge, q.Hedged = p.hedgeBefore(i, first); q.Hedge == Exactly {
			q.Hedge = about
		}
		return q, end
	}
	if low, high, end := p.readVague(i, last); end > i {
		q.Value, q.High, q.Last = low, high, end
		q.Hedge, q.Hedged = p.hedgeBefore(i, first)
		p.classify(&q, first, last)
		return q, end
	}
	if n, ok := ordinalWords[t[i].Text]; ok {
		q.Value, q.High, q.Kind = n, n, ordinal
		return q, i + 1
	}
	value, end, ok := p.readNumber(i, first, last)
	if !ok {
		return q, i
	}
	q.Value, q.High, q.Last = value, value, end
	p.readSecond(&q, first, last)
	q.Hedge, q.Hedged = p.hedgeBefore(i, first)
	if q.Hedge == Exactly && q.Last+1 < last && t[q.Last].Text == "or" && (t[q.Last+1].Text == "so" || t[q.Last+1].Text == "more") {
		q.Hedge = map[string]hedge{"so": about, "more": AtLeast}[t[q.Last+1].Text]
	}
	p.classify(&q, first, last)
	return q, q.Last
}

// readNumber reads a number in digits or words from token i on, with its
// multipliers: "1,200", "3.7 million", "one hundred and twenty-one", "half
// a million", "eight and three-quarter".
func (p *Doc) readNumber(i, first, last int) (value float64, end int, ok bool) {
	t := p.Tokens
	word := t[i].Text
	switch {
	case word == "half" && i+2 < last && t[i+1].Text == "a" && multipliers[t[i+2].Text] > 0:
		return multipliers[t[i+2].Text] / 2, i + 3, true
	case multipliers[word] > 1 && len(word) > 4 && i > first && t[i-1].Text == "a":
		value, end = multipliers[word], i+1
	case t[i].Class == Number:
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
		m, ok := multipliers[t[end].Text]
		if !ok || len(t[end].Text) <= 2 && t[end].Start > t[end-1].End+1 {
			break
		}
		value *= m
		end++
	}
	if end+2 < last && t[end].Text == "and" { // "two and a half", "eight and three-quarter hours"
		k := end + 1
		if t[k].Text == "a" {
			k++
		}
		if share, e := p.readFraction(k, last); e > k {
			return value + share, e, true
		}
		if t[k].Text == "half" {
			return value + .5, k + 1, true
		}
	}
	return value, end, true
}

// readWords reads a number below a million that is written in words; end is i
// when none begins there. A last "thousand" or greater is left to the caller.
func (p *Doc) readWords(i, last int) (value float64, end int) {
	t := p.Tokens
	sum, group := 0., 0. // of the thousands; of what comes before the next multiplier
	end = i
	for k := i; k < last; {
		n, isNumber := numberWords[t[k].Text]
		switch {
		case isNumber && (end == i || n < 10 && math.Mod(group, 10) == 0 && group >= 20 || n < 100 && group >= 100 && math.Mod(group, 100) == 0 || group == 0):
			group += n
		case t[k].Text == "hundred" && group >= 1 && group < 100:
			group *= 100
		case t[k].Text == "thousand" && group >= 1 && sum == 0:
			sum, group = group*1000, 0
		case end > i && k+1 < last && (t[k].Text == "-" && math.Mod(group, 10) == 0 && group >= 20 || t[k].Text == "and" && group >= 100):
			if n, ok := numberWords[t[k+1].Text]; !ok || n == 0 || t[k].Text == "-" && n >= 10 {
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
func (p *Doc) readFraction(i, last int) (share float64, end int) {
	t := p.Tokens
	next := func(k int) string {
		if k < last {
			return t[k].Text
		}
		return ""
	}
	if t[i].Text == "half" {
		switch next(i + 1) {
		case "of", "the", "its", "their", "his", "her", "all", "our":
			return .5, i + 1
		}
		return 0, i
	}
	n, ok := numberWords[t[i].Text]
	if t[i].Text == "a" {
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
	if d == 0 || n >= d || n == 1 && t[i].Text == "a" && next(k+1) != "of" {
		return 0, i
	}
	if !strings.HasSuffix(t[k].Text, "s") && n > 1 && k == i+1 {
		return 0, i // "two third parties"
	}
	return n / d, k + 1
}

// readVague reads a word for an order of size: "dozens", "tens of thousands";
// end is i when none begins there.
func (p *Doc) readVague(i, last int) (low, high float64, end int) {
	t := p.Tokens
	of := i+2 < last && t[i+1].Text == "of"
	if m := multipliers[p.TextAt(i+1, last)]; t[i].Text == "several" && m >= 12 {
		return vagueLow * m, math.Inf(1), i + 2
	}
	if m, ok := multipliers[strings.TrimSuffix(t[i].Text, "s")]; ok && strings.HasSuffix(t[i].Text, "s") && len(t[i].Text) > 5 {
		if of && (m == 100 || m == 1000) {
			if n := multipliers[strings.TrimSuffix(t[i+2].Text, "s")]; n > m && strings.HasSuffix(t[i+2].Text, "s") {
				return vagueLow * m * n, math.Inf(1), i + 3
			}
		}
		return vagueLow * m, math.Inf(1), i + 1
	}
	if of && t[i].Text == "tens" {
		if n := multipliers[strings.TrimSuffix(t[i+2].Text, "s")]; n > 0 {
			return vagueLow * 10 * n, math.Inf(1), i + 3
		}
	}
	if of && t[i].Text == "scores" {
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
func (p *Doc) readSecond(q *Quantity, first, last int) {
	t := p.Tokens
	before, k, joiner := "", q.Last, ""
	if q.First > first {
		before = t[q.First-1].Text
	}
	if k < last && (t[k].Text == "votes" || t[k].Text == "goals") {
		k++
	}
	if k+1 >= last {
		return
	}
	joiner = t[k].Text
	dash := joiner == "-" || joiner == "–"
	switch {
	case dash && k == q.Last && t[k].Start == t[k-1].End && t[k+1].Start == t[k].End:
	case joiner == "to" && before != "from":
	case joiner == "and" && before == "between":
	default:
		return
	}
	v, e, ok := p.readNumber(k+1, first, last)
	if !ok || t[k+1].Class != t[q.First].Class && k == q.Last {
		return
	}
	digits := t[q.First].Text
	switch {
	case k > q.Last || v < q.Value && (dash || q.Value < 1000 && votes[p.TextAt(e, last)]) && len(digits) < 4:
		if p.TextAt(e, last) == "year" {
			return
		}
		q.Kind, q.High, q.Last = Tally, v, e
	case v > q.Value && k == q.Last:
		if factor := v / max(q.Value, 1e-9); factor >= 1e5 && v >= 1e6 {
			q.Value *= p.multiplierOf(k+1, e) // "3 to 5 million"
		}
		q.High, q.Last = v, e
	}
}

// votes are the words after a result of a ballot or match: "a 5 to 4 decision".
var votes = map[string]bool{"vote": true, "votes": true, "decision": true, "ruling": true, "margin": true, "victory": true, "win": true, "majority": true}

// multiplierOf returns the product of the multipliers among tokens [i, end).
func (p *Doc) multiplierOf(i, end int) float64 {
	m := 1.
	for k := i; k < end; k++ {
		if f, ok := multipliers[p.Tokens[k].Text]; ok {
			m *= f
		}
	}
	return m
}

// TextAt returns the text of token i, "" at the end of the sentence.
func (p *Doc) TextAt(i, last int) string {
	if i < last {
		return p.Tokens[i].Text
	}
	return ""
}

// hedgeBefore finds the hedge that ends right before token i, and where it
// begins; i when there is none.
func (p *Doc) hedgeBefore(i, first int) (hedge, int) {
	end := i
	for end > first && (currencies[p.Tokens[end-1].Text] != "" || p.Tokens[end-1].Text == "a") {
		end-- // a currency sign is between, or the article of "a million"
	}
	for _, h := range hedges {
		n := len(h.words)
		if end-n < first {
			continue
		}
		same := true
		for k, w := range h.words {
			same = same && p.Tokens[end-n+k].Text == w
		}
		if same {
			return h.hedge, end - n
		}
	}
	return Exactly, i
}

// QuantitiesOf returns the quantities of a sentence.
func (p *Doc) QuantitiesOf(sentence int) []Quantity {
	s := p.Sentences[sentence]
	from := sort.Search(len(p.Quantities), func(k int) bool { return p.Quantities[k].First >= s.First })
	to := from
	for to < len(p.Quantities) && p.Quantities[to].First < s.Last {
		to++
	}
	return p.Quantities[from:to]
}

// Written returns the tokens of a quantity as a reader quotes it, with its
// hedge, its currency and its unit: [first, last).
func (p *Doc) Written(q Quantity) [2]int {
	first, last := q.Hedged, q.Last
	if q.Kind == Money && first > 0 && currencies[p.Tokens[first-1].Text] != "" && first == q.First {
		first--
	}
	end := len(p.Tokens)
	for last+1 < end && p.Tokens[last].Text == "-" && (q.Kind == Measure || q.Kind == Age) {
		last++
	}
	switch w := p.TextAt(last, end); {
	case q.Kind == Percent && (w == "%" || w == "percent" || w == "pct"), q.Kind == Money && currencies[w] != "", q.Kind == Measure && units[w].base != "":
		last++
	case q.Kind == Percent && (w == "per" || w == "percentage"):
		last = min(last+2, end)
	case p.Tokens[last-1].Text == "-":
		last = q.Last
	}
	return [2]int{first, last}
}
