package dates

import (
	"strings"
	"time"
)

// A clock is a time of day.
type clock struct {
	hour, minute, second int
	zone                 *time.Location // nil: not said
	noZone               bool           // said, and not known
	exact                bool           // written with a colon: it cannot be another number
	end                  int            // the token after it
}

// clockAt reads the time of day at a token: 10:30, 10.30, 10h30, 7pm, 15 Uhr,
// 午後3時5分, 1530 GMT.
func (t tokens) clockAt(i int) (clock, bool) {
	var c clock
	half := 0 // 1 the first half of the day, 2 the second
	if t.at(i).kind == 'w' && t.at(i).text == "t" && !t.at(i+1).spaced {
		i++ // 2025-04-09T10:30
	}
	if t.halfDay(i) { // 午後3時
		half = halfWords()[t.at(i).text]
		i++
	}
	hour := t.at(i)
	if hour.kind != 'n' || hour.digits > 4 || hour.digits == 3 {
		return c, false
	}
	c.hour, c.end = hour.value, i+1
	ok := c.minutes(t, hour)
	if h, end := t.half(c.end); h != 0 {
		half, c.end, ok = h, end, true
		for t.word(c.end, hourWords()) {
			c.end++
		}
	}
	c.zoneAfter(t)
	if hour.digits == 4 && c.end == i+1 {
		return c, false // a year
	}
	switch {
	case half == 2 && c.hour < 12:
		c.hour += 12
	case half == 1 && c.hour == 12:
		c.hour = 0
	}
	if c.hour == 24 && c.minute == 0 {
		c.hour, c.minute, c.second = 23, 59, 59 // the end of the day, not of the next
	}
	return c, ok && c.hour < 24 && c.minute < 60 && c.second <= 60
}

// minutes reads what follows the hour, and reports whether that shows it to be
// one.
func (c *clock) minutes(t tokens, hour token) bool {
	at := c.end
	next := t.at(at + 1)
	two := next.kind == 'n' && next.digits == 2
	switch {
	case hour.digits == 4:
		c.hour, c.minute = hour.value/100, hour.value%100
		if t.word(at, hourWords()) {
			c.end++
		}
		return t.at(at).kind == 'w' // a zone, else it is a year
	case t.sign(at, ":") && next.kind == 'n' && next.digits <= 2,
		t.sign(at, ".") && two && !next.spaced && !(t.sign(at+2, "./-") && t.at(at+3).kind == 'n'):
		c.exact = t.sign(at, ":")
		c.minute, c.end = next.value, at+2
		if s := t.at(c.end + 1); t.sign(c.end, ":") && s.kind == 'n' && s.digits <= 2 {
			c.second, c.end = s.value, c.end+2
			if f := t.at(c.end + 1); t.sign(c.end, ".,") && f.kind == 'n' && !f.spaced {
				c.end += 2
			}
		}
		for t.word(c.end, hourWords()) {
			c.end++ // "15:34 Uhr"
		}
		return true
	case t.word(at, hourWords()):
		c.end = at + 1
		if next.kind == 'n' && next.digits <= 2 && next.value < 60 && (t.at(at).text == "h" || hasPrefixOf(t.at(at).text, dateUnits)) {
			c.minute, c.end = next.value, at+2
			if hasPrefixOf(t.at(c.end).text, "分분") || t.word(c.end, map[string]bool{"min": true}) {
				c.end++
			}
			if s := t.at(c.end); s.kind == 'n' && hasPrefixOf(t.at(c.end+1).text, "秒초") {
				c.second, c.end = s.value, c.end+2
			}
		}
		return true
	}
	return false
}

// halfDay reports whether a token is "am" or "pm".
func (t tokens) halfDay(i int) bool { return t.at(i).kind == 'w' && halfWords()[t.at(i).text] != 0 }

// half reads "pm", "p.m.", "p. m." and returns which half of the day it means.
func (t tokens) half(i int) (half, end int) {
	k := t.at(i)
	if k.kind != 'w' {
		return 0, i
	}
	if h := halfWords()[k.text]; h != 0 {
		if end = i + 1; t.sign(end, ".") {
			end++
		}
		return h, end
	}
	m := i + 1
	if t.sign(m, ".") {
		m++
	}
	if h := halfWords()[k.text+t.at(m).text]; m > i+1 && t.at(m).kind == 'w' && h != 0 {
		if end = m + 1; t.sign(end, ".") {
			end++
		}
		return h, end
	}
	return 0, i
}

// zoneAfter reads the zone after a time of day.
func (c *clock) zoneAfter(t tokens) {
	at := c.end
	for t.sign(at, "(,[") {
		at++
	}
	k := t.at(at)
	switch {
	case k.kind == 's' && (k.text == "+" || k.text == "-"):
		if zone, end, ok := t.offset(at); ok {
			c.zone, c.end = zone, end
		}
	case k.kind != 'w':
	case k.text == "gmt" || k.text == "utc" || k.text == "z":
		c.zone, c.end = time.UTC, at+1
		if zone, end, ok := t.offset(at + 1); ok && k.text != "z" {
			c.zone, c.end = zone, end
		}
	case t.place(at) != "":
		if zone := zoneNamed(t.place(at)); zone != nil {
			c.zone = zone
		} else {
			c.noZone = true
		}
		for c.end = at + 1; !t.at(c.end).spaced && t.sign(c.end, "/_-") && t.at(c.end+1).kind == 'w'; {
			c.end += 2
		}
	case zoneOf(k.text) != nil:
		c.zone, c.end = zoneOf(k.text), at+1
		if t.word(c.end, map[string]bool{"time": true}) {
			c.end++ // "ET time"
		}
	case k.capitals && len(k.text) >= 2 && len(k.text) <= 5 && isASCII(k.text) && !k.isFiller() && !k.isLabel() && !hourWords()[k.text] && monthWords()[k.text] == 0:
		c.noZone, c.end = true, at+1
	}
}

// offset reads "+02:00", "-0500", "+7": hours and minutes east of Greenwich.
func (t tokens) offset(i int) (*time.Location, int, bool) {
	h := t.at(i + 1)
	if !t.sign(i, "+-") || h.kind != 'n' || h.spaced {
		return nil, i, false
	}
	text, end := t.at(i).text, i+2
	hours, minutes := h.value, 0
	switch {
	case h.digits == 4:
		hours, minutes = h.value/100, h.value%100
	case h.digits > 2, h.digits == 2 && t.at(i).text == "-" && t.at(i).spaced && !t.sign(i+2, ":"):
		return nil, i, false // a number
	default:
		if m := t.at(i + 3); t.sign(i+2, ":") && m.kind == 'n' && m.digits == 2 {
			minutes, end = m.value, i+4
		}
	}
	if hours > 14 || minutes%15 != 0 || minutes > 45 {
		return nil, i, false
	}
	return east(text == "-", hours, minutes), end, true
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 127 }) < 0
}

// hasPrefixOf reports whether a word begins with one of these letters.
func hasPrefixOf(word, letters string) bool {
	for _, r := range word {
		return strings.ContainsRune(letters, r)
	}
	return false
}
