package doc

import (
	"math"
	"strings"

	"parallax/diffview/lexicon"
	"parallax/diffview/numeral"
)

// classify finds the kind and the unit of a quantity by the words around it.
// It may take a unit's factor into the value.
func (p *Doc) classify(q *Quantity, first, last int) {
	t := p.Tokens
	before := ""
	if q.First > first {
		before = t[q.First-1].Text
	}
	next := q.Last
	for next < last && t[next].Text == "-" {
		next++
	}
	after := p.TextAt(next, last)
	digits := p.digits(q).Text
	switch {
	case q.Kind == Tally, q.Kind == label:
	case p.isMoney(q, before, after):
	case p.isLabel(q, first, last):
		q.Kind = label
	case percents.Has(after) || (after == "per" || after == "por" || after == "pour") && cents.Has(p.TextAt(next+1, last)) || strings.HasSuffix(digits, "pc") || strings.HasSuffix(digits, "pct"):
		q.Kind = Percent
	case after == "percentage" && strings.HasPrefix(p.TextAt(next+1, last), "point"):
		q.Kind, q.Unit = Percent, "points"
	case Months()[strings.TrimSuffix(before, ".")] > 0 && q.Value <= 31, Months()[strings.TrimSuffix(after, ".")] > 0 && q.Value <= 31 && p.monthAt(next, last):
		q.Kind = date
	case p.isYear(q, before, next, last):
		q.Kind = Year
	case before == "/" || after == "/" && p.TextAt(next+1, last) != "h":
		q.Kind = label // "9/11"
	case before == "-" && len(digits) == 2 && p.afterYear(q.First-1):
		q.Kind = label // "the 2008-09 season"
	case strings.HasSuffix(digits, "s") && digits[0] <= '9':
		q.Kind, q.High = Year, q.Value+9 // a decade
	case hasOrdinalSuffix(digits):
		q.Kind, q.Names = Ordinal, p.ordinalNames(q, first, last)
	case p.isAge(q, before, after, next, last):
		q.Kind = Age
	case p.isTemperature(q, after, next, last):
	case p.isMagnitude(q, first, last):
		q.Kind = Magnitude
	case p.numberedBefore(q, next, first, last):
		q.Kind = label
	default:
		p.measure(q, digits, after, next, last)
	}
}

// afterYear reports whether a year ends right before token k.
func (p *Doc) afterYear(k int) bool {
	n := len(p.Quantities) - 1
	return n >= 0 && p.Quantities[n].Kind == Year && p.Quantities[n].Last == k && p.Tokens[k-1].End == p.Tokens[k].Start
}

// percents and cents are how the languages of the program write "per cent".
var (
	percents = lexicon.WordSet("% percent pct prozent procent procenttal")
	cents    = lexicon.WordSet("cent cento ciento")
)

// leastMetres is the number from which "1,200m" is metres: millions of
// thousands are billions.
const leastMetres = 1_000

// measure recognises a unit after a quantity or at its digits, and takes the
// quantity to the base unit.
func (p *Doc) measure(q *Quantity, digits, after string, next, last int) {
	u, ok := units()[after]
	if !ok {
		after = strings.TrimLeft(digits, "0123456789.,")
		u, ok = units()[after]
	}
	if number, metres := strings.CutSuffix(digits, "m"); metres && q.Last == q.First+1 && strings.Trim(number, "0123456789.,") == "" {
		millions := numeral.Multiplier("m")
		switch far := farWords.Has(p.TextAt(next, last)); {
		case far || q.Value >= leastMetres*millions && strings.Contains(number, ","):
			u, ok = units()["metres"], true
			q.Value, q.High = q.Value/millions, q.High/millions
		case q.Value >= leastMetres*millions: // "the 9400M"
			q.Kind = label
		}
	}
	if !ok {
		return
	}
	if k := q.Last; u.base == "km" && p.TextAt(k, last) == after {
		next = k + 1
	}
	if p.TextAt(next, last) == "/" && p.TextAt(next+1, last) == "h" {
		u.base = "km/h"
	}
	q.Kind, q.Unit = Measure, u.base
	q.Value, q.High = q.Value*u.low, q.High*u.high
	if q.Value > q.High { // below zero
		q.Value, q.High = q.High, q.Value
	}
}

// farWords after "60m" tell that they are metres, not millions.
var farWords = lexicon.WordSet("from up down high long tall wide deep above below away along")

// isYear recognises "2010", "1989–2013" and, against "1,900 people" written
// without its comma, "the 2010 elections".
func (p *Doc) isYear(q *Quantity, before string, next, last int) bool {
	isOne := func(v float64) bool { return v >= 1500 && v < 2200 && v == math.Trunc(v) }
	if t := p.digits(q); t.Class != Number || len(t.Text) != 4 || !isOne(q.Value) || !isOne(q.High) {
		return false
	}
	switch before {
	case "the", "in", "since", "by", "until", "from", "between", "early", "late", "this", "during":
		return true
	}
	return !p.countsAt(next, last)
}

