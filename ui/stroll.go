package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/session"
)

// A stroll goes from pair to pair until one has a conflict. Pairs are compared
// on the way; any key ends it.
type stroll struct {
	pair session.Pair // where it began
	at   session.Cursor
}

// seekConflict jumps to the next conflict of the pair, or else to the first of
// the next pair that has one, across stories.
func seekConflict(by int) deed {
	find := (*page.Page).ConflictStops
	return func(m *model) tea.Cmd {
		focus := diffview.Side(m.viewport.Focus)
		if m.stroll != nil && !m.viewport.Empty() {
			m.viewport.End(by < 0)
		}
		if p := m.viewport.Page; !m.viewport.Empty() && m.nextStop(find(p, focus), by, "conflict") >= 0 {
			cmd := seek(by, "conflict", find)(m)
			if m.stroll != nil {
				m.stroll, m.message = nil, "this conflict is between "+p.Articles[diffview.Left].Name()+" and "+p.Articles[diffview.Right].Name()
			}
			return cmd
		}
		return m.strollOn(by)
	}
}

// strollOn goes to the next pair that may have a conflict. Where there is none it
// goes back to where the stroll began.
func (m *model) strollOn(by int) tea.Cmd {
	if m.stroll == nil {
		m.stroll = &stroll{m.deck.Wanted(), m.viewport.Cursor}
	}
	for m.deck.Step(by) {
		p := m.deck.Wanted()
		if f, known := m.deck.Figure(p); known && f.Conflicts == 0 || m.deck.Failure(p) != "" {
			continue
		}
		do := keys.NextConflict
		if by < 0 {
			do = keys.PrevConflict
		}
		m.awaited = awaited{p, do}
		m.message = "looking for a conflict in other pairs …"
		return m.deck.Fetch()
	}
	from := m.stroll
	m.stroll = nil
	m.deck.Open(from.pair)
	m.goTo(from.at.Side, from.at.Sentence)
	m.message = map[int]string{1: "no conflict further on, in this pair or the next ones", -1: "no conflict before this, in this pair or those before"}[by]
	return m.deck.Fetch()
}
