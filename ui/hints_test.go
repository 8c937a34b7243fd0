package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/corpustest"
)

// TestHintsAreWhole holds that at no width a key is named without what it does.
func TestHintsAreWhole(t *testing.T) {
	for _, key := range []string{"", "j", "?", "p", "m", "s", "e", ":", "/", "ctrl+f"} {
		d := open(t, 120, 20, Options{})
		if key != "" {
			d.press(key)
		}
		for width := 12; width < 140; width += corpustest.Step(1) {
			d.send(tea.WindowSizeMsg{Width: width, Height: 20})
			lines := strings.Split(d.screen(), "\n")
			for _, line := range lines[len(lines)-2:] {
				if key == "" && strings.Contains(line, "…") || strings.Contains(lines[len(lines)-1], "…") {
					t.Errorf("after %q at %d columns it says %q", key, width, line)
				}
			}
		}
	}
}

// TestHelpIsWhole holds that at the usual widths nothing of the help is cut.
func TestHelpIsWhole(t *testing.T) {
	for width := 60; width <= 200; width += 20 {
		d := open(t, width, 200, Options{})
		d.press("?")
		if s := d.screen(); strings.Contains(s, "…") {
			t.Errorf("at %d columns the help is cut:\n%s", width, s)
		}
	}
}

// TestNothingThere holds that a key which changes nothing says so, and a list
// that has nothing.
func TestNothingThere(t *testing.T) {
	d := open(t, 120, 20, Options{})
	d.press("]", "z")
	if s := d.status(); !strings.HasPrefix(s, "nothing to fold") {
		t.Errorf("without a sentence that agrees z says %q", s)
	}
	d = open(t, 120, 20, Options{})
	d.press("]", "]", "f")
	if s := d.status(); !strings.HasPrefix(s, "nothing to show: both pages") {
		t.Errorf("without furniture f says %q", s)
	}
	d.press("p", "q", "q", "q")
	if s := d.screen(); !strings.Contains(s, "no matches") || strings.Contains(s, "outlet") {
		t.Errorf("a list without rows is\n%s", s)
	}
}

// TestSharesAlike holds that both sides say in the same form how much they
// share.
func TestSharesAlike(t *testing.T) {
	for width := 30; width < 140; width++ {
		d := open(t, width, 24, Options{})
		forms := make(map[string]bool)
		for _, line := range strings.Split(d.screen(), "\n")[:5] {
			for _, f := range []string{"% only here", "% differ", " %"} {
				if n := strings.Count(line, f); n == 1 {
					forms[f] = !forms[f] // told by the line of one side, and then of the other
				}
			}
		}
		for f, odd := range forms {
			if odd {
				t.Errorf("at %d columns only one side says %q:\n%s", width, f, d.screen())
			}
		}
	}
}

// TestClickAnswers holds that a click ends the greeting, as a key does: the line
// below the text tells of the sentence that was clicked.
func TestClickAnswers(t *testing.T) {
	d := open(t, 120, 36, Options{})
	d.send(tea.MouseClickMsg{X: 10, Y: 7, Button: tea.MouseLeft})
	if s := d.status(); !strings.Contains(s, "both count people") {
		t.Errorf("after a click it says %q", s)
	}
}
