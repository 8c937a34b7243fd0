package storypage

import (
	"slices"

	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/ui/keys"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// seekConflicts lists the facts in conflict, or asks for the next story that has
// some.
func (s *Page) seekConflicts() screen.Request {
	if !HasConflict(s.table) {
		return s.ways.NextStory
	}
	s.ShowConflicts()
	return nil
}

// ShowConflicts lists the facts in conflict.
func (s *Page) ShowConflicts() {
	for n := range filters {
		if filters[n].do == keys.StoryConflicts {
			s.show(&filters[n])
		}
	}
	s.face()
	s.draw()
}

// face chooses a column that the chosen fact is in conflict in, unless the reader
// has chosen one.
func (s *Page) face() {
	if k, ok := s.clash(func(coverage.Clashed) bool { return true }); ok && !s.aside && s.filter.do == keys.StoryConflicts && !orders[s.order].ofColumn {
		s.col = k.Pair[0]
	}
}

// clash returns the first conflict about the chosen fact that shows in a pair that
// passes; false where none does.
func (s *Page) clash(passes func(coverage.Clashed) bool) (first coverage.Clashed, ok bool) {
	if s.row >= len(s.rows) || s.rows[s.row].fact < 0 {
		return first, false
	}
	for _, d := range s.table.Facts[s.rows[s.row].fact].Disputes {
		of := &s.table.Disputes[d]
		if of.Grade != diffview.Core {
			continue
		}
		if n := slices.IndexFunc(of.Pairs, passes); n >= 0 && of.Pairs[n].Grade == diffview.Core {
			return of.Pairs[n], true
		}
	}
	return first, false
}

// take opens the pair of the chosen article and another that carries the fact,
// at their conflict about it, or else where they report it.
func (s *Page) take() (screen.Screen, screen.Request) {
	switch {
	case s.row < len(s.rows):
	case s.table.CountTexts() == 1:
		return s, screen.OpenPairFrom(s, s.pair(0, 1), nil)
	default:
		return s, screen.Say("nothing is listed")
	}
	one, other := s.beside()
	if k, ok := s.clash(func(k coverage.Clashed) bool { return k.Pair == coverage.Pair{one, other} }); ok {
		return s, screen.OpenConflict(s, s.pair(one, other), k.Clash)
	}
	return s, screen.OpenPairFrom(s, s.pair(one, other), s.cursor(one, other))
}

// cursor returns where the first of two articles that carries the chosen row does;
// nil where none does.
func (s *Page) cursor(one, other int) *session.Cursor {
	for side, i := range [2]int{one, other} {
		if sentence, ok := s.sentence(i); ok {
			return &session.Cursor{Side: diffview.Side(side), Sentence: sentence}
		}
	}
	return nil
}

// sentence returns where an article reports the chosen row.
func (s *Page) sentence(article int) (sentence int, ok bool) {
	switch r := s.rows[s.row]; {
	case r.fact >= 0 && len(s.table.Facts[r.fact].Cells[article].Sentences) > 0:
		return s.table.Facts[r.fact].Cells[article].Sentences[0], true
	case r.fact < 0 && r.alone.Article == article:
		return r.alone.Sentence, true
	}
	return 0, false
}

// beside returns the two columns to open, in the order of the story: the chosen
// one with the one that is marked, or else with another that carries the fact,
// before all one that it is in conflict with.
func (s *Page) beside() (one, other int) {
	other = s.marked
	if other < 0 || other == s.col {
		most := -1
		for i := range s.articles {
			if worth := s.worth(i); i != s.col && worth > most {
				most, other = worth, i
			}
		}
	}
	return min(s.col, other), max(s.col, other)
}

// worth says how good an article is to open beside the chosen one.
func (s *Page) worth(article int) (worth int) {
	r := s.rows[s.row]
	if r.fact < 0 {
		return 0
	}
	f := &s.table.Facts[r.fact]
	facing := coverage.Pair{min(article, s.col), max(article, s.col)}
	if _, ok := s.clash(func(k coverage.Clashed) bool { return k.Pair == facing }); ok {
		worth = 4
	}
	if s.table.Texts[article] != s.table.Texts[s.col] {
		worth++
	}
	return worth + int(f.Cells[article].State)
}

// HasConflict reports whether facts of a table are in conflict, minor conflicts and
// updates aside.
func HasConflict(t *coverage.Table) bool {
	return slices.ContainsFunc(t.Disputes, func(d coverage.Dispute) bool { return d.Grade == diffview.Core && d.Fact >= 0 })
}
