package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/cell"
	"parallax/ui/explain"
	"parallax/ui/keep"
	"parallax/ui/label"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
	"parallax/ui/zone"
)

// Below these heights, in lines, what is around the text leaves things out, so
// that text has most of the screen.
const (
	roomForSpace  = 30 // and for the headlines, which the text begins with
	roomForHeader = 8
	roomForFooter = 4
)

// A chrome is the lines around the text.
type chrome struct {
	key chromeKey
	page.Frame
	head  []string
	zones [][]zone.Zone // of head, by line
	foot  []string      // made by drawFooter: what explains the current sentence, and last the keys and the legend; empty on the smallest screens
}

// A chromeKey is everything that the lines around the text depend on, but for
// those that drawFooter makes anew.
type chromeKey struct {
	page          *page.Page
	wanted        session.Pair
	at            session.Position
	width, height int
	view          *layout.View
	theme         *theme
	method        ansi.Method
	mark          *keep.Bookmark // the pair's
	failed        bool           // it could not be compared
	undecided     bool           // no pair is to be shown yet
	asking        bool           // the judge is asked about the pair
}

// layoutChrome makes the lines around the text, if what they say has changed.
func (m *model) layoutChrome() {
	k := chromeKey{m.viewport.Page, m.deck.Wanted(), m.deck.Position(),
		m.Width, m.Height, m.shownView(), m.Theme, m.Method, nil, m.deck.Failure(m.deck.Wanted()) != "", m.unrelated() != "", m.deck.Asking(m.deck.Wanted())}
	if m.pageRead() != nil {
		k.mark = m.bookmarks.Pair()
	}
	if m.chrome.key == k {
		return
	}
	m.chrome = chrome{key: k, Frame: m.frame()}
	switch {
	case m.Height < roomForHeader || k.undecided:
	case k.view.Panes == 1:
		m.stackedHeader()
	default:
		m.pairedHeader()
	}
	m.chrome.zones = m.zones(m.chrome.head)
	if m.Height >= roomForFooter {
		m.chrome.foot = make([]string, 2)
	}
	if m.Height >= roomForSpace {
		m.chrome.foot = make([]string, 4)
	}
}

// pairedHeader puts what is known of each article above its pane.
func (m *model) pairedHeader() {
	f := m.chrome.Frame
	var who, title, share [2]string
	for side, width := range []int{f.Left, f.Right} {
		who[side] = m.Compose(width, true, m.who(side, width)...)
		title[side] = m.Compose(width, true, m.title(side, width))
	}
	for side, p := range m.shares(f.Left, f.Right) {
		share[side] = m.Compose([2]int{f.Left, f.Right}[side], true, p)
	}
	lines := [][2]string{who, title, share}
	if m.Height < roomForSpace {
		lines = [][2]string{who, share}
	}
	for _, l := range lines {
		m.chrome.head = append(m.chrome.head, strings.Repeat(" ", f.Indent)+l[0]+strings.Repeat(" ", f.Edge+f.Gutter)+l[1])
	}
	m.chrome.head = append(m.chrome.head, m.rule())
}

// frame returns where the columns are.
func (m *model) frame() page.Frame {
	f, _ := page.NewFrame(&diffview.Comparison{Articles: [2]*corpus.Article{m.article(0), m.article(1)}}, m.shownView(), m.Width, m.options.Settings.Measure)
	return f
}

// stackedHeader puts what is known of each article on lines of its own, after
// the letter that its sentences have in one column. On a low screen these two
// lines say at their end what the rule says elsewhere.
func (m *model) stackedHeader() {
	indent := m.chrome.Indent
	width := max(m.Width-indent-page.Margin, 1)
	low := m.Height < roomForSpace
	var who [2][]piece
	var end [2]string
	var room [2]int
	for side, letter := range []string{"A ", "B "} {
		who[side] = append([]piece{plain.Of(strings.Repeat(" ", indent)), quiet.Of(letter)}, m.who(side, width-2)...)
		room[side] = width + indent - m.length(who[side]) - 2
		if low {
			end[side] = m.ending([2]string{m.position(), m.findings()}[side], room[side])
		}
	}
	for side, s := range m.shares(room[0]-cell.Width(m.Method, end[0])-1, room[1]-cell.Width(m.Method, end[1])-1) {
		if s.Text != "" {
			who[side] = append(who[side], plain.Of("  "), s)
		}
		gap := m.Width - indent - m.length(who[side]) - cell.Width(m.Method, end[side])
		m.chrome.head = append(m.chrome.head, m.Compose(m.Width, false, append(who[side], plain.Of(strings.Repeat(" ", max(0, gap))), quiet.Of(end[side]).Doing([2]string{m.positionDoes(), m.findingsDo()}[side]))...))
		if !low {
			m.chrome.head = append(m.chrome.head, m.Compose(m.Width, false,
				plain.Of(strings.Repeat(" ", indent+2)), m.title(side, width-2)))
		}
	}
	if !low {
		m.chrome.head = append(m.chrome.head, m.rule())
	}
}

