// Package storypage is the page of a story: what its articles report, a fact a row
// and an article a column, and below what each says of the fact that is chosen. A
// deck goes in; the page fills while the pairs of the story are compared, and asks
// for the pair that reports a fact.
//
//	storypage  the rows and what keys and the mouse do
//	open       which pair is opened from the chosen fact, and facts in conflict
//	rows       which facts are listed, and in what order
//	draw       the lines
package storypage

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
	"parallax/ui/keys"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A Page is what the articles of a story report: in each row a fact, in each
// column an article, and below the table what each says of the fact that is
// chosen. It fills while the pairs of the story are compared.
type Page struct {
	screen.Canvas
	deck     *session.Deck
	ways     Ways
	articles []int // of the story, by number
	title    string
	names    []string // of the columns, whole
	short    []string // as they head the columns
	column   int      // the width of one
	table    *coverage.Table
	figured  map[int][]string // by fact: the numbers it is told with, by article
	gathered int              // how many pairs were settled when the table was made
	judged   int              // how often a judge had answered then

	filter    *factFilter
	order     int // an index into orders
	rows      []row
	row, col  int  // the chosen cell
	moved     bool // the reader chose a row: it stays chosen when there are more
	aside     bool // the reader chose a column: it stays chosen when a conflict is between others
	marked    int  // the column to open beside the chosen one; -1 for the best
	firstRow  int  // the first that there is room for, and so on
	firstCol  int
	firstSaid int // the first line of what each says
	made      []string
}

// A row is a fact, or a sentence that one article alone tells.
type row struct {
	fact  int            // an index into the table's Facts; -1 for none
	alone coverage.Place // where there is no fact
}

// Ways lead from the page of a story to what is not a pair of it.
type Ways struct {
	Versions  func(article int) screen.Request       // to the log of an article's versions
	Browse    func(a *corpus.Article) screen.Request // to its address
	NextStory screen.Request                         // to the next story with a fact in conflict
}

// New returns the page of the story that is read.
func New(d *session.Deck, ways Ways) *Page {
	articles, members := d.Story().Articles, d.Story().Members(d.Articles)
	s := &Page{deck: d, ways: ways, articles: articles, column: leastColumn, marked: -1, gathered: -1, filter: &filters[0]}
	s.title, s.names = story.Title(members), corpus.Names(members...)
	s.gather()
	return s
}

// pair returns the pair of two articles by their places in the story.
func (s *Page) pair(i, j int) session.Pair { return session.Pair{s.articles[i], s.articles[j]} }

// Survey asks for the comparison of all pairs of the story, as far as the story
// is not too large.
func (s *Page) Survey() screen.Request { return screen.Survey(session.TablePairs(s.articles)) }

// settled returns how many pairs were compared or cannot be, and how many there
// are.
func (s *Page) settled() (known, all int) {
	pairs := session.TablePairs(s.articles)
	return s.deck.SettledOf(pairs), len(pairs)
}

// gather makes the table anew of what was compared. In a large story it waits
// until there is a twentieth more, since that takes a while.
func (s *Page) gather() {
	known, all := s.settled()
	more := s.deck.Judged() != s.judged
	if !more && (known == s.gathered || s.gathered > 0 && known < all && known-s.gathered < all/20) {
		return
	}
	s.gathered, s.judged = known, s.deck.Judged()
	was, ok := s.place()
	ok = ok && s.moved
	s.table, s.figured = s.deck.Table(s.articles), nil
	s.list()
	if ok {
		s.find(was)
	}
}

// place returns a sentence of the chosen row, by which it is found again when
// the table was made anew.
func (s *Page) place() (coverage.Place, bool) {
	if s.row >= len(s.rows) {
		return coverage.Place{}, false
	}
	return s.placeOf(s.rows[s.row]), true
}

func (s *Page) placeOf(r row) coverage.Place {
	if r.fact < 0 {
		return r.alone
	}
	return s.table.Facts[r.fact].Label
}

// find chooses the row that has a sentence.
func (s *Page) find(p coverage.Place) {
	for n, r := range s.rows {
		if r.fact < 0 && r.alone == p || r.fact >= 0 && slices.Contains(s.table.Facts[r.fact].Cells[p.Article].Sentences, p.Sentence) {
			s.row = n
			return
		}
	}
	s.row = min(s.row, max(0, len(s.rows)-1))
}

// list makes the rows that pass the filter, in their order.
func (s *Page) list() {
	s.rows = s.rows[:0]
	if s.filter.alone {
		for _, sentence := range s.table.Alone[s.col] {
			s.rows = append(s.rows, row{-1, coverage.Place{Article: s.col, Sentence: sentence}})
		}
		return
	}
	for n := range s.table.Facts {
		if s.filter.passes(s, n) {
			s.rows = append(s.rows, row{fact: n})
		}
	}
	slices.SortStableFunc(s.rows, func(a, b row) int { return orders[s.order].compare(s, a.fact, b.fact) })
}

