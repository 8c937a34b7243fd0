// Package matrix is the table of a story's pairs: articles and what is known of
// each pair go in, a screen comes out that asks for the figures it shows and
// opens the pair that is chosen.
package matrix

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A Table is the screen of a story's articles: in each row how much of its
// article every other one says too, and how many conflicts there are. It is
// filled while the pairs are compared.
type Table struct {
	screen.Canvas
	articles []int                                     // of the story, by number
	names    []string                                  // of the rows
	outlets  []string                                  // of the columns
	texts    []string                                  // what the query is looked for in, as cell.Loose makes it
	figure   func(session.Pair) (session.Figure, bool) // what is known of a pair

	query              list.Field
	shown              []int // the articles that pass, by their place in the story
	row, col           int   // the selected cell, by its place among the shown
	firstRow, firstCol int   // the first that there is room for
	made               []string
}

// New returns the table of articles of a corpus at a pair of them, or at
// the first; known says what is known of a pair.
func New(all []*corpus.Article, articles []int, at session.Pair, known func(session.Pair) (session.Figure, bool)) *Table {
	t := &Table{articles: articles, figure: known, query: list.NewField(""), col: min(1, len(articles)-1)}
	members := make([]*corpus.Article, len(articles))
	for k, i := range articles {
		members[k] = all[i]
	}
	t.names = corpus.Names(members...)
	for k, a := range members {
		t.outlets = append(t.outlets, a.Name())
		text, _ := cell.Loose.Of(strings.Join([]string{t.names[k], label.Outlet(a), label.Title(a), label.TypedDays(a)}, cell.FieldEnd), false)
		t.texts = append(t.texts, text)
	}
	if row, col := slices.Index(articles, at[0]), slices.Index(articles, at[1]); row >= 0 && col >= 0 {
		t.row, t.col = row, col
	}
	t.narrow()
	return t
}

// matrixHeads are what an article is found by in the table.
var matrixHeads = []string{"name", "outlet", "title", "date"}

// narrow lists the articles that pass what is typed, in their order. The
// selected cell stays, where it is still there.
func (t *Table) narrow() {
	row, col := -1, -1
	if t.row < len(t.shown) && t.col < len(t.shown) {
		row, col = t.shown[t.row], t.shown[t.col]
	}
	t.shown = cell.Filter(t.query.Text(), matrixHeads, t.texts)
	slices.Sort(t.shown)
	if row >= 0 {
		t.row = max(0, slices.Index(t.shown, row))
		t.col = max(0, slices.Index(t.shown, col))
	}
	if t.row == t.col && len(t.shown) > 1 {
		t.col = (t.row + 1) % len(t.shown)
	}
}

// Survey asks for the figures that are shown, and then for the others.
func (t *Table) Survey() screen.Request {
	var pairs []session.Pair
	add := func(rows, cols []int) {
		for _, r := range rows {
			for _, c := range cols {
				if p := (session.Pair{t.articles[min(r, c)], t.articles[max(r, c)]}); r != c {
					if _, known := t.figure(p); !known {
						pairs = append(pairs, p)
					}
				}
			}
		}
	}
	add(t.window(t.firstRow, t.rows()), t.window(t.firstCol, t.columns()))
	if len(t.shown) <= session.MaxTabled {
		add(t.shown, t.shown)
	}
	return screen.Survey(pairs)
}

// window returns at most n of the shown articles, from the first on.
func (t *Table) window(first, n int) []int {
	return t.shown[min(first, len(t.shown)):min(first+n, len(t.shown))]
}

func (t *Table) Name() string { return "matrix" }

func (t *Table) Hints() []keys.Hint {
	return []keys.Hint{keys.Accept.To("open the pair"), keys.Cancel.To("close"), keys.CellLeft.To("left"), keys.CellRight.To("right"), keys.ListDown.To("down"), keys.ListUp.To("up")}
}

func (t *Table) Lines() []string { return t.made }

func (t *Table) Fit(c screen.Canvas) {
	t.Canvas = c
	t.draw()
}

func (t *Table) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case session.ComparedMsg, session.RecalledMsg:
		t.draw()
	case tea.KeyPressMsg:
		return t.press(msg)
	case tea.PasteMsg:
		return t, t.edit(msg)
	case tea.MouseWheelMsg:
		return t, t.move(screen.Notch(msg.Button), 0)
	case tea.MouseClickMsg:
		row, col, ok := t.cellAt(msg.X, msg.Y)
		switch {
		case msg.Button != tea.MouseLeft || !ok:
		case row == t.row && col == t.col:
			return t.take()
		default:
			return t, t.move(row-t.row, col-t.col)
		}
	}
	return t, nil
}

