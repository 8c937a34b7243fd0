package matrix

import (
	"fmt"
	"strconv"

	"parallax/diffview/layout"
	"parallax/ui/cell"
	"parallax/ui/label"
	"parallax/ui/look"
	"parallax/ui/session"
)

// shades are the grounds of figures: so much is shared from these percents on.
var shades = [...]struct {
	from  int
	shade string
}{{60, "██"}, {40, "▓▓"}, {20, "▒▒"}, {1, "░░"}, {0, "  "}}

// shade returns the shade of a figure.
func shade(percent int) string {
	for _, s := range shades {
		if percent >= s.from {
			return s.shade
		}
	}
	return "  "
}

// progress says how much there is, how much is known of it and which columns
// are shown.
func (t *Table) progress() string {
	n := len(t.shown)
	said := fmt.Sprintf("  %d articles", len(t.articles))
	if n < len(t.articles) {
		said = fmt.Sprintf("  %d of %d articles", n, len(t.articles))
	}
	if all := n * (n - 1) / 2; n <= session.MaxTabled && n > 1 {
		known := 0
		for i, r := range t.shown {
			for _, c := range t.shown[i+1:] {
				if _, ok := t.figure(session.Pair{t.articles[r], t.articles[c]}); ok {
					known++
				}
			}
		}
		if known < all {
			said += fmt.Sprintf(" · %d of %d pairs compared …", known, all)
		} else {
			said += fmt.Sprintf(" · all %d pairs compared", all)
		}
	}
	if t.columns() < n {
		said += fmt.Sprintf(" · columns %d–%d", t.firstCol+1, min(n, t.firstCol+t.columns()))
	}
	if t.rows() < n {
		said += fmt.Sprintf(" · rows %d–%d", t.firstRow+1, min(n, t.firstRow+t.rows()))
	}
	return said
}

// number returns the number of an article, by its place in the story.
func (t *Table) number(i int) string { return strconv.Itoa(i + 1) }

// heads returns the heads of the columns.
func (t *Table) heads(of func(i int) string) []look.Piece {
	pieces := []look.Piece{look.Plain.Of(t.fill("", t.heading()))}
	for k, i := range t.window(t.firstCol, t.columns()) {
		part := look.Quiet
		if t.firstCol+k == t.col {
			part = look.Strong
		}
		pieces = append(pieces, look.Plain.Of(" "), part.Of(t.fill(of(i), cellWidth-1)))
	}
	return pieces
}

// drawRow returns a row of the shown ones: its bar and name, and its cells. The
// selected cell is in brackets.
func (t *Table) drawRow(row int) []look.Piece {
	bar, part := look.Plain.Of(" "), look.Plain
	if row == t.row {
		bar, part = look.Marker.Of("▌"), look.Strong
	}
	at := t.shown[row]
	digits := len(strconv.Itoa(len(t.articles)))
	pieces := []look.Piece{bar, look.Quiet.Of(fmt.Sprintf("%*s ", digits, t.number(at))), part.Of(t.fill(t.names[at], t.heading()-digits-2))}
	before := look.Plain.Of(" ")
	for k, other := range t.window(t.firstCol, t.columns()) {
		after := look.Plain.Of(" ")
		if row == t.row && t.firstCol+k == t.col {
			before, after = look.Marker.Of("["), look.Marker.Of("]")
		}
		pieces = append(append(pieces, before), t.cell(at, other)...)
		before = after
	}
	return append(pieces, before)
}

// cell returns a cell without the space before it: how much of the row's
// article the column's says too, and the conflicts of the two.
func (t *Table) cell(row, col int) []look.Piece {
	if row == col {
		return []look.Piece{look.Quiet.Of(t.fill("     —", cellWidth-1))}
	}
	f, known := t.figure(session.Pair{t.articles[row], t.articles[col]})
	switch {
	case !known:
		return []look.Piece{look.Quiet.Of(t.fill("     …", cellWidth-1))}
	case f.Shared[0] < 0:
		return []look.Piece{look.Quiet.Of(t.fill("    no", cellWidth-1))}
	}
	pieces := []look.Piece{look.Agree.Of(shade(f.Shared[0])), look.Plain.Of(fmt.Sprintf(" %3d", f.Shared[0]))}
	n := strconv.Itoa(min(f.Conflicts, 99))
	if f.Conflicts == 0 {
		return append(pieces, look.Plain.Of("    "))
	}
	return append(pieces, look.Plain.Of(t.fill("", 3-len(n))), look.Wording.Of(layout.Conflict.Sign()+n))
}

// explain says in words what the selected cell tells.
func (t *Table) explain() []look.Piece {
	p, ok := t.selected()
	switch {
	case len(t.shown) == 0:
		return []look.Piece{look.Quiet.Of("no article matches")}
	case !ok:
		return []look.Piece{look.Quiet.Of("the same article")}
	}
	room := max(8, (t.Width-53)/2) // what is said of the two takes 53 cells at most
	left, right := cell.Shorten(t.Method, t.names[t.shown[t.row]], room), cell.Shorten(t.Method, t.names[t.shown[t.col]], room)
	f, known := t.figure(p)
	if !known {
		return []look.Piece{look.Strong.Of(left), look.Plain.Of(" and "), look.Strong.Of(right), look.Quiet.Of(": not compared yet")}
	}
	return []look.Piece{look.Plain.Of("words shared: "), look.Strong.Of(left), look.Plain.Of(sharedOf(f.Shared[0])), look.Strong.Of(right), look.Plain.Of(sharedOf(f.Shared[1]) + label.Conflicts(f.Conflicts))}
}

// sharedOf says how much of an article the other one says too.
func sharedOf(percent int) string {
	if percent < 0 {
		return " none to compare · "
	}
	return fmt.Sprintf(" %d %% · ", percent)
}
