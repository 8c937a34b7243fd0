package screen

import (
	"strings"

	"parallax/ui/cell"
	"parallax/ui/look"
)

// Wrapped returns pieces in lines after a head of so many cells, broken at
// spaces; a word that is wider than a line, of a script without spaces or an
// address, where the line ends.
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
	for _, word := range c.words(pieces, room) {
		width := c.Length(word)
		if used > 0 && used+1+width > room {
			end()
		}
		if used > 0 {
			space := look.Plain.Of(" ")
			if last := line[len(line)-1]; last.Part == word[0].Part && last.Link == word[0].Link {
				space = last.With(" ")
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

// words divides pieces at spaces, and words that are wider than a room in cells
// where it ends.
func (c Canvas) words(pieces []look.Piece, room int) (words [][]look.Piece) {
	for _, word := range unbroken(pieces) {
		var part []look.Piece
		left := room
		for _, p := range word {
			for p.Text != "" {
				head := cell.Clip(c.Method, p.Text, left, "")
				if head == "" && left == room {
					head = p.Text // no room for a single character
				}
				part = append(part, p.With(head))
				left -= cell.Width(c.Method, head)
				if p.Text = p.Text[len(head):]; p.Text != "" {
					words, part, left = append(words, part), nil, room
				}
			}
		}
		words = append(words, part)
	}
	return words
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
			*last = append(*last, p.With(text))
			spaced = false
		}
		spaced = spaced || strings.TrimRight(p.Text, " \n\t") != p.Text
	}
	return words
}

// InView returns the first of n that is shown in a window of some room, so that
// the selected one is.
func InView(first, selected, n, room int) int {
	return max(0, min(first, selected, n-room), selected-room+1)
}
