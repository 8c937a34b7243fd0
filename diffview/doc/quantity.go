package doc

import (
	"sort"

	"parallax/diffview/lexicon"
	"parallax/diffview/numeral"
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
	Names       bool // an ordinal that ranks nothing: "83rd Street", "the second half"
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
	Ordinal // "first", "21st"
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

// sentenceWords are the words of a sentence as numbers are read from them.
type sentenceWords struct {
	*Doc
	first, last int
}

// Text returns the text of token k, "" outside the sentence.
func (s *sentenceWords) Text(k int) string {
	if k < s.first || k >= s.last {
		return ""
	}
	return s.Tokens[k].Text
}

// Gap returns what stands between token k-1 and token k.
func (s *sentenceWords) Gap(k int) string {
	if k <= s.first || k >= s.last {
		return " "
	}
	return s.Article.Text[s.Tokens[k-1].End:s.Tokens[k].Start]
}

// DecimalComma reports whether the article's language writes 3,5.
func (s *sentenceWords) DecimalComma() bool { return s.decimalComma() }

func (p *Doc) decimalComma() bool {
	return p.language != lexicon.English && p.language != lexicon.Unknown
}

// findQuantities appends the quantities of the sentence made of tokens
// [first, last).
func (p *Doc) findQuantities(first, last int) {
	from := len(p.Quantities)
	words := &sentenceWords{p, first, last}
	for i := first; i < last; {
		q, next := p.quantityAt(words, i)
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
func (p *Doc) quantityAt(w *sentenceWords, i int) (q Quantity, next int) {
	text, first, last := p.Tokens[i].Text, w.first, w.last
	if !numeral.Begins(text) && !clockNames.Has(text) || text == "one" && w.Text(i-1) == "no" {
		return q, i
	}
	q = Quantity{Hedged: i, First: i, Last: i + 1, Noun: -1}
	if minutes, halfDay, end := p.clockAt(i, first, last); end > i {
		q.Value, q.High, q.Kind, q.Last, q.halfDay = minutes, minutes, clock, end, halfDay
		q.Hedge, q.Hedged = p.hedgeBefore(i, first)
		return q, end
	}
	n, end := numeral.Read(w, i)
	if end == i {
		return q, i
	}
	q.Value, q.High, q.Last = n.Low, n.High, end
	switch q.Hedge, q.Hedged = p.hedgeBefore(i, first); n.Form {
	case numeral.Ordinal:
		q.Kind, q.Hedge, q.Hedged = Ordinal, Exactly, i
		q.Names = p.ordinalNames(&q, first, last)
		return q, end
	case numeral.Share:
		q.Value, q.High, q.Kind = n.Low*100, n.High*100, Percent
		if q.Hedge == Exactly {
			q.Hedge = about
		}
		return q, end
	case numeral.Cardinal:
		p.readSecond(w, &q)
		p.hedgeAfter(&q, last)
	}
	p.classify(&q, first, last)
	return q, q.Last
}

// hedgeAfter reads "50 or so", "50 or more", "50+".
func (p *Doc) hedgeAfter(q *Quantity, last int) {
	if q.Hedge != Exactly {
		return
	}
	switch next := p.TextAt(q.Last, last); {
	case next == "+" && p.Tokens[q.Last].Start == p.Tokens[q.Last-1].End:
		q.Hedge = AtLeast
	case next == "or" && p.TextAt(q.Last+1, last) == "so":
		q.Hedge = about
	case next == "or" && p.TextAt(q.Last+1, last) == "more":
		q.Hedge = AtLeast
	}
}

// digits returns the first token of a quantity after its sign.
func (p *Doc) digits(q *Quantity) *Token {
	if k := q.First; k+1 < q.Last && numeral.IsSign(p.Tokens[k].Text) {
		return &p.Tokens[k+1]
	}
	return &p.Tokens[q.First]
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
	for end > first && (currencies()[p.Tokens[end-1].Text] != "" || p.Tokens[end-1].Text == "a") {
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
	if q.Kind == Money && first > 0 && currencies()[p.Tokens[first-1].Text] != "" && first == q.First {
		first--
	}
	end := len(p.Tokens)
	for last+1 < end && p.Tokens[last].Text == "-" && (q.Kind == Measure || q.Kind == Age) {
		last++
	}
	switch w := p.TextAt(last, end); {
	case q.Kind == Percent && (w == "%" || w == "percent" || w == "pct"), q.Kind == Money && currencies()[w] != "", q.Kind == Measure && units()[w].base != "":
		last++
	case q.Kind == Percent && (w == "per" || w == "percentage"):
		last = min(last+2, end)
	case p.Tokens[last-1].Text == "-":
		last = q.Last
	}
	return [2]int{first, last}
}
