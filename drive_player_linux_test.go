package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// errLeft is returned when a key has ended the program.
var errLeft = errors.New("a key has ended the program")

// A player has one running program before it.
type player struct {
	master, slave *os.File
	cmd           *exec.Cmd
	termios       unix.Termios  // as it was before
	size          [2]uint16     // columns and rows
	left          chan struct{} // closed when the program has left, with status
	status        error
	sent          syscall.Signal
	over          chan struct{} // closed when nobody has the terminal open

	mu   sync.Mutex
	seen drawn
}

// watch reads what the program draws until nobody has the terminal open.
func (p *player) watch() {
	defer close(p.over)
	piece := make([]byte, 1<<16)
	for {
		n, err := p.master.Read(piece)
		p.mu.Lock()
		p.seen.write(piece[:n])
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// until waits until something holds of what was drawn; false when it never does.
func (p *player) until(holds func(*drawn) bool) bool {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(500 * time.Microsecond) {
		p.mu.Lock()
		ok := holds(&p.seen)
		p.mu.Unlock()
		if ok {
			return true
		}
		if p.hasLeft() {
			return false
		}
	}
	return false
}

// shows waits until words were drawn.
func (p *player) shows(words string) bool {
	return p.until(func(d *drawn) bool { return bytes.Contains(d.last, []byte(words)) })
}

func (p *player) hasLeft() bool {
	select {
	case <-p.left:
		return true
	default:
		return false
	}
}

// press sends the strokes that were not sent yet, those of a burst in one
// write, and after each burst sees that the program still answers.
func (p *player) press(s *session) error {
	var burst strings.Builder
	for s.pressed < len(s.strokes) {
		k := s.strokes[s.pressed]
		s.pressed++
		burst.WriteString(k.bytes)
		if k.joined && s.pressed < len(s.strokes) && burst.Len() < 2000 {
			continue
		}
		if err := p.send(burst.String()); err != nil {
			return err
		}
		burst.Reset()
		if k.size != [2]uint16{} {
			p.resize(k.size)
		}
		time.Sleep(k.pause)
		if s.pressed%50 == 0 || k.size != [2]uint16{} {
			if err := p.answers(); err != nil {
				return err
			}
		}
		if err := p.harmed(); err != nil {
			return err
		}
	}
	return p.answers()
}

func (p *player) send(keys string) error {
	if p.hasLeft() {
		return errLeft
	}
	p.master.SetWriteDeadline(time.Now().Add(patience))
	if _, err := p.master.WriteString(keys); err != nil {
		if p.hasLeft() {
			return errLeft
		}
		return p.trouble("it reads no keys")
	}
	return nil
}

// drawn returns how many bytes were drawn.
func (p *player) drawn() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.seen.count
}

// answers changes the size of the terminal and waits until something is drawn.
func (p *player) answers() error {
	before := p.drawn()
	for range 50 { // until it draws nothing for a while
		time.Sleep(5 * time.Millisecond)
		if last := before; last == p.drawn() {
			break
		}
		before = p.drawn()
	}
	p.resize([2]uint16{beside(p.size[0]), beside(p.size[1])})
	switch {
	case p.until(func(d *drawn) bool { return d.count > before }):
		return nil
	case p.hasLeft():
		return errLeft
	}
	return p.trouble("it no longer answers to a change of size")
}

// beside returns a number one more or one less, so that it comes back.
func beside(n uint16) uint16 {
	if n%2 == 0 {
		return n - 1
	}
	return n + 1
}

func (p *player) resize(size [2]uint16) {
	p.size = size
	unix.IoctlSetWinsize(int(p.slave.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Col: size[0], Row: size[1]})
}

// leave ends the program, by a key or a signal. A program that is just handing
// the terminal over does not hear an interrupt, which is then for another: as
// one does at a keyboard, it is tried again.
func (p *player) leave(by string) error {
	for end := time.Now().Add(patience); time.Now().Before(end); {
		if n := unix.SignalNum("SIG" + by); n != 0 {
			p.signal(n)
		} else if err := p.send(by); err != nil {
			return err
		}
		select {
		case <-p.left:
			return nil
		case <-time.After(time.Second):
		}
	}
	return p.trouble(fmt.Sprintf("%q does not end it", by))
}

// restored returns what is not as it was before the program ran.
func (p *player) restored() error {
	<-p.left
	if p.status != nil && !p.killed() {
		return p.trouble("it ended with " + p.status.Error())
	}
	modes := p.modes()
	p.slave.Close()
	select {
	case <-p.over:
	case <-time.After(patience):
		return errors.New("something it started has the terminal still open")
	}
	if err := p.harmed(); err != nil {
		return err
	}
	if modes != p.termios {
		return fmt.Errorf("the terminal was left with the modes %+v, and had %+v", modes, p.termios)
	}
	return p.seen.restored()
}

// killed reports whether a signal has ended the program that was sent to it, or
// that the terminal made of a ctrl+c, when the program had given that back and
// was about to end.
func (p *player) killed() bool {
	for _, n := range []syscall.Signal{syscall.SIGINT, p.sent} {
		if n == 0 {
			continue
		}
		status := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
		if status.ExitStatus() == 128+int(n) || status.Signaled() && status.Signal() == n {
			return true
		}
	}
	return false
}

// harmed returns what reached the terminal that must not.
func (p *player) harmed() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.seen.harm) == 0 {
		return nil
	}
	return fmt.Errorf("reached the terminal: %s", strings.Join(p.seen.harm, ", "))
}

// trouble returns an error with the end of what was drawn; of a program that
// hangs, where it does.
func (p *player) trouble(what string) error {
	if !p.hasLeft() {
		p.signal(syscall.SIGQUIT)
		select {
		case <-p.left:
		case <-time.After(time.Second):
		}
	}
	time.Sleep(50 * time.Millisecond) // what it says last is still read
	p.mu.Lock()
	defer p.mu.Unlock()
	return fmt.Errorf("%s\n%s", what, tail(p.seen.last))
}

// kill ends what is left of a session.
func (p *player) kill() {
	if !p.hasLeft() {
		p.signal(syscall.SIGKILL)
		syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		<-p.left
	}
	p.slave.Close()
	p.master.Close()
}

// signal sends a signal to what has the terminal: the program, and not the
// shell that has started it.
func (p *player) signal(n syscall.Signal) {
	p.sent = n
	conn, err := p.master.SyscallConn() // Fd would make reading block for ever
	if err != nil {
		return
	}
	conn.Control(func(fd uintptr) {
		if group, err := unix.IoctlGetInt(int(fd), unix.TIOCGPGRP); err == nil && group > 1 {
			syscall.Kill(-group, n)
		}
	})
}

func (p *player) modes() unix.Termios {
	modes, err := unix.IoctlGetTermios(int(p.slave.Fd()), unix.TCGETS)
	if err != nil {
		return unix.Termios{}
	}
	return *modes
}
