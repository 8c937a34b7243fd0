package ui

import (
	"cmp"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/fault"
)

// A keeper is a screen with words that would be lost with it.
type keeper interface {
	// Keep writes them where accepting the dialogue would.
	Keep() error
}

// run runs the program until the reader is left, and keeps the place then. A
// place that cannot be kept is no reason to fail: nothing but comfort is lost.
func (m *model) run(opts ...tea.ProgramOption) (faulty bool, err error) {
	g := fault.New(m)
	p := tea.NewProgram(g, opts...)
	defer m.lender.LeaveOnSignals(p)()
	atFault, err := g.Run(p)
	placed := m.keepPlace() == nil
	if atFault == nil {
		return false, err
	}
	kept := "your place was not saved"
	if placed {
		kept = "your place was saved"
	}
	return true, fmt.Errorf("the reader had to stop: %w; %s%s", atFault, kept, m.keepTyped())
}

// keepPlace keeps the place, whatever state the model is in.
func (m *model) keepPlace() (err error) {
	broken := fault.Guarded(func() {
		if _, lasting := m.options.corpusPaths(); lasting {
			err = m.place().Keep(m.options.Folders.Places())
		} else {
			err = errors.New("standard input cannot be reopened")
		}
	})
	return cmp.Or(broken, err)
}

// keepTyped keeps what was typed into the open screens, and says so.
func (m *model) keepTyped() (said string) {
	for _, s := range m.screens {
		k, ok := s.(keeper)
		if !ok {
			continue
		}
		said = ", what you typed was saved"
		var err error
		if broken := fault.Guarded(func() { err = k.Keep() }); cmp.Or(broken, err) != nil {
			said = ", what you typed was lost: " + cmp.Or(broken, err).Error()
		}
	}
	return said
}
