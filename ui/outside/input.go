package outside

import (
	"bytes"
	"io"
	"os"
	"runtime"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// What a terminal sends around a paste.
const (
	beginPaste = "\x1b[200~"
	endPaste   = "\x1b[201~"
)

// pasteSilence is how long a paste may pause before one more key is no part of
// it: a terminal sends all of it in one go, a slow line in pieces of more than
// one key.
const pasteSilence = time.Second

// typing is the least time between keys that are pressed one after another.
const typing = 100 * time.Millisecond

// NewInput returns what a terminal sends.
func NewInput(terminal *os.File) io.Reader { return &terminalInput{File: terminal, now: time.Now} }

// A terminalInput is what a terminal sends. Bubble Tea takes everything after
// the beginning of a paste as pasted until its end comes, and where that is lost
// no key would be heard again: then the next one that is pressed ends it.
type terminalInput struct {
	*os.File
	pasting bool      // a paste has begun and not ended
	tail    []byte    // the last bytes, in which one of the marks may have begun
	last    time.Time // when they came
	poured  time.Time // when something last came that was not typed
	now     func() time.Time
}

// Read reads as a file does. There is always room left for the end of a paste:
// the next read may wait for the next key.
func (in *terminalInput) Read(p []byte) (int, error) {
	if len(p) <= len(endPaste) {
		return in.File.Read(p)
	}
	n, err := in.File.Read(p[:len(p)-len(endPaste)])
	now := in.now()
	typed := isKey(p[:n]) && now.Sub(in.last) > typing
	in.last = now
	if !typed {
		in.poured = now
	}
	if in.pasting && (interrupts(p[:n]) || typed && now.Sub(in.poured) > pasteSilence) {
		copy(p[len(endPaste):], p[:n])
		n += copy(p, endPaste)
	}
	in.follow(p[:n])
	return n, err
}

// follow finds out whether a paste is under way after some bytes.
func (in *terminalInput) follow(p []byte) {
	in.tail = append(in.tail, p...)
	begin, end := bytes.LastIndex(in.tail, []byte(beginPaste)), bytes.LastIndex(in.tail, []byte(endPaste))
	if begin != end {
		in.pasting = begin > end
	}
	in.tail = append(in.tail[:0], in.tail[max(0, len(in.tail)-len(beginPaste)+1):]...)
}

// interrupts reports whether bytes that came together are ctrl+c, as old
// terminals and those with the keyboard protocol of kitty send it.
func interrupts(p []byte) bool { return string(p) == "\x03" || string(p) == "\x1b[99;5u" }

// isKey reports whether bytes that came together are one key: a character, or
// one short escape sequence.
func isKey(p []byte) bool {
	if len(p) > 1 && p[0] == '\x1b' {
		return len(p) <= 16 && bytes.IndexByte(p[1:], '\x1b') < 0 && string(p) != beginPaste && string(p) != endPaste
	}
	return len(p) > 0 && utf8.RuneCount(p) == 1
}

// TerminalFile returns the terminal that a program with an input is driven from:
// the file that it is, or for none that of the process; nil where Bubble Tea has
// to find it.
func TerminalFile(input io.Reader) *os.File {
	f, ok := input.(*os.File)
	if input == nil {
		f, ok = os.Stdin, true
	}
	switch {
	case runtime.GOOS == "windows" || !ok: // a console there is no file
		return nil
	case input == nil && !term.IsTerminal(f.Fd()): // the articles come from there
		if f, _, err := tea.OpenTTY(); err == nil {
			return f
		}
		return nil
	}
	return f
}
