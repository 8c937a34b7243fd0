// Package fault is what happens where the program itself is at fault: a panic. One
// in a comparison costs that pair; any other ends the reader, which keeps what it
// can, leaves the terminal as it was and says in one sentence what to report.
// Bubble Tea would print the stack, and end in the middle of what it draws.
package fault

import (
	"cmp"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/ui/cell"
)

// A report is a panic as it is reported.
type report struct{ what, where string }

func (f *report) Error() string {
	return fmt.Sprintf("an error in Parallax itself (%s, %s); please report this line", f.what, f.where)
}

// maxFault is how much is told of what a panic says, in bytes.
const maxFault = 200

// Guarded does work and returns its panic as an error.
func Guarded(work func()) error {
	err := diffview.Guard(nil, nil, func() error {
		work()
		return nil
	})
	if f, ok := errors.AsType[*diffview.Fault](err); ok {
		// What a panic says can quote an article.
		return &report{cell.ClipBytes(corpus.Printable(prose.Fold(fmt.Sprint(f.Cause))), maxFault), f.Where}
	}
	return err
}

// A Guard is a model as Bubble Tea runs it, ended by its first fault.
type Guard struct {
	model tea.Model
	fault error    // nil for none
	shown tea.View // what was drawn last
	quit  func()   // ends the program
}

// New returns the guard of a model, which stays the same in all updates.
func New(m tea.Model) *Guard { return &Guard{model: m} }

// faultMsg brings a panic of a command.
type faultMsg struct{ error }

func (g *Guard) Init() (cmd tea.Cmd) {
	g.fault = Guarded(func() { cmd = watched(g.model.Init()) })
	return cmd
}

func (g *Guard) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	next, cmd = g, tea.Quit // what comes of a panic
	if f, ok := msg.(faultMsg); ok {
		g.fault = cmp.Or(g.fault, f.error)
	}
	if g.fault != nil {
		return next, cmd
	}
	g.fault = Guarded(func() {
		_, asked := g.model.Update(msg)
		cmd = watched(asked)
	})
	return next, cmd
}

func (g *Guard) View() tea.View {
	if g.fault != nil {
		return g.shown
	}
	if g.fault = Guarded(func() { g.shown = g.model.View() }); g.fault != nil {
		go g.quit() // it waits until this is drawn
	}
	return g.shown
}

// watched returns a command whose panic comes as a message.
func watched(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		if err := Guarded(func() { msg = cmd() }); err != nil {
			return faultMsg{err}
		}
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = watched(c)
			}
		}
		return msg
	}
}

// Run runs a program of the guarded model until it ends, and returns the fault that
// ended it, nil for none.
func (g *Guard) Run(p *tea.Program) (fault, err error) {
	g.quit = p.Quit
	_, err = p.Run()
	if errors.Is(err, tea.ErrProgramPanic) {
		g.fault = cmp.Or(g.fault, error(&report{"in the library of the terminal", "above this line"}))
	}
	return g.fault, err
}
