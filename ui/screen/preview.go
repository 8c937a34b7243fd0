package screen

import (
	"slices"
	"strings"

	"parallax/ui/cell"
	"parallax/ui/look"
)

// The least width in cells of a screen that has a preview beside its list, and how
// wide that is: two fifths, as far as lines can be read.
const (
	roomForPreview = 120
	mostPreview    = 84
	previewed      = 2.0 / 5
)

// between divides a list from the preview.
const between = " │ "

// A preview is what is known of the selected row, beside the list. It is made when
// another row is selected, and not anew with each draw.
type preview struct {
	canvas Canvas // Width 0 where there is no room
	of     int    // the entry; -1 for none
	stale  bool
	made   []string
}

// divide gives a list its part of a canvas, and the preview the rest of it.
func (c *Chooser) divide(to Canvas) (rest Canvas) {
	c.beside, c.Across = preview{canvas: to, stale: true}, 0
	if c.Preview == nil || to.Width < roomForPreview {
		c.beside.canvas.Width = 0
		return to
	}
	c.Across = to.Width
	c.beside.canvas.Width = min(mostPreview, int(float64(to.Width)*previewed))
	to.Width -= c.beside.canvas.Width + len(between) - len("│") + 1
	return to
}

// Forget has the preview made anew: what it says has changed.
func (c *Chooser) Forget() { c.beside.stale = true }

// withPreview returns the lines of the list with those of the preview, below the
// title, which has the whole width.
func (c *Chooser) withPreview(lines []string) []string {
	p := &c.beside
	if p.canvas.Width == 0 || p.canvas.Theme == nil {
		return lines
	}
	entry, ok := c.Selected()
	if !ok {
		entry = -1
	}
	if p.stale || p.of != entry {
		p.of, p.stale, p.made = entry, false, nil
		if ok {
			on := p.canvas
			on.Height--
			p.made = c.Preview(entry, on)
		}
	}
	titles := 0
	if c.Titled() {
		titles = 1
	}
	bar := p.canvas.Theme.As(look.Quiet, between)
	all := slices.Clone(lines)
	for i, line := range lines[min(titles, len(lines)):] {
		says := ""
		if i < len(p.made) {
			says = p.made[i]
		}
		all[i+titles] = line + strings.Repeat(" ", max(0, c.Width-cell.Width(c.Method, line))) + bar + says
	}
	return all
}
