package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/diffview/export"
	"parallax/ui/cell"
	"parallax/ui/explain"
	"parallax/ui/label"
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
	return m.copy(explain.Citation(p.Reading, at))
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
