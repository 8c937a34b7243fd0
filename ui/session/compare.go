package session

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/diffview"
)

// maxUnderWay is how many comparisons run at a time. Holding down "]" must not
// start one for every pair passed; two keep a neighbour coming while the pair
// that is wanted is worked on.
const maxUnderWay = 2

// maxLeft is how many may run besides that were left: one that prepares a long
// article ends only when that is done.
const maxLeft = 2

// A comparer compares two articles, until it is done or ctx ends.
type comparer func(ctx context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error)

// A work is a comparison that runs.
type work struct {
	cancel context.CancelFunc
	left   bool // nobody waits for it any more
}

// ComparedMsg brings a reading, or why there is none. It names its pair, so that
// it is never taken for another however late it comes.
type ComparedMsg struct {
	Pair     Pair
	articles [2]*corpus.Article
	reading  *Reading
	err      error

	of *Reading // what a judge was asked about; nil when two articles were compared
}

// Fetch returns the commands that compare what is wanted and, once that is
// there, what the reader is likely to want next: the next pair, the one before
// and the swapped sides. What nobody waits for any more is left. It returns nil
// when nothing is to be done.
func (d *Deck) Fetch() tea.Cmd {
	want := []Pair{d.Wanted()}
	for _, by := range []int{1, -1} {
		if p, ok := d.neighbour(by); ok {
			want = append(want, p)
		}
	}
	want = append(want, d.Wanted().Mirror())
	d.leave(want)
	ahead := want[:1]
	if next, ok := d.neighbour(1); ok {
		ahead = []Pair{d.Wanted(), next}
	}
	if !d.known(d.Wanted()) {
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
		cmds = append(cmds, d.Work(p))
	}
	return tea.Batch(append(cmds, d.surveying(), d.ask(ahead))...)
}

// known reports whether a pair was compared, or cannot be.
func (d *Deck) known(p Pair) bool {
	_, ok := d.compared.values[p]
	return ok || d.failed[p] != ""
}

// leave ends the comparisons that nobody waits for any more: those of pairs that
// are not among these, nor asked for by a survey; and where they leave no room
// for the first of these, all others.
func (d *Deck) leave(want []Pair) {
	crowded := !d.known(want[0]) && d.underWay[want[0]] == nil && !d.room()
	for p, w := range d.underWay {
		if crowded || !slices.Contains(want, p) && !slices.Contains(d.survey, p) {
			w.cancel()
			w.left = true
		}
	}
}

// room reports whether one more comparison may run.
func (d *Deck) room() bool {
	waited := 0
	for _, w := range d.underWay {
		if !w.left {
			waited++
		}
	}
	return waited < maxUnderWay && len(d.underWay) < maxUnderWay+maxLeft
}

// Work returns the command that compares p. It takes with it all that it
// reads: articles and prepared articles never change.
func (d *Deck) Work(p Pair) tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	d.underWay[p] = &work{cancel: cancel}
	msg := ComparedMsg{Pair: p}
	var prepare [2]func() *diffview.Prepared
	for side, i := range p {
		msg.articles[side] = d.Articles[i]
		prepare[side] = d.prepare(i)
	}
	compare, kept := d.Compare, d.Kept
	if d.paired(p) {
		kept = nil // it is there
	}
	return func() tea.Msg {
		msg := msg
		msg.err = msg.read(ctx, prepare, compare)
		if msg.err == nil && kept != nil {
			kept.Put(msg.articles[0], msg.articles[1], msg.reading.pairing)
		}
		return msg
	}
}

// prepare returns what prepares an article. However many pairs of it are under
// way, the work is done once.
func (d *Deck) prepare(article int) func() *diffview.Prepared {
	prepared, ok := d.prepared.Get(article)
	if !ok {
		a := d.Articles[article]
		prepared = sync.OnceValue(func() *diffview.Prepared { return diffview.Prepare(a) })
		d.prepared.Put(article, prepared)
	}
	return prepared
}

// read compares a pair. A panic costs this pair and no other.
func (msg *ComparedMsg) read(ctx context.Context, prepare [2]func() *diffview.Prepared, compare comparer) error {
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
			msg.reading = newReading(msg.Pair, c)
		}
		return err
	})
}

// Take keeps what a command worked out.
func (d *Deck) Take(msg ComparedMsg) {
	if d.stale(msg) {
		return
	}
	if msg.of != nil {
		d.takeJudged(msg)
		return
	}
	if w := d.underWay[msg.Pair]; w != nil {
		w.cancel()
		delete(d.underWay, msg.Pair)
	}
	switch {
	case errors.Is(msg.err, context.Canceled): // it was left
	case msg.err != nil:
		d.failed[msg.Pair] = corpus.Printable(strings.Join(strings.Fields(msg.err.Error()), " "))
	default:
		d.pairings[msg.Pair] = msg.reading.pairing
		d.compared.Put(msg.Pair, msg.reading)
	}
}
