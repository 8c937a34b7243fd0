package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// What a key on the page does, and what screens ask for: see package screen.

// A handler does what a key asks for.
type handler func(*model) tea.Cmd

// request returns what the reader does as what a screen asks for.
func request(do handler) screen.Request {
	return func(r screen.Reader) tea.Cmd { return do(r.(*model)) }
}

// Say says something in the line below the text, until the next key.
func (m *model) Say(text string) { m.message = text }

// Perform does what the key of an action does on the page.
func (m *model) Perform(do keys.Action) tea.Cmd { return m.perform(do) }

// OpenPair closes all screens and reads a pair, at a sentence of it when at is
// not nil; back is a screen to come back to, with those below it.
func (m *model) OpenPair(p session.Pair, at *session.Cursor, back screen.Screen) tea.Cmd {
	below := slices.DeleteFunc(slices.Clone(m.screens), func(s screen.Screen) bool { return s == back })
	m.screens = nil
	cmd := m.openPair(p)
	if at != nil {
		m.goTo(at.Side, at.Sentence)
	}
	if back != nil {
		m.back = append(below, back)
	}
	return cmd
}

// AtConflict points out a conflict in the sentence that a pair was opened at, now or
// when the pair is there.
func (m *model) AtConflict(start int) {
	if m.pageRead() != nil {
		m.pointOut(start)
	} else if m.target != nil {
		m.target.words = start
	}
}

// Survey asks for the figures of pairs, in place of those that were asked for
// before. They come at once where an earlier run has compared them, and else with
// the comparison of each pair.
func (m *model) Survey(pairs []session.Pair) tea.Cmd {
	return tea.Batch(m.deck.Survey(pairs), m.deck.Fetch())
}

// openStory closes all screens and reads the first pair of a story.
func openStory(i int) screen.Request {
	return request(func(m *model) tea.Cmd {
		m.screens = nil
		return m.openStory(i)
	})
}

// put closes all screens and puts an article into a pane.
func put(side diffview.Side, article int) screen.Request {
	return request(func(m *model) tea.Cmd {
		m.screens = nil
		return m.put(side, article)
	})
}
