package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// View joins the lines that Update made.
func (m *model) View() tea.View {
	v := m.dressed(tea.View{AltScreen: true})
	if !m.freeMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.Width < 1 || m.Height < 1 {
		return v
	}
	if m.top() == nil {
		v.Content = join(m.Height, m.chrome.head, m.body(), m.chrome.foot)
		return v
	}
	over := m.over
	above := min(m.inner().Height-len(over), len(m.chrome.head)+m.bodyHeight())
	var page [][]string
	for _, lines := range [][]string{m.chrome.head, m.body()} {
		n := min(above, len(lines))
		page = append(page, lines[:n])
		above -= n
	}
	v.Content = join(m.Height, page[0], page[1], blank(above), over, m.hints)
	return v
}

// body returns the lines of text, as many as there is room for.
func (m *model) body() []string {
	if n := m.bodyHeight() - len(m.viewport.Window); n > 0 {
		return append(m.viewport.Window, blank(n)...)
	}
	return m.viewport.Window
}

// blank returns n empty lines.
func blank(n int) []string { return make([]string, max(0, n)) }

// join returns the first height of all lines as one text.
func join(height int, parts ...[]string) string {
	n := 0
	for _, lines := range parts {
		for _, l := range lines {
			n += len(l) + 1
		}
	}
	var b strings.Builder
	b.Grow(n)
	for _, lines := range parts {
		for _, l := range lines {
			if height == 0 {
				return b.String()
			}
			height--
			b.WriteString(l)
			if height > 0 {
				b.WriteByte('\n')
			}
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}
