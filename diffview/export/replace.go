package export

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace writes the file at path, replacing one that is there: the file
// changes wholly or not at all. What is no regular file, such as /dev/stdout,
// is written to. Errors are one sentence that names the file.
func Replace(path string, write func(io.Writer) error) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("cannot write %s: it is a folder; name a file in it", path)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		return write(f)
	}
	temp, err := writeTemp(filepath.Dir(path), filepath.Base(path), write)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	if err := os.Rename(temp, path); err != nil {
		os.Remove(temp)
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return nil
}

// Create writes a new file at path: it appears whole or not at all. A file that
// is there already stays as it is, and the error is fs.ErrExist. Other errors
// are one sentence that names the file.
func Create(path string, write func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("cannot write %s: %w", path, fs.ErrExist)
	}
	temp, err := writeTemp(filepath.Dir(path), filepath.Base(path), write)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	defer os.Remove(temp)
	if err := publish(temp, path); err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return nil
}
