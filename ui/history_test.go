package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
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

// TestLogSaysWhatFailed: a history that cannot be had is said, and one that
// comes after its log was closed changes nothing.
func TestLogSaysWhatFailed(t *testing.T) {
	d := openSample(t, 80, 24)
	d.late = true
	d.press("V")
	l := d.m.top().(*log)
	d.send(historyMsg{of: l, err: fmt.Errorf("broken\x1b by a fault")})
	if s := d.screen(); !strings.Contains(s, "broken␛ by a fault") {
		t.Errorf("not said:\n%s", s)
	}
	d.press("esc")
	d.send(historyMsg{of: l})
	if len(d.m.screens) > 0 {
		t.Error("the log came back")
	}
}

// TestWordsOfALog: nothing is lost where lines are wrapped, in scripts without
// spaces too.
func TestWordsOfALog(t *testing.T) {
	for _, text := range []string{"one two three four five", strings.Repeat("東京都は水道を", 9), strings.Repeat("a", 70) + " b"} {
		l := newTestLog(t, 20)
		l.put(3, quiet.Of("sentence 2: … "), strong.Of(text), quiet.Of(", he said."))
		var got strings.Builder
		for _, line := range l.made {
			got.WriteString(strings.TrimSpace(ansi.Strip(line)) + " ")
		}
		want := strings.ReplaceAll("sentence 2: … "+text+", he said.", " ", "")
		if s := strings.ReplaceAll(got.String(), " ", ""); s != want {
			t.Errorf("got %q, want %q", s, want)
		}
	}
}

func newTestLog(t *testing.T, width int) *log {
	d := openSample(t, width, 10)
	l, _ := newLog([]*corpus.Article{d.m.article(0), d.m.article(1)}, []int{0, 1})
	l.Fit(d.m.inner())
	l.made = nil
	return l
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
	for _, want := range []string{"changed: other words 2", "7 updates", "changed: number 1, name 2, sureness 1, saying 2, quotation 1, other words 5"} {
		if s := d.screen(); !strings.Contains(s, want) {
			t.Errorf("%q is not said:\n%s", want, s)
		}
	}
}
