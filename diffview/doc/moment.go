package doc

import (
	"math"
	"sort"
	"strconv"
	"strings"
	"time"
)

// A Moment is when something happened, as a sentence says it: a range of time,
// as exact as the words are.
//
// Days are counted from 1970-01-01. Words that mean a day only with the date of
// publication ("yesterday", "last month") are resolved where that is known.
type Moment struct {
	First, Last int // its tokens: [first, last) of Doc.Tokens
	Lo, Hi      int // the first and last day it can be; valid when dated
	Dated       bool
	Weekday     int  // 0 Sunday … 6 Saturday; -1: it names none
	Month, Day  int  // 0: it names none
	From, To    int  // the time of day, in minutes, when timed; past midnight counts on
	Timed       bool // "at 2:40 p.m.", "evening"
	HalfDay     bool // a time of day that does not say which half
	Year        int  // 0: it names none
}

// Weekdays number the days of the week.
var Weekdays = map[string]int{
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
	PublishSlack = 1  // days: publication times are often those of an update, or of another time zone
)

// findMoments appends the moments of the sentence made of tokens [first, last).
func (p *Doc) findMoments(first, last int) {
	for i := first; i < last; {
		m, ok := p.momentAt(i, first, last)
		if !ok {
			i++
			continue
		}
		p.moments = append(p.moments, m)
		i = m.Last
	}
}

// momentAt reads the moment that begins at token i, if one does.
func (p *Doc) momentAt(i, first, last int) (Moment, bool) {
	t := &p.Tokens[i]
	m := Moment{First: i, Last: i + 1, Weekday: -1}
	switch {
	case t.Class == Punctuation:
		return m, false
	case p.relativeSpan(&m, last):
		return m, true
	case t.Quantity >= 0 && p.Quantities[t.Quantity].First == i && p.Quantities[t.Quantity].Kind == clock:
		p.clockMoment(&m, p.Quantities[t.Quantity], first)
		if w, ok := Weekdays[p.TextAt(m.Last+1, last)]; ok && p.Tokens[m.Last].Text == "on" {
			m.Weekday, m.Last = w, m.Last+2
		} else if w, ok := Weekdays[p.TextAt(m.Last, last)]; ok {
			m.Weekday, m.Last = w, m.Last+1
		}
		return m, true
	case t.Upper && p.monthDay(&m, first, last):
		return m, true
	case t.Quantity >= 0 && p.Quantities[t.Quantity].Kind == Year:
		q := p.Quantities[t.Quantity]
		m.Year = int(q.Value)
		m.Lo, m.Dated = dayOf(time.Date(m.Year, 1, 1, 0, 0, 0, 0, time.UTC)), true
		m.Hi = dayOf(time.Date(int(q.High), 12, 31, 0, 0, 0, 0, time.UTC))
		return m, q.High == q.Value && q.First == i
	}
	if w, ok := Weekdays[t.Text]; ok && t.Upper {
		m.Weekday = w
		p.readDayPart(&m, last)
		return m, true
	}
	if d, ok := relativeDays[t.Text]; ok {
		if day, known := p.Published(); known {
			m.Lo, m.Hi, m.Dated = day+d, day+d, true
		}
		if t.Text == "tonight" {
			m.Timed, m.From, m.To = true, dayParts["night"][0], dayParts["night"][1]
		}
		p.readDayPart(&m, last)
		return m, true
	}
	return m, false
}

// readDayPart extends a day to its part: "Monday evening".
func (p *Doc) readDayPart(m *Moment, last int) {
	if part, ok := dayParts[p.TextAt(m.Last, last)]; ok {
		m.Timed, m.From, m.To = true, part[0], part[1]
		m.Last++
	}
}

