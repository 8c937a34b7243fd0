package dates

import (
	"strings"

	"parallax/corpus/wordset"
)

// An Order says which number of a date is the day: 03/04/2025.
type Order int

const (
	AnyOrder   Order = iota // not known
	DayFirst                // as nearly everywhere
	MonthFirst              // as in the United States
	YearFirst               // as in East Asia: a year of two digits comes first, too
)

// OrderOf returns the order of the language of an article, given as pages do:
// "de", "en-US", "fr_CA". English alone can be either.
func OrderOf(language string) Order {
	lang, region, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(language)), "_", "-"), "-")
	if i := strings.LastIndexByte(region, '-'); i >= 0 {
		region = region[i+1:] // "zh-hant-tw"
	}
	switch {
	case len(lang) < 2 || len(lang) > 3:
		return AnyOrder
	case lang == "ja", lang == "zh", lang == "ko", lang == "hu", lang == "lt":
		return YearFirst
	case region == "us", region == "ph":
		return MonthFirst
	case lang == "en" && (region == "" || region == "ca"):
		return AnyOrder
	}
	return DayFirst
}

// OrderOfHost returns the order of the country whose domain a host is in, where
// that writes dates in one way only: "post.co.uk" has the day first. Domains of
// no country, and those that are sold to all the world (.io, .tv), tell nothing.
func OrderOfHost(host string) Order {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	switch top := host[strings.LastIndexByte(host, '.')+1:]; {
	case top == "us", top == "gov", top == "mil":
		return MonthFirst
	case dayFirstCountries.Has(top):
		return DayFirst
	}
	return AnyOrder
}

var dayFirstCountries = wordset.Words(`uk ie au nz in pk bd lk np za ng ke gh ug tz zm zw bw na mt jm tt sg my
	de at ch fr be nl es pt it gr dk no fi pl cz sk ro bg hr rs si ee lv ua ru tr br ar mx cl pe uy ec id th vn eg ma`)

// OrderIn returns the order that dates of one source show where one of them
// can only be read in one way: a column, a feed. Where some say one thing and
// some another, it is not known.
func OrderIn(dates []string) Order {
	order := AnyOrder
	for _, s := range dates {
		t := tokensOf(s)
		for i := range t {
			if r, ok := t.digitsDate(i, AnyOrder); !ok || r.order == AnyOrder {
				continue
			} else if order != AnyOrder && order != r.order {
				return AnyOrder
			} else {
				order = r.order
			}
			break
		}
	}
	return order
}
