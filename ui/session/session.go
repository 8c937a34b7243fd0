// Package session is which pair of a corpus is read and what was worked out about
// it: articles and stories go in, commands that compare pairs come out, and what
// they bring is kept for as long as it is likely to be wanted. Nothing in it is
// drawn.
package session

import (
	"errors"
	"slices"
	"time"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
)

// How much is kept. A story of ten articles has 45 pairs and their mirrors;
// all of it stays, and walking a long corpus does not grow without end.
const (
	maxPrepared = 64  // articles
	maxCompared = 128 // comparisons
)

// maxUngrouped is how many articles are all compared with each other when no
// story has a pair: 100 make 4,950 pairs.
const maxUngrouped = 100

// A Pair names two articles by their place in the corpus: the left one and
// the right one.
type Pair [2]int

// Mirror returns the pair with its sides swapped.
func (p Pair) Mirror() Pair { return Pair{p[1], p[0]} }

// A Deck is the pairs in reading order, with the one that is wanted, and all
// that was worked out about them.
type Deck struct {
	Articles []*corpus.Article
	Stories  []story.Story // those with a pair
	grouped  bool          // there are some; else all articles are taken for one
	sorted   []story.Story // all, as they were grouped
	moved    []story.Story // all, after the reader's moves; nil for none
	story    int           // which story is read
	at       int           // which of its pairs is wanted
	swapped  bool          // pairs are shown mirrored
	free     *Pair         // a pair that no story has, wanted instead; nil is none

	Compare  comparer
	Judge    lookJudge                              // who else is asked about pairs that are compared; nil is nobody
	AskAfter time.Duration                          // how long a pair has to be wanted before
	prepared *Cache[int, func() *diffview.Prepared] // by article: made when it is first called, once
	compared *Cache[Pair, *Reading]
	underWay map[Pair]*work
	failed   map[Pair]string           // why a pair could not be compared
	pairings map[Pair]coverage.Pairing // of all that was compared
	asking   map[Pair]*asking
	unasked  map[Pair]bool // the reader does not want the judge asked about them
	judged   int           // how often it has answered
	survey   []Pair        // those whose figures are asked for

	Kept      coverage.Keeper // what earlier runs have found; nil is nothing
	recalling *recalling      // what is being looked up there; nil is nothing
}

// ErrNoPair reports that there are not two articles to compare.
var ErrNoPair = errors.New("only one article found; a comparison needs two: name another file or folder")

// New returns the pairs of the stories, the first one wanted.
func New(articles []*corpus.Article, stories []story.Story) (*Deck, error) {
	if len(articles) < 2 {
		return nil, ErrNoPair
	}
	d := &Deck{
		Articles: articles,
		sorted:   stories,
		Compare:  diffview.Compare,
		AskAfter: askAfter,
		asking:   make(map[Pair]*asking),
		unasked:  make(map[Pair]bool),
		prepared: NewCache[int, func() *diffview.Prepared](maxPrepared),
		compared: NewCache[Pair, *Reading](maxCompared),
		underWay: make(map[Pair]*work),
		failed:   make(map[Pair]string),
		pairings: make(map[Pair]coverage.Pairing),
	}
	d.setStories(stories)
	return d, nil
}

// setStories makes the stories that have a pair those that are read; where none has, one
// of all articles.
func (d *Deck) setStories(stories []story.Story) {
	d.Stories = nil
	for _, s := range stories {
		if len(s.Articles) > 1 {
			d.Stories = append(d.Stories, s)
		}
	}
	if d.grouped = len(d.Stories) > 0; !d.grouped {
		var all story.Story
		for i := range min(len(d.Articles), maxUngrouped) {
			all.Articles = append(all.Articles, i)
		}
		d.Stories = []story.Story{all}
	}
}

// Grouped reports whether there are stories with a pair. Where there are none all
// articles are taken for one.
func (d *Deck) Grouped() bool { return d.grouped }

// Wanted returns the pair that the reader asked for.
func (d *Deck) Wanted() Pair {
	if d.free != nil {
		return d.side(*d.free)
	}
	return d.side(d.Stories[d.story].Pair(d.at))
}

// Open makes a pair wanted, its first article on the left. Where a story has
// it, reading goes on from there.
func (d *Deck) Open(p Pair) {
	d.free, d.swapped = nil, false
	for i, s := range d.Stories {
		if at := s.PairIndex(p[0], p[1]); at >= 0 {
			d.story, d.at, d.swapped = i, at, s.Pair(at) != p
			return
		}
	}
	d.free = &p
}

// OpenStory makes the first pair of a story wanted.
func (d *Deck) OpenStory(i int) {
	d.free, d.swapped = nil, false
	d.story, d.at = i, 0
}

// Swap shows pairs with their sides exchanged, or as they are again.
func (d *Deck) Swap() { d.swapped = !d.swapped }

// A Position is where in the order of reading a deck is.
type Position struct {
	Story, Stories int  // from 0, and how many
	Pair, Pairs    int  // of the story, likewise
	Free           bool // the pair is of no story: it was chosen by hand
}

// Position returns where the deck is.
func (d *Deck) Position() Position {
	return Position{d.story, len(d.Stories), d.at, d.Count(), d.free != nil}
}

// Reading returns the comparison of a pair, if it is there.
func (d *Deck) Reading(p Pair) (*Reading, bool) { return d.compared.Get(p) }

// Failure says why a pair could not be compared, "" if it was or may be.
func (d *Deck) Failure(p Pair) string { return d.failed[p] }

// Clear forgets all that was compared and is being compared.
func (d *Deck) Clear() {
	for _, w := range d.underWay {
		w.cancel()
	}
	d.StopAll()
	d.compared, d.underWay, d.failed = NewCache[Pair, *Reading](maxCompared), make(map[Pair]*work), make(map[Pair]string)
}

// Count returns how many pairs the story has that is read.
func (d *Deck) Count() int { return d.Stories[d.story].PairCount() }

// side returns a pair as it is shown.
func (d *Deck) side(p Pair) Pair {
	if d.swapped {
		return p.Mirror()
	}
	return p
}

// Step makes the next pair wanted (by = 1) or the one before (by = -1), across
// the bounds of stories. It reports whether there was one.
func (d *Deck) Step(by int) bool {
	if d.free != nil {
		d.free = nil // back to where it was left
		return true
	}
	if at := d.at + by; at >= 0 && at < d.Count() {
		d.at = at
		return true
	}
	to := d.story + by
	if to < 0 || to >= len(d.Stories) {
		return false
	}
	d.story, d.at = to, 0
	if by < 0 {
		d.at = d.Count() - 1
	}
	return true
}

// neighbour returns the pair of this story that Step(by) would make wanted.
func (d *Deck) neighbour(by int) (Pair, bool) {
	if at := d.at + by; at >= 0 && at < d.Count() {
		return d.side(d.Stories[d.story].Pair(at)), true
	}
	return Pair{}, false
}

// Kin says what a pair's articles are to each other when a story knows them to
// be one text; "" for others.
func (d *Deck) Kin(p Pair) string {
	s := d.Stories[d.story]
	both := func(group []int) bool { return slices.Contains(group, p[0]) && slices.Contains(group, p[1]) }
	switch {
	case slices.ContainsFunc(s.Versions, both):
		return "two versions of one article"
	case slices.ContainsFunc(s.Copies, both):
		return "copies of one text"
	}
	return ""
}
