package doc

// The words in which news texts write numbers.

// small numbers in words. "one" is among them though it is more often a
// pronoun: alone it counts nothing, as no noun follows.
var numberWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var multipliers = map[string]float64{
	"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"m": 1e6, "bn": 1e9, "mn": 1e6, "tn": 1e12, "k": 1e3,
}

var ordinalWords = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}

// what a fraction's denominator is called, without the plural's s.
var fractions = map[string]float64{"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}

// Months number the months, by their names and what those are shortened to.
var Months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
	"july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
	"november": 11, "nov": 11, "december": 12, "dec": 12,
}

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
}

// units maps a unit's spellings to one, with the factor to the base unit in
// which two measures are compared.
var units = map[string]struct {
	base   string
	factor float64
}{
	"km": {"km", 1}, "kilometre": {"km", 1}, "kilometres": {"km", 1}, "kilometer": {"km", 1}, "kilometers": {"km", 1},
	"mile": {"km", 1.609}, "miles": {"km", 1.609},
	"metre": {"km", .001}, "metres": {"km", .001}, "meter": {"km", .001}, "meters": {"km", .001},
	"foot": {"km", .0003048}, "feet": {"km", .0003048}, "ft": {"km", .0003048},
	"inch": {"km", .0000254}, "inches": {"km", .0000254}, "yard": {"km", .0009144}, "yards": {"km", .0009144},
	"kg": {"kg", 1}, "kilogram": {"kg", 1}, "kilograms": {"kg", 1}, "pound": {"kg", .4536}, "pounds": {"kg", .4536}, "lbs": {"kg", .4536},
	"ton": {"kg", 1000}, "tons": {"kg", 1000}, "tonne": {"kg", 1000}, "tonnes": {"kg", 1000},
	"hour": {"h", 1}, "hours": {"h", 1}, "minute": {"h", 1. / 60}, "minutes": {"h", 1. / 60}, "day": {"h", 24}, "days": {"h", 24},
	"week": {"h", 168}, "weeks": {"h", 168}, "month": {"month", 1}, "months": {"month", 1}, "year": {"month", 12}, "years": {"month", 12},
	"mph": {"km/h", 1.609}, "kph": {"km/h", 1}, "knot": {"km/h", 1.852}, "knots": {"km/h", 1.852},
	"acre": {"ha", .4047}, "acres": {"ha", .4047}, "hectare": {"ha", 1}, "hectares": {"ha", 1},
}

var currencies = map[string]string{
	"$": "$", "€": "€", "£": "£", "¥": "¥", "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pesos": "peso", "yen": "¥", "us$": "$",
	"crowns": "crown", "kronor": "krona", "rupees": "rupee", "yuan": "yuan", "rubles": "ruble", "roubles": "ruble", "francs": "franc",
	"shekels": "shekel", "riyals": "riyal", "₹": "rupee",
}

// numbered are the words whose number is a name: "Route 9", "section 230".
var numbered = map[string]bool{
	"no": true, "no.": true, "nos.": true, "number": true, "article": true, "section": true, "sec.": true, "chapter": true, "route": true, "highway": true,
	"interstate": true, "flight": true, "page": true, "pages": true, "room": true, "tower": true, "cabin": true, "title": true, "channel": true,
	"verse": true, "grade": true, "phase": true, "act": true, "amendment": true, "proposition": true, "question": true, "table": true,
	"item": true, "part": true, "volume": true, "episode": true, "season": true, "level": true, "category": true, "type": true, "rule": true,
	"psalm": true, "resolution": true, "apollo": true, "boeing": true, "group": true, "pier": true, "gate": true, "platform": true, "unit": true,
	"camp": true, "district": true, "ward": true, "precinct": true, "area": true, "top": true,
}
