package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// drawn is what a terminal keeps of all that is sent to it: which modes are on,
// and what no program should send.
type drawn struct {
	count int             // bytes
	on    map[string]bool // modes: "?1049", and "keys" for each way of reporting keys
	harm  []string
	last  []byte // the end of it, as it was sent

	rest []byte // a sequence or a character that is not whole yet
}

// Sizes in bytes.
const (
	lastBytes     = 1 << 16
	longestString = 1 << 24 // of what is copied
)

func (d *drawn) write(b []byte) {
	d.count += len(b)
	d.last = append(d.last, b...)
	if len(d.last) > 2*lastBytes {
		d.last = append([]byte(nil), d.last[len(d.last)-lastBytes:]...)
	}
	b = append(d.rest, b...)
	for len(b) > 0 {
		n := d.one(b)
		if n == 0 {
			break
		}
		b = b[n:]
	}
	d.rest = append([]byte(nil), b...)
}

// one takes the character or the sequence that b begins with, and returns its
// bytes; 0 when it is not whole.
func (d *drawn) one(b []byte) int {
	if b[0] != 0x1B {
		if !utf8.FullRune(b) {
			return 0
		}
		r, n := utf8.DecodeRune(b)
		// Outside of the program's own screen the terminal echoes what is typed.
		if d.on["?1049"] && acts(r) {
			d.harms("the character %U", r)
		}
		return n
	}
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '[':
		end := bytes.IndexFunc(b[2:], func(r rune) bool { return r < ' ' || r > '?' })
		if end < 0 {
			return 0
		}
		d.control(string(b[2:2+end]), b[2+end])
		return 2 + end + 1
	case ']', 'P', '_', '^', 'X':
		return d.longString(b)
	}
	return 2
}

// acts reports whether a terminal acts upon a character, or shows what stands
// beside it elsewhere.
func acts(r rune) bool {
	switch {
	case r == '\r', r == '\n', r == '\b', r == '\t':
		return false
	case r < ' ', r >= 0x7F && r < 0xA0:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x2028, r == 0x2029:
		return true
	}
	return false
}

// control takes a control sequence.
func (d *drawn) control(parameters string, final byte) {
	switch {
	case strings.Contains(parameters, evilNumber):
		d.harms("the sequence CSI %s %c", parameters, final)
	case strings.HasPrefix(parameters, "?") && (final == 'h' || final == 'l'):
		for _, mode := range strings.Split(parameters[1:], ";") {
			d.turns("?"+mode, final == 'h')
		}
	case strings.HasPrefix(parameters, ">4") && final == 'm':
		d.turns("keys modified", strings.HasPrefix(parameters, ">4;") && !strings.HasSuffix(parameters, ";0"))
	case strings.HasPrefix(parameters, ">") && final == 'u':
		d.turns("keys of kitty", true)
	case strings.HasPrefix(parameters, "<") && final == 'u':
		d.turns("keys of kitty", false)
	}
}

// turns notes that a mode is on or off.
func (d *drawn) turns(mode string, on bool) {
	if d.on == nil {
		d.on = make(map[string]bool)
	}
	d.on[mode] = on
}

var colour = regexp.MustCompile(`^\]1[01];#[0-9a-f]{6}$`)

// target is where links may lead: to the web, to a file, or to nowhere, which ends
// a link.
var target = regexp.MustCompile(`^(?:(?:https?|file)://[!-~]*)?$`)

// longString takes a sequence that ends with a terminator. The program asks for
// the background, sets it and copies; titles, links and the like are not its own.
func (d *drawn) longString(b []byte) int {
	bell, st := bytes.IndexByte(b, 0x07), bytes.Index(b, []byte("\x1b\\"))
	end, n := bell, bell+1
	if bell < 0 || st >= 0 && st < bell {
		end, n = st, st+2
	}
	if end < 0 {
		if len(b) > longestString {
			d.harms("a string without an end")
			return len(b)
		}
		return 0
	}
	said := string(b[1:end])
	link, isLink := strings.CutPrefix(said, "]8;")
	switch copied, isCopy := strings.CutPrefix(said, "]52;c;"); {
	case isLink:
		_, to, _ := strings.Cut(link, ";")
		d.turns("link", to != "")
		if !target.MatchString(to) {
			d.harms("a link to %.60q", to)
		}
	case said == "]11;?":
	case colour.MatchString(said): // of text or ground, which 110 and 111 give back
		d.turns("colour "+said[1:3], true)
	case said == "]110", said == "]111":
		d.turns("colour 1"+said[3:], false)
	case isCopy:
		if _, err := base64.StdEncoding.DecodeString(copied); err != nil {
			d.harms("a copy that is not in base 64")
		}
	default:
		d.harms("the sequence ESC %.60q", said)
	}
	return n
}

func (d *drawn) harms(format string, args ...any) {
	if len(d.harm) < 5 {
		d.harm = append(d.harm, fmt.Sprintf(format, args...))
	}
}

// restored returns which modes are not as they are in a new terminal.
func (d *drawn) restored() error {
	for _, mode := range slices.Sorted(maps.Keys(d.on)) {
		if d.on[mode] != (mode == "?25" || mode == "?7") { // the cursor is shown, lines wrap
			return fmt.Errorf("the terminal is left with mode %s %v", mode, d.on[mode])
		}
	}
	if len(d.rest) > 0 && d.rest[0] == 0x1B { // anything else is what the terminal itself echoes
		return fmt.Errorf("the terminal is left in the middle of %.60q", d.rest)
	}
	return nil
}
