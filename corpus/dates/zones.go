package dates

import (
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // so that America/Los_Angeles is known on every machine
)

// zoneHours are the hours east of Greenwich of the zones that news sites and
// feeds name by letters, RFC 822's first. Of letters with two meanings it is
// the one that writes in English: IST is India's, CST and AST America's.
var zoneHours = sync.OnceValue(func() map[string]float64 {
	return map[string]float64{
		"gmt": 0, "utc": 0, "ut": 0, "z": 0, "wet": 0, "west": 1, "bst": 1,
		"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
		"akst": -9, "akdt": -8, "hst": -10, "ast": -4, "adt": -3, "nst": -3.5, "ndt": -2.5,
		"cet": 1, "cest": 2, "mez": 1, "mesz": 2, "met": 1, "mest": 2, "eet": 2, "eest": 3, "msk": 3, "trt": 3,
		"sast": 2, "cat": 2, "wat": 1, "eat": 3, "idt": 3, "gst": 4, "irst": 3.5, "pkt": 5, "ist": 5.5, "npt": 5.75, "bdt": 6,
		"ict": 7, "wib": 7, "wita": 8, "wit": 9, "sgt": 8, "hkt": 8, "pht": 8, "myt": 8, "awst": 8, "jst": 9, "kst": 9,
		"acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
		"brt": -3, "art": -3, "clt": -4, "clst": -3, "cot": -5, "pet": -5,
	}
})

// zonePlaces are the zones whose letters do not say whether it is summer.
var zonePlaces = map[string]string{
	"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
	"aet": "Australia/Sydney", "nzt": "Pacific/Auckland",
}

// zoneAreas are what the names of places with a zone begin with.
var zoneAreas = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"africa": "Africa", "america": "America", "antarctica": "Antarctica", "asia": "Asia", "atlantic": "Atlantic", "australia": "Australia",
		"europe": "Europe", "indian": "Indian", "pacific": "Pacific",
	}
})

// zoneOf returns the zone that letters name, or nil.
func zoneOf(letters string) *time.Location {
	if hours, ok := zoneHours()[letters]; ok {
		if hours == 0 {
			return time.UTC
		}
		return time.FixedZone(strings.ToUpper(letters), int(hours*3600))
	}
	if place := zonePlaces[letters]; place != "" {
		return zoneNamed(place)
	}
	return nil
}

var zonesNamed sync.Map // by place; those that exist

// zoneNamed returns the zone of a place, or nil.
func zoneNamed(place string) *time.Location {
	if zone, ok := zonesNamed.Load(place); ok {
		return zone.(*time.Location)
	}
	zone, err := time.LoadLocation(place)
	if err != nil {
		return nil
	}
	zonesNamed.Store(place, zone)
	return zone
}

// place returns the name of a zone as in America/Los_Angeles, or "". Names are
// as they are in the database of zones, whatever the case they are written in.
func (t tokens) place(i int) string {
	area := zoneAreas()[t.at(i).text]
	if area == "" || !t.sign(i+1, "/") || t.at(i+2).kind != 'w' {
		return ""
	}
	name := area
	for k := i + 1; !t.at(k).spaced && t.sign(k, "/_-") && t.at(k+1).kind == 'w'; k += 2 {
		word := t.at(k + 1).text
		if word != "of" && word != "es" && word != "au" {
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		name += t.at(k).text + word
	}
	return name
}

// east returns a zone so many hours and minutes east of Greenwich, or west.
func east(west bool, hours, minutes int) *time.Location {
	seconds := hours*3600 + minutes*60
	if west {
		seconds = -seconds
	}
	if seconds == 0 {
		return time.UTC
	}
	return time.FixedZone("", seconds)
}

// offsetOf returns the zone of "z" or of an offset with two digits each.
func offsetOf(s string) *time.Location {
	if s == "z" || s == "Z" {
		return time.UTC
	}
	d := strings.ReplaceAll(s[1:], ":", "")
	return east(s[0] == '-', atoi(d[:2]), atoi(d[2:]))
}
