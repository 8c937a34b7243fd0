package slot

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Days and times: when two of them cannot both be right of one event.

// How far apart in minutes two plain times of day must be: outlets round.
const clockRounding = 10

// Comparable reports whether both moments name a day, or both a time.
func Comparable(x, y doc.Moment) bool {
	day := func(m doc.Moment) bool { return m.Weekday >= 0 || m.Dated || m.Month > 0 }
	return day(x) && day(y) || x.Timed && y.Timed
}

// Disagree says how the two moments contradict each other, or "".
func Disagree(l, r *doc.Doc, x, y doc.Moment) string {
	switch {
	case x.Weekday >= 0 && y.Weekday >= 0:
		if x.Weekday != y.Weekday {
			return "different days for the same event"
		}
	case x.Month > 0 && y.Month > 0:
		if x.Month != y.Month || x.Day > 0 && y.Day > 0 && x.Day != y.Day || x.Year > 0 && y.Year > 0 && x.Year != y.Year {
			return "different dates for the same event"
		}
	case x.Month == 0 && x.Year > 0 && y.Month == 0 && y.Year == 0, y.Month == 0 && y.Year > 0 && x.Month == 0 && x.Year == 0:
		return "" // a whole year and a day of the week, or "last week", tell of two things
	case x.Year > 0 && y.Year > 0:
		if x.Year != y.Year {
			return "different years for the same event"
		}
	default:
		if apart, known := daysApart(l, r, x, y); known && apart > doc.PublishSlack {
			return "different days for the same event"
		}
	}
	if x.Timed && y.Timed && timesApart(x, y) && !otherZones(l, r, x, y) {
		return "different times for the same event"
	}
	return ""
}

// daysApart returns how many days lie between two moments at the least, if
// both can be resolved.
func daysApart(l, r *doc.Doc, x, y doc.Moment) (days int, known bool) {
	xs, ys := daysOf(l, x), daysOf(r, y)
	if len(xs) == 0 || len(ys) == 0 {
		return 0, false
	}
	days = 1 << 30
	for _, a := range xs {
		for _, b := range ys {
			days = min(days, max(0, a[0]-b[1], b[0]-a[1]))
		}
	}
	return days, true
}

// daysOf returns the ranges of days that a moment can mean: a weekday the last
// or the next of its name.
func daysOf(p *doc.Doc, m doc.Moment) [][2]int {
	if m.Dated {
		return [][2]int{{m.Lo, m.Hi}}
	}
	day, known := p.Published()
	if !known {
		return nil
	}
	if m.Weekday >= 0 {
		back := ((day+4-m.Weekday)%7 + 7) % 7 // 1970-01-01 was a Thursday
		return [][2]int{{day - back, day - back}, {day - back + 7, day - back + 7}}
	}
	return nil
}

// timesApart reports whether two times of day cannot both be right.
func timesApart(x, y doc.Moment) bool {
	slack := 0
	if x.From == x.To && y.From == y.To {
		slack = clockRounding
	}
	gap := func(a, b doc.Moment) int { return max(a.From-b.To, b.From-a.To) }
	least := gap(x, y)
	for _, shift := range []int{-24 * 60, 24 * 60} {
		moved := x
		moved.From, moved.To = x.From+shift, x.To+shift
		if x.Late() && y.Early() || x.Early() && y.Late() {
			least = min(least, gap(moved, y))
		}
	}
	if x.HalfDay || y.HalfDay {
		for _, shift := range []int{-12 * 60, 12 * 60} {
			moved := x
			moved.From, moved.To = x.From+shift, x.To+shift
			least = min(least, gap(moved, y))
		}
	}
	return least > slack
}

// statements are nouns of saying something that come before its day: "in
// a statement on Friday".
var statements = lexicon.WordSet("statement interview reporters spokesman spokeswoman speech letter tweet post confirm confirmed confirms")

// OfSpeech reports whether a moment is when something was said, not when it
// happened: "said on Tuesday", "told reporters Tuesday", "Tuesday's statement".
func OfSpeech(p *doc.Doc, m doc.Moment) bool {
	for k := m.First - 1; k >= max(0, m.First-4) && !p.Ends(k) && p.Tokens[k].Text != ","; k-- {
		if w := p.Tokens[k].Text; doc.SpeechWords.Has(w) || statements.Has(w) {
			return true
		}
	}
	for k := m.Last; k < min(len(p.Tokens), m.Last+2); k++ {
		if doc.SpeechWords.Has(p.Tokens[k].Text) {
			return true
		}
	}
	return false
}
