package doc

import (
	"strconv"
	"strings"

	"parallax/diffview/lexicon"
	"parallax/diffview/numeral"
)

// Times of day and days, as news texts write them.

// clockNames are the words besides numbers with which a time of day begins.
var clockNames = lexicon.WordSet("noon midday midnight quarter")

// clockAt reads a time of day that begins at token i: "2:40 p.m.", "14:40",
// "2.40 in the afternoon", "11.25pm", "noon", "a quarter past four", "twenty
// to three". It returns the minutes since midnight, whether the half of the
// day is left open, and where the time ends; end is i when none begins there.
func (p *Doc) clockAt(i, first, last int) (minutes float64, halfDay bool, end int) {
	t := p.Tokens
	switch t[i].Text {
	case "noon", "midday":
		return 12 * 60, false, i + 1
	case "midnight":
		return 24 * 60, false, i + 1
	}
	if m, end := p.spokenClock(i, last); end > i {
		m, halfDay, end = p.halfOfDay(m, end, last)
		return float64(m), halfDay, end
	}
	if t[i].Class != Number || i > first && (currencies()[t[i-1].Text] != "" || t[i-1].Text == "minus") {
		return 0, false, i
	}
	if m, end := p.fullClock(i, first, last); end > i {
		return float64(m), false, end
	}
	digits, suffix := t[i].Text, ""
	if n := strings.TrimRight(digits, "apm."); n != digits && n != "" {
		digits, suffix = n, strings.ReplaceAll(t[i].Text[len(n):], ".", "")
		if suffix != "am" && suffix != "pm" {
			return 0, false, i
		}
	}
	hour, minute, marked := readClock(digits)
	if hour < 0 {
		return 0, false, i
	}
	m := hour*60 + minute
	if suffix != "" {
		return float64(inHalf(m, suffix == "pm")), false, i + 1
	}
	m, halfDay, end = p.halfOfDay(m, i+1, last)
	switch {
	case !halfDay || marked == ':' && end == i+1:
		return float64(m), halfDay && hour < 13, end
	case end > i+1:
		return float64(m), halfDay, end
	}
	return 0, false, i
}

// fullClock reads a time of the twenty-four-hour clock: "21h30", "21.30 Uhr",
// "at 2130 hours"; end is i when none begins there.
func (p *Doc) fullClock(i, first, last int) (minutes, end int) {
	text, next := p.Tokens[i].Text, p.TextAt(i+1, last)
	if hours, after, french := strings.Cut(text, "h"); french && (len(after) == 2 || after == "" && p.decimalComma()) {
		if hour, minute, _ := readClock(strings.TrimSuffix(hours+":"+after, ":")); hour >= 0 {
			return hour*60 + minute, i + 1
		}
	}
	switch {
	case next == "uhr":
		if hour, minute, _ := readClock(text); hour >= 0 {
			return hour*60 + minute, i + 2
		}
	case len(text) == 4 && (next == "hours" || next == "hrs") && i > first && clockBefore.Has(p.Tokens[i-1].Text):
		if hour, minute, _ := readClock(text[:2] + ":" + text[2:]); hour >= 0 {
			return hour*60 + minute, i + 2
		}
	}
	return 0, i
}

// clockBefore are the words between which and "hours" a number of four digits
// is a time: "at 2130 hours".
var clockBefore = lexicon.WordSet("at by until from around about before after since")

// readClock reads "2", "2:40" or "2.40"; hour is -1 when it is not a time. marked
// is the mark between hours and minutes, 0 when there is none.
func readClock(s string) (hour, minute int, marked byte) {
	at := strings.IndexAny(s, ":.")
	hours, minutes := s, ""
	if at >= 0 {
		hours, minutes, marked = s[:at], s[at+1:], s[at]
		if len(minutes) != 2 {
			return -1, 0, 0
		}
	}
	hour, err := strconv.Atoi(hours)
	if err != nil || hour > 24 || len(hours) > 2 {
		return -1, 0, 0
	}
	if minutes != "" {
		if minute, err = strconv.Atoi(minutes); err != nil || minute > 59 {
			return -1, 0, 0
		}
	}
	return hour, minute, marked
}

// spokenClock reads "a quarter past four", "twenty to three", "half past six".
func (p *Doc) spokenClock(i, last int) (minutes, end int) {
	k, m := i, 0
	if p.Tokens[k].Text == "a" && p.TextAt(k+1, last) == "quarter" {
		k++
	}
	switch w := p.TextAt(k, last); {
	case w == "quarter":
		m = 15
	case w == "half":
		m = 30
	default:
		n, _ := numeral.Small(w)
		if m = int(n); m < 5 || m > 25 || m%5 != 0 {
			return 0, i
		}
	}
	k++
	past := p.TextAt(k, last) == "past"
	hour, ok := numeral.Small(p.TextAt(k+1, last))
	if !past && p.TextAt(k, last) != "to" || !ok || hour < 1 || hour > 12 || !past && m == 30 {
		return 0, i
	}
	if !past && m != 15 && (k+2 < last && p.Tokens[k+2].Class == Content) {
		return 0, i // "ten to twelve people"
	}
	if past {
		return int(hour)*60 + m, k + 2
	}
	return int(hour)*60 - m, k + 2
}

// halfOfDay reads which half of the day is meant after a time that ended at
// token end: "p.m.", "in the afternoon".
func (p *Doc) halfOfDay(m, end, last int) (minutes int, halfDay bool, after int) {
	at := func(k int) string { return p.TextAt(end+k, last) }
	switch w := strings.ReplaceAll(at(0), ".", ""); {
	case w == "am" || w == "pm":
		return inHalf(m, w == "pm"), false, end + 1
	case (w == "a" || w == "p") && at(1) == "m" && at(2) == ".":
		return inHalf(m, w == "p"), false, end + 3
	case (w == "a" || w == "p") && at(1) == "." && (at(2) == "m" || at(2) == "m."):
		return inHalf(m, w == "p"), false, end + 3
	case w == "in" && at(1) == "the" && (at(2) == "morning" || at(2) == "afternoon" || at(2) == "evening"):
		return inHalf(m, at(2) != "morning"), false, end + 3
	case w == "at" && at(1) == "night":
		return inHalf(m, true), false, end + 2
	case w == "o'clock":
		return m, true, end + 1
	}
	return m, true, end
}

// inHalf places a time of a twelve-hour clock in its half of the day.
func inHalf(m int, afternoon bool) int {
	switch {
	case afternoon && m < 12*60:
		return m + 12*60
	case !afternoon && m >= 12*60 && m < 13*60:
		return m - 12*60
	}
	return m
}
