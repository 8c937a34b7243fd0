package conflict

import (
	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/sides"
)

// An article says the same more than once: in its headline, its lead, a caption.
// A conflict carries all its places.

// mostPlaces is how many places of a value are carried with a conflict, by side.
const mostPlaces = 4

// Also adds to a conflict of numbers or times where else its values stand.
func (k *Conflict) Also(ledgers [2]*ledger.Ledger) {
	if k.Kind != sides.NumberConflict && k.Kind != sides.DateConflict {
		return
	}
	var places [2][]prose.Span
	for side, l := range ledgers {
		places[side] = elsewhere(l, k.Spans[side])
	}
	k.stands(places)
}

// stands adds to a conflict the other places of its values in either article, each
// with each.
func (k *Conflict) stands(places [2][]prose.Span) {
	for _, x := range append([]prose.Span{k.Spans[sides.Left]}, places[sides.Left]...) {
		for _, y := range append([]prose.Span{k.Spans[sides.Right]}, places[sides.Right]...) {
			if at := [2]prose.Span{x, y}; at != k.Spans {
				k.Elsewhere = append(k.Elsewhere, at)
			}
		}
	}
}

// elsewhere returns the other places of the value at a span, as far as they are of
// the same thing.
func elsewhere(l *ledger.Ledger, at prose.Span) (out []prose.Span) {
	spanOf := func(e *ledger.Entry) prose.Span {
		return prose.Span{Start: l.Tokens[e.First].Start, End: l.Tokens[e.Last-1].End}
	}
	var entry *ledger.Entry
	for n := range l.Entries {
		if e := &l.Entries[n]; (e.Quantity != nil || e.Moment != nil) && spanOf(e).Overlaps(at) {
			entry = e
			break
		}
	}
	if entry == nil {
		return nil
	}
	for n := range l.Entries {
		if o := &l.Entries[n]; o != entry && sameEntry(l.Doc, entry, o) && len(out) < mostPlaces-1 {
			out = append(out, spanOf(o))
		}
	}
	return out
}

// sameEntry reports whether two entries of an article are one value of one thing:
// of those the same befell, of what has the same name, of what happened then.
func sameEntry(d *doc.Doc, e, o *ledger.Entry) bool {
	switch {
	case e.Unit != o.Unit:
	case e.Moment != nil && o.Moment != nil:
		x, y := e.Moment, o.Moment
		return x.Weekday == y.Weekday && x.Month == y.Month && x.Day == y.Day && x.Year == y.Year && x.From == y.From && x.To == y.To &&
			e.Event >= 0 && o.Event >= 0 && d.Tokens[e.Event].Stem() == d.Tokens[o.Event].Stem()
	case e.Quantity != nil && o.Quantity != nil:
		if e.Quantity.Kind != o.Quantity.Kind || !doc.SameNumber(e.Quantity.Value, o.Quantity.Value) || !doc.SameNumber(e.Quantity.High, o.Quantity.High) {
			return false
		}
		if e.Fate != "" && o.Fate != "" || e.Kind == ledger.Magnitude {
			return e.Fate == o.Fate
		}
		x, y := e.Thing, o.Thing
		return x.First < x.Last && y.First < y.Last && d.Tokens[x.Last-1].Stem() == d.Tokens[y.Last-1].Stem()
	}
	return false
}
