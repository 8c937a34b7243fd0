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
	measure   int // the greatest width of a pane; 0 is the usual
	furniture bool
	dark      bool
	contrast  bool
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
func newFrame(c *diffview.Comparison, v layout.View, width, measure int) (frame, layout.Options) {
	o := layout.Options{View: v, Width: max(width-2*margin, 1), Measure: measure}
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
	laid  []layout.Line
	lines []string // styled, without the left margin; every look is closed
	first []int    // by row: its first line; one more for the end of the page
	last  []int    // by row: the line after its own last, where the space begins
	rowOf []int    // by line: its row; space between rows belongs to the row above

	where [2][]extent // by side and sentence: where it stands in full
	order [2][]cursor // by the pane that is read: the sentences from the top to the end
}

// newPage lays a comparison out.
func newPage(k pageKey, c *reading, t *theme) *page {
	f, o := newFrame(c.Comparison, k.view, k.width, k.measure)
	o.Furniture = k.furniture
	p := &page{key: k, reading: c, frame: f}
	p.laid = layout.Lines(c.Comparison, c.rows, o)
	p.lines = make([]string, len(p.laid))
	p.stretch(p.laid)
	p.place()
	b := make([]byte, 0, 1024)
	for i := range p.laid {
		b = p.style(b[:0], i, t, nil)
		p.lines[i] = string(b)
	}
	return p
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

// cells returns the width of a text on the terminal.
func cells(m ansi.Method, s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return m.StringWidth(s)
		}
	}
	return len(s)
}

// clip returns the beginning of a text in at most width cells, with a tail
// behind it when it was cut. Truncate of the library lets joined emoji through
// that a terminal which counts code points shows wider.
func clip(m ansi.Method, s string, width int, tail string) string {
	if cells(m, s) <= width {
		return s
	}
	room := width - cells(m, tail)
	if room < 0 {
		return ""
	}
	end := 0
	for end < len(s) {
		cluster, _ := ansi.FirstGraphemeCluster(s[end:], m)
		if room -= cells(m, cluster); room < 0 {
			break
		}
		end += len(cluster)
	}
	return s[:end] + tail
}

// clipLeft returns the end of a text in at most width cells.
func clipLeft(m ansi.Method, s string, width int) string {
	for all := cells(m, s); all > width; {
		cluster, _ := ansi.FirstGraphemeCluster(s, m)
		s, all = s[len(cluster):], all-cells(m, cluster)
	}
	return s
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
	head := strings.TrimRight(clip(m, s, width*3/5, ""), " ")
	end := clipLeft(m, s, width-1-cells(m, head))
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
