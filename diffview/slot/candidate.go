package slot

import (
	"math"
	"slices"

	"parallax/corpus/prose"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/sides"
)

// Candidates: values of either article that cannot both be right, were they of
// one thing.

// What it costs to look at an entry of either ledger, at two values, and, by
// words of their sentences, at the evidence of two.
const (
	stepsOfEntry = 4
	stepsOfPair  = 50
	stepsOfRival = 20
)

// leastScore is the score of two sentences below which two values in them are
// only looked at when their sentences share words enough.
const (
	leastScore  = .02
	leastShared = 2 // content terms
)

// candidates returns the pairs of values that could fill one slot, with the
// evidence, and of numbers and times those that are alike.
func (m *matcher) candidates(b *budget.Budget) (out []Rival, alike []cell, err error) {
	var all [kinds][2][]Value
	for side := range m.Docs {
		values, err := m.valuesOf(b, sides.Side(side))
		if err != nil {
			return nil, nil, err
		}
		for k, vs := range values {
			all[k][side] = withoutTables(vs)
		}
	}
	counts := m.count(all)
	for kind := range kinds {
		for _, x := range all[kind][sides.Left] {
			if err := b.Spend(stepsOfPair * len(all[kind][sides.Right])); err != nil {
				return nil, nil, err
			}
			for _, y := range all[kind][sides.Right] {
				differ := m.differ(kind, x, y)
				if !differ && !m.alike(kind, x, y) || !m.near(kind, x, y) {
					continue
				}
				if err := b.Spend(stepsOfRival * (m.Docs[0].Sentences[x.Sentence].Length() + 10) * (m.Docs[1].Sentences[y.Sentence].Length() + 10)); err != nil {
					return nil, nil, err
				}
				r := Rival{Kind: kind, Values: [2]Value{x, y}}
				if differ {
					out = append(out, r)
				} else {
					alike = append(alike, m.cell(&r, counts))
				}
			}
		}
	}
	words, err := m.polar(b)
	if err != nil {
		return nil, nil, err
	}
	out = append(out, words...)
	for k := range out {
		out[k].evidence = m.evidence(&out[k], counts)
	}
	return out, alike, nil
}

// mostValues is how many values of a kind a sentence has at most: with more it is
// a table or a list, and what is around them tells nothing.
const mostValues = 15

// withoutTables leaves out the values of sentences that have too many.
func withoutTables(vs []Value) []Value {
	n := map[int]int{}
	for _, v := range vs {
		n[v.Sentence]++
	}
	return slices.DeleteFunc(vs, func(v Value) bool { return n[v.Sentence] > mostValues })
}

// longest is how many tokens a sentence has at most: longer ones are none.
const longest = 300

// near reports whether the sentences of two values have enough in common to tell
// of one thing: a name or two words, or that the same befell those counted.
func (m *matcher) near(kind Kind, x, y Value) bool {
	i, j := x.Sentence, y.Sentence
	if max(m.Docs[sides.Left].Sentences[i].Length(), m.Docs[sides.Right].Sentences[j].Length()) > longest {
		return false
	}
	if score, ok := m.scores.of(i, j); ok && score >= leastScore {
		return true
	}
	if kind == Number && x.Entry.Fate != "" && x.Entry.Fate == y.Entry.Fate {
		return true
	}
	return shared(m.rows[sides.Left][i], m.rows[sides.Right][j]) >= leastShared
}

