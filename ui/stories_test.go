package ui

import (
	"os"
	"strings"
	"testing"
)

// TestStoryOrders holds that the list of stories says what was found in those
// that were compared, and can be ordered by it.
func TestStoryOrders(t *testing.T) {
	d := twoStories(t)
	d.press("!", "esc", "s")
	if heads := d.line(2); !strings.Contains(heads, "shared") || !strings.Contains(heads, "conflicts") {
		t.Errorf("the columns are %q", heads)
	}
	d.press("ctrl+o")
	if first := d.line(0); !strings.Contains(first, "most conflicts first") {
		t.Errorf("ordered it says %q", first)
	}
	d.press("ctrl+o", "ctrl+o", "ctrl+o")
	if first := d.line(0); strings.Contains(first, "most") {
		t.Errorf("as before it says %q", first)
	}
}

// TestConflictsExported holds that the list of conflicts can be kept.
func TestConflictsExported(t *testing.T) {
	dir := t.TempDir()
	d := open(t, 120, 36, Options{Dir: dir})
	d.press("!", "ctrl+e")
	data, err := os.ReadFile(dir + "/conflicts.md")
	if err != nil || !strings.Contains(string(data), "both count people") {
		t.Errorf("%v:\n%s", err, data)
	}
	if !strings.Contains(d.screen(), "written to") {
		t.Errorf("nothing says so:\n%s", d.screen())
	}
}

// TestNextStoryOffered holds that the last pair of a story is not left unawares:
// the key says which story is next, and pressed again goes there.
func TestNextStoryOffered(t *testing.T) {
	d := twoStories(t)
	last := d.m.deck.Count() - 1
	for range last {
		d.press("]")
	}
	d.press("]")
	if at := d.m.deck.Position(); at.Story != 0 || at.Pair != last || !strings.Contains(d.status(), "] again opens “") {
		t.Fatalf("at %+v it says %q", at, d.status())
	}
	if d.press("k", "]"); d.m.deck.Position().Story != 0 {
		t.Error("another key does not take the offer away")
	}
	if d.press("]"); d.m.deck.Position().Story != 1 {
		t.Error("pressed again it does not go on")
	}
	if d.press("[", "["); d.m.deck.Position().Story != 0 {
		t.Error("it does not come back")
	}
}

// twoStories opens two stories of a few articles each.
func twoStories(t *testing.T) *drive {
	articles, stories := invented(6, 3)
	return openCorpus(t, 160, 36, articles, stories)
}

// TestBackToAllScreens holds that who opened a pair from a list over another
// screen comes back to both.
func TestBackToAllScreens(t *testing.T) {
	d := open(t, 120, 36, Options{})
	d.press("a", "!", "enter")
	if d.m.top() != nil {
		t.Fatalf("no pair is open:\n%s", d.screen())
	}
	for _, want := range []string{"conflicts", "story"} {
		if d.press("esc"); d.m.top() == nil || d.m.top().Name() != want {
			t.Fatalf("esc does not come back to %s:\n%s", want, d.screen())
		}
	}
}
