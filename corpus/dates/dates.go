// Package dates reads dates as articles, pages and files' names have them: text
// in the languages that articles are compared in goes in, a time comes out, or
// false when it is not a date or could be two.
//
//	dates.go   the ways in: Parse, In, Cut, OfURL, OfName
//	tokens.go  text → numbers, words and signs
//	read.go    tokens → a date, clock.go → a time of day, zones.go → a zone
//	order.go   which of two numbers is the day
//	months.go, words.go, labels.go  the words of each language
//
// The tables are the package's own. The libraries that know more languages
// were measured and left: go-dateparser 1.4.7 (BSD, of September 2026) costs
// 200 ms and 58 MB at every start, reads 03/04/2025 as a day in March without
// being told so, and takes any three or four capitals for a zone.
package dates

import (
	"strconv"
	"strings"
	"time"

	"parallax/corpus/lazyregexp"
)

// The years in which an article can have been published: the first newspaper
// is of 1605. Others are mistakes of whoever wrote the date, or stand for none,
// as the years 1, 1601 and 9999 do in databases. Today's date is not asked for:
// invented articles are dated in years to come, and a corpus must not read
// otherwise tomorrow.
const (
	firstYear = 1605
	lastYear  = 2100
)

// A Date is a date found in a text.
type Date struct {
	Time       time.Time
	Clock      bool  // it has a time of day
	Label      Label // what the text calls it
	Start, End int   // where it stands, in bytes, with its label
}

// Parse reads a text that is a date and nothing else, with or without the time
// of day. A date that does not exist, or could be two (03/04/2025), is refused.
// Without a zone the time is taken as UTC; with a zone that is not known the
// time of day is left out, for it would be hours off.
func Parse(s string) (time.Time, bool) { return ParseAs(s, AnyOrder) }

// ParseAs is Parse where the order of day and month is known.
func ParseAs(s string, order Order) (time.Time, bool) {
	d, ok := Whole(s, order)
	return d.Time, ok
}

// Whole reads a text that is a date and nothing else but its label. After a
// time of day anything may follow, as it does in the tags of pages.
func Whole(s string, order Order) (Date, bool) {
	if s = strings.TrimSpace(s); !hasDigit(s) {
		return Date{}, false
	}
	if t, ok := inDigits(s); ok {
		return Date{Time: t, Clock: true, End: len(s)}, true
	}
	t := tokensOf(s)
	for i := range t {
		if r, ok := t.read(i, order); ok {
			t.labelInside(&r)
			if !t.onlyWords(r.end, len(t)) && (!r.clock || r.clockFirst) {
				return Date{}, false
			}
			return r.date(t, 0), true
		}
		if !t[i].isFiller() && !t[i].isLabel() {
			break
		}
	}
	return Date{}, false
}

// In returns the dates in a line, in order.
func In(s string, order Order) []Date {
	if !hasDigit(s) {
		return nil
	}
	var out []Date
	t := tokensOf(s)
	after := 0
	for i := 0; i < len(t); i++ {
		r, ok := t.read(i, order)
		if !ok || r.short && !r.clock {
			continue // "3 May 26" may be twenty-six of something
		}
		out = append(out, r.date(t, after))
		i, after = r.end-1, r.end
	}
	return out
}

// Cut returns a line without its dates, their labels and what leads to them:
// "By Ann Lee on 3 March 2026" is "By Ann Lee".
func Cut(s string, order Order) (rest string, found []Date) {
	if found = In(s, order); len(found) == 0 {
		return s, nil
	}
	var b strings.Builder
	at := 0
	for _, d := range found {
		b.WriteString(s[at:d.Start] + " ")
		at = d.End
	}
	b.WriteString(s[at:])
	return strings.Trim(strings.Join(strings.Fields(b.String()), " "), " ,;|/·•–—-"), found
}

// inDigits reads what programs write: seconds or milliseconds since 1970, and
// the compact form of ISO 8601, 20250409T103000Z.
func inDigits(s string) (time.Time, bool) {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && (len(s) == 10 || len(s) == 13) {
		if len(s) == 13 {
			n /= 1000
		}
		return plausible(time.Unix(n, 0).UTC())
	}
	g := compact.FindStringSubmatch(s)
	if g == nil {
		return time.Time{}, false
	}
	c := clock{hour: atoi(g[4]), minute: atoi(g[5]), second: atoi(g[6])}
	if g[7] != "" {
		c.zone = offsetOf(g[7])
	}
	return timeAt(atoi(g[1]), atoi(g[2]), atoi(g[3]), c)
}

var compact = lazyregexp.New(`(?i)^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(z|[+-]\d{2}:?\d{2})?)?$`)

// timeAt makes a time, or says that there is no such day.
func timeAt(year, month, day int, c clock) (time.Time, bool) {
	if month < 1 || month > 12 || c.hour > 23 || c.minute > 59 || c.second > 60 {
		return time.Time{}, false
	}
	where := time.UTC
	if c.zone != nil {
		where = c.zone
	}
	t := time.Date(year, time.Month(month), day, c.hour, c.minute, c.second, 0, where)
	if t.Day() != day || t.Month() != time.Month(month) {
		return time.Time{}, false
	}
	if name, seconds := t.Zone(); c.zone != nil && seconds != 0 {
		t = t.In(time.FixedZone(name, seconds)) // of the zone's rules, what holds on that day
	}
	return plausible(t)
}

// plausible refuses years out of range and the moment that programs write for a date
// they do not have, the beginning of 1970.
func plausible(t time.Time) (time.Time, bool) {
	if t.Unix() == 0 || t.Year() < firstYear || t.Year() > lastYear {
		return time.Time{}, false
	}
	return t, true
}

// atoi is for digits a pattern has found, and gives 0 for none.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

const monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

var urlDate = lazyregexp.New(`(?i)/(\d{4})[/-](\d{1,2}|` + monthNames + `)[/-](\d{1,2})(?:[/_-]|$)`)

// urlDigits is a date of eight digits that is a part of an address, or begins one:
// of longer numbers, and of those at the end of a word, most count articles.
var urlDigits = lazyregexp.New(`/((?:199|20[0-3])\d)(\d{2})(\d{2})(?:[/_-]|$)`)

// OfURL returns the date that news sites put into their addresses.
func OfURL(urlPath string) (time.Time, bool) {
	g := urlDate.FindStringSubmatch(urlPath)
	if g == nil {
		if g = urlDigits.FindStringSubmatch(urlPath); g == nil {
			return time.Time{}, false
		}
	}
	month := atoi(g[2])
	if month == 0 {
		month = monthWords()[strings.ToLower(g[2])]
	}
	return timeAt(atoi(g[1]), month, atoi(g[3]), clock{})
}

var prefix = lazyregexp.New(`^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{8})[-_. ]+`)

// CutPrefix returns a file's name without the date it begins with, and whether
// it begins with one.
func CutPrefix(name string) (rest string, dated bool) {
	found := prefix.FindString(name)
	return name[len(found):], found != ""
}

// OfName returns the date that a file's name begins with.
func OfName(name string) (time.Time, bool) {
	return Parse(strings.TrimRight(prefix.FindString(name+" "), "-_. "))
}
