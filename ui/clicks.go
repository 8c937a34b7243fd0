package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/zone"
)

// What a click on the lines around the text does: on a key that is named, what the
// key does; on an outlet or a headline, to choose another article for its pane; on
// the pair and the story, to choose another; on how many conflicts there are, to
// the next.

// atPane comes before the pane, where an action is asked of one.
const atPane = "@"

// choosing is what a click does that chooses an article for a pane.
func choosing(side int) string { return string(keys.OpenArticles) + atPane + label.Sides[side] }

// positionDoes returns what a click does on which pair of which story is read.
func (m *model) positionDoes() string {
	if m.chrome.key.at.Stories > 1 {
		return string(keys.OpenStories)
	}
	return string(keys.OpenMatrix)
}

// findingsDo returns what a click does on how many conflicts there are.
func (m *model) findingsDo() string {
	if p := m.pageRead(); p == nil || p.CountConflicts() == 0 {
		return ""
	}
	return string(keys.NextConflict)
}

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
	action, pane, ofPane := strings.Cut(do, atPane)
	for side, name := range label.Sides {
		if ofPane && name == pane && m.viewport.Focus != diffview.Side(side) {
			m.viewport.Turn()
		}
	}
	if press, ok := m.Keys.Pressed(keys.Action(action)); ok {
		return m.press(press)
	}
	return m.perform(keys.Action(action))
}
