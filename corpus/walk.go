package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/maruel/natural"

	"parallax/corpus/format"
	"parallax/corpus/format/raw"
)

// How far a walk goes. No collection of news comes near; a loop that something
// other than a symbolic link makes does.
const (
	maxDepth = 64        // folders in folders
	maxFiles = 2_000_000 // files in all
)

// stdin is the path that stands for standard input.
const stdin = "-"

// A file is one that is to be read, or cannot be.
type file struct {
	path    string // as the reader would name it, byte for byte
	onDisk  bool   // it can be opened by its path
	name    string // for its format; "" is the last part of the path
	problem string // why it cannot be read, if that is known already
	open    func() (fs.File, error)
	stat    func() (fs.FileInfo, error) // nil: what it holds is there only once
}

// A walker finds files in the order they are to be read in.
type walker struct {
	ctx   context.Context // its end ends the walk
	emit  func(file)
	seen  map[string]bool // by real path
	found int
	roots []*os.Root // open until the files are read
}

func (w *walker) close() {
	for _, r := range w.roots {
		r.Close()
	}
}

func (w *walker) problem(path, format string, args ...any) {
	w.add(file{path: path, problem: fmt.Sprintf(format, args...)})
}

func (w *walker) add(f file) {
	if w.found == maxFiles {
		f = file{path: f.path, problem: fmt.Sprintf("reading stopped here: more than %d files; open fewer", maxFiles)}
	}
	if w.found <= maxFiles {
		w.emit(f)
	}
	w.found++
}

// ended reports whether there is no use in looking further.
func (w *walker) ended() bool { return w.found > maxFiles || w.ctx.Err() != nil }

// check returns an error for the first of the given paths that is not there.
func check(paths []string) error {
	if len(paths) == 0 {
		return errors.New("no file or folder given: name at least one")
	}
	for _, p := range paths {
		if _, err := os.Stat(OnDisk(p)); p != stdin && errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: %w; check the path", Printable(p), missing)
		}
	}
	return nil
}

// given finds the files of a path that the reader gave.
func (w *walker) given(path string) {
	if path == stdin {
		if w.first(stdin) {
			open := func() (fs.File, error) { return os.Stdin, nil }
			w.add(file{path: stdin, name: "-.jsonl", open: open})
		}
		return
	}
	path = OnDisk(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.problem(path, "%s", plainReason(err))
		return
	case info.IsDir():
		w.inside(path)
		return
	case !w.first(realPath(path)):
		return
	}
	open := func() (fs.File, error) { return os.Open(path) }
	switch {
	// What a shell passes for <(command) is a pipe that somebody writes to;
	// any other pipe or device may keep its reader waiting for ever.
	case !info.Mode().IsRegular() && strings.HasPrefix(path, "/dev/fd/"):
		w.add(file{path: path, open: open})
	case !info.Mode().IsRegular():
		w.problem(path, "not a regular file but a pipe, socket or device; save its output to a file first")
	case !format.Known(path):
		w.problem(path, "%s", format.Refusal(path))
	default:
		w.add(file{path: path, onDisk: true, open: open, stat: func() (fs.FileInfo, error) { return os.Stat(path) }})
	}
}

// A folder is one that is walked, with all below it.
type folder struct {
	fs.FS
	name string // how the paths of its files begin
	real string // where it is on the disk; "" if it is not
}

// A rootFS is a folder of the disk that no name leads out of. It is os.Root.FS
// for names of any bytes: that one refuses those that are not UTF-8.
type rootFS struct{ root *os.Root }

func (r rootFS) Open(name string) (fs.File, error)     { return r.root.Open(name) }
func (r rootFS) Stat(name string) (fs.FileInfo, error) { return r.root.Stat(name) }

func (r rootFS) ReadDir(name string) ([]fs.DirEntry, error) {
	f, err := r.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// noneHere is what is wrong with a folder without articles.
const noneHere = "no articles in this folder; put some there (.txt, .html, .pdf, .docx …) or name another"

// inside finds the files of a folder of the disk.
func (w *walker) inside(path string) {
	root, err := os.OpenRoot(path)
	if err != nil {
		w.problem(path, "%s", plainReason(err))
		return
	}
	w.roots = append(w.roots, root)
	before := w.found
	w.walk(folder{rootFS{root}, path, realPath(path)}, ".", 0)
	if w.found == before {
		w.problem(path, noneHere)
	}
}

// first reports whether a file has not been seen before.
func (w *walker) first(real string) bool {
	if w.seen[real] {
		return false
	}
	w.seen[real] = true
	return true
}

// realPath returns the path that all names of a file lead to.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}

// walk finds the files below dir of a folder.
func (w *walker) walk(d folder, dir string, depth int) {
	if depth > maxDepth {
		w.problem(d.join(dir), "not opened: folders are nested more than %d deep", maxDepth)
		return
	}
	entries, err := fs.ReadDir(d, dir)
	if err != nil {
		w.problem(d.join(dir), "%s", plainReason(err))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return natural.Compare(a.Name(), b.Name()) })
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	pages := raw.SavedPagesOf(names)
	for _, e := range entries {
		if w.ended() {
			return
		}
		if strings.HasPrefix(e.Name(), ".") || raw.Beside(e.Name()) && !e.IsDir() {
			continue
		}
		at := e.Name()
		if dir != "." {
			at = dir + "/" + at
		}
		switch {
		case !e.IsDir():
			w.entry(d, at, e)
		case !pages.Attached(e.Name()):
			w.walk(d, at, depth+1)
		}
	}
}

// entry finds a file of a folder. A symbolic link counts as the file it leads to;
// one that leads out of the folder, to nothing or to a folder, and what is no
// regular file, is passed over.
func (w *walker) entry(d folder, at string, e fs.DirEntry) {
	mode, real := e.Type(), filepath.Join(d.real, filepath.FromSlash(at))
	if mode&fs.ModeSymlink != 0 {
		info, err := fs.Stat(d, at)
		if err != nil {
			return
		}
		mode, real = info.Mode(), realPath(real)
	}
	path := d.join(at)
	switch {
	case !mode.IsRegular():
	case !format.Known(path):
		w.problem(path, "%s", format.Refusal(path))
	case d.real != "" && !w.first(real):
		w.found++
	default:
		w.add(file{
			path:   path,
			onDisk: d.real != "",
			open:   func() (fs.File, error) { return d.Open(at) },
			stat:   func() (fs.FileInfo, error) { return fs.Stat(d, at) },
		})
	}
}

// join names a file of the folder as the reader would.
func (d folder) join(at string) string {
	if at == "." {
		return d.name
	}
	return filepath.Join(d.name, filepath.FromSlash(at))
}
