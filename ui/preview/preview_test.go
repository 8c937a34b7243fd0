package preview

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"
)

// article returns an article of some text.
func article(outlet, title, text string) *corpus.Article {
	a := &corpus.Article{Path: outlet + ".txt", Text: text, Sentences: prose.Sentences(text)}
	a.Meta.Outlet = corpus.Field[string]{Value: outlet, From: "front matter"}
	a.Meta.Title = corpus.Field[string]{Value: title, From: "front matter"}
	a.Meta.Published = corpus.Field[time.Time]{Value: time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC), From: "front matter"}
	return a
}

func canvas(width, height int) screen.Canvas {
	return screen.Canvas{Canvas: list.Canvas{Width: width, Height: height, Theme: look.New(true, false, colorprofile.TrueColor)}}
}

// TestArticle shows the beginning of an article and a place within it.
func TestArticle(t *testing.T) {
	text := "Ferry halted at Lorne\n\nThe ferry was halted on Tuesday. No one was hurt.\n\n"
	for n := range 60 {
		text += fmt.Sprintf("Paragraph %d waits for the harbour master.\n\n", n)
	}
	a := article("Lorne Herald", "Ferry halted at Lorne", text)
	begins := Article(canvas(48, 20), a, Begin, "version 1/2")
	shown := ansi.Strip(strings.Join(begins, "\n"))
	want := " Ferry halted at Lorne\n Lorne Herald · 10 Mar 2026 · version 1/2\n\n The ferry was halted on Tuesday. No one was\n hurt.\n\n Paragraph 0 waits"
	if !strings.HasPrefix(shown, want) {
		t.Errorf("an article begins with\n%s\nwant\n%s", shown, want)
	}
	within := strings.Join(Article(canvas(48, 20), a, 30, ""), "\n")
	if s := look.New(true, false, colorprofile.TrueColor).As(look.Strong, "Paragraph"); !strings.Contains(within, s) || strings.Contains(ansi.Strip(within), "halted on") {
		t.Errorf("a sentence in its surroundings is\n%s", within)
	}
	for _, lines := range [][]string{begins, Article(canvas(30, 5), a, 40, ""), Article(canvas(44, 0), a, Begin, ""), Article(canvas(44, 9), &corpus.Article{Path: "empty.txt"}, Begin, "")} {
		if len(lines) > 20 {
			t.Errorf("%d lines", len(lines))
		}
	}
	if got := len(Article(canvas(30, 5), a, 40, "")); got > 5 {
		t.Errorf("%d lines where there is room for 5", got)
	}
}

// TestStory shows what the articles of a story report, before and after they were
// compared, in no more lines than there are and none too wide.
func TestStory(t *testing.T) {
	members := []*corpus.Article{
		article("Lorne Herald", "Ferry halted at Lorne", "Six people were hurt when the ferry ran aground at Lorne on Tuesday.\n\nThe harbour stays closed for a week, the port authority said.\n"),
		article("Coast Courier", "Ferry aground", "Eight people were hurt when the ferry ran aground at Lorne on Tuesday.\n\nThe port authority said the harbour stays closed for a week.\n"),
		article("Island Post", "Aground", "The ferry ran aground at Lorne on Tuesday and six people were hurt.\n"),
	}
	before := ansi.Strip(strings.Join(Story(canvas(48, 30), members, nil), "\n"))
	if !strings.Contains(before, "not compared yet") || !strings.Contains(before, members[2].Name()) {
		t.Errorf("before anything is compared:\n%s", before)
	}
	pairings := make(map[coverage.Pair]coverage.Pairing)
	for _, p := range []coverage.Pair{{0, 1}, {0, 2}, {1, 2}} {
		pairings[p] = coverage.Extract(compared(t, members[p[0]], members[p[1]]))
	}
	table := coverage.Gather(members, pairings)
	for _, height := range []int{0, 1, 5, 12, 30} {
		lines := Story(canvas(48, height), members, table)
		if len(lines) > height {
			t.Errorf("%d lines where there is room for %d", len(lines), height)
		}
		for _, line := range lines {
			if ansi.StringWidth(line) > 48 {
				t.Errorf("%q is too wide", ansi.Strip(line))
			}
		}
	}
	after := ansi.Strip(strings.Join(Story(canvas(48, 40), members, table), "\n"))
	for _, want := range []string{"conflicts\n !    number: ‘six’ vs ‘eight’", "reported by most\n 2/2"} {
		if !strings.Contains(strings.ToLower(after), want) {
			t.Errorf("there is no %q:\n%s", want, after)
		}
	}
}

func compared(t *testing.T, left, right *corpus.Article) *diffview.Comparison {
	t.Helper()
	c, err := diffview.Compare(t.Context(), diffview.Prepare(left), diffview.Prepare(right))
	if err != nil {
		t.Fatal(err)
	}
	return c
}
