package storypage

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/ui/keys"
)

// A factFilter says which rows of a story's page are listed.
type factFilter struct {
	do       keys.Action
	words    string // what is listed
	ofColumn bool   // it depends on the chosen column
	alone    bool   // its rows are the sentences that the chosen article alone tells
	passes   func(s *Page, fact int) bool
}

// filters are the filters; the first lists all facts. A new one is a row
// here and in the table of commands.
var filters = []factFilter{
	{words: "facts", passes: func(*Page, int) bool { return true }},
	{do: keys.StoryConflicts, words: "facts in conflict", passes: (*Page).disputed},
	{do: keys.StoryNumbers, words: "facts with numbers", passes: func(s *Page, fact int) bool {
		return s.saidWith(fact, unicode.IsDigit) || strings.Join(s.table.Figures(fact, math.MaxInt), "") != ""
	}},
	{do: keys.StoryQuotations, words: "facts with quotations", passes: func(s *Page, fact int) bool {
		return s.saidWith(fact, func(r rune) bool { return strings.ContainsRune("\"“”„«»", r) })
	}},
	{do: keys.StoryAlone, words: "sentences only in", ofColumn: true, alone: true},
	{do: keys.StoryLeftOut, words: "facts in all others, not found in", ofColumn: true, passes: func(s *Page, fact int) bool {
		return slices.Contains(s.table.LeftOut(s.col), fact)
	}},
}

// disputed reports whether a fact is in conflict: what is minor or was updated
// counts as none.
func (s *Page) disputed(fact int) bool {
	return slices.ContainsFunc(s.table.Facts[fact].Disputes, func(d int) bool { return s.table.Disputes[d].Grade == diffview.Core })
}

// saidWith reports whether the sentence that stands for a fact has a character
// that passes.
func (s *Page) saidWith(fact int, passes func(rune) bool) bool {
	l := s.table.Facts[fact].Label
	a := s.table.Articles[l.Article]
	return strings.IndexFunc(a.Sentences[l.Sentence].Of(a.Text), passes) >= 0
}

// A factOrder is an order of the facts.
type factOrder struct {
	words    string
	ofColumn bool
	compare  func(s *Page, a, b int) int // of two facts
}

// orders are the orders; the first is the table's own.
var orders = []factOrder{
	{words: "most texts first", compare: func(_ *Page, a, b int) int { return cmp.Compare(a, b) }},
	{words: "as told by", ofColumn: true, compare: func(s *Page, a, b int) int {
		return cmp.Or(cmp.Compare(s.told(a), s.told(b)), cmp.Compare(a, b))
	}},
	{words: "first told first", compare: func(s *Page, a, b int) int {
		return cmp.Or(cmp.Compare(s.firstTold(a), s.firstTold(b)), cmp.Compare(a, b))
	}},
}

// told returns where the chosen article tells a fact; those it does not tell
// come last.
func (s *Page) told(fact int) int {
	if said := s.table.Facts[fact].Cells[s.col].Sentences; len(said) > 0 {
		return said[0]
	}
	return len(s.table.Articles[s.col].Sentences)
}

// firstTold returns when a fact was first published, in seconds; what is not
// dated comes last.
func (s *Page) firstTold(fact int) (first int64) {
	first = 1<<63 - 1
	for i, c := range s.table.Facts[fact].Cells {
		if when := s.table.Articles[i].Meta.Published; c.State != coverage.Missing && when.Known() {
			first = min(first, when.Value.Unix())
		}
	}
	return first
}
