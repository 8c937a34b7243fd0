package conflict

import (
	"fmt"

	"parallax/diffview/budget"
	"parallax/diffview/doc"
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
// Judged by models that have not seen their stories (TestFit of package slot, with
// -v), without those in doubt, numbers of labelled pairs are right from .35 on 18 times
// of 22, from .5 on 10 of 11. Of all 167 that are reported from .35 on in pairs that
// nobody labelled, each read, 90 are right, from .45 on 71 of 107, from .6 on 45 of 61;
// of the 30 among them that nobody had read before the models were fitted, 17. Days are
// right 5 of 5 and 10 of 16 times. Of times of day, names and opposites next to none
// is right.
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
var leastSlot = map[slot.Kind]float64{slot.Number: .2, slot.Day: .3}

// leastLinked is the score of two sentences below which names in them surely
// conflict with nothing.
const leastLinked = .4

// likely reports whether two rivals are worth a look.
func likely(r slot.Rival) bool {
	least, ok := leastSlot[r.Kind]
	return r.Sure >= floors[r.Kind].least || ok && r.Lone && r.Score >= least
}

// sure reports whether two rivals conflict as far as the values and the words
// around them tell.
func sure(m *pair.Pair, r slot.Rival) bool {
	if r.Sure < floors[r.Kind].surely {
		return false
	}
	at := [2]int{r.Values[sides.Left].Sentence, r.Values[sides.Right].Sentence}
	e, o := r.Values[sides.Left].Entry, r.Values[sides.Right].Entry
	switch r.Kind {
	case slot.Number:
		return !doubtful(m, at, *e.Quantity, *o.Quantity)
	case slot.Day, slot.Clock:
		return !doubtfulTimes(m, at, *e.Moment, *o.Moment)
	case slot.Name:
		return r.Linked >= leastLinked && partOfOne(m, r)
	}
	return true
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

// Join links the sentences whose values or names conflict. The error is the budget's.
func Join(b *budget.Budget, found *link.Found, m *pair.Pair, rivals []slot.Rival) error {
	for _, r := range rivals {
		if likely(r) {
			found.Join(r.Values[sides.Left].Sentence, r.Values[sides.Right].Sentence)
		}
	}
	return joinNames(b, found, m)
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