// monthAt reports whether token i names a month; "may" and "march" do only
// with a capital.
func (p *Doc) monthAt(i, last int) bool {
	return i < last && p.Tokens[i].Upper && Months()[strings.TrimSuffix(p.Tokens[i].Text, ".")] > 0
}

// isMoney recognises a sum by the currency before or after it.
func (p *Doc) isMoney(q *Quantity, before, after string) bool {
	switch {
	case currencies()[before] != "" && q.First > 0 && len(before) < 4:
		q.Kind, q.Unit = Money, currencies()[before]
		if q.Last == q.First+1 && strings.HasSuffix(p.Tokens[q.First].Text, "mm") { // "$200MM": no millimetres
			q.Value, q.High = q.Value*1e6, q.High*1e6
		}
	case currencies()[after] != "":
		q.Kind, q.Unit = Money, currencies()[after]
	case after == "cents":
		q.Kind, q.Unit = Money, "$"
		q.Value /= 100
		q.High /= 100
	}
	return q.Kind == Money
}

// isTemperature recognises "12 degrees", "12C", and takes it to Celsius.
func (p *Doc) isTemperature(q *Quantity, after string, next, last int) bool {
	scale := ""
	digits := p.digits(q).Text
	switch {
	case after == "degrees" || after == "degree":
		scale = p.TextAt(next+1, last)
	case after == "°c" || after == "°f" || after == "°":
		scale = strings.TrimPrefix(after, "°")
		if scale == "" {
			scale = p.TextAt(next+1, last)
		}
	case digits[0] <= '9' && (strings.HasSuffix(digits, "c") || strings.HasSuffix(digits, "f")):
		scale = digits[len(digits)-1:]
	default:
		return false
	}
	q.Kind, q.Unit = Measure, "°"
	switch {
	case strings.HasPrefix(scale, "c"):
		q.Unit = "°C"
	case strings.HasPrefix(scale, "f"):
		q.Unit = "°C"
		q.Value, q.High = (q.Value-32)/1.8, (q.High-32)/1.8
	}
	return true
}

// isMagnitude recognises how strong an earthquake was: a number below ten in
// a sentence that speaks of magnitude, with decimals unless it is next to
// the word.
func (p *Doc) isMagnitude(q *Quantity, first, last int) bool {
	if q.Value < 1 || q.Value >= 10 {
		return false
	}
	decimal := strings.Contains(p.digits(q).Text, ".")
	for k := first; k < last; k++ {
		switch p.Tokens[k].Text {
		case "measuring", "measured":
			if decimal && k < q.First && k >= q.First-3 && p.quakes(first, last) {
				return true
			}
		case "magnitude", "magnitudes", "richter":
			if decimal || k >= q.First-2 && k < q.Last+2 {
				return true
			}
		}
	}
	return false
}

// quakes reports whether a sentence tells of an earthquake.
func (p *Doc) quakes(first, last int) bool {
	for k := first; k < last; k++ {
		switch p.Tokens[k].Text {
		case "earthquake", "quake", "temblor", "tremor", "earthquakes", "quakes":
			return true
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
func (p *Doc) isAge(q *Quantity, before, after string, next, last int) bool {
	t := p.Tokens
	if after == "year" || after == "years" {
		k := next + 1
		for k < last && t[k].Class == Punctuation {
			k++
		}
		return k < last && (t[k].Text == "old" || t[k].Text == "olds")
	}
	if q.Last < last && t[q.Last].Start < t[q.Last-1].End {
		return false
	}
	return before == "aged" || before == "age" || before == "of" && q.First >= 2 && t[q.First-2].Text == "age" || before == "," && (after == "," || after == ".") && q.Value > 0 && q.Value < 120 &&
		q.First >= 2 && t[q.First-2].Upper && t[q.First].Class == Number
}

// headline reports whether the sentence is written with capitals throughout,
// so that a capital tells nothing: "Powerful Quake in Iran Kills 10".
func (p *Doc) headline(first, last int) bool {
	words, capitals := 0, 0
	for k := first + 1; k < last; k++ {
		if t := &p.Tokens[k]; t.Class == Content {
			words++
			if t.Upper {
				capitals++
			}
		}
	}
	return words >= 3 && 4*capitals >= 3*words
}

// countsAt reports whether a plain noun follows: "1,900 people".
func (p *Doc) countsAt(i, last int) bool {
	return i < last && p.Tokens[i].Class == Content && !p.Tokens[i].Capital && IsPlural(p.Tokens[i].Text)
}
