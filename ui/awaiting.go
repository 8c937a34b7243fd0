package ui

import (
	"strings"

	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/session"

	tea "charm.land/bubbletea/v2"
)

// Comparing takes time, and keys are typed ahead of it. Until the pair that was
// asked for is there, the screen shows the one before: what a key does must not
// concern that one.

// A need says what a command needs of the page.
type need uint8

const (
	noPage   need = iota // it works without one
	pageNow              // it is refused while the pair is compared
	pageSoon             // it is done as soon as the pair is compared
)

// An awaited action is what was asked for while its pair was compared; the
// latest one. Its zero value is none.
type awaited struct {
	pair session.Pair
	do   keys.Action
}

// stillComparing refuses what needs a page now. It stays true when the page is
// there a moment later.
const stillComparing = "these two were still being compared; try again"

// pageRead returns the page of the pair on the screen, if it is the one that was
// asked for, and nil otherwise. All that a command knows of a page comes from
// here.
func (m *model) pageRead() *page.Page {
	if p := m.viewport.Page; p != nil && p.Key.Pair == m.deck.Wanted() {
		return p
	}
	return nil
}

// perform carries out an action now, or when its page is there.
func (m *model) perform(do keys.Action) tea.Cmd {
	c, ok := m.commands[do]
	switch {
	case !ok:
		return nil
	case c.needs == noPage || m.pageRead() != nil:
		return c.run(m)
	case m.deck.Failure(m.deck.Wanted()) != "":
		m.message = m.deck.Failure(m.deck.Wanted())
	case c.needs == pageNow:
		m.message = stillComparing
	default:
		m.awaited = awaited{m.deck.Wanted(), do}
	}
	return nil
}

// arrive puts the page of the pair that was asked for before the reader as soon
// as it is compared, and then does what was asked for meanwhile.
func (m *model) arrive() (cmd tea.Cmd) {
	wanted := m.deck.Wanted()
	if m.awaited.pair != wanted {
		m.awaited = awaited{}
	}
	if why := m.unrelated(); why != "" {
		m.putAway(why)
		return nil
	}
	c, ok := m.deck.Reading(wanted)
	if !ok {
		if why := m.deck.Failure(wanted); why != "" {
			m.putAway(why)
		}
		return nil
	}
	before := m.viewport.Page
	m.turnTo(c)
	m.refind()
	if new := before == nil || before.Key.Pair != wanted; new && m.message == "" && !c.Whole() {
		m.message = c.Limited // the line above the text may have no room for it
	}
	if do := m.awaited.do; do != "" {
		m.awaited = awaited{}
		cmd = m.perform(do)
		m.turnTo(c)
		m.refind()
	}
	return cmd
}

// putAway takes the page off the screen, remembers the place on it, and says
// why there is none.
func (m *model) putAway(why string) {
	if p := m.viewport.Page; p != nil {
		m.places.Put(p.Key.Pair, m.viewport.Place)
	}
	m.viewport = page.Viewport{}
	room := max(1, m.Width-2*page.Margin)
	for _, line := range strings.Split(m.Method.Wrap(why, room, ""), "\n") {
		m.viewport.Window = append(m.viewport.Window, m.Compose(m.Width, false, plain.Of(strings.Repeat(" ", page.Margin)), strong.Of(line)))
	}
}
