package ui

import (
	"cmp"
	"context"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/layout"
	"parallax/ui/loading"
	"parallax/ui/page"
	"parallax/ui/session"
)

// RunWhileLoading shows the pairs of articles of a loading while it goes on: as soon as
// two articles can be put side by side. When everything is read it is grouped,
// and the reader stays with the pair and the place. The same happens whenever a
// file below paths is added, changed or removed; grouping says what a story is. All
// else is as in Run.
func RunWhileLoading(ctx context.Context, l *corpus.Loading, paths []string, grouping story.Grouping, o Options) error {
	if o = o.filled(); dumb(o.Environ) {
		return ErrTerminal
	}
	articles, problems, all, err := loading.First(ctx, l)
	if err != nil {
		return err
	}
	d, err := session.New(articles, grouping.Stories(articles))
	if err != nil {
		return err
	}
	m := newModel(d, o)
	m.message, m.landing = cmp.Or(unread(problems), m.message), true
	ctx, left := context.WithCancel(ctx)
	defer left()
	var unwatched string
	m.source, unwatched = loading.New(ctx, l, paths, grouping, all)
	m.message = cmp.Or(m.message, unwatched)
	return start(ctx, m)
}

// settle goes over to everything that was read, if that has come. What stands
// over the page names articles by numbers that are about to change: it is waited
// for until it is closed.
func (m *model) settle() tea.Cmd {
	msg := m.news
	if msg == nil || m.top() != nil {
		return nil
	}
	m.news = nil
	return m.loaded(*msg)
}

// loaded goes over to everything that was read, and waits for changes.
func (m *model) loaded(msg loading.Loaded) tea.Cmd {
	change := m.source.Take(msg)
	if msg.Err != nil {
		m.message = "keeping the articles already loaded: " + msg.Err.Error()
		return change
	}
	before := m.deck
	d, err := session.New(msg.Corpus.Articles, msg.Stories)
	if err != nil {
		m.message = "keeping the articles already loaded: " + err.Error()
		return change
	}
	m.exchange(m.moves.Regroup(d))
	m.comeBackLate()
	switch {
	case !msg.Again:
		m.message = cmp.Or(unread(msg.Corpus.Problems), msg.Unwatched, m.message)
	case !before.Same(d):
		m.message = loading.Differences(before, d)
	}
	return tea.Batch(m.deck.Fetch(), change)
}

// exchange makes another deck the one that is read, and stays with the pair and
// the place, whatever numbers its articles have there. What was worked out of
// articles that are still the same is kept where their numbers are, too.
func (m *model) exchange(d *session.Deck) {
	old := m.deck
	m.deck = d
	m.chrome = chrome{}
	if d.Follow(old) {
		return
	}
	m.target = nil
	m.pages, m.suits = session.NewCache[page.Key, *page.Page](maxPages), make(map[session.Pair]*layout.View)
	places := m.places
	m.places = session.NewCache[session.Pair, page.Place](maxPlaces)
	renumbered := old.Renumbering(d)
	for p, place := range places.All() {
		if q, ok := renumbered(p); ok && d.Articles[q[0]] == old.Articles[p[0]] && d.Articles[q[1]] == old.Articles[p[1]] {
			m.places.Put(q, place)
		}
	}
	if p := m.viewport.Page; p != nil {
		if q, ok := renumbered(p.Key.Pair); ok {
			m.places.Put(q, m.viewport.Place)
		}
		stale := *p
		stale.Key.Pair = session.Pair{-1, -1}
		m.viewport.Page = &stale
	}
}
