package help

import (
	tea "charm.land/bubbletea/v2"

	"parallax/ui/keys"
	"parallax/ui/screen"
)

// A Screen is the help over whatever else is shown.
type Screen struct {
	*Sheet
	Over keys.Mode // what it is opened over
	keys *keys.Map
}

func (h *Screen) Name() string { return "help" }

func (h *Screen) Hints() []keys.Hint {
	hints := []keys.Hint{keys.Cancel.To("close")}
	if h.Scrolls() {
		hints = append(hints, keys.ListDown.To("down"), keys.ListUp.To("up"), keys.ListPageDown.To("page"))
	}
	return hints
}

func (h *Screen) Fit(c screen.Canvas) {
	if h.Sheet == nil {
		h.Sheet = New(c.Keys, h.Over)
	}
	h.keys = c.Keys
	h.Sheet.Fit(c.Canvas)
}

func (h *Screen) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		h.Scroll(screen.Notch(msg.Button))
	case tea.PasteMsg:
		h.Type(msg)
	case tea.KeyPressMsg:
		return h.press(msg)
	}
	return h, nil
}

// press does what a key asks for. Letters are typed; that which opened the help
// closes it as long as nothing is.
func (h *Screen) press(msg tea.KeyPressMsg) (screen.Screen, screen.Request) {
	do := h.keys.ActionOf(keys.InList, msg)
	if msg.Text != "" && (do != keys.ToggleHelp || h.Query() != "") {
		do = ""
	}
	switch do {
	case keys.ListDown:
		h.Scroll(1)
	case keys.ListUp:
		h.Scroll(-1)
	case keys.ListPageDown:
		h.Scroll(h.Page())
	case keys.ListPageUp:
		h.Scroll(-h.Page())
	case keys.ToggleHelp, keys.Accept, keys.Cancel:
		return nil, nil
	case "":
		h.otherwise(msg)
	}
	return h, nil
}

// otherwise types a key. As long as nothing is typed, those that go to the ends of
// what is typed go to the ends of the help.
func (h *Screen) otherwise(msg tea.KeyPressMsg) {
	if h.Query() == "" && msg.Text == "" {
		switch h.keys.ActionOf(keys.InHelp, msg) {
		case keys.ToStart:
			h.ToEnd(false)
			return
		case keys.ToEnd:
			h.ToEnd(true)
			return
		}
	}
	h.Type(msg)
}
