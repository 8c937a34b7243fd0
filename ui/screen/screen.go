// Package screen is what can lie over the page: what a screen is, the canvas it
// draws on, what it can ask of the reader below it, and what screens have in
// common: the list of which a row is taken, the frame of a dialogue, wrapped
// lines. Messages go in, lines and requests come out.
package screen

import (
	tea "charm.land/bubbletea/v2"

	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
)

// A Screen covers the page, or its last lines, and has the keys and the mouse
// while it is the uppermost: the help, a picker, a dialogue. It knows nothing
// of the reader but what it can ask of it.
type Screen interface {
	// Name says what the screen is, in a word or two.
	Name() string
	// Update takes a message and returns the screen to go on with, or nil to
	// close it, and what it asks for, or nil. Keys, pastes and the mouse come to
	// the uppermost screen only, with Y counted from its first line; everything
	// else comes to all.
	Update(tea.Msg) (Screen, Request)
	// Fit makes the screen's lines for a canvas. It is called when the screen
	// opens and when the canvas changes.
	Fit(Canvas)
	// Lines returns what is shown, made by Fit or Update: at most as many lines
	// as the canvas is high, none wider. Fewer stand at the bottom, below the
	// first lines of the page.
	Lines() []string
	// Hints names the keys that do something here, most important first.
	Hints() []keys.Hint
}

// A Canvas is what there is to draw on, and the keys to name.
type Canvas struct {
	list.Canvas
	Keys *keys.Map
}

// Named returns hints as pieces that do what the key does when they are clicked, those without a key left out, and from the
// first on that has no room whole within a width in cells.
func (c Canvas) Named(width int, hints ...keys.Hint) []look.Piece {
	var pieces []look.Piece
	for _, h := range hints {
		key := c.Keys.KeyOf(h.Do)
		if key == "" {
			continue
		}
		before, say := look.Plain.Of(HintGap), " "+h.Say
		if len(pieces) == 0 {
			before.Text = ""
		}
		if width -= cell.Width(c.Method, before.Text+key+say); width < 0 {
			break
		}
		pieces = append(pieces, before, look.Strong.Of(key).Doing(string(h.Do)), look.Quiet.Of(say).Doing(string(h.Do)))
	}
	return pieces
}

// LeastSaid is the room in cells below which what is said after something else is
// left out: cut, it would say nothing.
const LeastSaid = 12

// HintGap is the space between hints.
const HintGap = "   "

// wheel is how many lines a notch of the mouse wheel scrolls.
const wheel = 3

// Notch returns the lines that a notch of the mouse wheel scrolls.
func Notch(b tea.MouseButton) int {
	switch b {
	case tea.MouseWheelDown:
		return wheel
	case tea.MouseWheelUp:
		return -wheel
	}
	return 0
}
