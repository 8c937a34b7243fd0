package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"

	"parallax/corpus/corpustest"
	"parallax/diffview"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/screen"
)

// TestTerminalIsRestored ends the reader in every way there is, and looks at
// what the terminal is left as: its modes, its cursor, its first screen, and no
// mouse.
func TestTerminalIsRestored(t *testing.T) {
	if corpustest.Raced {
		t.Skip("Bubble Tea closes its input while it is still read, which the race detector may see: run without -race")
	}
	for _, tt := range []struct {
		name  string
		ready func(*model) // before it starts
		end   func(*pty)   // while it runs
		want  string       // what it says went wrong
	}{
		{"q", nil, func(p *pty) { p.types("q") }, ""},
		{"ctrl+c", nil, func(p *pty) { p.types("\x03") }, ""},
		{"ctrl+c in a list", nil, func(p *pty) { p.types(":"); p.see("commands"); p.types("\x03") }, ""},
		{"q in a paste without an end", nil, func(p *pty) { p.types("\x1b[200~" + "Six people"); time.Sleep(3 * time.Second); p.types("q") }, ""},
		{"ctrl+c in a paste without an end", nil, func(p *pty) { p.types("\x1b[200~" + "Six"); time.Sleep(time.Second / 5); p.types("\x03") }, ""},
		{"SIGTERM", nil, func(p *pty) { p.signal(syscall.SIGTERM) }, ""},
		{"SIGHUP", nil, func(p *pty) { p.signal(syscall.SIGHUP) }, ""},
		{"SIGINT", nil, func(p *pty) { p.signal(syscall.SIGINT) }, ""},
		{"an error in a key", panics(func() tea.Cmd { panic("of a key") }), func(p *pty) { p.types("x") }, "of a key"},
		{"an error in a command", panics(func() tea.Cmd {
			return tea.Batch(nil, func() tea.Msg { return nil }, func() tea.Msg { panic("of a command") })
		}), func(p *pty) { p.types("x") }, "of a command"},
		{"an error in drawing", func(m *model) {
			m.commands[keys.SwapSides] = command{noPage, func(m *model) tea.Cmd {
				m.open(broken{})
				return nil
			}}
		}, func(p *pty) { p.types("x") }, "of drawing"},
		{"an error in a comparison", func(m *model) {
			compare := m.deck.Compare
			m.deck.Compare = func(ctx context.Context, l, r *diffview.Prepared) (*diffview.Comparison, error) {
				if r.Article.Path == "harbour/3.txt" {
					panic("of a comparison")
				}
				return compare(ctx, l, r)
			}
		}, func(p *pty) { p.types("]"); p.see("cannot be compared"); p.types("q") }, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			stderr := os.Stderr
			defer func() { os.Stderr = stderr }()
			os.Stderr, _ = os.Open(os.DevNull) // a panic is told of there
			p := newPTY(t)
			dir := t.TempDir()
			d := open(t, 80, 24, Options{})
			m := newModel(d.m.deck, Options{
				Paths: []string{"harbour"}, Folders: keep.Folders{State: dir}, Input: p.slave, Output: p.slave, Environ: []string{"TERM=xterm-256color"},
			})
			m.deck.Clear()
			if tt.ready != nil {
				tt.ready(m)
			}
			before := p.modes()
			done := make(chan error, 1)
			go func() { done <- start(t.Context(), m) }()
			if p.see("Lorne Herald"); p.modes() == before {
				t.Error("the reader has not changed the modes of the terminal")
			}
			p.see("also there")
			tt.end(p)
			select {
			case err := <-done:
				want := "the reader had to stop: an error in Parallax itself (" + tt.want + ", terminal_linux_test.go:"
				if tt.want == "" && err != nil || tt.want != "" && !strings.HasPrefix(fmt.Sprint(err), want) {
					t.Errorf("it ends with %v, want %q", err, want)
				}
				if tt.want != "" && (!strings.HasSuffix(err.Error(), "; please report this line; your place was saved") || strings.Contains(err.Error(), "\n")) {
					t.Errorf("it says %q", err)
				}
			case <-time.After(patience):
				t.Fatal("it does not end")
			}
			p.restored(t, before)
			if len(keep.ReadPlaces(keep.Folders{State: dir}.Places()).Places) != 1 {
				t.Error("the place is not kept")
			}
		})
	}
}

// panics gives the key that swaps the sides something else to do.
func panics(run func() tea.Cmd) func(*model) {
	return func(m *model) { m.commands[keys.SwapSides] = command{noPage, func(*model) tea.Cmd { return run() }} }
}

// A broken screen panics when it is drawn.
type broken struct{}

func (broken) Update(tea.Msg) (screen.Screen, screen.Request) { return broken{}, nil }
func (broken) Fit(screen.Canvas)                              {}
func (broken) Lines() []string                                { panic("of drawing") }
func (broken) Hints() []keys.Hint                             { return nil }
func (broken) Name() string                                   { return "broken" }

// restored looks at whether the terminal is left as it was.
func (p *pty) restored(t *testing.T, before unix.Termios) {
	t.Helper()
	if p.modes() != before {
		t.Error("the modes of the terminal are not as they were")
	}
	drawn := p.all()
	for _, mode := range [][2]string{{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?25l", "\x1b[?25h"}, {"\x1b[?1002h", "\x1b[?1002l"}} {
		if on, offAt := strings.LastIndex(drawn, mode[0]), strings.LastIndex(drawn, mode[1]); on < 0 || offAt < on {
			t.Errorf("%q is at %d and %q at %d", mode[0], on, mode[1], offAt)
		}
	}
}

// patience is how long to wait for what comes at once on an idle machine: only
// what never comes takes it up.
const patience = time.Minute

// A pty is a terminal of 80×24 with what was drawn on it.
type pty struct {
	t             *testing.T
	master, slave *os.File
	mu            sync.Mutex
	drawn         strings.Builder
	over          chan struct{}
}

func newPTY(t *testing.T) *pty {
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	p := &pty{t: t, master: os.NewFile(uintptr(fd), "ptmx"), over: make(chan struct{})}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	err = errors.Join(err, unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0))
	if err == nil {
		p.slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80})
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.master.Close() })
	go p.read()
	return p
}

func (p *pty) read() {
	defer close(p.over)
	piece := make([]byte, 1<<12)
	for {
		n, err := p.master.Read(piece)
		p.mu.Lock()
		p.drawn.Write(piece[:n])
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// all ends the terminal and returns everything that was drawn on it.
func (p *pty) all() string {
	p.slave.Close()
	<-p.over
	return p.drawn.String()
}

// see waits until words were drawn.
func (p *pty) see(words string) {
	p.t.Helper()
	for began := time.Now(); time.Since(began) < patience; time.Sleep(10 * time.Millisecond) {
		p.mu.Lock()
		there := strings.Contains(p.drawn.String(), words)
		p.mu.Unlock()
		if there {
			return
		}
	}
	p.t.Fatalf("never drew %q; drew %q", words, p.drawn.String())
}

func (p *pty) types(keys string) { fmt.Fprint(p.master, keys) }

func (p *pty) signal(s syscall.Signal) { syscall.Kill(os.Getpid(), s) }

// modes returns the modes of the terminal.
func (p *pty) modes() unix.Termios {
	modes, err := unix.IoctlGetTermios(int(p.slave.Fd()), unix.TCGETS)
	if err != nil {
		p.t.Fatal(err)
	}
	return *modes
}
