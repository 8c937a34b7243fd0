// Package help draws the help: keys, marks and signs with what they mean, by
// topic, in as many columns as the screen has room for. What is typed narrows it
// as it does lists. Keys, what is typed and a canvas go in, lines come out; which
// key scrolls or closes it is its caller's.
package help

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
)

// The least width of a column in cells, the space between two, and the greatest
// width of the names in it.
const (
	leastColumn = 48
	gap         = 2
	mostName    = 14
)

// heads name what a row is found by.
var heads = []string{"keys", "does", "topic"}

// A Sheet is the help, as far as it is scrolled and narrowed.
type Sheet struct {
	list.Canvas
	topics []topic
	texts  []string // by row, through all topics: what cell.Filter looks in
	query  list.Field
	shown  []bool // by row
	made   []string
	at     int // the line at the top
}

// New returns the help about keys and all that is seen, first about where it is
// opened.
func New(k *keys.Map, where keys.Mode) *Sheet {
	s := &Sheet{topics: topics(k, where), query: list.NewField("")}
	for _, t := range s.topics {
		for _, r := range t.rows {
			text, _ := cell.Loose.Of(strings.Join([]string{r.name.Text, r.says, t.name}, cell.FieldEnd), false)
			s.texts = append(s.texts, text)
		}
	}
	s.narrow()
	return s
}

// narrow finds the rows that pass what is typed.
func (s *Sheet) narrow() {
	s.at, s.shown = 0, make([]bool, len(s.texts))
	for _, i := range cell.Filter(s.query.Text(), heads, s.texts) {
		s.shown[i] = true
	}
}

// Query returns what is typed.
func (s *Sheet) Query() string { return s.query.Text() }

// Type types a key or a paste.
func (s *Sheet) Type(msg tea.Msg) {
	if s.query.Update(msg) {
		s.narrow()
	}
	s.Fit(s.Canvas)
}

// Scroll moves by lines, as far as there are any.
func (s *Sheet) Scroll(lines int) {
	s.at = max(0, min(s.at+lines, len(s.made)-s.Page()))
}

// ToEnd goes to the first line, or to the last.
func (s *Sheet) ToEnd(last bool) {
	if s.at = 0; last {
		s.Scroll(len(s.made))
	}
}

// Page returns how many lines there is room for below what is typed.
func (s *Sheet) Page() int { return max(1, s.Height-s.above()) }

// Scrolls reports whether there is more than is on the screen.
func (s *Sheet) Scrolls() bool { return len(s.made) > s.Page() }

// above returns how many lines are above the columns: the title and what is
// typed, as there is room.
func (s *Sheet) above() int {
	switch {
	case s.Height >= 6:
		return 2
	case s.Height >= 2:
		return 1
	}
	return 0
}

// Lines returns what is shown: as many lines as the canvas is high, none wider.
func (s *Sheet) Lines() []string {
	var lines []string
	line := func(pieces ...look.Piece) { lines = append(lines, s.Compose(s.Width, false, pieces...)) }
	passed := 0
	for _, shown := range s.shown {
		if shown {
			passed++
		}
	}
	if s.above() >= 2 {
		count := fmt.Sprintf("  %d of %d", passed, len(s.shown))
		if s.Scrolls() {
			count += fmt.Sprintf(" · lines %d–%d of %d", s.at+1, min(s.at+s.Page(), len(s.made)), len(s.made))
		}
		line(look.Plain.Of(" "), look.Strong.Of("help"), look.Quiet.Of(count))
	}
	if s.above() >= 1 {
		typed := append([]look.Piece{look.Plain.Of(" "), look.Quiet.Of("› ")}, s.query.Draw(s.Method, s.Width-4)...)
		if s.Query() == "" {
			typed = append(typed, look.Quiet.Of(" type to narrow: a key, what it does, a sign"))
		}
		line(typed...)
	}
	if passed == 0 {
		line(look.Plain.Of(" "), look.Quiet.Of("no matches"))
	} else {
		lines = append(lines, s.made[s.at:min(s.at+s.Page(), len(s.made))]...)
	}
	lines = lines[:min(len(lines), s.Height)]
	for len(lines) < s.Height {
		lines = append(lines, "")
	}
	return lines
}

// Fit makes the columns for a canvas.
func (s *Sheet) Fit(to list.Canvas) {
	s.Canvas = to
	columns := max(1, (s.Width+gap)/(leastColumn+gap))
	width := (s.Width - gap*(columns-1)) / columns
	blocks := s.blocks(width)
	s.made = s.made[:0]
	for _, across := range flow(blocks, columns, s.Page()) {
		line := strings.Join(across, strings.Repeat(" ", gap))
		s.made = append(s.made, strings.TrimRight(line, " "))
	}
	s.Scroll(0)
}

