package session

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/diffview/coverage"
)

// What a survey asks for may have been found by an earlier run: that is looked up
// before anything is compared, all of it at once, as reading an entry takes less
// than a screen takes to be drawn.

// A recalling is a survey whose pairs are being looked up.
type recalling struct{ cancel context.CancelFunc }

// RecalledMsg brings what earlier runs have found in the pairs of a survey.
type RecalledMsg struct {
	of    *recalling
	found []recalled
}

type recalled struct {
	pair     Pair
	articles [2]*corpus.Article
	pairing  coverage.Pairing
}

// recall returns the command that looks up the pairs of the survey; nil where
// nothing is kept or all is known. What is asked for no longer is not waited for.
func (d *Deck) recall() tea.Cmd {
	if d.recalling != nil {
		d.recalling.cancel()
		d.recalling = nil
	}
	if d.Kept == nil {
		return nil
	}
	var sought []recalled
	for _, p := range d.survey {
		if !d.Settled(p) {
			sought = append(sought, recalled{pair: p, articles: [2]*corpus.Article{d.Articles[p[0]], d.Articles[p[1]]}})
		}
	}
	if len(sought) == 0 {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	d.recalling = &recalling{cancel}
	kept, msg := d.Kept, RecalledMsg{of: d.recalling}
	return func() tea.Msg {
		for _, r := range sought {
			if ctx.Err() != nil {
				break
			}
			var ok bool
			if r.pairing, ok = kept.Get(r.articles[0], r.articles[1]); ok {
				msg.found = append(msg.found, r)
			}
		}
		return msg
	}
}

// TakeRecalled keeps what was looked up, where it is not known by now, and goes on
// with what was not found.
func (d *Deck) TakeRecalled(msg RecalledMsg) {
	for _, r := range msg.found {
		if !d.exchanged(r.pair, r.articles) && !d.Settled(r.pair) {
			d.pairings[r.pair] = r.pairing
		}
	}
	if msg.of == d.recalling {
		d.recalling = nil
	}
}
