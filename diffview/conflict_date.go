package diffview

import (
	"fmt"
	"parallax/diffview/lexicon"
	"slices"
	"strings"
)

// Dates and times conflict when they tell when the same thing happened: the
// words around both are of the same event, and no way to read the one, with
// what is known of the articles' publication, lies within the other.

// dateConfidence is the share of reported date conflicts that are right. None
// of the four labelled in the benchmark is found; of those read on other
// reports of one event all four were right, which is too few to say more.
const dateConfidence = .75

// How far apart in minutes two plain times of day must be: outlets round.
const clockRounding = 10

// momentWords is how many words before and after a moment are looked at for
// what happened then.
const momentWords = 7

// dateClashes finds moments of the same event that cannot both be right.
func dateClashes(f finding) (out []clash) {
	if f.link.score < sureFloor {
		return nil
	}
	l, r := f.match.sides[Left], f.match.sides[Right]
	xs, ys := l.momentsOf(f.link.i), r.momentsOf(f.link.j)
	for _, x := range xs {
		for _, y := range ys {
			what := disagree(l, r, x, y)
			if what == "" || agrees(l, r, x, ys) || agrees(r, l, y, xs) || !f.sameEvent(x, y) {
				continue
			}
			out = append(out, clash{
				kind:       DateConflict,
				confidence: dateConfidence,
				tokens:     [2][2]int{{x.first, x.last}, {y.first, y.last}},
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, %s", left, right, what)
				},
			})
		}
	}
	return out
}

// agrees reports whether one of the other side's moments is compatible with m
// and of its kind.
func agrees(p, other *Prepared, m moment, of []moment) bool {
	for _, o := range of {
		if comparable(p, other, m, o) && disagree(p, other, m, o) == "" {
			return true
		}
	}
	return false
}

// comparable reports whether both moments name a day, or both a time.
func comparable(l, r *Prepared, x, y moment) bool {
	day := func(m moment) bool { return m.weekday >= 0 || m.dated || m.month > 0 }
	return day(x) && day(y) || x.timed && y.timed
}

// disagree says in what the two moments cannot both be right, or "".
func disagree(l, r *Prepared, x, y moment) string {
	switch {
	case x.weekday >= 0 && y.weekday >= 0:
		if x.weekday != y.weekday {
			return "the day of the same"
		}
	case x.month > 0 && y.month > 0:
		if x.month != y.month || x.day > 0 && y.day > 0 && x.day != y.day || x.year > 0 && y.year > 0 && x.year != y.year {
			return "the date of the same"
		}
	case x.month == 0 && x.year > 0 && y.month == 0 && y.weekday >= 0, y.month == 0 && y.year > 0 && x.month == 0 && x.weekday >= 0:
		return "" // a whole year and a day of the week tell of two things
	case x.year > 0 && y.year > 0:
		if x.year != y.year {
			return "the year of the same"
		}
	default:
		if apart, known := daysApart(l, r, x, y); known && apart > publishSlack {
			return "the day of the same"
		}
	}
	if x.timed && y.timed && timesApart(x, y) {
		return "the time of the same"
	}
	return ""
}