// leastShared is the room in cells that is kept for how many sentences are shared.
const leastShared = len("11 of 20 sentences also there")

// ending returns what stands at the end of a line of the header, or as much of
// its beginning as leaves room for what is shared.
func (m *model) ending(words string, room int) string {
	for words != "" && cell.Width(m.Method, words)+1 > room-leastShared {
		at := strings.LastIndex(words, label.Joint)
		if at < 0 {
			if cell.Width(m.Method, words)+1 > room-leastSaid {
				return ""
			}
			return words
		}
		words = words[:at]
	}
	return words
}

// article returns the article that is shown on a side, or will be.
func (m *model) article(side int) *corpus.Article {
	if p := m.viewport.Page; p != nil {
		return p.Articles[side]
	}
	return m.deck.Articles[m.deck.Wanted()[side]]
}

// who names the outlet and date of the article on a side in at most width cells.
// Guesses have a question mark. A click opens the list of articles for that pane.
func (m *model) who(side, width int) []piece {
	a := m.article(side)
	date := label.Date(a)
	room := width - cell.Width(m.Method, date)
	if room < 12 {
		date, room = "", width
	}
	does := choosing(side)
	return []piece{strong.Of(cell.Shorten(m.Method, label.Outlet(a), room)).Doing(does), quiet.Of(date).Doing(does)}
}

// title returns the headline of the article on a side in at most width cells; a
// click does the same.
func (m *model) title(side, width int) piece {
	return plain.Of(cell.Shorten(m.Method, label.Title(m.article(side)), width)).Doing(choosing(side))
}

// rule divides the header from the text and says which pair it is, and what the
// column is that ends the right pane.
func (m *model) rule() string {
	said := []piece{quiet.Of("── "), quiet.Of(m.position()).Doing(m.positionDoes()), quiet.Of(label.Joint), quiet.Of(m.findings()).Doing(m.findingsDo()), quiet.Of(" ")}
	used := m.length(said)
	tail := screen.Rule(m.Width - used)
	const pointer = " overview ▾"
	f := m.chrome.Frame
	end := f.Indent + f.Left + f.Gutter + f.Right + m.chrome.key.view.Panes*f.Edge
	if before := end - cell.Width(m.Method, pointer) - used; before > 0 && m.overviewed() {
		tail = screen.Rule(before) + pointer + " " + screen.Rule(m.Width-end-1)
	}
	return m.Compose(m.Width, false, append(said, quiet.Of(tail))...)
}

// overviewed reports whether the panes will have an overview, and room above it for
// its name.
func (m *model) overviewed() bool {
	p := m.viewport.Page
	return p != nil && m.chrome.Edge > 0 && m.Height >= roomForSpace && len(p.Laid) > m.Height-len(m.chrome.head)-1-4
}

// shares tells how much of each side is shared, as far as so many cells go.
func (m *model) shares(left, right int) (said [2]piece) {
	if p := m.viewport.Page; p != nil {
		return explain.Shares(p, left, right)
	}
	return said
}

// position says which pair of which story is read.
func (m *model) position() string { return explain.Position(m.chrome.key.at, label.Joint) }

// findings says how many conflicts there are, what the two articles are to each
// other, and whether the pair has a bookmark.
func (m *model) findings() string {
	words := "still comparing"
	p := m.pageRead()
	switch {
	case p != nil:
		words = label.Conflicts(p.CountConflicts())
		if n := p.CountUpdates(); n > 0 {
			words += " · " + label.Count(n, "update")
		}
		if p.Key.Kin != "" {
			words += " · " + p.Key.Kin
		}
		if m.chrome.key.asking {
			words += " · asking the judge"
		}
		if p.Limited != "" {
			words += " · " + p.Limited
		}
	case m.chrome.key.failed:
		words = "not compared"
	}
	if b := m.chrome.key.mark; b != nil && b.Note != "" {
		words += " · " + page.Kept + " " + b.Note
	} else if b != nil {
		words += " · " + page.Kept + " bookmark"
	}
	return words
}
