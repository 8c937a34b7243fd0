package diffview

import (
	"math"
	"strings"
)

// classify finds the kind and the unit of a quantity by the words around it.
// It may take a unit's factor into the value.
func (p *Prepared) classify(q *quantity, first, last int) {
	t := p.tokens
	before := ""
	if q.first > first {
		before = t[q.first-1].text
	}
	next := q.last
	for next < last && t[next].text == "-" {
		next++
	}
	after := p.textAt(next, last)
	digits := t[q.first].text
	switch {
	case q.kind == tally:
	case p.isMoney(q, before, after):
	case after == "%" || after == "percent" || after == "pct" || after == "per" && p.textAt(next+1, last) == "cent":
		q.kind = percent
	case after == "percentage" && strings.HasPrefix(p.textAt(next+1, last), "point"):
		q.kind, q.unit = percent, "points"
	case months[strings.TrimSuffix(before, ".")] > 0 && q.value <= 31, months[strings.TrimSuffix(after, ".")] > 0 && q.value <= 31 && p.monthAt(next, last):
		q.kind = date
	case p.isYear(q, before, next, last):
		q.kind = year
	case before == "/" || after == "/" || p.odds(q, first, last):
		q.kind = label // "9/11"
	case strings.HasSuffix(digits, "s") && t[q.first].class == number:
		q.kind, q.high = year, q.value+9 // a decade
	case hasOrdinalSuffix(digits):
		q.kind = ordinal
	case p.isAge(q, before, after, next, last):
		q.kind = age
	case p.isTemperature(q, before, after, next, last):
	case p.isMagnitude(q, first, last):
		q.kind = magnitude
	case numbered[before] || q.first > first && t[q.first-1].capital && t[q.first-1].class == content && !p.headline(first, last) && !p.countsAt(next, last):
		q.kind = label
	default:
		u, ok := units[after]
		if !ok {
			u, ok = units[strings.TrimLeft(digits, "0123456789.,")]
		}
		if ok {
			q.kind, q.unit = measure, u.base
			q.value *= u.factor
			q.high *= u.factor
		}
	}
}

// isYear recognises "2010", "1989–2013" and, against "1,900 people" written
// without its comma, "the 2010 elections".
func (p *Prepared) isYear(q *quantity, before string, next, last int) bool {
	isOne := func(v float64) bool { return v >= 1500 && v < 2200 && v == math.Trunc(v) }
	if t := &p.tokens[q.first]; t.class != number || len(t.text) != 4 || !isOne(q.value) || !isOne(q.high) {
		return false
	}
	switch before {
	case "the", "in", "since", "by", "until", "from", "between", "early", "late", "this", "during":
		return true
	}
	return !p.countsAt(next, last)
}

// odds recognises "one in three" and "two-in-three": shares of no count.
func (p *Prepared) odds(q *quantity, first, last int) bool {
	is := func(k int, text string) bool { return k >= first && k < last && p.tokens[k].text == text }
	past := func(k, way int) int { // the token at k, or behind its hyphen
		if is(k, "-") {
			return k + way
		}
		return k
	}
	if in := past(q.last, 1); is(in, "in") && q.value < 100 {
		n := past(in+1, 1)
		_, word := numberWords[p.textAt(n, last)]
		return word || n < last && p.tokens[n].class == number
	}
	if in := past(q.first-1, -1); is(in, "in") && q.value < 1000 {
		n := past(in-1, -1)
		return n >= first && p.tokens[n].quantity >= 0
	}
	return false
}

// monthAt reports whether token i names a month; "may" and "march" do only
// with a capital.
func (p *Prepared) monthAt(i, last int) bool {
	return i < last && p.tokens[i].upper && months[strings.TrimSuffix(p.tokens[i].text, ".")] > 0
}

// isMoney recognises a sum by the currency before or after it.
func (p *Prepared) isMoney(q *quantity, before, after string) bool {
	switch {
	case currencies[before] != "" && q.first > 0 && len(before) < 4:
		q.kind, q.unit = money, currencies[before]
	case currencies[after] != "":
		q.kind, q.unit = money, currencies[after]
	case after == "cents":
		q.kind, q.unit = money, "$"
		q.value /= 100
		q.high /= 100
	}
	return q.kind == money
}

// isTemperature recognises "12 degrees", "12C", and takes it to Celsius.
func (p *Prepared) isTemperature(q *quantity, before, after string, next, last int) bool {
	scale := ""
	digits := p.tokens[q.first].text
	switch {
	case after == "degrees" || after == "degree":
		scale = p.textAt(next+1, last)
	case after == "°c" || after == "°f" || after == "°":
		scale = strings.TrimPrefix(after, "°")
		if scale == "" {
			scale = p.textAt(next+1, last)
		}
	case digits[0] <= '9' && (strings.HasSuffix(digits, "c") || strings.HasSuffix(digits, "f")):
		scale = digits[len(digits)-1:]
	default:
		return false
	}
	q.kind, q.unit = measure, "°"
	if before == "minus" || before == "-" || before == "−" {
		q.value, q.high = -q.value, -q.high
	}
	switch {
	case strings.HasPrefix(scale, "c"):
		q.unit = "°C"
	case strings.HasPrefix(scale, "f"):
		q.unit = "°C"
		q.value, q.high = (q.value-32)/1.8, (q.high-32)/1.8
	}
	return true
}

// isMagnitude recognises how strong an earthquake was: a number below ten in
// a sentence that speaks of magnitude, with decimals unless it stands beside
// the word.
func (p *Prepared) isMagnitude(q *quantity, first, last int) bool {
	if q.value < 1 || q.value >= 10 {
		return false
	}
	decimal := strings.Contains(p.tokens[q.first].text, ".")
	for k := first; k < last; k++ {
		switch p.tokens[k].text {
		case "magnitude", "magnitudes", "richter":
			if decimal || k >= q.first-2 && k < q.last+2 {
				return true
			}
		}
	}
	return false
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
		return k < last && (t[k].text == "old" || t[k].text == "olds")
	}
	if q.last < last && t[q.last].Start < t[q.last-1].End {
		return false
	}
	return before == "aged" || before == "age" || before == "," && (after == "," || after == ".") && q.value > 0 && q.value < 120 &&
		q.first >= 2 && t[q.first-2].upper && t[q.first].class == number
}

// headline reports whether the sentence is written with capitals throughout,
// so that a capital tells nothing: "Powerful Quake in Iran Kills 10".
func (p *Prepared) headline(first, last int) bool {
	words, capitals := 0, 0
	for k := first + 1; k < last; k++ {
		if t := &p.tokens[k]; t.class == content {
			words++
			if t.upper {
				capitals++
			}
		}
	}
	return words >= 3 && 4*capitals >= 3*words
}

// countsAt reports whether a plain noun follows: "1,900 people".
func (p *Prepared) countsAt(i, last int) bool {
	return i < last && p.tokens[i].class == content && !p.tokens[i].capital && isPlural(p.tokens[i].text)
}
