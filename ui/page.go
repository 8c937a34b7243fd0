package ui

import (
	"github.com/charmbracelet/x/ansi"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/session"
)

// margin is the least cells kept free on the left, for the bar beside the
// current sentence, and on the right, so that text does not touch the edge.
const margin = 1

// roomForOverview is the width in cells from which each pane has an overview
// at its right edge.
const roomForOverview = 40

// A pageKey is everything that a page's lines depend on.
type pageKey struct {
	pair      session.Pair
	kin       string // what a story knows the articles to be to each other: see Deck.Kin
	view      *layout.View
	width     int // of the whole screen, in cells
	measure   int // the greatest width of a pane; 0 is the usual
	furniture bool
	agreed    bool        // rows that agree are folded
	opened    fold        // but for this one
	method    ansi.Method // how the terminal counts cells
}

// A fold names a run of rows that agree by a sentence of it.
type fold struct {
	session.Cursor
	is bool // false: no fold
}

// A frame says where the columns of a page stand, in cells.
type frame struct {
	indent, left, edge, gutter, right int // edge is the overview's, beside each pane
}

// newFrame returns the columns for articles compared side by side, or in one
// column, on a screen of width cells. What the panes leave free is divided
// between both edges.
func newFrame(c *diffview.Comparison, v *layout.View, width, measure int) (frame, layout.Options) {
	var f frame
	if width >= roomForOverview {
		f.edge = 2
	}
	o := layout.Options{View: v, Width: max(width-2*margin-v.Panes*f.edge, 1), Measure: measure}
	f.left, f.gutter, f.right = layout.Panes(c, o)
	f.indent = max(margin, (width-f.left-f.gutter-f.right-v.Panes*f.edge)/2)
	if v.Panes == 1 {
		// The least pane is wider than the smallest screens.
		f.left = max(1, min(f.left, width-f.indent-f.gutter-f.edge))
	}
	return f, o
}

// A page is a comparison laid out for one key. It never changes. In the flowing
// view there are two, one an article, each with its own lines.
type page struct {
	key pageKey
	*session.Reading
	frame
	revision bool // the texts are nearly the same: what was changed stands out, and not what is the same

	side  diffview.Side // in the flowing view, whose lines these are
	other *page         // in the flowing view, the page of the other pane; else nil
	rows  []layout.Row
	laid  []layout.Line
	first []int // by row: its first line; one more for the end of the page
	last  []int // by row: the line after its own last, where the space begins
	rowOf []int // by line: its row; space between rows belongs to the row above

	where [2][]extent         // by side and sentence: where it stands in full
	order [2][]session.Cursor // by the pane that is read: the sentences from the top to the end
}

// newPage lays a comparison out. Of panes that stand apart it returns the page of
// the left one.
func newPage(k pageKey, c *session.Reading) *page {
	if !k.view.Apart {
		return layPage(k, c, diffview.Left)
	}
	left, right := layPage(k, c, diffview.Left), layPage(k, c, diffview.Right)
	right.side = diffview.Right
	left.other, right.other = right, left
	left.order[1], left.where[1] = right.order[1], right.where[1]
	right.order[0], right.where[0] = left.order[0], left.where[0]
	return left
}

// layPage lays the rows out, those of a side's pane where panes stand apart.
func layPage(k pageKey, c *session.Reading, side diffview.Side) *page {
	f, o := newFrame(c.Comparison, k.view, k.width, k.measure)
	o.Furniture = k.furniture
	rows := c.Rows
	if k.view.Rows != nil {
		rows = k.view.Rows(c.Comparison, side)
	}
	if k.agreed {
		rows = layout.Fold(c.Comparison, rows, func(side diffview.Side, sentence int) bool {
			return k.opened == fold{session.Cursor{Side: side, Sentence: sentence}, true}
		})
	}
	p := &page{key: k, Reading: c, frame: f, rows: rows, revision: revised(c.Shares, k.kin != "")}
	p.laid = layout.Lines(c.Comparison, rows, o)
	p.stretch(p.laid)
	p.place()
	return p
}

// of returns the page on which a side is read: in the flowing view that of its
// pane, else the only one.
func (p *page) of(side diffview.Side) *page {
	if p.other != nil && p.side != side {
		return p.other
	}
	return p
}

// has reports whether something holds for the rows of a pane.
func (p *page) has(holds func(rows []layout.Row) bool) bool {
	return holds(p.rows) || p.other != nil && holds(p.other.rows)
}

// stretch notes which lines each row has. Rows without a line get an empty
// stretch where they would stand.
func (p *page) stretch(lines []layout.Line) {
	p.first = make([]int, len(p.rows)+1)
	p.rowOf = make([]int, len(lines))
	p.last = make([]int, len(p.rows))
	row := 0
	for i := range lines {
		for lines[i].Row > row {
			row++
			p.first[row] = i
		}
		p.rowOf[i] = row
		if lines[i].Row == row {
			p.last[row] = i + 1
		}
	}
	for row++; row < len(p.first); row++ {
		p.first[row] = len(lines)
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

// revised reports whether two texts read as versions of one, by what each
// shares and by whether a story knows them to be versions or copies.
func revised(share [2]diffview.Share, known bool) bool {
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
