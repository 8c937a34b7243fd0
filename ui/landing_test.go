package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/ui/session"
)

// TestFirstScreen holds that the sample corpus opens on the page of its first
// story, the same at each start, that a conflict is on the first screen, and that
// two keys read it in its pair.
func TestFirstScreen(t *testing.T) {
	var first string
	for start := range 3 {
		c, err := sample.Open()
		if err != nil {
			t.Fatal(err)
		}
		deck, err := session.New(c.Articles, story.Content.Stories(c.Articles))
		if err != nil {
			t.Fatal(err)
		}
		d := &drive{t: t, m: newModel(deck, Options{Dir: t.TempDir()})}
		d.m.landing = true
		d.do(d.m.Init())
		d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		switch screen := d.screen(); {
		case start == 0:
			first = screen
		case screen != first:
			t.Fatalf("start %d shows\n%s\nand the first showed\n%s", start+1, screen, first)
		}
		if start > 0 {
			continue
		}
		for _, want := range []string{"●", "!", "·", "12 conflicts", "what each says"} {
			if !strings.Contains(first, want) {
				t.Errorf("the first screen has no %q:\n%s", want, first)
			}
		}
		d.press("c", "enter")
		if p := d.m.pageRead(); p == nil || p.CountConflicts() == 0 || !strings.Contains(d.status(), "! ") {
			t.Errorf("two keys do not read a conflict:\n%s", d.screen())
		}
	}
}
