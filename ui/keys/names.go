package keys

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// keyNames are the keys that are more than a letter, as Bubble Tea names them.
var keyNames = strings.Fields(`space enter tab esc backspace delete insert home end pgup pgdown up down left right
	f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12`)

// spellings are other common names of keys.
var spellings = sync.OnceValue(func() map[string]string {
	return map[string]string{" ": "space", "return": "enter", "escape": "esc", "del": "delete", "pgdn": "pgdown", "pagedown": "pgdown", "pageup": "pgup",
		"↑": "up", "↓": "down", "←": "left", "→": "right"}
})

// Name returns a key as Bubble Tea names it.
func Name(key string) string {
	at := strings.LastIndex(strings.TrimSuffix(key, "+"), "+") + 1
	if name, ok := spellings()[key[at:]]; ok {
		return key[:at] + name
	}
	return key
}

// Unusable says why a text does not name a key that can be pressed, "" if it
// does.
func Unusable(key string) string {
	if key == "" {
		return "it is empty"
	}
	if key == "ctrl+c" {
		return "it always quits"
	}
	name, shift, other := Name(key), false, false
	for _, modifier := range []string{"ctrl+", "alt+", "shift+"} { // the order in which Bubble Tea writes them
		if rest, ok := strings.CutPrefix(name, modifier); ok && rest != "" {
			name = rest
			shift = shift || modifier == "shift+"
			other = other || modifier != "shift+"
		}
	}
	letter := utf8.RuneCountInString(name) == 1
	switch {
	case letter && shift && !other:
		return "write the shifted letter itself, like G"
	case letter, slices.Contains(keyNames, name):
		return ""
	}
	return "a key is one character, or one of " + strings.Join(keyNames[:16], " ") + " f1 … f12, optionally after ctrl+, alt+, shift+ in this order"
}
