// Package disk writes files: each appears or changes whole or not at all, down
// to the disk, and two programs that change one file do so one after the other.
//
// A file is written under another name in the folder where it is to be, and
// then gets its own. So it needs room for both, and a folder that may be written
// into. What a killed program leaves of that is swept away a day later by the
// next that writes there.
package disk

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"parallax/corpus/lazyregexp"
)

// Replace writes the file at path, replacing one that is there: the file
// changes wholly or not at all, and keeps its mode and, where that is allowed,
// its owner. Where path is a link, the file that it leads to is written. What is
// no regular file, such as /dev/stdout, is written to. Errors are one sentence
// that names the file.
func Replace(path string, write func(io.Writer) error) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("cannot write %s: it is a folder; name a file in it", path)
	case err == nil && isStdout(info):
		return write(os.Stdout) // the shell has it open, and may go on writing
	case err == nil:
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return cannot("write", path, err)
		}
		defer f.Close()
		if !info.Mode().IsRegular() {
			return write(f)
		}
	}
	if err := replace(path, info, write); err != nil {
		return cannot("write", path, err)
	}
	return nil
}

// replace writes the regular file that a path leads to; was is nil where there
// is none yet.
func replace(path string, was fs.FileInfo, write func(io.Writer) error) error {
	path, err := follow(path)
	if err != nil {
		return err
	}
	temp, err := writeTemp(folderOf(path), was, write)
	if err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		os.Remove(temp)
		return err
	}
	syncFolder(folderOf(path))
	return nil
}

// Create writes a new file at path: it appears whole or not at all. A file that
// is there already stays as it is, and the error is fs.ErrExist. Other errors
// are one sentence that names the file.
func Create(path string, write func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("cannot write %s: %w", path, fs.ErrExist)
	}
	temp, err := writeTemp(folderOf(path), nil, write)
	if err != nil {
		return cannot("write", path, err)
	}
	defer os.Remove(temp)
	if err := publish(temp, path); err != nil {
		return cannot("write", path, err)
	}
	syncFolder(folderOf(path))
	return nil
}

// maxLinks is how many links are followed, as Linux does it.
const maxLinks = 40

// follow returns the path that a path leads to when it is a link, to a file
// that need not be there yet. Links to folders on the way are the system's.
func follow(path string) (string, error) {
	for range maxLinks {
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil // no link
		}
		if !filepath.IsAbs(to) {
			to = folderOf(path) + to
		}
		path = to
	}
	return "", errors.New("too many levels of symbolic links")
}

// folderOf returns the folder of a path, ready for a name to be added. It stays
// as written: cleaned, a ".." after a link to a folder would lead elsewhere.
func folderOf(path string) string {
	folder, _ := filepath.Split(path)
	return cmp.Or(folder, "."+string(filepath.Separator))
}

// isStdout reports whether a file is where the standard output goes.
func isStdout(info fs.FileInfo) bool {
	out, err := os.Stdout.Stat()
	return err == nil && os.SameFile(info, out)
}

// writeTemp writes a hidden file of its own in a folder, down to the disk, with
// the mode and owner of the one that it is to replace.
func writeTemp(folder string, was fs.FileInfo, write func(io.Writer) error) (path string, err error) {
	sweep(folder)
	f, err := createTemp(folder)
	if err != nil {
		return "", err
	}
	defer func() {
		err = cmp.Or(err, f.Close())
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if was != nil {
		takeOwner(f, was)
		if err := f.Chmod(was.Mode().Perm()); err != nil {
			return "", err
		}
	}
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return "", err
	}
	if err := w.Flush(); err != nil {
		return "", err
	}
	return f.Name(), f.Sync()
}

// cannot says that a file cannot be written and why, in the system's words
// alone: nobody asked for the file that it was first written to.
func cannot(what, path string, err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	if l, ok := errors.AsType[*os.LinkError](err); ok {
		err = l.Err
	}
	return fmt.Errorf("cannot %s %s: %w", what, path, err)
}

// mostTemps is how many names are tried: one process writes few files at a time.
const mostTemps = 9999

// createTemp creates a new file with a short name: the file that it becomes may
// have the longest there is. os.CreateTemp would keep it from other readers,
// whatever the umask says. An error speaks of the folder: nobody asked for the
// file.
func createTemp(folder string) (*os.File, error) {
	for n := 0; ; n++ {
		f, err := os.OpenFile(fmt.Sprintf("%s.parallax-%d-%d", folder, os.Getpid(), n), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && n < mostTemps {
			continue
		}
		if p, ok := errors.AsType[*fs.PathError](err); ok {
			err = fmt.Errorf("folder %s: %w", filepath.Clean(folder), p.Err)
		}
		return f, err
	}
}

// temporary matches the names of createTemp.
var temporary = lazyregexp.New(`^\.parallax-\d+-\d+$`)

// abandoned is how old a temporary file must be to be nobody's any more. One
// that is being written is as old as what was last written to it.
const abandoned = 24 * time.Hour

// sweep removes what programs that were killed left in a folder.
func sweep(folder string) {
	f, err := os.Open(folder)
	if err != nil {
		return
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1) // what could be listed is enough
	for _, name := range names {
		if !temporary.MatchString(name) {
			continue
		}
		info, err := os.Lstat(folder + name)
		if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			os.Remove(folder + name)
		}
	}
}

// syncFolder brings a new name down to the disk. Some systems cannot, and the
// file is there without it.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		f.Close()
	}
}
