package conflict

import (
	"fmt"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
)

// Values that fill one slot and differ, over the whole pair.

// floors are, by kind, how likely two rivals conflict from where they are
// reported, and from where they surely do. Below that they are graded minor:
// folded, and not counted.
//
// By halves of the labelled stories, fitted on the one and counted on the other,
// with what the finders of single kinds report, numbers that surely conflict are
// right 27 times of 29, days twice of twice; of the minor ones numbers 11 times of
// 96, days 6 of 70. Of names and opposites next to none is right.
// Days that surely conflict have a higher floor than these halves tell: of 8 read on
// pairs that nobody labelled, 2 were right.
var floors = map[slot.Kind]struct{ least, surely float64 }{
	slot.Number: {.1, .45},
	slot.Day:    {.1, .5},
	slot.Clock:  {.4, 1},
	slot.Name:   {.25, .975},
	slot.Word:   {.5, 1},
}

// leastSlot is, by kind, the likeness of two slots from which values in them that
// no article has elsewhere are reported, however unlikely it is that they
// conflict: what is of two things in most stories is a mistake in some.
var leastSlot = map[slot.Kind]float64{slot.Number: .3, slot.Day: .3}

// oneSlot is the likeness of two slots that are certainly one: numbers in them
// conflict however far apart they are.
const oneSlot = .95

// leastLinked is the score of two sentences below which names in them surely
// conflict with nothing.
const leastLinked = .4

// likely reports whether two rivals are worth a look.
func likely(r slot.Rival) bool {
	slot, ok := leastSlot[r.Kind]
	return r.Sure >= floors[r.Kind].least || ok && r.Lone && r.Score >= slot
}

// sure reports whether two rivals conflict as far as the figures and the words
// around them tell.
func sure(m *pair.Pair, r slot.Rival) bool {
	fits := r.Sure >= floors[r.Kind].surely
	switch r.Kind {
	case slot.Number:
		return (fits || r.Lone && r.Score >= oneSlot) && !doubtful(m, [2]int{r.Values[0].Sentence, r.Values[1].Sentence}, *r.Values[0].Entry.Quantity, *r.Values[1].Entry.Quantity) &&
			!otherThings(m, r.Values[0].Entry, r.Values[1].Entry) && (r.Score >= oneSlot || !farApart(r.Values[0].Entry.Quantity, r.Values[1].Entry.Quantity))
	case slot.Name:
		return fits && r.Linked >= leastLinked && partOfOne(m, r)
	}
	if r.Kind == slot.Day && doubtfulTimes(m, [2]int{r.Values[0].Sentence, r.Values[1].Sentence}, *r.Values[0].Entry.Moment, *r.Values[1].Entry.Moment) {
		return false
	}
	return fits && r.Linked >= leastLinked && !r.OneSaid
}

// farRatio is how many times one number is the other from where they are of two
// things more often than not, unless their slots are certainly one.
const farRatio = 4

func farApart(p, q *doc.Quantity) bool {
	return p.Value > farRatio*q.Value || q.Value > farRatio*p.Value
}

// otherThings reports whether two counts are of things whose names have nothing to
// do with one another: crews and firefighters. "Others" may be anything.
func otherThings(m *pair.Pair, e, o *ledger.Entry) bool {
	if e.Kind != ledger.Count || o.Kind != ledger.Count || e.Thing.First == e.Thing.Last || o.Thing.First == o.Thing.Last {
		return false
	}
	x, y := &m.Docs[sides.Left].Tokens[e.Thing.Last-1], &m.Docs[sides.Right].Tokens[o.Thing.Last-1]
	return x.Stem() != y.Stem() && !sameThing(x, y) && x.Matters() && y.Matters() && x.Stem() != "other" && y.Stem() != "other"
}

// partOfOne reports whether two names that differ are parts of longer ones whose
// next words are the same: “Liberation Army” and “Liberation Organisation”. Two
// whole names in the same place may be two members of a list, two towns, or two
// persons.
func partOfOne(m *pair.Pair, r slot.Rival) bool {
	for _, beside := range []func(v slot.Value) int{
		func(v slot.Value) int { return v.First - 1 },
		func(v slot.Value) int { return v.Last },
	} {
		i, j := beside(r.Values[sides.Left]), beside(r.Values[sides.Right])
		if named(m.Docs[sides.Left], i) && named(m.Docs[sides.Right], j) && m.Terms[sides.Left][i] == m.Terms[sides.Right][j] {
			return true
		}
	}
	return false
}

// named reports whether a token is a word of a name, and no title.
func named(d *doc.Doc, k int) bool {
	if k < 0 || k >= len(d.Tokens) {
		return false
	}
	t := &d.Tokens[k]
	w := doc.NameWord(t.Text)
	return t.Upper && t.Class == doc.Content && !doc.RoleWords.Has(w) && !doc.AddressWords.Has(w)
}

