package page

import (
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/look"
)

// The overview is a column at the right edge of each pane in which the whole of
// its text is as high as the screen: what it agrees on, adds or disputes. A bar
// beside it marks the part that is shown. A page that fits needs none.

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

// bandLooks says how each band is drawn: in shades of one column, so that they
// are told apart without colour. Where there are colours, shade and ground have
// the same, and the column is solid.
var bandLooks = [bands]look.Piece{
	bandNone:     look.Track.Of("░"),
	bandAgree:    look.Shared.Of("█"),
	bandDetail:   look.Lone.Of("▒"),
	bandWording:  look.Other.Of("▓"),
	BandConflict: look.Conflict.Of("!"),
}

// thumb marks the cells of an overview that stand for what is on the screen.
const thumb = "▐"

var bandOf = map[layout.Role]band{
	layout.Agree: bandAgree, layout.Detail: bandDetail, layout.Unclear: bandDetail,
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

// cell returns the overview's cell beside line i of the screen, after the bar or
// a space; "" when nothing has an overview.
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
	before := " "
	if next > top && line < top+r.Height {
		before = t.As(look.Sign, thumb)
	}
	return before + t.As(drawn.Part, drawn.Text)
}

// InOverview returns whose overview has a cell of the screen, its bar included;
// false where there is none.
func (r *Viewport) InOverview(line, column int) (side diffview.Side, ok bool) {
	p := r.Page
	if r.Empty() || p.Edge == 0 || line < 0 || line >= r.Height {
		return side, false
	}
	within := func(first int) bool { return column >= first && column < first+p.Edge }
	first := p.Indent + p.Left
	switch {
	case p.Key.View.Panes == 1:
		ok = within(first + p.Gutter)
	case within(first):
		ok = true
	case within(first + p.Edge + p.Gutter + p.Right):
		side, ok = diffview.Right, true
	}
	return side, ok && r.Bands[side] != nil
}

// Leap goes to the sentence that line i of a side's overview stands for.
func (r *Viewport) Leap(side diffview.Side, i int) {
	if r.Empty() {
		return
	}
	p := r.Page.Of(side)
	line := max(0, min(i, r.Height-1)) * len(p.Laid) / r.Height
	if c, ok := p.at(line, side); ok {
		r.GoTo(c)
		r.Top = r.clamp(r.Page.Extent(r.Cursor).First - r.Height/3)
		r.settle()
	}
}
