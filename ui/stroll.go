package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/session"
	"parallax/ui/storypage"
)

// A stroll goes from pair to pair until one has a conflict. Pairs are compared
// on the way; any key ends it.
type stroll struct {
	pair session.Pair // where it began
	at   session.Cursor
}

// seekConflict jumps to the next conflict of the pair, or else to the first of
// the next pair that has one, across stories.
func seekConflict(by int) handler {
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

// A tour goes from story to story until one has a fact in conflict. Their pairs are
// compared on the way; any key ends it.
type tour struct {
	from, at int // stories: where it began, and which is looked into
}

// seekStory goes to the page of the next story that has a fact in conflict.
func (m *model) seekStory() tea.Cmd {
	m.tour = &tour{from: m.deck.Position().Story, at: m.deck.Position().Story}
	var pairs []session.Pair
	for _, s := range m.deck.Stories[m.tour.at:] {
		if pairs = append(pairs, session.TablePairs(s.Articles)...); len(pairs) > session.MaxSurveyed {
			break
		}
	}
	m.message = "looking for a conflict in other stories …"
	return tea.Batch(m.deck.Survey(pairs), m.deck.Fetch(), m.tourOn())
}

// tourOn looks into stories as far as they are compared. Where none has a conflict
// the reader stays where the tour began.
func (m *model) tourOn() tea.Cmd {
	t := m.tour
	for ; t != nil && t.at < len(m.deck.Stories); t.at++ {
		articles := m.deck.Stories[t.at].Articles
		pairs := session.TablePairs(articles)
		if m.deck.SettledOf(pairs) < len(pairs) {
			return nil
		}
		if !m.deck.Conflicting(pairs) || !storypage.HasConflict(m.deck.Table(articles)) {
			continue
		}
		m.tour, m.screens = nil, nil
		cmds := []tea.Cmd{m.openStory(t.at), m.openStoryPage()}
		if s, ok := m.top().(*storypage.Page); ok {
			s.ShowConflicts()
		}
		m.message = fmt.Sprintf("no conflict in the story before; this is story %d of %d", t.at+1, len(m.deck.Stories))
		if passed := t.at - t.from; passed > 1 {
			m.message = fmt.Sprintf("no conflict in %d stories before; this is story %d of %d", passed, t.at+1, len(m.deck.Stories))
		}
		return tea.Batch(cmds...)
	}
	if t != nil {
		m.tour, m.message = nil, "no conflict in this story or the next ones"
	}
	return nil
}
