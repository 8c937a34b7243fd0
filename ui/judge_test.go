package ui

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/judge"
	"parallax/ui/session"
)

// judged starts a reader with a judge that says of every pair that the first
// sentences report the same and conflict.
func judged(t *testing.T, fail string) (*drive, *atomic.Int32) {
	t.Helper()
	d := open(t, 120, 16, Options{})
	var asked atomic.Int32
	d.m.deck.AskAfter = 0
	d.m.deck.Judge = func(ctx context.Context, c *diffview.Comparison) *diffview.Comparison {
		asked.Add(1)
		who := diffview.Judgement{Name: "ada"}
		if fail != "" {
			return judge.Fail(c, who, fail)
		}
		words := [2]string{}
		for side, a := range c.Articles {
			first := 0
			for !a.Sentences[first].Kind.Compared() {
				first++
			}
			words[side] = strings.Fields(a.Sentences[first].Of(a.Text))[0]
		}
		f, err := judge.Check(c, fmt.Sprintf(`{"links":[{"left":1,"right":1,"grade":"core","relation":"differ"},{"left":2,"right":2,"grade":"core","relation":"detail"},{"left":3,"right":2,"grade":"core","relation":"detail"},{"left":2,"right":1,"grade":"core","relation":"detail"}],
			"conflicts":[{"left":1,"right":1,"left_words":%q,"right_words":%q,"kind":"other","grade":"core","reason":"told otherwise"}]}`, words[0], words[1]))
		if err != nil || len(f.Dropped) > 0 {
			t.Error(err, f.Dropped)
		}
		return judge.Merge(c, f, who)
	}
	return d, &asked
}

// The pair is read as the words have it until the judge's answer comes. That
// leaves the reader at the same sentence, on the same line.
func TestJudgedInTheBackground(t *testing.T) {
	d, asked := judged(t, "")
	d.hold = true
	d.press("j", "j", "j", "j", "j", "j")
	d.do(d.m.deck.Fetch())
	wanted := d.m.deck.Wanted()
	if !d.m.deck.Asking(wanted) || d.m.pageRead() == nil || d.m.pageRead().Judged != nil {
		t.Fatal("the pair is not read while the judge is asked")
	}
	d.send(nil)
	if !strings.Contains(d.screen(), "asking the judge") {
		t.Errorf("nothing says that the judge is asked:\n%s", d.screen())
	}
	at, line := d.m.viewport.Cursor, d.m.viewport.Page.Extent(d.m.viewport.Cursor).First-d.m.viewport.Top
	d.release()
	p := d.m.pageRead()
	if p.Judged == nil || len(p.Conflicts) == 0 {
		t.Fatal("the answer did not come to the page")
	}
	if now := d.m.viewport.Page.Extent(d.m.viewport.Cursor).First - d.m.viewport.Top; d.m.viewport.Cursor != at || now != line {
		t.Errorf("the reader was at %v on line %d and is at %v on line %d", at, line, d.m.viewport.Cursor, now)
	}
	if n := asked.Load(); n != 2 {
		t.Errorf("%d pairs were asked about, want the one that is read and the next", n)
	}
	d.press("g")
	if s := d.screen(); !strings.Contains(s, "told otherwise (judge ada)") || !strings.Contains(s, "1j") {
		t.Errorf("the screen does not show who says so:\n%s", s)
	}
	d.press("]")
	if n := asked.Load(); n != 3 || d.m.pageRead().Judged == nil {
		t.Errorf("%d pairs were asked about at the second", n)
	}
}

// An answer moves rows above the sentence that is read and below it: the sentence
// stays on its line wherever one is, as far as the page goes.
func TestJudgedKeepsTheLine(t *testing.T) {
	kept := 0
	for down := range 12 {
		d, _ := judged(t, "")
		d.send(tea.WindowSizeMsg{Width: 60, Height: 12})
		d.hold = true
		for range down {
			d.press("j")
		}
		d.do(d.m.deck.Fetch())
		d.send(nil)
		v := &d.m.viewport
		at, line := v.Cursor, v.Page.Extent(v.Cursor).First-v.Top
		d.release()
		top := v.Page.Extent(at).First - line
		if v.Page.Judged == nil || top < 0 || top > len(v.Page.Laid)-v.Height {
			continue // the page ends before that
		}
		kept++
		if v.Cursor != at || v.Page.Extent(at).First-v.Top != line {
			t.Errorf("%d down: the reader was at %v on line %d and is at %v on line %d", down, at, line, v.Cursor, v.Page.Extent(v.Cursor).First-v.Top)
		}
	}
	if kept < 3 {
		t.Errorf("the line could be kept %d times", kept)
	}
}

// A judge without an answer costs a line, is not asked again about the pair, and
// leaves the comparison as it is.
func TestJudgeFails(t *testing.T) {
	d, asked := judged(t, "the server is asleep")
	before := len(d.m.pageRead().Links)
	d.do(d.m.deck.Fetch())
	d.do(d.m.deck.Fetch())
	d.send(nil)
	if n := asked.Load(); n != 2 || len(d.m.pageRead().Links) != before || !strings.Contains(d.m.pageRead().Limited, "the server is asleep") {
		t.Errorf("asked %d times; %q", n, d.m.pageRead().Limited)
	}
}

// Esc, stepping on and leaving give up a question; an answer that comes after that
// changes nothing.
func TestJudgeGivenUp(t *testing.T) {
	for name, keys := range map[string][]string{"esc": {"esc"}, "stepping on": {"]", "]"}, "leaving": {"q"}} {
		d, asked := judged(t, "")
		d.hold = true
		first := d.m.deck.Wanted()
		d.do(d.m.deck.Fetch())
		d.press(keys...)
		if d.m.deck.Asking(first) {
			t.Errorf("%s: the judge is still asked", name)
		}
		late := d.held
		d.held = nil
		d.hold = false
		for _, cmd := range late {
			msg := cmd().(session.ComparedMsg)
			d.m.deck.Take(msg)
		}
		if r, ok := d.m.deck.Reading(first); ok && r.Judged != nil {
			t.Errorf("%s: a late answer changed the pair", name)
		}
		if asked.Load() == 0 {
			t.Errorf("%s: nobody was asked", name)
		}
	}
}

// Without a judge nothing is asked, and nothing of one is on the screen.
func TestNoJudge(t *testing.T) {
	d := open(t, 120, 30, Options{})
	d.press("j", "]", "g")
	if s := d.screen(); strings.Contains(s, "judge") || d.m.deck.Asking(d.m.deck.Wanted()) {
		t.Error(s)
	}
}