// daysApart returns how many days lie between two moments at the least, if
// both can be resolved.
func daysApart(l, r *Prepared, x, y moment) (days int, known bool) {
	xs, ys := l.daysOf(x), r.daysOf(y)
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
func (p *Prepared) daysOf(m moment) [][2]int {
	if m.dated {
		return [][2]int{{m.lo, m.hi}}
	}
	day, known := p.published()
	if !known {
		return nil
	}
	if m.weekday >= 0 {
		back := ((day+4-m.weekday)%7 + 7) % 7 // 1970-01-01 was a Thursday
		return [][2]int{{day - back, day - back}, {day - back + 7, day - back + 7}}
	}
	return nil
}

// timesApart reports whether two times of day cannot both be right.
func timesApart(x, y moment) bool {
	slack := 0
	if x.from == x.to && y.from == y.to {
		slack = clockRounding
	}
	gap := func(a, b moment) int { return max(a.from-b.to, b.from-a.to) }
	least := gap(x, y)
	for _, shift := range []int{-24 * 60, 24 * 60} {
		moved := x
		moved.from, moved.to = x.from+shift, x.to+shift
		if x.late() && y.early() || x.early() && y.late() {
			least = min(least, gap(moved, y))
		}
	}
	if x.halfDay || y.halfDay {
		for _, shift := range []int{-12 * 60, 12 * 60} {
			moved := x
			moved.from, moved.to = x.from+shift, x.to+shift
			least = min(least, gap(moved, y))
		}
	}
	return least > slack
}

// sameEvent reports whether two moments are of the same event: one of the
// words right beside the one corresponds to one right beside the other, two
// words around them do, neither moment is that of saying so, and not each has a
// name beside it that the other sentence lacks.
func (f finding) sameEvent(x, y moment) bool {
	l, r := f.match.sides[Left], f.match.sides[Right]
	if l.ofSpeech(x) || r.ofSpeech(y) {
		return false
	}
	a, b := l.aroundMoment(x), r.aroundMoment(y)
	besideX, besideY := l.beside(x), r.beside(y)
	shared, anchored := 0, false
	for _, w := range f.words {
		i, j := w.tokens[Left], w.tokens[Right]
		if a.has(i) && b.has(j) && f.tellsEvent(w) {
			shared++
		}
		anchored = anchored || slices.Contains(besideX, i) && slices.Contains(besideY, j) && w.kind <= Synonym && l.happens(i) && r.happens(j)
	}
	if !anchored || shared < 2 {
		return false
	}
	has := f.partners()
	return !l.nameAlone(a, has[Left]) || !r.nameAlone(b, has[Right])
}

// How many words of meaning beside a moment can name the event.
const (
	besideBefore = 3
	besideAfter  = 1
	besideReach  = 2 // words after it
	openingReach = 6 // words after it where it opens the sentence
)

// beside returns the words right before and after a moment that can name what
// happened then: words of meaning, but no names.
func (p *Prepared) beside(m moment) (out []int) {
	whole, n := p.wholeSentence(m.first), 0
	for k := m.first - 1; k >= whole.first && n < besideBefore && p.tokens[k].text != "," && !p.ends(k) && !clauseEnds[p.tokens[k].text]; k-- {
		if t := &p.tokens[k]; telling(t) && !t.upper {
			out = append(out, k)
			n++
		}
	}
	n = 0
	if m.first <= whole.first+1 && p.textAt(m.last, whole.last) == "," { // "On Wednesday, the House voted"
		for k := m.last + 1; k < min(whole.last, m.last+1+openingReach) && !p.ends(k) && p.tokens[k].text != ","; k++ {
			if t := &p.tokens[k]; telling(t) && !t.upper && p.happens(k) {
				return append(out, k)
			}
		}
	}
	for k := m.last; k < min(whole.last, m.last+besideReach) && n < besideAfter && p.tokens[k].class != punct && !clauseEnds[p.tokens[k].text]; k++ {
		if t := &p.tokens[k]; telling(t) && !t.upper {
			out = append(out, k)
			n++
		}
	}
	return out
}

// happens reports whether a word, by its form, tells that something happens:
// "reached", "warning", "sent", "to apologize".
func (p *Prepared) happens(k int) bool {
	w := p.tokens[k].text
	if strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
		return true
	}
	if lemma := p.tokens[k].entry.Lemma(); lemma != w && !isPlural(w) {
		return true
	}
	if k == 0 {
		return false
	}
	switch p.tokens[k-1].text {
	case "to", "will", "would", "did", "could", "n't":
		return true
	}
	return false
}

// tellsEvent reports whether two aligned words tell what happened.
func (f finding) tellsEvent(w aligned) bool {
	t := &f.match.sides[Left].tokens[w.tokens[Left]]
	_, day := weekdays[t.text]
	return telling(t) && !day && months[t.text] == 0
}

// aroundMoment returns the words around a moment; after one that opens its
// sentence twice as many, as there are none before it.
func (p *Prepared) aroundMoment(m moment) stretch {
	if m.first <= p.wholeSentence(m.first).first+1 {
		return p.widen(stretch{m.first, m.last}, 2*momentWords)
	}
	return p.widen(stretch{m.first, m.last}, momentWords)
}

// statements are nouns of saying something that stand before its day: "in
// a statement on Friday".
var statements = lexicon.WordSet("statement interview reporters spokesman spokeswoman speech letter tweet post confirm confirmed confirms")

// ofSpeech reports whether a moment is when something was said, not when it
// happened: "said on Tuesday", "told reporters Tuesday", "Tuesday's statement".
func (p *Prepared) ofSpeech(m moment) bool {
	for k := m.first - 1; k >= max(0, m.first-4) && !p.ends(k) && p.tokens[k].text != ","; k-- {
		if w := p.tokens[k].text; speech[w] || statements[w] {
			return true
		}
	}
	for k := m.last; k < min(len(p.tokens), m.last+2); k++ {
		if speech[p.tokens[k].text] {
			return true
		}
	}
	return false
}