func (s *Page) Name() string { return "story" }

func (s *Page) Lines() []string { return s.made }

func (s *Page) Fit(c screen.Canvas) {
	s.Canvas = c
	s.column = s.columnWidth()
	s.short, s.figured = coverage.ShortNames(s.table.Articles, s.column-1), nil
	s.draw()
}

func (s *Page) Hints() []keys.Hint {
	return []keys.Hint{keys.Accept.To("open the pair"), keys.Cancel.To("close"), keys.StoryConflicts.To("conflicts"), keys.ToggleHelp.To("help"), keys.StoryAlone.To("only in one"), keys.StoryLeftOut.To("left out"),
		keys.StoryOrder.To("order"), keys.StoryMark.To("mark a column"), keys.StoryNumbers.To("numbers"), keys.StoryQuotations.To("quotations")}
}

func (s *Page) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case session.ComparedMsg, session.RecalledMsg:
		s.gather()
		s.draw()
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.MouseWheelMsg:
		s.move(screen.Notch(msg.Button), 0)
	case tea.MouseClickMsg:
		row, col, ok := s.cellAt(msg.X, msg.Y)
		switch {
		case msg.Button != tea.MouseLeft:
		case msg.Y == 0 && s.above() >= 3: // the story's title
			return s, screen.Perform(keys.OpenStories)
		case msg.Y == s.above()-1 && col >= 0: // the heads of the columns
			s.move(0, col-s.col)
		case !ok:
		case row == s.row && (col == s.col || col < 0):
			return s.take()
		default:
			if col < 0 {
				col = s.col
			}
			s.move(row-s.row, col-s.col)
		}
	}
	return s, nil
}

// press does what a key asks for.
func (s *Page) press(msg tea.KeyPressMsg) (screen.Screen, screen.Request) {
	do := s.Keys.ActionOf(keys.InStory, msg)
	for n := range filters {
		if f := &filters[n]; f.do == do && do != "" {
			switch {
			case s.filter == f:
				s.show(&filters[0])
			case do == keys.StoryConflicts:
				return s, s.seekConflicts()
			default:
				s.show(f)
			}
			return s, nil
		}
	}
	switch do {
	case keys.ListDown, keys.StoryDown:
		s.move(1, 0)
	case keys.ListUp, keys.StoryUp:
		s.move(-1, 0)
	case keys.CellLeft, keys.StoryLeft:
		s.move(0, -1)
	case keys.CellRight, keys.StoryRight:
		s.move(0, 1)
	case keys.PageDown:
		s.scroll(1)
	case keys.PageUp:
		s.scroll(-1)
	case keys.ToStart:
		s.move(-len(s.rows), 0)
	case keys.ToEnd:
		s.move(len(s.rows), 0)
	case keys.StoryMark:
		if s.marked == s.col {
			s.marked = -1
		} else {
			s.marked = s.col
		}
		s.draw()
	case keys.StoryOrder:
		was, ok := s.place()
		s.order = (s.order + 1) % len(orders)
		s.list()
		if ok {
			s.find(was)
		}
		s.draw()
	case keys.Accept:
		return s.take()
	case keys.Cancel:
		return nil, screen.Survey(nil)
	case keys.OpenVersions:
		return s, s.ways.Versions(s.articles[s.col])
	case keys.OpenAddress:
		return s, s.ways.Browse(s.table.Articles[s.col])
	case keys.ToggleHelp, keys.OpenConflicts, keys.Suspend, keys.Quit:
		return s, screen.Perform(do)
	}
	return s, nil
}

// show changes the filter, staying with the fact that is chosen where it passes.
func (s *Page) show(f *factFilter) {
	was, ok := s.place()
	s.filter, s.firstSaid = f, 0
	s.list()
	if s.row = 0; ok {
		s.find(was)
	}
	s.draw()
}

// move goes down and to the right.
func (s *Page) move(down, right int) {
	s.moved, s.aside = s.moved || down != 0, s.aside || right != 0
	s.row = max(0, min(s.row+down, len(s.rows)-1))
	col := max(0, min(s.col+right, len(s.articles)-1))
	if down != 0 {
		s.firstSaid = 0
	}
	if right == 0 {
		s.face()
		col = s.col
	}
	if col != s.col {
		s.col = col
		if s.filter.ofColumn || orders[s.order].ofColumn {
			was, ok := s.place()
			s.list()
			s.row = 0
			if ok && !s.filter.ofColumn {
				s.find(was)
			}
		}
	}
	s.draw()
}

// scroll moves what each says of the fact by half its lines.
func (s *Page) scroll(by int) {
	s.firstSaid = max(0, s.firstSaid+by*max(1, s.saidLines()/2))
	s.draw()
}