// A block is lines that stay together: a row, the first with its heading.
type block struct {
	lines   []string
	heading bool // it begins with one: an empty line comes before, but at the top of a column
}

// blocks returns the rows that are shown, in lines of so many cells.
func (s *Sheet) blocks(width int) (all []block) {
	i := 0
	for _, t := range s.topics {
		names, headed := 0, false
		for _, r := range t.rows {
			names = max(names, min(mostName, cell.Width(s.Method, r.name.Text)))
		}
		for _, r := range t.rows {
			if i++; !s.shown[i-1] {
				continue
			}
			b := block{heading: !headed}
			if !headed {
				b.lines = append(b.lines, s.Compose(width, true, look.Plain.Of(" "), look.Strong.Of(t.name)))
				headed = true
			}
			b.lines = append(b.lines, s.row(r, t.name, names, width)...)
			all = append(all, b)
		}
	}
	return all
}

// row returns the lines of a row: its name in a column of so many cells, and next
// to it what it means, with what was found in that lit.
func (s *Sheet) row(r row, topic string, names, width int) (lines []string) {
	found := s.found(r, topic)
	at := 0
	for i, says := range strings.Split(ansi.Wordwrap(r.says, max(1, width-names-5), ""), "\n") {
		name := r.name
		if i > 0 {
			name.Text = ""
		}
		pieces := []look.Piece{look.Plain.Of("  "), name, look.Plain.Of(strings.Repeat(" ", max(0, names-cell.Width(s.Method, name.Text))+2))}
		start := at + max(0, strings.Index(r.says[at:], says))
		at = start + len(says)
		lines = append(lines, s.Compose(width, true, append(pieces, list.Lit(says, found[start:at], look.Plain)...)...))
	}
	return lines
}

// found returns which bytes of what a row says were typed.
func (s *Sheet) found(r row, topic string) []bool {
	found := make([]bool, len(r.says))
	before := len(r.name.Text) + len(cell.FieldEnd)
	text := strings.Join([]string{r.name.Text, r.says, topic}, cell.FieldEnd)
	for _, span := range cell.Letters(s.Query(), heads, text) {
		for i := max(span.Start, before); i < min(span.End, before+len(r.says)); i++ {
			found[i-before] = true
		}
	}
	return found
}

// flow puts blocks into columns, one after the other, and returns the lines across
// all columns. Columns that have room in a page of so many lines are as low as they
// can be; others are filled page by page, so that one reads on below the last
// column, not at the top of the next.
func flow(blocks []block, columns, page int) (across [][]string) {
	if len(blocks) == 0 {
		return nil
	}
	width := ansi.StringWidth(blocks[0].lines[0])
	low := lowest(blocks, columns)
	if columns == 1 || len(low[0]) <= page {
		return side(low, columns, width, 0)
	}
	filled := fill(blocks, page)
	for len(filled) > 0 {
		n := min(columns, len(filled))
		across = append(across, side(filled[:n], columns, width, page)...)
		filled = filled[n:]
	}
	return across
}

// lowest puts blocks into so many columns, none higher than it has to be.
func lowest(blocks []block, columns int) (filled [][]string) {
	height := 0
	for _, b := range blocks {
		height += len(b.lines)
	}
	for height = (height + columns - 1) / columns; filled == nil || len(filled) > columns; height++ {
		filled = fill(blocks, height)
	}
	return filled
}

// side puts columns side by side, with empty ones up to n, each filled up to the
// tallest and to least lines.
func side(columns [][]string, n, width, least int) (across [][]string) {
	tallest := least
	for _, c := range columns {
		tallest = max(tallest, len(c))
	}
	empty := strings.Repeat(" ", width)
	for i := range tallest {
		line := make([]string, n)
		for k := range line {
			if line[k] = empty; k < len(columns) && i < len(columns[k]) && columns[k][i] != "" {
				line[k] = columns[k][i]
			}
		}
		across = append(across, line)
	}
	return across
}

// fill puts blocks into as many columns of a height as they need.
func fill(blocks []block, height int) (columns [][]string) {
	var column []string
	for _, b := range blocks {
		lines := b.lines
		if b.heading && len(column) > 0 {
			lines = slices.Concat([]string{""}, lines)
		}
		if len(column) > 0 && len(column)+len(lines) > height {
			columns = append(columns, column)
			column, lines = nil, b.lines
		}
		column = append(column, lines...)
	}
	return append(columns, column)
}
