package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// formats are the ways to write a T, by the name that --format takes; the first
// is the default. Adding one is a line in such a table.
type formats[T any] []struct {
	name  string
	write func(w *bufio.Writer, what T) error
}

// names returns the names of the formats, the default first.
func (all formats[T]) names() (names []string) {
	for _, f := range all {
		names = append(names, f.name)
	}
	return names
}

// write writes what in the named format. An error is one of w, or says that
// there is no such format.
func (all formats[T]) write(w io.Writer, what T, name string) error {
	for _, f := range all {
		if f.name == name {
			b := bufio.NewWriter(w)
			if err := f.write(b, what); err != nil {
				return err
			}
			return b.Flush()
		}
	}
	return fmt.Errorf("unknown format %q; want one of: %s", name, strings.Join(all.names(), ", "))
}
