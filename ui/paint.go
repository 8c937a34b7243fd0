package ui

import (
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/cell"
)

// The lines of the screen are drawn anew after each message: about sixty, of
// which each takes a microsecond. So nothing styled has to be kept or thrown
// away, however long the texts are.

// A light is a stretch of an article that stands out from the page for as long
// as the reader is at it, over the looks of its marks.
type light struct {
	prose.Span
	glow glow
}

// lights are the lights of a page, by side.
type lights [2][]light

// add puts a light on a stretch of a side's article.
func (l *lights) add(side diffview.Side, s prose.Span, g glow) {
	l[side] = append(l[side], light{s, g})
}

// between returns the glow of an article's byte and where it ends, which is
// end at most.
func between(lit []light, at, end int) (glow, int) {
	g := noGlow
	for _, l := range lit {
		switch {
		case l.Start > at:
			end = min(end, l.Start)
		case l.End > at:
			g, end = max(g, l.glow), min(end, l.End)
		}
	}
	return g, end
}

// on returns those of the lights that fall on runs.
func (l *lights) on(side diffview.Side, runs []layout.Run) []light {
	if l == nil || len(l[side]) == 0 {
		return nil
	}
	var lit []light
	for _, light := range l[side] {
		for i := range runs {
			if s := runs[i].Span; s.Start < light.End && light.Start < s.End {
				lit = append(lit, light)
				break
			}
		}
	}
	return lit
}

// kept is the sign of a bookmark.
const kept = "◆"

// bars are the marks beside a line that belongs to the current sentence or to
// one of its partners: so that neither is told by its ground alone. A bookmark
// stands beside the line where its sentence begins.
var bars = [glows]string{noted: kept, partner: "▏", here: "▌"}

// bar returns which of the two the lights on runs call for. A copy of the
// current sentence is marked as its partners are: it is read where it stands in
// full.
func bar(lit []light, runs []layout.Run) glow {
	g := noGlow
	marked := false
	for _, l := range lit {
		switch l.glow {
		case partner, here:
			g = max(g, l.glow)
		case noted:
			marked = marked || begins(l, runs)
		}
	}
	if marked && g != here {
		return noted
	}
	if g == here && runs[0].Faint {
		return partner
	}
	return g
}

// begins reports whether a light begins on runs of its article.
func begins(l light, runs []layout.Run) bool {
	for i := range runs {
		if s := runs[i].Span; s.Start <= l.Start && l.Start < s.End && !runs[i].Faint {
			return true
		}
	}
	return false
}

// draw makes the lines shown, with all that is lit.
func (r *reader) draw(t *theme, lit *lights) {
	r.window = r.window[:0]
	if r.empty() {
		return
	}
	b := make([]byte, 0, 1024)
	for i := range r.height {
		b = r.drawLine(b[:0], i, t, lit)
		r.window = append(r.window, string(b))
	}
}

// drawLine appends line i of the screen.
func (r *reader) drawLine(b []byte, i int, t *theme, lit *lights) []byte {
	p := r.page
	start := len(b)
	b = append(b, r.margin(i, t, lit)...)
	switch v := p.key.view; {
	case v.Panes == 1:
		l := r.laid(diffview.Left, i)
		b = p.gutterBrush(t, "").fill(b, l.Gutter)
		b = p.paneBrush(t, p.left, lit.on(l.Side, l.Left), r.strip(diffview.Left)).fill(b, l.Left)
	case v.Apart:
		l, o := r.laid(diffview.Left, i), r.laid(diffview.Right, i)
		b = p.paneBrush(t, p.left, lit.on(diffview.Left, l.Left), true).fill(b, l.Left)
		b = append(b, r.cell(t, diffview.Left, i)...)
		theirs := lit.on(diffview.Right, o.Left)
		half := p.gutterBrush(t, "")
		half.width = (p.gutter - 1) / 2
		b = append(half.fill(b, l.Gutter), t.As(quiet, "│")...)
		mark := bar(theirs, o.Left)
		if p.side == diffview.Right && r.folded(i) {
			mark = here
		}
		half = p.gutterBrush(t, bars[mark])
		half.width = p.gutter / 2
		b = half.fill(b, o.Gutter)
		b = p.paneBrush(t, p.right, theirs, r.strip(diffview.Right)).fill(b, o.Left)
	default:
		l := r.laid(diffview.Left, i)
		b = p.paneBrush(t, p.left, lit.on(diffview.Left, l.Left), true).fill(b, l.Left)
		b = append(b, r.cell(t, diffview.Left, i)...)
		theirs := lit.on(diffview.Right, l.Right)
		b = p.gutterBrush(t, bars[bar(theirs, l.Right)]).fill(b, l.Gutter)
		b = p.paneBrush(t, p.right, theirs, r.strip(diffview.Right)).fill(b, l.Right)
	}
	last := diffview.Right
	if p.key.view.Panes == 1 {
		last = diffview.Left
	}
	if r.strip(last) {
		b = append(b, r.cell(t, last, i)...)
	}
	if p.indent+p.left+p.gutter+p.right > p.key.width {
		cut := p.key.method.Truncate(string(b[start:]), p.key.width, "")
		b = append(b[:start], cut...)
	}
	return b
}

