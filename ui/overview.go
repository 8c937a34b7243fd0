package ui

import (
	"parallax/diffview"
	"parallax/diffview/layout"
)

// The overview is a column at the right edge of each pane in which the whole of
// its text is as high as the screen: what it agrees on, adds or disputes, and,
// in heavier signs, the part that is shown. A page that fits needs none.

// A band is what one cell of an overview stands for.
type band uint8

// The bands. A conflict is shown however small it is, of the others what has
// most letters.
const (
	bandNone band = iota
	bandAgree
	bandDetail
	bandWording
	bandConflict
	bands
)

// bandLooks says how each band is drawn, apart from and in the part of the
// text that is shown.
var bandLooks = [bands]struct {
	as          part
	sign, shown string
}{
	bandNone:     {plain, " ", " "},
	bandAgree:    {shared, "│", "┃"},
	bandDetail:   {quiet, "┊", "┋"},
	bandWording:  {marker, "~", "≈"},
	bandConflict: {conflict, "!", "!"},
}

var bandOf = map[layout.Role]band{
	layout.Agree: bandAgree, layout.Detail: bandDetail,
	layout.Wording: bandWording, layout.Conflicting: bandConflict,
}

// survey makes the overviews of the page for the screen's height.
func (r *reader) survey() {
	r.bands = [2][]band{}
	if r.page == nil || r.page.edge == 0 {
		return
	}
	for side := range r.bands {
		if p := r.page.of(diffview.Side(side)); len(p.laid) > r.height {
			r.bands[side] = p.survey(diffview.Side(side), r.height)
		}
	}
}

// survey returns the bands of a side in height cells. In one column both texts
// are the left side.
func (p *page) survey(side diffview.Side, height int) []band {
	letters := make([][bands]int, height)
	for i := range p.laid {
		runs := p.laid[i].Left
		if side == diffview.Right && !p.key.view.OneSided() {
			runs = p.laid[i].Right
		}
		at := &letters[i*height/len(p.laid)]
		if row := p.laid[i].Row; row >= 0 && p.rows[row].Folded {
			at[bandAgree]++
			continue
		}
		for k := range runs {
			if !runs[k].Faint {
				at[bandOf[runs[k].Role]] += len(runs[k].Text)
			}
		}
	}
	found := make([]band, height)
	for i, n := range letters {
		for b := bandAgree; b <= bandWording; b++ {
			if n[b] > 0 && (found[i] == bandNone || n[b] > n[found[i]]) {
				found[i] = b
			}
		}
		if n[bandConflict] > 0 {
			found[i] = bandConflict
		}
		// Only where a pane has nothing beside the other is there a gap.
		if found[i] == bandNone && i > 0 && p.key.view.OneSided() && found[i-1] != bandConflict {
			found[i] = found[i-1]
		}
	}
	return found
}

// cell returns the overview's cell beside line i of the screen, with a space
// before it; "" when nothing has an overview.
func (r *reader) cell(t *theme, side diffview.Side, i int) string {
	if r.page.edge == 0 {
		return ""
	}
	found := r.bands[side]
	if found == nil {
		return "  "
	}
	p, top := r.page.of(side), r.top
	if p != r.page {
		top = r.beside
	}
	drawn := bandLooks[found[i]]
	line := i * len(p.laid) / r.height
	next := (i + 1) * len(p.laid) / r.height
	if next > top && line < top+r.height {
		return " " + t.As(drawn.as, drawn.shown)
	}
	return " " + t.As(drawn.as, drawn.sign)
}

// inOverview returns the line of the page that a cell of an overview stands
// for, and whose overview it is; false where there is none.
func (r *reader) inOverview(line, column int) (side diffview.Side, to int, ok bool) {
	p := r.page
	if r.empty() || p.edge == 0 || line < 0 || line >= r.height {
		return side, 0, false
	}
	first := p.indent + p.left + p.edge - 1
	switch {
	case p.key.view.Panes == 1 && column == first+p.gutter:
	case p.key.view.Panes == 1:
		return side, 0, false
	case column == first:
	case column == first+p.gutter+p.right+p.edge:
		side = diffview.Right
	default:
		return side, 0, false
	}
	return side, line * len(p.of(side).laid) / r.height, r.bands[side] != nil
}

// leap goes to the sentence at a line of a side's page, in the middle of the
// screen.
func (r *reader) leap(side diffview.Side, line int) {
	if c, ok := r.page.of(side).at(line, side); ok {
		r.goTo(c)
		r.top = r.clamp(r.page.extent(r.Cursor).first - r.height/3)
		r.settle()
	}
}
