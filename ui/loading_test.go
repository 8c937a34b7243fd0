package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/ui/loading"
	"parallax/ui/session"
)

// arrives sends what a loading brings. The source is one that watches nothing.
func (d *drive) arrives(articles []*corpus.Article, again bool, stories ...story.Story) {
	if d.m.source == nil {
		d.m.source = &loading.Source{}
	}
	d.send(loading.Loaded{Corpus: corpusOf(articles), Stories: stories, Again: again})
}

// reading returns the paths of the articles that are read.
func (d *drive) reading() string {
	w := d.m.deck.Wanted()
	return d.m.deck.Articles[w[0]].Path + " " + d.m.deck.Articles[w[1]].Path
}

// TestRestArrives holds that the reader stays where he is when all is read,
// though there are more stories and the one that is read is no longer the first.
func TestRestArrives(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("]", "pgdown", "down")
	before, reading := d.screen(), d.reading()
	articles := slices.Clone(d.m.deck.Articles)
	for i := range 3 {
		a := *testArticle(i)
		a.Path += "#2"
		articles = append(articles, &a)
	}
	d.arrives(articles, false, story.Story{Articles: []int{3, 4, 5}}, story.Story{Articles: []int{0, 1, 2}})
	if d.reading() != reading {
		t.Fatalf("reads %s, want %s", d.reading(), reading)
	}
	body := func(screen string) string { // without the head, which counts the stories
		return strings.Join(strings.Split(screen, "\n")[5:20], "\n")
	}
	if got := d.screen(); body(got) != body(before) {
		t.Errorf("the screen was\n%s\nand is\n%s", before, got)
	}
	d.press("[")
	if d.m.deck.Position().Story != 1 {
		t.Error("the story that is read is not the second")
	}
}

// TestPairOfTwoStories holds that a pair stays on the screen that is none any
// more when all is grouped.
func TestPairOfTwoStories(t *testing.T) {
	d := open(t, 80, 24, Options{})
	reading := d.reading()
	d.arrives(slices.Clone(d.m.deck.Articles), false, story.Story{Articles: []int{1, 2}}, story.Story{Articles: []int{0}})
	if d.reading() != reading {
		t.Errorf("reads %s, want %s", d.reading(), reading)
	}
	d.press("]")
	if want := "harbour/2.txt harbour/3.txt"; d.reading() != want {
		t.Errorf("the next pair is %s, want %s", d.reading(), want)
	}
}

func TestFilesChange(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("pgdown")
	place := d.m.viewport.Place
	reading := d.reading()
	// A file comes before the others, one is written anew and one is gone.
	var articles []*corpus.Article
	first := *testArticle(0)
	first.Path += "#2"
	changed := *testArticle(1)
	changed.Meta.Outlet.Value = "The Reef Gazette"
	changed.Text = strings.Replace(changed.Text, ".", "!", 1)
	articles = append(articles, &first, d.m.deck.Articles[0], &changed)
	d.arrives(articles, true, story.Story{Articles: []int{0, 1, 2}})
	if d.reading() != reading {
		t.Fatalf("reads %s, want %s", d.reading(), reading)
	}
	if d.m.viewport.Place != place {
		t.Errorf("at %+v, was at %+v", d.m.viewport.Place, place)
	}
	if got := d.screen(); !strings.Contains(got, "The Reef Gazette") {
		t.Errorf("the changed article is not shown:\n%s", got)
	}
	if want := "the folder has changed: 1 added, 1 changed, 1 removed"; !strings.HasPrefix(d.status(), want) {
		t.Errorf("says %q, want %q", d.status(), want)
	}
}

// TestLateComparison holds that what was begun with articles that are no longer
// there is not taken for the pair that has their numbers now.
func TestLateComparison(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.hold = true
	d.press("]", "]")
	late := d.held
	d.hold, d.held = false, nil
	articles := slices.Clone(d.m.deck.Articles)
	slices.Reverse(articles)
	d.arrives(articles, true, story.Story{Articles: []int{0, 1, 2}})
	for _, msg := range late {
		d.send(msg())
	}
	for _, p := range []session.Pair{{0, 1}, {0, 2}, {1, 2}, {1, 0}, {2, 0}, {2, 1}} {
		r, ok := d.m.deck.Reading(p)
		if !ok {
			continue
		}
		for side, i := range p {
			if r.Articles[side] != articles[i] {
				t.Fatalf("pair %v is kept with article %s at side %d", p, r.Articles[side].Path, side)
			}
		}
	}
}

func TestNothingLeft(t *testing.T) {
	d := open(t, 80, 24, Options{})
	reading := d.reading()
	d.arrives(d.m.deck.Articles[:1], true)
	if d.reading() != reading || !strings.HasPrefix(d.status(), "keeping the articles already loaded") {
		t.Errorf("reads %s and says %q", d.reading(), d.status())
	}
	d.send(loading.Loaded{Again: true, Err: errors.New("news: no such file or folder")})
	if want := "keeping the articles already loaded: news: no such file or folder"; !strings.HasPrefix(d.status(), want) {
		t.Errorf("says %q, want %q", d.status(), want)
	}
}

// TestProgressIsSaid holds that the line below the text says how far the loading
// has come, until all is read.
func TestProgressIsSaid(t *testing.T) {
	d := open(t, 120, 24, Options{})
	d.m.source = reading(t)
	d.send(nil)
	if got := d.status(); !strings.Contains(got, "reading: ") {
		t.Errorf("while files are read it says %q", got)
	}
	d.arrives(d.m.deck.Articles, false)
	if got := d.status(); strings.Contains(got, "reading: ") {
		t.Errorf("when all is read it says %q", got)
	}
}
