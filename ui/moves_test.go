package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/story"
	"parallax/ui/keep"
	"parallax/ui/session"
)

// storyLists says which stories there are, by the numbers of their articles.
func storyLists(d *drive) string {
	var all []string
	for _, s := range d.m.deck.All() {
		var members []string
		for _, i := range s.Articles {
			members = append(members, string(rune('0'+i)))
		}
		all = append(all, strings.Join(members, ""))
	}
	return strings.Join(all, " ")
}

// TestMove takes an article out of its story, finds that kept when the reader is
// opened again, puts it back, and splits a story in two.
func TestMove(t *testing.T) {
	dir := t.TempDir()
	d := noting(t, 120, 20, dir)
	pair := d.m.deck.Wanted()
	d.press("S")
	if s := d.screen(); !strings.Contains(s, "move Lorne Herald to") || !strings.Contains(s, "a story of its own") {
		t.Fatalf("S opens:\n%s", s)
	}
	d.press("enter")
	if got := storyLists(d); got != "12 0" {
		t.Errorf("the stories are %s, want 12 0", got)
	}
	if !strings.Contains(d.status(), "in a story of its own now") {
		t.Errorf("it says %q", d.status())
	}
	if got := d.m.deck.Wanted(); got != pair {
		t.Errorf("the pair is %v, want %v: the reader stays with what is read", got, pair)
	}

	d = noting(t, 120, 20, dir)
	if got := storyLists(d); got != "12 0" {
		t.Errorf("after the reader was opened again the stories are %s", got)
	}
	d.m.deck.Open(pair)
	d.press("S")
	d.typed("back to where")
	d.press("enter")
	if got := storyLists(d); got != "012" {
		t.Errorf("put back, the stories are %s", got)
	}

	d.press("S")
	d.typed("with the article")
	d.press("enter")
	if got := storyLists(d); got != "2 01" && got != "2 10" {
		t.Errorf("split, the stories are %s", got)
	}
	text, err := os.ReadFile(filepath.Join(dir, "data", "moves.jsonl"))
	if err != nil || strings.Count(string(text), "\n") != 2 {
		t.Errorf("kept is %q, %v", text, err)
	}

	d.press("S")
	d.press("down")
	d.press("enter")
	if got := storyLists(d); got != "20 1" && got != "02 1" {
		t.Errorf("moved to the other story, the stories are %s:\n%s", got, d.screen())
	}
}

// TestMovesOutliveGrouping: when the files have been read anew, what was moved is
// still where it was moved to; a move of what is gone is passed over.
func TestMovesOutliveGrouping(t *testing.T) {
	dir := t.TempDir()
	if err := keep.ChangeMoves(filepath.Join(dir, "data", "moves.jsonl"), "gone", keep.Move{Article: "gone", With: "away"}); err != nil {
		t.Fatal(err)
	}
	d := noting(t, 120, 20, dir)
	d.press("S", "enter")
	again, err := session.New(d.m.deck.Articles, []story.Story{{Articles: []int{0, 1, 2}}})
	if err != nil {
		t.Fatal(err)
	}
	d.m.exchange(d.m.moves.Regroup(again))
	if got := storyLists(d); got != "12 0" {
		t.Errorf("the stories are %s", got)
	}
}

// TestNoFolderForMoves: where nothing can be kept, that is said, and nothing moves.
func TestNoFolderForMoves(t *testing.T) {
	d := open(t, 120, 20, Options{})
	d.press("S")
	if got := storyLists(d); got != "012" || !strings.Contains(d.status(), "no folder to keep this in") {
		t.Errorf("the stories are %s, it says %q", got, d.status())
	}
}
