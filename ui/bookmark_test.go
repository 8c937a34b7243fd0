package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/ui/keep"
	"parallax/ui/session"
)

// noting opens the reader with a folder for bookmarks.
func noting(t testing.TB, width, height int, dir string) *drive {
	t.Helper()
	return open(t, width, height, Options{Paths: []string{"harbour"}, Folders: keep.Folders{Data: filepath.Join(dir, "data")}})
}

// typed types a text letter by letter.
func (d *drive) typed(text string) {
	d.t.Helper()
	for _, r := range text {
		if r == ' ' {
			d.press("space")
			continue
		}
		d.press(string(r))
	}
}

// TestBookmark keeps a sentence with a note, finds it on the page, in the list
// and after the reader was opened again, and removes it.
func TestBookmark(t *testing.T) {
	dir := t.TempDir()
	d := noting(t, 120, 20, dir)
	d.press("d", "b")
	if s := d.screen(); !strings.Contains(s, "─ bookmark this sentence in Lorne Herald ─") || !strings.Contains(s, "Six people were hurt") {
		t.Fatalf("b opens:\n%s", s)
	}
	d.typed("check with police")
	d.press("enter")
	if !strings.Contains(d.status(), "◆ saved") {
		t.Errorf("it says %q", d.status())
	}
	d.press("j")
	if !strings.Contains(d.screen(), "\n◆Six people were hurt") {
		t.Errorf("the sentence has no sign:\n%s", d.screen())
	}
	d.press("k")
	if !strings.HasPrefix(d.status(), "◆ check with police · ! ‘six’ vs") {
		t.Errorf("the sentence is explained with %q", d.status())
	}

	d = noting(t, 120, 20, dir)
	d.press("]", "]", "B")
	if s := d.screen(); !strings.Contains(s, "bookmarks  1 of 1") || !strings.Contains(s, "check with police") || !strings.Contains(s, "Lorne Herald") {
		t.Fatalf("B lists:\n%s", s)
	}
	d.press("enter")
	if !d.reads("Six people were hurt") || d.m.viewport.Page.Pair != (session.Pair{0, 1}) || d.m.top() != nil {
		t.Errorf("enter goes to %v of %v", d.m.viewport.Cursor, d.m.viewport.Page.Pair)
	}
	d.press("b")
	if s := d.screen(); !strings.Contains(s, "note › check with police") {
		t.Errorf("the note is not there to be changed:\n%s", s)
	}
	d.typed("!")
	d.press("enter", "x")
	if !strings.HasPrefix(d.status(), "◆ check with police! · ") {
		t.Errorf("with the sides swapped the sentence is explained with %q", d.status())
	}
	d.press("b", "ctrl+x")
	if len(d.kept()) != 0 || strings.Contains(d.screen(), "◆") || !strings.Contains(d.status(), "bookmark removed") {
		t.Errorf("after ctrl+x there are %v:\n%s", d.kept(), d.screen())
	}
	d.press("B")
	if !strings.Contains(d.status(), "no bookmarks yet: b bookmarks") {
		t.Errorf("without a bookmark B says %q", d.status())
	}
}

// TestBookmarkOfPair keeps a pair: either way round it has the sign.
func TestBookmarkOfPair(t *testing.T) {
	d := noting(t, 120, 20, t.TempDir())
	d.press("]", "b", "down")
	d.typed("compare the tolls")
	d.press("enter")
	for _, key := range []string{"x", "x"} {
		if !strings.Contains(d.screen(), "pair 2 of 3 · 1 conflict · ◆ compare the tolls ──") && !strings.Contains(d.screen(), "· ◆ compare the tolls ──") {
			t.Errorf("the pair has no sign:\n%s", d.screen())
		}
		d.press(key)
	}
	d.press("]")
	if strings.Contains(d.screen(), "◆") {
		t.Errorf("another pair has the sign:\n%s", d.screen())
	}
	d.press("B", "enter")
	if d.m.viewport.Page.Pair != (session.Pair{0, 2}) {
		t.Errorf("enter goes to the pair %v", d.m.viewport.Page.Pair)
	}
	d.press("b", "up", "ctrl+x")
	if d.m.bookmarks.Pair() != nil {
		t.Error("the pair's bookmark stays")
	}
}

