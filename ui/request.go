package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/session"
)

// A request is what a key or a screen asks of the model. It is carried out in
// the Update that it was made in: a command that brought it as a message would
// arrive after the keys that were typed ahead. The commands that it returns are
// effects only: what reads, writes, compares or waits.
type request func(*model) tea.Cmd

// effect asks for a command to be run; nil for none.
func effect(cmd tea.Cmd) request {
	if cmd == nil {
		return nil
	}
	return func(*model) tea.Cmd { return cmd }
}

// openPair closes all screens and reads a pair, at a sentence of it when at is
// not nil.
func openPair(p session.Pair, at *session.Cursor) request {
	return func(m *model) tea.Cmd {
		m.screens = nil
		cmd := m.openPair(p)
		if at != nil {
			m.goTo(at.Side, at.Sentence)
		}
		return cmd
	}
}

// openPairFrom does so, and keeps the screen to come back to.
func openPairFrom(from screen, p session.Pair, at *session.Cursor) request {
	return func(m *model) tea.Cmd {
		back := slices.DeleteFunc(slices.Clone(m.screens), func(s screen) bool { return s == from })
		cmd := openPair(p, at)(m)
		m.back = append(back, from)
		return cmd
	}
}

// openStory closes all screens and reads the first pair of a story.
func openStory(i int) request {
	return func(m *model) tea.Cmd {
		m.screens = nil
		return m.openStory(i)
	}
}

// put closes all screens and puts an article into a pane.
func put(side diffview.Side, article int) request {
	return func(m *model) tea.Cmd {
		m.screens = nil
		return m.put(side, article)
	}
}

// perform does what the key of an action would.
func perform(do keys.Action) request {
	return func(m *model) tea.Cmd {
		m.pressed = ""
		return m.perform(do)
	}
}

// say says something in the line below the text, until the next key.
func say(text string) request {
	return func(m *model) tea.Cmd {
		m.message = text
		return nil
	}
}

// openScreen opens a screen above the one that asks.
func openScreen(s screen) request {
	return func(m *model) tea.Cmd {
		m.open(s)
		return nil
	}
}

// survey asks for the figures of pairs, in their order, in place of those that
// were asked for before. They come with the comparison of each pair.
func survey(pairs []session.Pair) request {
	return func(m *model) tea.Cmd {
		m.deck.Survey(pairs)
		return m.deck.Fetch()
	}
}
