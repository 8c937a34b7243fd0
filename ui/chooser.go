package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/prose"
	"parallax/ui/cell"
)

// A chooser is a list that narrows as one types, with one row selected. It is
// the picker of pairs, the list of stories, the palette: they differ in their
// columns, rows and what taking a row does.
type chooser struct {
	canvas
	title   string
	columns []column
	entries []entry
	choose  func(i int) request // what taking an entry asks for; the chooser closes then

	// What a list may have beyond that; nil and empty is nothing.
	typed func(query string) request            // called in place of filtering, for rows that are found elsewhere
	other func(do action, entry int) request    // called for the other actions of lists
	more  []hint                                // for those
	say   string                                // what taking a row does, in a word or two; "" is "take"
	note  string                                // said behind the count of rows
	found func(query, text string) []prose.Span // what of a cell a query found; letters

	query   field
	texts   []string // by entry: what a query is looked for in, as cell.Loose makes it
	passed  []int    // the entries that pass, as they are listed
	at      int      // which of them is selected
	first   int      // which of them is at the top
	kept    int      // the entry that is selected when nothing is typed
	columnW []int    // by column: its width in cells; 0 is left out
	made    []string
}

// A column is one of a chooser's.
type column struct {
	head string
	part part
	most int  // its greatest width in cells; 0 for the one that takes what the others leave
	end  bool // its text stands flush right, as figures do
	tail bool // what is too long loses its end, not its middle
}

// An entry is a row of a chooser, and what it is found by.
type entry struct {
	cells []string // by column
	also  string   // found by this too; not shown
}

// text returns all that an entry is found by.
func (e entry) text() string { return strings.Join(e.cells, " ") + " " + e.also }

// newChooser returns a list with an entry selected.
func newChooser(title string, columns []column, entries []entry, selected int, choose func(i int) request) *chooser {
	c := &chooser{title: title, columns: columns, choose: choose, found: cell.Letters, query: newField(""), kept: selected}
	c.setEntries(entries)
	return c
}

// setEntries gives a list other rows. The selected one stays at its place.
func (c *chooser) setEntries(entries []entry) {
	c.entries = entries
	first := c.first
	c.texts = nil
	c.narrow()
	c.first = first
	if c.theme != nil {
		c.fit(c.canvas)
	}
}

// narrow lists the entries that pass what is typed. The best of them is
// selected, or the one that was before anything was typed.
func (c *chooser) narrow() {
	c.at, c.first = 0, 0
	if c.whole() {
		c.passed = c.passed[:0]
		for i := range c.entries {
			c.passed = append(c.passed, i)
		}
		c.at = max(0, slices.Index(c.passed, c.kept))
		return
	}
	if c.texts == nil {
		c.texts = make([]string, len(c.entries))
		for i, e := range c.entries {
			c.texts[i], _ = cell.Loose.Of(e.text(), false)
		}
	}
	c.passed = cell.Filter(c.query.text(), c.texts)
}

// whole reports whether all entries are listed, in their own order.
func (c *chooser) whole() bool { return c.typed != nil || strings.TrimSpace(c.query.text()) == "" }

// selected returns the selected entry; false when none passes.
func (c *chooser) selected() (i int, ok bool) {
	if c.at >= len(c.passed) {
		return 0, false
	}
	return c.passed[c.at], true
}

func (c *chooser) name() string { return c.title }

func (c *chooser) hints() []hint {
	return append(append([]hint{{accept, cmp.Or(c.say, "take")}}, c.more...), hint{cancel, "close"}, hint{listDown, "down"}, hint{listUp, "up"})
}

func (c *chooser) lines() []string { return c.made }

func (c *chooser) fit(to canvas) {
	c.canvas = to
	c.measure()
	c.draw()
}

func (c *chooser) update(msg tea.Msg) (screen, request) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return c.press(msg)
	case tea.PasteMsg:
		return c, c.edit(msg)
	case tea.MouseWheelMsg:
		c.move(notch(msg.Button))
	case tea.MouseClickMsg:
		row := msg.Y - c.above() + c.first
		switch {
		case msg.Button != tea.MouseLeft || msg.Y < c.above() || row >= len(c.passed):
		case row == c.at:
			return c.take()
		default:
			c.move(row - c.at)
		}
	}
	return c, nil
}

