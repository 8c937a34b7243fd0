package command

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
)

// A Progress says on one line of a terminal how much of some work is done. On
// anything else it says nothing, so that no log fills with it.
type Progress struct {
	w          io.Writer
	what       string
	done, all  int
	begun, was time.Time // when it was last said
	line       int       // the width of the line, in bytes

	// Also returns what is said after how much is done, nil for nothing.
	Also func(done, all int, since time.Duration) string
}

// NewProgress returns the progress of so many things, "pairs compared".
func NewProgress(w io.Writer, what string, all int) *Progress {
	p := &Progress{w: w, what: what, all: all, begun: time.Now()}
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(f.Fd()) {
		p.what = ""
	}
	return p
}

// How often progress is said, and after how long it begins: what is done by
// then needs none.
const (
	progressFirst = 500 * time.Millisecond
	progressEvery = 100 * time.Millisecond
)

// Step notes that one more thing is done.
func (p *Progress) Step() {
	p.done++
	now := time.Now()
	if p.what == "" || now.Sub(p.begun) < progressFirst || now.Sub(p.was) < progressEvery {
		return
	}
	p.was = now
	said := fmt.Sprintf("%d of %d %s", p.done, p.all, p.what)
	if p.Also != nil {
		said += p.Also(p.done, p.all, now.Sub(p.begun))
	}
	p.show(said)
}

// Say writes a line of its own.
func (p *Progress) Say(line string) {
	p.show("")
	fmt.Fprintln(p.w, line)
}

// Done takes the line away.
func (p *Progress) Done() { p.show("") }

// show writes a line over the one before.
func (p *Progress) show(line string) {
	if p.line > 0 || line != "" {
		fmt.Fprint(p.w, "\r"+line+strings.Repeat(" ", max(0, p.line-len(line)))+"\r")
	}
	p.line = len(line)
}
