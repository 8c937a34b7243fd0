package ui

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

// A panic is a fault of the program. One in a comparison costs that pair; any
// other ends the reader, which keeps the place and what was typed, leaves the
// terminal as it was and says in one sentence what to report. Bubble Tea would
// print the stack, and end in the middle of what it draws.

// A fault is a panic as it is reported.
type fault struct{ what, where string }

func (f *fault) Error() string {
	return fmt.Sprintf("an error in Parallax itself (%s, %s); please report this line", f.what, f.where)
}

// maxFault is how much is told of what a panic says, in bytes.
const maxFault = 200

// guarded does work and returns its panic as an error.
func guarded(work func()) error {
	err := diffview.Guard(nil, nil, func() error {
		work()
		return nil
	})
	if f, ok := errors.AsType[*diffview.Fault](err); ok {
		// What a panic says can quote an article.
		return &fault{cell.ClipBytes(corpus.Printable(prose.Fold(fmt.Sprint(f.Cause))), maxFault), f.Where}
	}
	return err
}

// A keeper is a screen with words that would be lost with it.
type keeper interface {
	// Keep writes them where accepting the dialogue would.
	Keep() error
}

// A guard is the reader as Bubble Tea runs it, ended by its first fault.
type guard struct {
	*model
	fault error    // nil for none
	shown tea.View // what was drawn last
	quit  func()   // ends the program
}

// faultMsg brings a panic of a command.
type faultMsg struct{ error }

func (g *guard) Init() (cmd tea.Cmd) {
	g.fault = guarded(func() { cmd = watched(g.model.Init()) })
	return cmd
}

func (g *guard) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	next, cmd = g, tea.Quit // what comes of a panic
	if f, ok := msg.(faultMsg); ok {
		g.fault = cmp.Or(g.fault, f.error)
	}
	if g.fault != nil {
		return next, cmd
	}
	g.fault = guarded(func() {
		_, asked := g.model.Update(msg)
		cmd = watched(asked)
	})
	return next, cmd
}

func (g *guard) View() tea.View {
	if g.fault != nil {
		return g.shown
	}
	if g.fault = guarded(func() { g.shown = g.model.View() }); g.fault != nil {
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
		if err := guarded(func() { msg = cmd() }); err != nil {
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

// run runs the program until the reader is left, and keeps the place then. A
// place that cannot be kept is no reason to fail: nothing but comfort is lost.
func (g *guard) run(opts ...tea.ProgramOption) error {
	p := tea.NewProgram(g, opts...)
	g.quit = p.Quit
	defer g.lender.LeaveOnSignals(p)()
	_, err := p.Run()
	placed := g.keepPlace() == nil
	if errors.Is(err, tea.ErrProgramPanic) {
		g.fault = cmp.Or(g.fault, error(&fault{"in the library of the terminal", "above this line"}))
	}
	if g.fault == nil {
		return err
	}
	kept := "your place was not saved"
	if placed {
		kept = "your place was saved"
	}
	return fmt.Errorf("the reader had to stop: %w; %s%s", g.fault, kept, g.keepTyped())
}

// keepPlace keeps the place, whatever state the model is in.
func (g *guard) keepPlace() (err error) {
	fault := guarded(func() {
		if _, lasting := g.options.corpusPaths(); lasting {
			err = g.place().Keep(g.options.Folders.Places())
		} else {
			err = errors.New("standard input cannot be reopened")
		}
	})
	return cmp.Or(fault, err)
}

// keepTyped keeps what was typed into the open screens, and says so.
func (g *guard) keepTyped() (said string) {
	for _, s := range g.screens {
		k, ok := s.(keeper)
		if !ok {
			continue
		}
		said = ", what you typed was saved"
		var err error
		if fault := guarded(func() { err = k.Keep() }); cmp.Or(fault, err) != nil {
			said = ", what you typed was lost: " + cmp.Or(fault, err).Error()
		}
	}
	return said
}
