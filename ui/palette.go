package ui

import tea "charm.land/bubbletea/v2"

// openPalette lists what can be done to the page, to be found by its name.
func (m *model) openPalette() tea.Cmd {
	var actions []action
	var entries []entry
	for _, t := range m.keys.topics {
		for i := range t.commands {
			c := &t.commands[i]
			if c.run == nil || c.action == openPalette || c.action == cancel {
				continue
			}
			actions = append(actions, c.action)
			entries = append(entries, entry{cells: []string{c.help, c.shown(), string(c.action)}, also: t.name})
		}
	}
	columns := []column{{head: "what it does"}, {head: "keys", part: quiet, most: 14}, {head: "name", part: quiet, most: 24}}
	m.open(newChooser("commands", columns, entries, 0, func(i int) request { return perform(actions[i]) }))
	return nil
}
