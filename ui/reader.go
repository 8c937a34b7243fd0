package ui

import "parallax/diffview"

// around is how many lines stay above and below the sentence that is read,
// where the page has them, so that it is read with what surrounds it.
const around = 2

// A place is where on a page the reader is, in terms that outlive a change of
// width, view or theme.
type place struct {
	row      int // the row at the top of the screen
	line, of int // which of the row's lines is the top one, when it had that many
	cursor       // the sentence that is read
	focus    diffview.Side
}

// A reader is a page and the place on it.
type reader struct {
	page   *page
	height int // lines of text on the screen
	top    int // the first line shown
	place
	window []string // the lines shown, from edge to edge
}

// show puts a page on a screen of height lines, at the same place.
func (r *reader) show(p *page, height int) {
	if r.page == p && r.height == height {
		return
	}
	r.page, r.height = p, height
	if len(p.rows) == 0 {
		r.top = 0
		return
	}
	r.cursor = p.order[r.focus][p.index(r.focus, r.cursor)]
	r.row = min(r.row, len(p.rows)-1)
	first, count := p.first[r.row], p.first[r.row+1]-p.first[r.row]
	line := r.line
	if r.of > 0 && count != r.of {
		line = r.line * count / r.of
	}
	r.top = r.clamp(first + line)
	// The place stays as it was, so that the old size brings back the old
	// screen; only what is shown gives way to the sentence that is read.
	if e := p.extent(r.cursor); e.last <= r.top || e.first >= r.top+height {
		r.top = r.clamp(r.topFor(r.cursor))
	}
}

// draw makes the lines shown, with the current sentence and all else that is
// lit.
func (r *reader) draw(t *theme, lit *lights) {
	r.window = r.window[:0]
	if r.page == nil {
		return
	}
	for i := r.top; i < min(r.top+r.height, len(r.page.lines)); i++ {
		l := &r.page.laid[i]
		margin := r.page.margin(i, t, lit, r.cursor)
		text := r.page.lines[i]
		if len(lit.on(diffview.Left, l.Left))+len(lit.on(diffview.Right, l.Left))+len(lit.on(diffview.Right, l.Right)) > 0 {
			text = string(r.page.style(nil, i, t, lit))
		}
		if text == "" {
			margin = ""
		}
		r.window = append(r.window, margin+text)
	}
}

// clamp returns the nearest line that can stand at the top.
func (r *reader) clamp(top int) int {
	return max(0, min(top, len(r.page.lines)-r.height))
}

// settle notes the place that the top line now is.
func (r *reader) settle() {
	if len(r.page.lines) == 0 {
		return
	}
	r.row = r.page.rowOf[r.top]
	r.line = r.top - r.page.first[r.row]
	r.of = r.page.first[r.row+1] - r.page.first[r.row]
}

// empty reports whether there is no sentence to read.
func (r *reader) empty() bool { return r.page == nil || len(r.page.rows) == 0 }

// current returns the row of the sentence that is read.
func (r *reader) current() int { return r.page.extent(r.cursor).row }

// step goes to the next sentence of the pane (by = 1) or the one before
// (by = -1). One that is longer than the screen is read to its end first.
func (r *reader) step(by int) {
	if r.empty() {
		return
	}
	e := r.page.extent(r.cursor)
	if by > 0 && e.last > r.top+r.height || by < 0 && e.first < r.top {
		r.top = r.clamp(r.top + by)
		r.settle()
		return
	}
	order := r.page.order[r.focus]
	r.cursor = order[max(0, min(r.page.index(r.focus, r.cursor)+by, len(order)-1))]
	r.follow()
}

