package slot

import (
	"math"
	"strconv"
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// What the values themselves say: two numbers far apart are seldom of one thing,
// a title before a name is no other name.

// values looks at the two values.
func (m *matcher) values(x []float64, r *Rival) {
	switch r.Kind {
	case Number:
		m.numbers(x, r.Values[0].Entry, r.Values[1].Entry)
	case Day, Clock:
		x[fSort] = sense(*r.Values[0].Entry.Moment) + 4*sense(*r.Values[1].Entry.Moment)
	case Name:
		m.nameValues(x, r)
	case Word:
		m.wordValues(x, r)
	}
}

func (m *matcher) numbers(x []float64, e, o *ledger.Entry) {
	x[fSort] = float64(family(e.Kind))
	p, q := math.Abs(e.Quantity.Value), math.Abs(o.Quantity.Value)
	x[fRatio] = math.Abs(math.Log10(max(p, 1e-6) / max(q, 1e-6)))
	if math.IsNaN(x[fRatio]) || x[fRatio] > 9 {
		x[fRatio] = 9
	}
	x[fSmall] = math.Log10(1 + min(p, q))
	if e.Range.Exactness != o.Range.Exactness {
		x[fHedges] = 1
	}
	for _, k := range []ledger.Exactness{e.Range.Exactness, o.Range.Exactness} {
		if k != ledger.Exact {
			x[fHedged]++
		}
	}
	x[fDigits] = min(digitsOf(p), digitsOf(q))
	for side, v := range [2]*ledger.Entry{e, o} {
		alike := 0.
		l := m.ledgers[side]
		for k := range l.Entries {
			y := &l.Entries[k]
			if y.Quantity == nil || y == v || family(y.Kind) != family(e.Kind) || y.Unit != e.Unit || doc.SameNumber(y.Quantity.Value, v.Quantity.Value) {
				continue
			}
			if n := math.Abs(y.Quantity.Value); n > min(p, q) && n < max(p, q) {
				x[fNearest]++
			}
			if v.Fate != "" && v.Fate == y.Fate || v.Fate == "" && v.Thing.First < v.Thing.Last && y.Thing.First < y.Thing.Last && l.Tokens[v.Thing.Last-1].Stem() == l.Tokens[y.Thing.Last-1].Stem() {
				alike++
			}
		}
		x[fUnique] = max(x[fUnique], alike)
	}
	if (m.Docs[0].Tokens[e.Quantity.First].Text[0] <= '9') != (m.Docs[1].Tokens[o.Quantity.First].Text[0] <= '9') {
		x[fForms] = 1
	}
}

// digitsOf counts the digits of a number, without the zeros at its end: two of
// 46,000.
func digitsOf(v float64) (n float64) {
	s := strings.Trim(strings.ReplaceAll(strconv.FormatFloat(v, 'f', -1, 64), ".", ""), "0")
	return float64(len(s))
}

// sense numbers the ways to tell a time: a weekday, a day or month, a year,
// another.
func sense(m doc.Moment) float64 {
	switch {
	case m.Weekday >= 0:
		return 0
	case m.Month > 0 && m.Day > 0:
		return 1
	case m.Month > 0:
		return 2
	}
	return 3
}

// nameValues compares two runs of words of names.
func (m *matcher) nameValues(x []float64, r *Rival) {
	var words, joined [2]string
	for side, d := range m.Docs {
		v := r.Values[side]
		last := &d.Tokens[v.Last-1]
		words[side] = last.Text
		for k := v.First; k < v.Last; k++ {
			joined[side] += d.Tokens[k].Text + " "
		}
		if title(last) {
			x[fTitled]++
		}
		if len(strings.Trim(last.Text, ".")) < 3 || strings.HasSuffix(last.Text, ".") {
			x[fBrief]++
		}
		if doc.GivenName(last.Text) {
			x[fGiven]++
		}
		if last.Entry.Known() {
			x[fKnown]++
		}
		s := d.Sentences[v.Sentence]
		if v.First > s.First && named(&d.Tokens[v.First-1]) || v.Last < s.Last && named(&d.Tokens[v.Last]) {
			x[fInside]++
		}
		if v.First > s.First && named(&d.Tokens[v.First-1]) && v.Last < s.Last && named(&d.Tokens[v.Last]) {
			x[fWithin]++
		}
	}
	for _, a := range strings.Fields(joined[0]) {
		for _, b := range strings.Fields(joined[1]) {
			if oneName(a, b) || pair.SameSound(a, b) {
				x[fOneName] = 1
			}
			if pair.SpelledAlike(a, b) {
				x[fSpelled] = 1
			}
			x[fMeaning] = max(x[fMeaning], lexicon.Similarity(lexicon.Lookup(a), lexicon.Lookup(b)))
		}
	}
	x[fPartners] = m.partnered(r)
}

// twoNames reports whether two runs of words can be two names: no forms of one,
// no title against a name, nobody who only speaks.
func (m *matcher) twoNames(x, y Value) bool {
	if x.Last-x.First != y.Last-y.First {
		return false
	}
	titles := 0
	for side, v := range [2]Value{x, y} {
		d, s := m.Docs[side], m.Docs[side].Sentences[v.Sentence]
		before, after := v.First > s.First && named(&d.Tokens[v.First-1]), v.Last < s.Last && named(&d.Tokens[v.Last])
		if v.First > s.First && (d.Tokens[v.First-1].Text == "-" || d.Tokens[v.First-1].Text == "(") || !before && !after && m.speaks(sides.Side(side), v) {
			return false
		}
		if title(&d.Tokens[v.Last-1]) {
			titles++
		}
	}
	if titles > 0 && (m.like(x.First-1, y.First-1) < 1 || m.like(x.Last, y.Last) < 1) {
		return false
	}
	for n := 0; n < x.Last-x.First; n++ {
		a, b := m.Docs[sides.Left].Tokens[x.First+n].Text, m.Docs[sides.Right].Tokens[y.First+n].Text
		if oneName(a, b) || pair.SameSound(a, b) || pair.SpelledAlike(a, b) || len(strings.Trim(a, ".")) < 3 || len(strings.Trim(b, ".")) < 3 {
			return false
		}
	}
	e, o := x.entity, y.entity
	if e < 0 || o < 0 {
		return true
	}
	p, q := &m.Docs[sides.Left].Entities[e], &m.Docs[sides.Right].Entities[o]
	return m.Entities.Partner[sides.Left][e] != o && (p.Kind == doc.Unknown || q.Kind == doc.Unknown || p.Kind == q.Kind) &&
		p.Acronym == "" == (q.Acronym == "")
}

// speaks reports whether a name is only that of a source: "Landers said".
func (m *matcher) speaks(side sides.Side, v Value) bool {
	d, s := m.Docs[side], m.Docs[side].Sentences[v.Sentence]
	return v.Last < s.Last && doc.SpeechWords.Has(d.Tokens[v.Last].Text) || v.First > s.First && doc.SpeechWords.Has(d.Tokens[v.First-1].Text)
}

// title reports whether a word is an office or an address, not a name.
func title(t *doc.Token) bool {
	w := doc.NameWord(t.Text)
	return doc.RoleWords.Has(w) || doc.AddressWords.Has(w)
}

// named reports whether a word next to a name belongs to it.
func named(t *doc.Token) bool { return t.Upper && t.Class == doc.Content }

// partnered says whether the names that two values stand in are of one entity 1,
// of two that are each in both articles -1, or else 0.
func (m *matcher) partnered(r *Rival) float64 {
	e := [2]int{r.Values[0].entity, r.Values[1].entity}
	if e[0] < 0 || e[1] < 0 {
		return 0
	}
	p, q := m.Entities.Partner[sides.Left][e[0]], m.Entities.Partner[sides.Right][e[1]]
	switch {
	case p == e[1]:
		return 1
	case p >= 0 || q >= 0:
		return -1
	}
	return 0
}

// entityAt returns the entity that a value is named in, or -1.
func (m *matcher) entityAt(side sides.Side, v Value) int {
	for _, x := range m.Docs[side].MentionsOf(v.Sentence) {
		if x.Manner == doc.ByName && x.First < v.Last && v.First < x.Last {
			return x.Entity
		}
	}
	return -1
}

// wordValues says how two words exclude each other.
func (m *matcher) wordValues(x []float64, r *Rival) {
	a, b := &m.Docs[0].Tokens[r.Values[0].First], &m.Docs[1].Tokens[r.Values[1].First]
	switch {
	case a.Part() == doc.Auxiliary || a.Text == "cannot":
		x[fSort] = 1
	case together(opposites(), a.Text, b.Text):
		x[fSort] = 2
	case lexicon.Relate(a.Entry, b.Entry) == lexicon.Antonym:
		x[fSort] = 3
	default:
		x[fSort] = 4
	}
	if a.Class == doc.Function {
		x[fSmall] = 1
	}
}
