package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/layout"
	"parallax/ui/keep"
	"parallax/ui/loading"
	"parallax/ui/session"
)

// left opens the test articles as a folder would be, at a place that is kept.
func left(t *testing.T, place *keep.Place) *drive {
	d := open(t, 120, 12, Options{Paths: []string{"harbour"}})
	m := newModel(d.m.deck, d.m.options)
	m.deck.OpenStory(0)
	m.comeBack(place)
	d.m = m
	d.do(m.Init())
	d.send(tea.WindowSizeMsg{Width: 120, Height: 12})
	return d
}

// TestComeBack leaves the reader and opens it again: the pair, the sentence,
// the view and the folds are as they were.
func TestComeBack(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state", "places.json")
	for _, keys := range [][]string{{"d"}, {"]", "c"}, {"x", "j", "j", "v"}, {"f", "G"}, {"z", "v", "j"}, {"]", "]", "tab"}} {
		d := left(t, nil)
		d.press(keys...)
		was, _ := d.m.cursor()
		if err := d.m.place().Keep(file); err != nil {
			t.Fatal(err)
		}
		paths, _ := d.m.options.corpusPaths()
		e := left(t, keep.ReadPlaces(file).Of(paths))
		now, _ := e.m.cursor()
		if now != was || e.m.viewport.Page.Pair != d.m.viewport.Page.Pair || e.m.view != d.m.view || e.m.furniture != d.m.furniture || e.m.agreed != d.m.agreed {
			t.Errorf("after %v the reader was at %v of %v, and comes back to %v of %v", keys, was, d.m.viewport.Page.Pair, now, e.m.viewport.Page.Pair)
		}
		if !strings.Contains(e.status(), "resumed where you left off") {
			t.Errorf("it says %q", e.status())
		}
	}
	if d := left(t, keep.ReadPlaces(file).Of([]string{"/elsewhere"})); d.m.viewport.Page.Pair != (session.Pair{0, 1}) {
		t.Errorf("another folder begins with %v", d.m.viewport.Page.Pair)
	}
}

// TestComeBackToOther holds what becomes of a place when the files are others.
func TestComeBackToOther(t *testing.T) {
	d := left(t, nil)
	d.press("]", "j")
	l := d.m.place()

	old := harbour
	defer func() { harbour = old }()
	harbour[0].text = strings.Replace(harbour[0].text, "T Fire", "T New\n8 An added sentence stands here.\n9 Another one.\nT Fire", 1)
	if e := left(t, &l); !e.reads("Six people") || e.m.viewport.Page.Pair != (session.Pair{0, 2}) {
		t.Errorf("with two sentences before it, the sentence is not found again:\n%s", e.screen())
	}
	harbour[0].text = strings.Replace(old[0].text, "Six people", "Nine people", 1)
	if e := left(t, &l); e.m.viewport.Page.Pair != (session.Pair{0, 2}) || !e.reads("Fire closes") {
		t.Errorf("without the sentence, the pair does not begin at its start:\n%s", e.screen())
	}
	l.Pair[1] = "/gone.txt"
	if e := left(t, &l); e.m.viewport.Page.Pair != (session.Pair{0, 1}) || strings.Contains(e.status(), "was left") {
		t.Errorf("without the article, it begins with %v", e.m.viewport.Page.Pair)
	}
	l = d.m.place()
	l.View = "sideways"
	if e := left(t, &l); e.m.view != layout.Matched {
		t.Errorf("a view that is none brings view %s", e.m.view)
	}
}

func TestCorpusPaths(t *testing.T) {
	if _, lasting := (Options{Paths: []string{"a", "-"}}).corpusPaths(); lasting {
		t.Error("there is a place to come back to in a pipe")
	}
	paths, lasting := Options{Paths: []string{"a", "/b/../c"}, from: "/here"}.corpusPaths()
	if !lasting || !filepath.IsAbs(paths[0]) || paths[1] != "/c" {
		t.Errorf("the paths are %q, %v", paths, lasting)
	}
	a := testArticle(0)
	if name := (Options{}).names().Of(a); name != "sample:harbour/1.txt" {
		t.Errorf("in the sample corpus an article is named %q", name)
	}
	if name := (Options{Paths: paths, from: "/here"}).names().Of(a); !filepath.IsAbs(name) {
		t.Errorf("an article is named %q", name)
	}
}

func FuzzLastPlaces(f *testing.F) {
	f.Add([]byte(`{"places":[{"paths":["/a"],"pair":["b","c"],"sentence":{"article":"b","sentence":-4,"hash":"x"},"view":"flow","right":true}]}`))
	f.Add([]byte(`{"places":[null]}`))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text []byte) {
		file := filepath.Join(dir, "places.json")
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
		all := keep.ReadPlaces(file)
		d := open(t, 120, 12, Options{Paths: []string{"harbour"}})
		for i := range all.Places {
			all.Places[i].Pair = [2]string{d.m.options.names().Of(d.m.deck.Articles[0]), d.m.options.names().Of(d.m.deck.Articles[1])}
			d.m.comeBack(&all.Places[i])
			d.send(nil)
		}
	})
}

// TestComeBackLate holds that a place among articles that are not read yet is
// gone to when they are, unless the reader has begun elsewhere.
func TestComeBackLate(t *testing.T) {
	for _, keys := range [][]string{nil, {"j"}} {
		l := left(t, nil)
		l.press("]", "]", "j")
		place, was := l.m.place(), l.m.viewport.Cursor

		d := open(t, 120, 12, Options{Paths: []string{"harbour"}})
		all := d.m.deck.Articles
		first, err := session.New(all[:2], nil)
		if err != nil {
			t.Fatal(err)
		}
		first.Compare = testCompare
		d.m = newModel(first, d.m.options)
		d.m.source = reading(t)
		d.m.comeBackTo(&place)
		d.do(d.m.deck.Fetch())
		d.send(tea.WindowSizeMsg{Width: 120, Height: 12})
		d.press(keys...)
		d.arrives(all, false, story.Story{Articles: []int{0, 1, 2}})
		if there := d.m.viewport.Page.Key.Pair == (session.Pair{1, 2}) && d.m.viewport.Cursor == was; there != (keys == nil) {
			t.Errorf("after %v and all being read it is at %v of %v", keys, d.m.viewport.Cursor, d.m.viewport.Page.Key.Pair)
		}
	}
}

// reading returns the source of a loading that goes on.
func reading(t *testing.T) *loading.Source {
	l, err := corpus.Load(t.Context(), []string{t.TempDir()}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := loading.New(t.Context(), l, nil, story.Content, false)
	return s
}
