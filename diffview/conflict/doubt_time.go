package conflict

import (
	"parallax/diffview/doc"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
)

// Doubts for the sake of when: numbers told of other times, and times told of other
// persons and events.

// otherTimes reports whether both sentences tell of days, or of times of day, and
// of none in common: not those at which something was only said. A sentence that
// tells none has those of the one before in its paragraph.
func otherTimes(m *pair.Pair, sentences [2]int) bool {
	l, r := timesOf(m.Docs[sides.Left], sentences[sides.Left]), timesOf(m.Docs[sides.Right], sentences[sides.Right])
	comparable := false
	for _, x := range l {
		for _, y := range r {
			if !slot.Comparable(m.Docs[sides.Left], m.Docs[sides.Right], x, y) && (x.Year == 0 || y.Year == 0) {
				continue
			}
			if comparable = true; slot.Disagree(m.Docs[sides.Left], m.Docs[sides.Right], x, y) == "" {
				return false
			}
		}
	}
	return comparable
}

// timesOf returns the days and times of day that a sentence tells of.
func timesOf(d *doc.Doc, sentence int) (times []doc.Moment) {
	for _, t := range d.MomentsOf(sentence) {
		if (t.Weekday >= 0 || t.Month > 0 || t.Year > 0 || t.Timed) && !slot.OfSpeech(d, t) {
			times = append(times, t)
		}
	}
	if len(times) == 0 && sentence > 0 && paragraph(d, sentence) == paragraph(d, sentence-1) {
		for _, t := range d.MomentsOf(sentence - 1) {
			if (t.Weekday >= 0 || t.Month > 0) && !slot.OfSpeech(d, t) {
				times = append(times, t)
			}
		}
	}
	return times
}

// paragraph returns which paragraph a compared sentence is in.
func paragraph(d *doc.Doc, sentence int) int32 {
	return d.Article.Sentences[d.Sentences[sentence].Index].Paragraph
}

// doubtfulTimes reports whether two times may well be of two things: each sentence
// tells of a person the other does not, either article has the other's time of day
// as well, to the minute, or one is the day of a thing ("the winner of Friday's
// race") and the other is not.
func doubtfulTimes(m *pair.Pair, sentences [2]int, x, y doc.Moment) bool {
	var persons [2][]int
	for side, d := range m.Docs {
		for _, a := range actors(d, sentences[side]) {
			if e := &d.Entities[a.Entity]; e.Kind == doc.Person || maybePerson(e) {
				persons[side] = append(persons[side], a.Entity)
			}
		}
	}
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	return others(m, persons[sides.Left], persons[sides.Right]) || hasTime(l, y) || hasTime(r, x) ||
		possessive(l, x) != possessive(r, y) || ownDays(l, x, r, y) || otherFigures(l, sentences[sides.Left], r, sentences[sides.Right])
}

// ownDays reports whether two articles of two days each tell of their own: "they met
// on Sunday", "they met on Thursday" are two meetings more often than one.
func ownDays(l *doc.Doc, x doc.Moment, r *doc.Doc, y doc.Moment) bool {
	own := func(d *doc.Doc, t doc.Moment) (day int, yes bool) {
		day, known := d.Published()
		return day, known && t.Weekday >= 0 && (day+thursday-t.Weekday)%7 == 0
	}
	a, mine := own(l, x)
	b, theirs := own(r, y)
	return mine && theirs && a != b
}

// thursday is the day of the week of day 0, 1 January 1970.
const thursday = 4

// otherFigures reports whether two sentences have magnitudes, results or sums, and
// none in common: what differs in the day and in these is another event.
func otherFigures(l *doc.Doc, i int, r *doc.Doc, j int) bool {
	differ := false
	for _, p := range l.QuantitiesOf(i) {
		for _, q := range r.QuantitiesOf(j) {
			if p.Kind != q.Kind || p.Unit != q.Unit || p.Kind != doc.Magnitude && p.Kind != doc.Tally && p.Kind != doc.Money {
				continue
			}
			if differ = true; p.Compatible(q) {
				return false
			}
		}
	}
	return differ
}

// possessive reports whether a day is that of the thing named after it.
func possessive(d *doc.Doc, t doc.Moment) bool { return d.TextAt(t.Last, len(d.Tokens)) == "'s" }

// hasTime reports whether an article tells a time of day somewhere.
func hasTime(d *doc.Doc, t doc.Moment) bool {
	for k := range d.Sentences {
		for _, o := range d.MomentsOf(k) {
			if t.Timed && o.Timed && t.From == o.From && t.To == o.To {
				return true
			}
		}
	}
	return false
}
