package ui

import (
	"cmp"

	"parallax/diffview/layout"
	"parallax/ui/page"
	"parallax/ui/session"
	"parallax/ui/settings"
)

// narrow returns the width in cells below which both texts are in one column.
func (m *model) narrow() int { return cmp.Or(m.options.Settings.Narrow, settings.DefaultNarrow) }

// shownView returns the view that the width allows.
func (m *model) shownView() *layout.View {
	switch {
	case m.Width < m.narrow():
		return layout.Unified
	case m.view != nil:
		return m.view
	}
	return m.suited()
}

// turnTo puts the page of a reading before the reader.
func (m *model) turnTo(c *session.Reading) {
	old := m.viewport.Page
	if old != nil && old.Key.Pair != c.Pair {
		// These name sentences of the pair that was read.
		m.landed, m.opened, m.words.step = landing{}, page.Fold{}, 0
	}
	k := page.Key{Pair: c.Pair, Judged: c.Judged != nil, Kin: m.deck.Kin(c.Pair), View: m.shownView(), Width: m.Width, Measure: m.options.Settings.Measure, Furniture: m.furniture, Agreed: m.agreed, Opened: m.opened, Method: m.Method}
	if old != nil && old.Key == k {
		return
	}
	if old != nil && old.Key.Pair == c.Pair && old.Key.Judged != k.Judged {
		m.landed = landing{} // it names conflicts of the page before
	}
	p, ok := m.pages.Get(k)
	if !ok {
		p = page.New(k, c)
		m.pages.Put(k, p)
	}
	steady := false
	switch {
	case old != nil && old.Key.Pair == k.Pair:
		steady = old.Key.Judged != k.Judged || old.Key.Furniture != k.Furniture || old.Key.Agreed != k.Agreed || old.Key.Opened != k.Opened ||
			old.Key.View.Apart != k.View.Apart
	case old != nil && old.Key.Pair == k.Pair.Mirror():
		m.places.Put(old.Key.Pair, m.viewport.Place)
		m.viewport.Place = m.viewport.Across(p)
	default:
		if old != nil {
			m.places.Put(old.Key.Pair, m.viewport.Place)
		}
		if m.viewport.Place, ok = m.places.Get(k.Pair); !ok {
			m.viewport.Place = page.Opening(p.Start())
		}
	}
	m.viewport.Height = 0
	m.viewport.Show(p.Of(m.viewport.Home.Side), m.bodyHeight(), steady)
	if to := m.target; to != nil && to.pair == k.Pair {
		m.viewport.Reach(to.Cursor)
		m.pointOut(to.words)
	}
	m.target = nil
}

// bodyHeight returns the lines left for the text.
func (m *model) bodyHeight() int {
	return max(1, m.Height-len(m.chrome.head)-len(m.chrome.foot))
}

// suited returns the view that suits the pair that is read, where none was asked
// for. It stays the same when a judge finds more.
func (m *model) suited() *layout.View {
	wanted := m.deck.Wanted()
	if v := m.suits[wanted]; v != nil {
		return v
	}
	r, ok := m.deck.Reading(wanted)
	if !ok {
		return layout.Views[0]
	}
	v := layout.Suited(r.Shares)
	m.suits[wanted], m.suits[wanted.Mirror()] = v, v
	return v
}
