package ui

import (
	"parallax/corpus"
	"parallax/ui/header"
	"parallax/ui/page"
	"parallax/ui/zone"
)

// roomForFooter is the least height of a screen, in lines, that has lines below the
// text.
const roomForFooter = 4

// A chrome is the lines around the text.
type chrome struct {
	is header.Facts
	page.Frame
	head  []string
	zones [][]zone.Zone // of head, by line
	foot  []string      // made by drawFooter: what explains the current sentence, and last the keys and the legend; empty on the smallest screens
}

// layoutChrome makes the lines around the text, if what they say has changed.
func (m *model) layoutChrome() {
	wanted := m.deck.Wanted()
	is := header.Facts{
		Canvas: m.Canvas.Canvas, View: m.shownView(), Measure: m.options.Settings.Measure,
		Articles: [2]*corpus.Article{m.article(0), m.article(1)}, Page: m.viewport.Page, Read: m.pageRead() != nil, At: m.deck.Position(),
		Failed: m.deck.Failure(wanted) != "", Undecided: m.unrelated() != "", Asking: m.deck.Asking(wanted),
	}
	if is.Read {
		is.Mark = m.bookmarks.Pair()
	}
	if m.chrome.is == is {
		return
	}
	h := header.New(is)
	m.chrome = chrome{is: is, Frame: h.Frame, head: h.Lines, zones: m.zones(h.Lines)}
	if m.Height >= roomForFooter {
		m.chrome.foot = make([]string, 2)
	}
	if m.Height >= header.RoomForSpace {
		m.chrome.foot = make([]string, 4)
	}
}

// article returns the article that is shown on a side, or will be.
func (m *model) article(side int) *corpus.Article {
	if p := m.viewport.Page; p != nil {
		return p.Articles[side]
	}
	return m.deck.Articles[m.deck.Wanted()[side]]
}
