package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/ui/cell"
	"parallax/ui/label"
	"parallax/ui/session"
)

// Copying goes through the terminal (OSC 52), so that it works over SSH. The
// terminal does not answer: what is said is that it was sent, not that it came.

// copySentence sends the current sentence with its partners to the clipboard.
func (m *model) copySentence() tea.Cmd {
	at, ok := m.cursor()
	if !ok {
		m.message = noSentence
		return nil
	}
	p := m.viewport.Page
	m.message = "copied the sentence and its source (through the terminal)"
	if n := len(p.Partners(at)); n > 0 {
		m.message = "copied the sentence, " + label.Count(n, "partner") + " and their sources (through the terminal)"
	}
	return m.copy(citation(p.Reading, at))
}

// copySummary sends to the clipboard what the two articles share and where they
// conflict.
func (m *model) copySummary() tea.Cmd {
	p := m.viewport.Page
	m.message = "copied what both articles share, and " + label.Conflicts(p.CountConflicts()) + " (through the terminal)"
	return m.copy(export.Summary(p.Comparison))
}

// maxCopied is how many bytes are sent at most. Terminals drop longer sequences;
// 75,000 bytes of base64 is the smallest of the common limits.
const maxCopied = 56_000

// copy sends a text to the clipboard, as much of it as terminals take.
func (m *model) copy(text string) tea.Cmd {
	if len(text) > maxCopied {
		m.message = "too long for the clipboard: copied the first " + label.Size(maxCopied) + "; export to get everything"
	}
	return tea.SetClipboard(cell.ClipBytes(text, maxCopied))
}

// graded says what a conflict is called where a sentence is cited, by its grade.
var graded = [...]string{diffview.Core: "In conflict", diffview.Minor: "Minor difference", diffview.Updated: "Update"}

// citation returns a sentence with its source, its partners with theirs, and
// the reasons of the conflicts between them.
func citation(r *session.Reading, at session.Cursor) string {
	var b strings.Builder
	cite := func(side diffview.Side, sentences ...int) {
		a := r.Articles[side]
		for _, s := range sentences {
			b.WriteString(prose.Fold(a.Sentences[s].Of(a.Text)) + "\n")
		}
		b.WriteString("— " + attribution(a) + "\n")
	}
	cite(at.Side, at.Sentence)
	partners := r.Partners(at)
	if len(partners) == 0 {
		return b.String()
	}
	var theirs []int
	linked := make(map[int]bool)
	for _, p := range partners {
		theirs = append(theirs, p.Sentence)
		linked[p.Link] = true
	}
	b.WriteString("\n")
	cite(at.Side.Other(), theirs...)
	for _, c := range r.Conflicts {
		if linked[c.Link] {
			b.WriteString("\n" + graded[c.Grade] + ": " + c.Reason + "\n")
		}
	}
	return b.String()
}

// attribution names an article as one cites it: outlet, day, title, and where it is.
func attribution(a *corpus.Article) string {
	said := label.Outlet(a) + strings.Replace(label.Date(a), " · ", ", ", 1)
	if a.Meta.Title.Known() {
		said += ", “" + prose.Fold(a.Meta.Title.Value) + "”"
	}
	if u := a.Meta.URL.Value; u != "" {
		return said + ", " + prose.Fold(u)
	}
	return said + ", " + a.Path
}
