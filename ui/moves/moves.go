// Package moves is the articles that were moved to other stories, and stories that
// were split: the reader knows better than any measure what belongs together. A
// deck goes in and comes out regrouped, whenever its articles are grouped anew; a
// list says where an article can be moved to. Package keep has the file.
package moves

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/ui/keep"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// Moves are what was moved, in this session and before.
type Moves struct {
	file    string // "" where none are kept
	names   keep.Names
	moves   keep.Moves
	waiting keep.Queue[*moving] // that are not written yet
}

// Read returns what was moved in former sessions, as a file has it; names are those
// of its articles.
func Read(file string, names keep.Names) (*Moves, error) {
	moves, err := keep.ReadMoves(file)
	return &Moves{file: file, names: names, moves: moves}, err
}

// Regroup returns a deck of the articles of another, in the stories into which
// they were moved.
func (m *Moves) Regroup(d *session.Deck) *session.Deck {
	all := m.moves.All()
	if len(all) == 0 && !d.Moved() {
		return d
	}
	at := m.names.Numbers(d.Articles)
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

// List lists where an article can be moved to from its story; beside is the one
// that it is read beside, on a side. Moved is done when it was.
func (m *Moves) List(d *session.Deck, here, beside int, side diffview.Side, moved func(said string) tea.Cmd) screen.Screen {
	columns := []list.Column{{Head: "story"}, {Head: "outlets", Part: look.Quiet, Most: 20, Tail: true}, {Head: "date", Part: look.Quiet, Most: 17}, {Head: "articles", Most: 8, End: true}}
	var entries []list.Entry
	var do []screen.Request
	name, other := m.names.Of(d.Articles[here]), m.names.Of(d.Articles[beside])
	add := func(said string, now []keep.Move, cells ...string) {
		entries = append(entries, list.Entry{Cells: append(cells, make([]string, len(columns)-len(cells))...)})
		do = append(do, m.move(name, now, func() tea.Cmd { return moved(said) }))
	}
	home := d.StoryOf(here)
	if len(home) > 1 {
		add("in a story of its own now", []keep.Move{{Article: name}}, "a story of its own")
	}
	if len(home) != 2 || !slices.Contains(home, beside) {
		add("both in a story of their own now", []keep.Move{{Article: other}, {Article: name, With: other}}, "a story of its own, with the article on the "+label.Sides[side])
	}
	if m.moves.Of(name) {
		add("back in the story where its content puts it", nil, "back to where its content puts it")
	}
	for _, s := range d.All() {
		if slices.Contains(s.Articles, here) {
			continue
		}
		members := s.Members(d.Articles)
		title := story.Title(members)
		add(fmt.Sprintf("moved to “%s”", title), []keep.Move{{Article: name, With: m.names.Of(members[0])}}, title, label.Outlets(members), label.Days(members), strconv.Itoa(len(members)))
	}
	c := screen.NewChooser("move "+d.Articles[here].Name()+" to", columns, entries, 0, func(i int) screen.Request { return do[i] })
	c.Say = "move"
	return c
}

// move moves an article: it holds at once, and is written in the background.
func (m *Moves) move(article string, now []keep.Move, moved func() tea.Cmd) screen.Request {
	return func(screen.Reader) tea.Cmd {
		m.moves = m.moves.Changed(article, now...)
		cmd := moved()
		w := &moving{file: m.file, article: article, now: now}
		if !m.waiting.Add(w) {
			return cmd
		}
		return tea.Batch(cmd, w.write)
	}
}

// A moving is a move that is to be written. They are written one after the other;
// those that are not yet wait.
type moving struct {
	file, article string
	now           []keep.Move
	task          keep.Task
}

// do writes a move, once.
func (w *moving) do() error {
	return w.task.Do(func() error { return keep.ChangeMoves(w.file, w.article, w.now...) })
}

func (w *moving) write() tea.Msg { return Written{w, w.do()} }

// Written tells that a move was written, or why not.
type Written struct {
	of  *moving
	err error
}

// Take has the next move written, and says what went wrong with the last.
func (m *Moves) Take(msg Written) (problem string, next tea.Cmd) {
	if w, ok := m.waiting.Next(msg.of); ok {
		next = w.write
	}
	if msg.err != nil {
		problem = "moved until you leave, not saved: " + msg.err.Error()
	}
	return problem, next
}

// Finish writes the moves that were still to be written when the reader was left.
func (m *Moves) Finish() error {
	var lost []error
	for _, w := range m.waiting.Rest() {
		lost = append(lost, w.do())
	}
	return errors.Join(lost...)
}
