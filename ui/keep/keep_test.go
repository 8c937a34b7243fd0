package keep

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// TestNothingKeptIsLost keeps bookmarks and places from many readers at one
// moment: all of them are there afterwards.
func TestNothingKeptIsLost(t *testing.T) {
	const readers = 32
	dir := t.TempDir()
	notes, places := filepath.Join(dir, "data", "bookmarks.jsonl"), filepath.Join(dir, "state", "places.json")
	var wg sync.WaitGroup
	for i := range readers {
		wg.Go(func() {
			b := &Bookmark{Anchor: Anchor{Article: fmt.Sprint(i), Hash: "h"}, Beside: "b"}
			if _, err := ChangeNotebook(notes, nil, b); err != nil {
				t.Error(err)
			}
			if err := (Place{Paths: []string{fmt.Sprint(i)}}).Keep(places); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	n, err := ReadNotebook(notes)
	if got := len(n.Marks()); got != readers || err != nil {
		t.Errorf("%d bookmarks of %d are kept: %v", got, readers, err)
	}
	if got := len(ReadPlaces(places).Places); got != readers {
		t.Errorf("%d places of %d are kept", got, readers)
	}
}

func TestHomeFolders(t *testing.T) {
	for _, tt := range []struct {
		env  []string
		want Folders
	}{
		{[]string{"HOME=/home/ida"}, Folders{"/home/ida/.config/parallax", "/home/ida/.local/state/parallax", "/home/ida/.local/share/parallax"}},
		{[]string{"HOME=/home/ida", "XDG_CONFIG_HOME=/etc/ida", "XDG_STATE_HOME=relative", "XDG_DATA_HOME="},
			Folders{"/etc/ida/parallax", "/home/ida/.local/state/parallax", "/home/ida/.local/share/parallax"}},
		{nil, Folders{}},
	} {
		if got := HomeFolders(variables(tt.env)); got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.env, got, tt.want)
		}
	}
}

// TestAnchor holds that a sentence is found again by its words, and of several
// with the same words the nearest.
func TestAnchor(t *testing.T) {
	a := article("Twice.", "Between.", "Between too.", "Twice.", "Last.")
	for i := range a.Sentences {
		at := Names{Sample: true}.Anchor(a, i)
		if s, ok := at.Find(a); !ok || s != i {
			t.Errorf("sentence %d is found as %d, %v", i, s, ok)
		}
	}
	at := Names{}.Anchor(a, 3)
	at.Sentence = 2
	if s, _ := at.Find(a); s != 3 {
		t.Errorf("the nearer of two is %d", s)
	}
	if s, ok := (Anchor{Sentence: 1, Hash: "?"}).Find(a); ok {
		t.Errorf("words that are not there are found at %d", s)
	}
}

// article returns an article of some sentences.
func article(sentences ...string) *corpus.Article {
	a := &corpus.Article{Path: "harbour/1.txt"}
	for _, s := range sentences {
		a.Text += s + "\n"
		a.Sentences = append(a.Sentences, prose.Sentence{Span: prose.Span{Start: len(a.Text) - len(s) - 1, End: len(a.Text) - 1}})
	}
	return a
}

// variables returns the variables of an environment, "NAME=value".
func variables(env []string) func(string) string {
	return func(name string) string {
		for _, e := range env {
			if v, ok := strings.CutPrefix(e, name+"="); ok {
				return v
			}
		}
		return ""
	}
}

// TestNotebook holds that what is read is written, and that a slip costs its
// own line only.
func TestNotebook(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a", "b.jsonl")
	one := &Bookmark{Anchor: Anchor{"/a", 3, "77"}, Beside: "/b", Quote: "Six.", Note: "a\tb"}
	two := &Bookmark{Anchor: Anchor{Article: "/a"}, Beside: "/b"}
	mirrored := &Bookmark{Anchor: Anchor{Article: "/b"}, Beside: "/a", Note: "new"}
	for _, tt := range []struct {
		old, now *Bookmark
		want     string
	}{
		{nil, one, "a␉b"}, {nil, two, "a␉b|"}, {nil, one, "a␉b|"}, {two, mirrored, "a␉b|new"}, {one, nil, "new"}, {one, nil, "new"}, {mirrored, nil, ""},
	} {
		if _, err := ChangeNotebook(file, tt.old, tt.now); err != nil {
			t.Fatal(err)
		}
		n, err := ReadNotebook(file)
		var notes []string
		for _, b := range n.Marks() {
			notes = append(notes, b.Note)
		}
		if got := strings.Join(notes, "|"); got != tt.want || err != nil {
			t.Errorf("there are %q, %v, want %q", got, err, tt.want)
		}
	}
	if _, err := ReadNotebook(filepath.Dir(file)); err == nil {
		t.Error("a folder is read as bookmarks")
	}
}

func FuzzNotebook(f *testing.F) {
	f.Add([]byte("{\"article\":\"/a\",\"sentence\":3,\"hash\":\"77\",\"beside\":\"/b\"}\n\n{\"article\":\"/a\",\"beside\":\"/b\",\"note\":\"\\u001b[2J\"}\nwords\r\n"))
	f.Add([]byte("{\"article\":\"/a\",\"hash\":1}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		n := parseNotebook(text)
		if again := parseNotebook(n.text()); !bytes.Equal(again.text(), n.text()) || len(again.Marks()) != len(n.Marks()) {
			t.Errorf("%q becomes %q and then %q", text, n.text(), again.text())
		}
		for _, b := range n.Marks() {
			if strings.ContainsAny(b.Note+b.Quote, "\x1b\n\x00\u202e") {
				t.Errorf("a note has %q", b.Note)
			}
			if left := n.changed(b, nil); len(left.Marks()) >= len(n.Marks()) {
				t.Errorf("%v cannot be removed", b)
			}
		}
	})
}

// TestPlacesFile holds that a broken file is an empty one and is written anew,
// and that it does not grow without end.
func TestPlacesFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "places.json")
	for _, text := range []string{"", "{", "[]", "null", `{"places":[{"pair":["a"]}]}`, `{"places":7}`, strings.Repeat(" ", maxPlacesFile+1)} {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if p := ReadPlaces(file).Of([]string{"/a"}); p != nil {
			t.Errorf("%.20q has the place %v", text, p)
		}
		if err := (Place{Paths: []string{"/a"}, View: "unified"}).Keep(file); err != nil {
			t.Fatal(err)
		}
		if p := ReadPlaces(file).Of([]string{"/a"}); p == nil || p.View != "unified" {
			t.Errorf("after %.20q the place is %v", text, p)
		}
	}
	for i := range maxPlaces + 5 {
		if err := (Place{Paths: []string{fmt.Sprint("/", i)}}).Keep(file); err != nil {
			t.Fatal(err)
		}
	}
	all := ReadPlaces(file).Places
	if len(all) != maxPlaces || all[0].Paths[0] != fmt.Sprint("/", maxPlaces+4) {
		t.Errorf("%d places are kept, the first %v", len(all), all[0])
	}
	if err := (Place{}).Keep(filepath.Join(file, "below", "a.json")); err == nil {
		t.Error("a place is kept below a file")
	}
}
