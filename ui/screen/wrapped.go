package screen

import (
	"strings"

	"parallax/ui/cell"
	"parallax/ui/look"
)

// Wrapped returns pieces in lines after a head of so many cells, broken at
// spaces only.
func (c Canvas) Wrapped(indent int, head look.Piece, pieces []look.Piece) (lines []string) {
	room := max(8, c.Width-indent-1)
	var line []look.Piece
	used := 0
	end := func() {
		first := head.Part.Of(" " + c.Fill(head.Text, indent-1))
		if len(lines) > 0 {
			first = look.Plain.Of(strings.Repeat(" ", indent))
		}
		lines = append(lines, c.Compose(c.Width, false, append([]look.Piece{first}, line...)...))
		line, used = nil, 0
	}
	for _, word := range unbroken(pieces) {
		width := 0
		for _, p := range word {
			width += cell.Width(c.Method, p.Text)
		}
		if used > 0 && used+1+width > room {
			end()
		}
		if used > 0 {
			space := look.Plain.Of(" ")
			if part := line[len(line)-1].Part; part == word[0].Part {
				space = part.Of(" ")
			}
			line, used = append(line, space), used+1
		}
		line, used = append(line, word...), used+width
	}
	end()
	return lines
}

// Rule returns a line across so many cells.
func Rule(width int) string { return strings.Repeat("─", max(0, width)) }

// Fill returns text in exactly width cells, cut at its end.
func (c Canvas) Fill(text string, width int) string {
	text = cell.Clip(c.Method, text, width, "…")
	return text + strings.Repeat(" ", max(0, width-cell.Width(c.Method, text)))
}

// unbroken divides pieces at spaces into words, each of the pieces it is made
// of.
func unbroken(pieces []look.Piece) (words [][]look.Piece) {
	spaced := true
	for _, p := range pieces {
		for n, text := range strings.Fields(p.Text) {
			if n > 0 || spaced || strings.TrimLeft(p.Text, " \n\t") != p.Text {
				words = append(words, nil)
			}
			last := &words[len(words)-1]
			*last = append(*last, p.Part.Of(text))
			spaced = false
		}
		spaced = spaced || strings.TrimRight(p.Text, " \n\t") != p.Text
	}
	return words
}
