package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/page"
	"parallax/ui/session"
	"parallax/ui/settings"
)

// height returns the line of the screen on which a sentence of the flowing view
// begins.
func height(r *page.Viewport, c session.Cursor) int {
	p, top := r.Page.Of(c.Side), r.Top
	if p != r.Page {
		top = r.Beside
	}
	return p.Extent(c).First - top
}

// TestFlowIsLevel reads a long story's pair in the flowing view in every way,
// and holds that the best partner of what is read stands at its height, and
// that for a sentence without a partner the other pane keeps still or, when
// the page scrolls, scrolls along.
func TestFlowIsLevel(t *testing.T) {
	d := readers(t, 2, 1000)
	d.press("v")
	r := &d.m.viewport
	partnered := func(p *page.Page, c session.Cursor) bool { return len(p.Partners(c)) > 0 }
	for i, key := range strings.Fields("j j j j tab j j k ctrl+e ctrl+e space j j enter k pgup d d D c C o j j j G k k k g j j x j j j j j") {
		was := *r
		d.press(key)
		c, _ := d.m.cursor()
		switch partners := r.Page.Partners(c); {
		case key == "tab" || key == "enter" && partnered(was.Page, was.Cursor):
			if r.Page != was.Page.Other {
				t.Fatalf("key %d, %s, does not go to the other pane", i, key)
			}
		case len(partners) > 0:
			if own, theirs := height(r, c), height(r, partners[0].Cursor); own != theirs {
				t.Fatalf("key %d, %s: %v is on line %d, its partner on %d", i, key, c, own, theirs)
			}
		case key == "j" || key == "k":
			if r.Beside-was.Beside != r.Top-was.Top {
				t.Fatalf("key %d, %s: the other pane moves by %d, this one by %d", i, key, r.Beside-was.Beside, r.Top-was.Top)
			}
		}
		d.screen()
	}
}

// TestFlowIsInOrder reads both articles of the first pair from the first to the
// last sentence in the flowing view.
func TestFlowIsInOrder(t *testing.T) {
	for _, side := range []diffview.Side{diffview.Left, diffview.Right} {
		d := open(t, 120, 14, Options{Settings: settings.Settings{View: "flow"}})
		if side == diffview.Right {
			d.press("tab")
		}
		d.press("g", "f")
		for i := range d.m.article(int(side)).Sentences {
			if c, _ := d.m.cursor(); c != (session.Cursor{Side: side, Sentence: i}) {
				t.Fatalf("sentence %d of side %d: reading %v", i, side, c)
			}
			d.press("j")
		}
	}
}

// TestTurningMovesNothing goes to the partner and back: only what is marked
// changes.
func TestTurningMovesNothing(t *testing.T) {
	d := readers(t, 2, 1000)
	d.press("v", "space", "space", "d")
	for _, key := range []string{"enter", "enter", "tab", "tab"} {
		c, _ := d.m.cursor()
		partners := d.m.viewport.Page.Partners(c)
		if len(partners) == 0 {
			t.Fatal("the sentence has no partner")
		}
		own, theirs := height(&d.m.viewport, c), height(&d.m.viewport, partners[0].Cursor)
		d.press(key)
		if a, b := height(&d.m.viewport, c), height(&d.m.viewport, partners[0].Cursor); a != own || b != theirs {
			t.Errorf("after %s what was on lines %d and %d is on %d and %d", key, own, theirs, a, b)
		}
	}
}

// TestViewKeepsThePlace goes through the views, folds and sizes: what is read
// stays what is read, and on the screen.
func TestViewKeepsThePlace(t *testing.T) {
	d := readers(t, 2, 1000)
	d.press("space", "space", "d")
	at, _ := d.m.cursor()
	for _, key := range strings.Fields("v v v f v z v z v f f z z") {
		d.press(key)
		c, _ := d.m.cursor()
		if e := d.m.viewport.Page.Extent(c); !e.Folded && c != at {
			t.Errorf("after %s %v is read, not %v", key, c, at)
		}
		if !strings.Contains(d.screen(), "▌") {
			t.Errorf("after %s the sentence is not on the screen", key)
		}
	}
	for _, size := range [][2]int{{60, 20}, {200, 12}, {250, 70}, {20, 5}, {200, 60}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if c, _ := d.m.cursor(); c != at {
			t.Errorf("at %v %v is read, not %v", size, c, at)
		}
		d.screen()
	}
}

// TestFold folds what agrees, goes over it, opens one fold and closes it.
func TestFold(t *testing.T) {
	old := harbour
	defer func() { harbour = old }()
	harbour[0].text = "1 Six people were hurt.\n2 The quay is closed.\n3 The sea was calm.\n4 Nobody slept in town."
	harbour[1].text = "1 Eight people were hurt.\n2 The quay is closed.\n3 The sea was calm.\n5 The mayor came."
	for _, view := range layout.Views {
		d := open(t, 120, 20, Options{Settings: settings.Settings{View: view.Name}})
		d.press("z")
		if s := d.screen(); !strings.Contains(s, "2 sentences agree") || strings.Contains(s, "quay") || !strings.Contains(s, "hurt") || !strings.Contains(s, "Nobody") {
			t.Errorf("view %s: folded, there is\n%s", view.Name, s)
		}
		d.press("g", "j")
		if view == layout.Unified {
			d.press("j")
		}
		if !strings.Contains(d.line(-1), "enter open") {
			t.Fatalf("view %s: the fold is not stopped at:\n%s", view.Name, d.screen())
		}
		d.press("enter")
		if s := d.screen(); strings.Contains(s, "2 sentences agree") && view != layout.Flowing || !strings.Contains(s, "quay") || !d.reads("The quay") {
			t.Errorf("view %s: opened, there is\n%s", view.Name, s)
		}
		d.press("esc")
		if s := d.screen(); strings.Contains(s, "quay") {
			t.Errorf("view %s: closed, there is\n%s", view.Name, s)
		}
		d.press("z")
		if !d.reads("The quay") {
			t.Errorf("view %s: unfolded, %v is read", view.Name, d.m.viewport.Cursor)
		}
	}
}
