package ui

import "parallax/ui/session"

// In the flowing view each pane has its own article in its own order. The pane
// that is read scrolls as every page does; the other one follows, so that the
// best partner of the current sentence stands at its height. For a sentence
// without a partner it keeps to the pair of sentences that were level last.

// align brings the other pane to the height that the current sentence calls
// for.
func (r *reader) align() {
	o := r.page.other
	if o == nil {
		return
	}
	if !r.isLevel() || r.leveled != r.Cursor {
		r.level, r.leveled = r.page.level(r.Cursor, r.level, r.isLevel()), r.Cursor
	}
	if r.isLevel() {
		r.beside = o.extent(r.level[1]).first - (r.page.extent(r.level[0]).first - r.top)
		return
	}
	r.beside = r.top
}

// isLevel reports whether there are two sentences at one height, the first
// that of the pane that is read.
func (r *reader) isLevel() bool {
	return r.level[0].Side == r.page.side && r.level[1].Side != r.page.side
}

// level returns a sentence with its best partner. For a sentence without one it
// returns the pair there was, or else that of the nearest sentence before it
// that has a partner, or the beginnings of both.
func (p *page) level(c session.Cursor, was [2]session.Cursor, has bool) [2]session.Cursor {
	order := p.order[p.side]
	i := p.index(p.side, c)
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
	if theirs := p.other.order[p.other.side]; len(theirs) > 0 {
		return [2]session.Cursor{order[0], theirs[0]}
	}
	return was
}

// opposite returns the sentence of the other pane that stands at the height of
// the current one: a partner, or the next that begins there.
func (r *reader) opposite() session.Cursor {
	if partners := r.page.Partners(r.Cursor); len(partners) > 0 {
		return partners[0].Cursor
	}
	o := r.page.other
	line := r.beside + r.page.extent(r.Cursor).first - r.top
	order := o.order[o.side]
	for _, c := range order {
		if o.extent(c).first >= line {
			return c
		}
	}
	return order[len(order)-1]
}

// flip goes to a sentence of the other pane; nothing on the screen moves.
func (r *reader) flip(to session.Cursor) {
	if len(r.page.other.rows) == 0 {
		return
	}
	r.page, r.top, r.beside = r.page.other, r.beside, r.top
	r.focus = r.page.side
	r.Cursor = r.page.order[r.focus][r.page.index(r.focus, to)]
	r.level[0], r.level[1] = r.level[1], r.level[0]
	r.leveled = r.Cursor
	r.survey()
}
