package conflict

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
)

// What readers are told that two rivals are both of.

// whatOf says in words what two rivals are both of.
func whatOf(m *pair.Pair, r slot.Rival) string {
	l, q := r.Values[sides.Left], r.Values[sides.Right]
	switch r.Kind {
	case slot.Number:
		return numbersOf(m, l.Entry, q.Entry)
	case slot.Day, slot.Clock:
		return slot.Disagree(m.Docs[sides.Left], m.Docs[sides.Right], *l.Entry.Moment, *q.Entry.Moment)
	case slot.Name:
		return "two names in the same place"
	}
	return "the opposite in the same place"
}

// sums says of the numbers that count nothing what they are.
var sums = map[ledger.Kind]string{
	ledger.Percent: "percentages", ledger.Money: "sums of money", ledger.Measure: "measures", ledger.Duration: "lengths of time",
	ledger.Age: "ages", ledger.Rank: "ranks", ledger.Score: "results", ledger.Vote: "results", ledger.Magnitude: "magnitudes",
}

// numbersOf says what two numbers are numbers of.
func numbersOf(m *pair.Pair, e, o *ledger.Entry) string {
	if e.Fate != "" && e.Fate == o.Fate {
		return "both count " + e.Fate
	}
	if what := sums[e.Kind]; what != "" {
		if e.Kind == ledger.Age && e.Owner.First < e.Owner.Last && o.Owner.First < o.Owner.Last {
			return "both are the age of " + fullest(words(m.Docs[sides.Left], e.Owner), words(m.Docs[sides.Right], o.Owner))
		}
		if e.Kind == ledger.Age {
			return "both are ages of the same person"
		}
		return "both are " + what + " for the same thing"
	}
	x, y := counted(m.Docs[sides.Left], e), counted(m.Docs[sides.Right], o)
	if x == "" || y == "" {
		x, y = x+y, x+y
	}
	switch {
	case x == "":
		return "both count the same thing"
	case strings.EqualFold(x, y):
		return "both count " + min(x, y) // with the capital, if either has one
	}
	return fmt.Sprintf("counts of %s and of %s", min(x, y), max(x, y))
}

// counted returns the noun of what a number counts, in the plural, with a capital
// where it has one outside a headline ("Democrats"); "" where none is told.
func counted(d *doc.Doc, e *ledger.Entry) string {
	noun := e.Thing.Last - 1
	if e.Thing.First == e.Thing.Last {
		noun = e.Quantity.Noun
	}
	if noun < 0 {
		return ""
	}
	t := &d.Tokens[noun]
	written := d.Article.Text[t.Start:t.End]
	headline := d.Article.Sentences[d.Sentences[e.Sentence].Index].Kind == prose.Title
	if t.Capital && !headline && written != strings.ToUpper(written) {
		return plural(written)
	}
	return plural(t.Text)
}

// unchanging are nouns whose plural is the word itself, or that have none.
var unchanging = lexicon.WordSet("staff personnel crew cattle livestock sheep deer fish shrimp salmon offspring infantry cavalry militia clergy percent head dozen hundred thousand million billion mice geese feet teeth media data criteria")

// irregular are plurals that no rule makes.
var irregular = map[string]string{
	"child": "children", "person": "people", "foot": "feet", "tooth": "teeth", "mouse": "mice", "goose": "geese",
	"life": "lives", "wife": "wives", "knife": "knives", "half": "halves", "wolf": "wolves", "calf": "calves", "thief": "thieves", "loaf": "loaves", "leaf": "leaves",
	"hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "torpedo": "torpedoes", "gas": "gases", "human": "humans", "german": "Germans", "roman": "Romans",
}

// plural returns a noun in the plural as a reason names it: "38-word" counts
// words.
func plural(noun string) string {
	low := strings.ToLower(noun)
	ends := func(suffixes ...string) bool {
		return slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(low, s) })
	}
	switch {
	case unchanging.Has(low), doc.IsPlural(low), ends("craft", "folk", "men", "children", "people"):
		return noun
	case irregular[low] != "":
		return irregular[low]
	case ends("man"):
		return noun[:len(noun)-2] + "en"
	case len(low) > 1 && ends("y") && !strings.ContainsRune("aeiou", rune(low[len(low)-2])):
		return noun[:len(noun)-1] + "ies"
	case ends("ss", "us", "x", "z", "ch", "sh"):
		return noun + "es"
	case ends("s"):
		return noun
	}
	return noun + "s"
}

// fullest returns the longer of two names, in either order the same.
func fullest(a, b string) string {
	if len(a) == len(b) {
		return min(a, b)
	}
	if len(a) > len(b) {
		return a
	}
	return b
}

// words returns a stretch of tokens as the article has it, on one line.
func words(d *doc.Doc, s doc.Stretch) string {
	return prose.Fold(strings.TrimSpace(d.Article.Text[d.Tokens[s.First].Start:d.Tokens[s.Last-1].End]))
}
