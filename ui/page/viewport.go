package page

import (
	"cmp"

	"parallax/diffview"
	"parallax/ui/session"
)

// around is how many lines stay above and below the sentence that is read,
// where the page has them, so that it is read with what surrounds it.
const around = 2

// A Place is where on a page the reader is, in terms that outlive a change of
// width, view, folds or theme. Only moving changes it; what a page cannot show
// gives way on that page alone.
type Place struct {
	anchor   session.Cursor // the first sentence of the row at the top of the screen
	line, of int            // which of that row's lines is the top one, when it had that many
	height   int            // the line of the screen on which the sentence begins
	Home     session.Cursor // the sentence that is read; a fold may show another for it
	Focus    diffview.Side

	// In the flowing view: the sentence read last that has a partner, the
	// partner at its height, and the sentence that was read at that time.
	level   [2]session.Cursor
	leveled session.Cursor
}

// Opening returns the place of a sentence to begin with, reading the left pane.
func Opening(c session.Cursor) Place { return Place{anchor: c, Home: c} }

// A Viewport is a page and the place on it.
type Viewport struct {
	Page           *Page
	Height         int // lines of text on the screen
	Top            int // the first line shown
	Beside         int // in the flowing view, the first line shown of the other pane: before its first or after its last it is blank
	session.Cursor     // the sentence that is read, as the page shows it
	Place
	Window []string  // the lines shown, from edge to edge
	Bands  [2][]band // by side: the overview
}

// Show puts a page on a screen of height lines, at the same place. Steady keeps
// the sentence at its height, as the page has changed all around it; else the
// line at the top stays.
func (r *Viewport) Show(p *Page, height int, steady bool) {
	if r.Page == p && r.Height == height {
		return
	}
	r.Page, r.Height = p, height
	r.overviews()
	if r.Empty() {
		r.Top = 0
		return
	}
	if p.Other != nil {
		r.Focus = p.side
	}
	r.Cursor = p.order[r.Focus][p.Index(r.Focus, r.Home)]
	if steady || p.Other != nil && r.anchor.Side != p.side {
		r.Top = r.clamp(p.Extent(r.Cursor).First - r.Place.height)
	} else {
		row := p.Extent(r.anchor).Row
		first, count := p.First[row], p.First[row+1]-p.First[row]
		line := r.line
		if r.of > 0 && count != r.of {
			line = r.line * count / r.of
		}
		r.Top = r.clamp(first + line)
	}
	if e := p.Extent(r.Cursor); e.Last <= r.Top || e.First >= r.Top+height {
		r.Top = r.clamp(r.topFor(r.Cursor))
	}
	r.align()
}

// clamp returns the nearest line that can be at the top.
func (r *Viewport) clamp(top int) int {
	return max(0, min(top, len(r.Page.Laid)-r.Height))
}

// settle notes the place that was moved to.
func (r *Viewport) settle() {
	if r.Empty() {
		return
	}
	r.Home = r.Cursor
	r.Place.height = r.Page.Extent(r.Cursor).First - r.Top
	row := r.Page.RowOf[r.clamp(r.Top)]
	r.anchor = r.Page.stop(r.Focus, row)
	r.line = max(0, r.Top-r.Page.First[row])
	r.of = r.Page.First[row+1] - r.Page.First[row]
	r.align()
}

// Empty reports whether there is no sentence to read.
func (r *Viewport) Empty() bool { return r.Page == nil || len(r.Page.Rows) == 0 }

// Current returns the row of the sentence that is read.
func (r *Viewport) Current() int { return r.Page.Extent(r.Cursor).Row }

// Step goes to the next sentence of the pane (by = 1) or the one before
// (by = -1). One that is longer than the screen is read to its end first.
func (r *Viewport) Step(by int) {
	if r.Empty() {
		return
	}
	e := r.Page.Extent(r.Cursor)
	if by > 0 && e.Last > r.Top+r.Height || by < 0 && e.First < r.Top {
		r.Top = r.clamp(r.Top + by)
		r.settle()
		return
	}
	order := r.Page.order[r.Focus]
	r.Cursor = order[max(0, min(r.Page.Index(r.Focus, r.Cursor)+by, len(order)-1))]
	r.follow()
	r.settle()
}

