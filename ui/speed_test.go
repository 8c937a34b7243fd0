package ui

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/layout/layouttest"
	"parallax/ui/page"
	"parallax/ui/session"
)

// frameTime is how long a key press may take to its screen at 60 frames a
// second.
const frameTime = 16 * time.Millisecond

// readers returns a reader of a story of so many articles of about so many
// words, every pair compared.
func readers(t testing.TB, articles, words int) *drive {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 7))
	vocabulary := []string{"the", "ferry", "of", "passengers", "214", "“sang,”", "stranded", "off", "Lorne", "it’s", "on", "Tuesday", "coastguard", "said"}
	var all []*corpus.Article
	var one story.Story
	for i := range articles {
		a, _ := layouttest.InventArticle(r, words/20, 39, vocabulary)
		all = append(all, a)
		one.Articles = append(one.Articles, i)
	}
	d, err := session.New(all, []story.Story{one})
	if err != nil {
		t.Fatal(err)
	}
	d.Compare = func(_ context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error) {
		return inventLinks(r, left.Article, right.Article), nil
	}
	drv := &drive{t: t, m: newModel(d, Options{Dir: t.TempDir()})}
	drv.do(drv.m.Init())
	drv.send(tea.WindowSizeMsg{Width: 200, Height: 60})
	return drv
}

// inventLinks links every other sentence of the left to one of the right and marks
// words at random: the reader's work is the same whatever the words mean.
func inventLinks(r *rand.Rand, left, right *corpus.Article) *diffview.Comparison {
	c := &diffview.Comparison{Articles: [2]*corpus.Article{left, right}}
	for i, s := range left.Sentences {
		j := min(max(0, i+r.IntN(7)-3), len(right.Sentences)-1)
		if s.Kind.Compared() && right.Sentences[j].Kind.Compared() && r.IntN(2) == 0 {
			c.Links = append(c.Links, diffview.Link{Sentences: [2]int{i, j}, Score: r.Float64(), Sure: true})
		}
	}
	for side, a := range c.Articles {
		for _, s := range a.Sentences {
			if s.Kind.Compared() {
				c.Spans[side] = append(c.Spans[side], testMarks(a.Text, s.Span, "the ferry of passengers")...)
			}
		}
	}
	for k, l := range c.Links {
		if k%4 == 0 {
			conflict := diffview.Conflict{Reason: "the one against the other", Link: k}
			for side, s := range l.Sentences {
				conflict.Spans[side] = c.Articles[side].Sentences[s].Span
				for i := range c.Spans[side] {
					if span := &c.Spans[side][i]; span.Start == conflict.Spans[side].Start {
						span.Mark, span.Strength, conflict.Spans[side] = diffview.Differ, diffview.Conflicting, span.Span
					}
				}
			}
			c.Conflicts = append(c.Conflicts, conflict)
		}
	}
	return c
}

// walk is what a reader presses, again and again.
var walk = []string{"j", "j", "d", "c", "space", "o", "k", "v", "ctrl+e", "enter", "w", "j", "z", "d", "]", "j", "tab", "G", "C", "x", "f", "pgup", "w", "g"}

// keyTimes presses keys and returns how long each took from the press to its
// screen, sorted. Comparisons are done in between, as other threads do them.
func keyTimes(d *drive, n int) []time.Duration {
	var times []time.Duration
	for i := range n {
		msg := keyPress(walk[i%len(walk)])
		start := time.Now()
		_, cmd := d.m.Update(msg)
		d.m.View()
		times = append(times, time.Since(start))
		d.do(cmd)
	}
	slices.Sort(times)
	return times
}

// BenchmarkReading presses 1,000 keys on ten articles of 1,000 words at 200×60.
func BenchmarkReading(b *testing.B) {
	d := readers(b, 10, 1000)
	keyTimes(d, 1000)
	b.ReportAllocs()
	for b.Loop() {
		times := keyTimes(d, 1000)
		b.ReportMetric(float64(times[500].Microseconds()), "µs/p50")
		b.ReportMetric(float64(times[990].Microseconds()), "µs/p99")
		b.ReportMetric(float64(times[999].Microseconds()), "µs/max")
	}
}

// BenchmarkLong reads two articles of 20,000 words: scrolling, and what lays
// them out anew.
func BenchmarkLong(b *testing.B) {
	for name, keys := range map[string][]string{"scroll": {"ctrl+e"}, "jump": {"d", "c"}, "flow": {"j"}} {
		b.Run(name, func(b *testing.B) {
			d := readers(b, 2, 20000)
			if name == "flow" {
				d.press("v")
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d.m.Update(keyPress(keys[i%len(keys)]))
				d.m.View()
			}
		})
	}
	b.Run("layout", func(b *testing.B) {
		d := readers(b, 2, 20000)
		k := d.m.viewport.Page.Key
		for b.Loop() {
			page.New(k, d.m.viewport.Page.Reading)
		}
	})
}

// TestKeysAreQuick holds the time of a key press, with room for a slow machine
// under load, and that looking at what has not changed costs next to nothing.
func TestKeysAreQuick(t *testing.T) {
	d := readers(t, 4, 1000)
	keyTimes(d, 48)
	if times := keyTimes(d, 240); times[len(times)/2] > frameTime {
		t.Errorf("half the keys take more than %v", times[len(times)/2])
	}
	if n := testing.AllocsPerRun(20, func() { d.m.View() }); n > 50 {
		t.Errorf("a view of what has not changed makes %v allocations", n)
	}
}
