package ui

import (
	"errors"
	"io/fs"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/ui/contents"
	"parallax/ui/explain"
	"parallax/ui/exporter"
	"parallax/ui/help"
	"parallax/ui/hyperlink"
	"parallax/ui/keys"
	"parallax/ui/matrix"
	"parallax/ui/outside"
	"parallax/ui/screen"
	"parallax/ui/storypage"
	"parallax/ui/versions"
)

// openMatrix opens the table of the story at the pair that is read.
func (m *model) openMatrix() tea.Cmd {
	t := matrix.New(m.deck.Articles, m.deck.Story().Articles, m.deck.Wanted(), m.deck.Figure)
	m.open(t)
	return t.Survey()(m)
}

// openVersions opens the log of the versions of the article that is read.
func (m *model) openVersions() tea.Cmd {
	return m.openVersionsOf(m.deck.Wanted()[m.viewport.Focus])
}

// openVersionsOf opens the log of the versions of an article.
func (m *model) openVersionsOf(article int) tea.Cmd {
	for _, s := range m.deck.Stories {
		for _, group := range s.Versions {
			if !slices.Contains(group, article) {
				continue
			}
			l, compare := versions.New(m.deck.Articles, group)
			m.open(l)
			return compare
		}
	}
	m.message = m.deck.Articles[article].Name() + " has no other version here"
	return nil
}

// openHelp opens the help, which begins with what is about the screen it covers.
func (m *model) openHelp() tea.Cmd {
	over := keys.OnPage
	switch m.top().(type) {
	case nil:
	case *storypage.Page:
		over = keys.InStory
	default:
		over = keys.InList
	}
	m.open(&help.Screen{Over: over})
	return nil
}

// export opens the export dialogue.
func (m *model) export() tea.Cmd {
	p := m.viewport.Page
	d := exporter.New(p.Comparison, m.bookmarks.Notes(), p.Key.View, m.options.Dir, &m.exports)
	m.open(d)
	return d.Ask()(m)
}

// exported says what became of an export. A file in the way is the dialogue's
// to ask about.
func (m *model) exported(msg exporter.Written) {
	if !errors.Is(msg.Err, fs.ErrExist) {
		m.message = msg.Said()
	}
}

// bookmarkHere opens the dialogue that keeps the current sentence, or the pair.
func (m *model) bookmarkHere() tea.Cmd {
	at, ok := m.cursor()
	switch {
	case m.options.Folders.Notebook() == "":
		m.message = "no folder for bookmarks: set HOME or XDG_DATA_HOME"
	case !ok:
		m.message = noSentence
	default:
		m.bookmarks.Turn(m.viewport.Page.Reading)
		m.open(m.bookmarks.Mark(at))
	}
	return nil
}

// openBookmarks lists the bookmarks.
func (m *model) openBookmarks() tea.Cmd {
	switch s, elsewhere := m.bookmarks.List(m.deck); {
	case s != nil:
		m.open(s)
	case elsewhere != "":
		m.message = "no bookmarks here; " + elsewhere
	default:
		m.message = "no bookmarks yet: " + m.Keys.KeyOf(keys.MakeBookmark) + " bookmarks the current sentence"
	}
	return nil
}

// openParticulars tells all that is known of the sentence that is read.
func (m *model) openParticulars() tea.Cmd {
	at, ok := m.cursor()
	if !ok {
		m.message = noSentence
		return nil
	}
	p := m.viewport.Page
	m.open(explain.NewParticulars(p, at, m.jumped(at)))
	if !hyperlink.Supported(outside.Getenv(m.options.Environ, "TERM")) {
		return nil
	}
	return func() tea.Msg { return explain.Links(p.Articles) }
}

// openMoves lists where the article of the pane that is read can be moved to.
func (m *model) openMoves() tea.Cmd {
	if m.options.Folders.Moves() == "" {
		m.message = "no folder to keep this in: set HOME or XDG_DATA_HOME"
		return nil
	}
	side := m.viewport.Focus
	pair := m.deck.Wanted()
	m.open(m.moves.List(m.deck, pair[side], pair[side.Other()], side.Other(), func(said string) tea.Cmd {
		m.screens = nil
		m.exchange(m.moves.Regroup(m.deck))
		m.message = said
		return m.deck.Fetch()
	}))
	return nil
}

// openStoryPage opens the page of the story that is read.
func (m *model) openStoryPage() tea.Cmd {
	s := storypage.New(m.deck, storypage.Ways{
		Versions: func(article int) screen.Request {
			return request(func(m *model) tea.Cmd { return m.openVersionsOf(article) })
		},
		Browse:    func(a *corpus.Article) screen.Request { return request(func(m *model) tea.Cmd { return m.browse(a) }) },
		NextStory: request((*model).seekStory),
	})
	m.open(s)
	return s.Survey()(m)
}

// openConflicts opens the list of conflicts, and has all pairs compared, those
// of the story that is read first.
func (m *model) openConflicts() tea.Cmd {
	l := contents.NewConflicts(m.deck, m.options.Dir)
	m.open(l)
	return l.Survey()(m)
}

// openStories lists the stories.
func (m *model) openStories() tea.Cmd {
	l := contents.NewStories(m.deck, openStory)
	m.open(l)
	return l.Survey()(m)
}

// openPicker lists the articles, for the pane that is read.
func (m *model) openPicker() tea.Cmd {
	m.open(contents.NewArticles(m.deck, m.viewport.Focus, put))
	return nil
}
