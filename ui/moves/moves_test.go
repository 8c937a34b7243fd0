package moves

import (
	"path/filepath"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/screen/screentest"
	"parallax/ui/session"
)

// An article that is moved is in another story at once, is written in the
// background, and is there when the file is read again.
func TestMove(t *testing.T) {
	articles, stories := screentest.Pier()
	deck, err := session.New(articles, stories)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "moves.jsonl")
	m, err := Read(file, keep.Names{Sample: true})
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	s := m.List(deck, 0, 1, diffview.Right, func(what string) tea.Cmd {
		said = what
		return nil
	})
	s.Fit(screentest.Canvas(80, 24))
	_, asked := s.Update(keys.Press("enter"))
	write := asked(&screentest.Reader{})
	if said != "in a story of its own now" || write == nil {
		t.Fatalf("it says %q", said)
	}
	alone := func(m *Moves) bool { return slices.Equal(m.Regroup(deck).StoryOf(0), []int{0}) }
	if !alone(m) {
		t.Errorf("the article is still in the story %v", m.Regroup(deck).StoryOf(0))
	}
	if problem, next := m.Take(write().(Written)); problem != "" || next != nil {
		t.Errorf("written, it says %q", problem)
	}
	again, err := Read(file, keep.Names{Sample: true})
	if err != nil || !alone(again) {
		t.Errorf("read again, the article is in the story %v, %v", again.Regroup(deck).StoryOf(0), err)
	}
}