// shared counts what two ascending lists have in common.
func shared(x, y []int) (n int) {
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case y[j] < x[i]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// valuesOf returns the values of a side by kind, each with the places where the
// other article has the same; of names only those that it has nowhere.
func (m *matcher) valuesOf(b *budget.Budget, side sides.Side) (out [kinds][]Value, err error) {
	l, other := m.ledgers[side], m.ledgers[side.Other()]
	for k := range l.Entries {
		e := &l.Entries[k]
		if k >= mostEntries && l.Entries[k-mostEntries].Sentence == e.Sentence {
			continue // a table
		}
		if err := b.Spend(stepsOfEntry * len(other.Entries)); err != nil {
			return out, err
		}
		v := Value{Sentence: e.Sentence, First: e.First, Last: e.Last, Entry: e, entity: -1}
		switch {
		case e.Converted: // what it converts is looked at
		case e.Quantity != nil:
			v.First, v.Last = e.Quantity.First, e.Quantity.Last
			v.again = stated(l, other, e)
			out[Number] = append(out[Number], v)
		case e.Moment != nil:
			kind := Day
			if e.Kind == ledger.Clock {
				kind = Clock
			}
			v.again = told(l, other, e)
			out[kind] = append(out[kind], v)
		}
	}
	out[Name] = m.loneNames(side)
	return out, nil
}

// family puts together the kinds of numbers that can stand for one another.
func family(k ledger.Kind) ledger.Kind {
	switch k {
	case ledger.Toll:
		return ledger.Count
	case ledger.Vote:
		return ledger.Score
	}
	return k
}

// mostAgain is how many places of the same value in the other article are looked
// at.
const mostAgain = 20

// stated returns where the other article has a number: as it is, of whatever,
// or one that can be the same of the same kind.
func stated(l, other *ledger.Ledger, e *ledger.Entry) (again []*ledger.Entry) {
	for k := range other.Entries {
		o := &other.Entries[k]
		if len(again) == mostAgain {
			break
		}
		if o.Quantity == nil {
			continue
		}
		if doc.SameNumber(math.Abs(e.Quantity.Value), math.Abs(o.Quantity.Value)) && doc.SameNumber(math.Abs(e.Quantity.High), math.Abs(o.Quantity.High)) {
			again = append(again, o)
			continue
		}
		if family(o.Kind) != family(e.Kind) || o.Unit != e.Unit || !e.Range.Overlaps(o.Range) {
			continue
		}
		open := e.Range.Exactness > ledger.About || o.Range.Exactness > ledger.About
		if family(e.Kind) != ledger.Count && !open || sameHead(l, other, e, o) {
			again = append(again, o)
		}
	}
	return again
}

// sameHead reports whether two counts are of things of one name.
func sameHead(l, other *ledger.Ledger, e, o *ledger.Entry) bool {
	if e.Fate != o.Fate {
		return false
	}
	if e.Thing.First == e.Thing.Last || o.Thing.First == o.Thing.Last {
		return false
	}
	return l.Tokens[e.Thing.Last-1].Stem() == other.Tokens[o.Thing.Last-1].Stem()
}

// told returns where the other article has a time that can be the same.
func told(l, other *ledger.Ledger, e *ledger.Entry) (again []*ledger.Entry) {
	for k := range other.Entries {
		o := &other.Entries[k]
		if len(again) == mostAgain {
			break
		}
		if o.Moment != nil && tells(*o.Moment, *e.Moment) && Disagree(l.Doc, other.Doc, *e.Moment, *o.Moment) == "" {
			again = append(again, o)
		}
	}
	return again
}

// tells reports whether a time tells all that another does, so that they are the
// same when they do not disagree: "July" tells no day of July.
func tells(o, m doc.Moment) bool {
	switch {
	case m.Weekday >= 0:
		return o.Weekday >= 0
	case m.Month > 0 || m.Year > 0:
		return (m.Month == 0 || o.Month > 0) && (m.Day == 0 || o.Day > 0) && (m.Year == 0 || o.Year > 0)
	case m.Dated:
		return o.Dated && o.Year == 0
	}
	return plainTime(m) && plainTime(o)
}

// plainTime reports whether a moment is a time of day and tells no day.
func plainTime(m doc.Moment) bool { return m.Timed && m.Weekday < 0 && m.Month == 0 && !m.Dated }

// differ reports whether two values are of a kind that can differ, and do.
func (m *matcher) differ(kind Kind, x, y Value) bool {
	switch kind {
	case Number:
		return family(x.Entry.Kind) == family(y.Entry.Kind) && x.Entry.Unit == y.Entry.Unit && apart(x.Entry, y.Entry) &&
			x.Entry.Whole == y.Entry.Whole && m.sameOwner(x.Entry, y.Entry)
	case Clock:
		if ofGame(m.Docs[sides.Left], *x.Entry.Moment) || ofGame(m.Docs[sides.Right], *y.Entry.Moment) {
			return false
		}
		fallthrough
	case Day:
		return Disagree(m.Docs[sides.Left], m.Docs[sides.Right], *x.Entry.Moment, *y.Entry.Moment) != ""
	case Name:
		return m.twoNames(x, y)
	}
	return true
}

// alike reports whether two numbers or times are of one kind, and can be the same.
func (m *matcher) alike(kind Kind, x, y Value) bool {
	switch kind {
	case Number:
		return family(x.Entry.Kind) == family(y.Entry.Kind) && x.Entry.Unit == y.Entry.Unit && !apart(x.Entry, y.Entry)
	case Day, Clock:
		l, r := m.Docs[sides.Left], m.Docs[sides.Right]
		return Comparable(*x.Entry.Moment, *y.Entry.Moment) && Disagree(l, r, *x.Entry.Moment, *y.Entry.Moment) == ""
	}
	return false
}

// leastApart is how many times one bound must be the other for two articles to
// disagree: who knows of 37 million does not write "more than 30 million".
const leastApart = 1.1

// apart reports whether two numbers of one thing cannot both be right, or are
// bounds that nobody gives who knows of the other.
func apart(e, o *ledger.Entry) bool {
	x, y := e.Range.Exactness, o.Range.Exactness
	p, q := math.Abs(e.Quantity.Value), math.Abs(o.Quantity.Value)
	switch {
	case !e.Range.Overlaps(o.Range): // a sign may be a dash, or the half of "plus or minus"
		return !doc.SameNumber(p, q) || !doc.SameNumber(math.Abs(e.Quantity.High), math.Abs(o.Quantity.High))
	case x == ledger.AtLeast && y == ledger.AtMost, x == ledger.AtMost && y == ledger.AtLeast:
		return doc.SameNumber(p, q)
	case x == ledger.AtLeast && y == ledger.AtLeast, x == ledger.AtMost && y == ledger.AtMost:
		return p > q*leastApart || q > p*leastApart
	}
	return false
}

// sameOwner reports whether two ages can be of one person, as far as names tell.
func (m *matcher) sameOwner(e, o *ledger.Entry) bool {
	if e.Kind != ledger.Age || e.Owner.First == e.Owner.Last || o.Owner.First == o.Owner.Last {
		return true
	}
	for i := e.Owner.First; i < e.Owner.Last; i++ {
		for j := o.Owner.First; j < o.Owner.Last; j++ {
			if m.Terms[sides.Left][i] == m.Terms[sides.Right][j] {
				return true
			}
		}
	}
	return false
}

// loneNames returns the runs of words written as names that the other article
// does not have at all.
func (m *matcher) loneNames(side sides.Side) (out []Value) {
	d := m.Docs[side]
	named := make([]bool, len(d.Tokens))
	for _, x := range d.Mentions {
		if x.Manner == doc.ByName {
			for k := x.First; k < x.Last; k++ {
				named[k] = true
			}
		}
	}
	lone := func(k int) bool {
		t := &d.Tokens[k]
		if !t.Upper || t.Class != doc.Content || !t.Capital && !named[k] && !m.beforeName(side, k) || m.Terms[side][k] < 0 || m.written[side.Other()][m.Terms[side][k]] || doc.Months()[t.Text] > 0 {
			return false
		}
		_, day := doc.Weekdays[t.Text]
		return !day
	}
	for n, s := range d.Sentences {
		if m.headline(side, n) {
			continue
		}
		for k := s.First; k < s.Last; k++ {
			if !lone(k) {
				continue
			}
			v := Value{Sentence: n, First: k, Last: k + 1}
			for v.Last < s.Last && lone(v.Last) {
				v.Last++
			}
			k = v.Last
			v.entity = m.entityAt(side, v)
			out = append(out, v)
		}
	}
	return out
}

// beforeName reports whether a name goes on after a token: the sentence's first
// word has a capital anyway.
func (m *matcher) beforeName(side sides.Side, k int) bool {
	d := m.Docs[side]
	return k+1 < len(d.Tokens) && d.Tokens[k+1].Capital && d.Tokens[k+1].Class == doc.Content
}

// The share of a sentence's content words with a capital from which a capital
// tells nothing.
const (
	titleCapitals = .7
	bodyCapitals  = .95
)

func (m *matcher) headline(side sides.Side, sentence int) bool {
	d, upper, all := m.Docs[side], 0, 0
	for k := d.Sentences[sentence].First; k < d.Sentences[sentence].Last; k++ {
		if t := &d.Tokens[k]; t.Class == doc.Content {
			all++
			if t.Upper {
				upper++
			}
		}
	}
	share := bodyCapitals
	if d.Article.Sentences[d.Sentences[sentence].Index].Kind == prose.Title {
		share = titleCapitals
	}
	return float64(upper) >= share*float64(all)
}
