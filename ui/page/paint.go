package page

import (
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/cell"
	"parallax/ui/look"
)

// The lines of the screen are drawn anew after each message: about sixty, of
// which each takes a microsecond. So nothing styled has to be kept or thrown
// away, however long the texts are.

// A light is a stretch of an article that stands out from the page for as long
// as the reader is at it, over the looks of its marks.
type light struct {
	prose.Span
	Glow look.Glow
}

// Lights are the lights of a page, by side.
type Lights [2][]light

// Add puts a light on a stretch of a side's article.
func (l *Lights) Add(side diffview.Side, s prose.Span, g look.Glow) {
	l[side] = append(l[side], light{s, g})
}

// between returns the glow of an article's byte and where it ends, which is
// end at most.
func between(lit []light, at, end int) (look.Glow, int) {
	g := look.NoGlow
	for _, l := range lit {
		switch {
		case l.Start > at:
			end = min(end, l.Start)
		case l.End > at:
			g, end = max(g, l.Glow), min(end, l.End)
		}
	}
	return g, end
}

// on returns those of the lights that fall on runs.
func (l *Lights) on(side diffview.Side, runs []layout.Run) []light {
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

// Kept is the sign of a bookmark.
const Kept = "◆"

// bars are the marks beside a line that belongs to the current sentence or to
// one of its partners: so that neither is told by its ground alone. A bookmark
// is next to the line where its sentence begins.
var bars = [look.Glows]string{look.Noted: Kept, look.Partner: "▏", look.Here: "▌"}

// bar returns which of the two the lights on runs call for. A copy of the
// current sentence is marked as its partners are: it is read where it is in
// full.
func bar(lit []light, runs []layout.Run) look.Glow {
	g := look.NoGlow
	marked := false
	for _, l := range lit {
		switch l.Glow {
		case look.Partner, look.Here:
			g = max(g, l.Glow)
		case look.Noted:
			marked = marked || begins(l, runs)
		}
	}
	if marked && g != look.Here {
		return look.Noted
	}
	if g == look.Here && runs[0].Faint {
		return look.Partner
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

// Draw makes the lines shown, with all that is lit.
func (r *Viewport) Draw(t *look.Theme, lit *Lights) {
	r.Window = r.Window[:0]
	if r.Empty() {
		return
	}
	b := make([]byte, 0, 1024)
	for i := range r.Height {
		b = r.drawLine(b[:0], i, t, lit)
		r.Window = append(r.Window, string(b))
	}
}

// drawLine appends line i of the screen.
func (r *Viewport) drawLine(b []byte, i int, t *look.Theme, lit *Lights) []byte {
	p := r.Page
	start := len(b)
	b = append(b, r.margin(i, t, lit)...)
	switch v := p.Key.View; {
	case v.Panes == 1:
		l := r.laid(diffview.Left, i)
		b = p.gutterBrush(t, "").fill(b, l.Gutter)
		b = p.paneBrush(t, p.Left, lit.on(l.Side, l.Left), r.strip(diffview.Left)).fill(b, l.Left)
	case v.Apart:
		l, o := r.laid(diffview.Left, i), r.laid(diffview.Right, i)
		b = p.paneBrush(t, p.Left, lit.on(diffview.Left, l.Left), true).fill(b, l.Left)
		b = append(b, r.cell(t, diffview.Left, i)...)
		theirs := lit.on(diffview.Right, o.Left)
		half := p.gutterBrush(t, "")
		half.width = (p.Gutter - 1) / 2
		b = append(half.fill(b, l.Gutter), t.As(look.Quiet, "│")...)
		mark := bar(theirs, o.Left)
		if p.side == diffview.Right && r.folded(i) {
			mark = look.Here
		}
		half = p.gutterBrush(t, bars[mark])
		half.width = p.Gutter / 2
		b = half.fill(b, o.Gutter)
		b = p.paneBrush(t, p.Right, theirs, r.strip(diffview.Right)).fill(b, o.Left)
	default:
		l := r.laid(diffview.Left, i)
		b = p.paneBrush(t, p.Left, lit.on(diffview.Left, l.Left), true).fill(b, l.Left)
		b = append(b, r.cell(t, diffview.Left, i)...)
		theirs := lit.on(diffview.Right, l.Right)
		b = p.gutterBrush(t, bars[bar(theirs, l.Right)]).fill(b, l.Gutter)
		b = p.paneBrush(t, p.Right, theirs, r.strip(diffview.Right)).fill(b, l.Right)
	}
	last := diffview.Right
	if p.Key.View.Panes == 1 {
		last = diffview.Left
	}
	if r.strip(last) {
		b = append(b, r.cell(t, last, i)...)
	}
	if p.Indent+p.Left+p.Gutter+p.Right > p.Key.Width {
		cut := p.Key.Method.Truncate(string(b[start:]), p.Key.Width, "")
		b = append(b[:start], cut...)
	}
	return b
}

// laid returns what a side has on line i of the screen.
func (r *Viewport) laid(side diffview.Side, i int) layout.Line {
	p, top := r.Page.Of(side), r.Top
	if p != r.Page {
		top = r.Beside
	}
	if i += top; i >= 0 && i < len(p.Laid) {
		return p.Laid[i]
	}
	return layout.Line{Row: -1}
}

// strip reports whether a side has an overview now.
func (r *Viewport) strip(side diffview.Side) bool { return r.Bands[side] != nil }

// margin returns what stands left of line i of the screen: the mark of the
// current sentence, or space.
func (r *Viewport) margin(i int, t *look.Theme, lit *Lights) string {
	p, l := r.Page, r.laid(diffview.Left, i)
	side := diffview.Left
	if p.Key.View.Panes == 1 {
		side = l.Side
	}
	g := bar(lit.on(side, l.Left), l.Left)
	if r.folded(i) && (p.Other == nil || p.side == diffview.Left) {
		g = look.Here
	}
	if g == look.NoGlow {
		return strings.Repeat(" ", p.Indent)
	}
	return strings.Repeat(" ", p.Indent-1) + t.As(look.Marker, bars[g])
}

// folded reports whether line i of the screen stands for the current sentence,
// which has no line of its own.
func (r *Viewport) folded(i int) bool {
	e := r.Page.Extent(r.Cursor)
	return e.Folded && r.Top+i >= e.First && r.Top+i < e.Last
}

// paneBrush returns the brush of a pane's text.
func (p *Page) paneBrush(t *look.Theme, width int, lit []light, pad bool) *brush {
	return &brush{p: p, t: t, width: width, pad: pad, lit: lit}
}

// gutterBrush returns the brush of the gutter.
func (p *Page) gutterBrush(t *look.Theme, bar string) *brush {
	return &brush{p: p, t: t, width: p.Gutter, pad: true, gutter: true, bar: bar}
}

// A brush draws the runs of one column.
type brush struct {
	p      *Page
	t      *look.Theme
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
		w := cell.Width(r.p.Key.Method, text)
		if used+w > width {
			text = cell.Clip(r.p.Key.Method, text, width-used, "")
			w = cell.Width(r.p.Key.Method, text)
		}
		used += w
		on := LookOf(r.t, &runs[i], r.p.Revision)
		if r.gutter && runs[i].Role == layout.Plain {
			on = r.t.On(look.Quiet)
		}
		switch {
		case len(r.lit) == 0:
			b = dye(b, on, text)
			continue
		case runs[i].Span.Start == runs[i].Span.End:
			// A space between two looks is on the ground of its sentence.
			g := look.NoGlow
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
		return append(b, r.t.As(look.Marker, r.bar)...)
	}
	if r.pad {
		for ; used < width; used++ {
			b = append(b, ' ')
		}
	}
	return b
}

// dye appends text with a style turned on before it and off after it.
func dye(b []byte, on, text string) []byte {
	if on == "" || text == "" {
		return append(b, text...)
	}
	return append(append(append(b, on...), text...), look.Off...)
}

// partOf says which part of the screen a role is.
var partOf = [...]look.Part{
	layout.Plain:       look.Plain,
	layout.Agree:       look.Agree,
	layout.Detail:      look.Detail,
	layout.Wording:     look.Wording,
	layout.Conflicting: look.Conflict,
	layout.Unclear:     look.Plain,
	layout.Title:       look.Plain,
	layout.Page:        look.Furniture,
	layout.Number:      look.Quiet,
	layout.Sign:        look.Sign,
}

// LookOf returns the escape sequence that turns on the look of a run. In a
// revision most is the same, and what was changed stands out, as in any diff;
// else most is not, and what is the same stands out, and in a sentence that is
// surely matched what only one has. A whole sentence that only one article has
// is plain, and the sign in the gutter says so.
func LookOf(t *look.Theme, r *layout.Run, revision bool) string {
	p := partOf[r.Role]
	switch {
	case revision && p == look.Agree:
		p = look.Plain
	case r.Unsure && p == look.Agree:
		p = look.Perhaps
	case revision && p == look.Detail:
		p = look.Added
	case p == look.Detail && (r.Alone || r.Unsure):
		p = look.Plain
	}
	switch {
	case r.Faint && p != look.Furniture:
		return t.On(look.Faint)
	case r.Title || r.Role == layout.Title:
		return t.Title(p)
	}
	return t.On(p)
}
