package ui

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// TestNoteIsKept holds that a note that is being typed when the reader has to
// stop is kept as if it had been accepted.
func TestNoteIsKept(t *testing.T) {
	dir := t.TempDir()
	d := noting(t, 120, 20, dir)
	d.press("j", "b")
	d.typed("ask the port authority")
	if said := d.m.keepTyped(); said != ", what you typed was saved" {
		t.Errorf("it says %q", said)
	}
	text, err := os.ReadFile(d.m.options.Folders.Notebook())
	if err != nil || !strings.Contains(string(text), `"note":"ask the port authority"`) {
		t.Errorf("the bookmarks are %q, %v", text, err)
	}
	file := d.m.options.Folders.Notebook()
	if os.Remove(file) != nil || os.Mkdir(file, 0o777) != nil {
		t.Fatal("no folder in the place of the file")
	}
	if said := d.m.keepTyped(); !strings.HasPrefix(said, ", what you typed was lost: ") {
		t.Errorf("it says %q", said)
	}
}

// bare returns a reader of articles without a sentence: both, the left or the
// right one; and one whose pair was not compared yet, and one of which it cannot
// be.
func bare(t *testing.T, which string) *drive {
	t.Helper()
	var articles []*corpus.Article
	for i := range harbour {
		articles = append(articles, testArticle(i))
	}
	for side, name := range []string{"left", "right"} {
		if which == name || which == "both" {
			articles[side] = &corpus.Article{Path: articles[side].Path}
		}
	}
	deck, err := session.New(articles, []story.Story{{Articles: []int{0, 1, 2}}})
	if err != nil {
		t.Fatal(err)
	}
	deck.Compare = testCompare
	d := &drive{t: t, m: newModel(deck, Options{Dir: t.TempDir(), Folders: keep.Folders{Data: t.TempDir()}, Environ: []string{"EDITOR=ed"}})}
	switch which {
	case "waiting":
		d.hold = true
	case "failed":
		deck.Compare = func(context.Context, *diffview.Prepared, *diffview.Prepared) (*diffview.Comparison, error) {
			return nil, errors.New("no")
		}
	}
	d.do(d.m.Init())
	return d
}

// TestNothingToRead presses every key of the reader, and in every screen the
// keys that do something there, where there is no page or one without a
// sentence: nothing panics, and what asks for a sentence says that there is none.
func TestNothingToRead(t *testing.T) {
	usual := keys.New()
	var inScreens []string
	for _, c := range usual.Topics[len(usual.Topics)-1].Commands {
		inScreens = append(inScreens, c.Keys...)
	}
	for _, which := range []string{"both", "left", "right", "waiting", "failed"} {
		for _, view := range layout.Views {
			d := bare(t, which)
			d.send(tea.WindowSizeMsg{Width: 120, Height: 14})
			d.ask(screen.Perform(keys.ViewAction(view)))
			for _, topic := range usual.Topics {
				for _, c := range topic.Commands {
					do, ok := commands()[c.Action]
					if !ok || c.Action == keys.Quit {
						continue
					}
					d.ask(screen.Perform(c.Action))
					if d.m.message == "" && which == "both" && do.needs != noPage && d.m.top() == nil && c.Action != keys.CopySummary &&
						!strings.Contains("next-sentence previous-sentence line-down line-up half-page-down half-page-up page-down page-up to-start to-end", string(c.Action)) {
						t.Errorf("%s without a sentence says nothing", c.Action)
					}
					d.screen()
					if d.m.top() != nil {
						for _, key := range append([]string{"x", "g"}, inScreens...) {
							if d.m.top() == nil {
								break
							}
							d.press(key)
							d.screen()
						}
						d.press("h", "ctrl+u", "down", "up", "h", "backspace", "down", "esc", "esc", "esc")
						d.screen()
					}
					d.m.message = ""
				}
			}
		}
	}
}

// TestEmptiedQuery goes to the next find after what was searched for has been
// taken back.
func TestEmptiedQuery(t *testing.T) {
	for _, keys := range []string{"/ f i s h e ctrl+u down", "/ f i s h e ctrl+u up", "/ f i s h e backspace backspace backspace backspace backspace down", "/ f i s h e enter n / ctrl+u down esc n", "/ f i s h e ctrl+u enter n N"} {
		d := open(t, 120, 20, Options{})
		for _, key := range strings.Fields(keys) {
			d.press(key)
			d.screen()
		}
	}
}
