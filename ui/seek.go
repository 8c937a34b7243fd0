package ui

import (
	"slices"
	"sort"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/session"
)

// onlyOne names the stops of sentences that only one article has.
const onlyOne = "sentence that only one article has"

// noSentence answers what is asked of a sentence where there is none.
const noSentence = "no sentences in this pair"

// A landing is the stop that was gone to, for as long as its sentence is read.
type landing struct {
	page.Stop
	what  string // what was sought: "conflict"
	n, of int    // it is stop n of so many, from 1; 0 for none of them
	lit   bool   // until the next key
}

// jumped returns the conflict of a sentence that was jumped to, -1 for none.
func (m *model) jumped(c session.Cursor) int {
	if m.landed.what == "" || m.landed.Cursor != c {
		return -1
	}
	return m.landed.Conflict
}

// pointOut makes a conflict in the current sentence what was jumped to, by the first
// byte of its words. One that is minor is none of those that keys go to.
func (m *model) pointOut(start int) {
	p := m.viewport.Page
	stop, ok := p.ConflictAt(m.viewport.Cursor, start)
	if !ok {
		return
	}
	stops := p.ConflictStops(stop.Side)
	n := slices.IndexFunc(stops, func(s page.Stop) bool { return s.Conflict == stop.Conflict })
	m.landed = landing{stop, "conflict", n + 1, len(stops), true}
}

// seek jumps to the next of what finds, or says that there is none.
func seek(by int, what string, find func(*page.Page, diffview.Side) []page.Stop) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		p := m.viewport.Page
		if m.viewport.Empty() {
			m.message = noSentence
			return nil
		}
		focus := m.viewport.Focus
		stops := find(p, focus)
		at := m.nextStop(stops, by, what)
		switch {
		case at >= 0:
			m.viewport.Visit(stops[at].Cursor)
			m.landed = landing{stops[at], what, at + 1, len(stops), true}
			return nil
		case len(stops) == 0 && what == "conflict" && p.Exact == nil:
			m.message = "no conflict noticed in this pair; most go unnoticed, see " + m.Keys.KeyOf(keys.ToggleHelp)
		case len(stops) == 0 && p.Key.View.Apart:
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
func (m *model) nextStop(stops []page.Stop, by int, what string) int {
	p, focus := m.viewport.Page, m.viewport.Focus
	here, start := p.Index(focus, m.viewport.Cursor), -1
	if m.landed.what == what && m.landed.Cursor == m.viewport.Cursor {
		start = m.landed.Start
	}
	beyond := sort.Search(len(stops), func(i int) bool {
		at := p.Index(focus, stops[i].Cursor)
		return at > here || at == here && stops[i].Start > start
	})
	if by > 0 {
		if beyond < len(stops) {
			return beyond
		}
		return -1
	}
	for i := beyond - 1; i >= 0; i-- {
		if at := p.Index(focus, stops[i].Cursor); at < here || at == here && stops[i].Start < start {
			return i
		}
	}
	return -1
}
