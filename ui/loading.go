package ui

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/progress"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/ui/label"
	"parallax/ui/page"
	"parallax/ui/session"
)

const (
	// firstArticles are grouped before all else is read, for a pair to begin
	// with; firstWait is how long one waits for more than two.
	firstArticles = 320
	firstWait     = 200 * time.Millisecond

	// progressEvery is how often the reader is told how far loading has come.
	progressEvery = 100 * time.Millisecond
)

// A source is where the articles come from while they are read: first the
// loading itself, then the changes in its folders.
type source struct {
	ctx      context.Context // ends when the reader is left
	paths    []string
	grouping story.Grouping
	loading  *corpus.Loading
	watcher  *corpus.Watcher // nil when nothing can be watched
	said     string          // how far it has come; "" when all is there
	part     float64         // the same of 1; 0 while it is not known how much there is
}

// progressMsg asks how far the loading has come.
type progressMsg struct{}

// loadedMsg brings everything that was read, again after each change.
type loadedMsg struct {
	corpus  *corpus.Corpus
	stories []story.Story
	loading *corpus.Loading
	watcher *corpus.Watcher // of the folders; nil after a change: it is the one there was
	again   bool
	err     error

	unwatched string // what changes will not be seen; "" when all will
}

// RunWhileLoading shows the pairs of articles of a loading while it goes on: as soon as
// two articles can be put side by side. When everything is read it is grouped,
// and the reader stays with the pair and the place. The same happens whenever a
// file below paths is added, changed or removed; grouping says what a story is. All
// else is as in Run.
func RunWhileLoading(ctx context.Context, loading *corpus.Loading, paths []string, grouping story.Grouping, o Options) error {
	if o = o.filled(); dumb(o.Environ) {
		return ErrTerminal
	}
	articles, all := loading.First(ctx, firstArticles, firstWait)
	var problems []corpus.Problem
	if all {
		c, err := loading.Wait(ctx)
		if err != nil {
			return err
		}
		problems = c.Problems
	} else {
		articles = articles[:min(len(articles), firstArticles)]
	}
	d, err := session.New(articles, grouping.Stories(articles))
	if err != nil {
		return err
	}
	m := newModel(d, o)
	m.message, m.landing = cmp.Or(unread(problems), m.message), true
	ctx, left := context.WithCancel(ctx)
	defer left()
	m.source = &source{ctx: ctx, paths: paths, grouping: grouping, loading: loading}
	if all {
		var unwatched string
		m.source.watcher, unwatched = m.source.watch()
		m.message = cmp.Or(m.message, unwatched)
	} else {
		m.source.progress()
	}
	return start(ctx, m)
}

// begin returns the commands that wait for what the source has next.
func (s *source) begin() tea.Cmd {
	switch {
	case s == nil:
		return nil
	case s.said == "":
		return s.change()
	}
	return tea.Batch(s.tick(), s.rest())
}

// tick asks how far the loading has come, soon.
func (s *source) tick() tea.Cmd {
	return tea.Tick(progressEvery, func(time.Time) tea.Msg { return progressMsg{} })
}

// watch returns a watcher of the folders, nil when there is none, and a line on
// what it does not see, "" when it sees everything.
func (s *source) watch() (*corpus.Watcher, string) {
	w, err := corpus.Watch(s.paths)
	if w != nil {
		context.AfterFunc(s.ctx, func() { w.Close() })
	}
	if err == nil {
		return w, ""
	}
	said, _, _ := strings.Cut(err.Error(), "\n")
	return w, said
}

// rest waits for everything and groups it.
func (s *source) rest() tea.Cmd {
	from := *s
	return func() tea.Msg {
		msg := loadedMsg{loading: from.loading}
		msg.watcher, msg.unwatched = from.watch()
		if msg.corpus, msg.err = from.loading.Wait(from.ctx); msg.err == nil {
			msg.stories = from.grouping.Stories(msg.corpus.Articles)
		}
		return msg
	}
}

