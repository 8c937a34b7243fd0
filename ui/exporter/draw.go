package exporter

import (
	"fmt"
	"strings"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/ui/cell"
	"parallax/ui/disk"
	"parallax/ui/label"
	"parallax/ui/look"
)

// exportLabels name the rows of the export dialogue.
var exportLabels = [exportRows]string{"format", "view", "rows", "file"}

// draw makes the lines of the dialogue: the rows, and what would happen. A low
// screen has of the rows the current one.
func (e *Dialogue) draw() {
	if e.Theme == nil {
		return
	}
	e.spots = e.spots[:0]
	first, rows := 0, exportRows
	if rows > e.Height {
		rows = max(1, e.Height)
		first = min(max(0, e.row-rows+1), exportRows-rows)
	}
	e.made = e.made[:0]
	line := func(pieces ...look.Piece) { e.made = append(e.made, e.Compose(e.Width, false, pieces...)) }
	for row := first; row < first+rows; row++ {
		line(e.drawRow(row, len(e.made))...)
	}
	if len(e.made) < e.Height {
		line(append([]look.Piece{look.Plain.Of(strings.Repeat(" ", exportIndent+1))}, e.outcome()...)...)
	}
	if len(e.names) > 0 && len(e.made) < e.Height {
		line(look.Plain.Of(strings.Repeat(" ", exportIndent+1)), look.Quiet.Of(corpus.Printable(strings.Join(e.names, "  "))))
	}
	articles := e.comparison.Articles
	e.Enclose([]look.Piece{look.Strong.Of("export "), look.Plain.Of(articles[diffview.Left].Name() + " and " + articles[diffview.Right].Name())}, e.made)
}

// exportIndent is where the choices begin, in cells.
const exportIndent = 9

// drawRow returns a row that is on a line of the dialogue.
func (e *Dialogue) drawRow(row, line int) []look.Piece {
	bar, label := look.Plain.Of(" "), look.Quiet
	if row == e.row {
		bar, label = look.Marker.Of("▌"), look.Strong
	}
	pieces := []look.Piece{bar, label.Of(fmt.Sprintf("%-*s", exportIndent-1, exportLabels[row]))}
	e.spots = append(e.spots, spot{line, 0, exportIndent, row, -1})
	if row == pathRow {
		e.spots = append(e.spots, spot{line, exportIndent, e.Width, row, -1})
		pieces = append(pieces, look.Plain.Of(" ")) // below the names of choices, not their brackets
		room := max(1, e.Width-exportIndent-2)
		if row != e.row {
			text := corpus.Printable(e.path.Text())
			if cell.Width(e.Method, text) > room {
				text = "…" + cell.ClipLeft(e.Method, text, room-1)
			}
			return append(pieces, look.Plain.Of(text))
		}
		return append(pieces, e.path.Draw(e.Method, room)...)
	}
	names, at, none := e.options(row)
	if len(names) == 0 {
		return append(pieces, look.Quiet.Of(" "+none))
	}
	// On a narrow screen only the choice that is made is named.
	wide := exportIndent
	for _, n := range names {
		wide += cell.Width(e.Method, n) + 3
	}
	x := exportIndent
	for i, n := range names {
		p := look.Plain.Of(" " + n + " ")
		if i == at {
			p = look.Strong.Of("[" + n + "]")
		} else if wide > e.Width {
			continue
		}
		w := cell.Width(e.Method, p.Text)
		e.spots = append(e.spots, spot{line, x, x + w, row, i})
		pieces = append(pieces, p, look.Plain.Of(" "))
		x += w + 1
	}
	return pieces
}

// outcome says what pressing enter would do.
func (e *Dialogue) outcome() []look.Piece {
	m := e.measured
	switch {
	case e.problem != "":
		return []look.Piece{look.Strong.Of(corpus.Printable(e.problem))}
	case e.sure && m.there != nil:
		return []look.Piece{look.Strong.Of("replace " + whatIsThere(m.there) + "?")}
	case e.sure:
		return []look.Piece{look.Strong.Of("replace the existing file?")}
	case m.number == 0:
		return []look.Piece{look.Quiet.Of("…")}
	}
	said := "writes " + label.Count(m.lines, "line") + ", " + label.Size(int64(m.bytes))
	switch {
	case m.folder != nil:
		return []look.Piece{look.Strong.Of(disk.Why(m.folder))}
	case m.there != nil && m.there.IsDir():
		return []look.Piece{look.Strong.Of("that is a folder; add a file name")}
	case m.there != nil:
		return []look.Piece{look.Quiet.Of(said + "; asks before replacing "), look.Strong.Of(whatIsThere(m.there))}
	}
	return []look.Piece{look.Quiet.Of(said + ", a new file")}
}
