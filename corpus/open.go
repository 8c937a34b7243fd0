package corpus

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"parallax/corpus/clean"
	"parallax/corpus/format/raw"
)

// Open reads the articles of files and folders, in the order given; folders
// are walked in natural order ("2.txt" before "10.txt"), without hidden files
// and without leaving them through symbolic links. A file is read once, even
// if it is given twice. The path "-" is JSON Lines on standard input.
//
// An error means that a path given does not exist or that no article was
// found at all; it is one sentence that says what, where and why. It wraps
// fs.ErrNotExist in the first case.
func Open(paths []string, o Options) (*Corpus, error) {
	ctx := context.Background()
	l, err := Load(ctx, paths, o)
	if err != nil {
		return nil, err
	}
	return l.Wait(ctx)
}

// OpenFS reads the articles of a file system, as Open does those of a folder.
// Paths in the result begin with name.
func OpenFS(fsys fs.FS, name string, o Options) (*Corpus, error) {
	ctx := context.Background()
	l, err := newLoading(o, Printable(name))
	if err != nil {
		return nil, err
	}
	l.start(ctx, func(w *walker) { w.walk(folder{FS: fsys, name: name}, ".", 0) })
	return l.Wait(ctx)
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return raw.DefaultLimit
}

// cleanAll names paths on one line.
func cleanAll(paths []string) string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = Printable(p)
	}
	return strings.Join(out, ", ")
}

// missing says in plain words what fs.ErrNotExist is, and is it.
var missing error = notExist{}

type notExist struct{}

func (notExist) Error() string   { return "no such file or folder" }
func (notExist) Is(t error) bool { return t == fs.ErrNotExist }

// plainReason returns what went wrong without the path and the name of the
// system call, which come before it.
func plainReason(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.Is(err, fs.ErrNotExist):
		return "no longer exists: it was there when the folder was listed"
	}
	return clean.Text(err.Error())
}
