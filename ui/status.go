package ui

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus"
	"parallax/ui/cell"
	"parallax/ui/explain"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/screen"
)

// drawFooter makes the lines below the text: what explains the current sentence, in
// one line or, where there is room, two; and below it the keys that do
// something here and the legend.
func (m *model) drawFooter() {
	foot := m.chrome.foot
	defer func() { m.footZones = m.zones(foot) }()
	switch len(foot) {
	case 2:
		copy(foot, m.status(1))
		foot[1] = m.bottom()
	case 4:
		copy(foot[1:], m.status(2))
		foot[3] = m.bottom()
	}
}

// status returns the lines below the text: what was just done, else what is
// being waited for, else what the current sentence is. Until the first key they
// say which keys there are.
func (m *model) status(lines int) []string {
	where := m.whereabouts()
	if said := m.source.Line(m.Width); said != "" {
		where = "  " + said + " · " + strings.TrimLeft(where, " ")
	}
	room := max(0, m.Width-2*m.chrome.Indent)
	if room-cell.Width(m.Method, where) < cell.Width(m.Method, m.message) && lines == 1 {
		where = "" // what was just done is read once, where one is always
	}
	width := max(0, room-cell.Width(m.Method, where))
	var said []piece
	p := m.viewport.Page
	switch {
	case m.message != "":
		said = []piece{m.justSaid()}
	case m.pageRead() == nil:
		said = m.comparing()
	case !m.greeted:
		said = m.Named(width, greeting...)
	case m.viewport.Empty():
	case m.words.on:
		said = m.explainWords()
	default:
		said = append(m.bookmarks.Here(m.viewport.Cursor), explain.Sentence(p, m.viewport.Cursor, m.jumped(m.viewport.Cursor))...)
	}
	left := plain.Of(strings.Repeat(" ", m.chrome.Indent))
	var out []string
	for i, pieces := range m.wrap(said, width, lines) {
		line := []piece{left, plain.Of(m.Compose(width, i == 0, m.cutWell(pieces, width)...))}
		if i == 0 {
			line = append(line, quiet.Of(where))
		}
		out = append(out, m.Compose(m.Width, false, line...))
	}
	return out
}

// justSaid returns what was just said. It may quote what was typed, the name of
// a file, or an error of the system.
func (m *model) justSaid() piece { return strong.Of(corpus.Printable(m.message)) }

// comparing says what is waited for, and what is done then.
func (m *model) comparing() []piece {
	if m.unrelated() != "" {
		return nil // the pair is only the first there is
	}
	w := m.deck.Wanted()
	if why := m.deck.Failure(w); why != "" {
		return []piece{strong.Of(why)}
	}
	said := []piece{quiet.Of("comparing " + m.deck.Articles[w[0]].Name() + " with " + m.deck.Articles[w[1]].Name() + " …")}
	if c := m.Keys.Command(m.awaited.do); c != nil {
		said = append(said, quiet.Of(" then: "), plain.Of(c.Help))
	}
	return said
}

// wrap divides pieces into so many lines, each of at most width cells but for
// the last, which is cut when it is drawn. Lines that are not needed are empty.
func (m *model) wrap(pieces []piece, width, lines int) [][]piece {
	out := make([][]piece, lines)
	at, used := 0, 0
	for _, p := range pieces {
		for p.Text != "" && at < lines-1 {
			w := cell.Width(m.Method, p.Text)
			if used+w <= width {
				break
			}
			head := cell.Clip(m.Method, p.Text, max(0, width-used), "")
			if space := strings.LastIndexByte(head, ' '); space > 0 {
				head = head[:space+1]
			} else if used > 0 {
				head = ""
			}
			out[at] = append(out[at], p.With(head))
			p.Text = strings.TrimLeft(p.Text[len(head):], " ·")
			at, used = at+1, 0
		}
		out[at] = append(out[at], p)
		used += cell.Width(m.Method, p.Text)
	}
	return out
}

// cutWell returns the pieces of a line without those that a width would cut
// down to nothing.
func (m *model) cutWell(pieces []piece, width int) []piece {
	for i, p := range pieces {
		w := cell.Width(m.Method, p.Text)
		if strings.HasPrefix(p.Text, label.Joint) && w > width && width < screen.LeastSaid {
			return pieces[:i]
		}
		width -= w
	}
	return pieces
}

// greeting is the keys to begin with.
var greeting = []keys.Hint{keys.NextPair.To("next pair"), keys.NextDifference.To("difference"), keys.NextConflict.To("conflict"),
	keys.ExportPair.To("export"), keys.Quit.To("quit")}

// whereabouts says where the reader is: which of the stops sought, which
// sentence, how much of the page.
func (m *model) whereabouts() string {
	p := m.viewport.Page
	if p == nil {
		return ""
	}
	where := fmt.Sprintf("%d %%", m.viewport.Seen())
	if m.viewport.Empty() || m.Width < 60 {
		return " " + where
	}
	c := m.viewport.Cursor
	if n := p.Numbers[c.Side][c.Sentence]; n > 0 {
		last := slices.Max(p.Numbers[c.Side])
		where = fmt.Sprintf("%d/%d · %s", n, last, where)
		if m.Width >= 100 {
			where = "sentence " + where
		}
	}
	if s := m.landed; s.n > 0 && s.Cursor == c {
		what := s.what
		if what == onlyOne {
			what = "only here"
		}
		where = fmt.Sprintf("%s %d/%d · %s", what, s.n, s.of, where)
	}
	return "  " + where
}