// press does what a key asks for, as in lists: what types a letter is typed.
func (t *Table) press(msg tea.KeyPressMsg) (screen.Screen, screen.Request) {
	switch t.Keys.ControlOf(keys.InTable, msg) {
	case keys.ListDown:
		return t, t.move(1, 0)
	case keys.ListUp:
		return t, t.move(-1, 0)
	case keys.ListPageDown:
		return t, t.move(t.rows(), 0)
	case keys.ListPageUp:
		return t, t.move(-t.rows(), 0)
	case keys.CellLeft:
		return t, t.move(0, -1)
	case keys.CellRight:
		return t, t.move(0, 1)
	case keys.Accept:
		return t.take()
	case keys.Cancel:
		return nil, screen.Survey(nil)
	case keys.ToggleHelp:
		return t, screen.Perform(keys.ToggleHelp)
	}
	return t, t.edit(msg)
}

// edit types into the query.
func (t *Table) edit(msg tea.Msg) screen.Request {
	changed := t.query.Update(msg)
	if changed {
		t.narrow()
	}
	t.draw()
	if !changed {
		return nil
	}
	return t.Survey()
}

// move selects another cell.
func (t *Table) move(rows, cols int) screen.Request {
	last := max(0, len(t.shown)-1)
	t.row = max(0, min(t.row+rows, last))
	t.col = max(0, min(t.col+cols, last))
	t.draw()
	return t.Survey()
}

// selected returns the pair of the selected cell; false for an article beside
// itself and where nothing passes.
func (t *Table) selected() (session.Pair, bool) {
	if t.row >= len(t.shown) || t.col >= len(t.shown) || t.row == t.col {
		return session.Pair{}, false
	}
	return session.Pair{t.articles[t.shown[t.row]], t.articles[t.shown[t.col]]}, true
}

// take closes the table and opens the selected pair.
func (t *Table) take() (screen.Screen, screen.Request) {
	p, ok := t.selected()
	if !ok {
		return t, screen.Say("an article is not compared with itself; choose another column")
	}
	return nil, screen.OpenPair(p, nil)
}

// cellAt returns the cell at a place of the screen.
func (t *Table) cellAt(x, y int) (row, col int, ok bool) {
	row, col = y-t.above()+t.firstRow, (x-t.heading())/cellWidth+t.firstCol
	ok = y >= t.above() && y < t.above()+t.rows() && x >= t.heading() && col < t.firstCol+t.columns() &&
		row < len(t.shown) && col < len(t.shown)
	return row, col, ok
}

// cellWidth is the width of a cell with the space before it: a shade
// of two, a figure of three digits, the sign of conflicts and their number of
// two digits.
const cellWidth = 11

// heading returns the width of what comes before the cells of a row.
func (t *Table) heading() int { return max(6, min(32, t.Width*3/10)) }

// columns returns how many columns there is room for.
func (t *Table) columns() int { return max(1, (t.Width-t.heading()-1)/cellWidth) }

// above returns how many lines are above the rows: the title, what is typed,
// the numbers of the columns, their outlets, as there is room.
func (t *Table) above() int {
	switch {
	case t.Height >= 10:
		return 4
	case t.Height >= 6:
		return 3
	case t.Height >= 3:
		return 1
	}
	return 0
}

// below returns how many lines are below the rows: what is selected.
func (t *Table) below() int {
	if t.Height >= 5 {
		return 1
	}
	return 0
}

// rows returns how many rows there is room for.
func (t *Table) rows() int { return max(1, t.Height-t.above()-t.below()) }

// draw makes the lines.
func (t *Table) draw() {
	if t.Theme == nil {
		return
	}
	t.firstRow = screen.InView(t.firstRow, t.row, len(t.shown), t.rows())
	t.firstCol = screen.InView(t.firstCol, t.col, len(t.shown), t.columns())
	t.made = t.made[:0]
	line := func(pieces ...look.Piece) { t.made = append(t.made, t.Compose(t.Width, false, pieces...)) }
	above := t.above()
	if above >= 3 {
		line(look.Plain.Of(" "), look.Strong.Of("matrix"), look.Quiet.Of(t.progress()))
		line(append([]look.Piece{look.Plain.Of(" "), look.Quiet.Of("› ")}, t.query.Draw(t.Method, t.Width-4)...)...)
	}
	if above >= 1 {
		line(t.heads(t.number)...)
	}
	if above >= 4 {
		line(t.heads(func(i int) string { return t.outlets[i] })...)
	}
	for row := range t.window(t.firstRow, t.rows()) {
		line(t.drawRow(t.firstRow + row)...)
	}
	for len(t.made) < t.Height-t.below() {
		t.made = append(t.made, "")
	}
	if t.below() > 0 {
		line(append([]look.Piece{look.Plain.Of(" ")}, t.explain()...)...)
	}
}

// fill returns text in exactly width cells.
func (t *Table) fill(text string, width int) string {
	text = cell.Shorten(t.Method, text, width)
	return text + strings.Repeat(" ", max(0, width-cell.Width(t.Method, text)))
}
