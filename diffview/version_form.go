package diffview

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/exact"
	"parallax/diffview/lexicon"
	"parallax/diffview/slot"
)

// A change between two versions that is no conflict, although it is one of
// numbers, days, names or verbs of saying: the same is written in another form
// (“80%” and “80 percent”, “yesterday” and “Tuesday”, “U.N.” and “United
// Nations”, “said” and “says”), or the two are of different kinds (the 24 of a
// day and the 75 of an age).

// sameInForm reports whether a change leaves what is said as it was.
func (v *versions) sameInForm(change exact.Change) bool {
	switch change.Kind {
	case exact.Number, exact.Date:
		return v.sameValue(change)
	case exact.Name:
		l, r := v.words(Left, change), v.words(Right, change)
		return plainLetters(l) == plainLetters(r) || shortens(l, r) || shortens(r, l)
	case exact.Saying:
		return sameVerb(v.words(Left, change), v.words(Right, change))
	}
	return false
}

// sameValue reports whether the numbers or times at a change are the same, or
// cannot be compared because one side has a time and the other a number.
func (v *versions) sameValue(change exact.Change) bool {
	var numbers [2][]doc.Quantity
	var times [2][]doc.Moment
	for side := range numbers {
		d := v.prepared[side].Doc()
		at := tokensIn(d, change.Spans[side])
		for k, sentence := range d.Sentences {
			if sentence.First >= at.Last || at.First >= sentence.Last {
				continue
			}
			for _, q := range d.QuantitiesOf(k) {
				if q.First < at.Last && at.First < q.Last {
					numbers[side] = append(numbers[side], q)
				}
			}
			for _, m := range d.MomentsOf(k) {
				if m.First < at.Last && at.First < m.Last {
					times[side] = append(times[side], m)
				}
			}
		}
	}
	l, r := v.prepared[Left].Doc(), v.prepared[Right].Doc()
	switch {
	case len(times[Left]) > 0 && len(times[Right]) > 0:
		return matched(times, func(x, y doc.Moment) bool {
			return slot.Disagree(l, r, x, y) == ""
		})
	case len(times[Left]) > 0 && len(numbers[Right]) > 0, len(times[Right]) > 0 && len(numbers[Left]) > 0:
		return true
	}
	return len(numbers[Left]) > 0 && len(numbers[Right]) > 0 && matched(numbers, v.sameNumber)
}

// conversion is by what share a measure may differ when it is written in another
// unit: 60 metres are 200 feet.
const conversion = .03

// sameNumber reports whether two numbers are equal, or a measure and its
// conversion.
func (v *versions) sameNumber(p, q doc.Quantity) bool {
	if p.Kind != doc.Measure || p.Kind != q.Kind || p.Unit != q.Unit {
		return p.Equal(q)
	}
	unit := func(side Side, q doc.Quantity) string {
		d := v.prepared[side].Doc()
		return strings.TrimLeft(d.Tokens[d.Written(q)[1]-1].Text, "0123456789.,")
	}
	return p.Equal(q) || unit(Left, p) != unit(Right, q) && math.Abs(p.Value-q.Value) <= conversion*max(p.Value, q.Value)
}

// matched reports whether each of the values of the side that has fewer is the
// same as one of the other.
func matched[T any](values [2][]T, same func(x, y T) bool) bool {
	few, many, swapped := values[Left], values[Right], false
	if len(few) > len(many) {
		few, many, swapped = many, few, true
	}
	for _, x := range few {
		if !slices.ContainsFunc(many, func(y T) bool {
			if swapped {
				return same(y, x)
			}
			return same(x, y)
		}) {
			return false
		}
	}
	return true
}

// tokensIn returns the tokens that touch a span.
func tokensIn(d *doc.Doc, s prose.Span) doc.Stretch {
	first, _ := slices.BinarySearchFunc(d.Tokens, s.Start, func(t doc.Token, at int) int { return t.End - at - 1 })
	last := first
	for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
		last++
	}
	return doc.Stretch{First: first, Last: last}
}

// plainLetters returns the letters and digits of a name without accents, in
// lower case.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(s))
}

// shortens reports whether a name is the initials of another: "U.N.", "CHP".
func shortens(short, long string) bool {
	words := strings.FieldsFunc(long, func(r rune) bool { return r == ' ' || r == '-' })
	if letters := plainLetters(short); len(words) > 1 && len(letters) > 1 {
		var initials, capitals strings.Builder
		for _, w := range words {
			initial := []rune(w)[0]
			initials.WriteRune(initial)
			if unicode.IsUpper(initial) {
				capitals.WriteRune(initial)
			}
		}
		return letters == plainLetters(initials.String()) || letters == plainLetters(capitals.String())
	}
	return false
}

// sameVerb reports whether one verb of saying stands in two tenses.
func sameVerb(l, r string) bool {
	a, b := lexicon.Lookup(strings.ToLower(l)), lexicon.Lookup(strings.ToLower(r))
	return a.Known() && b.Known() && a.Lemma() == b.Lemma()
}

// denies reports whether a verb of saying is among words that denies. Any other verb of
// saying in place of one leaves what was said, and who said it: “said”, “told reporters”.
func denies(words string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words)), denials.Has)
}

var denials = lexicon.WordSet("deny denies denied denying")
