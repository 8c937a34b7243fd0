package ui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/find"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/page"
	"parallax/ui/session"
)

// step moves the cursor by sentences.
func step(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		m.viewport.Step(by)
		return nil
	}
}

// scroll moves the page by lines that depend on the lines there are room for.
func scroll(lines func(height int) int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		n := lines(m.viewport.Height)
		if n == 0 || (n < 0) != (lines(100) < 0) {
			n = cmp.Compare(lines(100), 0)
		}
		m.viewport.Scroll(n)
		return nil
	}
}

func end(last bool) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		m.viewport.End(last)
		return nil
	}
}

// stepPair goes to the next pair of the story. At the end of the story it offers
// the next one, which the same key then opens.
func stepPair(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		if at := m.deck.Position(); !at.Free && m.offered != by && (by > 0 && at.Pair == at.Pairs-1 && at.Story < at.Stories-1 || by < 0 && at.Pair == 0 && at.Story > 0) {
			next := story.Title(m.deck.Stories[at.Story+by].Members(m.deck.Articles))
			which, do := "last", keys.NextPair
			if by < 0 {
				which, do = "first", keys.PrevPair
			}
			m.offered, m.message = by, fmt.Sprintf("the %s pair of this story; %s again opens “%s”", which, m.Keys.KeyOf(do), next)
			return nil
		}
		m.offered = 0
		if !m.deck.Step(by) {
			m.message = map[int]string{1: "this is the last pair", -1: "this is the first pair"}[by]
		}
		return m.deck.Fetch()
	}
}

func stepStory(by int) func(*model) tea.Cmd {
	return func(m *model) tea.Cmd {
		to := m.deck.Position().Story + by
		if to < 0 || to >= len(m.deck.Stories) {
			m.message = map[int]string{1: "this is the last story", -1: "this is the first story"}[by]
			return nil
		}
		return m.openStory(to)
	}
}

func (m *model) swap() tea.Cmd {
	m.deck.Swap()
	return m.deck.Fetch()
}

// toPartner goes to the sentence of the other article that the current one is
// best linked to.
func (m *model) toPartner() tea.Cmd {
	at, ok := m.cursor()
	if !ok {
		m.message = noSentence
		return nil
	}
	p := m.viewport.Page
	switch row := p.Rows[m.viewport.Current()]; {
	case row.Folded:
		m.opened = page.Fold{Cursor: at, Is: true}
		return nil
	case row.Relation == layout.Furniture && p.Extent(at).Folded:
		return m.fold()
	}
	partners := p.Partners(at)
	if len(partners) == 0 {
		m.message = "no sentence of " + p.NameOf(at.Side.Other()) + " reports this"
		return nil
	}
	m.goTo(partners[0].Side, partners[0].Sentence)
	return nil
}

// otherPane goes to the other pane, at the same height.
func (m *model) otherPane() tea.Cmd {
	m.viewport.Turn()
	m.message = m.article(int(m.viewport.Focus)).Name() + ", on the " + label.Sides[m.viewport.Focus]
	return nil
}

// nextView changes to the next view.
func (m *model) nextView() tea.Cmd {
	at := slices.Index(layout.Views, cmp.Or(m.view, m.suited()))
	return showView(layout.Views[(at+1)%len(layout.Views)])(m)
}

// showView returns the command that changes to a view.
func showView(v *layout.View) handler {
	return func(m *model) tea.Cmd {
		if m.Width < m.narrow() {
			m.message = fmt.Sprintf("two panes need %d columns; this terminal has %d", m.narrow(), m.Width)
			return nil
		}
		m.view = v
		m.message = v.Name + ": " + v.Help
		return nil
	}
}

// foldAgreed folds what both articles agree on, or shows it again.
func (m *model) foldAgreed() tea.Cmd {
	if p := m.pageRead(); p != nil && !m.agreed && !p.Has(func(rows []layout.Row) bool {
		return slices.ContainsFunc(layout.Fold(p.Comparison, rows, nil), func(r layout.Row) bool { return r.Folded })
	}) {
		m.message = "nothing to fold: no sentence is the same in both"
	}
	m.agreed, m.opened = !m.agreed, page.Fold{}
	return nil
}

