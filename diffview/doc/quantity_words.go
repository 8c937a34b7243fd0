package doc

import (
	"sync"

	"parallax/diffview/lexicon"
)

// The words beside a number that say how exact it is and what it is of.

// Months number the months, by their names and what those are shortened to.
var Months = sync.OnceValue(func() map[string]int {
	return map[string]int{
		"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
		"july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
		"november": 11, "nov": 11, "december": 12, "dec": 12,
	}
})

// hedges lists the words that come before a number and say how exact it is,
// the longest first.
var hedges = []struct {
	words []string
	hedge hedge
}{
	{[]string{"slightly", "more", "than"}, about},
	{[]string{"slightly", "less", "than"}, about},
	{[]string{"a", "little", "over"}, about},
	{[]string{"no", "fewer", "than"}, AtLeast},
	{[]string{"no", "less", "than"}, AtLeast},
	{[]string{"as", "many", "as"}, AtMost},
	{[]string{"as", "much", "as"}, AtMost},
	{[]string{"no", "more", "than"}, AtMost},
	{[]string{"at", "least"}, AtLeast},
	{[]string{"more", "than"}, AtLeast},
	{[]string{"upwards", "of"}, AtLeast},
	{[]string{"up", "to"}, AtMost},
	{[]string{"at", "most"}, AtMost},
	{[]string{"fewer", "than"}, AtMost},
	{[]string{"less", "than"}, AtMost},
	{[]string{"close", "to"}, about},
	{[]string{"an", "estimated"}, about},
	{[]string{"just", "over"}, about},
	{[]string{"just", "under"}, about},
	{[]string{"well", "over"}, AtLeast},
	{[]string{"estimated"}, about},
	{[]string{"over"}, AtLeast},
	{[]string{"under"}, AtMost},
	{[]string{"about"}, about},
	{[]string{"around"}, about},
	{[]string{"almost"}, about},
	{[]string{"nearly"}, about},
	{[]string{"roughly"}, about},
	{[]string{"approximately"}, about},
	{[]string{"some"}, about},
	{[]string{"~"}, about},
}

// A unit is what measures are compared in, with the factor to it. Units that
// are not the same everywhere have two: a gallon is 3.785 litres in America and
// 4.546 in Britain.
type unit struct {
	base      string
	low, high float64
}

// units are the units by their spellings.
var units = sync.OnceValue(func() map[string]unit {
	return unitTable([]struct {
		base      string
		low, high float64
		words     string
	}{
		{"km", 1, 1, "km kms kilometre kilometres kilometer kilometers"},
		{"km", 1.609, 1.609, "mile miles"},
		{"km", .001, .001, "metre metres meter meters"},
		{"km", .00001, .00001, "cm centimetre centimetres centimeter centimeters"},
		{"km", .000001, .000001, "mm millimetre millimetres millimeter millimeters"},
		{"km", .0003048, .0003048, "foot feet ft"},
		{"km", .0000254, .0000254, "inch inches"},
		{"km", .0009144, .0009144, "yard yards"},
		{"kg", 1, 1, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"},
		{"kg", .001, .001, "gram grams gramme grammes"},
		{"kg", .4536, .4536, "pound pounds lb lbs"},
		{"kg", .02835, .02835, "ounce ounces oz"},
		{"kg", 6.35, 6.35, "stone"},
		{"kg", 1000, 1000, "tonne tonnes"},
		{"kg", 907.2, 1016, "ton tons"},
		{"l", 1, 1, "litre litres liter liters"},
		{"l", 3.785, 4.546, "gallon gallons"},
		{"l", .473, .568, "pint pints"},
		{"barrel", 1, 1, "barrel barrels"},
		{"MB", 1, 1, "mb megabyte megabytes"},
		{"MB", 1000, 1000, "gb gigabyte gigabytes"},
		{"MB", 1e6, 1e6, "tb terabyte terabytes"},
		{"GHz", 1, 1, "ghz gigahertz"},
		{"GHz", .001, .001, "mhz megahertz"},
		{"rpm", 1, 1, "rpm"},
		{"MW", 1, 1, "mw megawatt megawatts"},
		{"MW", .001, .001, "kw kilowatt kilowatts"},
		{"h", 1, 1, "hour hours hr hrs h"},
		{"h", 1. / 60, 1. / 60, "minute minutes min mins"},
		{"h", 1. / 3600, 1. / 3600, "seconds"},
		{"h", 24, 24, "day days"},
		{"h", 168, 168, "week weeks"},
		{"month", 1, 1, "month months"},
		{"month", 12, 12, "year years"},
		{"month", 120, 120, "decade decades"},
		{"month", 1200, 1200, "century centuries"},
		{"km/h", 1.609, 1.609, "mph"},
		{"km/h", 1, 1, "kph kmh"},
		{"km/h", 1.852, 1.852, "knot knots"},
		{"ha", .4047, .4047, "acre acres"},
		{"ha", 1, 1, "hectare hectares"},
	})
})

func unitTable(rows []struct {
	base      string
	low, high float64
	words     string
}) map[string]unit {
	out := map[string]unit{}
	for _, r := range rows {
		for w := range lexicon.WordSet(r.words).All() {
			out[w] = unit{r.base, r.low, r.high}
		}
	}
	return out
}

var currencies = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"$": "$", "€": "€", "£": "£", "¥": "¥", "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pesos": "peso", "yen": "¥", "us$": "$",
		"crowns": "crown", "kronor": "krona", "rupees": "rupee", "yuan": "yuan", "rubles": "ruble", "roubles": "ruble", "francs": "franc",
		"shekels": "shekel", "rs": "rupee", "rs.": "rupee", "rupee": "rupee", "franken": "franc", "riyals": "riyal", "₹": "rupee",
	}
})

// Currency returns the currency a word names, "" for none.
func Currency(word string) string { return currencies()[word] }

// numbered are the words whose number is a name: "Route 9", "section 230".
var numbered = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"no": true, "no.": true, "nos.": true, "number": true, "article": true, "section": true, "sec.": true, "chapter": true, "route": true, "highway": true,
		"interstate": true, "flight": true, "page": true, "pages": true, "room": true, "tower": true, "cabin": true, "title": true, "channel": true,
		"version": true, "versions": true, "verse": true, "grade": true, "phase": true, "act": true, "amendment": true, "proposition": true, "question": true, "table": true,
		"item": true, "part": true, "volume": true, "episode": true, "season": true, "level": true, "category": true, "type": true, "rule": true,
		"psalm": true, "resolution": true, "apollo": true, "boeing": true, "group": true, "pier": true, "gate": true, "platform": true, "unit": true,
		"camp": true, "district": true, "ward": true, "precinct": true, "area": true, "top": true,
	}
})
