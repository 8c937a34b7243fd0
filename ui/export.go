package ui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/diffview/layout"
	"parallax/ui/disk"
	"parallax/ui/label"
)

// A choice is what is written and where. The model keeps the last one of the
// session.
type choice struct {
	made   bool // by the reader: until then the view of the page is offered
	format int  // in export.Formats
	view   *layout.View
	part   bool // only what differs
	dir    string
}

// A job is one export: what to write, and where to.
type job struct {
	*diffview.Comparison
	format  export.Format
	options export.Options
	path    string // as it was typed
	replace bool   // the file that is there
}

// A measuredMsg brings what a job would write, and what is at its path.
type measuredMsg struct {
	number       int // of the dialogue's question
	lines, bytes int
	there        fs.FileInfo // nil: nothing
	folder       error       // why the folder cannot take a file
}

// exportedMsg brings what became of an export.
type exportedMsg struct {
	path         string
	lines, bytes int
	err          error
}

// measure returns the command that finds out what a job would do.
func (j job) measure(number int) tea.Cmd {
	return func() tea.Msg {
		msg := measuredMsg{number: number}
		var n counter
		if err := j.format.Write(&n, j.Comparison, j.options); err == nil {
			msg.lines, msg.bytes = n.lines, n.bytes
		}
		path := atHome(j.path)
		if info, err := os.Stat(path); err == nil {
			msg.there = info
		} else if _, err := os.Stat(filepath.Dir(path)); err != nil {
			msg.folder = err
		}
		return msg
	}
}

// write returns the command that carries out a job.
func (j job) write() tea.Cmd {
	return func() tea.Msg {
		path := atHome(j.path)
		var n counter
		put := disk.Create
		if j.replace {
			put = disk.Replace
		}
		err := put(path, func(w io.Writer) error {
			return j.format.Write(io.MultiWriter(w, &n), j.Comparison, j.options)
		})
		return exportedMsg{path, n.lines, n.bytes, err}
	}
}

// A counter counts what is written to it.
type counter struct{ lines, bytes int }

func (n *counter) Write(p []byte) (int, error) {
	n.lines += bytes.Count(p, []byte("\n"))
	n.bytes += len(p)
	return len(p), nil
}

// atHome returns a path with "~" as a shell reads it.
func atHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return home + rest
}

// said returns the line that tells what became of an export.
func said(msg exportedMsg) string {
	if msg.err == nil {
		return fmt.Sprintf("written to %s: %s, %s", filepath.ToSlash(msg.path), label.Count(msg.lines, "line"), label.Size(int64(msg.bytes)))
	}
	return "not written: " + filepath.ToSlash(msg.path) + ": " + disk.Why(msg.err)
}

// whatIsThere says what a file would replace.
func whatIsThere(info fs.FileInfo) string {
	return "a file from " + info.ModTime().Format("2 Jan 2006 15:04") + ", " + label.Size(info.Size())
}

// export opens the export dialogue.
func (m *model) export() tea.Cmd {
	p := m.viewport.Page
	if !m.exports.made {
		m.exports.view = layout.Matched
		if p.Key.View.Panes == 1 {
			m.exports.view = p.Key.View
		}
	}
	if m.exports.dir == "" {
		m.exports.dir = m.options.Dir
	}
	d := newExporter(p.Comparison, m.exportNotes(), &m.exports)
	m.open(d)
	return d.ask()(m)
}

// exported says what became of an export. A file in the way is the dialogue's
// to ask about.
func (m *model) exported(msg exportedMsg) {
	if !errors.Is(msg.err, fs.ErrExist) {
		m.message = said(msg)
	}
}
