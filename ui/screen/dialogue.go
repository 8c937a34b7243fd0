package screen

import (
	"strings"

	"parallax/ui/look"
)

// A Dialogue has a frame around it, so that one sees where the page ends. It is
// drawn when the dialogue changes, and cut into the lines of the page, which
// stay in sight beside it. A dialogue has no frame where that would take its
// room.
type Dialogue struct {
	Canvas     // the room inside, as the dialogue draws it
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

// Within gives a frame its room, and the dialogue what is left of it inside.
func (f *Dialogue) Within(c Canvas) {
	f.Canvas, f.left = c, noFrame
	if c.Width < leastFramed || c.Height < lowestFramed {
		return
	}
	width := c.Width
	if c.Width >= widestFrame+2*leastBeside {
		width = widestFrame
	}
	f.left = (c.Width - width) / 2
	f.Width = width - look.Frame.GetHorizontalFrameSize()
	f.Height -= look.Frame.GetVerticalFrameSize()
}

// Enclose draws a title and lines, and the frame around them. The lines come
// composed, in at most the width there is.
func (f *Dialogue) Enclose(title []look.Piece, lines []string) {
	f.boxed = f.boxed[:0]
	if f.left == noFrame {
		if len(lines) < f.Height {
			head := f.Compose(f.Width-4, false, title...)
			rule := strings.Repeat("─", max(0, f.Width-4-f.Method.StringWidth(head)))
			f.boxed = append(f.boxed, f.Compose(f.Width, false, look.Quiet.Of("── "), look.Plain.Of(head+" "), look.Quiet.Of(rule)))
		}
		f.boxed = append(f.boxed, lines[max(0, len(lines)-f.Height):]...)
		return
	}
	b := look.Frame.GetBorderStyle()
	space := strings.Repeat(" ", look.Frame.GetPaddingLeft())
	across := f.Width + look.Frame.GetHorizontalPadding()
	head := f.Compose(across-4, false, title...)
	rest := strings.Repeat(b.Top, max(0, across-3-f.Method.StringWidth(head)))
	line := func(before, inside, after string) {
		f.boxed = append(f.boxed, f.Theme.As(look.Quiet, before)+inside+f.Theme.As(look.Quiet, after))
	}
	line(b.TopLeft+b.Top, " "+head+" ", rest+b.TopRight)
	for _, l := range lines {
		line(b.Left, space+f.Compose(f.Width, true, look.Plain.Of(l))+space, b.Right)
	}
	line(b.BottomLeft, f.Theme.As(look.Quiet, strings.Repeat(b.Bottom, across)), b.BottomRight)
}

// Lines are those of the dialogue with its frame.
func (f *Dialogue) Lines() []string { return f.boxed }

// Over returns the lines as wide as the screen, laid over those of the page from
// their first on, which stay in sight at the sides.
func (f *Dialogue) Over(page []string) []string {
	if f.left == noFrame {
		return f.boxed
	}
	width := f.Width + look.Frame.GetHorizontalFrameSize()
	lines := make([]string, len(f.boxed))
	for i, l := range f.boxed {
		under := ""
		if i < len(page) {
			under = page[i]
		}
		if f.left > 0 { // a space parts it from the page
			l = f.cutInto(under, " "+l+" ", f.left-1, width+2)
		}
		lines[i] = l
	}
	return lines
}

// Inside returns a place of the dialogue's lines, as the mouse has it, as one of
// what was enclosed.
func (f *Dialogue) Inside(x, y int) (int, int) {
	if f.left == noFrame {
		if len(f.boxed) < f.Height {
			return x, y - 1
		}
		return x, y
	}
	return x - f.left - look.Frame.GetHorizontalFrameSize()/2, y - look.Frame.GetBorderTopSize()
}

// cutInto puts a text of some width into a line, at a cell. Where a sign of two
// cells would be parted there is a space.
func (c Canvas) cutInto(line, text string, at, width int) string {
	before := c.Method.Truncate(line, at, "")
	gap := max(0, at-c.Method.StringWidth(before))
	room := max(0, c.Method.StringWidth(line)-at-width)
	after := c.Method.TruncateLeft(line, at+width, "")
	if c.Method.StringWidth(after) > room {
		after = c.Method.TruncateLeft(line, at+width+1, "")
	}
	rest := room - c.Method.StringWidth(after)
	return before + look.Off + strings.Repeat(" ", gap) + text + strings.Repeat(" ", rest) + after
}