// press does what a key asks for. What types a letter is typed, whatever the
// letter does elsewhere.
func (c *chooser) press(msg tea.KeyPressMsg) (screen, request) {
	do := c.keys.actionOf(inList, msg)
	if msg.Text != "" {
		do = ""
	}
	switch do {
	case listDown:
		c.move(1)
	case listUp:
		c.move(-1)
	case listPageDown:
		c.move(c.rows())
	case listPageUp:
		c.move(-c.rows())
	case accept:
		return c.take()
	case cancel:
		return nil, nil
	case toggleHelp:
		return c, openScreen(newHelp())
	case "":
		return c, c.edit(msg)
	default:
		if i, ok := c.selected(); ok && c.other != nil {
			return c, c.other(do, i)
		}
	}
	return c, nil
}

// edit types into the query.
func (c *chooser) edit(msg tea.Msg) request {
	var asked request
	switch changed := c.query.update(msg); {
	case changed && c.typed != nil:
		asked = c.typed(c.query.text())
	case changed:
		c.narrow()
	}
	c.draw()
	return asked
}

// take closes the list with the selected entry.
func (c *chooser) take() (screen, request) {
	if i, ok := c.selected(); ok {
		return nil, c.choose(i)
	}
	return c, nil
}

// move selects another row.
func (c *chooser) move(by int) {
	c.at = max(0, min(c.at+by, len(c.passed)-1))
	if i, ok := c.selected(); ok && c.whole() {
		c.kept = i
	}
	c.draw()
}

// above returns how many lines stand above the rows: the title, what is typed,
// the heads of the columns, as there is room.
func (c *chooser) above() int {
	headed := slices.ContainsFunc(c.columns, func(k column) bool { return k.head != "" })
	switch {
	case c.height >= 10 && headed:
		return 3
	case c.height >= 6:
		return 2
	case c.height >= 2:
		return 1
	}
	return 0
}

// rows returns how many rows there is room for.
func (c *chooser) rows() int { return max(1, c.height-c.above()) }

// gap is the space between columns, in cells.
const gap = 2

// leastText is the least width in cells of the column that takes what the
// others leave. The last columns go before it is narrower.
const leastText = 20

// measure gives each column its width.
func (c *chooser) measure() {
	c.columnW = make([]int, len(c.columns))
	left, wide := c.width-2, -1 // the bar of the selected row, and as much at the right
	for i, k := range c.columns {
		if k.most == 0 {
			wide = i
			left -= leastText
		}
	}
	for i, k := range c.columns {
		if k.most == 0 {
			continue
		}
		w := 0
		for _, e := range c.entries {
			w = max(w, min(k.most, cell.Width(c.method, e.cells[i])))
		}
		if w == 0 {
			continue // no row has it
		}
		w = max(w, cell.Width(c.method, k.head))
		if w+gap > left && (wide >= 0 || i > 0) {
			continue // there is no room for it
		}
		c.columnW[i] = min(w, max(left, 1))
		left -= c.columnW[i] + gap
	}
	if wide >= 0 {
		c.columnW[wide] = max(1, leastText+left)
		c.handOn(wide)
	}
}

// handOn gives what the widest text of a column leaves free to the columns that
// lose their end.
func (c *chooser) handOn(wide int) {
	longest := func(column int) int {
		w := cell.Width(c.method, c.columns[column].head)
		for _, e := range c.entries {
			w = max(w, cell.Width(c.method, e.cells[column]))
		}
		return w
	}
	free := c.columnW[wide] - longest(wide)
	for i, k := range c.columns {
		if more := min(free, longest(i)-c.columnW[i]); k.tail && i != wide && c.columnW[i] > 0 && more > 0 {
			c.columnW[i] += more
			c.columnW[wide] -= more
			free -= more
		}
	}
}