// change waits for a change and reads what has changed.
func (s *source) change() tea.Cmd {
	ctx, loading, watcher, grouping := s.ctx, s.loading, s.watcher, s.grouping
	if watcher == nil {
		return nil
	}
	return func() tea.Msg {
		if err := watcher.Changed(ctx); err != nil {
			return nil // the reader is being left
		}
		msg := loadedMsg{loading: loading.Reload(ctx), again: true}
		if msg.corpus, msg.err = msg.loading.Wait(ctx); msg.err == nil {
			msg.stories = grouping.Stories(msg.corpus.Articles)
		}
		return msg
	}
}

// progress notes how far the loading has come.
func (s *source) progress() {
	s.said, s.part = progressOf(s.loading.Progress())
}

// progressOf says in words how far a loading has come, and of how much of it all
// files were read, if that is known.
func progressOf(p corpus.Progress) (said string, part float64) {
	switch {
	case p.Complete && p.Files == 1:
		return fmt.Sprintf("reading: %s articles", label.Thousands(p.Articles)), 0
	case !p.Complete:
		return fmt.Sprintf("reading: %s files", label.Thousands(p.Done)), 0
	case p.Done < p.Files:
		return fmt.Sprintf("reading: %s of %s files", label.Thousands(p.Done), label.Thousands(p.Files)), float64(p.Done) / float64(p.Files)
	}
	return fmt.Sprintf("grouping %s articles", label.Thousands(p.Articles)), 0
}

// The bar of the loading, and the width in cells from which there is room for it.
const (
	barWidth   = 20
	roomForBar = 100
)

// progressLine says how far the loading has come, with a bar where there is room
// for one; "" when all is read.
func (m *model) progressLine() string {
	s := m.source
	switch {
	case s == nil:
		return ""
	case s.said == "" || s.part == 0 || m.Width < roomForBar:
		return s.said
	}
	bar := progress.New(progress.WithWidth(barWidth), progress.WithoutPercentage(), progress.WithFillCharacters('━', '─'))
	bar.FullColor, bar.EmptyColor = lipgloss.NoColor{}, lipgloss.NoColor{}
	return s.said + " " + bar.ViewAs(s.part)
}

// progressed shows how far the loading has come.
func (m *model) progressed() tea.Cmd {
	if m.source == nil || m.source.said == "" {
		return nil
	}
	m.source.progress()
	return m.source.tick()
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
func (m *model) loaded(msg loadedMsg) tea.Cmd {
	m.source.loading, m.source.said = msg.loading, ""
	m.source.watcher = cmp.Or(msg.watcher, m.source.watcher)
	change := m.source.change()
	if msg.err != nil {
		m.message = "keeping the articles already loaded: " + msg.err.Error()
		return change
	}
	before := m.deck
	d, err := session.New(msg.corpus.Articles, msg.stories)
	if err != nil {
		m.message = "keeping the articles already loaded: " + err.Error()
		return change
	}
	m.exchange(m.moves.Regroup(d))
	m.comeBackLate()
	switch {
	case !msg.again:
		m.message = cmp.Or(unread(msg.corpus.Problems), msg.unwatched, m.message)
	case !before.Same(d):
		m.message = differences(before, d)
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
	m.pages = session.NewCache[page.Key, *page.Page](maxPages)
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

// differences says how the articles of a deck differ from those before.
func differences(before, now *session.Deck) string {
	was := make(map[string]*corpus.Article, len(before.Articles))
	for _, a := range before.Articles {
		was[a.Path] = a
	}
	added, changed := 0, 0
	for _, a := range now.Articles {
		switch old := was[a.Path]; {
		case old == nil:
			added++
		case old.Text != a.Text || old.Meta.Title != a.Meta.Title:
			changed++
		}
		delete(was, a.Path)
	}
	said := ""
	for _, n := range []struct {
		count int
		what  string
	}{{added, "added"}, {changed, "changed"}, {len(was), "removed"}} {
		if n.count == 0 {
			continue
		}
		if said != "" {
			said += ", "
		}
		said += fmt.Sprintf("%s %s", label.Thousands(n.count), n.what)
	}
	if said == "" {
		return ""
	}
	return "the folder has changed: " + said
}
