package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/session"
)

// TestPaletteGuesses types the names of commands wrongly: what they are like is
// named and listed, unless something is called so.
func TestPaletteGuesses(t *testing.T) {
	d := open(t, 120, 36, Options{})
	for typed, want := range map[string]string{"sotry": "did you mean “story”?", "swpa sides": "did you mean “swap sides”?", "bokmark": "did you mean “bookmark”?", "swap": "", "xyzzy": ""} {
		d.press(":")
		d.typed(typed)
		screen := d.screen()
		if want == "" && strings.Contains(screen, "did you mean") || !strings.Contains(screen, want) {
			t.Errorf("after %q:\n%s", typed, screen)
		}
		d.press("esc")
	}
	d.press(":")
	d.typed("swpa")
	d.press("enter")
	if got := d.m.deck.Wanted(); got != (session.Pair{1, 0}) {
		t.Errorf("the command that was meant was not done: %v is read", got)
	}
}

// TestPalette finds a command by its name and does it, and closes from the
// help above it one screen at a time.
func TestPalette(t *testing.T) {
	d := open(t, 120, 24, Options{})
	d.press(":", "s", "w", "a", "p", "enter")
	if d.m.top() != nil || d.m.deck.Wanted() != (session.Pair{1, 0}) {
		t.Errorf("swap brings %v:\n%s", d.m.deck.Wanted(), d.screen())
	}
	d.press(":", "f1")
	if !strings.Contains(d.line(-1), "commands › help") {
		t.Errorf("with two screens open the last line is %q", d.line(-1))
	}
	d.press("esc")
	if d.m.top() == nil || d.m.top().Name() != "commands" {
		t.Error("esc closes more than the help")
	}
	d.send(tea.WindowSizeMsg{Width: 60, Height: 9})
	d.screen()
	d.send(tea.PasteMsg{Content: "no such command\n"})
	d.press("enter")
	if d.m.top() == nil || !strings.Contains(d.line(0), "0 of ") {
		t.Errorf("nothing passes, and yet:\n%s", d.screen())
	}
	d.press("esc")
	if d.m.top() != nil {
		t.Error("esc does not close the commands")
	}
}