// Turn goes to the other pane: to what is next to the sentence that is
// read, or else to the next sentence there is.
func (r *Viewport) Turn() {
	if r.Page != nil && r.Page.Other != nil && len(r.Page.Other.Rows) > 0 {
		r.flip(r.opposite())
		r.reveal()
		r.settle()
		return
	}
	if r.Empty() || r.Page.Other != nil {
		return
	}
	row := r.Current()
	r.Focus = r.Focus.Other()
	to := r.Page.stop(r.Focus, row)
	order := r.Page.order[r.Focus]
	for i := r.Page.Index(r.Focus, to); i < len(order); i++ {
		if order[i].Side == r.Focus {
			to = order[i]
			break
		}
	}
	r.Cursor = to
	r.follow()
	r.settle()
}

// Scroll moves by lines, and the current sentence along when it leaves the
// screen. Where the page ends the sentence goes on alone, so that it reaches
// the last one too.
func (r *Viewport) Scroll(lines int) {
	if r.Empty() {
		return
	}
	top := r.clamp(r.Top + lines)
	if top == r.Top {
		r.Step(cmp.Compare(lines, 0))
		return
	}
	r.Top = top
	first, last := r.visible()
	r.Cursor = r.Page.order[r.Focus][max(first, min(r.Page.Index(r.Focus, r.Cursor), last))]
	r.settle()
}

// End goes to the first sentence of the pane, or the last.
func (r *Viewport) End(last bool) {
	if r.Empty() {
		return
	}
	order := r.Page.order[r.Focus]
	r.Top, r.Cursor = 0, order[0]
	if last {
		r.Top, r.Cursor = r.clamp(len(r.Page.Laid)), order[len(order)-1]
	}
	r.settle()
}

// Visit makes a sentence of the pane's order the current one and brings it
// into view.
func (r *Viewport) Visit(c session.Cursor) {
	r.Cursor = r.Page.order[r.Focus][r.Page.Index(r.Focus, c)]
	r.reveal()
	r.settle()
}

// GoTo makes a sentence the current one, its pane the one that is read, and
// brings it into view.
func (r *Viewport) GoTo(c session.Cursor) {
	if r.Empty() || c.Sentence < 0 || c.Sentence >= len(r.Page.where[c.Side]) {
		return
	}
	if r.Page.Other != nil && c.Side != r.Page.side {
		r.flip(c)
	}
	r.Focus = c.Side
	r.Visit(c)
}

// bounds returns the lines that should be seen of a sentence: its row's, when
// the screen has room for them.
func (r *Viewport) bounds(c session.Cursor) (first, last int) {
	e := r.Page.Extent(c)
	first, last = r.Page.First[e.Row], max(r.Page.last[e.Row], r.Page.First[e.Row])
	if last-first > r.Height-2*around {
		first, last = e.First, e.Last
	}
	if last-first > r.Height {
		last = first + r.Height
	}
	return first, last
}

// reveal brings the current sentence to a good place, if it is not in view.
func (r *Viewport) reveal() {
	if first, last := r.bounds(r.Cursor); first < r.Top || last > r.Top+r.Height {
		r.Top = r.clamp(r.topFor(r.Cursor))
	}
}

// follow scrolls as little as it takes to see the current sentence with what
// is around it.
func (r *Viewport) follow() {
	first, last := r.bounds(r.Cursor)
	if last-first+2*around <= r.Height {
		first, last = first-around, last+around
	}
	r.Top = r.clamp(min(max(r.Top, last-r.Height), first))
}

