package ui

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/story"
	"parallax/ui/keep"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// The reader knows better than any measure what belongs together: an article can
// be moved to another story, and a story split. Where it was moved to is kept, like
// a bookmark, and holds whenever the articles are grouped anew.

// readMoves reads what was moved in former sessions, and regroups the deck.
func (m *model) readMoves() {
	moves, err := keep.ReadMoves(m.options.Folders.Moves())
	if err != nil {
		m.message = "stories: " + err.Error()
		return
	}
	m.moves = moves
	m.deck = m.regrouped(m.deck)
}

// regrouped returns a deck of the articles of another, in the stories into which
// they were moved.
func (m *model) regrouped(d *session.Deck) *session.Deck {
	all := m.moves.All()
	if len(all) == 0 && !d.Moved() {
		return d
	}
	at := m.options.names().Numbers(d.Articles)
	var moves []story.Move
	for _, mv := range all {
		move := story.Move{With: -1}
		var there, known bool
		if move.Article, there = at[mv.Article]; !there {
			continue
		}
		if mv.With != "" {
			if move.With, known = at[mv.With]; !known {
				continue
			}
		}
		moves = append(moves, move)
	}
	return d.WithMoves(moves)
}

// openMoves lists where the article of the pane that is read can be moved to.
func (m *model) openMoves() tea.Cmd {
	file := m.options.Folders.Moves()
	if file == "" {
		m.message = "no folder to keep this in: set HOME or XDG_DATA_HOME"
		return nil
	}
	side := m.viewport.Focus
	pair := m.deck.Wanted()
	here, beside := pair[side], pair[side.Other()]
	columns := []list.Column{{Head: "story"}, {Head: "outlets", Part: quiet, Most: 20, Tail: true}, {Head: "date", Part: quiet, Most: 17}, {Head: "articles", Most: 8, End: true}}
	var entries []list.Entry
	var do []deed
	add := func(to deed, cells ...string) {
		entries, do = append(entries, list.Entry{Cells: append(cells, make([]string, len(columns)-len(cells))...)}), append(do, to)
	}
	name := m.options.names().Of(m.deck.Articles[here])
	other := m.options.names().Of(m.deck.Articles[beside])
	home := m.deck.StoryOf(here)
	if len(home) > 1 {
		add(move("in a story of its own now", name, keep.Move{Article: name}), "a story of its own")
	}
	if len(home) != 2 || !slices.Contains(home, beside) {
		add(move("both in a story of their own now", name, keep.Move{Article: other}, keep.Move{Article: name, With: other}),
			"a story of its own, with the article on the "+sideNames[side.Other()])
	}
	if m.moves.Of(name) {
		add(move("back in the story where its content puts it", name), "back to where its content puts it")
	}
	for _, s := range m.deck.All() {
		if slices.Contains(s.Articles, here) {
			continue
		}
		members := s.Members(m.deck.Articles)
		title := story.Title(members)
		with := m.options.names().Of(members[0])
		add(move(fmt.Sprintf("moved to “%s”", title), name, keep.Move{Article: name, With: with}), title, label.Outlets(members), label.Days(members), strconv.Itoa(len(members)))
	}
	c := screen.NewChooser("move "+m.deck.Articles[here].Name()+" to", columns, entries, 0, func(i int) screen.Request { return asked(do[i]) })
	c.Say = "move"
	m.open(c)
	return nil
}

// move is the request that moves an article: it holds at once, and is written in
// the background.
func move(said, article string, now ...keep.Move) deed {
	return func(m *model) tea.Cmd {
		m.screens = nil
		m.moves = m.moves.Changed(article, now...)
		m.exchange(m.regrouped(m.deck))
		m.message = said
		w := &moving{file: m.options.Folders.Moves(), article: article, now: now}
		if !m.moving.Add(w) {
			return m.deck.Fetch()
		}
		return tea.Batch(m.deck.Fetch(), w.write)
	}
}

// A moving is a move that is to be written. They are written one after the other;
// those that are not yet stay in the model.
type moving struct {
	file, article string
	now           []keep.Move
	task          keep.Task
}

// do writes a move, once.
func (w *moving) do() error {
	return w.task.Do(func() error { return keep.ChangeMoves(w.file, w.article, w.now...) })
}

func (w *moving) write() tea.Msg { return movedMsg{w, w.do()} }

// movedMsg says that a move was written, or why not.
type movedMsg struct {
	of  *moving
	err error
}

// moveWritten has the next move written.
func (m *model) moveWritten(msg movedMsg) (next tea.Cmd) {
	if w, ok := m.moving.Next(msg.of); ok {
		next = w.write
	}
	if msg.err != nil {
		m.message = "moved until you leave, not saved: " + msg.err.Error()
	}
	return next
}

// keepMoving writes the moves that were still to be written when the reader was
// left.
func (m *model) keepMoving() error {
	var lost []error
	for _, w := range m.moving.Rest() {
		lost = append(lost, w.do())
	}
	return errors.Join(lost...)
}
