package layout

import (
	"parallax/diffview"
)

// Matched puts sentences that report the same side by side, in the left
// article's order.
var Matched = &View{
	Name: "matched", Help: "matching sentences side by side",
	Long:   "sentences that report the same side by side",
	Panes:  2,
	gutter: func(digits int) int { return 2*digits + len("  ") + len(" = ") + len("* ") - 1 },
	set:    (*page).matched,
}

// matched sets a row in two panes.
func (p *page) matched(i int, row Row) {
	left, right := p.column(diffview.Left, row), p.column(diffview.Right, row)
	for k := range max(len(left), len(right)) {
		var l, r setLine
		if k < len(left) {
			l = left[k]
		}
		if k < len(right) {
			r = right[k]
		}
		sign := ""
		if k == 0 {
			sign = row.Relation.Sign()
		}
		p.lines = append(p.lines, Line{Left: l.Runs, Gutter: p.between(l, sign, r, row.Relation), Right: r.Runs, Row: i})
	}
}

// between returns the gutter of a line in two panes, " 3 ≈ 12* " with
// the left number flush right and the right one flush left. Below the sign of
// the row a sentence that is only perhaps part of the match has its own.
func (p *page) between(l setLine, sign string, r setLine, relation Relation) []Run {
	if sign == "" && l.Number == 0 && r.Number == 0 {
		if relation == Unsure {
			return p.ruled[1]
		}
		return p.ruled[0]
	}
	middle := Run{Text: sign, Role: Sign}
	switch {
	case sign != "":
	case l.Unsure || r.Unsure:
		middle.Text = Unsure.Sign()
	case relation == Unsure:
		middle = Run{Text: unsureRule}
	default:
		middle = Run{Text: rule}
	}
	return []Run{
		{Text: flushRight(p.number(diffview.Left, l), p.digits+1) + " ", Role: Number, Faint: l.Copy},
		middle,
		{Text: " " + flushLeft(p.number(diffview.Right, r), p.digits+2), Role: Number, Faint: r.Copy},
	}
}