// topFor returns the line to put at the top so that a sentence is read well: a
// third down the screen, or higher when it is long.
func (r *Viewport) topFor(c session.Cursor) int {
	first, last := r.bounds(c)
	return first - min(r.Height/3, max(0, r.Height-(last-first)))
}

// visible returns the first and the last of the pane's sentences that begin on
// the screen, by their place in its order; the one that fills the screen when
// none begins there.
func (r *Viewport) visible() (first, last int) {
	first, last = -1, -1
	covers := 0
	for i, c := range r.Page.order[r.Focus] {
		e := r.Page.Extent(c)
		if e.First < r.Top {
			covers = i
			continue
		}
		if e.First >= r.Top+r.Height {
			break
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	if first < 0 {
		return covers, covers
	}
	return first, last
}

// At returns the sentence shown on a line of the screen, counted from the
// first line of text, at a column of the screen; false where there is none.
func (r *Viewport) At(line, column int) (session.Cursor, bool) {
	if r.Empty() || line < 0 || line >= r.Height {
		return session.Cursor{}, false
	}
	p, top := r.Page, r.Top
	side := diffview.Left
	if column >= p.Indent+p.Left+p.Edge+p.Gutter/2 && p.Right > 0 {
		side = diffview.Right
	}
	if p.Of(side) != p {
		p, top = p.Other, r.Beside
	}
	return p.at(top+line, side)
}

// At returns the sentence on a line, of a side if it has one there.
func (p *Page) at(line int, side diffview.Side) (session.Cursor, bool) {
	if line < 0 || line >= len(p.RowOf) {
		return session.Cursor{}, false
	}
	sides := []diffview.Side{side, side.Other()}
	if p.Other != nil {
		sides = sides[:1]
	}
	for _, side := range sides {
		for i := len(p.where[side]) - 1; i >= 0; i-- {
			if e := p.where[side][i]; e.First <= line && line < e.Last && e.Row == p.RowOf[line] {
				return session.Cursor{Side: side, Sentence: i}, true
			}
		}
	}
	return p.stop(side, p.RowOf[line]), true
}

// Seen returns how much of the page is above the screen's last line, in
// percent.
func (r *Viewport) Seen() int {
	if r.Page == nil || len(r.Page.Laid) <= r.Height {
		return 100
	}
	return (r.Top + r.Height) * 100 / len(r.Page.Laid)
}

// Across returns the place on a page that has the sides of this one swapped,
// with the sentence that is read at the same height.
func (r *Viewport) Across(to *Page) Place {
	c := session.Cursor{Side: r.Cursor.Side.Other(), Sentence: r.Cursor.Sentence}
	height := r.Page.Extent(r.Cursor).First - r.Top
	to = to.Of(c.Side)
	e := to.Extent(c)
	return Place{anchor: to.stop(r.Focus.Other(), e.Row), line: e.First - height - to.First[e.Row],
		height: height, Home: c, Focus: r.Focus.Other()}
}

// AnySentence is no sentence: who goes there reads on that side, where the
// reader was last.
const AnySentence = -1

// Reach goes to a sentence, or only to its side.
func (r *Viewport) Reach(to session.Cursor) {
	switch {
	case to.Sentence != AnySentence:
		r.GoTo(to)
	case r.Focus != to.Side:
		r.Turn()
	}
}

// SeeByte scrolls to the line of a byte of the sentence that is read, if it is
// not on the screen: a sentence can be longer than that.
func (r *Viewport) SeeByte(side diffview.Side, at int) {
	e := r.Page.Extent(r.Cursor)
	for i := e.First; i < e.Last && r.Cursor.Side == side; i++ {
		line := &r.Page.Laid[i]
		runs := line.Left
		if side == diffview.Right && len(line.Right) > 0 {
			runs = line.Right
		}
		for k := range runs {
			if s := runs[k].Span; s.Start <= at && at < s.End && (i < r.Top || i >= r.Top+r.Height) {
				r.Top = r.clamp(i - r.Height/3)
				r.settle()
				return
			}
		}
	}
}
