package ui

import (
	tea "charm.land/bubbletea/v2"
)

// Where the reader begins: where the corpus was left; or else on the page of the
// first story, the one that most articles have reported; or else, where no story
// has more than two, at the first pair. Two articles of different stories are
// never shown unless they were asked for.

// storyFrom is how many articles a story has for whose sake its page is shown
// first: of two the pair says all there is, as it does of versions and copies of
// one text.
const storyFrom = 3

// undecided reports whether the reader has not begun anywhere yet.
func (m *model) undecided() bool { return m.landing && !m.greeted && m.resume == nil }

// reading reports whether articles are still being read or grouped.
func (m *model) reading() bool { return m.source != nil && m.source.said != "" }

// land goes to where a corpus begins, once everything is read.
func (m *model) land() tea.Cmd {
	if !m.undecided() || m.reading() || m.top() != nil {
		return nil
	}
	m.landing = false
	switch {
	case m.deck.Grouped() && (len(m.deck.Stories[0].Articles) < storyFrom || m.deck.Stories[0].Texts() == 1):
		return m.openStory(0)
	case m.deck.Grouped():
		return tea.Batch(m.openStory(0), m.openStoryPage())
	case len(m.deck.Articles) > 2:
		m.message = "no two articles report the same event: choose two to read side by side"
		return m.openPicker()
	}
	return nil
}

// unrelated says why no pair is shown: until stories are known, any two articles
// would be.
func (m *model) unrelated() string {
	if m.undecided() && m.reading() && !m.deck.Grouped() && len(m.deck.Articles) > 2 {
		return "looking for articles about the same event …"
	}
	return ""
}
