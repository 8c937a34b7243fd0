package export

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Replace writes the file at path, replacing one that is there: the file
// changes wholly or not at all. What is no regular file, such as /dev/stdout,
// is written to. Errors are one sentence that names the file.
func Replace(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
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
