package list

import (
	"fmt"
	"slices"
	"strings"

	"parallax/ui/cell"
	"parallax/ui/look"
)

// measure gives each column its width.
func (l *List) measure() {
	l.columnW = make([]int, len(l.columns))
	left, wide := l.Width-2, -1 // the bar of the selected row, and as much at the right
	for i, k := range l.columns {
		if k.Most == 0 && !k.Aside {
			wide = i
			left -= leastText
		}
	}
	give := func(i int) {
		k := l.columns[i]
		w := 0
		for _, e := range l.entries {
			w = max(w, min(k.Most, cell.Width(l.Method, e.Cells[i])))
		}
		if w == 0 {
			return // no row has it
		}
		w = max(w, cell.Width(l.Method, k.Head))
		room := left
		if k.Spare {
			room -= spareText - leastText
		}
		if w+gap > room && (wide >= 0 || i > 0) {
			return // there is no room for it
		}
		l.columnW[i] = min(w, max(left, 1))
		left -= l.columnW[i] + gap
	}
	for _, spare := range []bool{false, true} {
		for i, k := range l.columns {
			if k.Most > 0 && !k.Aside && k.Spare == spare {
				give(i)
			}
		}
	}
	if wide >= 0 {
		l.columnW[wide] = max(1, leastText+left)
		l.handOn(wide)
	}
}

// handOn gives what the widest text of a column leaves free to the columns that
// lose their end.
func (l *List) handOn(wide int) {
	longest := func(column int) int {
		w := cell.Width(l.Method, l.columns[column].Head)
		for _, e := range l.entries {
			w = max(w, cell.Width(l.Method, e.Cells[column]))
		}
		return w
	}
	free := l.columnW[wide] - longest(wide)
	for i, k := range l.columns {
		if more := min(free, longest(i)-l.columnW[i]); k.Tail && i != wide && l.columnW[i] > 0 && more > 0 {
			l.columnW[i] += more
			l.columnW[wide] -= more
			free -= more
		}
	}
}

// Draw makes the lines.
func (l *List) Draw() {
	if l.Theme == nil {
		return
	}
	rows := l.Page()
	l.first = max(0, min(l.first, l.at, len(l.passed)-rows), l.at-rows+1)
	l.made = l.made[:0]
	count := fmt.Sprintf("  %d of %d", len(l.passed), len(l.entries))
	if l.Elsewhere {
		count = fmt.Sprintf("  %d found", len(l.entries))
	}
	if l.Note != "" {
		count += " · " + l.Note
	}
	if l.guessed != "" {
		count += " · did you mean “" + l.guessed + "”?"
	}
	line := func(pieces ...look.Piece) { l.made = append(l.made, l.Compose(l.Width, false, pieces...)) }
	above := l.above()
	if above >= 2 {
		l.made = append(l.made, l.Compose(max(l.Width, l.Across), false, look.Plain.Of(" "), look.Strong.Of(l.Title), look.Quiet.Of(count)))
	}
	if above >= 1 {
		typed := append([]look.Piece{look.Plain.Of(" "), look.Quiet.Of("› ")}, l.query.Draw(l.Method, l.Width-4)...)
		line(append(typed, look.Quiet.Of(l.invite()))...)
	}
	if above >= 3 && len(l.passed) > 0 {
		heads := []look.Piece{look.Plain.Of(" ")}
		for i, k := range l.columns {
			heads = append(heads, l.cell(i, []look.Piece{look.Quiet.Of(k.Head)})...)
		}
		line(heads...)
	}
	for i := l.first; i < min(len(l.passed), l.first+rows); i++ {
		l.made = append(l.made, l.row(i))
	}
	if len(l.passed) == 0 && !l.Elsewhere && len(l.made) < l.Height {
		line(look.Plain.Of(" "), look.Quiet.Of("no matches"))
	}
	for len(l.made) < l.Height {
		l.made = append(l.made, "")
	}
}

// invite says what can be typed, as long as nothing is: how to narrow the list,
// and by which fields, as far as there is room.
func (l *List) invite() string {
	if l.Elsewhere || l.query.Text() != "" {
		return ""
	}
	said := []string{"type to narrow:", "word", "'exact", "!not", "^begins", "ends$"}
	for _, head := range l.heads {
		name, _, _ := strings.Cut(head, " ")
		if name += ":"; name != ":" && !slices.Contains(said, name) {
			said = append(said, name)
		}
	}
	room := l.Width - 5 // the bar, the sign, the caret and a space around
	all := ""
	for _, s := range said {
		if room -= cell.Width(l.Method, s) + 1; room < 0 {
			break
		}
		all += " " + s
	}
	return all
}

// row draws a row that passed.
func (l *List) row(i int) string {
	e := l.entries[l.passed[i]]
	pieces := []look.Piece{look.Plain.Of(" ")}
	if i == l.at {
		pieces[0] = look.Marker.Of("▌")
	}
	text := e.text()
	var found []bool // by byte of the text
	for _, s := range l.Found(l.asked(), text) {
		if found == nil {
			found = make([]bool, len(text))
		}
		for i := s.Start; i < s.End; i++ {
			found[i] = true
		}
	}
	start := 0
	for k, text := range e.Cells {
		base := l.columns[k].Part
		if i == l.at && base != look.Quiet {
			base = look.Strong
		}
		var here []bool
		if found != nil {
			here = found[start : start+len(text)]
		}
		pieces = append(pieces, l.cell(k, l.lettered(k, text, here, base))...)
		start += len(text) + 1
	}
	return l.Compose(l.Width, false, pieces...)
}

// lettered returns the text of a column, as much as there is room for, as
// pieces: the bytes that were found apart.
func (l *List) lettered(column int, text string, found []bool, base look.Part) []look.Piece {
	width := l.columnW[column]
	switch {
	case width == 0:
		return nil
	case cell.Width(l.Method, text) <= width:
		return Lit(text, found, base)
	case l.columns[column].Tail:
		head := cell.Clip(l.Method, text, width-1, "")
		return append(Lit(head, found, base), base.Of("…"))
	}
	head, tail := cell.Ends(l.Method, text, width-1)
	pieces := append(Lit(head, found, base), base.Of("…"))
	if found != nil {
		found = found[len(text)-len(tail):]
	}
	return append(pieces, Lit(tail, found, base)...)
}

// Lit returns a text as pieces, its bytes that were found apart.
func Lit(text string, found []bool, base look.Part) []look.Piece {
	if found == nil {
		return []look.Piece{base.Of(text)}
	}
	var pieces []look.Piece
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && found[end] == found[start] {
			end++
		}
		shown := base
		if found[start] {
			shown = look.Match
		}
		pieces = append(pieces, shown.Of(text[start:end]))
		start = end
	}
	return pieces
}

// cell returns the text of a column filled up to its width, after the gap to
// the column before.
func (l *List) cell(column int, text []look.Piece) []look.Piece {
	width := l.columnW[column]
	if width == 0 {
		return nil
	}
	for _, p := range text {
		width -= cell.Width(l.Method, p.Text)
	}
	fill := look.Plain.Of(strings.Repeat(" ", max(0, width)))
	if l.columns[column].End {
		text = append([]look.Piece{fill}, text...)
	} else {
		text = append(text, fill)
	}
	if column == 0 {
		return text
	}
	return append([]look.Piece{look.Plain.Of(strings.Repeat(" ", gap))}, text...)
}
