package ui

// The articles of a corpus are numbered anew when files come and go while they
// are read. What was worked out is kept where their numbers stay.

// follow makes a deck go on from another: with the pair that is read there, if
// it is here, and the way of comparing. Where the articles of the other have the
// same numbers here it takes over all that was worked out, and reports so.
func (d *deck) follow(old *deck) (sameNumbers bool) {
	d.compare = old.compare
	if p, there := old.renumbered(old.wanted(), d.numbers()); there {
		d.open(p)
	}
	if old.beginning(d) {
		d.prepared, d.compared, d.underWay, d.failed, d.figures = old.prepared, old.compared, old.underWay, old.failed, old.figures
		return true
	}
	for _, w := range old.underWay {
		w.cancel()
	}
	return false
}

// beginning reports whether another deck begins with the articles of this one.
func (d *deck) beginning(of *deck) bool {
	if len(d.articles) > len(of.articles) {
		return false
	}
	for i, a := range d.articles {
		if of.articles[i] != a {
			return false
		}
	}
	return true
}

// same reports whether another deck is of the same articles.
func (d *deck) same(o *deck) bool { return len(d.articles) == len(o.articles) && d.beginning(o) }

// numbers returns the numbers of the articles by their paths.
func (d *deck) numbers() map[string]int {
	at := make(map[string]int, len(d.articles))
	for i, a := range d.articles {
		at[a.Path] = i
	}
	return at
}

// renumbered returns a pair by the numbers that its articles have elsewhere, by
// path, and whether both are there.
func (d *deck) renumbered(p pair, at map[string]int) (there pair, ok bool) {
	for side, i := range p {
		if i < 0 || i >= len(d.articles) {
			return there, false
		}
		if there[side], ok = at[d.articles[i].Path]; !ok {
			return there, false
		}
	}
	return there, true
}

// stale reports whether a reading is of articles that have been exchanged
// since it was begun.
func (d *deck) stale(msg comparedMsg) bool {
	for side, i := range msg.pair {
		if i >= len(d.articles) || d.articles[i] != msg.articles[side] {
			return true
		}
	}
	return false
}
