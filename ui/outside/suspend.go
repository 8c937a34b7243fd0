package outside

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
)

// ErrNoShell is what comes of suspending where no shell takes over: the system
// does not stop a program then, and whoever waited to be woken would wait for
// ever.
var ErrNoShell = errors.New("cannot suspend: no shell is waiting for the terminal")

// Suspend gives the terminal back to the shell until that brings the reader to
// the front again.
func Suspend(done tea.ExecCallback) tea.Cmd { return tea.Exec(suspension{}, done) }

// The terminal is not needed for stopping.

func (suspension) SetStdin(io.Reader)  {}
func (suspension) SetStdout(io.Writer) {}
func (suspension) SetStderr(io.Writer) {}
