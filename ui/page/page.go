// Package page is two articles as they are read: a reading and a size go in, a
// page of lines comes out that never changes, and a Viewport is where on it one
// is: the sentence that is read, what is next to it, and the lines on the
// screen with what is lit on them.
package page

import (
	"github.com/charmbracelet/x/ansi"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/session"
)

// Margin is the least cells kept free on the left, for the bar beside the
// current sentence, and on the right, so that text does not touch the edge.
const Margin = 1

// roomForOverview is the width in cells from which each pane has an overview
// at its right edge.
const roomForOverview = 40

// A Key is everything that a page's lines depend on.
type Key struct {
	Pair      session.Pair
	Kin       string // what a story knows the articles to be to each other: see Deck.Kin
	View      *layout.View
	Width     int  // of the whole screen, in cells
	Measure   int  // the greatest width of a pane; 0 is the default
	Judged    bool // a judge was asked about the pair
	Furniture bool
	Agreed    bool        // rows that agree are folded
	Opened    Fold        // but for this one
	Method    ansi.Method // how the terminal counts cells
}

// A Fold names a run of rows that agree by a sentence of it.
type Fold struct {
	session.Cursor
	Is bool // false: no fold
}

// A Frame says where the columns of a page are, in cells.
type Frame struct {
	Indent, Left, Edge, Gutter, Right int // edge is the overview's, beside each pane
}

// NewFrame returns the columns for articles compared side by side, or in one
// column, on a screen of width cells. What the panes leave free is divided
// between both edges.
func NewFrame(c *diffview.Comparison, v *layout.View, width, measure int) (Frame, layout.Options) {
	var f Frame
	if width >= roomForOverview {
		f.Edge = 2
	}
	o := layout.Options{View: v, Width: max(width-2*Margin-v.Panes*f.Edge, 1), Measure: measure}
	f.Left, f.Gutter, f.Right = layout.Panes(c, o)
	f.Indent = max(Margin, (width-f.Left-f.Gutter-f.Right-v.Panes*f.Edge)/2)
	if v.Panes == 1 {
		// The least pane is wider than the smallest screens.
		f.Left = max(1, min(f.Left, width-f.Indent-f.Gutter-f.Edge))
	}
	return f, o
}

// A Page is a comparison laid out for one key. It never changes. In the flowing
// view there are two, one an article, each with its own lines.
type Page struct {
	Key Key
	*session.Reading
	Frame
	Revision bool // the texts are nearly the same: what was changed stands out, and not what is the same

	side  diffview.Side // in the flowing view, whose lines these are
	Other *Page         // in the flowing view, the page of the other pane; else nil
	Rows  []layout.Row
	Laid  []layout.Line
	First []int // by row: its first line; one more for the end of the page
	last  []int // by row: the line after its own last, where the space begins
	RowOf []int // by line: its row; space between rows belongs to the row above

	where [2][]extent         // by side and sentence: where it is shown in full
	order [2][]session.Cursor // by the pane that is read: the sentences from the top to the end
}

// New lays a comparison out. Of panes that are apart it returns the page of
// the left one.
func New(k Key, c *session.Reading) *Page {
	if !k.View.Apart {
		return layPage(k, c, diffview.Left)
	}
	left, right := layPage(k, c, diffview.Left), layPage(k, c, diffview.Right)
	right.side = diffview.Right
	left.Other, right.Other = right, left
	left.order[1], left.where[1] = right.order[1], right.where[1]
	right.order[0], right.where[0] = left.order[0], left.where[0]
	return left
}

// layPage lays the rows out, those of a side's pane where panes are apart.
func layPage(k Key, c *session.Reading, side diffview.Side) *Page {
	f, o := NewFrame(c.Comparison, k.View, k.Width, k.Measure)
	o.Furniture = k.Furniture
	rows := c.Rows
	if k.View.Rows != nil {
		rows = k.View.Rows(c.Comparison, side)
	}
	if k.Agreed {
		rows = layout.Fold(c.Comparison, rows, func(side diffview.Side, sentence int) bool {
			return k.Opened == Fold{session.Cursor{Side: side, Sentence: sentence}, true}
		})
	}
	p := &Page{Key: k, Reading: c, Frame: f, Rows: rows, Revision: c.Exact != nil || Revised(c.Shares, k.Kin != "")}
	p.Laid = layout.Lines(c.Comparison, rows, o)
	p.stretch(p.Laid)
	p.place()
	return p
}

// Of returns the page on which a side is read: in the flowing view that of its
// pane, else the only one.
func (p *Page) Of(side diffview.Side) *Page {
	if p.Other != nil && p.side != side {
		return p.Other
	}
	return p
}

// Has reports whether something holds for the rows of a pane.
func (p *Page) Has(holds func(rows []layout.Row) bool) bool {
	return holds(p.Rows) || p.Other != nil && holds(p.Other.Rows)
}

// stretch notes which lines each row has. Rows without a line get an empty
// stretch where they would stand.
func (p *Page) stretch(lines []layout.Line) {
	p.First = make([]int, len(p.Rows)+1)
	p.RowOf = make([]int, len(lines))
	p.last = make([]int, len(p.Rows))
	row := 0
	for i := range lines {
		for lines[i].Row > row {
			row++
			p.First[row] = i
		}
		p.RowOf[i] = row
		if lines[i].Row == row {
			p.last[row] = i + 1
		}
	}
	for row++; row < len(p.First); row++ {
		p.First[row] = len(lines)
	}
}

// The share of agreed words, in percent, from which two texts are read as
// versions of one. Of the sample corpus's pairs and those of a corpus of wire
// stories the two versions share 82, and different texts at most 58. Versions
// and copies can be rewritten so much (copies down to 26) that what is the same
// is what should stand out.
const (
	nearlySame = 75
	sameOrigin = 50 // for those known to be versions or copies
)

// Revised reports whether two texts read as versions of one, by what each
// shares and by whether a story knows them to be versions or copies.
func Revised(share [2]diffview.Share, known bool) bool {
	least := nearlySame
	if known {
		least = sameOrigin
	}
	for _, s := range share {
		if s.Words == 0 || s.Agree*100 < s.Words*least {
			return false
		}
	}
	return true
}
