package doc

import (
	"strconv"
	"strings"

	"parallax/diffview/lexicon"
	"parallax/diffview/numeral"
)

// Two numbers that are one value: a range or a result.

// readSecond extends a number to a range ("40 to 60", "between 40 and 60") or
// a tally ("7–5", "seven votes to six", "a vote of 228 to 191").
func (p *Doc) readSecond(w *sentenceWords, q *Quantity) {
	t, last := p.Tokens, w.last
	before, k := w.Text(q.First-1), q.Last
	if k < last && (t[k].Text == "votes" || t[k].Text == "goals") {
		k++
	}
	if k+1 >= last {
		return
	}
	joiner := t[k].Text
	dash := joiner == "-" || joiner == "–"
	switch {
	case dash && k == q.Last && t[k].Start == t[k-1].End && t[k+1].Start == t[k].End:
	case joiner == "to" && before != "from":
	case joiner == "and" && before == "between":
	default:
		return
	}
	v, e := numeral.ReadCardinal(w, k+1)
	if e == k+1 || t[k+1].Class != p.digits(q).Class && k == q.Last {
		return
	}
	if losing, sticks, two := p.sticks(q, k+1); dash && two {
		if v = losing; !sticks {
			q.Kind, q.Last = label, e
			return
		}
	}
	switch {
	case k > q.Last || p.isResult(q, v, dash, joiner, e, last):
		if p.TextAt(e, last) == "year" {
			return
		}
		if e+1 < last && dash && t[e].Text == joiner && t[e+1].Start == t[e-1].End+len(joiner) && t[e+1].Class == Number {
			e += 2 // games drawn: a record of 45-7-2
		}
		q.Kind, q.High, q.Last = Tally, v, e
	case v > q.Value && k == q.Last:
		if factor := v / max(q.Value, 1e-9); factor >= 1e5 && v >= 1e6 {
			q.Value *= p.multiplierOf(k+1, e) // "3 to 5 million"
		}
		q.High, q.Last = v, e
	}
}

// isResult reports whether two numbers are those of a result: the second is smaller, or
// the words around them say so.
func (p *Doc) isResult(q *Quantity, v float64, dash bool, joiner string, end, last int) bool {
	if len(p.Tokens[q.First].Text) >= 4 {
		return false
	}
	after := p.TextAt(end, last)
	voted := joiner == "to" && q.Value < 1000 && p.voted(q)
	switch {
	case v < q.Value:
		return dash || q.Value < 1000 && votes.Has(after) || voted
	case dash && (v == q.Value || p.recordOf(q, end, last) || losses.Has(after) || q.Value == 0 && units()[after].base == "" && !percents.Has(after)): // "they are 7-7", "Lund (7-9)", "a 3-7 record", "they are 0-13"
		return true
	}
	return voted
}

// recordOf reports whether two numbers stand alone in brackets after a name: "Lund (7-9)".
func (p *Doc) recordOf(q *Quantity, end, last int) bool {
	k := q.First - 2
	return k >= 0 && p.Tokens[k+1].Text == "(" && p.Tokens[k].Upper && p.Tokens[k].Class == Content && p.TextAt(end, last) == ")"
}

// voted reports whether a ballot or a score is told right before a number: "voted
// 228", "a vote of 228".
func (p *Doc) voted(q *Quantity) bool {
	for k := q.First - 1; k >= max(0, q.First-2); k-- {
		switch p.Tokens[k].Text {
		case "vote", "voted", "score":
			return true
		case "of", "was":
		default:
			return false
		}
	}
	return false
}

// sticks reads a second number that a comma without a space joins to a third: of
// "43-1,33 KOs" the result is 43-1. ok is false where none does; of a height
// and a weight ("5-11,220") nothing sticks.
func (p *Doc) sticks(q *Quantity, k int) (losing float64, sticks, ok bool) {
	first, third, two := strings.Cut(p.Tokens[k].Text, ",")
	n, err := strconv.Atoi(first)
	if !two || err != nil || p.decimalComma() || len(p.Tokens[q.First].Text) > 2 {
		return 0, false, false
	}
	return float64(n), len(third) < 3, len(third) < 3 || q.Value < 10 && n < 12
}

// votes are the words after a result of a ballot or match: "a 5 to 4 decision";
// losses are those after one whose second number is the greater.
var (
	votes  = lexicon.WordSet("vote votes decision ruling margin victory win majority")
	losses = lexicon.WordSet("record loss defeat start deficit")
)

// multiplierOf returns the product of the multipliers among tokens [i, end).
func (p *Doc) multiplierOf(i, end int) float64 {
	m := 1.
	for k := i; k < end; k++ {
		if f := numeral.Multiplier(p.Tokens[k].Text); f > 0 {
			m *= f
		}
	}
	return m
}
