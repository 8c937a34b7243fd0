package ui

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/disk"
)

// maxNotebook is the largest file of bookmarks that is read, in bytes.
const maxNotebook = 16 << 20

// A bookmark is a sentence, or a pair of articles, that is to be found again.
type bookmark struct {
	anchor        // the sentence; without a hash the pair
	Beside string `json:"beside"`          // the article that was read beside it (see nameOf)
	Quote  string `json:"quote,omitempty"` // the words of the sentence, or the first of them
	Note   string `json:"note,omitempty"`  // what the reader wrote to it
}

// whole reports whether it is the pair that is marked.
func (b *bookmark) whole() bool { return b.Hash == "" }

// same reports whether two bookmarks are of the same place, whatever they say.
func (b *bookmark) same(o *bookmark) bool {
	if b.whole() && o.whole() {
		return b.Article == o.Article && b.Beside == o.Beside || b.Article == o.Beside && b.Beside == o.Article
	}
	return b.anchor == o.anchor
}

// A notebook is the bookmarks of all corpora, in the order they were made. Its
// file has one a line, as JSON. Lines that are no bookmark stay as they are:
// they may be of a later version, or a slip in a file that people can edit.
type notebook struct{ lines []noteLine }

// A noteLine is a line of the file and the bookmark it is; nil for none.
type noteLine struct {
	raw  []byte
	mark *bookmark
}

// parseNotebook reads the text of a notebook.
func parseNotebook(text []byte) (n notebook) {
	for raw := range bytes.Lines(text) {
		raw = bytes.TrimRight(raw, "\r\n")
		if len(bytes.TrimSpace(raw)) == 0 {
			continue
		}
		line := noteLine{raw: raw}
		var b bookmark
		if err := json.Unmarshal(raw, &b); err == nil && b.Article != "" && (b.Beside != "" || !b.whole()) {
			b.Quote, b.Note = printable(b.Quote), printable(b.Note)
			line.mark = &b
		}
		n.lines = append(n.lines, line)
	}
	return n
}

// printable returns a text in which the terminal finds nothing but signs and
// spaces.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, " "))
}

// text returns the file of a notebook.
func (n notebook) text() []byte {
	var b []byte
	for _, l := range n.lines {
		b = append(append(b, l.raw...), '\n')
	}
	return b
}

// marks returns the bookmarks.
func (n notebook) marks() (marks []*bookmark) {
	for _, l := range n.lines {
		if l.mark != nil {
			marks = append(marks, l.mark)
		}
	}
	return marks
}

// changed returns the notebook with one bookmark taken out and another put in,
// at the place of the former; either may be nil.
func (n notebook) changed(old, now *bookmark) notebook {
	var next notebook
	put := func() {
		if now != nil {
			raw, _ := json.Marshal(now) // strings and a number: it cannot fail
			next.lines = append(next.lines, noteLine{raw, now})
			now = nil
		}
	}
	for _, l := range n.lines {
		if l.mark != nil && (old != nil && l.mark.same(old) || now != nil && l.mark.same(now)) {
			put()
			continue
		}
		next.lines = append(next.lines, l)
	}
	put()
	return next
}

// readNotebook reads the file of a notebook. One that is not there is empty.
func readNotebook(file string) (notebook, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return notebook{}, nil
	}
	if err != nil {
		return notebook{}, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxNotebook+1))
	if err != nil {
		return notebook{}, err
	}
	if len(text) > maxNotebook {
		return notebook{}, fmt.Errorf("%s: these are no bookmarks: it has more than %d MB; move it away", file, maxNotebook>>20)
	}
	return parseNotebook(text), nil
}

// changeNotebook changes the file of a notebook as changed does, and returns
// what it then holds. The file is read first, since another reader may have
// changed it.
func changeNotebook(file string, old, now *bookmark) (n notebook, err error) {
	err = disk.Locked(file, func() error {
		if n, err = readNotebook(file); err != nil {
			return err
		}
		n = n.changed(old, now)
		return disk.Replace(file, func(w io.Writer) error {
			_, err := w.Write(n.text())
			return err
		})
	})
	return n, err
}

// notebookMsg brings the bookmarks as they are in their file.
type notebookMsg struct {
	notebook
	of  *change // what was done; nil for nothing
	err error
}

// readBookmarks returns the command that reads the bookmarks; nil where none
// are kept.
func (m *model) readBookmarks() tea.Cmd {
	file := m.options.Folders.notebook()
	if file == "" {
		return nil
	}
	return func() tea.Msg {
		n, err := readNotebook(file)
		return notebookMsg{n, nil, err}
	}
}

// A change is what is to be done to the bookmarks.
type change struct {
	file     string
	was, now *bookmark
	said     string // when it is done
	dialogue screen // where what was written stands, to come back when it cannot be kept; nil for none

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
		n, err := changeNotebook(c.file, c.was, c.now)
		c.made = notebookMsg{n, c, err}
	})
	return c.made
}

// took takes the bookmarks as they are now, and has the next change made.
func (m *model) took(msg notebookMsg) (next tea.Cmd) {
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
		m.message = "not kept: " + msg.err.Error()
		if d := msg.of.dialogue; d != nil {
			m.open(d)
		}
		return next
	case msg.of != nil:
		m.message = msg.of.said
	}
	m.notebook = msg.notebook
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
			err = fmt.Errorf("the note %q is not kept: %w", c.now.Note, err)
		}
		lost = append(lost, err)
	}
	m.unkept = nil
	return errors.Join(lost...)
}
