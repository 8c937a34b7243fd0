package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/maruel/natural"

	"parallax/corpus/format"
)

// Open reads the articles of files and folders, in the order given; folders
// are walked in natural order ("2.txt" before "10.txt"), without hidden files
// and without leaving them through symbolic links. A file is read once, even
// if it is given twice.
//
// An error means that a path given does not exist or that no article was
// found at all; it is one sentence that says what, where and why. It wraps
// fs.ErrNotExist in the first case.
func Open(paths []string, o Options) (*Corpus, error) {
	if len(paths) == 0 {
		return nil, errors.New("no folder or file given: name at least one")
	}
	known, err := o.outlets()
	if err != nil {
		return nil, err
	}
	w := walker{max: o.maxBytes(), seen: make(map[string]bool)}
	defer w.close()
	for _, p := range paths {
		if err := w.add(p); err != nil {
			return nil, err
		}
	}
	return read(w.files, strings.Join(cleanAll(paths), ", "), known)
}

// OpenFS reads the articles of a file system, as Open does those of a folder.
// Paths in the result begin with name.
func OpenFS(fsys fs.FS, name string, o Options) (*Corpus, error) {
	known, err := o.outlets()
	if err != nil {
		return nil, err
	}
	w := walker{max: o.maxBytes(), seen: make(map[string]bool)}
	w.walk(fsys, name, ".")
	return read(w.files, cleanPath(name), known)
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return format.DefaultLimit
}

func cleanAll(paths []string) []string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = cleanPath(p)
	}
	return out
}

// A file is one that is to be read, or cannot be.
type file struct {
	path    string // as the reader would name it
	problem string // why it cannot be read, if that is known already
	open    func() (fs.File, error)
	limit   int64 // bytes held at a time
}

// A walker collects files in the order they are to be read in.
type walker struct {
	max   int64
	seen  map[string]bool // by real path
	roots []*os.Root      // open until the files are read
	files []file
}

func (w *walker) close() {
	for _, r := range w.roots {
		r.Close()
	}
}

func (w *walker) problem(path, format string, args ...any) {
	w.files = append(w.files, file{path: path, problem: fmt.Sprintf(format, args...)})
}

// add collects a path that the reader gave.
func (w *walker) add(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w; check the path", cleanPath(path), missing)
	case err != nil:
		w.problem(path, "%s", plainReason(err))
		return nil
	case info.IsDir():
		return w.addFolder(path)
	}
	if !w.first(realPath(path)) {
		return nil
	}
	// What a shell passes for <(command) is a pipe that somebody writes to;
	// any other pipe or device may keep its reader waiting for ever.
	if !info.Mode().IsRegular() && !strings.HasPrefix(path, "/dev/fd/") {
		w.problem(path, "not a regular file but a pipe, socket or device; save what it gives as a file first")
		return nil
	}
	if info.Mode().IsRegular() && !format.Known(path) {
		w.problem(path, "%s", format.Refusal(path))
		return nil
	}
	w.take(path, info.Size(), func() (fs.File, error) { return os.Open(path) })
	return nil
}

func (w *walker) addFolder(path string) error {
	root, err := os.OpenRoot(path)
	if err != nil {
		w.problem(path, "%s", plainReason(err))
		return nil
	}
	w.roots = append(w.roots, root)
	n := len(w.files)
	w.walkReal(root.FS(), path, realPath(path))
	if len(w.files) == n {
		w.problem(path, "no article in this folder; put .txt or .md files there or name another")
	}
	return nil
}

// walkReal walks a folder of the disk: what it finds is compared with what was
// found elsewhere.
func (w *walker) walkReal(fsys fs.FS, name, real string) {
	n := len(w.files)
	w.walk(fsys, name, ".")
	found := w.files[n:]
	w.files = w.files[:n]
	for _, f := range found {
		rel, err := filepath.Rel(name, f.path)
		if err != nil || f.problem != "" || w.first(realPath(filepath.Join(real, rel))) {
			w.files = append(w.files, f)
		}
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

// walk collects the files below dir of a file system.
func (w *walker) walk(fsys fs.FS, name, dir string) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		w.problem(join(name, dir), "%s", plainReason(err))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return natural.Compare(a.Name(), b.Name()) })
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || format.Beside(e.Name()) && !e.IsDir() {
			continue
		}
		at := e.Name()
		if dir != "." {
			at = dir + "/" + at
		}
		if e.IsDir() {
			w.walk(fsys, name, at)
			continue
		}
		w.entry(fsys, join(name, at), at, e)
	}
}

// entry collects a file of a folder. A symbolic link counts as the file it
// leads to; one that leads out of the folder, to nothing or to a folder, and
// what is no regular file, is passed over.
func (w *walker) entry(fsys fs.FS, path, at string, e fs.DirEntry) {
	info, err := e.Info()
	if e.Type()&fs.ModeSymlink != 0 {
		if info, err = fs.Stat(fsys, at); err != nil {
			return
		}
	}
	switch {
	case err != nil:
		w.problem(path, "%s", plainReason(err))
	case !info.Mode().IsRegular():
	case !format.Known(path):
		w.problem(path, "%s", format.Refusal(path))
	default:
		w.take(path, info.Size(), func() (fs.File, error) { return fsys.Open(at) })
	}
}

// take collects a file of size bytes, unless it is too large.
func (w *walker) take(path string, size int64, open func() (fs.File, error)) {
	if size > w.max && !format.Streams(path) {
		w.problem(path, "%s", format.ErrTooLarge(w.max))
		return
	}
	w.files = append(w.files, file{path: path, open: open, limit: w.max})
}

// join names a file of a folder as the reader would.
func join(name, at string) string {
	if at == "." {
		return name
	}
	return filepath.Join(name, filepath.FromSlash(at))
}

// missing says in plain words what fs.ErrNotExist is, and is it.
var missing error = notExist{}

type notExist struct{}

func (notExist) Error() string   { return "no such file or folder" }
func (notExist) Is(t error) bool { return t == fs.ErrNotExist }

// plainReason returns what went wrong without the path and the name of the
// system call, which stand before it.
func plainReason(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "may not be read (permission denied)"
	case errors.Is(err, fs.ErrNotExist):
		return "is gone: it was there when the folder was listed"
	}
	return clean(err.Error())
}
