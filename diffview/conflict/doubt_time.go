package conflict

import (
	"parallax/diffview/doc"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
)

// Doubts about when: numbers told of other times, and times told of other
// events.

// otherTimes reports whether both sentences tell of days, or of times of day, and
// of none in common: not those at which something was only said. A sentence that
// tells none has those of the one before in its paragraph.
func otherTimes(m *pair.Pair, sentences [2]int) bool {
	l, r := timesOf(m.Docs[sides.Left], sentences[sides.Left]), timesOf(m.Docs[sides.Right], sentences[sides.Right])
	comparable := false
	for _, x := range l {
		for _, y := range r {
			if !slot.Comparable(x, y) && (x.Year == 0 || y.Year == 0) {
				continue
			}
			if comparable = true; slot.Disagree(m.Docs[sides.Left], m.Docs[sides.Right], x, y) == "" {
				return false
			}
		}
	}
	return comparable
}

// otherElsewhen reports whether one sentence tells of another time than that of its
// article, and the other does not tell of the same.
func otherElsewhen(m *pair.Pair, sentences [2]int) bool {
	return elsewhen(m.Docs[sides.Left], sentences[sides.Left]) != elsewhen(m.Docs[sides.Right], sentences[sides.Right])
}

// elsewhen returns the words by which a sentence, or the one before it in its
// paragraph where it names no day itself, tells of another time than that of the
// article: "In April last year a quake struck. Five people died."
func elsewhen(p *doc.Doc, sentence int) string {
	if when := p.Elsewhen(sentence); when != "" || sentence == 0 || len(p.MomentsOf(sentence)) > 0 {
		return when
	}
	if paragraph(p, sentence) != paragraph(p, sentence-1) {
		return ""
	}
	if when := p.Elsewhen(sentence - 1); when != "can" {
		return when
	}
	return ""
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

// doubtfulTimes reports whether two times may well be of two things: either article
// has the other's time of day as well, to the minute, one is the day of a thing ("the
// winner of Friday's race") and the other is not, what else the two sentences
// measure differs too, or midnight is between them and little else.
func doubtfulTimes(m *pair.Pair, sentences [2]int, x, y doc.Moment) bool {
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	return hasTime(l, y) || hasTime(r, x) || possessive(l, x) != possessive(r, y) || otherFigures(l, sentences[sides.Left], r, sentences[sides.Right]) ||
		endsNight(l, x, r, y) || endsNight(r, y, l, x)
}

// lastOfNight is when the night of the day before ends, in minutes.
const lastOfNight = 6 * 60

// endsNight reports whether the first moment is in the evening or the night of a day of
// the week, and the second is early on the next: "Thursday night", "early on Friday".
func endsNight(d *doc.Doc, x doc.Moment, o *doc.Doc, y doc.Moment) bool {
	if x.Weekday < 0 || y.Weekday < 0 || (x.Weekday+1)%7 != y.Weekday {
		return false
	}
	late := x.Timed && x.Late() || hasBefore(d, x, "late")
	early := y.Timed && y.To <= lastOfNight || hasBefore(o, y, "early")
	return late && early
}

// hasBefore reports whether a word stands before a moment, or before its "on".
func hasBefore(d *doc.Doc, m doc.Moment, word string) bool {
	k := m.First - 1
	if k > 0 && d.Tokens[k].Text == "on" {
		k--
	}
	return k >= 0 && d.Tokens[k].Text == word
}

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

// hasTime reports whether an article tells a time of day somewhere, to the minute.
func hasTime(d *doc.Doc, t doc.Moment) bool {
	if !t.Timed || t.From != t.To {
		return false
	}
	for k := range d.Sentences {
		for _, o := range d.MomentsOf(k) {
			if o.Timed && o.From == t.From && o.To == t.To {
				return true
			}
		}
	}
	return false
}
