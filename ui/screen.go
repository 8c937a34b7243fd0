package ui

import (
	"strings"

	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/list"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// A screen covers the page, or its last lines, and has the keys and the mouse
// while it is the uppermost: the help, a picker, a dialogue. It knows nothing
// of the model but what it can ask of it.
type screen interface {
	// name says what the screen is, in a word or two.
	name() string
	// update takes a message and returns the screen to go on with, or nil to
	// close it, and what it asks for, or nil. Keys, pastes and the mouse come to the uppermost screen only,
	// with Y counted from its first line; everything else comes to all.
	update(tea.Msg) (screen, request)
	// fit makes the screen's lines for a canvas. It is called when the screen
	// opens and when the canvas changes.
	fit(canvas)
	// lines returns what is shown, made by fit or update: at most as many lines
	// as the canvas is high, none wider. Fewer stand at the bottom, below the
	// first lines of the page.
	lines() []string
	// hints names the keys that do something here, most important first.
	hints() []keys.Hint
}

// A canvas is what there is to draw on: cells, how the terminal counts and
// colours them, and the keys to name.
type canvas struct {
	width, height int
	method        ansi.Method
	theme         *theme
	keys          *keys.Map
}

// paper returns the canvas without its keys.
func (c canvas) paper() list.Canvas {
	return list.Canvas{Width: c.width, Height: c.height, Method: c.method, Theme: c.theme}
}

// compose returns pieces as one styled line (see list.Canvas).
func (c canvas) compose(width int, pad bool, pieces ...piece) string {
	return c.paper().Compose(width, pad, pieces...)
}

// named returns hints as pieces, those without a key left out, and from the
// first on that has no room whole within a width in cells.
func (c canvas) named(width int, hints ...keys.Hint) []piece {
	var pieces []piece
	for _, h := range hints {
		key := c.keys.KeyOf(h.Do)
		if key == "" {
			continue
		}
		before, say := plain.Of(hintGap), " "+h.Say
		if len(pieces) == 0 {
			before.Text = ""
		}
		if width -= cell.Width(c.method, before.Text+key+say); width < 0 {
			break
		}
		pieces = append(pieces, before, strong.Of(key), quiet.Of(say))
	}
	return pieces
}

// hintGap is the space between hints.
const hintGap = "   "

// open puts a screen above all others.
func (m *model) open(s screen) {
	s.fit(m.inner())
	m.screens = append(m.screens, s)
}

// inner returns the canvas of the screens: the terminal but for the line of
// hints, where there is room for one.
func (m *model) inner() canvas {
	c := m.canvas
	if c.height > 1 {
		c.height--
	}
	return c
}

// top returns the uppermost screen, nil when the page is free.
func (m *model) top() screen {
	if len(m.screens) == 0 {
		return nil
	}
	return m.screens[len(m.screens)-1]
}

// pass gives a message to the uppermost screen and carries out what it asks
// for.
func (m *model) pass(msg tea.Msg) tea.Cmd {
	return m.carryOut(m.give(len(m.screens)-1, msg))
}

// passToAll gives a message to every screen, the uppermost first, and then
// carries out what they ask for.
func (m *model) passToAll(msg tea.Msg) tea.Cmd {
	var asked []request
	for at := len(m.screens) - 1; at >= 0; at-- {
		asked = append(asked, m.give(at, msg))
	}
	return m.carryOut(asked...)
}

// give gives a message to the screen at a place of the stack, takes what it
// becomes and returns what it asks for.
func (m *model) give(at int, msg tea.Msg) request {
	was := m.screens[at]
	now, asked := was.update(msg)
	switch {
	case now == nil:
		m.screens = append(m.screens[:at:at], m.screens[at+1:]...)
	case now != was:
		now.fit(m.inner())
		m.screens[at] = now
	}
	return asked
}

// carryOut does what was asked for, in its order.
func (m *model) carryOut(asked ...request) tea.Cmd {
	var cmds []tea.Cmd
	for _, r := range asked {
		if r != nil {
			cmds = append(cmds, r(m))
		}
	}
	return tea.Batch(cmds...)
}

// shift returns a mouse message as the uppermost screen counts its lines.
func (m *model) shift(msg tea.MouseMsg) tea.Msg {
	above := m.inner().height - len(m.top().lines())
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		msg.Y -= above
		return msg
	case tea.MouseReleaseMsg:
		msg.Y -= above
		return msg
	case tea.MouseMotionMsg:
		msg.Y -= above
		return msg
	case tea.MouseWheelMsg:
		msg.Y -= above
		return msg
	}
	return msg
}

// hintLine names the uppermost screen's keys and, at its end, which screens
// are open. What was just said comes before the keys.
func (m *model) hintLine() string {
	var names []string
	for _, s := range m.screens {
		names = append(names, s.name())
	}
	trail := " " + strings.Join(names, " › ") + " "
	if cell.Width(m.method, trail) > m.width/2 {
		trail = ""
	}
	room := max(0, m.width-cell.Width(m.method, trail))
	said := m.named(room-1, m.top().hints()...)
	if len(said) == 0 {
		room, trail = m.width, ""
		said = m.named(room-1, m.top().hints()...)
	}
	if m.message != "" {
		said = []piece{m.justSaid()}
	}
	line := m.compose(room, true, append([]piece{plain.Of(" ")}, said...)...)
	return line + m.compose(m.width-room, false, quiet.Of(trail))
}
