package ui

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/ui/outside"
)

// Other programs on the terminal: an editor, a browser, the shell. What runs and
// how is package outside's; here is what the reader does before and after.

// editedMsg tells that the editor was left.
type editedMsg struct {
	located outside.Location
	editor  string
	err     error
}

// openEditor looks for the current sentence in its article's file, and then
// opens that.
func (m *model) openEditor() tea.Cmd {
	at, ok := m.cursor()
	if !ok {
		m.message = noSentence
		return nil
	}
	if outside.Editor(m.options.Environ) == "" {
		m.message = "no editor configured: set EDITOR or VISUAL in your shell, for example EDITOR=nano"
		return nil
	}
	a := m.article(int(at.Side))
	sentence := a.Sentences[at.Sentence].Of(a.Text)
	return func() tea.Msg { return outside.Locate(a, sentence) }
}

// edit hands the terminal to the editor until it is left.
func (m *model) edit(at outside.Location) tea.Cmd {
	if at.Problem != "" {
		m.message = at.Problem
		return nil
	}
	run := outside.Edit(outside.Editor(m.options.Environ), at)
	if f, ok := m.options.Input.(*os.File); ok {
		run.Stdin = f // the terminal itself
	}
	return m.exec(run, func(err error) tea.Msg {
		return editedMsg{at, filepath.Base(run.Args[0]), err}
	})
}

// edited says which file it was, since an article's path may be no file's.
func (m *model) edited(msg editedMsg) {
	m.message = fmt.Sprintf("back from %s: %s, line %d", msg.editor, outside.ShowFile(msg.located.File), msg.located.Line)
	switch {
	case errors.Is(msg.err, exec.ErrNotFound) || errors.Is(msg.err, os.ErrNotExist):
		m.message = "program not found: " + msg.editor + "; set EDITOR to an installed one"
	case msg.err != nil:
		m.message = msg.editor + " failed: " + msg.err.Error()
	}
}

// browsedMsg tells what came of opening an address.
type browsedMsg struct {
	program, address string
	err              error
}

// openAddress opens the address of the article that is read in a browser.
func (m *model) openAddress() tea.Cmd {
	side := 0
	if at, ok := m.cursor(); ok {
		side = int(at.Side)
	}
	return m.browse(m.article(side))
}

// browse opens the address of an article.
func (m *model) browse(a *corpus.Article) tea.Cmd {
	address := corpus.WebAddress(a.Meta.URL.Value)
	switch {
	case a.Meta.URL.Value == "":
		m.message = a.Name() + ": no address is known of this article; its file is " + a.Path
		return nil
	case address == "":
		m.message = "not opened: " + a.Meta.URL.Value + " is not an address of the web"
		return nil
	}
	run, onTerminal := outside.Browse(m.options.Environ, address)
	done := func(err error) tea.Msg { return browsedMsg{filepath.Base(run.Args[0]), address, err} }
	if onTerminal {
		return m.exec(run, done)
	}
	return func() tea.Msg { return done(run.Run()) }
}

// browsed says which address was opened; where that failed it can be copied.
func (m *model) browsed(msg browsedMsg) {
	m.message = "opened " + msg.address
	if msg.err != nil {
		m.message = msg.program + " could not open it (set BROWSER to another program): " + msg.address
	}
}

// suspend gives the terminal back to the shell until that brings the reader to
// the front again.
func (m *model) suspend() tea.Cmd {
	if !m.shellWaits() {
		m.message = outside.ErrNoShell.Error()
		return nil
	}
	return outside.Suspend(func(err error) tea.Msg { return resumedMsg{err} })
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
