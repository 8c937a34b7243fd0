package keys

import (
	"slices"
	"strings"

	"parallax/ui/label"

	tea "charm.land/bubbletea/v2"
)

// codes returns the keys that are more than a letter, by their names.
func codes() map[string]rune {
	return map[string]rune{"space": tea.KeySpace, "enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace,
		"delete": tea.KeyDelete, "insert": tea.KeyInsert, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
		"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12}
}

// Press returns the message of a key that is pressed, by its name as Bubble Tea
// has it.
func Press(name string) tea.KeyPressMsg {
	var press tea.Key
	for _, m := range []struct {
		name string
		mod  tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, m.name); ok && rest != "" {
			name = rest
			press.Mod |= m.mod
		}
	}
	if code, ok := codes()[name]; ok {
		press.Code = code
	} else if runes := []rune(name); len(runes) > 0 {
		press.Code, press.Text = runes[0], name
	}
	if press.Code == tea.KeySpace {
		press.Text = " "
	}
	if press.Mod != 0 {
		press.Text = ""
	}
	return tea.KeyPressMsg(press)
}

// Pressed returns the first key of an action as it is pressed; false when it has
// none.
func (k *Map) Pressed(do Action) (press tea.KeyPressMsg, ok bool) {
	c := k.named[do]
	if c == nil || len(c.Keys) == 0 {
		return press, false
	}
	return Press(c.Keys[0]), true
}

// atPane comes before the pane, where an action is asked of one.
const atPane = "@"

// At returns an action as it is asked of the pane on a side, for what is clicked.
func (do Action) At(side int) string { return string(do) + atPane + label.Sides[side] }

// Aimed returns the action that a click asks for, and of which pane, if of one.
func Aimed(click string) (do Action, side int, ofPane bool) {
	action, pane, ofPane := strings.Cut(click, atPane)
	return Action(action), max(0, slices.Index(label.Sides[:], pane)), ofPane
}
