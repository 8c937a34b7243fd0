// Package hyperlink makes addresses and paths links on terminals that have them
// (OSC 8). What goes in comes from articles and file systems: only addresses of
// the web and files that exist become links, in plain ASCII, and everything else
// stays the text that it is.
package hyperlink

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
)

// maxTarget is the longest target that is linked, in bytes: terminals have such
// limits.
const maxTarget = 2000

// Web returns the target of an address of the web, "" for anything else.
func Web(address string) string { return target(corpus.WebAddress(address)) }

// File returns the target of a file, with the name of this computer: on another
// one, reached over SSH, a terminal must not open its own. It returns "" for what
// is no regular file.
func File(path string) string {
	abs, err := filepath.Abs(path)
	if path == "" || err != nil {
		return ""
	}
	if info, err := os.Stat(abs); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	host, err := os.Hostname()
	if err != nil {
		return ""
	}
	slashed := filepath.ToSlash(abs)
	if runtime.GOOS == "windows" {
		slashed = "/" + slashed
	}
	return target((&url.URL{Scheme: "file", Host: host, Path: slashed}).String())
}

// target returns an address as a link can have it: what is not ASCII in percents,
// "" where there is anything that a terminal could act upon.
func target(address string) string {
	var b strings.Builder
	for i := range len(address) {
		switch c := address[i]; {
		case c <= ' ' || c == 0x7f:
			return ""
		case c > 0x7f:
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	if b.Len() > maxTarget {
		return ""
	}
	return b.String()
}

// Text returns a text as a link to a target, as it is without one.
func Text(text, target string) string {
	if target == "" || text == "" {
		return text
	}
	return ansi.SetHyperlink(target) + text + ansi.ResetHyperlink()
}

// Supported reports whether a kind of terminal, as TERM has it, can be sent links.
// Nearly all show the plain text where they have none; these do not.
func Supported(term string) bool { return term != "" && term != "dumb" && term != "linux" }
