package slot

import (
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// What two days have in common: whether they are days of one act, and how far apart
// they are.

// acts are what two days are days of.
type acts struct {
	same     bool // acts of one name
	none     bool // neither sentence says what happened: datelines, stamps
	saying   int  // how many are days of saying something
	apart    int  // how many days, months or years lie between, by what they tell
	weekdays bool // both are days of the week
}

func (m *matcher) acts(r *Rival) (a acts) {
	var of [2]anchor
	for side, v := range r.Values {
		of[side] = anchorOf(m.ledgers[side], v.Entry)
		if n := of[side].act; OfSpeech(m.Docs[side], *v.Entry.Moment) || n >= 0 && doc.SpeechWords.Has(m.Docs[side].Tokens[n].Text) {
			a.saying++
		}
	}
	l, q := *r.Values[sides.Left].Entry.Moment, *r.Values[sides.Right].Entry.Moment
	a.same = m.sameAct(of[sides.Left], of[sides.Right])
	a.none = of[sides.Left].act < 0 && of[sides.Right].act < 0
	a.apart = unitsApart(m.Docs[sides.Left], m.Docs[sides.Right], l, q)
	a.weekdays = l.Weekday >= 0 && q.Weekday >= 0
	return a
}

// unknownApart stands for how far two moments are apart of which one cannot be
// resolved.
const unknownApart = 30

// daysOfMonth are about the days of a month.
const daysOfMonth = 30

// unitsApart returns how far apart two moments are: in years or months where one of
// them tells no more, else in days. Two days of the week are as near as they can be.
func unitsApart(l, r *doc.Doc, x, y doc.Moment) int {
	switch {
	case x.Weekday >= 0 && y.Weekday >= 0:
		days := nearest(x.Weekday-y.Weekday, 7)
		return max(days, -days)
	case x.Month > 0 && y.Month > 0:
		months := 12*(x.Year-y.Year) + x.Month - y.Month
		if x.Year == 0 || y.Year == 0 {
			months = nearest(x.Month-y.Month, 12)
		}
		if x.Day == 0 || y.Day == 0 {
			return max(months, -months)
		}
		days := daysOfMonth*months + x.Day - y.Day
		return max(days, -days)
	case x.Year > 0 && y.Year > 0 && x.Month == 0 && y.Month == 0:
		return max(x.Year-y.Year, y.Year-x.Year)
	}
	if days, known := daysApart(l, r, x, y); known {
		return days
	}
	return unknownApart
}

// nearest returns how far one of n that go round is after another, in the shorter
// direction: December is one before January.
func nearest(d, n int) int {
	switch {
	case 2*d > n:
		return d - n
	case 2*d < -n:
		return d + n
	}
	return d
}
