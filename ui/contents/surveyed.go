// Package contents is the lists of what a corpus has: its articles, its stories
// with how much is in each, and the conflicts of all stories. A deck goes in; the
// lists have its pairs compared while they are open, and ask for what is chosen.
package contents

import (
	"fmt"

	"parallax/diffview/coverage"
	"parallax/ui/label"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A surveyed corpus is the tables of all its stories, as far as their pairs were
// compared. The rest is compared while a list of what they hold is open.
type surveyed struct {
	deck    *session.Deck
	pairs   []session.Pair // that are compared for it, in their order
	tables  []*coverage.Table
	drawn   int         // how many pairs were settled when a list last made its rows
	settled []int       // by story: how many of its pairs were settled when its table was made
	known   []int       // by story: how many are
	listed  int         // how many stories the pairs are of, from the one that is read
	first   int         // that story
	judged  int         // how often a judge had answered then
	storyOf map[int]int // by article: its story
}

// newSurveyed returns the survey of a deck's stories, that which is read first.
func newSurveyed(d *session.Deck) *surveyed {
	s := &surveyed{deck: d, tables: make([]*coverage.Table, len(d.Stories)), settled: make([]int, len(d.Stories)),
		known: make([]int, len(d.Stories)), first: d.Position().Story, storyOf: make(map[int]int)}
	for n, story := range d.Stories {
		for _, article := range story.Articles {
			s.storyOf[article] = n
		}
		if len(s.pairs) < session.MaxSurveyed {
			s.pairs = append(s.pairs, session.TablePairs(d.Stories[(s.first+n)%len(d.Stories)].Articles)...)
			s.listed++
		}
	}
	return s
}

// Survey asks for the comparison of the pairs.
func (s *surveyed) Survey() screen.Request { return screen.Survey(s.pairs) }

// gather makes the tables anew of stories of which more was compared, and
// reports whether there were any.
func (s *surveyed) gather() (changed bool) {
	answered := s.deck.Judged() != s.judged
	s.judged = s.deck.Judged()
	for n := range s.deck.Stories {
		changed = s.gatherStory(n, answered) || changed
	}
	return changed
}

// gatherPair does so for the story of a pair that was compared: there may be
// thousands of others.
func (s *surveyed) gatherPair(p session.Pair) (changed bool) {
	if s.deck.Judged() != s.judged {
		return s.gather()
	}
	n, ok := s.storyOf[p[0]]
	return ok && s.gatherStory(n, false)
}

// gatherStory makes the table of a story anew when all or a good deal more of
// it was compared, or always.
func (s *surveyed) gatherStory(n int, always bool) (changed bool) {
	articles := s.deck.Stories[n].Articles
	pairs := session.TablePairs(articles)
	known := s.deck.SettledOf(pairs)
	s.known[n] = known
	if known > 0 && always || known > s.settled[n] && (known == len(pairs) || known-s.settled[n] > len(pairs)/20) {
		s.tables[n], s.settled[n] = s.deck.Table(articles), known
		return true
	}
	return false
}

// settledPairs returns how many of the pairs were compared, or cannot be.
func (s *surveyed) settledPairs() (n int) {
	for k := range s.listed {
		n += s.known[(s.first+k)%len(s.known)]
	}
	return n
}

// settledAll reports whether all pairs were.
func (s *surveyed) settledAll() bool { return s.settledPairs() == len(s.pairs) }

// due reports whether so much more is known than when rows were last made that they
// are to be made anew: thousands take a while, as often as a pair is compared.
func (s *surveyed) due() bool {
	return s.settledPairs()-s.drawn > len(s.pairs)/100 || s.settledAll()
}

// said says how many pairs were compared.
func (s *surveyed) said() string {
	if known := s.settledPairs(); known < len(s.pairs) {
		return fmt.Sprintf("%s of %s pairs compared …", label.Thousands(known), label.Thousands(len(s.pairs)))
	}
	return fmt.Sprintf("all %s compared", label.Count(len(s.pairs), "pair"))
}

// made returns the tables that were made.
func (s *surveyed) made() (tables []*coverage.Table) {
	for _, t := range s.tables {
		if t != nil {
			tables = append(tables, t)
		}
	}
	return tables
}
