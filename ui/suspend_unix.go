//go:build unix

package ui

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// shellWaits reports whether a shell takes the terminal over when the reader
// stops. A shell with job control gives every command a process group of its
// own. What “xterm -e”, “tmux new-window”, “ssh -t host” or a container starts
// is in the group that leads the session: nobody in it waits, and the system
// refuses to stopped it.
func shellWaits() bool {
	session, err := unix.Getsid(0)
	return err == nil && session != unix.Getpgrp() && !signal.Ignored(syscall.SIGTSTP)
}

// A suspension stops the processes of the reader's group, as ctrl+z does in a shell.
// Bubble Tea hears no signal meanwhile: those that end a program are kept here.
type suspension struct {
	end, woken chan os.Signal
	ended      bool // was told to end
}

func newSuspension() *suspension {
	return &suspension{end: make(chan os.Signal, 1), woken: make(chan os.Signal, 1)}
}

// Run returns when the reader is woken, or is to end. The time that is counted
// is that of the running program, since a stopped one misses its ticks: half a
// second of it without being stopped means that there is no shell.
func (s *suspension) Run() error {
	signal.Notify(s.end, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT)
	signal.Notify(s.woken, syscall.SIGCONT)
	defer signal.Stop(s.woken)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return err
	}
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for range 10 {
		select {
		case <-s.woken:
			return nil
		case <-s.end:
			s.ended = true
			return nil
		case <-tick.C:
		}
	}
	return errNoShell
}

// leave reports whether the reader was told to end while it was stopped, after
// Bubble Tea hears signals again.
func (s *suspension) leave() bool {
	signal.Stop(s.end)
	return s.ended || len(s.end) > 0
}
