package ui

import (
	tea "charm.land/bubbletea/v2"

	"parallax/ui/look"
)

// What the screens say of looks, in the words of package look.
type piece = look.Piece

const (
	plain    = look.Plain
	agree    = look.Agree
	detail   = look.Detail
	wording  = look.Wording
	conflict = look.Conflict
	quiet    = look.Quiet
	sign     = look.Sign
	strong   = look.Strong
	added    = look.Added

	word    = look.Word
	foundAt = look.FoundAt
)

// retheme makes the looks for the chosen theme and what is known of the
// terminal.
func (m *model) retheme() {
	m.Theme = m.themed.Theme(m.onLight, m.profile, m.options.Settings.Colours, m.Theme)
}

// nextTheme goes to the next theme.
func (m *model) nextTheme() tea.Cmd {
	m.themed = m.themed.Next()
	m.retheme()
	m.message = "theme " + m.themed.Name
	return nil
}

// dressed returns a view in the colours of the theme: where the terminal has said
// that its background is of the other kind, it is asked for another one as long
// as the reader is shown.
func (m *model) dressed(v tea.View) tea.View {
	if m.answered && m.Theme.Dark == m.onLight {
		v.BackgroundColor, v.ForegroundColor = m.Theme.Ground, m.Theme.Text
	}
	return v
}
