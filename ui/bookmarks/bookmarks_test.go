package bookmarks

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parallax/diffview"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/screen"
	"parallax/ui/screen/screentest"
	"parallax/ui/session"
)

// harbour returns the bookmarks of a story, none yet, and its deck, turned to the
// first pair.
func harbour(t *testing.T) (*Book, *session.Deck) {
	deck, err := session.New(screentest.Pier())
	if err != nil {
		t.Fatal(err)
	}
	deck.Take(deck.Work(deck.Wanted())().(session.ComparedMsg))
	r, ok := deck.Reading(deck.Wanted())
	if !ok {
		t.Fatal("the pair is not compared")
	}
	b := New(filepath.Join(t.TempDir(), "notebook.jsonl"), keep.Names{Sample: true})
	b.Turn(r)
	return b, deck
}

// do presses a key in a screen, and has what it asks for done; it returns the
// screen to go on with.
func do(b *Book, s screen.Screen, key string, reader *screentest.Reader) screen.Screen {
	s, asked := s.Update(keys.Press(key))
	if asked == nil {
		return s
	}
	if cmd := asked(reader); cmd != nil {
		reader.Said, _, _ = b.Take(cmd().(Changed))
		b.Turn(b.page.of)
	}
	return s
}

// A sentence is marked with a note, which is said where it is read and exported;
// the list leads to it and removes it.
func TestMark(t *testing.T) {
	b, deck := harbour(t)
	at := session.Cursor{Side: diffview.Right, Sentence: 1}
	s := b.Mark(at)
	s.Fit(screentest.Canvas(100, 24))
	var reader screentest.Reader
	for _, key := range []string{"a", "s", "k", "enter"} {
		s = do(b, s, key, &reader)
	}
	if s != nil || !strings.HasPrefix(reader.Said, "◆ saved") {
		t.Errorf("kept, it says %q", reader.Said)
	}
	notes := b.Notes()
	if len(notes) != 1 || notes[0].Text != "ask" || notes[0].Side != at.Side || notes[0].Sentence != at.Sentence {
		t.Errorf("the notes are %v", notes)
	}
	if here := b.Here(at); len(here) != 3 || here[1].Text != "ask" {
		t.Errorf("at the sentence it says %v", here)
	}
	if b.Here(session.Cursor{}) != nil || b.Pair() != nil {
		t.Error("there are bookmarks that nobody made")
	}
	list, elsewhere := b.List(deck)
	if list == nil || elsewhere != "" {
		t.Fatalf("nothing is listed; elsewhere %q", elsewhere)
	}
	list.Fit(screentest.Canvas(100, 24))
	if shown := ansi.Strip(strings.Join(list.Lines(), "\n")); !strings.Contains(shown, "ask") {
		t.Errorf("the list is\n%s", shown)
	}
	if do(b, list, "enter", &reader); reader.Pair != deck.Wanted() {
		t.Errorf("the list leads to %v", reader.Pair)
	}
	if do(b, list, "ctrl+x", &reader); len(b.Notes()) > 0 || reader.Said != "bookmark removed" {
		t.Errorf("removed, it says %q, and there are %v", reader.Said, b.Notes())
	}
}

// Where a bookmark cannot be kept, its dialogue comes back with what was typed.
func TestNotKept(t *testing.T) {
	b, _ := harbour(t)
	b.file = filepath.Join(b.file, "in", "\x00")
	s := b.Mark(session.Cursor{})
	s.Fit(screentest.Canvas(100, 24))
	_, asked := s.Update(keys.Press("enter"))
	said, back, _ := b.Take(asked(&screentest.Reader{})().(Changed))
	if back != s || !strings.HasPrefix(said, "not saved: ") {
		t.Errorf("it says %q and %v comes back", said, back)
	}
}
