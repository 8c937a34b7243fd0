package dates

import "time"

// A reading is a date read from tokens.
type reading struct {
	year, month, day int
	begin, end       int   // its tokens
	order            Order // that its numbers can only have
	short            bool  // its year has two digits
	clock            bool  // it has a time of day, time of day below
	clockFirst       bool  // and that comes before it
	when             clock
	label            Label // between it and the time of day
	time             time.Time
}

// date returns the date that was read, with its label, of which no token comes
// before least.
func (r reading) date(t tokens, least int) Date {
	label, from := t.labelBefore(least, r.begin)
	if label == NoLabel {
		label = r.label
	}
	return Date{Time: r.time, Clock: r.clock, Label: label, Start: t[from].start, End: t[r.end-1].end}
}

// read reads the date at a token, with the time of day before or after it.
func (t tokens) read(i int, order Order) (reading, bool) {
	first, hasFirst := t.clockAt(i)
	at := i
	if hasFirst {
		at = t.skip(first.end, clockGap, clockLeads())
	}
	r, ok := t.dateAt(at, order)
	if !ok || hasFirst && t.at(i-1).kind == 'n' {
		return r, false
	}
	r.begin = i
	switch {
	case hasFirst:
		r.when, r.clock, r.clockFirst = first, true, true
	case !r.clock: // in the midst of the date, as Unix writes it
		if c, ok := t.clockAt(t.skip(r.end, clockGap, clockLeads())); ok {
			r.when, r.clock, r.end = c, true, c.end
		}
	}
	if r.when.noZone { // a zone that nobody knows: the time of day is hours off
		r.when = clock{}
	}
	r.time, ok = timeAt(r.year, r.month, r.day, r.when)
	return r, ok
}

// labelInside reads what is between the day and the time of an update in old
// pages of the BBC: "23 July 2013 Last updated at 13:42 GMT".
func (t tokens) labelInside(r *reading) {
	if before, _ := t.labelBefore(0, r.begin); r.clock || before != NoLabel {
		return
	}
	label, at := NoLabel, r.end
	for ; at < len(t) && (t[at].isFiller() || t[at].isLabel()); at++ {
		if l, _ := t[at].label(); l != NoLabel {
			label = l
		}
	}
	c, ok := t.clockAt(at)
	if !ok || label == NoLabel || c.noZone {
		return
	}
	if when, ok := timeAt(r.year, r.month, r.day, c); ok {
		r.time, r.when, r.clock, r.label, r.end = when, c, true, label, c.end
	}
}

const (
	dateGap  = ",.-/'" // between the parts of a date
	clockGap = ",.-|·•@()/:"
)

// skip passes over signs and words.
func (t tokens) skip(i int, signs string, words map[string]bool) int {
	for t.sign(i, signs) || t.word(i, words) {
		i++
	}
	return i
}

// dateAt reads the date at a token: in digits, or with a month's name in one
// of three orders.
func (t tokens) dateAt(i int, order Order) (reading, bool) {
	for _, form := range []func(int) (reading, bool){
		func(i int) (reading, bool) { return t.digitsDate(i, order) },
		t.eastAsianDate, t.dayMonthYear, t.monthDayYear, t.yearMonthDay,
	} {
		if r, ok := form(i); ok {
			r.begin = i
			return r, true
		}
	}
	return reading{}, false
}

// digitsDate reads three numbers: 2026-03-10, 10.03.2026, 3/10/26.
func (t tokens) digitsDate(i int, order Order) (reading, bool) {
	a, b, c := t.at(i), t.at(i+2), t.at(i+4)
	if a.kind != 'n' || b.kind != 'n' || c.kind != 'n' || !t.sign(i+1, "-/.") || t.at(i+1).text != t.at(i+3).text ||
		b.digits > 2 || t.at(i+1).spaced || t.at(i+3).spaced && t.at(i+3).text == "-" {
		return reading{}, false
	}
	r := reading{end: i + 5}
	if sign := t.at(i + 1).text; sign == "." && t.sign(r.end, ".") {
		r.end++ // "2031.05.25."
	}
	switch {
	case a.digits == 4 && c.digits <= 2:
		r.year, r.month, r.day = a.value, b.value, c.value
		return r, true
	case a.digits > 2 || c.digits != 4 && c.digits != 2:
		return r, false
	case c.digits == 2:
		r.short = true
		if order == YearFirst {
			r.year, r.month, r.day = shortYear(a.value), b.value, c.value
			return r, a.digits == 2
		}
		if order == AnyOrder && t.at(i+1).text != "." && b.value <= 12 {
			return r, false // the first could be day or year
		}
	}
	r.year = c.value
	if r.short {
		r.year = shortYear(c.value)
	}
	out, ok := r.inOrder(a.value, b.value, t.at(i+1).text, order)
	if day, named := t.weekdayBefore(i); !ok && named {
		return r.onWeekday(a.value, b.value, day)
	}
	return out, ok
}

// onWeekday sets day and month from two numbers that could be either, where one
// of the two days only is the day of the week that is named beside them.
func (r reading) onWeekday(a, b int, day time.Weekday) (reading, bool) {
	fits := func(d, m int) bool {
		return m <= 12 && time.Date(r.year, time.Month(m), d, 0, 0, 0, 0, time.UTC).Weekday() == day
	}
	switch first, second := fits(a, b), fits(b, a); {
	case first && !second:
		r.day, r.month = a, b
	case second && !first:
		r.day, r.month = b, a
	default:
		return r, false
	}
	return r, true
}

