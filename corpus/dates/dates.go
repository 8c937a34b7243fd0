// Package dates reads dates as articles, pages and files' names have them: text
// in several languages goes in, a time comes out, or false when it is not one
// or could be two.
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

const monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

const clock = `(?:[T ,(]*(?:at |[-–—|•·] ?)?(\d{1,2})[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.? ?(?:m\b\.?)?\s*\(?(z|[a-z]{2,4}|[+-]\d{2}:?\d{2})?\)?.*)?$`

// dateForms are the ways of writing a date, each with the groups of its year,
// month and day; the clock's five groups follow the three.
var dateForms = []struct {
	re      *lazyregexp.Regexp
	y, m, d int
}{
	{lazyregexp.New(`(?i)^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})` + clock), 1, 2, 3},
	{lazyregexp.New(`(?i)^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?()(z|[+-]\d{2}:?\d{2})?)?$`), 1, 2, 3},
	{lazyregexp.New(`(?i)^(` + monthNames + `)\.? (\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})` + clock), 3, 1, 2},
	{lazyregexp.New(`(?i)^(\d{1,2})(?:st|nd|rd|th)?[ -](` + monthNames + `)\.?,?[ -](\d{4})` + clock), 3, 2, 1},
	{lazyregexp.New(`(?i)^(\d{1,2})[/.](\d{1,2})[/.](\d{4})` + clock), 3, 2, 1},
	{lazyregexp.New(`(?i)^(` + monthNames + `)\.? (\d{1,2}) \d{1,2}:\d{2}:\d{2}(?: [a-z]{3,4})? (\d{4})` + clock), 3, 1, 2},
}

var (
	weekday = lazyregexp.New(`(?i)^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? `)
	spaces  = lazyregexp.New(`\s+`)
)

// zones are the hours east of Greenwich of the zones that news sites name.
var zones = map[string]float64{
	"est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
	"bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "ist": 5.5, "sgt": 8, "hkt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
}

// Parse reads a date, with or without the time of day, in the spellings
// of front matter and of pages. A date that does not exist, or could be two
// (03/04/2025), is refused. Without a zone it is taken as UTC.
func Parse(s string) (time.Time, bool) {
	if t, ok := parseEnglishDate(s); ok {
		return t, true
	}
	if e := englishDate(s); e != s {
		return parseEnglishDate(e)
	}
	return time.Time{}, false
}

// parseEnglishDate is Parse for dates in digits and English words.
func parseEnglishDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(spaces.ReplaceAllString(s, " "))
	s = weekday.ReplaceAllString(s, "")
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && (len(s) == 10 || len(s) == 13) {
		if len(s) == 13 {
			n /= 1000
		}
		return plausible(time.Unix(n, 0).UTC())
	}
	for _, f := range dateForms {
		g := f.re.FindStringSubmatch(s)
		if g == nil {
			continue
		}
		year, month, day := atoi(g[f.y]), monthOf(g[f.m]), atoi(g[f.d])
		if strings.ContainsAny(s[:len(g[1])+1], "/.") && len(g[1]) <= 2 && day != month {
			if day <= 12 && month <= 12 {
				return time.Time{}, false
			}
			if month > 12 {
				month, day = day, month
			}
		}
		return dateAt(year, month, day, g[4:])
	}
	return time.Time{}, false
}

// dateAt makes a time of a date and the groups of clock: hour, minute, second,
// a or p, zone.
func dateAt(year, month, day int, at []string) (time.Time, bool) {
	hour, minute, second := atoi(at[0]), atoi(at[1]), atoi(at[2])
	switch strings.ToLower(at[3]) {
	case "a":
		hour %= 12
	case "p":
		hour = hour%12 + 12
	}
	if month < 1 || hour > 23 || minute > 59 || second > 60 {
		return time.Time{}, false
	}
	where := time.UTC
	if len(at) > 4 && at[4] != "" {
		where = zone(strings.ToLower(at[4]))
	}
	t := time.Date(year, time.Month(month), day, hour, minute, second, 0, where)
	if t.Day() != day || t.Month() != time.Month(month) {
		return time.Time{}, false
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

func zone(name string) *time.Location {
	if name[0] == '+' || name[0] == '-' {
		digits := strings.ReplaceAll(name[1:], ":", "")
		seconds := atoi(digits[:2])*3600 + atoi(digits[2:])*60
		if name[0] == '-' {
			seconds = -seconds
		}
		if seconds == 0 {
			return time.UTC
		}
		return time.FixedZone("", seconds)
	}
	if hours, ok := zones[name]; ok {
		return time.FixedZone(strings.ToUpper(name), int(hours*3600))
	}
	return time.UTC
}

// atoi is for digits a pattern has found, and gives 0 for none.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// monthOf returns the number of a month that is written in digits or letters.
func monthOf(s string) int {
	if s[0] <= '9' {
		return atoi(s)
	}
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(s[:3]))/3 + 1
}

var urlDate = lazyregexp.New(`(?i)/(\d{4})[/-](\d{1,2}|` + monthNames + `)[/-](\d{1,2})(?:[/_-]|$)`)

// OfURL returns the date that news sites put into their addresses.
func OfURL(urlPath string) (time.Time, bool) {
	g := urlDate.FindStringSubmatch(urlPath)
	if g == nil {
		return time.Time{}, false
	}
	return dateAt(atoi(g[1]), monthOf(g[2]), atoi(g[3]), []string{"", "", "", ""})
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
