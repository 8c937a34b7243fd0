// Package loading is where the articles of the reader come from: first the loading
// of files, as it goes on, then the changes in their folders. Paths go in; what was
// read comes out, again and again, and how far that has come in words.
package loading

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

// A Source is where the articles come from while they are read: first the
// loading itself, then the changes in its folders.
type Source struct {
	ctx      context.Context // ends when the reader is left
	paths    []string
	grouping story.Grouping
	loading  *corpus.Loading
	watcher  *corpus.Watcher // nil when nothing can be watched
	said     string          // how far it has come; "" when all is there
	part     float64         // the same of 1; 0 while it is not known how much there is
}

// Progress asks how far the loading has come.
type Progress struct{}

// Loaded brings everything that was read, again after each change.
type Loaded struct {
	Corpus    *corpus.Corpus
	Stories   []story.Story
	Again     bool   // after a change
	Unwatched string // what changes will not be seen; "" when all will
	Err       error

	loading *corpus.Loading
	watcher *corpus.Watcher // of the folders; nil after a change: it is the one there was
}

// First returns the articles to begin with, and the files that could not be read
// when these are all.
func First(ctx context.Context, loading *corpus.Loading) (articles []*corpus.Article, problems []corpus.Problem, all bool, err error) {
	articles, all = loading.First(ctx, firstArticles, firstWait)
	if !all {
		return articles[:min(len(articles), firstArticles)], nil, false, nil
	}
	c, err := loading.Wait(ctx)
	if err != nil {
		return nil, nil, true, err
	}
	return articles, c.Problems, true, nil
}

// New returns the source of a loading, until a context ends: of all that is below
// paths, of which all was read or not. It says what changes will not be seen.
func New(ctx context.Context, loading *corpus.Loading, paths []string, grouping story.Grouping, all bool) (s *Source, unwatched string) {
	s = &Source{ctx: ctx, paths: paths, grouping: grouping, loading: loading}
	if all {
		s.watcher, unwatched = s.watch()
	} else {
		s.progress()
	}
	return s, unwatched
}

// Reading reports whether articles are still being read or grouped.
func (s *Source) Reading() bool { return s != nil && s.said != "" }

// Begin returns the commands that wait for what the source has next.
func (s *Source) Begin() tea.Cmd {
	switch {
	case s == nil:
		return nil
	case s.said == "":
		return s.change()
	}
	return tea.Batch(s.tick(), s.rest())
}

// tick asks how far the loading has come, soon.
func (s *Source) tick() tea.Cmd {
	return tea.Tick(progressEvery, func(time.Time) tea.Msg { return Progress{} })
}

// watch returns a watcher of the folders, nil when there is none, and a line on
// what it does not see, "" when it sees everything.
func (s *Source) watch() (*corpus.Watcher, string) {
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
func (s *Source) rest() tea.Cmd {
	from := *s
	return func() tea.Msg {
		msg := Loaded{loading: from.loading}
		msg.watcher, msg.Unwatched = from.watch()
		if msg.Corpus, msg.Err = from.loading.Wait(from.ctx); msg.Err == nil {
			msg.Stories = from.grouping.Stories(msg.Corpus.Articles)
		}
		return msg
	}
}

// change waits for a change and reads what has changed.
func (s *Source) change() tea.Cmd {
	ctx, loading, watcher, grouping := s.ctx, s.loading, s.watcher, s.grouping
	if watcher == nil {
		return nil
	}
	return func() tea.Msg {
		if err := watcher.Changed(ctx); err != nil {
			return nil // the reader is being left
		}
		msg := Loaded{loading: loading.Reload(ctx), Again: true}
		if msg.Corpus, msg.Err = msg.loading.Wait(ctx); msg.Err == nil {
			msg.Stories = grouping.Stories(msg.Corpus.Articles)
		}
		return msg
	}
}

// progress notes how far the loading has come.
func (s *Source) progress() {
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

// Line says how far the loading has come, with a bar where a width has room for
// one; "" when all is read.
func (s *Source) Line(width int) string {
	switch {
	case s == nil:
		return ""
	case s.said == "" || s.part == 0 || width < roomForBar:
		return s.said
	}
	bar := progress.New(progress.WithWidth(barWidth), progress.WithoutPercentage(), progress.WithFillCharacters('━', '─'))
	bar.FullColor, bar.EmptyColor = lipgloss.NoColor{}, lipgloss.NoColor{}
	return s.said + " " + bar.ViewAs(s.part)
}

// Ask finds out how far the loading has come, and has that asked again.
func (s *Source) Ask() tea.Cmd {
	if !s.Reading() {
		return nil
	}
	s.progress()
	return s.tick()
}

// Take goes over to what was read, and waits for changes.
func (s *Source) Take(msg Loaded) tea.Cmd {
	s.loading, s.said = msg.loading, ""
	s.watcher = cmp.Or(msg.watcher, s.watcher)
	return s.change()
}

// Small reports whether all is soon read: what is shown until then would be gone
// before one has looked at it. Of one file it is not known.
func (s *Source) Small() bool {
	const few = 1000
	p := s.loading.Progress()
	return p.Complete && p.Files > 1 && p.Files <= few
}

// Differences says how the articles of a deck differ from those before.
func Differences(before, now *session.Deck) string {
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
