package ui

import (
	"strings"

	"parallax/ui/look"
)

// A dialogue has a frame around it, so that one sees where the page ends. It is
// drawn when the dialogue changes, and cut into the lines of the page, which
// stay in sight beside it. A dialogue has no frame where that would take its
// room.
type dialogue struct {
	canvas     // the room inside, as the dialogue draws it
	left   int // where it begins, in cells; noFrame for the whole width
	boxed  []string
}

// noFrame is where the lines are as wide as the screen.
const noFrame = -1

// A frame's width in cells, at most and at least, the least height in lines of a
// screen that has one, and what is left of the page on each side, if anything.
const (
	widestFrame  = 92
	leastFramed  = 50
	lowestFramed = 12
	leastBeside  = 10
)

// within gives a frame its room, and the dialogue what is left of it inside.
func (f *dialogue) within(c canvas) {
	f.canvas, f.left = c, noFrame
	if c.width < leastFramed || c.height < lowestFramed {
		return
	}
	width := c.width
	if c.width >= widestFrame+2*leastBeside {
		width = widestFrame
	}
	f.left = (c.width - width) / 2
	f.width = width - look.Frame.GetHorizontalFrameSize()
	f.height -= look.Frame.GetVerticalFrameSize()
}

// enclose draws a title and lines, and the frame around them. The lines come
// composed, in at most the width there is.
func (f *dialogue) enclose(title []piece, lines []string) {
	f.boxed = f.boxed[:0]
	if f.left == noFrame {
		if len(lines) < f.height {
			head := f.compose(f.width-4, false, title...)
			rule := strings.Repeat("─", max(0, f.width-4-f.method.StringWidth(head)))
			f.boxed = append(f.boxed, f.compose(f.width, false, quiet.Of("── "), plain.Of(head+" "), quiet.Of(rule)))
		}
		f.boxed = append(f.boxed, lines[max(0, len(lines)-f.height):]...)
		return
	}
	b := look.Frame.GetBorderStyle()
	space := strings.Repeat(" ", look.Frame.GetPaddingLeft())
	across := f.width + look.Frame.GetHorizontalPadding()
	head := f.compose(across-4, false, title...)
	rest := strings.Repeat(b.Top, max(0, across-3-f.method.StringWidth(head)))
	line := func(before, inside, after string) {
		f.boxed = append(f.boxed, f.theme.As(quiet, before)+inside+f.theme.As(quiet, after))
	}
	line(b.TopLeft+b.Top, " "+head+" ", rest+b.TopRight)
	for _, l := range lines {
		line(b.Left, space+f.compose(f.width, true, plain.Of(l))+space, b.Right)
	}
	line(b.BottomLeft, f.theme.As(quiet, strings.Repeat(b.Bottom, across)), b.BottomRight)
}

// lines are those of the dialogue with its frame.
func (f *dialogue) lines() []string { return f.boxed }

// inset returns where the lines begin, in cells, and how wide they are; noFrame
// where they are as wide as the screen.
func (f *dialogue) inset() (left, width int) {
	return f.left, f.width + look.Frame.GetHorizontalFrameSize()
}

// inside returns a place of the dialogue's lines, as the mouse has it, as one of
// what was enclosed.
func (f *dialogue) inside(x, y int) (int, int) {
	if f.left == noFrame {
		if len(f.boxed) < f.height {
			return x, y - 1
		}
		return x, y
	}
	return x - f.left - look.Frame.GetHorizontalFrameSize()/2, y - look.Frame.GetBorderTopSize()
}

// overlay returns the lines of the uppermost screen, as wide as the terminal:
// those of a dialogue between what the page shows at its sides.
func (m *model) overlay() []string {
	lines := m.top().lines()
	f, ok := m.top().(interface{ inset() (left, width int) })
	if !ok {
		return lines
	}
	left, width := f.inset()
	if left == noFrame {
		return lines
	}
	first := m.inner().height - len(lines)
	page := append(append([]string{}, m.chrome.head...), m.body()...)
	over := make([]string, len(lines))
	for i, l := range lines {
		under := ""
		if first+i < len(page) {
			under = page[first+i]
		}
		if left > 0 { // a space parts it from the page
			l = m.cutInto(under, " "+l+" ", left-1, width+2)
		}
		over[i] = l
	}
	return over
}

// cutInto puts a text of some width into a line, at a cell. Where a sign of two
// cells would be parted there is a space.
func (c canvas) cutInto(line, text string, at, width int) string {
	before := c.method.Truncate(line, at, "")
	gap := max(0, at-c.method.StringWidth(before))
	room := max(0, c.method.StringWidth(line)-at-width)
	after := c.method.TruncateLeft(line, at+width, "")
	if c.method.StringWidth(after) > room {
		after = c.method.TruncateLeft(line, at+width+1, "")
	}
	rest := room - c.method.StringWidth(after)
	return before + off + strings.Repeat(" ", gap) + text + strings.Repeat(" ", rest) + after
}
