package ui

import (
	"cmp"

	"parallax/diffview"
	"parallax/ui/session"
)

// around is how many lines stay above and below the sentence that is read,
// where the page has them, so that it is read with what surrounds it.
const around = 2

// A place is where on a page the reader is, in terms that outlive a change of
// width, view, folds or theme. Only moving changes it; what a page cannot show
// gives way on that page alone.
type place struct {
	anchor   session.Cursor // the first sentence of the row at the top of the screen
	line, of int            // which of that row's lines is the top one, when it had that many
	height   int            // the line of the screen on which the sentence begins
	home     session.Cursor // the sentence that is read; a fold may show another for it
	focus    diffview.Side

	// In the flowing view: the sentence read last that has a partner, the
	// partner at its height, and the sentence that was read at that time.
	level   [2]session.Cursor
	leveled session.Cursor
}

// opening returns the place of a sentence to begin with, reading the left pane.
func opening(c session.Cursor) place { return place{anchor: c, home: c} }

// A reader is a page and the place on it.
type reader struct {
	page           *page
	height         int // lines of text on the screen
	top            int // the first line shown
	beside         int // in the flowing view, the first line shown of the other pane: before its first or after its last it is blank
	session.Cursor     // the sentence that is read, as the page shows it
	place
	window []string  // the lines shown, from edge to edge
	bands  [2][]band // by side: the overview
}

// show puts a page on a screen of height lines, at the same place. Steady keeps
// the sentence at its height, as the page has changed all around it; else the
// line at the top stays.
func (r *reader) show(p *page, height int, steady bool) {
	if r.page == p && r.height == height {
		return
	}
	r.page, r.height = p, height
	r.survey()
	if r.empty() {
		r.top = 0
		return
	}
	if p.other != nil {
		r.focus = p.side
	}
	r.Cursor = p.order[r.focus][p.index(r.focus, r.home)]
	if steady || p.other != nil && r.anchor.Side != p.side {
		r.top = r.clamp(p.extent(r.Cursor).first - r.place.height)
	} else {
		row := p.extent(r.anchor).row
		first, count := p.first[row], p.first[row+1]-p.first[row]
		line := r.line
		if r.of > 0 && count != r.of {
			line = r.line * count / r.of
		}
		r.top = r.clamp(first + line)
	}
	if e := p.extent(r.Cursor); e.last <= r.top || e.first >= r.top+height {
		r.top = r.clamp(r.topFor(r.Cursor))
	}
	r.align()
}

// clamp returns the nearest line that can stand at the top.
func (r *reader) clamp(top int) int {
	return max(0, min(top, len(r.page.laid)-r.height))
}

// settle notes the place that was moved to.
func (r *reader) settle() {
	if r.empty() {
		return
	}
	r.home = r.Cursor
	r.place.height = r.page.extent(r.Cursor).first - r.top
	row := r.page.rowOf[r.clamp(r.top)]
	r.anchor = r.page.stop(r.focus, row)
	r.line = max(0, r.top-r.page.first[row])
	r.of = r.page.first[row+1] - r.page.first[row]
	r.align()
}

// empty reports whether there is no sentence to read.
func (r *reader) empty() bool { return r.page == nil || len(r.page.rows) == 0 }

// current returns the row of the sentence that is read.
func (r *reader) current() int { return r.page.extent(r.Cursor).row }

// step goes to the next sentence of the pane (by = 1) or the one before
// (by = -1). One that is longer than the screen is read to its end first.
func (r *reader) step(by int) {
	if r.empty() {
		return
	}
	e := r.page.extent(r.Cursor)
	if by > 0 && e.last > r.top+r.height || by < 0 && e.first < r.top {
		r.top = r.clamp(r.top + by)
		r.settle()
		return
	}
	order := r.page.order[r.focus]
	r.Cursor = order[max(0, min(r.page.index(r.focus, r.Cursor)+by, len(order)-1))]
	r.follow()
	r.settle()
}

// turn goes to the other pane: to what stands beside the sentence that is
// read, or else to the next sentence there is.
func (r *reader) turn() {
	if r.page != nil && r.page.other != nil && len(r.page.other.rows) > 0 {
		r.flip(r.opposite())
		r.reveal()
		r.settle()
		return
	}
	if r.empty() || r.page.other != nil {
		return
	}
	row := r.current()
	r.focus = r.focus.Other()
	to := r.page.stop(r.focus, row)
	order := r.page.order[r.focus]
	for i := r.page.index(r.focus, to); i < len(order); i++ {
		if order[i].Side == r.focus {
			to = order[i]
			break
		}
	}
	r.Cursor = to
	r.follow()
	r.settle()
}

// scroll moves by lines, and the current sentence along when it leaves the
// screen. Where the page ends the sentence goes on alone, so that it reaches
// the last one too.
func (r *reader) scroll(lines int) {
	if r.empty() {
		return
	}
	top := r.clamp(r.top + lines)
	if top == r.top {
		r.step(cmp.Compare(lines, 0))
		return
	}
	r.top = top
	first, last := r.visible()
	r.Cursor = r.page.order[r.focus][max(first, min(r.page.index(r.focus, r.Cursor), last))]
	r.settle()
}

// end goes to the first sentence of the pane, or the last.
func (r *reader) end(last bool) {
	if r.empty() {
		return
	}
	order := r.page.order[r.focus]
	r.top, r.Cursor = 0, order[0]
	if last {
		r.top, r.Cursor = r.clamp(len(r.page.laid)), order[len(order)-1]
	}
	r.settle()
}

