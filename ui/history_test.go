package ui

import (
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/sample"
	"parallax/corpus/story"
	"parallax/diffview"
)

// openSample starts the reader on the sample corpus with true comparisons, at
// the first pair that has an article with versions.
func openSample(t *testing.T, width, height int) *drive {
	t.Helper()
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	d := openCorpus(t, width, height, c.Articles, story.Group(c.Articles))
	d.m.deck.Clear()
	d.m.deck.Compare = diffview.Compare
	d.do(d.m.deck.Fetch())
	return d
}

// TestVersionsAsALog keeps the log of the sample's versions, and goes through
// it: to a change below the screen, into the two versions at its sentence, back.
func TestVersionsAsALog(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {20, 5}} {
		d := openSample(t, size[0], size[1])
		d.press("V", "down")
		golden(t, fmt.Sprintf("versions-%dx%d", size[0], size[1]), d.screen())
		d.press("G")
		if s := d.screen(); !strings.Contains(s, "▌") {
			t.Errorf("at the end the selected change is out of view:\n%s", s)
		}
		d.press("g", "down", "enter")
		if len(d.m.screens) > 0 || !d.reads(`"I'm sorry for every minute`) || d.m.article(1).Path != "sample/gondola-northlight-2.md" {
			t.Errorf("enter does not open the changed quotation:\n%s", d.screen())
		}
		d.press("V", "esc")
		if len(d.m.screens) > 0 {
			t.Error("esc does not close the log")
		}
	}
}

// Below two versions the reader is told what was changed in a sentence, by kind and
// number, and above them what was changed in all.
func TestSaysWhatChanged(t *testing.T) {
	d := openSample(t, 200, 36)
	d.press("V", "enter", "esc")
	for !d.reads("The gondola is one of") {
		before := d.m.viewport.Cursor
		if d.press("j"); d.m.viewport.Cursor == before {
			t.Fatalf("the sentence is not there:\n%s", d.screen())
		}
	}
	for _, want := range []string{"changed: other words 2", "5 updates", "changed: number 1, name 2, sureness 1, saying 2, quotation 1, other words 5"} {
		if s := d.screen(); !strings.Contains(s, want) {
			t.Errorf("%q is not said:\n%s", want, s)
		}
	}
}
