package keys

import "testing"

// TestPress holds that each key of the table, and each that a configuration can
// name, is pressed as it is called.
func TestPress(t *testing.T) {
	var all []string
	for _, topic := range New().Topics {
		for _, c := range topic.Commands {
			all = append(all, c.Keys...)
			if press, ok := New().Pressed(c.Action); ok != (len(c.Keys) > 0) || ok && press.String() != c.Keys[0] {
				t.Errorf("%s is asked for by %q, not by %v", c.Action, press, c.Keys)
			}
		}
	}
	for name := range codes() {
		all = append(all, name, "ctrl+"+name, "ctrl+alt+shift+"+name)
	}
	for _, name := range append(all, "é", "Ж", "ctrl+alt+x") {
		if got := Press(name).String(); got != name {
			t.Errorf("%q is pressed as %q", name, got)
		}
	}
}
