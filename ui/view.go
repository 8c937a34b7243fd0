package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// View joins the lines that Update made.
func (m *model) View() tea.View {
	v := tea.View{AltScreen: true}
	if !m.freeMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.width < 1 || m.height < 1 {
		return v
	}
	if m.help != nil {
		v.Content = m.helpScreen()
		return v
	}
	var b strings.Builder
	b.Grow(m.size())
	lines := 0
	put := func(s ...string) {
		if lines == m.height {
			return
		}
		if lines > 0 {
			b.WriteByte('\n')
		}
		lines++
		for _, s := range s {
			b.WriteString(s)
		}
	}
	for _, l := range m.chrome.head {
		put(l)
	}
	r := &m.reader
	var bar, space string
	if r.page != nil {
		space = strings.Repeat(" ", r.page.indent)
		bar = space[1:] + m.theme.as(marker, "▌")
	}
	for i := range m.bodyHeight() {
		line := r.top + i
		switch {
		case r.page == nil || line >= len(r.page.lines):
			put()
		case m.marks(line):
			put(bar, r.page.lines[line])
		case r.page.lines[line] == "":
			put()
		default:
			put(space, r.page.lines[line])
		}
	}
	for _, l := range m.chrome.foot {
		put(l)
	}
	v.Content = b.String()
	return v
}

// marks reports whether a line of the page gets the bar of the current row.
// The space below a row is not part of it.
func (m *model) marks(line int) bool {
	p := m.reader.page
	return p.rowOf[line] == m.reader.current && line < p.last[m.reader.current]
}

// size returns about how many bytes the screen takes.
func (m *model) size() int {
	n := 0
	for _, l := range m.chrome.head {
		n += len(l) + 1
	}
	for _, l := range m.chrome.foot {
		n += len(l) + 1
	}
	if p := m.reader.page; p != nil {
		for i := m.reader.top; i < min(m.reader.top+m.reader.height, len(p.lines)); i++ {
			n += len(p.lines[i]) + p.indent + 1
		}
		n += m.reader.height * len("\x1b[38;2;255;255;255m▌\x1b[m")
	}
	return n
}

// helpScreen joins the lines of the help that fit.
func (m *model) helpScreen() string {
	h := m.help
	lines := h.lines[h.top:min(h.top+h.height, len(h.lines))]
	for len(lines) < h.height {
		lines = append(lines[:len(lines):len(lines)], "")
	}
	way := " " + keyOf(toggleHelp) + " or esc closes the help"
	if h.height < len(h.lines) {
		way += " · " + keyOf(lineDown) + " " + keyOf(lineUp) + " scroll"
	}
	if m.height < 2 {
		return strings.Join(lines, "\n")
	}
	return strings.Join(lines, "\n") + "\n" + m.compose(m.width, false, piece{quiet, way})
}
