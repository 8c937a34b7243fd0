//go:build unix

package outside

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// ShellWaits reports whether a shell takes the terminal over when the reader
// stops. A shell with job control gives every command a process group of its
// own. What “xterm -e”, “tmux new-window”, “ssh -t host” or a container starts
// is in the group that leads the session: nobody in it waits, and the system
// refuses to stop it.
func ShellWaits() bool {
	session, err := unix.Getsid(0)
	return err == nil && session != unix.Getpgrp() && !signal.Ignored(syscall.SIGTSTP)
}

// A suspension stops the processes of the reader's group, as ctrl+z does in a shell.
type suspension struct{}

// Run returns when the reader is woken. The time that is counted is that of the
// running program, since a stopped one misses its ticks: half a second of it
// without being stopped means that there is no shell.
func (suspension) Run() error {
	woken := make(chan os.Signal, 1)
	signal.Notify(woken, syscall.SIGCONT)
	defer signal.Stop(woken)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return err
	}
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for range 10 {
		select {
		case <-woken:
			return nil
		case <-tick.C:
		}
	}
	return ErrNoShell
}