// conflictKinds are the kinds of conflicts that rivals make.
var conflictKinds = map[slot.Kind]sides.ConflictKind{
	slot.Number: sides.NumberConflict, slot.Day: sides.DateConflict, slot.Clock: sides.DateConflict, slot.Name: sides.NameConflict, slot.Word: sides.PolarityConflict,
}

// Join links the sentences whose values or names conflict.
func Join(found *link.Found, m *pair.Pair, rivals []slot.Rival) {
	for _, r := range rivals {
		if likely(r) {
			found.Join(r.Values[sides.Left].Sentence, r.Values[sides.Right].Sentence)
		}
	}
	joinNames(found, m)
}

// disputes returns the rivals in two linked sentences that conflict.
func (f Finding) disputes() (out []Clash) {
	for _, r := range f.Rivals {
		if r.Values[sides.Left].Sentence != f.Link.Left || r.Values[sides.Right].Sentence != f.Link.Right || !likely(r) || f.quoted(r) {
			continue
		}
		what, sure := whatOf(f.Pair, r), sure(f.Pair, r)
		k := Clash{
			kind: conflictKinds[r.Kind], confidence: r.Sure, Grade: gradeOf(f.Pair, r, sure), Unsure: !sure,
			reason: func(left, right string) string { return fmt.Sprintf("‘%s’ vs ‘%s’: %s", left, right, what) },
		}
		for side, v := range r.Values {
			k.Tokens[side] = [2]int{v.First, v.Last}
			if v.Entry != nil {
				k.Tokens[side] = [2]int{v.Entry.First, v.Entry.Last}
			}
		}
		out = append(out, k)
	}
	return out
}

// quoted reports whether two rivals stand inside quotations of both articles: the
// layer of quotations compares every word of those, and knows which spellings of
// a spoken word are one. Marks alone make no quotation: in them stand the names
// of ships and of works too.
func (f Finding) quoted(r slot.Rival) bool {
	for side, v := range r.Values {
		if !f.Pair.Quoted[side].Quotes(v.First) {
			return false
		}
	}
	return r.Kind == slot.Name || r.Kind == slot.Word
}

// gradeOf says what two rivals, which surely conflict or do not, are worth to a
// reader.
func gradeOf(m *pair.Pair, r slot.Rival, sure bool) sides.Grade {
	if !sure {
		return sides.Minor
	}
	if r.Kind == slot.Number && risen(m.Docs, *r.Values[0].Entry.Quantity, *r.Values[1].Entry.Quantity) {
		return sides.Updated
	}
	return sides.Core
}

// whatOf says in words what two rivals are both of.
func whatOf(m *pair.Pair, r slot.Rival) string {
	l, q := r.Values[sides.Left], r.Values[sides.Right]
	switch r.Kind {
	case slot.Number:
		return numbersOf(m, l.Entry, q.Entry)
	case slot.Day, slot.Clock:
		return slot.Disagree(m.Docs[sides.Left], m.Docs[sides.Right], *l.Entry.Moment, *q.Entry.Moment)
	case slot.Name:
		return "two names in the same place"
	}
	return "the opposite in the same place"
}

// sums says of the numbers that count nothing what they are.
var sums = map[ledger.Kind]string{
	ledger.Percent: "percentages", ledger.Money: "sums of money", ledger.Measure: "measures", ledger.Duration: "lengths of time",
	ledger.Age: "ages", ledger.Rank: "ranks", ledger.Score: "results", ledger.Vote: "results", ledger.Magnitude: "magnitudes",
}

// numbersOf says what two numbers are numbers of.
func numbersOf(m *pair.Pair, e, o *ledger.Entry) string {
	if e.Fate != "" && e.Fate == o.Fate {
		return "both count " + e.Fate
	}
	if what := sums[e.Kind]; what != "" {
		if e.Kind == ledger.Age && e.Owner.First < e.Owner.Last {
			return "both are the age of " + words(m.Docs[sides.Left], e.Owner)
		}
		return "both are " + what + " for the same thing"
	}
	if e.Thing.First == e.Thing.Last || o.Thing.First == o.Thing.Last {
		return "both count the same thing"
	}
	x, y := m.Docs[sides.Left].Tokens[e.Thing.Last-1].Text, m.Docs[sides.Right].Tokens[o.Thing.Last-1].Text
	if x == y {
		return "both count " + x
	}
	return fmt.Sprintf("counts of %s and %s", min(x, y), max(x, y))
}

// words returns a stretch of tokens as the article has it, on one line.
func words(d *doc.Doc, s doc.Stretch) string {
	return prose.Fold(strings.TrimSpace(d.Article.Text[d.Tokens[s.First].Start:d.Tokens[s.Last-1].End]))
}
