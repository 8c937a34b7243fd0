package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/screen"
)

// openPalette lists the commands that act on the page, to be found by name.
func (m *model) openPalette() tea.Cmd {
	var actions []keys.Action
	var entries []list.Entry
	for _, t := range m.Keys.Topics {
		for i := range t.Commands {
			c := &t.Commands[i]
			if _, ok := m.commands[c.Action]; !ok || c.Action == keys.OpenPalette || c.Action == keys.Cancel {
				continue
			}
			actions = append(actions, c.Action)
			entries = append(entries, list.Entry{Cells: []string{c.Help, c.Shown(), string(c.Action), t.Name}})
		}
	}
	columns := []list.Column{{Head: "command"}, {Head: "keys", Part: quiet, Most: 14}, {Head: "name", Part: quiet, Most: 24}, {Head: "topic", Aside: true}}
	c := screen.NewChooser("commands", columns, entries, 0, func(i int) screen.Request {
		return request(func(m *model) tea.Cmd {
			m.pressed = ""
			return m.perform(actions[i])
		})
	})
	c.Guess = true
	m.open(c)
	return nil
}