// laid returns what a side has on line i of the screen.
func (r *reader) laid(side diffview.Side, i int) layout.Line {
	p, top := r.page.of(side), r.top
	if p != r.page {
		top = r.beside
	}
	if i += top; i >= 0 && i < len(p.laid) {
		return p.laid[i]
	}
	return layout.Line{Row: -1}
}

// strip reports whether a side has an overview now.
func (r *reader) strip(side diffview.Side) bool { return r.bands[side] != nil }

// margin returns what stands left of line i of the screen: the mark of the
// current sentence, or space.
func (r *reader) margin(i int, t *theme, lit *lights) string {
	p, l := r.page, r.laid(diffview.Left, i)
	side := diffview.Left
	if p.key.view.Panes == 1 {
		side = l.Side
	}
	g := bar(lit.on(side, l.Left), l.Left)
	if r.folded(i) && (p.other == nil || p.side == diffview.Left) {
		g = here
	}
	if g == noGlow {
		return strings.Repeat(" ", p.indent)
	}
	return strings.Repeat(" ", p.indent-1) + t.As(marker, bars[g])
}

// folded reports whether line i of the screen stands for the current sentence,
// which has no line of its own.
func (r *reader) folded(i int) bool {
	e := r.page.extent(r.Cursor)
	return e.folded && r.top+i >= e.first && r.top+i < e.last
}

// paneBrush returns the brush of a pane's text.
func (p *page) paneBrush(t *theme, width int, lit []light, pad bool) *brush {
	return &brush{p: p, t: t, width: width, pad: pad, lit: lit}
}

// gutterBrush returns the brush of the gutter.
func (p *page) gutterBrush(t *theme, bar string) *brush {
	return &brush{p: p, t: t, width: p.gutter, pad: true, gutter: true, bar: bar}
}

// A brush draws the runs of one column.
type brush struct {
	p      *page
	t      *theme
	width  int
	pad    bool   // fill up to the width
	gutter bool   // it is the column of numbers and signs
	bar    string // in the gutter's last cell; "" is none
	lit    []light
}

// fill appends runs, cut where they pass the width and padded up to it. The
// text was wrapped by graphemes; a terminal that counts code points shows some
// emoji wider or narrower than that, and the columns must hold all the same.
func (r *brush) fill(b []byte, runs []layout.Run) []byte {
	used, width := 0, r.width
	if r.bar != "" {
		width--
	}
	for i := range runs {
		text := runs[i].Text
		w := cell.Width(r.p.key.method, text)
		if used+w > width {
			text = cell.Clip(r.p.key.method, text, width-used, "")
			w = cell.Width(r.p.key.method, text)
		}
		used += w
		on := lookOf(r.t, &runs[i], r.p.revision)
		if r.gutter && runs[i].Role == layout.Plain {
			on = r.t.On(quiet)
		}
		switch {
		case len(r.lit) == 0:
			b = dye(b, on, text)
			continue
		case runs[i].Span.Start == runs[i].Span.End:
			// A space between two looks stands on the ground of its sentence.
			g := noGlow
			if i > 0 && i+1 < len(runs) {
				end := runs[i-1].Span.End
				g, _ = between(r.lit, end, end+1)
			}
			b = dye(b, r.t.Glowing(on, g), text)
			continue
		}
		for at := runs[i].Span.Start; text != ""; {
			g, end := between(r.lit, at, at+len(text))
			b = dye(b, r.t.Glowing(on, g), text[:end-at])
			at, text = end, text[end-at:]
		}
	}
	if r.bar != "" {
		for ; used < width; used++ {
			b = append(b, ' ')
		}
		return append(b, r.t.As(marker, r.bar)...)
	}
	if r.pad {
		for ; used < width; used++ {
			b = append(b, ' ')
		}
	}
	return b
}

// dye appends text with a look turned on before it and off behind.
func dye(b []byte, on, text string) []byte {
	if on == "" || text == "" {
		return append(b, text...)
	}
	return append(append(append(b, on...), text...), off...)
}

// partOf says which part of the screen a role is.
var partOf = [...]part{
	layout.Plain:       plain,
	layout.Agree:       agree,
	layout.Detail:      detail,
	layout.Wording:     wording,
	layout.Conflicting: conflict,
	layout.Title:       plain,
	layout.Page:        furniture,
	layout.Number:      quiet,
	layout.Sign:        sign,
}

// lookOf returns the escape sequence that turns on the look of a run. In a
// revision most is the same, and what was changed stands out, as in any diff;
// else most is not, and what is the same stands out.
func lookOf(t *theme, r *layout.Run, revision bool) string {
	p := partOf[r.Role]
	switch {
	case revision && p == agree:
		p = plain
	case revision && p == detail:
		p = added
	}
	switch {
	case r.Faint && p != furniture:
		return t.On(faint)
	case r.Title || r.Role == layout.Title:
		return t.Title(p)
	}
	return t.On(p)
}
