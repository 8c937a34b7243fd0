package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// A help is the help screen: every key by topic, and where the reader is in it.
type help struct {
	lines  []string
	top    int
	height int
}

// newHelp returns the help screen at its start.
func newHelp() *help { return &help{} }

// fit makes the lines for a screen of width × height cells.
func (h *help) fit(width, height int, m ansi.Method, t *theme) {
	keys := 0
	for _, topic := range topics {
		for _, c := range topic.keys {
			keys = max(keys, cells(m, c.Help().Key))
		}
	}
	h.lines = h.lines[:0]
	cut := func(s string, room int) string { return m.Truncate(s, max(0, room), "…") }
	for _, topic := range topics {
		if len(h.lines) > 0 {
			h.lines = append(h.lines, "")
		}
		h.lines = append(h.lines, t.as(strong, cut("  "+topic.name, width)))
		for _, c := range topic.keys {
			k := c.Help().Key
			pad := strings.Repeat(" ", keys-cells(m, k)+3)
			h.lines = append(h.lines, t.as(agree, cut("  "+k, width))+cut(pad+c.Help().Desc, width-2-cells(m, k)))
		}
	}
	h.height = max(1, height-1)
	h.scroll(0)
}

// scroll moves by lines, as far as there are any.
func (h *help) scroll(lines int) {
	h.top = max(0, min(h.top+lines, len(h.lines)-h.height))
}

// helped does what a key asks for while the help screen is shown: it scrolls,
// or it closes the help.
func (m *model) helped(do action, k tea.KeyPressMsg) {
	switch do {
	case lineDown:
		m.help.scroll(1)
	case lineUp:
		m.help.scroll(-1)
	case pageDown:
		m.help.scroll(m.help.height)
	case pageUp:
		m.help.scroll(-m.help.height)
	case toStart:
		m.help.scroll(-len(m.help.lines))
	case toEnd:
		m.help.scroll(len(m.help.lines))
	default:
		if do == toggleHelp || k.String() == "esc" || k.String() == "enter" {
			m.help = nil
		}
	}
}