// inOrder sets day and month from two numbers.
func (r reading) inOrder(a, b int, sign string, order Order) (reading, bool) {
	switch {
	case a == b:
	case a > 12:
		r.order = DayFirst
	case b > 12:
		r.order, a, b = MonthFirst, b, a
	case order == MonthFirst && sign == ".":
		return r, false // points are for days first, and the language is not
	case order == MonthFirst:
		a, b = b, a
	case order == DayFirst, sign == ".":
	default:
		return r, false
	}
	r.day, r.month = a, b
	return r, true
}

// shortYear returns the year of two digits, as POSIX has it.
func shortYear(y int) int {
	if y < 69 {
		return 2000 + y
	}
	return 1900 + y
}

// eastAsianDate reads 2031年5月25日, 2031년 5월 25일 and 令和13年5月25日.
func (t tokens) eastAsianDate(i int) (reading, bool) {
	era := eras[t.at(i).text]
	if era > 0 {
		i++
	}
	r := reading{end: i + 6}
	for k, unit := range []struct {
		to    *int
		signs string
	}{{&r.year, "年년"}, {&r.month, "月월"}, {&r.day, "日일号號"}} {
		n, u := t.at(i+2*k), t.at(i+2*k+1)
		if n.kind != 'n' || u.kind != 'w' || !hasPrefixOf(u.text, unit.signs) {
			return r, false
		}
		*unit.to = n.value
	}
	if era > 0 {
		r.year += era - 1
	}
	return r, true
}

// eras are the first years of those that Japan and Taiwan count from.
var eras = map[string]int{"令和": 2019, "平成": 1989, "昭和": 1926, "民國": 1912, "民国": 1912}

// dayMonthYear reads "3 March 2026", "3. März 2026", "3 de marzo de 2026".
func (t tokens) dayMonthYear(i int) (reading, bool) {
	day := t.at(i)
	if day.kind != 'n' || day.digits > 2 {
		return reading{}, false
	}
	at := i + 1
	if t.word(at, ordinals()) && !t.at(at).spaced {
		at++
	}
	at = t.skip(at, dateGap+"ºª°", dateLeads())
	month, after := t.month(at)
	if month == 0 {
		return reading{}, false
	}
	if t.at(at).text == "listopada" && t.sign(i+1, ".") {
		month = 10 // November is what Poles mean, who write no point after the day
	}
	r := reading{day: day.value, month: month}
	return t.withYear(r, t.skip(after, dateGap, dateLeads()))
}

// monthDayYear reads "March 3, 2026", "March 3 Tuesday 2026" and, as Unix has
// it, "Mar 3 10:30:00 UTC 2026".
func (t tokens) monthDayYear(i int) (reading, bool) {
	month, at := t.month(i)
	day := t.at(t.skip(at, ".-/", nil))
	if month == 0 || day.kind != 'n' || day.digits > 2 {
		return reading{}, false
	}
	at = t.skip(at, ".-/", nil) + 1
	if t.word(at, ordinals()) && !t.at(at).spaced {
		at++
	}
	r := reading{day: day.value, month: month}
	at = t.skip(at, dateGap, dateLeads())
	if c, ok := t.clockAt(at); ok && c.exact {
		if r, ok := t.withYear(r, c.end); ok && !r.short {
			r.when, r.clock = c, true
			return r, true
		}
	}
	return t.withYear(r, at)
}

// yearMonthDay reads "2031. május 25." and "2026 March 3".
func (t tokens) yearMonthDay(i int) (reading, bool) {
	year := t.at(i)
	if year.kind != 'n' || year.digits != 4 {
		return reading{}, false
	}
	at := t.skip(i+1, dateGap, dateLeads())
	month, at := t.month(at)
	at = t.skip(at, ".-/,", nil)
	day := t.at(at)
	if month == 0 || day.kind != 'n' || day.digits > 2 {
		return reading{}, false
	}
	at++
	if t.sign(at, ".") {
		at++
	}
	if t.sign(at, "-") && !t.at(at).spaced && t.word(at+1, ordinals()) {
		at += 2 // "25-én"
	}
	return reading{year: year.value, month: month, day: day.value, end: at}, true
}

// buddhist is how many years the Thai calendar is ahead.
const buddhist = 543

// withYear adds the year at a token. One of two digits has an apostrophe, or
// ends a date such as 04-May-31; that it is one, a time of day after it says.
func (t tokens) withYear(r reading, at int) (reading, bool) {
	year := t.at(at)
	r.end = at + 1
	switch {
	case year.kind != 'n':
		return r, false
	case year.digits == 4 && year.value > buddhist+1900:
		r.year = year.value - buddhist
	case year.digits == 4:
		r.year = year.value
	case year.digits == 2 && !t.sign(at+1, ":.") && !t.halfDay(at+1):
		r.year, r.short = shortYear(year.value), !t.sign(at-1, "'")
	default:
		return r, false
	}
	return r, true
}

// month returns the month whose name is at a token, or 0, and what follows.
func (t tokens) month(i int) (month, after int) {
	k := t.at(i)
	if k.kind != 'w' {
		return 0, i
	}
	if next := t.at(i + 1); next.kind == 'w' { // كانون الثاني
		if m := monthWords()[k.text+" "+next.text]; m != 0 {
			return m, i + 2
		}
	}
	if next := t.at(i + 1); k.text == "thang" && next.kind == 'n' && next.value <= 12 { // Vietnamese: "25 tháng 5, 2031"
		return next.value, i + 2
	}
	return monthWords()[k.text], i + 1
}

func (k token) isFiller() bool {
	return k.kind == 's' || k.kind == 'w' && (weekdays()[k.text] || clockLeads()[k.text] || dateLeads()[k.text])
}

// onlyWords reports whether tokens say nothing: days of the week and the like.
func (t tokens) onlyWords(from, to int) bool {
	for _, k := range t[from:to] {
		if !k.isFiller() && !k.isLabel() {
			return false
		}
	}
	return true
}
