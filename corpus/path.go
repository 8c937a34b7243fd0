package corpus

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"parallax/corpus/clean"
)

// Printable returns a text as one line that is safe to display: see
// clean.Printable. OnDisk finds the file of a path that is shown so.
func Printable(s string) string { return clean.Printable(s) }

// OnDisk returns the path of the file or folder that a reader means by a path:
// the path itself where there is such a file, or else, if there is exactly one,
// the file that is shown so. Where there is none it returns the path.
func OnDisk(path string) string {
	if _, err := os.Lstat(path); err == nil || path == "" || !signed(path) {
		return path
	}
	dir, name := filepath.Split(strings.TrimSuffix(path, "/"))
	if dir = OnDisk(dir); dir != "" && !os.IsPathSeparator(dir[len(dir)-1]) {
		dir += string(filepath.Separator)
	}
	if _, err := os.Lstat(dir + name); err == nil {
		return dir + name
	}
	f, err := os.Open(cmp.Or(dir, "."))
	if err != nil {
		return path
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1) // what could be listed is enough
	found := ""
	for _, n := range names {
		if Printable(n) != name {
			continue
		}
		if found != "" {
			return path
		}
		found = n
	}
	if found == "" {
		return path
	}
	return dir + found
}

// signed reports whether a path holds a sign that Printable puts in the place of
// something else.
func signed(path string) bool {
	return strings.Contains(path, "<0x") || strings.Contains(path, "<U+") ||
		strings.ContainsFunc(path, func(r rune) bool { return r >= 0x2400 && r <= 0x2421 })
}
