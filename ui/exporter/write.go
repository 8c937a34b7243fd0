package exporter

import (
	"bytes"
	"cmp"
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

// A Choice is what is written and where: the last one is kept by who opens the
// dialogue.
type Choice struct {
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

// Written brings what became of an export.
type Written struct {
	Err error // nil when it was written

	path         string
	lines, bytes int
}

// Save writes a new file in a folder, under a name like the one that is given.
func Save(dir, name string, write func(io.Writer) error) Written {
	var n counter
	path, err := disk.Save(cmp.Or(dir, "."), name, func(w io.Writer) error { return write(io.MultiWriter(w, &n)) })
	return Written{err, path, n.lines, n.bytes}
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
		return Written{err, path, n.lines, n.bytes}
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

// Said returns the line that tells what became of an export.
func (w Written) Said() string {
	if w.Err == nil {
		return fmt.Sprintf("written to %s: %s, %s", filepath.ToSlash(w.path), label.Count(w.lines, "line"), label.Size(int64(w.bytes)))
	}
	return "not written: " + filepath.ToSlash(w.path) + ": " + disk.Why(w.Err)
}

// whatIsThere says what a file would replace.
func whatIsThere(info fs.FileInfo) string {
	return "a file from " + info.ModTime().Format("2 Jan 2006 15:04") + ", " + label.Size(info.Size())
}
