package ui

import (
	"errors"
	"io/fs"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/exporter"
	"parallax/ui/help"
	"parallax/ui/matrix"
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

func (m *model) openHelp() tea.Cmd {
	m.open(&help.Screen{})
	return nil
}

// export opens the export dialogue.
func (m *model) export() tea.Cmd {
	p := m.viewport.Page
	d := exporter.New(p.Comparison, m.exportNotes(), p.Key.View, m.options.Dir, &m.exports)
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