// clockMoment takes over a time of day, with what comes before it.
func (p *Doc) clockMoment(m *Moment, q Quantity, first int) {
	m.Last = q.Last
	m.Timed, m.HalfDay = true, q.halfDay
	m.From, m.To = int(q.Value), int(q.Value)
	before := ""
	if q.Hedged > first {
		before = p.Tokens[q.Hedged-1].Text
	}
	begin := q.Hedged
	shortly := begin-1 > first && (p.Tokens[begin-2].Text == "shortly" || p.Tokens[begin-2].Text == "just" || p.Tokens[begin-2].Text == "soon")
	switch {
	case before == "after" && shortly:
		m.From, m.To, begin = m.From+1, m.To+2*clockSlack, begin-2
	case before == "before" && shortly:
		m.From, m.To, begin = m.From-2*clockSlack, m.To-1, begin-2
	case before == "after" || before == "past":
		m.From, m.To, begin = m.From+1, m.To+24*60, begin-1
	case before == "before" || before == "by" || before == "until":
		m.From, begin = m.From-24*60, begin-1
	case p.nearly(q):
		m.From -= nearlySlack
	case q.Hedge != Exactly:
		m.From, m.To = m.From-clockSlack, m.To+clockSlack
	}
	m.First = begin
}

// nearly reports whether the hedge says that the time was not yet come.
func (p *Doc) nearly(q Quantity) bool {
	if q.Hedged == q.First {
		return false
	}
	w := p.Tokens[q.First-1].Text
	return w == "nearly" || w == "almost"
}

// monthDay reads "February 4", "Feb. 4, 2012", "4 February" and "August 2028".
func (p *Doc) monthDay(m *Moment, first, last int) bool {
	month := Months()[strings.TrimSuffix(p.Tokens[m.First].Text, ".")]
	if month == 0 {
		return false
	}
	k := m.First + 1
	if p.TextAt(k, last) == "." {
		k++
	}
	m.Month = month
	day := p.dayNumber(k, last)
	if before := m.First - 1; day == 0 && before >= first && p.dayNumber(before, last) > 0 {
		day, m.First = p.dayNumber(before, last), before
	} else if day > 0 {
		k++
	}
	m.Day = day
	y := k
	if p.TextAt(y, last) == "," {
		y++
	}
	if y < last && p.Tokens[y].Quantity >= 0 && p.Quantities[p.Tokens[y].Quantity].Kind == Year {
		m.Year = int(p.Quantities[p.Tokens[y].Quantity].Value)
		k = y + 1
	}
	if m.Day == 0 && m.Year == 0 {
		return false
	}
	m.Last = k
	p.dateOf(m)
	return true
}

// dayNumber returns the day of a month that token k is, or 0.
func (p *Doc) dayNumber(k, last int) int {
	if k >= last || p.Tokens[k].Class != Number {
		return 0
	}
	text := p.Tokens[k].Text
	if hasOrdinalSuffix(text) {
		text = text[:len(text)-2]
	}
	v, err := strconv.Atoi(text)
	if err != nil || v < 1 || v > 31 || len(text) > 2 {
		return 0
	}
	return v
}

// dateOf works out the days of a month's day or a whole month, if its year is
// told.
func (p *Doc) dateOf(m *Moment) {
	if m.Year == 0 {
		return
	}
	from := time.Date(m.Year, time.Month(m.Month), max(m.Day, 1), 0, 0, 0, 0, time.UTC)
	to := from
	if m.Day == 0 {
		to = from.AddDate(0, 1, -1)
	}
	m.Lo, m.Hi, m.Dated = dayOf(from), dayOf(to), true
}

// dayOf numbers the day of a time, by its own zone.
func dayOf(t time.Time) int {
	year, month, day := t.Date()
	return int(math.Floor(float64(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()) / 86400))
}

// Published returns the day of publication, if it is known with certainty.
func (p *Doc) Published() (day int, known bool) {
	f := p.Article.Meta.Published
	return dayOf(f.Value), f.Known() && !f.Guess
}

// MomentsOf returns the moments of a sentence.
func (p *Doc) MomentsOf(sentence int) []Moment {
	s := p.Sentences[sentence]
	from := sort.Search(len(p.moments), func(k int) bool { return p.moments[k].Last > s.First })
	to := from
	for to < len(p.moments) && p.moments[to].Last <= s.Last {
		to++
	}
	return p.moments[from:to]
}
