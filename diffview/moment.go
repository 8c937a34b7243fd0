package diffview

import (
	"math"
	"sort"
	"strings"
	"time"
)

// A moment is when something happened, as a sentence says it: a range of time,
// as exact as the words are.
//
// Days are counted from 1970-01-01. Words that mean a day only with the date of
// publication ("yesterday", "last month") are resolved where that is known.
type moment struct {
	first, last int // its tokens: [first, last) of Prepared.tokens
	lo, hi      int // the first and last day it can be; valid when dated
	dated       bool
	weekday     int  // 0 Sunday … 6 Saturday; -1: it names none
	month, day  int  // 0: it names none
	from, to    int  // the time of day, in minutes, when timed; past midnight counts on
	timed       bool // "at 2:40 p.m.", "evening"
	halfDay     bool // a time of day that does not say which half
	year        int  // 0: it names none
}

var weekdays = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

// dayParts are the words for parts of a day, with their widest bounds in minutes.
var dayParts = map[string][2]int{
	"morning": {0, 13 * 60}, "afternoon": {12 * 60, 19 * 60}, "evening": {16 * 60, 24 * 60}, "night": {17 * 60, 30 * 60}, "overnight": {17 * 60, 30 * 60},
}

// relativeDays are the words for a day as seen from that of publication.
var relativeDays = map[string]int{"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

// Slack allowed to times, for what words leave open.
const (
	clockSlack   = 30 // minutes: "around noon", "shortly before"
	nearlySlack  = 45 // minutes: "nearly midnight"
	publishSlack = 1  // days: publication times are often those of an update, or of another time zone
)

// findMoments appends the moments of the sentence made of tokens [first, last).
func (p *Prepared) findMoments(first, last int) {
	for i := first; i < last; {
		m, ok := p.momentAt(i, first, last)
		if !ok {
			i++
			continue
		}
		p.moments = append(p.moments, m)
		i = m.last
	}
}

// momentAt reads the moment that begins at token i, if one does.
func (p *Prepared) momentAt(i, first, last int) (moment, bool) {
	t := &p.tokens[i]
	m := moment{first: i, last: i + 1, weekday: -1}
	switch {
	case t.class == punct:
		return m, false
	case p.relativeSpan(&m, last):
		return m, true
	case t.quantity >= 0 && p.quantities[t.quantity].first == i && p.quantities[t.quantity].kind == clock:
		p.clockMoment(&m, p.quantities[t.quantity], first)
		if w, ok := weekdays[p.textAt(m.last+1, last)]; ok && p.tokens[m.last].text == "on" {
			m.weekday, m.last = w, m.last+2
		} else if w, ok := weekdays[p.textAt(m.last, last)]; ok {
			m.weekday, m.last = w, m.last+1
		}
		return m, true
	case t.upper && p.monthDay(&m, first, last):
		return m, true
	case t.quantity >= 0 && p.quantities[t.quantity].kind == year:
		q := p.quantities[t.quantity]
		m.year = int(q.value)
		m.lo, m.dated = dayOf(time.Date(m.year, 1, 1, 0, 0, 0, 0, time.UTC)), true
		m.hi = dayOf(time.Date(int(q.high), 12, 31, 0, 0, 0, 0, time.UTC))
		return m, q.high == q.value && q.first == i
	}
	if w, ok := weekdays[t.text]; ok && t.upper {
		m.weekday = w
		p.readDayPart(&m, last)
		return m, true
	}
	if d, ok := relativeDays[t.text]; ok {
		if day, known := p.published(); known {
			m.lo, m.hi, m.dated = day+d, day+d, true
		}
		if t.text == "tonight" {
			m.timed, m.from, m.to = true, dayParts["night"][0], dayParts["night"][1]
		}
		p.readDayPart(&m, last)
		return m, true
	}
	return m, false
}

// readDayPart extends a day to its part: "Monday evening".
func (p *Prepared) readDayPart(m *moment, last int) {
	if part, ok := dayParts[p.textAt(m.last, last)]; ok {
		m.timed, m.from, m.to = true, part[0], part[1]
		m.last++
	}
}

// clockMoment takes over a time of day, with what stands before it.
func (p *Prepared) clockMoment(m *moment, q quantity, first int) {
	m.last = q.last
	m.timed, m.halfDay = true, q.halfDay
	m.from, m.to = int(q.value), int(q.value)
	before := ""
	if q.hedged > first {
		before = p.tokens[q.hedged-1].text
	}
	begin := q.hedged
	shortly := begin-1 > first && (p.tokens[begin-2].text == "shortly" || p.tokens[begin-2].text == "just" || p.tokens[begin-2].text == "soon")
	switch {
	case before == "after" && shortly:
		m.from, m.to, begin = m.from+1, m.to+2*clockSlack, begin-2
	case before == "before" && shortly:
		m.from, m.to, begin = m.from-2*clockSlack, m.to-1, begin-2
	case before == "after" || before == "past":
		m.from, m.to, begin = m.from+1, m.to+24*60, begin-1
	case before == "before" || before == "by" || before == "until":
		m.from, begin = m.from-24*60, begin-1
	case p.nearly(q):
		m.from -= nearlySlack
	case q.hedge != exactly:
		m.from, m.to = m.from-clockSlack, m.to+clockSlack
	}
	m.first = begin
}

// nearly reports whether the hedge says that the time was not yet come.
func (p *Prepared) nearly(q quantity) bool {
	if q.hedged == q.first {
		return false
	}
	w := p.tokens[q.first-1].text
	return w == "nearly" || w == "almost"
}

// monthDay reads "February 4", "Feb. 4, 2012", "4 February" and "August 2028".
func (p *Prepared) monthDay(m *moment, first, last int) bool {
	month := months[strings.TrimSuffix(p.tokens[m.first].text, ".")]
	if month == 0 {
		return false
	}
	k := m.first + 1
	if p.textAt(k, last) == "." {
		k++
	}
	m.month = month
	day := p.dayNumber(k, last)
	if before := m.first - 1; day == 0 && before >= first && p.dayNumber(before, last) > 0 {
		day, m.first = p.dayNumber(before, last), before
	} else if day > 0 {
		k++
	}
	m.day = day
	y := k
	if p.textAt(y, last) == "," {
		y++
	}
	if y < last && p.tokens[y].quantity >= 0 && p.quantities[p.tokens[y].quantity].kind == year {
		m.year = int(p.quantities[p.tokens[y].quantity].value)
		k = y + 1
	}
	if m.day == 0 && m.year == 0 {
		return false
	}
	m.last = k
	p.dateOf(m)
	return true
}

// dayNumber returns the day of a month that token k is, or 0.
func (p *Prepared) dayNumber(k, last int) int {
	if k >= last || p.tokens[k].class != number {
		return 0
	}
	v, ok := parseDigits(p.tokens[k].text)
	if !ok || v < 1 || v > 31 || v != math.Trunc(v) || len(p.tokens[k].text) > 4 {
		return 0
	}
	return int(v)
}

// dateOf works out the days of a month's day or a whole month, if its year is
// told.
func (p *Prepared) dateOf(m *moment) {
	if m.year == 0 {
		return
	}
	from := time.Date(m.year, time.Month(m.month), max(m.day, 1), 0, 0, 0, 0, time.UTC)
	to := from
	if m.day == 0 {
		to = from.AddDate(0, 1, -1)
	}
	m.lo, m.hi, m.dated = dayOf(from), dayOf(to), true
}

// dayOf numbers the day of a time, by its own zone.
func dayOf(t time.Time) int {
	year, month, day := t.Date()
	return int(math.Floor(float64(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()) / 86400))
}

// published returns the day of publication, if it is known for sure.
func (p *Prepared) published() (day int, known bool) {
	f := p.Article.Meta.Published
	return dayOf(f.Value), f.Known() && !f.Guess
}

// momentsOf returns the moments of a sentence.
func (p *Prepared) momentsOf(sentence int) []moment {
	s := p.sentences[sentence]
	from := sort.Search(len(p.moments), func(k int) bool { return p.moments[k].last > s.first })
	to := from
	for to < len(p.moments) && p.moments[to].last <= s.last {
		to++
	}
	return p.moments[from:to]
}
