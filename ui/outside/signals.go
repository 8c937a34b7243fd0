package outside

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// A Terminal is lent to other programs, one at a time.
type Terminal struct {
	lent atomic.Bool // one of them runs
}

// Lend returns the command that runs another program on the terminal.
func (t *Terminal) Lend(c *exec.Cmd, done tea.ExecCallback) tea.Cmd {
	return tea.Exec(&borrower{c, t}, done)
}

// LeaveOnSignals makes a program leave when the process is told to end or its
// terminal goes away, until what it returns is called. An interrupt does so too,
// unless the terminal belongs to another program, which it is then meant for.
//
// Bubble Tea's own handler (2.1.1) misses a signal that comes while another
// program has the terminal, and hears none while it is leaving: a second one
// would then end the process before the terminal is as it was and the place is
// kept.
func (t *Terminal) LeaveOnSignals(p *tea.Program) (end func()) {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case s := <-told:
				if s != syscall.SIGINT || !t.lent.Load() {
					go p.Quit() // which waits until the reader has the terminal again
				}
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(told)
		close(done)
	}
}

// A borrower is a program that has the terminal while it runs.
type borrower struct {
	*exec.Cmd
	of *Terminal
}

func (b *borrower) Run() error {
	b.of.lent.Store(true)
	defer b.of.lent.Store(false)
	return b.Cmd.Run()
}

func (b *borrower) SetStdin(r io.Reader) {
	if b.Stdin == nil {
		b.Stdin = r
	}
}

func (b *borrower) SetStdout(w io.Writer) { b.Stdout = w }
func (b *borrower) SetStderr(w io.Writer) { b.Stderr = w }
