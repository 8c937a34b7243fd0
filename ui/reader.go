package ui

// around is how many lines a jump leaves above and below the row it goes to,
// where the page has them, so that the row is read with what surrounds it.
const around = 2

// A place is where on a page the reader is, in terms that outlive a change of
// width, view or theme.
type place struct {
	row      int // the row at the top of the screen
	line, of int // which of the row's lines is the top one, when it had that many
	current  int // the row that the line below explains
}

// A reader is a page and the place on it.
type reader struct {
	page   *page
	height int // lines of text on the screen
	top    int // the first line shown
	place
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
	r.row = min(r.row, len(p.rows)-1)
	r.current = min(r.current, len(p.rows)-1)
	first, count := p.first[r.row], p.first[r.row+1]-p.first[r.row]
	line := r.line
	if r.of > 0 && count != r.of {
		line = r.line * count / r.of
	}
	r.top = r.clamp(first + line)
	// The place stays as it was, so that the old size brings back the old
	// screen; only what is shown gives way to the current row.
	if r.page.first[r.current+1] <= r.top || r.page.first[r.current] >= r.top+height {
		r.top = r.clamp(r.topFor(r.current))
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

// scroll moves by lines, and the current row along when it leaves the screen.
// Where the page ends, the current row goes on alone, so that it reaches the
// last rows too.
func (r *reader) scroll(lines int) {
	if r.page == nil || len(r.page.rows) == 0 {
		return
	}
	top := r.clamp(r.top + lines)
	if top == r.top {
		r.current = max(0, min(r.current+direction(lines), len(r.page.rows)-1))
		r.reveal()
		return
	}
	r.top = top
	r.settle()
	first, last := r.visible()
	r.current = max(first, min(r.current, last))
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

// end goes to the first row, or the last.
func (r *reader) end(last bool) {
	if r.page == nil || len(r.page.rows) == 0 {
		return
	}
	r.top, r.current = 0, 0
	if last {
		r.top, r.current = r.clamp(len(r.page.lines)), len(r.page.rows)-1
	}
	r.settle()
}

// jump makes the next row in a direction for which is holds the current one,
// and reports whether there is one.
func (r *reader) jump(by int, is func(row int) bool) bool {
	if r.page == nil {
		return false
	}
	for row := r.current + by; row >= 0 && row < len(r.page.rows); row += by {
		if is(row) {
			r.current = row
			r.reveal()
			return true
		}
	}
	return false
}

// goTo makes a row the current one and brings it into view.
func (r *reader) goTo(row int) {
	if r.page != nil && row >= 0 && row < len(r.page.rows) {
		r.current = row
		r.reveal()
	}
}

// reveal scrolls until the current row is in view, if it is not.
func (r *reader) reveal() {
	if !r.inView(r.current) {
		r.top = r.clamp(r.topFor(r.current))
		r.settle()
	}
}

// topFor returns the line to put at the top so that a row is read well: a
// third down the screen, or higher when it is long.
func (r *reader) topFor(row int) int {
	first, last := r.page.first[row], r.page.last[row]
	above := min(r.height/3, max(0, r.height-(last-first)))
	return first - above
}

// inView reports whether a row is shown whole with its context, or as much of
// it as there is room for.
func (r *reader) inView(row int) bool {
	first, last := r.page.first[row], max(r.page.last[row], r.page.first[row])
	above, below := first-around, last+around
	if below-above > r.height {
		above, below = first, min(last, first+r.height)
	}
	return max(above, 0) >= r.top && min(below, len(r.page.lines)) <= r.top+r.height
}

// visible returns the first and the last row whose beginning is shown; the row
// that fills the screen when none begins there.
func (r *reader) visible() (first, last int) {
	bottom := min(r.top+r.height, len(r.page.lines)) - 1
	first, last = r.page.rowOf[r.top], r.page.rowOf[max(bottom, r.top)]
	if r.page.first[first] < r.top && first < last {
		first++
	}
	return first, last
}

// at returns the row shown on a line of the screen, counted from the first
// line of text, or -1.
func (r *reader) at(line int) int {
	if r.page == nil || line < 0 || line >= r.height || r.top+line >= len(r.page.rowOf) {
		return -1
	}
	return r.page.rowOf[r.top+line]
}

// seen returns how much of the page is above the screen's last line, in
// percent.
func (r *reader) seen() int {
	if r.page == nil || len(r.page.lines) <= r.height {
		return 100
	}
	return (r.top + r.height) * 100 / len(r.page.lines)
}

// across returns the place on page to, which has the sides of page from
// swapped, that shows what is read on page from.
func (r *reader) across(from, to *page) place {
	if r.current >= len(from.rows) {
		return place{}
	}
	for side, sentences := range from.rows[r.current].Sentences {
		for _, s := range sentences {
			if row := to.find(1-side, s); row >= 0 {
				return place{row: row, current: row}
			}
		}
	}
	return place{}
}
