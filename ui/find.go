package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/find"
	"parallax/ui/keys"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// Finding words, on the page and in all articles: where they are, the line they
// are typed into and the list are package find's.

// openFind opens the line. What is typed is found at once, from where one
// reads, or as soon as the pair is compared; esc returns there.
func (m *model) openFind() tea.Cmd {
	pair, before, old := m.deck.Wanted(), m.viewport.Place, m.find
	from, ok := m.cursor()
	if !ok {
		from.Sentence = page.AnySentence
	}
	// The page can be another one meanwhile: its comparison came.
	back := func() {
		if p := m.pageRead(); ok && p != nil && p.Pair == pair {
			m.viewport.Place = before
			m.viewport.Height = 0 // show it anew
			m.viewport.Show(p.Of(before.Home.Side), m.bodyHeight(), false)
		}
	}
	m.open(find.NewLine(
		func(query string) {
			if m.find.Type(query, from); m.find.Query() == "" {
				back()
			}
			m.refind()
		},
		func(by int) {
			if c, ok := m.cursor(); ok && m.finds() > 0 {
				hit, _ := m.find.Step(c, by)
				m.goToHit(hit)
			}
		},
		func(keep bool) {
			switch {
			case !keep:
				m.find = find.Search{}
				back()
			case m.find.Query() == "":
				m.find = old.Anew()
			case m.pageRead() != nil:
				m.message = m.counted()
			}
		},
		func() string { return m.find.Count() },
	))
	return nil
}

// refind searches the page that is shown now, if it is another.
func (m *model) refind() {
	p := m.pageRead()
	if p == nil {
		return
	}
	c, ok := m.cursor()
	if hit, going := m.find.Turn(p, c, ok); going {
		m.goToHit(hit)
	}
}

// finds returns how many finds the page shows.
func (m *model) finds() int {
	all, _ := m.find.Hits()
	return len(all)
}

// goToHit goes to a hit.
func (m *model) goToHit(h find.Hit) {
	m.viewport.GoTo(h.Cursor)
	m.viewport.SeeByte(h.Side, h.Span.Start)
}

// findBy goes to the next find in a direction, and says which of them it is.
func findBy(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		s := &m.find
		c, ok := m.cursor()
		switch {
		case s.Query() == "":
			m.message = "no search yet; press " + m.Keys.KeyOf(keys.FindHere)
		case !ok:
			m.message = noSentence
		case m.finds() == 0:
			m.message = m.counted()
		default:
			hit, round := s.Step(c, by)
			m.goToHit(hit)
			m.message = m.counted()
			if round && m.finds() > 1 {
				m.message += map[int]string{1: " · wrapped to the top", -1: " · wrapped to the end"}[by]
			}
		}
		return nil
	}
}

// counted says which find one is at, and how to see those that are not shown.
func (m *model) counted() string {
	s := &m.find
	said := "“" + s.Query() + "”: " + s.Count()
	if !s.Folded() {
		return said
	}
	var unfold []string
	if !m.furniture {
		unfold = append(unfold, m.Keys.KeyOf(keys.ToggleFurniture))
	}
	if m.agreed {
		unfold = append(unfold, m.Keys.KeyOf(keys.FoldAgreed))
	}
	if len(unfold) > 0 {
		said += " (" + strings.Join(unfold, " or ") + " unfolds)"
	}
	return said
}

// openFindAll opens the list as it was left, or empty at first.
func (m *model) openFindAll() tea.Cmd {
	if m.all == nil || !m.all.Of(m.deck.Articles) {
		m.all = find.NewEverywhere(m.deck.Articles, openFound)
	}
	m.open(m.all)
	return m.carryOut(m.all.Resume())
}

// openFound asks for a pair with an article that was found, at the sentence, with
// the words lit that were searched for.
func openFound(article, sentence int, query string) screen.Request {
	return request(func(m *model) tea.Cmd {
		m.find = find.For(query)
		p, side := m.deck.Around(article)
		return m.OpenPair(p, &session.Cursor{Side: side, Sentence: sentence}, nil)
	})
}
