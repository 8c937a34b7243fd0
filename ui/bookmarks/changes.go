package bookmarks

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/keep"
	"parallax/ui/screen"
)

// Changed brings the bookmarks as they are in their file.
type Changed struct {
	notebook keep.Notebook
	of       *change // what was done; nil for nothing
	err      error
}

// Read returns the command that reads the bookmarks; nil where none are kept.
func (b *Book) Read() tea.Cmd {
	if b.file == "" {
		return nil
	}
	return func() tea.Msg {
		n, err := keep.ReadNotebook(b.file)
		return Changed{n, nil, err}
	}
}

// A change is what is to be done to the bookmarks.
type change struct {
	file     string
	was, now *keep.Bookmark
	said     string        // when it is done
	dialogue screen.Screen // where what was written stands, to come back when it cannot be kept; nil for none

	task keep.Task
	made keep.Notebook
}

// ask asks for a change. Changes are made one after the other, each in the
// background.
func (b *Book) ask(c *change) screen.Request {
	c.file = b.file
	return func(screen.Reader) tea.Cmd {
		if b.changes.Add(c) {
			return c.make
		}
		return nil
	}
}

// do makes a change, once.
func (c *change) do() error {
	return c.task.Do(func() (err error) {
		c.made, err = keep.ChangeNotebook(c.file, c.was, c.now)
		return err
	})
}

func (c *change) make() tea.Msg {
	err := c.do()
	return Changed{c.made, c, err}
}

// Take takes the bookmarks as they are now, and has the next change made. It
// returns what is to be said of that, and the dialogue that is to come back.
func (b *Book) Take(msg Changed) (said string, back screen.Screen, next tea.Cmd) {
	if c, ok := b.changes.Next(msg.of); ok {
		next = c.make
	}
	switch {
	case msg.err != nil && msg.of == nil:
		return "bookmarks: " + msg.err.Error(), nil, next
	case msg.err != nil:
		return "not saved: " + msg.err.Error(), msg.of.dialogue, next
	case msg.of != nil:
		said = msg.of.said
	}
	b.notebook = msg.notebook
	b.version++
	return said, nil, next
}

// Finish makes the changes that were still to be made when the reader was left.
// What cannot be kept is in the error.
func (b *Book) Finish() error {
	var lost []error
	for _, c := range b.changes.Rest() {
		err := c.do()
		if err != nil && c.now != nil && c.now.Note != "" {
			err = fmt.Errorf("the note %q was not saved: %w", c.now.Note, err)
		}
		lost = append(lost, err)
	}
	return errors.Join(lost...)
}
