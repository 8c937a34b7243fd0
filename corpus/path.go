package corpus

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Printable returns a text as one line that is safe to show, whoever wrote it:
// a path, a word of the command line, what was pasted. To the system a name is
// bytes; what is not a printable character of UTF-8 is shown by a sign, one for
// each, so that names that differ look different:
//
//	C0 controls, line break and tab too   ␛ ␊ ␉ and the like
//	C1, bidi, zero-width, soft hyphen     <U+202E>
//	a byte that is not UTF-8              <0xE9>
//
// Spaces stay as they are. What is printable stays so, and OnDisk finds the file
// of a path that is shown.
func Printable(s string) string {
	if isClean(s) && !strings.Contains(s, "\n") {
		return s
	}
	var b strings.Builder
	var prev rune // the last character written
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		shown := ""
		switch {
		case r == utf8.RuneError && n == 1:
			shown = fmt.Sprintf("<0x%02X>", s[i])
		case r < ' ':
			shown = string(0x2400 + r)
		case r >= 0x80 && r < 0xA0, r == 0xAD, r == 0x2028, r == 0x2029:
			shown = mark(r)
		default:
			shown = visible(prev, r, next)
		}
		if shown == "" {
			shown = string(r)
		}
		b.WriteString(shown)
		prev, _ = utf8.DecodeLastRuneInString(shown)
		i += n
	}
	return b.String()
}

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
