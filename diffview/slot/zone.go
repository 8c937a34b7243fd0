package slot

import (
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Times of day that cannot be set against others by the figures alone: of another zone,
// or on the clock of a game.

// zones are the names of time zones that news puts after a time of day.
var zones = lexicon.WordSet("gmt utc bst cet cest eet eest msk ist jst kst aest aedt et est edt ct cst cdt mt mst mdt pt pst pdt akst hst eastern central mountain pacific")

// zoneOf returns the zone that a time of day is told in; "" where none is told, or
// "local time".
func zoneOf(d *doc.Doc, m doc.Moment) string {
	if m.Last < len(d.Tokens) && d.Tokens[m.Last].Upper && zones.Has(d.Tokens[m.Last].Text) {
		return d.Tokens[m.Last].Text
	}
	return ""
}

// zoneStep is what zones differ by, in minutes.
const zoneStep = 30

// otherZones reports whether two plain times of day may be one, told in two zones.
func otherZones(l, r *doc.Doc, x, y doc.Moment) bool {
	if x.From != x.To || y.From != y.To || zoneOf(l, x) == zoneOf(r, y) {
		return false
	}
	between := (x.From - y.From) % zoneStep
	between = max(between, -between)
	return min(between, zoneStep-between) <= clockRounding/2
}

// remaining are words after a time on the clock of a game: "7:42 left in the half".
var remaining = lexicon.WordSet("left remaining to into on media")

// played are words that follow these.
var played = lexicon.WordSet("play go half quarter period in game clock shot timeout")

// ofGame reports whether a time is what a clock showed in a game.
func ofGame(d *doc.Doc, m doc.Moment) bool {
	end := min(len(d.Tokens), m.Last+4)
	if m.Last >= end || !remaining.Has(d.Tokens[m.Last].Text) {
		return false
	}
	for k := m.Last + 1; k < end; k++ {
		if played.Has(d.Tokens[k].Text) {
			return true
		}
	}
	return false
}