// draw makes the lines.
func (c *chooser) draw() {
	if c.theme == nil {
		return
	}
	rows := c.rows()
	c.first = max(0, min(c.first, c.at, len(c.passed)-rows), c.at-rows+1)
	c.made = c.made[:0]
	count := fmt.Sprintf("  %d of %d", len(c.passed), len(c.entries))
	if c.typed != nil {
		count = fmt.Sprintf("  %d found", len(c.entries))
	}
	if c.note != "" {
		count += " · " + c.note
	}
	line := func(pieces ...piece) { c.made = append(c.made, c.compose(c.width, false, pieces...)) }
	above := c.above()
	if above >= 2 {
		line(plain.Of(" "), strong.Of(c.title), quiet.Of(count))
	}
	if above >= 1 {
		line(append([]piece{plain.Of(" "), quiet.Of("› ")}, c.query.draw(c.canvas, c.width-4)...)...)
	}
	if above >= 3 && len(c.passed) > 0 {
		heads := []piece{plain.Of(" ")}
		for i, k := range c.columns {
			heads = append(heads, c.cell(i, []piece{quiet.Of(k.head)})...)
		}
		line(heads...)
	}
	for i := c.first; i < min(len(c.passed), c.first+rows); i++ {
		c.made = append(c.made, c.row(i))
	}
	if len(c.passed) == 0 && c.typed == nil && len(c.made) < c.height {
		line(plain.Of(" "), quiet.Of("nothing has what is typed"))
	}
	for len(c.made) < c.height {
		c.made = append(c.made, "")
	}
}

// row draws a row that passed.
func (c *chooser) row(i int) string {
	e := c.entries[c.passed[i]]
	pieces := []piece{plain.Of(" ")}
	if i == c.at {
		pieces[0] = marker.Of("▌")
	}
	text := e.text()
	var found []bool // by byte of the text
	for _, s := range c.found(c.query.text(), text) {
		if found == nil {
			found = make([]bool, len(text))
		}
		for i := s.Start; i < s.End; i++ {
			found[i] = true
		}
	}
	start := 0
	for k, text := range e.cells {
		base := c.columns[k].part
		if i == c.at && base != quiet {
			base = strong
		}
		var here []bool
		if found != nil {
			here = found[start : start+len(text)]
		}
		pieces = append(pieces, c.cell(k, c.lettered(k, text, here, base))...)
		start += len(text) + 1
	}
	return c.compose(c.width, false, pieces...)
}

// lettered returns the text of a column, as much as there is room for, as
// pieces: the bytes that were found apart.
func (c *chooser) lettered(column int, text string, found []bool, base part) []piece {
	width := c.columnW[column]
	switch {
	case width == 0:
		return nil
	case cell.Width(c.method, text) <= width:
		return spelled(text, found, base)
	case c.columns[column].tail:
		head := cell.Clip(c.method, text, width-1, "")
		return append(spelled(head, found, base), base.Of("…"))
	}
	head, tail := cell.Ends(c.method, text, width-1)
	pieces := append(spelled(head, found, base), base.Of("…"))
	if found != nil {
		found = found[len(text)-len(tail):]
	}
	return append(pieces, spelled(tail, found, base)...)
}

// spelled returns a text as pieces, its bytes that were found apart.
func spelled(text string, found []bool, base part) []piece {
	if found == nil {
		return []piece{base.Of(text)}
	}
	var pieces []piece
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && found[end] == found[start] {
			end++
		}
		look := base
		if found[start] {
			look = match
		}
		pieces = append(pieces, look.Of(text[start:end]))
		start = end
	}
	return pieces
}

// cell returns the text of a column filled up to its width, behind the gap to
// the column before.
func (c *chooser) cell(column int, text []piece) []piece {
	width := c.columnW[column]
	if width == 0 {
		return nil
	}
	for _, p := range text {
		width -= cell.Width(c.method, p.Text)
	}
	fill := plain.Of(strings.Repeat(" ", max(0, width)))
	if c.columns[column].end {
		text = append([]piece{fill}, text...)
	} else {
		text = append(text, fill)
	}
	if column == 0 {
		return text
	}
	return append([]piece{plain.Of(strings.Repeat(" ", gap))}, text...)
}
