package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parallax/diffview"
	"parallax/diffview/layout"
)

// margin is the least cells kept free on the left, for the bar beside the
// current row, and on the right, so that text does not touch the edge.
const margin = 1

// A pageKey is everything that a page's lines depend on.
type pageKey struct {
	pair      pair
	view      layout.View
	width     int // of the whole screen, in cells
	furniture bool
	dark      bool
	colours   byte        // the colour profile
	method    ansi.Method // how the terminal counts cells
}

// A frame says where the columns of a page stand, in cells.
type frame struct {
	indent, left, gutter, right int
}

// newFrame returns the columns for articles compared side by side, or in one
// column, on a screen of width cells. What the panes leave free is divided
// between both edges.
func newFrame(c *diffview.Comparison, v layout.View, width int) (frame, layout.Options) {
	o := layout.Options{View: v, Width: max(width-2*margin, 1)}
	var f frame
	f.left, f.gutter, f.right = layout.Panes(c, o)
	f.indent = max(margin, (width-f.left-f.gutter-f.right)/2)
	if v == layout.Unified {
		// The least pane is wider than the smallest screens.
		f.left = max(1, min(f.left, width-f.indent-f.gutter))
	}
	return f, o
}

// A page is a comparison laid out and styled for one key. It never changes.
type page struct {
	key pageKey
	*reading
	frame
	lines []string // styled, without the left margin; every look is closed
	first []int    // by row: its first line; one more for the end of the page
	last  []int    // by row: the line after its own last, where the space begins
	rowOf []int    // by line: its row; space between rows belongs to the row above
}

// newPage lays a comparison out.
func newPage(k pageKey, c *reading, t *theme) *page {
	f, o := newFrame(c.Comparison, k.view, k.width)
	o.Furniture = k.furniture
	p := &page{key: k, reading: c, frame: f}
	lines := layout.Lines(c.Comparison, c.rows, o)
	p.lines = make([]string, len(lines))
	p.index(lines)
	b := make([]byte, 0, 1024)
	for i := range lines {
		b = p.style(b[:0], &lines[i], t)
		p.lines[i] = string(b)
		if f.indent+f.left+f.gutter+f.right > k.width {
			p.lines[i] = k.method.Truncate(p.lines[i], max(0, k.width-f.indent), "")
		}
	}
	return p
}

// index notes which lines each row has. Rows without a line get an empty
// stretch where they would stand.
func (p *page) index(lines []layout.Line) {
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

// style appends a line as the terminal shows it: the panes padded to their
// widths, each run between the escape sequences of its look.
func (p *page) style(b []byte, l *layout.Line, t *theme) []byte {
	if p.key.view == layout.Unified {
		b = p.fill(b, l.Gutter, p.gutter, t, true, true)
		return p.fill(b, l.Left, p.left, t, false, false)
	}
	b = p.fill(b, l.Left, p.left, t, false, true)
	b = p.fill(b, l.Gutter, p.gutter, t, true, true)
	return p.fill(b, l.Right, p.right, t, false, false)
}

// fill appends runs, cut where they pass the width and padded up to it. The
// text was wrapped by graphemes; a terminal that counts code points shows some
// emoji wider or narrower than that, and the columns must hold all the same.
func (p *page) fill(b []byte, runs []layout.Run, width int, t *theme, gutter, pad bool) []byte {
	used := 0
	for i := range runs {
		text := runs[i].Text
		w := cells(p.key.method, text)
		if used+w > width {
			text = p.key.method.Truncate(text, width-used, "")
			w = cells(p.key.method, text)
		}
		used += w
		on := t.look(&runs[i])
		if gutter && runs[i].Role == layout.Plain {
			on = t.on[quiet]
		}
		if on != "" && text != "" {
			b = append(append(append(b, on...), text...), off...)
		} else {
			b = append(b, text...)
		}
	}
	if pad {
		for ; used < width; used++ {
			b = append(b, ' ')
		}
	}
	return b
}

// cells returns the width of a text on the terminal.
func cells(m ansi.Method, s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return m.StringWidth(s)
		}
	}
	return len(s)
}

// shorten returns s in at most width cells, with "…" in its middle when it
// does not fit: the ends of a headline tell more than its middle.
func shorten(m ansi.Method, s string, width int) string {
	if cells(m, s) <= width {
		return s
	}
	if width < 1 {
		return ""
	}
	head := strings.TrimRight(m.Truncate(s, width*3/5, ""), " ")
	room := width - 1 - cells(m, head)
	end := ""
	for all, tail := cells(m, s), room; tail > 0; tail-- {
		// A wide character in the way of the cut may stay whole.
		if end = m.TruncateLeft(s, all-tail, ""); cells(m, end) <= room {
			break
		}
		end = ""
	}
	return head + "…" + strings.TrimLeft(end, " ")
}

// differs reports whether a row's articles say different things where they
// report the same.
func (p *page) differs(row int) bool {
	r := p.rows[row]
	if r.Relation == layout.Conflict {
		return true
	}
	if len(r.Sentences[0]) == 0 || len(r.Sentences[1]) == 0 {
		return false
	}
	for side, sentences := range r.Sentences {
		for i, s := range sentences {
			if !r.Repeated[side][i] && p.marked(side, s, diffview.Differ) {
				return true
			}
		}
	}
	return false
}

// marked reports whether a sentence has a span of the mark. Spans are in the
// order of the text, so the sentence's are found by halving.
func (p *page) marked(side, sentence int, mark diffview.Mark) bool {
	spans := p.Spans[side]
	within := p.Articles[side].Sentences[sentence].Span
	lo, hi := 0, len(spans)
	for lo < hi {
		if mid := (lo + hi) / 2; spans[mid].End <= within.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(spans) && spans[lo].Start < within.End; lo++ {
		if spans[lo].Mark == mark {
			return true
		}
	}
	return false
}

// conflicts reports whether a row holds a conflict.
func (p *page) conflicts(row int) bool { return p.rows[row].Relation == layout.Conflict }

// only reports whether a row is of one article alone.
func (p *page) only(row int) bool {
	r := p.rows[row].Relation
	return r == layout.OnlyLeft || r == layout.OnlyRight
}

// none reports whether is holds for no row.
func (p *page) none(is func(row int) bool) bool {
	for row := range p.rows {
		if is(row) {
			return false
		}
	}
	return true
}

// start returns the place to begin reading: the top, with the first row of an
// article's own text as the current one.
func (p *page) start() place {
	for row, r := range p.rows {
		if r.Relation != layout.Furniture {
			return place{current: row}
		}
	}
	return place{}
}

// find returns the row in which a sentence stands in full, or -1.
func (p *page) find(side, sentence int) int {
	for i, r := range p.rows {
		for k, s := range r.Sentences[side] {
			if s == sentence && !r.Repeated[side][k] {
				return i
			}
		}
	}
	return -1
}
