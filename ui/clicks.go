package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/zone"
)

// What a click on the lines around the text does: on a key that is named, what the
// key does; on an outlet or a headline, to choose another article for its pane; on
// the pair and the story, to choose another; on how many conflicts there are, to
// the next.

// zones takes the marks out of lines that were drawn, and returns what was marked.
func (m *model) zones(lines []string) (all [][]zone.Zone) {
	for i, line := range lines {
		clean, zones := zone.Scan(m.Method, line)
		lines[i] = clean
		all = append(all, zones)
	}
	return all
}

// zoneAt returns what a click on a cell of the screen does, "" where the text or
// the uppermost screen has it.
func (m *model) zoneAt(x, y int) string {
	below := m.Height - len(m.chrome.foot)
	switch {
	case m.top() != nil && len(m.hints) > 0 && y == m.Height-1:
		return zone.At(m.hintZones[0], x)
	case m.top() != nil:
		return ""
	case y >= 0 && y < len(m.chrome.zones):
		return zone.At(m.chrome.zones[y], x)
	case y >= below && y-below < len(m.footZones):
		return zone.At(m.footZones[y-below], x)
	}
	return ""
}

// click does what a zone is for, as its key would.
func (m *model) click(do string) tea.Cmd {
	action, side, ofPane := keys.Aimed(do)
	if ofPane && m.viewport.Focus != diffview.Side(side) {
		m.viewport.Turn()
	}
	if press, ok := m.Keys.Pressed(action); ok {
		return m.press(press)
	}
	return m.perform(action)
}