// TestBookmarkList keeps several, filters, removes one, and tells of those of
// other folders.
func TestBookmarkList(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "data", "bookmarks.jsonl")
	os.MkdirAll(filepath.Dir(file), 0o777)
	other := `{"article":"/far/away.txt","sentence":2,"hash":"0123","beside":"/far/b.txt","quote":"Elsewhere."}` + "\n"
	if err := os.WriteFile(file, []byte("# not a bookmark\n"+other), 0o666); err != nil {
		t.Fatal(err)
	}
	d := noting(t, 119, 20, dir)
	d.press("B")
	if !strings.Contains(d.status(), "no bookmarks here; 1 in other folders") {
		t.Errorf("with bookmarks of another folder B says %q", d.status())
	}
	d.press("b", "enter", "j", "b", "enter", "G", "b", "enter", "B")
	s := d.screen()
	if !strings.Contains(s, "bookmarks  3 of 3 · 1 in other folders") || strings.Index(s, "Fishermen") > strings.Index(s, "Fire closes Lorne") {
		t.Fatalf("B lists, the latest not first:\n%s", s)
	}
	d.typed("six")
	d.press("ctrl+x", "backspace", "backspace", "backspace")
	if s := d.screen(); !strings.Contains(s, "2 of 2") || strings.Contains(s, "Six people") {
		t.Errorf("ctrl+x on the second leaves:\n%s", s)
	}
	d.press("ctrl+x", "ctrl+x")
	if d.m.top() != nil {
		t.Error("a list without rows stays open")
	}
	text, err := os.ReadFile(file)
	if err != nil || string(text) != "# not a bookmark\n"+other {
		t.Errorf("the file is\n%s%v", text, err)
	}
}

// TestBookmarkOutlives holds a bookmark when its file changes, and tells when
// its sentence has gone.
func TestBookmarkOutlives(t *testing.T) {
	dir := t.TempDir()
	d := noting(t, 119, 20, dir)
	d.press("]", "]")
	d.m.goTo(diffview.Right, 1)
	d.press("b", "enter")
	old := harbour
	defer func() { harbour = old }()
	harbour[2].text = "9 New words before it all.\n" + strings.TrimSpace(old[2].text)
	d = noting(t, 119, 20, dir)
	d.press("B", "enter")
	if !d.reads("Smoke was seen") {
		t.Errorf("with a sentence before it, it is at %v:\n%s", d.m.viewport.Cursor, d.screen())
	}
	harbour[2].text = strings.Replace(old[2].text, "Smoke was", "Flames were", 1)
	d = noting(t, 119, 20, dir)
	d.press("B")
	if !strings.Contains(d.screen(), "(no longer there) Smoke was seen") {
		t.Errorf("without the sentence B lists:\n%s", d.screen())
	}
	_, cmd := d.m.Update(keyPress("enter"))
	if cmd == nil || d.m.top() != nil {
		t.Error("enter does not go to its pair")
	}
}

// TestBookmarksFail holds what is said when they cannot be kept.
func TestBookmarksFail(t *testing.T) {
	d := open(t, 120, 20, Options{})
	d.press("b")
	if !strings.Contains(d.status(), "no folder for bookmarks") {
		t.Errorf("without a folder b says %q", d.status())
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "data"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	d = noting(t, 120, 20, dir)
	d.press("b", "enter")
	if !strings.HasPrefix(d.line(-1), " not saved: cannot write "+filepath.Join(dir, "data", "bookmarks.jsonl")) {
		t.Errorf("where a file is in the way it says %q", d.line(-1))
	}
}

// TestMarkingIsADialogue drives what else the dialogue does, at every size.
func TestMarkingIsADialogue(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {20, 5}, {8, 2}, {3, 1}} {
		d := noting(t, size[0], size[1], t.TempDir())
		d.press("b")
		d.typed("港口 note of some length")
		d.screen()
		d.send(tea.PasteMsg{Content: "pasted\x1b[2J\ntwice"})
		d.press("left", "down", "up", "f1")
		d.screen()
		d.press("esc", "esc")
		if d.m.top() != nil || len(d.kept()) != 0 {
			t.Errorf("at %v esc leaves %v", size, d.kept())
		}
	}
}

func TestCompanion(t *testing.T) {
	d := open(t, 80, 24, Options{}).m.deck
	for i, want := range []int{1, 0, 0} {
		if got := d.Companion(i); got != want {
			t.Errorf("article %d is read beside %d, want %d", i, got, want)
		}
	}
	d.Stories = nil
	for i, want := range []int{1, 0, 0} {
		if got := d.Companion(i); got != want {
			t.Errorf("without a story article %d is read beside %d, want %d", i, got, want)
		}
	}
}

