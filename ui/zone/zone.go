// Package zone says which part of a drawn line does what when it is clicked. Text
// is marked while a line is composed, however often it is composed into others,
// and when the line is done its marks are taken out: where they were is known then
// from the line itself.
package zone

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A mark is an application program command, which takes no cells: the first with
// what a click does, the second with nothing. Text of articles has no control
// characters, and so no marks.
const (
	begin = "\x1b_zone;"
	end   = "\x1b\\"
)

// Mark marks a text that does something when it is clicked; do says what.
func Mark(text, do string) string {
	if do == "" || text == "" {
		return text
	}
	return begin + do + end + text + begin + end
}

// A Zone is cells of a line, from the first to before End, and what a click there
// does.
type Zone struct {
	Start, End int
	Do         string
}

// Scan returns a line without its marks, and its zones.
func Scan(m ansi.Method, line string) (clean string, zones []Zone) {
	if !strings.Contains(line, begin) {
		return line, nil
	}
	var b strings.Builder
	column, do := 0, ""
	for line != "" {
		text, rest, _ := strings.Cut(line, begin)
		b.WriteString(text)
		width := m.StringWidth(text)
		if n := len(zones); do != "" && width > 0 {
			if n > 0 && zones[n-1].Do == do && zones[n-1].End == column {
				zones[n-1].End += width
			} else {
				zones = append(zones, Zone{column, column + width, do})
			}
		}
		column += width
		do, line, _ = strings.Cut(rest, end)
	}
	return b.String(), zones
}

// At returns what a click on a cell does, "" for nothing.
func At(zones []Zone, column int) string {
	for _, z := range zones {
		if z.Start <= column && column < z.End {
			return z.Do
		}
	}
	return ""
}
