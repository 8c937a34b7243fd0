package story

import (
	"strings"
	"unicode"

	"parallax/corpus"
	"parallax/corpus/dates"
	"parallax/corpus/lazyregexp"
	"parallax/corpus/prose"
)

// An edition is a headline that names its day, as those of series do: "Weather for
// Monday", "What to watch on 5 May". Two with other days and else the same words
// are two editions.
type edition struct {
	rest uint64 // the headline without its days
	days uint64
}

// editionOf returns that of an article; false where its headline names no day.
func editionOf(a *corpus.Article) (e edition, ok bool) {
	var rest, days strings.Builder
	words, dated := 0, false
	title := strings.ToLower(headline(a))
	if without, found := dates.Cut(title, dates.AnyOrder); len(found) > 0 {
		title, dated = without, true
		for _, d := range found {
			days.WriteString(d.Time.Format("2006-01-02 "))
		}
	}
	for w := range strings.FieldsFuncSeq(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		number := w[0] >= '0' && w[0] <= '9'
		switch {
		case weekdays()[w] != 0, dates.IsMonth(w) && w != "may" && w != "mars", number:
			dated = dated || !number
			days.WriteString(w + " ")
		default:
			words++
			rest.WriteString(w + " ")
		}
	}
	if !dated || words == 0 {
		return e, false
	}
	return edition{keyOf(rest.String(), rest.Len()), keyOf(days.String(), days.Len())}, true
}

// headline returns an article's headline, as its text has it or else its file.
func headline(a *corpus.Article) string {
	for _, s := range a.Sentences {
		if s.Kind == prose.Title {
			return s.Of(a.Text)
		}
	}
	return a.Meta.Title.Value
}

// mostEditions keeps what is compared of a group within bounds.
func mostEditions(list []edition) []edition {
	const most = 8
	return list[:min(len(list), most)]
}

// otherEditions reports whether a headline of one group is that of another but
// for its day.
func otherEditions(p, q []edition) bool {
	for _, a := range p {
		for _, b := range q {
			if a.rest == b.rest && a.days != b.days {
				return true
			}
		}
	}
	return false
}

// score is the result of a match or a vote. It is no season ("2029-30") and no
// part of a date or a number.
var score = lazyregexp.New(`(?:^|[\s(])(\d{1,2})[-–:](\d{1,2})(?:[\s,.;)]|$)`)

// mostScores is how many results of a text are looked at.
const mostScores = 50

// scoresOf returns the results in a text, as figures.
func scoresOf(a *corpus.Article) (out []uint64) {
	for _, s := range score.FindAllStringSubmatch(a.Text, mostScores) {
		out = append(out, keyOf(s[1]+"-"+s[2], len(s[0])))
	}
	return out
}