// visit makes a sentence of the pane's order the current one and brings it
// into view.
func (r *reader) visit(c session.Cursor) {
	r.Cursor = r.page.order[r.focus][r.page.index(r.focus, c)]
	r.reveal()
	r.settle()
}

// goTo makes a sentence the current one, its pane the one that is read, and
// brings it into view.
func (r *reader) goTo(c session.Cursor) {
	if r.empty() || c.Sentence < 0 || c.Sentence >= len(r.page.where[c.Side]) {
		return
	}
	if r.page.other != nil && c.Side != r.page.side {
		r.flip(c)
	}
	r.focus = c.Side
	r.visit(c)
}

// bounds returns the lines that should be seen of a sentence: its row's, when
// the screen has room for them.
func (r *reader) bounds(c session.Cursor) (first, last int) {
	e := r.page.extent(c)
	first, last = r.page.first[e.row], max(r.page.last[e.row], r.page.first[e.row])
	if last-first > r.height-2*around {
		first, last = e.first, e.last
	}
	if last-first > r.height {
		last = first + r.height
	}
	return first, last
}

// reveal brings the current sentence to a good place, if it is not in view.
func (r *reader) reveal() {
	if first, last := r.bounds(r.Cursor); first < r.top || last > r.top+r.height {
		r.top = r.clamp(r.topFor(r.Cursor))
	}
}

// follow scrolls as little as it takes to see the current sentence with what
// is around it.
func (r *reader) follow() {
	first, last := r.bounds(r.Cursor)
	if last-first+2*around <= r.height {
		first, last = first-around, last+around
	}
	r.top = r.clamp(min(max(r.top, last-r.height), first))
}

// topFor returns the line to put at the top so that a sentence is read well: a
// third down the screen, or higher when it is long.
func (r *reader) topFor(c session.Cursor) int {
	first, last := r.bounds(c)
	return first - min(r.height/3, max(0, r.height-(last-first)))
}

// visible returns the first and the last of the pane's sentences that begin on
// the screen, by their place in its order; the one that fills the screen when
// none begins there.
func (r *reader) visible() (first, last int) {
	first, last = -1, -1
	covers := 0
	for i, c := range r.page.order[r.focus] {
		e := r.page.extent(c)
		if e.first < r.top {
			covers = i
			continue
		}
		if e.first >= r.top+r.height {
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

// at returns the sentence shown on a line of the screen, counted from the
// first line of text, at a column of the screen; false where there is none.
func (r *reader) at(line, column int) (session.Cursor, bool) {
	if r.empty() || line < 0 || line >= r.height {
		return session.Cursor{}, false
	}
	p, top := r.page, r.top
	side := diffview.Left
	if column >= p.indent+p.left+p.edge+p.gutter/2 && p.right > 0 {
		side = diffview.Right
	}
	if p.of(side) != p {
		p, top = p.other, r.beside
	}
	return p.at(top+line, side)
}

// at returns the sentence on a line, of a side if it has one there.
func (p *page) at(line int, side diffview.Side) (session.Cursor, bool) {
	if line < 0 || line >= len(p.rowOf) {
		return session.Cursor{}, false
	}
	sides := []diffview.Side{side, side.Other()}
	if p.other != nil {
		sides = sides[:1]
	}
	for _, side := range sides {
		for i := len(p.where[side]) - 1; i >= 0; i-- {
			if e := p.where[side][i]; e.first <= line && line < e.last && e.row == p.rowOf[line] {
				return session.Cursor{Side: side, Sentence: i}, true
			}
		}
	}
	return p.stop(side, p.rowOf[line]), true
}

// seen returns how much of the page is above the screen's last line, in
// percent.
func (r *reader) seen() int {
	if r.page == nil || len(r.page.laid) <= r.height {
		return 100
	}
	return (r.top + r.height) * 100 / len(r.page.laid)
}

// across returns the place on a page that has the sides of this one swapped,
// with the sentence that is read at the same height.
func (r *reader) across(to *page) place {
	c := session.Cursor{Side: r.Cursor.Side.Other(), Sentence: r.Cursor.Sentence}
	height := r.page.extent(r.Cursor).first - r.top
	to = to.of(c.Side)
	e := to.extent(c)
	return place{anchor: to.stop(r.focus.Other(), e.row), line: e.first - height - to.first[e.row],
		height: height, home: c, focus: r.focus.Other()}
}

// anySentence is no sentence: who goes there reads on that side, where the
// reader was last.
const anySentence = -1

// reach goes to a sentence, or only to its side.
func (r *reader) reach(to session.Cursor) {
	switch {
	case to.Sentence != anySentence:
		r.goTo(to)
	case r.focus != to.Side:
		r.turn()
	}
}

// seeByte scrolls to the line of a byte of the sentence that is read, if it is
// not on the screen: a sentence can be longer than that.
func (r *reader) seeByte(side diffview.Side, at int) {
	e := r.page.extent(r.Cursor)
	for i := e.first; i < e.last && r.Cursor.Side == side; i++ {
		line := &r.page.laid[i]
		runs := line.Left
		if side == diffview.Right && len(line.Right) > 0 {
			runs = line.Right
		}
		for k := range runs {
			if s := runs[k].Span; s.Start <= at && at < s.End && (i < r.top || i >= r.top+r.height) {
				r.top = r.clamp(i - r.height/3)
				r.settle()
				return
			}
		}
	}
}
