package ui

import (
	"os"
	"path/filepath"
	"testing"

	"parallax/diffview/layout"
	"parallax/ui/keys"
	"parallax/ui/settings"
)

// TestSettingsCount holds that what is configured is what one gets.
func TestSettingsCount(t *testing.T) {
	s := settings.Settings{View: "unified", Narrow: 60, Measure: 40, Keys: map[keys.Action][]string{keys.ChangeView: {"."}}}
	d := open(t, 120, 24, Options{Settings: s})
	if d.m.viewport.Page.Key.View != layout.Unified {
		t.Error("the initial view is another")
	}
	d.press("v")
	if d.m.viewport.Page.Key.View != layout.Unified {
		t.Error("v still changes the view")
	}
	d.press(".")
	if p := d.m.viewport.Page; p.Key.View == layout.Unified || p.Left != 40 || p.Right != 40 {
		t.Errorf(". brings the view %s with panes of %d and %d, want two of 40", p.Key.View, p.Left, p.Right)
	}
	d = open(t, 70, 24, Options{Settings: s})
	d.press(".")
	if d.m.viewport.Page.Key.View == layout.Unified {
		t.Error("at 70 columns there are not two panes")
	}
}

// configured returns a file with a configuration.
func configured(t *testing.T, text string) string {
	file := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}
