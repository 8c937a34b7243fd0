package page

import (
	"sort"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/session"
)

// An Extent is where a sentence is shown in full on a page.
type extent struct {
	Row         int
	First, Last int  // its lines, the second not included
	Folded      bool // it is not shown: the lines are those of its row
}

// place notes where each sentence is, and the order in which they are read.
func (p *Page) place() {
	for side := range p.where {
		p.where[side] = make([]extent, len(p.Articles[side].Sentences))
		for i := range p.where[side] {
			p.where[side][i].Folded = true
		}
	}
	for i := range p.Laid {
		l := &p.Laid[i]
		if p.Key.View.OneSided() {
			p.stand(i, l.Side, l.Left)
			continue
		}
		p.stand(i, diffview.Left, l.Left)
		p.stand(i, diffview.Right, l.Right)
	}
	p.arrange()
}

// arrange puts the sentences in the order in which they are read.
func (p *Page) arrange() {
	for row, r := range p.Rows {
		var full [2][]session.Cursor
		for side, sentences := range r.Sentences {
			for k, s := range sentences {
				if r.Repeated[side][k] {
					continue
				}
				e := &p.where[side][s]
				e.Row = row
				if e.Folded {
					e.First, e.Last = p.First[row], max(p.last[row], p.First[row])
				}
				// Folded lines of the page are one stop on the way.
				if !e.Folded || len(full[side]) == 0 {
					full[side] = append(full[side], session.Cursor{Side: diffview.Side(side), Sentence: s})
				}
			}
		}
		for focus := range p.order {
			switch {
			case p.Key.View.Panes == 1:
				p.order[focus] = append(append(p.order[focus], full[0]...), full[1]...)
			case p.Key.View.Apart:
				p.order[focus] = append(p.order[focus], full[focus]...)
			case len(full[focus]) > 0:
				p.order[focus] = append(p.order[focus], full[focus]...)
			default:
				p.order[focus] = append(p.order[focus], full[1-focus]...)
			}
		}
	}
}

// stand notes the sentences that have words among the runs of line i.
func (p *Page) stand(i int, side diffview.Side, runs []layout.Run) {
	all := p.Articles[side].Sentences
	for k := range runs {
		span := runs[k].Span
		if span.Start == span.End || runs[k].Faint {
			continue
		}
		s := sort.Search(len(all), func(s int) bool { return all[s].End > span.Start })
		for ; s < len(all) && all[s].Start < span.End; s++ {
			e := &p.where[side][s]
			if e.Folded {
				e.First, e.Folded = i, false
			}
			e.Last = i + 1
		}
	}
}

// Extent returns where a sentence is; the top of the page for one that it
// does not have.
func (p *Page) Extent(c session.Cursor) extent {
	if c.Sentence < 0 || c.Sentence >= len(p.where[c.Side]) {
		return extent{}
	}
	return p.where[c.Side][c.Sentence]
}

// Index returns the place of a sentence in the order of a pane; that of its
// row's first when the order passes it over.
func (p *Page) Index(focus diffview.Side, c session.Cursor) int {
	row, found := p.Extent(c).Row, -1
	for i, stop := range p.order[focus] {
		if stop == c {
			return i
		}
		if found < 0 && p.Extent(stop).Row >= row {
			found = i
		}
	}
	return max(found, 0)
}

// stop returns the first sentence read in a row, or after it; the beginning of
// an article without one.
func (p *Page) stop(focus diffview.Side, row int) session.Cursor {
	order := p.order[focus]
	if len(order) == 0 {
		return session.Cursor{Side: focus}
	}
	i := sort.Search(len(order), func(i int) bool { return p.Extent(order[i]).Row >= row })
	return order[min(i, len(order)-1)]
}

// Start returns the sentence to begin reading with: the first that is the
// article's own.
func (p *Page) Start() session.Cursor {
	for row, r := range p.Rows {
		if r.Relation.Compared() {
			return p.stop(diffview.Left, row)
		}
	}
	return session.Cursor{}
}

// Above says which of two sentences stands further up, the left one first.
func (p *Page) Above(a, b session.Cursor) int {
	if d := p.Extent(a).First - p.Extent(b).First; d != 0 {
		return d
	}
	if a.Side != b.Side {
		return int(a.Side) - int(b.Side)
	}
	return a.Sentence - b.Sentence
}
