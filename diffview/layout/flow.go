package layout

import (
	"sort"
	"strings"

	"parallax/diffview"
)

// Flowing leaves each article in its own order, level at the current sentence.
var Flowing = &View{
	Name: "flow", Help: "each article in its own order",
	Long:   "each article in its own order, level at the current sentence",
	Panes:  2,
	Apart:  true,
	Rows:   Flow,
	gutter: func(digits int) int { return Matched.gutter(digits) + len("= ") }, // each half has a sign
	set:    (*page).flowing,
}

// Flow returns the sentences of one article in its own order, a row each, with
// what they are to the other article. Lines of furniture that follow each other
// are one row, and so are doubtful ones. The other side of every row is empty: it is for the pane beside, whose
// Flow is the other article's.
func Flow(c *diffview.Comparison, side diffview.Side) []Row {
	partners := make([][]int, len(c.Articles[side].Sentences))
	for _, l := range c.Links {
		partners[l.Sentences[side]] = append(partners[l.Sentences[side]], l.Sentences[side.Other()])
	}
	var rows []Row
	for i, s := range c.Articles[side].Sentences {
		if n := len(rows); n > 0 && !s.Kind.Compared() && s.Kind == c.Articles[side].Sentences[i-1].Kind {
			own := &rows[n-1]
			own.Sentences[side] = append(own.Sentences[side], i)
			own.Repeated[side] = append(own.Repeated[side], false)
			continue
		}
		var row Row
		row.Sentences[side], row.Repeated[side] = []int{i}, []bool{false}
		beside := row
		sort.Ints(partners[i])
		beside.Sentences[side.Other()] = partners[i]
		row.Relation = relation(c, beside)
		rows = append(rows, row)
	}
	return rows
}

// sideOf returns the side of a row of Flow.
func sideOf(row Row) diffview.Side {
	if len(row.Sentences[diffview.Left]) > 0 {
		return diffview.Left
	}
	return diffview.Right
}

// flowing sets a row of Flow.
func (p *page) flowing(i int, row Row) {
	side := sideOf(row)
	for k, line := range p.column(side, row) {
		gutter := p.halfEmpty(side)
		if k == 0 {
			gutter = p.half(side, line, row.Relation.Sign())
		}
		p.lines = append(p.lines, Line{Left: line.Runs, Gutter: gutter, Row: i, Side: side})
	}
}

// half returns a side's half of the gutter: " 3 ≈" on the
// left, "≈ 12  " on the right.
func (p *page) half(side diffview.Side, line setLine, sign string) []Run {
	number := p.number(side, line)
	if side == diffview.Left {
		return []Run{{Text: flushRight(number, p.digits+1) + " ", Role: Number}, {Text: sign, Role: Sign}}
	}
	return []Run{{Text: sign, Role: Sign}, {Text: " " + flushLeft(number, p.digits+2), Role: Number}}
}

// halfEmpty returns a side's half of the gutter without anything.
func (p *page) halfEmpty(side diffview.Side) []Run {
	return []Run{{Text: strings.Repeat(" ", p.digits+3+int(side))}}
}
