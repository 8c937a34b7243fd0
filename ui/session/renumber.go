package session

import "parallax/corpus"

// The articles of a corpus are numbered anew when files come and go while they
// are read. What was worked out is kept where their numbers stay.

// Follow makes a deck go on from another: with the pair that is read there, if
// it is here, and the way of comparing. Where the articles of the other have the
// same numbers here it takes over all that was worked out, and reports so.
func (d *Deck) Follow(old *Deck) (sameNumbers bool) {
	d.Compare, d.Kept = old.Compare, old.Kept
	if p, there := old.Renumbering(d)(old.Wanted()); there {
		d.Open(p)
	}
	if old.beginning(d) {
		d.prepared, d.compared, d.underWay, d.failed = old.prepared, old.compared, old.underWay, old.failed
		d.pairings = old.pairings
		d.followJudge(old, true)
		return true
	}
	d.followJudge(old, false)
	for _, w := range old.underWay {
		w.cancel()
	}
	return false
}

// beginning reports whether another deck begins with the articles of this one.
func (d *Deck) beginning(of *Deck) bool {
	if len(d.Articles) > len(of.Articles) {
		return false
	}
	for i, a := range d.Articles {
		if of.Articles[i] != a {
			return false
		}
	}
	return true
}

// Same reports whether another deck is of the same articles.
func (d *Deck) Same(o *Deck) bool { return len(d.Articles) == len(o.Articles) && d.beginning(o) }

// Renumbering returns what gives a pair the numbers that its articles have in
// another deck, by path, and whether both are there.
func (d *Deck) Renumbering(to *Deck) func(Pair) (there Pair, ok bool) {
	at := make(map[string]int, len(to.Articles))
	for i, a := range to.Articles {
		at[a.Path] = i
	}
	return func(p Pair) (there Pair, ok bool) {
		for side, i := range p {
			if i < 0 || i >= len(d.Articles) {
				return there, false
			}
			if there[side], ok = at[d.Articles[i].Path]; !ok {
				return there, false
			}
		}
		return there, true
	}
}

// stale reports whether a reading is of articles that have been exchanged
// since it was begun.
func (d *Deck) stale(msg ComparedMsg) bool { return d.exchanged(msg.Pair, msg.articles) }

// exchanged reports whether the numbers of a pair are those of other articles by
// now.
func (d *Deck) exchanged(p Pair, articles [2]*corpus.Article) bool {
	for side, i := range p {
		if i >= len(d.Articles) || d.Articles[i] != articles[side] {
			return true
		}
	}
	return false
}
