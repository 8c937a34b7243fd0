// Package list draws lists that narrow as you type, and the line that is typed
// into. Rows, keys and what taking a row does are its caller's: rows go in as
// text by columns, lines of the screen and the selected row come out.
package list

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/prose"
	"parallax/ui/cell"
	"parallax/ui/hyperlink"
	"parallax/ui/look"
	"parallax/ui/zone"
)

// A Canvas is what there is to draw on: cells, and how the terminal counts and
// colours them.
type Canvas struct {
	Width, Height int
	Method        ansi.Method
	Theme         *look.Theme
}

// Compose returns pieces as one styled line, cut at width and, when pad is
// set, filled up to it.
func (c Canvas) Compose(width int, pad bool, pieces ...look.Piece) string {
	var b strings.Builder
	used := 0
	for _, p := range pieces {
		w := cell.Width(c.Method, p.Text)
		if used+w > width {
			p.Text = cell.Clip(c.Method, p.Text, max(0, width-used), "…")
			w = cell.Width(c.Method, p.Text)
		}
		used += w
		b.WriteString(zone.Mark(hyperlink.Text(c.Theme.As(p.Part, p.Text), p.Link), p.Do))
	}
	if pad && used < width {
		b.WriteString(strings.Repeat(" ", width-used))
	}
	return b.String()
}

// Length returns the cells that pieces take.
func (c Canvas) Length(pieces []look.Piece) (n int) {
	for _, p := range pieces {
		n += cell.Width(c.Method, p.Text)
	}
	return n
}

// A List narrows as you type, with one row selected.
type List struct {
	Canvas
	Title     string
	Across    int                                   // the width of the line with the title, where that is wider than the list
	Note      string                                // shown after the count of rows
	Found     func(query, text string) []prose.Span // what of a row a query found; letters unless set
	Elsewhere bool                                  // rows are found elsewhere: what is typed narrows nothing
	Guess     bool                                  // a word that no row has is taken for the word of a row that is most like it

	columns []Column
	heads   []string // of the columns
	entries []Entry
	query   Field
	guessed string   // what the query is taken for; "" for what it says
	texts   []string // by entry: what cell.Filter looks in
	passed  []int    // the entries that pass, as they are listed
	at      int      // which of them is selected
	first   int      // which of them is at the top
	kept    int      // the entry that is selected when nothing is typed
	columnW []int    // by column: its width in cells; 0 is left out
	made    []string
}

// A Column is one of a list's.
type Column struct {
	Head  string
	Part  look.Part
	Most  int  // its greatest width in cells; 0 for the one that takes what the others leave
	End   bool // its text stands flush right, as figures do
	Tail  bool // what is too long loses its end, not its middle
	Spare bool // it has room only where all others have
	Aside bool // it is not shown: rows are only found by it
}

// An Entry is a row of a list, and what it is found by.
type Entry struct{ Cells []string } // by column

// text returns all that an entry is found by.
func (e Entry) text() string { return strings.Join(e.Cells, cell.FieldEnd) }

// New returns a list with an entry selected.
func New(title string, columns []Column, entries []Entry, selected int) *List {
	l := &List{Title: title, columns: columns, query: NewField(""), kept: selected}
	for _, k := range columns {
		l.heads = append(l.heads, k.Head)
	}
	l.Found = func(query, text string) []prose.Span { return cell.Letters(query, l.heads, text) }
	l.SetEntries(entries)
	return l
}

// SetEntries gives a list other rows. The selected one stays at its place.
func (l *List) SetEntries(entries []Entry) {
	l.entries = entries
	first := l.first
	l.texts = nil
	l.narrow()
	l.first = first
	if l.Theme != nil {
		l.Fit(l.Canvas)
	}
}

// Keep has an entry selected when the list next gets rows and nothing narrows it.
func (l *List) Keep(i int) { l.kept = i }

// narrow lists the entries that pass what is typed. The best of them is
// selected, or the one that was before anything was typed.
func (l *List) narrow() {
	l.at, l.first, l.guessed = 0, 0, ""
	if l.whole() {
		l.passed = l.passed[:0]
		for i := range l.entries {
			l.passed = append(l.passed, i)
		}
		l.at = max(0, slices.Index(l.passed, l.kept))
		return
	}
	if l.texts == nil {
		l.texts = make([]string, len(l.entries))
		for i, e := range l.entries {
			l.texts[i], _ = cell.Loose.Of(e.text(), false)
		}
	}
	if l.Guess {
		if like, changed := cell.Correct(l.query.Text(), l.heads, l.texts); changed {
			if l.passed = cell.Filter(like, l.heads, l.texts); len(l.passed) > 0 {
				l.guessed = like
				return
			}
		}
	}
	l.passed = cell.Filter(l.query.Text(), l.heads, l.texts)
}

// whole reports whether all entries are listed, in their own order.
func (l *List) whole() bool { return l.Elsewhere || strings.TrimSpace(l.query.Text()) == "" }

// asked returns what rows are looked for by.
func (l *List) asked() string { return cmp.Or(l.guessed, l.query.Text()) }

// Query returns what is typed.
func (l *List) Query() string { return l.query.Text() }

// SetQuery puts a text in the place of what is typed.
func (l *List) SetQuery(text string) { l.query = NewField(text) }

// Restart selects the first entry when nothing narrows the list.
func (l *List) Restart() { l.kept, l.first = 0, 0 }

// Selected returns the selected entry; false when none passes.
func (l *List) Selected() (i int, ok bool) {
	if l.at >= len(l.passed) {
		return 0, false
	}
	return l.passed[l.at], true
}

// Lines returns what is shown: as many lines as the canvas is high, none wider.
func (l *List) Lines() []string { return l.made }

// Fit makes the lines for a canvas.
func (l *List) Fit(to Canvas) {
	l.Canvas = to
	l.measure()
	l.Draw()
}

// Type types a key or a paste, and reports whether it changed the query.
func (l *List) Type(msg tea.Msg) (changed bool) {
	if changed = l.query.Update(msg); changed && !l.Elsewhere {
		l.narrow()
	}
	l.Draw()
	return changed
}

// Move selects another row.
func (l *List) Move(by int) {
	l.at = max(0, min(l.at+by, len(l.passed)-1))
	if i, ok := l.Selected(); ok && l.whole() {
		l.kept = i
	}
	l.Draw()
}

// Click selects the row that is on a line, and reports whether it was
// selected already.
func (l *List) Click(line int) (again bool) {
	row := line - l.above() + l.first
	switch {
	case line < l.above() || row >= len(l.passed):
		return false
	case row == l.at:
		return true
	}
	l.Move(row - l.at)
	return false
}

// Titled reports whether there is room for the line with the title.
func (l *List) Titled() bool { return l.above() >= 2 }

// above returns how many lines are above the rows: the title, what is typed,
// the heads of the columns, as there is room.
func (l *List) above() int {
	headed := slices.ContainsFunc(l.columns, func(k Column) bool { return k.Head != "" && !k.Aside })
	switch {
	case l.Height >= 10 && headed:
		return 3
	case l.Height >= 6:
		return 2
	case l.Height >= 2:
		return 1
	}
	return 0
}

// Page returns how many rows there is room for.
func (l *List) Page() int { return max(1, l.Height-l.above()) }

// gap is the space between columns, in cells.
const gap = 2

// leastText is the least width in cells of the column that takes what the
// others leave. The last columns go before it is narrower.
const leastText = 20

// spareText is the least width of that column beside those that are spare.
const spareText = 36
