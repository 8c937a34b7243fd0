package ui

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/page"
	"parallax/ui/session"
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
	if said := m.progressLine(); said != "" {
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
		said = append(m.bookmarks.Here(m.viewport.Cursor), m.explain(p, m.viewport.Cursor)...)
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

// joint comes before what is said of a sentence after something else.
const joint = " · "

// leastSaid is the room in cells below which such a piece is left out: cut, it
// would say nothing.
const leastSaid = 12

// cutWell returns the pieces of a line without those that a width would cut
// down to nothing.
func (m *model) cutWell(pieces []piece, width int) []piece {
	for i, p := range pieces {
		w := cell.Width(m.Method, p.Text)
		if strings.HasPrefix(p.Text, joint) && w > width && width < leastSaid {
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
	if s := m.landed; s.what != "" && s.Cursor == c {
		what := s.what
		if what == onlyOne {
			what = "only here"
		}
		where = fmt.Sprintf("%s %d/%d · %s", what, s.n, s.of, where)
	}
	return "  " + where
}

// relations says in words how the two sides of a row relate.
var relations = sync.OnceValue(func() map[layout.Relation]string {
	return map[layout.Relation]string{
		layout.Same:      "word for word the same",
		layout.Similar:   "both report it",
		layout.Conflict:  "both report it, and they conflict",
		layout.Unsure:    "perhaps the same, " + measured.Unsure(),
		layout.Furniture: "page lines outside the article, not compared",
		layout.Doubtful:  "perhaps not part of the article (credit, invitation, link); not compared",
		layout.Unlinked:  "the headlines say different things",

		layout.Uncompared: "not compared: the text is too long",
	}
})

// explain says in words what a sentence is: its relation to the other article
// or the reasons of its conflicts, whom it quotes, whether it was moved, and what
// speaks for the match. Places and scores are among the particulars.
func (m *model) explain(p *page.Page, c session.Cursor) []piece {
	row := p.Rows[p.Extent(c).Row]
	partners := p.Partners(c)
	if row.Folded {
		return []piece{sign.Of(row.Relation.Sign() + " "), plain.Of(foldedWords(p, row))}
	}
	rel := row.Relation
	reasons := reasons(p, c, m.landed)
	switch {
	case rel == layout.Conflict && len(reasons) == 0:
		rel = layout.Similar
	case len(partners) == 0 && rel.Compared() && rel != layout.Unlinked:
		rel = layout.OnlyLeft + layout.Relation(c.Side)
	}
	if rel == layout.Similar && unsure(p, partners) {
		rel = layout.Unsure // what is sure of the row is of another sentence in it
	}
	pieces := []piece{sign.Of(rel.Sign() + " ")}
	changed := p.CountChanges(p.ChangesIn(c.Side, c.Sentence))
	switch said, ok := relations()[rel]; {
	case changed != "" && len(reasons) == 0 && len(partners) > 0:
		pieces = append(pieces, plain.Of("changed: "+changed))
	case len(reasons) > 0:
		pieces = append(pieces, strong.Of(strings.Join(reasons, "; ")))
	case ok:
		pieces = append(pieces, plain.Of(said))
	default:
		pieces = append(pieces, plain.Of("only "+nameOf(p, c.Side)+" says this"))
	}
	if !rel.Compared() {
		return pieces
	}
	if q := quotes(p, c); q != "" {
		pieces = append(pieces, plain.Of(joint+q))
	}
	if len(partners) == 0 {
		return pieces
	}
	best := partners[0].Link
	if moved(p, c, partners) {
		pieces = append(pieces, quiet.Of(joint+"moved: "+standing(p, c, partners)))
	}
	if p.Exact == nil && (rel == layout.Similar || rel == layout.Unsure) {
		pieces = append(pieces, quiet.Of(joint+p.Why(best)))
	}
	if l := p.Links[best]; l.By != "" && len(l.Words) > 0 {
		pieces = append(pieces, quiet.Of(joint+"confirmed by judge "+l.By))
	}
	return pieces
}

// unsure reports whether none of a sentence's links is sure.
func unsure(p *page.Page, partners []session.Companion) bool {
	return len(partners) > 0 && !slices.ContainsFunc(partners, func(k session.Companion) bool { return p.Links[k.Link].Sure })
}

// moved reports whether a sentence of a version stands elsewhere in the other.
// The same number is no move to a reader, though others moved past it.
func moved(p *page.Page, c session.Cursor, partners []session.Companion) bool {
	k := partners[0]
	return p.Exact != nil && p.Moved[k.Link] && p.Numbers[k.Side][k.Sentence] != p.Numbers[c.Side][c.Sentence]
}

// foldedWords says what was folded.
func foldedWords(p *page.Page, row layout.Row) string {
	if p.Exact == nil {
		return "both say this, in the same or other words"
	}
	for side, sentences := range row.Sentences {
		if slices.ContainsFunc(sentences, func(s int) bool { return p.OnlyPunctuation(diffview.Side(side), s) }) {
			return "the same words, not everywhere the same punctuation"
		}
	}
	return "word for word the same"
}

// reasons returns the reasons of a sentence's conflicts, that which was jumped
// to first.
func reasons(p *page.Page, c session.Cursor, s landing) []string {
	var reasons []string
	for k, conflict := range p.Conflicts {
		if p.Links[conflict.Link].Sentences[c.Side] != c.Sentence {
			continue
		}
		reason := conflict.Reason
		if conflict.Grade != diffview.Core {
			reason = conflict.Grade.String() + ": " + reason
		}
		if s.what != "" && s.Cursor == c && s.Conflict == k {
			reasons = append([]string{reason}, reasons...)
			continue
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

// standings says what the other article has of a quotation.
var standings = map[diffview.Standing]string{
	diffview.Absent: "not quoted there", diffview.Whole: "quoted in full there too",
	diffview.Cut: "cut differently there", diffview.Altered: "worded differently there",
	diffview.Reported: "given there without quotation marks",
}

// quotes says whom a sentence quotes, and what the other article has of it.
func quotes(p *page.Page, c session.Cursor) string {
	var said []string
	for _, q := range p.Quotations()[c.Side] {
		if c.Sentence < q.Sentences[0] || c.Sentence > q.Sentences[1] {
			continue
		}
		speaker := q.Speaker
		if speaker == "" {
			speaker = "an unnamed speaker"
		}
		if s := "quotes " + speaker + ", " + standings[q.Standing]; !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return strings.Join(said, "; ")
}

// standing says where a sentence and its partners stand, each in its article.
func standing(p *page.Page, c session.Cursor, partners []session.Companion) string {
	var there []int
	for _, k := range partners {
		there = append(there, p.Numbers[k.Side][k.Sentence])
	}
	slices.Sort(there)
	var list []string
	for _, n := range there {
		list = append(list, label.Ordinal(n))
	}
	return label.Ordinal(p.Numbers[c.Side][c.Sentence]) + " here, " + label.List(list) + " there"
}

// nameOf returns the name of a side's outlet; of two articles of one outlet,
// which of them it is.
func nameOf(p *page.Page, side diffview.Side) string {
	own, other := p.Articles[side].Meta, p.Articles[side.Other()].Meta
	switch {
	case p.Articles[0].Name() != p.Articles[1].Name():
		return p.Articles[side].Name()
	case own.Published.Value.Before(other.Published.Value):
		return "the earlier version"
	case own.Published.Value.After(other.Published.Value):
		return "the later version"
	}
	return [...]string{"the left text", "the right text"}[side]
}
