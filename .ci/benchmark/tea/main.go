// Command tea is an empty Bubble Tea program: it draws nothing and quits.
package main

import (
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
)

type empty struct{}

func (empty) Init() tea.Cmd                         { return tea.Quit }
func (e empty) Update(tea.Msg) (tea.Model, tea.Cmd) { return e, nil }
func (empty) View() tea.View                        { return tea.NewView("") }

func main() {
	if _, err := tea.NewProgram(empty{}, tea.WithInput(nil), tea.WithOutput(io.Discard)).Run(); err != nil {
		os.Exit(1)
	}
}
