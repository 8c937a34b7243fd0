package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/processor"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/ui/label"
	"parallax/ui/session"
)

// invented returns a corpus of articles of one sentence, in stories of size;
// the first two of a story are versions.
func invented(n, size int) ([]*corpus.Article, []story.Story) {
	outlets := []string{"Lorne Herald", "Coast Courier", "Island Post", "Harbour Gazette", "The Fenwick Evening Standard"}
	articles := make([]*corpus.Article, n)
	var stories []story.Story
	for i := range articles {
		text := fmt.Sprintf("Ferry %d of the coast line ran aground near buoy %d, the port authority said.", i, i/size)
		a := &corpus.Article{Path: fmt.Sprintf("coast/%d.txt", i), Text: text, Sentences: []prose.Sentence{{Span: prose.Span{End: len(text)}}}}
		a.Meta.Outlet = corpus.Field[string]{Value: outlets[i%len(outlets)], From: "front matter"}
		a.Meta.Title = corpus.Field[string]{Value: fmt.Sprintf("Ferry runs aground near buoy %d, report %d", i/size, i%size+1), From: "front matter"}
		a.Meta.Published = corpus.Field[time.Time]{Value: time.Date(2024, 3, 1+i%20, 0, 0, 0, 0, time.UTC), From: "front matter"}
		articles[i] = a
		if i%size == 0 {
			stories = append(stories, story.Story{})
		}
		s := &stories[len(stories)-1]
		s.Articles = append(s.Articles, i)
		if i%size == 1 {
			s.Versions = [][]int{{i - 1, i}}
		}
	}
	return articles, stories
}

