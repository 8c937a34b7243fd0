package ui

import (
	"sort"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
)

// onlyOne names the stops of sentences that only one article has.
const onlyOne = "sentence that only one has"

// noSentence answers what is asked of a sentence where there is none.
const noSentence = "there is no sentence to read in this pair"

// A landing is the stop that was gone to, for as long as its sentence is read.
type landing struct {
	stop
	what  string // what was sought: "conflict"
	n, of int    // it is stop n of so many, from 1
	lit   bool   // until the next key
}

// seek jumps to the next of what finds, or says that there is none.
func seek(by int, what string, find func(*page, diffview.Side) []stop) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		p := m.reader.page
		if m.reader.empty() {
			m.message = noSentence
			return nil
		}
		focus := m.reader.focus
		stops := find(p, focus)
		at := m.nextStop(stops, by, what)
		switch {
		case at >= 0:
			m.reader.visit(stops[at].Cursor)
			m.landed = landing{stops[at], what, at + 1, len(stops), true}
			return nil
		case len(stops) == 0 && p.key.view.Apart:
			m.message = "no " + what + " in this article"
		case len(stops) == 0:
			m.message = "no " + what + " in this pair"
		case by > 0:
			m.message = "no " + what + " further down"
		default:
			m.message = "no " + what + " further up"
		}
		return nil
	}
}

// nextStop returns the first of the stops beyond where the reader is, in a
// direction; -1 when there is none. From a stop it goes on to the next, even in
// the same sentence; a sentence that was come to otherwise is not passed over.
func (m *model) nextStop(stops []stop, by int, what string) int {
	p, focus := m.reader.page, m.reader.focus
	here, start := p.index(focus, m.reader.Cursor), -1
	if m.landed.what == what && m.landed.Cursor == m.reader.Cursor {
		start = m.landed.start
	}
	beyond := sort.Search(len(stops), func(i int) bool {
		at := p.index(focus, stops[i].Cursor)
		return at > here || at == here && stops[i].start > start
	})
	if by > 0 {
		if beyond < len(stops) {
			return beyond
		}
		return -1
	}
	for i := beyond - 1; i >= 0; i-- {
		if at := p.index(focus, stops[i].Cursor); at < here || at == here && stops[i].start < start {
			return i
		}
	}
	return -1
}
