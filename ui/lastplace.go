package ui

import (
	"slices"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/keep"
	"parallax/ui/page"
	"parallax/ui/session"
)

// corpusPaths returns what the corpus was opened from, absolute; false where
// that is nothing to come back to.
func (o Options) corpusPaths() ([]string, bool) {
	paths := make([]string, len(o.Paths))
	for i, p := range o.Paths {
		if p == "-" {
			return nil, false // other articles come down the pipe each time
		}
		paths[i] = o.names().Absolute(p)
	}
	return paths, true
}

// place returns where the reader is.
func (m *model) place() keep.Place {
	wanted := m.deck.Wanted()
	l := keep.Place{Furniture: m.furniture, Agreed: m.agreed}
	if m.view != nil {
		l.View = m.view.Name
	}
	l.Paths, _ = m.options.corpusPaths()
	for side, i := range wanted {
		l.Pair[side] = m.options.names().Of(m.deck.Articles[i])
	}
	at, ok := m.cursor()
	if t := m.target; t != nil && t.pair == wanted && t.Sentence != page.AnySentence {
		at, ok = t.Cursor, true // its pair is still being compared
	}
	if ok {
		l.Sentence = m.options.names().Anchor(m.deck.Articles[wanted[at.Side]], at.Sentence)
		l.Right = at.Side == diffview.Right
	}
	return l
}

// comeBack goes to where the corpus was left, as far as it is still there. It
// reports whether the pair is.
func (m *model) comeBack(l *keep.Place) bool {
	if l == nil {
		return false
	}
	at := m.options.names().Numbers(m.deck.Articles)
	left, ok := at[l.Pair[0]]
	right, ok2 := at[l.Pair[1]]
	if !ok || !ok2 {
		return false
	}
	if slices.Contains(layout.ViewNames(), l.View) && m.options.Settings.View == "" {
		m.view = layout.ViewNamed(l.View)
	}
	m.furniture, m.agreed = l.Furniture, l.Agreed
	m.deck.Open(session.Pair{left, right})
	m.landing = false
	if m.message == "" {
		m.message = "resumed where you left off; --fresh starts over"
	}
	side := diffview.Left
	if l.Right {
		side = diffview.Right
	}
	if s, ok := l.Sentence.Find(m.deck.Articles[session.Pair{left, right}[side]]); ok {
		m.goTo(side, s)
	}
	return true
}

// comeBackTo goes to where the corpus was left, now or when all of it is read.
func (m *model) comeBackTo(l *keep.Place) {
	if !m.comeBack(l) && m.source.Reading() {
		m.resume = l
	}
}

// comeBackLate goes to where the corpus was left when all of it is read, unless
// the reader has begun elsewhere.
func (m *model) comeBackLate() {
	if m.resume != nil && !m.greeted {
		m.comeBack(m.resume)
	}
	m.resume = nil
}
