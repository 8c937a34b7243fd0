package page

import (
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/look"
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
	BandConflict
	bands
)

// bandLooks says how each band is drawn, apart from and in the part of the
// text that is shown.
var bandLooks = [bands]struct {
	as          look.Part
	sign, shown string
}{
	bandNone:     {look.Plain, " ", " "},
	bandAgree:    {look.Shared, "│", "┃"},
	bandDetail:   {look.Quiet, "┊", "┋"},
	bandWording:  {look.Marker, "~", "≈"},
	BandConflict: {look.Conflict, "!", "!"},
}

var bandOf = map[layout.Role]band{
	layout.Agree: bandAgree, layout.Detail: bandDetail,
	layout.Wording: bandWording, layout.Conflicting: BandConflict,
}

// overviews makes the overviews of the page for the screen's height.
func (r *Viewport) overviews() {
	r.Bands = [2][]band{}
	if r.Page == nil || r.Page.Edge == 0 {
		return
	}
	for side := range r.Bands {
		if p := r.Page.Of(diffview.Side(side)); len(p.Laid) > r.Height {
			r.Bands[side] = p.overview(diffview.Side(side), r.Height)
		}
	}
}

// overviews returns the bands of a side in height cells. In one column both texts
// are the left side.
func (p *Page) overview(side diffview.Side, height int) []band {
	letters := make([][bands]int, height)
	for i := range p.Laid {
		runs := p.Laid[i].Left
		if side == diffview.Right && !p.Key.View.OneSided() {
			runs = p.Laid[i].Right
		}
		at := &letters[i*height/len(p.Laid)]
		if row := p.Laid[i].Row; row >= 0 && p.Rows[row].Folded {
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
		if n[BandConflict] > 0 {
			found[i] = BandConflict
		}
		// Only where a pane has nothing beside the other is there a gap.
		if found[i] == bandNone && i > 0 && p.Key.View.OneSided() && found[i-1] != BandConflict {
			found[i] = found[i-1]
		}
	}
	return found
}

// cell returns the overview's cell beside line i of the screen, with a space
// before it; "" when nothing has an overview.
func (r *Viewport) cell(t *look.Theme, side diffview.Side, i int) string {
	if r.Page.Edge == 0 {
		return ""
	}
	found := r.Bands[side]
	if found == nil {
		return "  "
	}
	p, top := r.Page.Of(side), r.Top
	if p != r.Page {
		top = r.Beside
	}
	drawn := bandLooks[found[i]]
	line := i * len(p.Laid) / r.Height
	next := (i + 1) * len(p.Laid) / r.Height
	if next > top && line < top+r.Height {
		return " " + t.As(drawn.as, drawn.shown)
	}
	return " " + t.As(drawn.as, drawn.sign)
}

// InOverview returns the line of the page that a cell of an overview stands
// for, and whose overview it is; false where there is none.
func (r *Viewport) InOverview(line, column int) (side diffview.Side, to int, ok bool) {
	p := r.Page
	if r.Empty() || p.Edge == 0 || line < 0 || line >= r.Height {
		return side, 0, false
	}
	first := p.Indent + p.Left + p.Edge - 1
	switch {
	case p.Key.View.Panes == 1 && column == first+p.Gutter:
	case p.Key.View.Panes == 1:
		return side, 0, false
	case column == first:
	case column == first+p.Gutter+p.Right+p.Edge:
		side = diffview.Right
	default:
		return side, 0, false
	}
	return side, line * len(p.Of(side).Laid) / r.Height, r.Bands[side] != nil
}

// Leap goes to the sentence at a line of a side's page, in the middle of the
// screen.
func (r *Viewport) Leap(side diffview.Side, line int) {
	if c, ok := r.Page.Of(side).at(line, side); ok {
		r.GoTo(c)
		r.Top = r.clamp(r.Page.Extent(r.Cursor).First - r.Height/3)
		r.settle()
	}
}