// TestBookmarkScreens keeps what the dialogue, the list and a page with marks
// look like.
func TestBookmarkScreens(t *testing.T) {
	for _, tt := range []struct {
		name          string
		width, height int
		keys          []string
	}{
		{"bookmark-80x24", 80, 24, []string{"d", "b"}},
		{"bookmarks-80x24", 80, 24, []string{"B"}},
		{"bookmarks-200x60", 200, 60, []string{"B"}},
		{"bookmarked-120x36", 120, 36, []string{"j"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := noting(t, tt.width, tt.height, t.TempDir())
			d.press("b", "down")
			d.typed("for the lesson on numbers")
			d.press("enter", "d", "b")
			d.typed("check with the police")
			d.press("enter", "o", "b", "enter", "g")
			d.press(tt.keys...)
			golden(t, tt.name, d.screen())
		})
	}
}

// TestBookmarksAreExported finds the notes of the pair in what is written.
func TestBookmarksAreExported(t *testing.T) {
	d := noting(t, 120, 20, t.TempDir())
	d.press("d", "b")
	d.typed("check with the police")
	d.press("enter", "b", "down", "enter", "x")
	want := []export.Note{{Sentence: -1, Text: "bookmark"}, {Side: diffview.Right, Sentence: 1, Text: "check with the police"}}
	if got := d.m.bookmarks.Notes(); !slices.Equal(got, want) {
		t.Errorf("the notes are %v, want %v", got, want)
	}
	d.press("e", "enter")
	files, _ := filepath.Glob(filepath.Join(d.m.options.Dir, "*.txt"))
	if len(files) != 1 {
		t.Fatalf("written are %q; it says %q", files, d.status())
	}
	text, err := os.ReadFile(files[0])
	if err != nil || !strings.Contains(string(text), "check with the police") {
		t.Errorf("the file has no note: %v\n%s", err, text)
	}
}

// TestNoteIsNotLost keeps a note where nothing can be kept: its dialogue comes
// back with it and says why, however many keys were typed ahead, and keeps it
// when there is room.
func TestNoteIsNotLost(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "data"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	d := noting(t, 120, 20, dir)
	d.press("d", "b")
	d.typed("check")
	for range 2 {
		_, cmd := d.m.Update(keyPress("enter"))
		before := d.m.viewport.Cursor
		if d.press("j"); d.m.viewport.Cursor == before {
			t.Error("a key typed ahead does nothing")
		}
		d.do(cmd)
		if s := d.screen(); !strings.Contains(s, "note › check") || !strings.Contains(s, "not saved: cannot write ") {
			t.Fatalf("where it cannot be kept:\n%s", s)
		}
	}
	os.Remove(filepath.Join(dir, "data"))
	d.press("enter")
	if d.m.top() != nil || !strings.Contains(d.status(), "◆ saved") || d.kept()[0].Note != "check" || !strings.HasPrefix(d.kept()[0].Quote, "Six people") {
		t.Errorf("when there is room:\n%s", d.screen())
	}
}

// TestChangesAreMadeInOrder asks for several changes before the first is made,
// and leaves before any is.
func TestChangesAreMadeInOrder(t *testing.T) {
	for _, leave := range []bool{false, true} {
		dir := t.TempDir()
		d := noting(t, 120, 20, dir)
		var held []tea.Cmd
		update := func(keys ...string) {
			for _, k := range keys {
				_, cmd := d.m.Update(keyPress(k))
				held = append(held, cmd)
			}
		}
		update("d", "b", "o", "n", "e", "enter")
		update("b", "down", "t", "w", "o", "enter")
		update("b", "backspace", "o", "n", "c", "e", "enter")
		if leave {
			if err := d.m.bookmarks.Finish(); err != nil {
				t.Error(err)
			}
		}
		for _, cmd := range slices.Backward(held) {
			d.do(cmd)
		}
		n, err := keep.ReadNotebook(d.m.options.Folders.Notebook())
		var notes []string
		for _, b := range n.Marks() {
			notes = append(notes, b.Note)
		}
		if got := strings.Join(notes, " "); got != "once two" || err != nil {
			t.Errorf("left is %v: kept are %q (%v)", leave, got, err)
		}
	}
}

// kept returns the bookmarks that are in their file.
func (d *drive) kept() []*keep.Bookmark {
	n, err := keep.ReadNotebook(d.m.options.Folders.Notebook())
	if err != nil {
		d.t.Error(err)
	}
	return n.Marks()
}
