package ui

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
)

// errNoShell is what comes of suspending where no shell takes over: the system
// does not stop a program then, and whoever waited to be woken would wait for
// ever.
var errNoShell = errors.New("cannot suspend: no shell is waiting for the terminal")

// suspend gives the terminal back to the shell until that brings the reader to
// the front again.
func (m *model) suspend() tea.Cmd {
	if !m.shellWaits() {
		m.message = errNoShell.Error()
		return nil
	}
	return tea.Exec(suspension{}, func(err error) tea.Msg { return resumedMsg{err} })
}

// resumedMsg tells that the reader is in front again, or why it never left.
type resumedMsg struct{ err error }

// resumed draws the screen anew.
func (m *model) resumed(msg resumedMsg) tea.Cmd {
	if msg.err != nil {
		m.message = msg.err.Error()
	}
	return tea.ClearScreen
}

// The terminal is not needed for stopping.

func (suspension) SetStdin(io.Reader)  {}
func (suspension) SetStdout(io.Writer) {}
func (suspension) SetStderr(io.Writer) {}