// fold shows the lines of the page that are not the article, or folds them.
func (m *model) fold() tea.Cmd {
	if p := m.pageRead(); p != nil && !p.Has(func(rows []layout.Row) bool {
		return slices.ContainsFunc(rows, func(r layout.Row) bool { return r.Relation == layout.Furniture })
	}) {
		m.message = "nothing to show: both pages are all article"
	}
	m.furniture = !m.furniture
	return nil
}

func (m *model) switchMouse() tea.Cmd {
	m.freeMouse = !m.freeMouse
	m.message = "the mouse scrolls and selects sentences again"
	if m.freeMouse {
		m.message = "the mouse now selects text; " + m.Keys.KeyOf(keys.ToggleMouse) + " to capture it again"
	}
	return nil
}

// cancel clears matches and highlights, closes the fold that was opened and
// forgets keys pressed ahead; where there is nothing of these it goes back to
// the screen that the pair was opened from, or gives up the judge's answer. A message disappears at any key.
func (m *model) cancel() tea.Cmd {
	if back := m.back; len(back) > 0 && m.find.Query() == "" && !m.words.on && m.opened == (page.Fold{}) && m.awaited == (awaited{}) {
		m.back = nil
		for _, s := range back {
			m.open(s)
		}
		return nil
	}
	if idle := m.find.Query() == "" && !m.words.on && m.opened == (page.Fold{}) && m.awaited == (awaited{}); idle && m.deck.Asking(m.deck.Wanted()) {
		m.deck.StopAsking(m.deck.Wanted())
		m.message = "no longer asking the judge about this pair"
		return nil
	}
	m.find, m.words, m.opened, m.awaited = find.Search{}, words{}, page.Fold{}, awaited{}
	return nil
}

// cursor returns the sentence being read; false until the pair that was asked
// for is there, and for one without a sentence.
func (m *model) cursor() (session.Cursor, bool) {
	return m.viewport.Cursor, m.pageRead() != nil && !m.viewport.Empty()
}

// goTo makes a sentence of the wanted pair the current one and brings it into
// view, as soon as the pair is compared.
func (m *model) goTo(side diffview.Side, sentence int) {
	to := session.Cursor{Side: side, Sentence: sentence}
	if m.pageRead() != nil {
		m.viewport.Reach(to)
		return
	}
	m.target = &target{m.deck.Wanted(), to, -1}
}

// openPair makes a pair wanted, whether or not a story has it, with its first
// article on the left.
func (m *model) openPair(p session.Pair) tea.Cmd {
	m.landing = false
	m.deck.Survey(nil)
	m.deck.Open(p)
	return m.deck.Fetch()
}

// openStory makes the first pair of a story wanted.
func (m *model) openStory(i int) tea.Cmd {
	m.landing = false
	m.deck.Survey(nil)
	m.deck.OpenStory(i)
	return m.deck.Fetch()
}

// put makes an article wanted in a pane, which is read from then on. If it
// is in the other pane, the two change places.
func (m *model) put(side diffview.Side, article int) tea.Cmd {
	p := m.deck.Wanted()
	switch article {
	case p[side]:
		m.message = m.deck.Articles[article].Name() + " is already on the " + label.Sides[side]
		return nil
	case p[side.Other()]:
		p = p.Mirror()
	default:
		p[side] = article
	}
	cmd := m.openPair(p)
	m.goTo(side, page.AnySentence)
	return cmd
}

// byNumber puts the article of the story whose number was pressed into the
// pane that is read. Without a number it asks which.
func (m *model) byNumber() tea.Cmd {
	articles := m.deck.Story().Articles
	switch n := slices.Index(m.Keys.Command(keys.ArticleNumber).Keys, m.pressed); {
	case n < 0:
		return m.openPicker()
	case n >= len(articles):
		m.message = fmt.Sprintf("this story has %d articles; %s lists all", len(articles), m.Keys.KeyOf(keys.OpenArticles))
		return nil
	default:
		return m.put(m.viewport.Focus, articles[n])
	}
}
