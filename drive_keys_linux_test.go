package main

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"parallax/ui/keys"
)

// A stroke is one key, or what else comes from a terminal.
type stroke struct {
	name   string
	bytes  string
	joined bool          // the next is sent in the same write
	size   [2]uint16     // the columns and rows that the terminal changes to; 0 for no change
	pause  time.Duration // afterwards
}

// named returns strokes as one reads them, those of one write in brackets.
func named(strokes []stroke) string {
	var b strings.Builder
	inside := false
	for _, k := range strokes {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if k.joined && !inside {
			b.WriteByte('[')
		}
		b.WriteString(k.name)
		if inside && !k.joined {
			b.WriteByte(']')
		}
		inside = k.joined
	}
	return b.String()
}

// sequences are the keys that are not a letter, as Bubble Tea names them, with
// what a terminal sends for them.
var sequences = map[string]string{
	"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"insert": "\x1b[2~", "delete": "\x1b[3~", "f1": "\x1bOP",
	// Not a lone ESC, which would be read together with what follows it.
	"esc": "\x1b[27u",
}

// editing are the keys of a field, of any program.
var editing = strings.Fields(`left right home end backspace delete ctrl+left ctrl+right alt+left alt+right
	ctrl+delete alt+delete alt+backspace alt+b alt+f alt+d ctrl+a ctrl+b ctrl+d ctrl+e ctrl+f ctrl+h ctrl+k ctrl+n
	ctrl+p ctrl+t ctrl+u ctrl+v ctrl+w ctrl+y up down alt+c alt+l alt+u`)

// moving are the keys of lists.
var moving = strings.Fields("up up down down ctrl+n ctrl+p pgup pgdown left right")

// typed are what is typed or pasted into fields: nothing, much, several
// scripts, what takes no cell and what takes two, and what must not be shown.
// None has a slash: no path leads out of the folder.
var typed = []string{"a", "gondola", "word ", "the ", "harbour office", "Six", "é", "e\u0301", "漢字", "👩‍👩‍👧", "\u0301\u0301", "zzz", "*", "..", "~", "2", "  ",
	"\u202eevil\u2066", "\x1b]0;evil\x07", "a\x1b[" + evilNumber + "mb", "\x00\x01\x7f\u009b", "\xff\xfe", "line\nline\r\ttab", strings.Repeat("long ", 300)}

// A keyboard draws strokes.
type keyboard struct {
	*rand.Rand
	bound []string // every key of the reader
}

func newKeyboard(r *rand.Rand) *keyboard {
	k := &keyboard{Rand: r}
	for _, row := range strings.Split(keys.Table(), "\n")[2:] {
		cells := strings.Split(strings.ReplaceAll(row, "`|`", "` `"), " | ")
		for _, key := range keyNames.FindAllStringSubmatch(cells[0], -1) {
			k.bound = append(k.bound, pressable(key[1])...)
		}
	}
	return k
}

var keyNames = regexp.MustCompile("`([^`]+)`")

// pressable returns the keys that the table of keys writes in one way.
func pressable(key string) []string {
	switch key {
	case "1–9":
		return strings.Split("123456789", "")
	case "↑", "↓", "←", "→":
		return []string{map[string]string{"↑": "up", "↓": "down", "←": "left", "→": "right"}[key]}
	case "pgdn":
		return []string{"pgdown"}
	}
	return []string{key}
}

// TestEveryKeyIsPressed shows that the driver knows what a terminal sends for
// every key that the reader knows.
func TestEveryKeyIsPressed(t *testing.T) {
	bound := newKeyboard(rand.New(rand.NewPCG(1, 1))).bound
	if len(bound) < 60 {
		t.Errorf("the table of keys has %d: %q", len(bound), bound)
	}
	for _, key := range append(bound, editing...) {
		if sent(key) == "" {
			t.Errorf("what does a terminal send for %q?", key)
		}
	}
}

// sent returns what a terminal sends for a key, "" when that is not known.
func sent(key string) string {
	if s := sequences[key]; s != "" {
		return s
	}
	held, name, holds := strings.Cut(key, "+")
	plain := sequences[name]
	switch {
	case !holds && len([]rune(key)) == 1:
		return key
	case held == "ctrl" && len(name) == 1:
		return string(name[0] & 0x1F)
	case held == "alt" && len(name) == 1, held == "alt" && name == "backspace":
		return "\x1b" + name[:len(name)-len(plain)] + plain
	case !holds || plain == "":
		return ""
	}
	number := map[string]string{"alt": "3", "ctrl": "5"}[held]
	if head, ok := strings.CutSuffix(plain, "~"); ok {
		return head + ";" + number + "~"
	}
	return "\x1b[1;" + number + plain[len(plain)-1:]
}

// press returns the stroke of a key.
func press(key string) stroke {
	s := stroke{name: key, bytes: sent(key)}
	if key == "/" {
		// Never into the field of a path, where it would lead out of the folder.
		s = stroke{name: "esc esc esc /", bytes: strings.Repeat(sent("esc"), 3) + "/"}
	}
	return s
}

// next returns the strokes that are pressed next, most of them one.
func (k *keyboard) next() []stroke {
	var all []stroke
	switch n := k.IntN(100); {
	case n < 55:
		all = append(all, k.command())
	case n < 65:
		all = append(all, press(oneOf(k, editing)))
	case n < 82:
		all = k.field()
	case n < 87:
		all = k.letters()
	case n < 92:
		all = append(all, k.mouse())
	case n < 94:
		all = append(all, k.paste())
	case n < 96:
		all = append(all, k.answer())
	case n < 98:
		size := oneOf(k, [][2]uint16{{1, 1}, {2, 2}, {300, 100}, {80, 24}, {20, 5}, {120, 36}, {300, 1}, {1, 100}, {200, 60}, {uint16(1 + k.IntN(300)), uint16(1 + k.IntN(100))}})
		all = append(all, stroke{name: fmt.Sprintf("%d×%d", size[0], size[1]), size: size})
	default:
		all = append(all, stroke{name: "pause", pause: time.Duration(k.IntN(60)) * time.Millisecond})
	}
	burst := k.IntN(4) > 0
	for i := range all {
		all[i].joined = burst && all[i].pause == 0 && all[i].size == [2]uint16{}
	}
	return all
}

// command returns a key of the reader. Those that end it or hand the terminal
// to another program are rare.
func (k *keyboard) command() stroke {
	for {
		key := oneOf(k, k.bound)
		if strings.Contains(" q ctrl+c ctrl+z E ", " "+key+" ") && k.IntN(10) > 0 {
			continue
		}
		return press(key)
	}
}

// field opens one of the fields, types into it, edits what was typed, empties
// it and goes about in what it lists.
func (k *keyboard) field() []stroke {
	all := append([]stroke{press("esc"), press(oneOf(k, strings.Fields("/ / ctrl+f p s b B e : m")))}, k.letters()...)
	for range k.IntN(6) {
		switch k.IntN(6) {
		case 0:
			all = append(all, k.letters()...)
		case 1, 2:
			all = append(all, press(oneOf(k, editing)), press(oneOf(k, editing)))
		case 3:
			all = append(all, press(oneOf(k, moving)))
		case 4:
			for _, key := range strings.Fields(oneOf(k, []string{"ctrl+u", "ctrl+e ctrl+u", "ctrl+a ctrl+k", "home alt+d", "end ctrl+w"})) {
				all = append(all, press(key))
			}
		case 5:
			all = append(all, k.paste())
		}
		all = append(all, press(oneOf(k, moving)))
	}
	return append(all, press(oneOf(k, strings.Fields("enter enter esc tab"))))
}

// letters types a word.
func (k *keyboard) letters() (all []stroke) {
	for _, r := range typed[k.IntN(13)] {
		name := string(r)
		if r == ' ' {
			name = "space"
		}
		all = append(all, stroke{name: name, bytes: string(r)})
	}
	return all
}

func (k *keyboard) mouse() stroke {
	button := oneOf(k, []int{0, 0, 0, 1, 2, 32, 64, 64, 65, 65, 66, 67, 35, 128})
	x, y, up := k.IntN(320), k.IntN(110), "M"
	if k.IntN(3) == 0 {
		up = "m"
	}
	return stroke{name: fmt.Sprintf("mouse(%d,%d,%d%s)", button, x, y, up), bytes: fmt.Sprintf("\x1b[<%d;%d;%d%s", button, x, y, up)}
}

func (k *keyboard) paste() stroke {
	text := oneOf(k, typed)
	return stroke{name: fmt.Sprintf("paste(%.40q)", text), bytes: "\x1b[200~" + text + "\x1b[201~"}
}

// answer returns what terminals send unasked, or late, or cut off.
func (k *keyboard) answer() stroke {
	s := oneOf(k, []string{"\x1b[I", "\x1b[O", "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b[?2026;2$y", "\x1b[?1u", "\x1b[?62;4c", "\x1b[12;40R",
		"\x1bP1+r5463\x1b\\", "\x1b[97;5u", "\x1b[27;5;13~", "\x1b[", "\x1b", "\x1b[1;", "\x1b[M !!", "\xe2\x82", "\x1b[?997;1n", "\x1b[57441u", "\x1b[<0;1", "\x1b[99999999999999999999A"})
	return stroke{name: fmt.Sprintf("%q", s), bytes: s, pause: time.Duration(k.IntN(2)*60) * time.Millisecond}
}

func oneOf[T any](k *keyboard, all []T) T { return all[k.IntN(len(all))] }
