package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/layout"
)

// How much is kept. A story of ten articles has 45 pairs and their mirrors;
// all of it stays, and walking a long corpus does not grow without end.
const (
	maxPrepared = 64  // articles
	maxCompared = 128 // comparisons
)

// maxUnderWay is how many comparisons run at a time. Holding down "]" must not
// start one for every pair passed; two keep a neighbour coming while the pair
// that is wanted is worked on.
const maxUnderWay = 2

// maxUngrouped is how many articles are all compared with each other when no
// story has a pair: 100 make 4,950 pairs.
const maxUngrouped = 100

// A pair names two articles by their place in the corpus: the left one and
// the right one.
type pair [2]int

// mirror returns the pair with its sides swapped.
func (p pair) mirror() pair { return pair{p[1], p[0]} }

// A deck is the pairs in reading order, with the one that is wanted, and all
// that was worked out about them.
type deck struct {
	articles []*corpus.Article
	stories  []story.Story // those with a pair
	story    int           // which story is read
	at       int           // which of its pairs is wanted
	swapped  bool          // pairs are shown mirrored
	free     *pair         // a pair that no story has, wanted instead; nil is none

	compare  func(left, right *diffview.Prepared) *diffview.Comparison
	prepared *cache[int, *diffview.Prepared]
	compared *cache[pair, *reading]
	underWay map[pair]bool
	figures  map[pair]figure // of all that was compared
	survey   []pair          // those whose figures are asked for
}

// A reading is all of a pair that no screen changes. It is made by a command,
// because each part of it takes time.
type reading struct {
	pair pair
	*diffview.Comparison
	rows   []layout.Row
	share  [2]diffview.Share // by side
	linked [2][][]companion  // by side and sentence: its partners, the best first
	number [2][]int          // by side and sentence: its place among the compared ones, from 1; 0 for furniture
	moved  []bool            // by link: it crosses those that keep the order
	limits string            // what the articles' languages keep from being known; "" in English
}

// comparedMsg brings a reading. It names its pair, so that it is never taken
// for another however late it comes.
type comparedMsg struct {
	*reading
	prepared [2]*diffview.Prepared
}

// newDeck returns the pairs of the stories, the first one wanted.
func newDeck(articles []*corpus.Article, stories []story.Story) (*deck, error) {
	if len(articles) < 2 {
		return nil, ErrNoPair
	}
	d := &deck{
		articles: articles,
		compare:  compareWhole,
		prepared: newCache[int, *diffview.Prepared](maxPrepared),
		compared: newCache[pair, *reading](maxCompared),
		underWay: make(map[pair]bool),
	}
	for _, s := range stories {
		if len(s.Articles) > 1 {
			d.stories = append(d.stories, s)
		}
	}
	if len(d.stories) == 0 {
		var all story.Story
		for i := range min(len(articles), maxUngrouped) {
			all.Articles = append(all.Articles, i)
		}
		d.stories = []story.Story{all}
	}
	return d, nil
}

// compareWhole compares two articles, however long it takes.
func compareWhole(left, right *diffview.Prepared) *diffview.Comparison {
	c, err := diffview.Compare(context.Background(), left, right)
	if err != nil {
		panic(err)
	}
	return c
}

// wanted returns the pair that the reader asked for.
func (d *deck) wanted() pair {
	if d.free != nil {
		return d.side(*d.free)
	}
	return d.side(d.stories[d.story].Pair(d.at))
}

// open makes a pair wanted, its first article on the left. Where a story has
// it, reading goes on from there.
func (d *deck) open(p pair) {
	d.free, d.swapped = nil, false
	for i, s := range d.stories {
		if at := s.PairIndex(p[0], p[1]); at >= 0 {
			d.story, d.at, d.swapped = i, at, s.Pair(at) != p
			return
		}
	}
	d.free = &p
}

// openStory makes the first pair of a story wanted.
func (d *deck) openStory(i int) {
	d.free, d.swapped = nil, false
	d.story, d.at = i, 0
}

// count returns how many pairs the story has that is read.
func (d *deck) count() int { return d.stories[d.story].PairCount() }

// side returns a pair as it is shown.
func (d *deck) side(p pair) pair {
	if d.swapped {
		return p.mirror()
	}
	return p
}

// step makes the next pair wanted (by = 1) or the one before (by = -1), across
// the bounds of stories. It reports whether there was one.
func (d *deck) step(by int) bool {
	if d.free != nil {
		d.free = nil // back to where it was left
		return true
	}
	if at := d.at + by; at >= 0 && at < d.count() {
		d.at = at
		return true
	}
	to := d.story + by
	if to < 0 || to >= len(d.stories) {
		return false
	}
	d.story, d.at = to, 0
	if by < 0 {
		d.at = d.count() - 1
	}
	return true
}

// neighbour returns the pair of this story that step(by) would make wanted.
func (d *deck) neighbour(by int) (pair, bool) {
	if at := d.at + by; at >= 0 && at < d.count() {
		return d.side(d.stories[d.story].Pair(at)), true
	}
	return pair{}, false
}

// fetch returns the commands that compare what is wanted and, once that is
// there, what the reader is likely to want next: the next pair, the one before
// and the swapped sides. It returns nil when nothing is to be done.
func (d *deck) fetch() tea.Cmd {
	want := []pair{d.wanted()}
	if _, ok := d.compared.get(d.wanted()); ok {
		for _, by := range []int{1, -1} {
			if p, ok := d.neighbour(by); ok {
				want = append(want, p)
			}
		}
		want = append(want, d.wanted().mirror())
	}
	var cmds []tea.Cmd
	for _, p := range want {
		if _, ok := d.compared.values[p]; ok || d.underWay[p] {
			continue
		}
		if len(d.underWay) >= maxUnderWay {
			break
		}
		d.underWay[p] = true
		cmds = append(cmds, d.work(p))
	}
	return tea.Batch(append(cmds, d.surveying())...)
}

// work returns the command that compares p. It takes with it all that it
// reads: articles and prepared articles never change.
func (d *deck) work(p pair) tea.Cmd {
	compare := d.compare
	var articles [2]*corpus.Article
	var prepared [2]*diffview.Prepared
	for side, i := range p {
		articles[side] = d.articles[i]
		prepared[side], _ = d.prepared.get(i)
	}
	return func() tea.Msg {
		for side := range prepared {
			if prepared[side] == nil {
				prepared[side] = diffview.Prepare(articles[side])
			}
		}
		c := compare(prepared[0], prepared[1])
		return comparedMsg{&reading{
			pair:       p,
			Comparison: c,
			rows:       layout.Arrange(c),
			share:      [2]diffview.Share{c.Share(diffview.Left), c.Share(diffview.Right)},
			linked:     linked(c),
			number:     numbers(c),
			moved:      moved(c),
			limits:     c.Limits(),
		}, prepared}
	}
}

// kin says what a pair's articles are to each other when a story knows them to
// be one text; "" for others.
func (d *deck) kin(p pair) string {
	s := d.stories[d.story]
	both := func(group []int) bool { return slices.Contains(group, p[0]) && slices.Contains(group, p[1]) }
	switch {
	case slices.ContainsFunc(s.Versions, both):
		return "two versions of one article"
	case slices.ContainsFunc(s.Copies, both):
		return "copies of one text"
	}
	return ""
}

// take keeps what a command worked out.
func (d *deck) take(msg comparedMsg) {
	delete(d.underWay, msg.pair)
	if d.stale(msg) {
		return
	}
	d.note(msg.reading)
	for side, i := range msg.pair {
		d.prepared.put(i, msg.prepared[side])
	}
	d.compared.put(msg.pair, msg.reading)
}
