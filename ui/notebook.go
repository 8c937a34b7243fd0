package ui

import (
	"errors"
	"fmt"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/keep"
	"parallax/ui/screen"
)

// notebookMsg brings the bookmarks as they are in their file.
type notebookMsg struct {
	keep.Notebook
	of  *change // what was done; nil for nothing
	err error
}

// readBookmarks returns the command that reads the bookmarks; nil where none
// are kept.
func (m *model) readBookmarks() tea.Cmd {
	file := m.options.Folders.Notebook()
	if file == "" {
		return nil
	}
	return func() tea.Msg {
		n, err := keep.ReadNotebook(file)
		return notebookMsg{n, nil, err}
	}
}

// A change is what is to be done to the bookmarks.
type change struct {
	file     string
	was, now *keep.Bookmark
	said     string        // when it is done
	dialogue screen.Screen // where what was written stands, to come back when it cannot be kept; nil for none

	once sync.Once
	made notebookMsg
}

// ask is the request for a change. Changes are made one after the other, each in
// the background; those that are not made yet stay in the model.
func (c *change) ask(m *model) tea.Cmd {
	m.unkept = append(m.unkept, c)
	if len(m.unkept) > 1 {
		return nil
	}
	return c.make
}

// make makes a change, once; whoever asks again waits for that.
func (c *change) make() tea.Msg {
	c.once.Do(func() {
		n, err := keep.ChangeNotebook(c.file, c.was, c.now)
		c.made = notebookMsg{n, c, err}
	})
	return c.made
}

// notebookChanged takes the bookmarks as they are now, and has the next change made.
func (m *model) notebookChanged(msg notebookMsg) (next tea.Cmd) {
	if len(m.unkept) > 0 && m.unkept[0] == msg.of {
		if m.unkept = m.unkept[1:]; len(m.unkept) > 0 {
			next = m.unkept[0].make
		}
	}
	switch {
	case msg.err != nil && msg.of == nil:
		m.message = "bookmarks: " + msg.err.Error()
		return next
	case msg.err != nil:
		m.message = "not saved: " + msg.err.Error()
		if d := msg.of.dialogue; d != nil {
			m.open(d)
		}
		return next
	case msg.of != nil:
		m.message = msg.of.said
	}
	m.notebook = msg.Notebook
	m.noted++
	return next
}

// keepUnkept makes the changes that were still to be made when the reader was
// left. What cannot be kept is in the error.
func (m *model) keepUnkept() error {
	var lost []error
	for _, c := range m.unkept {
		c.make()
		err := c.made.err
		if err != nil && c.now != nil && c.now.Note != "" {
			err = fmt.Errorf("the note %q was not saved: %w", c.now.Note, err)
		}
		lost = append(lost, err)
	}
	m.unkept = nil
	return errors.Join(lost...)
}
