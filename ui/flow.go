package ui

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
	if !r.isLevel() || r.leveled != r.cursor {
		r.level, r.leveled = r.page.level(r.cursor, r.level, r.isLevel()), r.cursor
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
	return r.level[0].side == r.page.side && r.level[1].side != r.page.side
}

// level returns a sentence with its best partner. For a sentence without one it
// returns the pair there was, or else that of the nearest sentence before it
// that has a partner, or the beginnings of both.
func (p *page) level(c cursor, was [2]cursor, has bool) [2]cursor {
	order := p.order[p.side]
	i := p.index(p.side, c)
	if partners := p.partners(order[i]); len(partners) > 0 {
		return [2]cursor{c, partners[0].cursor}
	}
	if has {
		return was
	}
	for k := i - 1; k >= 0; k-- {
		if partners := p.partners(order[k]); len(partners) > 0 {
			return [2]cursor{order[k], partners[0].cursor}
		}
	}
	if theirs := p.other.order[p.other.side]; len(theirs) > 0 {
		return [2]cursor{order[0], theirs[0]}
	}
	return was
}

// opposite returns the sentence of the other pane that stands at the height of
// the current one: a partner, or the next that begins there.
func (r *reader) opposite() cursor {
	if partners := r.page.partners(r.cursor); len(partners) > 0 {
		return partners[0].cursor
	}
	o := r.page.other
	line := r.beside + r.page.extent(r.cursor).first - r.top
	order := o.order[o.side]
	for _, c := range order {
		if o.extent(c).first >= line {
			return c
		}
	}
	return order[len(order)-1]
}

// flip goes to a sentence of the other pane; nothing on the screen moves.
func (r *reader) flip(to cursor) {
	if len(r.page.other.rows) == 0 {
		return
	}
	r.page, r.top, r.beside = r.page.other, r.beside, r.top
	r.focus = r.page.side
	r.cursor = r.page.order[r.focus][r.page.index(r.focus, to)]
	r.level[0], r.level[1] = r.level[1], r.level[0]
	r.leveled = r.cursor
	r.survey()
}
