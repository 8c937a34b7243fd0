package page

import "parallax/ui/session"

// In the flowing view each pane has its own article in its own order. The pane
// that is read scrolls as every page does; the other one follows, so that the
// best partner of the current sentence is at its height. For a sentence
// without a partner it keeps to the pair of sentences that were level last.

// align brings the other pane to the height that the current sentence calls
// for.
func (r *Viewport) align() {
	o := r.Page.Other
	if o == nil {
		return
	}
	if !r.isLevel() || r.leveled != r.Cursor {
		r.level, r.leveled = r.Page.level(r.Cursor, r.level, r.isLevel()), r.Cursor
	}
	if r.isLevel() {
		r.Beside = o.Extent(r.level[1]).First - (r.Page.Extent(r.level[0]).First - r.Top)
		return
	}
	r.Beside = r.Top
}

// isLevel reports whether there are two sentences at one height, the first
// that of the pane that is read.
func (r *Viewport) isLevel() bool {
	return r.level[0].Side == r.Page.side && r.level[1].Side != r.Page.side
}

// level returns a sentence with its best partner. For a sentence without one it
// returns the pair there was, or else that of the nearest sentence before it
// that has a partner, or the beginnings of both.
func (p *Page) level(c session.Cursor, was [2]session.Cursor, has bool) [2]session.Cursor {
	order := p.order[p.side]
	i := p.Index(p.side, c)
	if partners := p.Partners(order[i]); len(partners) > 0 {
		return [2]session.Cursor{c, partners[0].Cursor}
	}
	if has {
		return was
	}
	for k := i - 1; k >= 0; k-- {
		if partners := p.Partners(order[k]); len(partners) > 0 {
			return [2]session.Cursor{order[k], partners[0].Cursor}
		}
	}
	if theirs := p.Other.order[p.Other.side]; len(theirs) > 0 {
		return [2]session.Cursor{order[0], theirs[0]}
	}
	return was
}

// opposite returns the sentence of the other pane that is at the height of
// the current one: a partner, or the next that begins there.
func (r *Viewport) opposite() session.Cursor {
	if partners := r.Page.Partners(r.Cursor); len(partners) > 0 {
		return partners[0].Cursor
	}
	o := r.Page.Other
	line := r.Beside + r.Page.Extent(r.Cursor).First - r.Top
	order := o.order[o.side]
	for _, c := range order {
		if o.Extent(c).First >= line {
			return c
		}
	}
	return order[len(order)-1]
}

// flip goes to a sentence of the other pane; nothing on the screen moves.
func (r *Viewport) flip(to session.Cursor) {
	if len(r.Page.Other.Rows) == 0 {
		return
	}
	r.Page, r.Top, r.Beside = r.Page.Other, r.Beside, r.Top
	r.Focus = r.Page.side
	r.Cursor = r.Page.order[r.Focus][r.Page.Index(r.Focus, to)]
	r.level[0], r.level[1] = r.level[1], r.level[0]
	r.leveled = r.Cursor
	r.overviews()
}
