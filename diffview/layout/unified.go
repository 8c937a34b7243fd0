package layout

import (
	"strconv"

	"parallax/diffview"
)

// Unified is one column: the rows of Matched, the right text under the left.
var Unified = &View{
	Name: "unified", Help: "one column",
	Long:   "both articles in one column",
	Panes:  1,
	gutter: func(digits int) int { return digits + len("A* ") + len(" = ") - 1 },
	set:    (*page).unified,
}

// unified sets a row in one column, the left text above the right.
func (p *page) unified(i int, row Row) {
	for side := range row.Sentences {
		for k, line := range p.column(diffview.Side(side), row) {
			gutter := p.empty
			if k == 0 || line.Number > 0 {
				gutter = p.before(diffview.Side(side), line, k, row)
			}
			p.lines = append(p.lines, Line{Left: line.Runs, Gutter: gutter, Row: i, Side: diffview.Side(side)})
		}
	}
}

// before returns the gutter of a line in one column, "B*12 ≈ ": the
// article, a star for a copy or ParagraphSign, the sentence, the relation.
func (p *page) before(side diffview.Side, line setLine, k int, row Row) []Run {
	number := ""
	if line.Number > 0 {
		number = strconv.Itoa(line.Number)
	}
	sign := Run{Text: " "}
	switch {
	case line.Unsure && (k > 0 || row.Relation == Similar):
		sign = Run{Text: Unsure.Sign(), Role: Sign}
	case k == 0:
		sign = Run{Text: row.Relation.Sign(), Role: Sign}
	}
	return []Run{
		{Text: [2]string{"A", "B"}[side] + p.note(side, line) + flushRight(number, p.digits) + " ", Role: Number, Faint: line.Copy},
		sign,
		{Text: " "},
	}
}