// turn goes to the other pane: to what stands in full beside the sentence that
// is read, or else to the next sentence there is.
func (r *reader) turn() {
	if r.empty() {
		return
	}
	row := r.current()
	r.focus = r.focus.Other()
	to := r.page.stop(r.focus, row)
	order := r.page.order[r.focus]
	for i := r.page.index(r.focus, to); i < len(order); i++ {
		if order[i].side == r.focus {
			to = order[i]
			break
		}
	}
	r.cursor = to
	r.follow()
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
		r.step(direction(lines))
		return
	}
	r.top = top
	r.settle()
	first, last := r.visible()
	r.cursor = r.page.order[r.focus][max(first, min(r.page.index(r.focus, r.cursor), last))]
}

// direction returns the direction of n.
func direction(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// end goes to the first sentence of the pane, or the last.
func (r *reader) end(last bool) {
	if r.empty() {
		return
	}
	order := r.page.order[r.focus]
	r.top, r.cursor = 0, order[0]
	if last {
		r.top, r.cursor = r.clamp(len(r.page.lines)), order[len(order)-1]
	}
	r.settle()
}

// jump goes to the next row in a direction for which is holds, and reports
// whether there is one.
func (r *reader) jump(by int, is func(row int) bool) bool {
	if r.empty() {
		return false
	}
	for row := r.current() + by; row >= 0 && row < len(r.page.rows); row += by {
		if is(row) {
			r.cursor = r.page.stop(r.focus, row)
			r.reveal()
			return true
		}
	}
	return false
}

// goTo makes a sentence the current one, its pane the one that is read, and
// brings it into view.
func (r *reader) goTo(c cursor) {
	if r.empty() || c.sentence < 0 || c.sentence >= len(r.page.where[c.side]) {
		return
	}
	r.focus = c.side
	r.cursor = r.page.order[r.focus][r.page.index(r.focus, c)]
	r.reveal()
}

// bounds returns the lines that should be seen of a sentence: its row's, when
// the screen has room for them.
func (r *reader) bounds(c cursor) (first, last int) {
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
	if first, last := r.bounds(r.cursor); first < r.top || last > r.top+r.height {
		r.top = r.clamp(r.topFor(r.cursor))
		r.settle()
	}
}

// follow scrolls as little as it takes to see the current sentence with what
// is around it.
func (r *reader) follow() {
	first, last := r.bounds(r.cursor)
	if last-first+2*around <= r.height {
		first, last = first-around, last+around
	}
	top := r.clamp(min(max(r.top, last-r.height), first))
	if top != r.top {
		r.top = top
		r.settle()
	}
}

// topFor returns the line to put at the top so that a sentence is read well: a
// third down the screen, or higher when it is long.
func (r *reader) topFor(c cursor) int {
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
func (r *reader) at(line, column int) (cursor, bool) {
	if r.empty() || line < 0 || line >= r.height || r.top+line >= len(r.page.rowOf) {
		return cursor{}, false
	}
	p := r.page
	side := diffview.Left
	if column >= p.indent+p.left+p.gutter/2 && p.right > 0 {
		side = diffview.Right
	}
	line += r.top
	for _, side := range []diffview.Side{side, side.Other()} {
		for i := len(p.where[side]) - 1; i >= 0; i-- {
			if e := p.where[side][i]; e.first <= line && line < e.last && e.row == p.rowOf[line] {
				return cursor{side, i}, true
			}
		}
	}
	return p.stop(side, p.rowOf[line]), true
}

// seen returns how much of the page is above the screen's last line, in
// percent.
func (r *reader) seen() int {
	if r.page == nil || len(r.page.lines) <= r.height {
		return 100
	}
	return (r.top + r.height) * 100 / len(r.page.lines)
}

// across returns the place on page to, which has the sides of this one
// swapped, that shows the sentence that is read at the same height.
func (r *reader) across(to *page) place {
	c := cursor{r.cursor.side.Other(), r.cursor.sentence}
	e := to.extent(c)
	height := r.page.extent(r.cursor).first - r.top
	return place{row: e.row, line: e.first - height - to.first[e.row], cursor: c, focus: r.focus.Other()}
}
