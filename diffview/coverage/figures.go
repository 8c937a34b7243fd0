package coverage

import (
	"math"
	"slices"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview/doc"
)

// Figures returns, by article, the number that a fact is told with, as each
// writes it: "six", "53", "≥6". It is the first quantity of the sentence that
// stands for the fact, and in the other articles the first of the same kind, unit
// and, where things are counted, of the same things, that can be the same number:
// another one may be of something else, and if it is not, that is a dispute and
// not told here. "" where an article has
// none, where it takes more than most bytes, or in a table that has no such
// number.
func (t *Table) Figures(fact, most int) []string {
	out := make([]string, len(t.Articles))
	f := &t.Facts[fact]
	main, of := t.quantities(f.Label)
	q := slices.IndexFunc(main, func(q doc.Quantity) bool { return counts(of, q) })
	if q < 0 {
		return out
	}
	for i, c := range f.Cells {
		for _, s := range c.Sentences {
			there, d := t.quantities(Place{i, s})
			k := slices.IndexFunc(there, func(other doc.Quantity) bool { return alike(of, main[q], d, other) })
			if k < 0 || out[i] != "" {
				continue
			}
			if said := written(d, there[k]); len(strings.TrimLeft(said, "≥≤")) <= most {
				out[i] = said
			}
		}
	}
	return out
}

// Told returns, by fact and article, what the article says of it in the place that is
// disputed, or else the number that it is told with (Figures), where that takes at
// most most bytes; "" for the others.
func (t *Table) Told(most int) [][]string {
	read := *t
	docs := make([]*doc.Doc, len(t.Articles)) // kept only for as long as it takes
	read.Doc = func(i int) *doc.Doc {
		if docs[i] == nil {
			docs[i] = t.Doc(i)
		}
		return docs[i]
	}
	out := make([][]string, len(t.Facts))
	for n := range t.Facts {
		out[n] = read.Figures(n, most)
		for i, c := range t.Facts[n].Cells {
			if c.Disputed {
				out[n][i] = t.Figure(n, i, most)
			}
		}
	}
	return out
}

// counts reports whether a number says how much or how many: the others name
// something or say when. "One official" counts nobody, and "zero tolerance" is none
// at all: what can be counted stands in the plural after zero.
func counts(d *doc.Doc, q doc.Quantity) bool {
	switch q.Kind {
	case doc.Count:
		return q.Noun >= 0 && q.Value != 1 && (q.High != 0 || doc.IsPlural(d.Tokens[q.Noun].Text))
	case doc.Percent, doc.Money, doc.Measure, doc.Magnitude, doc.Tally, doc.Age:
		return true
	}
	return false
}

// alike reports whether two numbers are of the same thing.
func alike(a *doc.Doc, q doc.Quantity, b *doc.Doc, other doc.Quantity) bool {
	if !counts(b, other) || q.Kind != other.Kind || q.Unit != other.Unit {
		return false
	}
	from, to := interval(q)
	otherFrom, otherTo := interval(other)
	if from > otherTo || otherFrom > to {
		return false
	}
	return q.Kind != doc.Count || a.Tokens[q.Noun].Stem() == b.Tokens[other.Noun].Stem()
}

// roughly is how far from a number another one is that is still “about” it.
const roughly = .1

// interval returns what a number with its hedge can be.
func interval(q doc.Quantity) (from, to float64) {
	switch q.Hedge {
	case doc.Exactly:
		return q.Value, q.High
	case doc.AtLeast:
		return q.Value, math.Inf(1)
	case doc.AtMost:
		return math.Inf(-1), q.High
	}
	off := math.Abs(q.High) * roughly
	return q.Value - off, q.High + off
}

// written returns a number as its article writes it, a limit as a sign before it.
func written(d *doc.Doc, q doc.Quantity) string {
	said := prose.Fold(d.Article.Text[d.Tokens[q.First].Start:d.Tokens[q.Last-1].End])
	switch q.Hedge {
	case doc.AtLeast:
		return "≥" + said
	case doc.AtMost:
		return "≤" + said
	}
	return said
}

// quantities returns those of a sentence, with the document they are in.
func (t *Table) quantities(at Place) ([]doc.Quantity, *doc.Doc) {
	d := t.Doc(at.Article)
	for n := range d.Sentences {
		if d.Sentences[n].Index == at.Sentence {
			return d.QuantitiesOf(n), d
		}
	}
	return nil, d
}
