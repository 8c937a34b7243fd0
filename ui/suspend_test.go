package ui

import (
	"strings"
	"testing"

	"parallax/ui/keep"
)

// TestSuspendAsked presses ctrl+z on the page, in every dialogue, and where no
// shell waits.
func TestSuspendAsked(t *testing.T) {
	d := open(t, 120, 36, Options{})
	if d.press("ctrl+z"); !d.suspended {
		t.Error("on the page it is not suspended")
	}
	for _, key := range []string{"/", ":", "p", "s", "m", "ctrl+f", "b", "e", "?"} {
		d := open(t, 120, 36, Options{Folders: keep.Folders{Data: t.TempDir()}})
		d.press(key)
		if d.press("ctrl+z"); d.suspended || d.m.top() == nil {
			t.Errorf("after %s it is suspended", key)
		}
	}
	d = open(t, 120, 36, Options{})
	d.m.shellWaits = func() bool { return false }
	if d.press("ctrl+z"); d.suspended || !strings.Contains(d.status(), "cannot suspend: no shell") {
		t.Errorf("without a shell it says %q", d.status())
	}
}
