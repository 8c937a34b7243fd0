package ui

import (
	"strings"

	"parallax/ui/cell"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// The screens are a stack: keys and the mouse go to the uppermost, everything
// else to all; what they ask for is carried out at once.

// open puts a screen above all others.
func (m *model) open(s screen.Screen) {
	s.Fit(m.inner())
	m.screens = append(m.screens, s)
}

// inner returns the canvas of the screens: the terminal but for the line of
// hints, where there is room for one.
func (m *model) inner() screen.Canvas {
	c := m.Canvas
	if c.Height > 1 {
		c.Height--
	}
	return c
}

// top returns the uppermost screen, nil when the page is free.
func (m *model) top() screen.Screen {
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
	var asked []screen.Request
	for at := len(m.screens) - 1; at >= 0; at-- {
		asked = append(asked, m.give(at, msg))
	}
	return m.carryOut(asked...)
}

// give gives a message to the screen at a place of the stack, takes what it
// becomes and returns what it asks for.
func (m *model) give(at int, msg tea.Msg) screen.Request {
	was := m.screens[at]
	now, asked := was.Update(msg)
	switch {
	case now == nil:
		m.screens = append(m.screens[:at:at], m.screens[at+1:]...)
	case now != was:
		now.Fit(m.inner())
		m.screens[at] = now
	}
	return asked
}

// carryOut does what was asked for, in its order.
func (m *model) carryOut(asked ...screen.Request) tea.Cmd {
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
	above := m.inner().Height - len(m.top().Lines())
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
		names = append(names, s.Name())
	}
	trail := " " + strings.Join(names, " › ") + " "
	if cell.Width(m.Method, trail) > m.Width/2 {
		trail = ""
	}
	room := max(0, m.Width-cell.Width(m.Method, trail))
	said := m.Named(room-1, m.top().Hints()...)
	if len(said) == 0 {
		room, trail = m.Width, ""
		said = m.Named(room-1, m.top().Hints()...)
	}
	if m.message != "" {
		said = []piece{m.justSaid()}
	}
	line := m.Compose(room, true, append([]piece{plain.Of(" ")}, said...)...)
	return line + m.Compose(m.Width-room, false, quiet.Of(trail))
}

// overlay returns the lines of the uppermost screen, as wide as the terminal:
// those of a dialogue between what the page shows at its sides.
func (m *model) overlay() []string {
	d, ok := m.top().(interface{ Over(page []string) []string })
	if !ok {
		return m.top().Lines()
	}
	page := append(append([]string{}, m.chrome.head...), m.body()...)
	return d.Over(page[min(len(page), m.inner().Height-len(m.top().Lines())):])
}