// openCorpus starts the reader on a corpus. Nothing in it is linked: the
// comparisons share words by their number.
func openCorpus(t testing.TB, width, height int, articles []*corpus.Article, stories []story.Story) *drive {
	t.Helper()
	deck, err := session.New(articles, stories)
	if err != nil {
		t.Fatal(err)
	}
	deck.Compare = func(_ context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error) {
		c := &diffview.Comparison{Articles: [2]*corpus.Article{left.Article, right.Article}}
		for side, a := range c.Articles {
			cut := len(a.Text) / (2 + len(c.Articles[1-side].Path+c.Articles[1-side].Meta.Outlet.Value)%7)
			c.Spans[side] = []diffview.Span{{Span: prose.Span{End: cut}}, {Span: prose.Span{Start: cut, End: len(a.Text)}, Mark: diffview.Detail}}
		}
		return c, nil
	}
	d := &drive{t: t, m: newModel(deck, Options{Dir: t.TempDir()})}
	d.do(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// TestPut puts articles into panes by picker and by number.
func TestPut(t *testing.T) {
	for _, tt := range []struct {
		keys  string
		pair  session.Pair
		focus diffview.Side
	}{
		{"3", session.Pair{2, 1}, diffview.Left},
		{"tab 3", session.Pair{0, 2}, diffview.Right},
		{"3 2", session.Pair{1, 2}, diffview.Left}, // the two change places, and the left is still read
		{"tab 3 4", session.Pair{0, 3}, diffview.Right},
		{"2", session.Pair{1, 0}, diffview.Left},
		{"1", session.Pair{0, 1}, diffview.Left},
		{"0", session.Pair{9, 1}, diffview.Left}, // the tenth
		{"p down down enter", session.Pair{2, 1}, diffview.Left},
		{"p down down tab", session.Pair{0, 2}, diffview.Right},
		{"tab p down enter", session.Pair{0, 2}, diffview.Right}, // the list begins at the article of the pane
		{"p b u o y space 1 , enter", session.Pair{10, 1}, diffview.Left},
		{"p esc", session.Pair{0, 1}, diffview.Left},
		{": b y - n u m b e r", session.Pair{0, 1}, diffview.Left},
		{"] 5 x 6", session.Pair{2, 5}, diffview.Right}, // x goes along with the article that is read,
	} {
		t.Run(tt.keys, func(t *testing.T) {
			articles, stories := invented(20, 10)
			d := openCorpus(t, 120, 24, articles, stories)
			d.press(strings.Fields(tt.keys)...)
			if got := d.m.deck.Wanted(); got != tt.pair || d.m.viewport.Focus != tt.focus {
				t.Errorf("brings %v, reading on the %s; want %v, %s:\n%s", got, label.Sides[d.m.viewport.Focus], tt.pair, label.Sides[tt.focus], d.screen())
			}
		})
	}
}

// TestPickerTells holds what the list says of articles.
func TestPickerTells(t *testing.T) {
	articles, stories := invented(20, 10)
	d := openCorpus(t, 119, 24, articles, stories)
	d.press("tab", "3", "p")
	for i, want := range []string{
		"  1  left   Lorne Herald", "  2         Coast Courier", "▌ 3  right  Island Post",
	} {
		if line := d.line(3 + i); !strings.HasPrefix(line, want) {
			t.Errorf("row %d is %q, want %q", i+1, line, want)
		}
	}
	if line := d.line(4); !strings.HasSuffix(line, "2 Mar 2024   version 2/2") {
		t.Errorf("the second version's row is %q", line)
	}
	d.press("1", "3", "space", "m", "a", "r")
	if line := d.line(3); !strings.Contains(line, "13 Mar 2024") {
		t.Errorf("“13 mar” finds %q first", line)
	}
}

// TestStories opens a story from the list, and finds one by a headline that
// the list does not show.
func TestStories(t *testing.T) {
	articles, stories := invented(30, 10)
	d := openCorpus(t, 119, 24, articles, stories)
	d.press("s", "down", "enter")
	if d.m.deck.Position().Story != 1 || d.m.top() != nil {
		t.Fatalf("story %d is open:\n%s", d.m.deck.Position().Story, d.screen())
	}
	d.press("s")
	if line := d.line(4); !strings.HasPrefix(line, "▌Ferry runs aground near buoy 1") || !strings.HasSuffix(strings.Join(strings.Fields(line), " "), "2024 10 0 0 2") {
		t.Errorf("the story that is read has the row %q", line)
	}
	for _, key := range strings.Split("buoy 2, report 7", "") {
		d.press(map[string]string{" ": "space"}[key] + strings.Trim(key, " "))
	}
	d.press("enter")
	if d.m.deck.Position().Story != 2 {
		t.Errorf("story %d is open", d.m.deck.Position().Story)
	}
}

// TestManyArticles holds that the list of a large corpus answers within a
// frame. The bound is wide: it allows for the race detector, and
// it is of processor time, which other programs do not change.
func TestManyArticles(t *testing.T) {
	articles, stories := invented(10_000, 5)
	d := openCorpus(t, 200, 60, articles, stories)
	d.hold = true // comparing takes what it takes
	for _, keys := range [][]string{{"p"}, {"f"}, {"e"}, {"r"}, {"space"}, {"9"}, {"x"}, {"esc"}, {"s"}, {"b"}, {"q"}, {"z"}} {
		took := processor.Work(func() {
			d.press(keys...)
			d.m.View()
		})
		if took > 400*time.Millisecond {
			t.Errorf("%v takes %v", keys, took)
		}
	}
}

func BenchmarkPicker(b *testing.B) {
	articles, stories := invented(10_000, 5)
	d := openCorpus(b, 200, 60, articles, stories)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			d.press("p", "esc")
		}
	})
	for _, key := range []string{"e", "9", "q"} {
		b.Run("type-"+key, func(b *testing.B) {
			d.press("p")
			for b.Loop() {
				d.press(key, "backspace")
			}
			d.press("esc")
		})
	}
	b.Run("stories", func(b *testing.B) {
		for b.Loop() {
			d.press("s", "esc")
		}
	})
}
