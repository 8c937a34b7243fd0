package ui

import (
	"context"
	"errors"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview"
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

// maxLeft is how many may run besides that were left: one that prepares a long
// article ends only when that is done.
const maxLeft = 2

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

	compare  comparer
	prepared *cache[int, func() *diffview.Prepared] // by article: made when it is first called, once
	compared *cache[pair, *reading]
	underWay map[pair]*work
	failed   map[pair]string // why a pair could not be compared
	figures  map[pair]figure // of all that was compared
	survey   []pair          // those whose figures are asked for
}

// A comparer compares two articles, until it is done or ctx ends.
type comparer func(ctx context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error)

// A work is a comparison that runs.
type work struct {
	cancel context.CancelFunc
	left   bool // nobody waits for it any more
}

// comparedMsg brings a reading, or why there is none. It names its pair, so that
// it is never taken for another however late it comes.
type comparedMsg struct {
	pair     pair
	articles [2]*corpus.Article
	reading  *reading
	err      error
}

// newDeck returns the pairs of the stories, the first one wanted.
func newDeck(articles []*corpus.Article, stories []story.Story) (*deck, error) {
	if len(articles) < 2 {
		return nil, ErrNoPair
	}
	d := &deck{
		articles: articles,
		compare:  diffview.Compare,
		prepared: newCache[int, func() *diffview.Prepared](maxPrepared),
		compared: newCache[pair, *reading](maxCompared),
		underWay: make(map[pair]*work),
		failed:   make(map[pair]string),
		figures:  make(map[pair]figure),
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

// swap shows pairs with their sides exchanged, or as they are again.
func (d *deck) swap() { d.swapped = !d.swapped }

// A position is where in the order of reading a deck is.
type position struct {
	story, stories int  // from 0, and how many
	pair, pairs    int  // of the story, likewise
	free           bool // the pair is of no story: it was chosen by hand
}

// position returns where the deck is.
func (d *deck) position() position {
	return position{d.story, len(d.stories), d.at, d.count(), d.free != nil}
}

// reading returns the comparison of a pair, if it is there.
func (d *deck) reading(p pair) (*reading, bool) { return d.compared.get(p) }

// failure says why a pair could not be compared, "" if it was or may be.
func (d *deck) failure(p pair) string { return d.failed[p] }

// clear forgets all that was compared and is being compared.
func (d *deck) clear() {
	for _, w := range d.underWay {
		w.cancel()
	}
	d.compared, d.underWay, d.failed = newCache[pair, *reading](maxCompared), make(map[pair]*work), make(map[pair]string)
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
// and the swapped sides. What nobody waits for any more is left. It returns nil
// when nothing is to be done.
func (d *deck) fetch() tea.Cmd {
	want := []pair{d.wanted()}
	for _, by := range []int{1, -1} {
		if p, ok := d.neighbour(by); ok {
			want = append(want, p)
		}
	}
	want = append(want, d.wanted().mirror())
	d.leave(want)
	if !d.known(d.wanted()) {
		want = want[:1]
	}
	var cmds []tea.Cmd
	for _, p := range want {
		if d.known(p) || d.underWay[p] != nil {
			continue
		}
		if !d.room() {
			break
		}
		cmds = append(cmds, d.work(p))
	}
	return tea.Batch(append(cmds, d.surveying())...)
}

// known reports whether a pair was compared, or cannot be.
func (d *deck) known(p pair) bool {
	_, ok := d.compared.values[p]
	return ok || d.failed[p] != ""
}

// leave ends the comparisons that nobody waits for any more: those of pairs that
// are not among these, nor asked for by a survey; and where they leave no room
// for the first of these, all others.
func (d *deck) leave(want []pair) {
	crowded := !d.known(want[0]) && d.underWay[want[0]] == nil && !d.room()
	for p, w := range d.underWay {
		if crowded || !slices.Contains(want, p) && !slices.Contains(d.survey, p) {
			w.cancel()
			w.left = true
		}
	}
}

// room reports whether one more comparison may run.
func (d *deck) room() bool {
	waited := 0
	for _, w := range d.underWay {
		if !w.left {
			waited++
		}
	}
	return waited < maxUnderWay && len(d.underWay) < maxUnderWay+maxLeft
}

// work returns the command that compares p. It takes with it all that it
// reads: articles and prepared articles never change.
func (d *deck) work(p pair) tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	d.underWay[p] = &work{cancel: cancel}
	msg := comparedMsg{pair: p}
	var prepare [2]func() *diffview.Prepared
	for side, i := range p {
		msg.articles[side] = d.articles[i]
		prepare[side] = d.prepare(i)
	}
	compare := d.compare
	return func() tea.Msg {
		msg := msg
		msg.err = msg.read(ctx, prepare, compare)
		return msg
	}
}

// prepare returns what prepares an article. However many pairs of it are under
// way, the work is done once.
func (d *deck) prepare(article int) func() *diffview.Prepared {
	prepared, ok := d.prepared.get(article)
	if !ok {
		a := d.articles[article]
		prepared = sync.OnceValue(func() *diffview.Prepared { return diffview.Prepare(a) })
		d.prepared.put(article, prepared)
	}
	return prepared
}

// read compares a pair. A panic costs this pair and no other.
func (msg *comparedMsg) read(ctx context.Context, prepare [2]func() *diffview.Prepared, compare comparer) error {
	return diffview.Guard(msg.articles[0], msg.articles[1], func() error {
		var prepared [2]*diffview.Prepared
		for side := range prepared {
			if err := ctx.Err(); err != nil {
				return err
			}
			prepared[side] = prepare[side]()
		}
		c, err := compare(ctx, prepared[0], prepared[1])
		if err == nil {
			msg.reading = newReading(msg.pair, c)
		}
		return err
	})
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
	if d.stale(msg) {
		return
	}
	if w := d.underWay[msg.pair]; w != nil {
		w.cancel()
		delete(d.underWay, msg.pair)
	}
	switch {
	case errors.Is(msg.err, context.Canceled): // it was left
	case msg.err != nil:
		d.failed[msg.pair] = corpus.Printable(oneLine(msg.err.Error()))
	default:
		d.note(msg.reading)
		d.compared.put(msg.pair, msg.reading)
	}
}
