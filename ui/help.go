package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A help is the help screen: every key by topic, and where the reader is in it.
type help struct {
	canvas
	made []string
	at   int
}

// newHelp returns the help screen at its start.
func newHelp() *help { return &help{} }

func (h *help) name() string { return "help" }

func (h *help) hints() []hint {
	hints := []hint{{cancel, "closes the help"}}
	if h.height < len(h.made) {
		hints = append(hints, hint{listDown, "down"}, hint{listUp, "up"}, hint{pageDown, "page"})
	}
	return hints
}

func (h *help) fit(c canvas) {
	h.canvas = c
	keys := 0
	for _, topic := range c.keys.topics {
		for i := range topic.commands {
			keys = max(keys, cells(c.method, topic.commands[i].shown()))
		}
	}
	h.made = h.made[:0]
	for _, topic := range c.keys.topics {
		if len(h.made) > 0 {
			h.made = append(h.made, "")
		}
		h.made = append(h.made, c.compose(c.width, false, piece{plain, "  "}, piece{strong, topic.name}))
		for i := range topic.commands {
			k := topic.commands[i].shown()
			if k == "" {
				continue
			}
			pad := strings.Repeat(" ", keys-cells(c.method, k)+3)
			h.made = append(h.made, c.compose(c.width, false,
				piece{plain, "  "}, piece{agree, k}, piece{plain, pad + topic.commands[i].help}))
		}
	}
	h.scroll(0)
}

// scroll moves by lines, as far as there are any.
func (h *help) scroll(lines int) {
	h.at = max(0, min(h.at+lines, len(h.made)-h.height))
}

func (h *help) lines() []string {
	shown := h.made[h.at:min(h.at+h.height, len(h.made))]
	for len(shown) < h.height {
		shown = append(shown[:len(shown):len(shown)], "")
	}
	return shown
}

func (h *help) update(msg tea.Msg) (screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		h.scroll(notch(msg.Button))
	case tea.KeyPressMsg:
		switch h.keys.actionOf(inHelp, msg) {
		case lineDown, listDown:
			h.scroll(1)
		case lineUp, listUp:
			h.scroll(-1)
		case pageDown:
			h.scroll(h.height)
		case pageUp:
			h.scroll(-h.height)
		case toStart:
			h.scroll(-len(h.made))
		case toEnd:
			h.scroll(len(h.made))
		case toggleHelp, quit, accept, cancel:
			return nil, nil
		}
	}
	return h, nil
}
