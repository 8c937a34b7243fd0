package storypage

import (
	"fmt"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/look"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// The width of a column with the space before it: where there is room for all of
// them, one in which most figures and names of outlets are whole.
const (
	leastColumn  = 6
	wideColumn   = 8
	widestColumn = 16
	roomForWide  = 54 // the label that wide columns leave
)

// columnWidth returns the width of a column that the canvas has room for.
func (s *Page) columnWidth() int {
	room := (s.Width - roomForWide) / max(1, len(s.articles))
	if room < wideColumn {
		return leastColumn
	}
	longest := wideColumn
	for _, name := range s.names {
		longest = max(longest, cell.Width(s.Method, name)+1)
	}
	return min(room, longest, widestColumn)
}

// leastLabel is the least width of the sentence that stands for a fact, on a
// screen that is not narrow; columns that leave less are scrolled.
const leastLabel = 24

// above returns how many lines are above the rows: the title, the figures, the
// heads of the columns, as there is room.
func (s *Page) above() int {
	switch {
	case s.Height >= 9:
		return 3
	case s.Height >= 4:
		return 1
	}
	return 0
}

// tableRows returns how many rows there is room for. What each says has two
// fifths of the screen, and what the table leaves.
func (s *Page) tableRows() int {
	room := s.Height - s.above()
	if s.Height < 12 {
		return max(1, room)
	}
	return max(3, min(len(s.rows), room*3/5))
}

// saidLines returns how many lines there are below the table for what each
// says.
func (s *Page) saidLines() int {
	if s.Height < 12 {
		return 0
	}
	return max(0, s.Height-s.above()-s.tableRows()-1)
}

// lead returns the width of what comes before the label: the bar, and how many
// texts carry the fact.
func (s *Page) lead() int {
	digits := len(fmt.Sprint(len(s.articles)))
	return 1 + 2*digits + 1 + 1
}

// columns returns how many columns there is room for.
func (s *Page) columns() int {
	return max(1, min(len(s.articles), (s.Width-s.lead()-min(leastLabel, s.Width*2/5)-1)/s.column))
}

// labelWidth returns the width of the labels.
func (s *Page) labelWidth() int {
	return max(1, s.Width-s.lead()-s.columns()*s.column-1)
}

// cellAt returns the row and column at a place of the screen; column -1 is the
// label.
func (s *Page) cellAt(x, y int) (row, col int, ok bool) {
	row, col = y-s.above()+s.firstRow, -1
	if left := s.lead() + s.labelWidth(); x >= left {
		col = min((x-left)/s.column+s.firstCol, len(s.articles)-1)
	}
	return row, col, y >= s.above() && y < s.above()+s.tableRows() && row < len(s.rows)
}

// draw makes the lines.
func (s *Page) draw() {
	if s.Theme == nil {
		return
	}
	s.firstRow = screen.InView(s.firstRow, s.row, len(s.rows), s.tableRows())
	s.firstCol = screen.InView(s.firstCol, s.col, len(s.articles), s.columns())
	s.made = s.made[:0]
	line := func(pieces ...look.Piece) { s.made = append(s.made, s.Compose(s.Width, false, pieces...)) }
	if s.above() >= 3 {
		line(look.Plain.Of(" "), look.Strong.Of(s.title))
		line(look.Plain.Of(" "), look.Quiet.Of(s.summary()))
	}
	if s.above() >= 1 {
		line(s.heads()...)
	}
	for n := s.firstRow; n < min(len(s.rows), s.firstRow+s.tableRows()); n++ {
		line(s.drawRow(n)...)
	}
	if len(s.rows) == 0 {
		line(look.Plain.Of(" "), look.Quiet.Of(s.nothing()))
	}
	if s.saidLines() > 0 {
		for len(s.made) < s.above()+s.tableRows() {
			s.made = append(s.made, "")
		}
		s.drawSaid()
	}
	s.made = s.made[:min(len(s.made), max(1, s.Height))]
	for len(s.made) < s.Height {
		s.made = append(s.made, "")
	}
}

// nothing says why no row is listed.
func (s *Page) nothing() string {
	if known, all := s.settled(); known < all {
		return "comparing …"
	}
	if s.table.CountTexts() == 1 {
		words := "versions or copies of one text: " + s.Keys.KeyOf(keys.Accept) + " compares the first two"
		if len(s.deck.Story().Versions) > 0 {
			words += ", " + s.Keys.KeyOf(keys.OpenVersions) + " lists what changed"
		}
		return words
	}
	return "no " + s.listed()
}

// listed says what is listed.
func (s *Page) listed() string {
	words := s.filter.words
	if s.filter.ofColumn {
		words += " " + s.names[s.col]
	}
	return words
}

// summary says how much there is, and how much of it is known. What there is no
// room for is left out whole: first when it was published, then the rest from
// the end.
func (s *Page) summary() string {
	t := s.table
	said := []string{label.Count(len(s.articles), "article")}
	if n := t.CountTexts(); n < len(s.articles) {
		said[0] += fmt.Sprintf(", %s", label.Count(n, "text"))
	}
	if n := len(s.articles); n > session.MaxTabled {
		said[0] += fmt.Sprintf(", of which the first %d compared", session.MaxTabled)
	}
	known, all := s.settled()
	if known < all {
		said = append(said, fmt.Sprintf("%d of %d pairs compared …", known, all))
	}
	if known > 0 {
		said = append(said, label.Count(t.CountDisputes(), "conflict"))
	}
	if known > 0 && t.CountTexts() > 1 { // one text has no facts that are shared, or told by one alone
		said = append(said, label.Count(len(t.Facts), "shared fact"), label.Thousands(t.CountAlone())+" told by one")
	}
	if days := label.Days(t.Articles); days != "" && known == all {
		said = append(said, days)
	}
	for len(said) > 1 && cell.Width(s.Method, strings.Join(said, label.Joint))+2 > s.Width {
		said = said[:len(said)-1]
	}
	return strings.Join(said, label.Joint)
}

// heads returns what is listed, and the heads of the columns.
func (s *Page) heads() []look.Piece {
	order := &orders[s.order]
	said := s.listed()
	if !s.filter.alone {
		said += ", " + order.words
		if order.ofColumn {
			said += " " + s.names[s.col]
		}
	}
	if s.columns() < len(s.articles) {
		said = fmt.Sprintf("columns %d–%d of %d · ", s.firstCol+1, s.firstCol+s.columns(), len(s.articles)) + said
	}
	pieces := []look.Piece{look.Plain.Of(" "), look.Quiet.Of(s.Fill(said, s.lead()+s.labelWidth()-1))}
	for i := s.firstCol; i < s.firstCol+s.columns(); i++ {
		part, before := look.Quiet, look.Plain.Of(" ")
		if i == s.col {
			part = look.Strong
		}
		if i == s.marked {
			before = look.Marker.Of("+")
		}
		pieces = append(pieces, before, part.Of(s.Fill(s.short[i], s.column-1)))
	}
	return pieces
}

// drawRow returns a row: its bar, how many carry it, the sentence that stands
// for it, and its cells. The chosen cell is in brackets.
func (s *Page) drawRow(n int) []look.Piece {
	bar, part := look.Plain.Of(" "), look.Plain
	if n == s.row {
		bar, part = look.Marker.Of("▌"), look.Strong
	}
	r := s.rows[n]
	p := s.placeOf(r)
	a := s.table.Articles[p.Article]
	texts := "1"
	if r.fact >= 0 {
		texts = fmt.Sprintf("%d/%d", s.table.Facts[r.fact].Texts, s.table.CountTexts())
	}
	pieces := []look.Piece{bar, look.Quiet.Of(s.Fill(texts, s.lead()-1)), part.Of(s.Fill(prose.Fold(a.Sentences[p.Sentence].Of(a.Text)), s.labelWidth()))}
	before := look.Plain.Of(" ")
	for i := s.firstCol; i < s.firstCol+s.columns(); i++ {
		after := look.Plain.Of(" ")
		if n == s.row && i == s.col {
			before, after = look.Marker.Of("["), look.Marker.Of("]")
		}
		pieces = append(append(pieces, before), s.cell(r, i)...)
		before = after
	}
	return append(pieces, before)
}

// storyCells are what stands in a cell, by state.
var storyCells = [...]look.Piece{coverage.Missing: look.Quiet.Of("·"), coverage.Unsure: look.Quiet.Of("○"), coverage.Carried: look.Agree.Of("●")}

// cell returns a cell without the space before it: whether the article carries
// the fact, and what it says where that is disputed.
func (s *Page) cell(r row, article int) []look.Piece {
	if r.fact < 0 {
		state := coverage.Missing
		if r.alone.Article == article {
			state = coverage.Carried
		}
		return s.filled(storyCells[state])
	}
	c := s.table.Facts[r.fact].Cells[article]
	if !c.Disputed {
		sign := storyCells[c.State]
		if figure := s.figures(r.fact)[article]; figure != "" {
			sign.Text = figure
			if c.State == coverage.Unsure && cell.Width(s.Method, figure) < s.column-1 {
				sign.Text += "?"
			}
		}
		return s.filled(sign)
	}
	said := s.table.Figure(r.fact, article, s.column-2)
	if said == "" {
		said = storyCells[c.State].Text
	}
	return s.filled(look.Wording.Of(said + "!"))
}

// figures returns the numbers that a fact is told with, by article, as they have
// room in a column; they are found once a table.
func (s *Page) figures(fact int) []string {
	if s.figured == nil {
		s.figured = make(map[int][]string)
	}
	if _, ok := s.figured[fact]; !ok {
		s.figured[fact] = s.table.Figures(fact, s.column-2)
	}
	return s.figured[fact]
}

// filled returns a piece with the spaces that make it as wide as a column.
func (s *Page) filled(p look.Piece) []look.Piece {
	return []look.Piece{p, look.Plain.Of(strings.Repeat(" ", max(0, s.column-1-cell.Width(s.Method, p.Text))))}
}

// drawSaid makes the lines below the table: what each says of the chosen fact,
// whole, with the words lit that only one has or that are disputed, and who
// does not carry it.
func (s *Page) drawSaid() {
	title := " what each says "
	lines := s.said()
	room := s.saidLines()
	s.firstSaid = max(0, min(s.firstSaid, len(lines)-room))
	if len(lines) > room {
		title += fmt.Sprintf("· lines %d–%d of %d, %s for more ", s.firstSaid+1, min(len(lines), s.firstSaid+room), len(lines), s.Keys.KeyOf(keys.PageDown))
	}
	s.made = append(s.made, s.Compose(s.Width, false, look.Quiet.Of("─"+title+screen.Rule(s.Width-1-cell.Width(s.Method, title)))))
	s.made = append(s.made, lines[s.firstSaid:min(len(lines), s.firstSaid+room)]...)
}

// mostMissing is how many articles are named that a fact was not found in.
const mostMissing = 8

// said returns the lines of what each says.
func (s *Page) said() (lines []string) {
	if s.row >= len(s.rows) {
		return nil
	}
	r := s.rows[s.row]
	if r.fact < 0 {
		a := s.table.Articles[r.alone.Article]
		whole := coverage.Run{Span: a.Sentences[r.alone.Sentence].Span}
		return s.sentenceLines(r.alone.Article, a.Text, []coverage.Run{whole}, "")
	}
	f := &s.table.Facts[r.fact]
	for _, d := range f.Disputes {
		dispute := &s.table.Disputes[d]
		if dispute.Grade != diffview.Core {
			continue // the list of conflicts has them
		}
		lines = append(lines, s.under(look.Marker.Of("!"), []look.Piece{look.Wording.Of(dispute.Kind.String() + ": " + prose.Fold(dispute.Pairs[0].Reason))})...)
	}
	for _, saying := range s.table.Said(r.fact) {
		doubt := ""
		if f.Cells[saying.Article].State == coverage.Unsure {
			doubt = "?"
		}
		lines = append(lines, s.sentenceLines(saying.Article, s.table.Articles[saying.Article].Text, saying.Runs, doubt)...)
	}
	var missing []string
	for i, c := range f.Cells {
		if c.State == coverage.Missing {
			missing = append(missing, s.names[i])
		}
	}
	if len(missing) > 0 {
		names := strings.Join(missing, ", ")
		if len(missing) > mostMissing {
			names = fmt.Sprintf("%d of the %d articles", len(missing), len(s.articles))
		}
		lines = append(lines, s.under(look.Quiet.Of("·"), []look.Piece{look.Quiet.Of("not found in " + names)})...)
	}
	return lines
}

// runLooks are the looks of what only one says and what is disputed.
var runLooks = [...]look.Part{coverage.Shared: look.Plain, coverage.Only: look.Detail, coverage.Disputed: look.Conflict}

// sentenceLines returns a sentence of an article, after its name.
func (s *Page) sentenceLines(article int, text string, runs []coverage.Run, doubt string) []string {
	var pieces []look.Piece
	for _, r := range runs {
		pieces = append(pieces, runLooks[r.Role].Of(r.Of(text)))
	}
	head := look.Strong
	if article != s.col {
		head = look.Quiet
	}
	return s.under(head.Of(s.short[article]+doubt), pieces)
}

// under returns pieces in lines after a head as wide as a column.
func (s *Page) under(head look.Piece, pieces []look.Piece) []string {
	return s.Wrapped(s.column+2, head, pieces)
}
