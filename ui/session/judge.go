package session

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/diffview"
)

// A judge is asked about pairs that are compared already, in the background: the
// one that is read and the next. Its answer takes the place of the comparison by
// words; until then, and when it gives none, that is what is read.

// An asking is a question that is on its way.
type asking struct {
	cancel context.CancelFunc
}

// askAfter is how long a pair has to be wanted before anybody is asked about it:
// questions cost tokens, and "]" held down passes many pairs.
const askAfter = 300 * time.Millisecond

// A lookJudge adds to a comparison what an outside judge finds.
type lookJudge func(ctx context.Context, c *diffview.Comparison) *diffview.Comparison

// ask returns the commands that ask the judge about pairs, those that are compared
// and were not asked about. Questions about others are given up.
func (d *Deck) ask(pairs []Pair) tea.Cmd {
	for p, a := range d.asking {
		if !slices.Contains(pairs, p) {
			a.cancel()
			delete(d.asking, p)
		}
	}
	if d.Judge == nil {
		return nil
	}
	var cmds []tea.Cmd
	for _, p := range pairs {
		r, ok := d.compared.values[p]
		if !ok || r.Exact != nil || r.Judged != nil || d.asking[p] != nil || d.unasked[p] {
			continue
		}
		cmds = append(cmds, d.askAbout(p, r))
	}
	return tea.Batch(cmds...)
}

// askAbout returns the command that asks about a pair that is compared.
func (d *Deck) askAbout(p Pair, r *Reading) tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	d.asking[p] = &asking{cancel}
	judge, wait := d.Judge, d.AskAfter
	return func() tea.Msg {
		msg := ComparedMsg{Pair: p, of: r, articles: [2]*corpus.Article(r.Articles)}
		select {
		case <-ctx.Done():
			return msg
		case <-time.After(wait):
		}
		msg.err = diffview.Guard(r.Articles[0], r.Articles[1], func() error {
			c := judge(ctx, r.Comparison)
			if ctx.Err() == nil {
				msg.reading = newReading(p, c)
			}
			return ctx.Err()
		})
		return msg
	}
}

// AskNow asks the judge about a pair that is compared, if that was not done, and
// waits for the answer.
func (d *Deck) AskNow(p Pair) {
	r, ok := d.compared.values[p]
	if d.Judge == nil || !ok || r.Exact != nil || r.Judged != nil || d.unasked[p] {
		return
	}
	d.AskAfter = 0
	d.takeJudged(d.askAbout(p, r)().(ComparedMsg))
}

// takeJudged keeps what a judge added to a reading that is still kept. An answer
// that nobody waits for any more is forgotten.
func (d *Deck) takeJudged(msg ComparedMsg) {
	a := d.asking[msg.Pair]
	if a == nil || d.compared.values[msg.Pair] != msg.of {
		return
	}
	a.cancel()
	delete(d.asking, msg.Pair)
	if msg.reading == nil {
		d.unasked[msg.Pair] = true
		return
	}
	delete(d.pairings, msg.Pair.Mirror())
	d.judged++
	d.pairings[msg.Pair] = msg.reading.pairing
	d.compared.Put(msg.Pair, msg.reading)
}

// Asking reports whether the judge is being asked about a pair.
func (d *Deck) Asking(p Pair) bool { return d.asking[p] != nil }

// Judged returns how often a judge has added to what was compared.
func (d *Deck) Judged() int { return d.judged }

// StopAsking gives up the question about a pair, and does not ask about it again.
func (d *Deck) StopAsking(p Pair) {
	if a := d.asking[p]; a != nil {
		a.cancel()
		delete(d.asking, p)
		d.unasked[p] = true
	}
}

// StopAll gives up all questions.
func (d *Deck) StopAll() {
	for p, a := range d.asking {
		a.cancel()
		delete(d.asking, p)
	}
}

// followJudge goes on asking the judge of another deck; with the same numbers, also
// about the same pairs.
func (d *Deck) followJudge(old *Deck, sameNumbers bool) {
	d.Judge, d.AskAfter, d.judged = old.Judge, old.AskAfter, old.judged
	if sameNumbers {
		d.asking, d.unasked = old.asking, old.unasked
		return
	}
	old.StopAll()
}
