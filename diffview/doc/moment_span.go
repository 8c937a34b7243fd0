package doc

import (
	"sync"
	"time"
)

// Spans of time as seen from the day of publication: "last week", "this
// month", "two days ago".

// calendar are the units of time that a calendar counts, with how the one that
// holds a day begins and how another is reached from it.
var calendar = map[string]struct {
	begin func(t time.Time) time.Time
	add   func(t time.Time, n int) time.Time
}{
	"week": {
		func(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }, // Monday
		func(t time.Time, n int) time.Time { return t.AddDate(0, 0, 7*n) },
	},
	"month": {
		func(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) },
		func(t time.Time, n int) time.Time { return t.AddDate(0, n, 0) },
	},
	"year": {
		func(t time.Time) time.Time { return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC) },
		func(t time.Time, n int) time.Time { return t.AddDate(n, 0, 0) },
	},
}

// whichSpan are the words that choose the unit before, of or after publication.
var whichSpan = map[string]int{"last": -1, "this": 0, "next": 1}

// dayUnits are the days in a unit that is counted back: "two weeks ago".
var dayUnits = sync.OnceValue(func() map[string]int {
	return map[string]int{"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365}
})

// relativeSpan reads "last week" or "two days ago" at m.first. Without a day of publication
// it is not a moment: it could be any day.
func (p *Doc) relativeSpan(m *Moment, last int) bool {
	day, known := p.Published()
	if !known {
		return false
	}
	k := m.First
	if n, ok := whichSpan[p.Tokens[k].Text]; ok {
		unit, ok := calendar[p.TextAt(k+1, last)]
		if !ok {
			return false
		}
		from := unit.add(unit.begin(time.Unix(int64(day)*86400, 0).UTC()), n)
		m.Lo, m.Hi = dayOf(from), dayOf(unit.add(from, 1))-1
		m.Dated, m.Last = true, k+2
		return true
	}
	days := dayUnits()[p.TextAt(k+1, last)]
	if days == 0 || p.TextAt(k+2, last) != "ago" {
		return false
	}
	back := days // "a week ago"
	if q := p.Tokens[k].Quantity; q >= 0 {
		x := p.Quantities[q]
		if x.First != k || x.High != x.Value || x.Unit != "h" { // lengths of time are kept in hours
			return false
		}
		back = int(x.Value / 24)
	} else if p.Tokens[k].Text != "a" {
		return false
	}
	slack := back / 4 // "two weeks ago" was said of any day of that week, "a year ago" of months
	m.Lo, m.Hi, m.Dated, m.Last = day-back-slack, day-back+slack, true, k+3
	return true
}

// Early reports whether a moment is soon after midnight: it may be told as one of
// the day before.
func (m Moment) Early() bool { return m.From < 6*60 }

// Late reports whether a moment is in the evening or the night, of which the
// part after midnight is another day by the calendar alone.
func (m Moment) Late() bool { return m.To >= 18*60 }
