package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// maxCopies is how many files of one name Save makes before it says that
// something is wrong.
const maxCopies = 9999

// Save writes a file into a folder and returns its path. An existing file is
// never replaced: the new one is then called name-2, name-3, … before its
// extension. The file appears whole or not at all, also when two programs save
// at a time. Errors are one sentence that names the file; nothing is left behind.
func Save(dir, name string, write func(io.Writer) error) (path string, err error) {
	if name != filepath.Base(name) || strings.ContainsAny(name, `/\`) {
		return "", fmt.Errorf("cannot save as %q: want a file name without a folder", name)
	}
	temp, err := writeTemp(folderOf(filepath.Join(dir, name)), nil, write)
	if err != nil {
		return "", cannot("save", filepath.Join(dir, name), err)
	}
	defer os.Remove(temp)
	ext := filepath.Ext(name)
	for n := 1; n <= maxCopies; n++ {
		path = filepath.Join(dir, name)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext))
		}
		err = publish(temp, path)
		if err == nil {
			syncFolder(folderOf(path))
			return path, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", cannot("save", path, err)
		}
	}
	return "", fmt.Errorf("cannot save %s: %d files of that name already exist", filepath.Join(dir, name), maxCopies)
}

// publish gives the file at temp the name path, unless that is taken: then
// the error is fs.ErrExist.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// The file system has no links. Whoever creates the name owns it, and may
	// replace it.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	f.Close()
	if err := os.Rename(temp, path); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}
