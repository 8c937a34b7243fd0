package dates

import "strings"

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
