package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/ui/list"
)

// openPalette lists the commands that act on the page, to be found by name.
func (m *model) openPalette() tea.Cmd {
	var actions []action
	var entries []list.Entry
	for _, t := range m.keys.topics {
		for i := range t.commands {
			c := &t.commands[i]
			if c.run == nil || c.action == openPalette || c.action == cancel {
				continue
			}
			actions = append(actions, c.action)
			entries = append(entries, list.Entry{Cells: []string{c.help, c.shown(), string(c.action), t.name}})
		}
	}
	columns := []list.Column{{Head: "command"}, {Head: "keys", Part: quiet, Most: 14}, {Head: "name", Part: quiet, Most: 24}, {Head: "topic", Aside: true}}
	m.open(newChooser("commands", columns, entries, 0, func(i int) request { return perform(actions[i]) }))
	return nil
}
