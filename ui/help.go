package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/diffview/layout"
	"parallax/diffview/measured"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/look"
	"parallax/ui/screen"
)

// leastSaying is the room in cells below which what a key does is on lines of its own.
const leastSaying = 20

// A help is the help screen: every key by topic, and where the reader is in it.
type help struct {
	screen.Canvas
	made []string
	at   int
}

// newHelp returns the help screen at its start.
func newHelp() *help { return &help{} }

func (h *help) Name() string { return "help" }

func (h *help) Hints() []keys.Hint {
	hints := []keys.Hint{keys.Cancel.To("close")}
	if h.Height < len(h.made) {
		hints = append(hints, keys.ListDown.To("down"), keys.ListUp.To("up"), keys.PageDown.To("page"))
	}
	return hints
}

func (h *help) Fit(c screen.Canvas) {
	h.Canvas = c
	keys := 0
	for _, topic := range c.Keys.Topics {
		for i := range topic.Commands {
			keys = max(keys, cell.Width(c.Method, topic.Commands[i].Shown()))
		}
	}
	h.made = h.made[:0]
	for _, topic := range c.Keys.Topics {
		if len(h.made) > 0 {
			h.made = append(h.made, "")
		}
		h.made = append(h.made, c.Compose(c.Width, false, plain.Of("  "), strong.Of(topic.Name)))
		for i := range topic.Commands {
			k := topic.Commands[i].Shown()
			if k == "" {
				continue
			}
			h.row(keys, agree.Of(k), plain.Of(topic.Commands[i].Help))
		}
	}
	h.made = append(h.made, "", c.Compose(c.Width, false, plain.Of("  "), strong.Of("Marks")))
	for _, mark := range marks {
		h.row(keys, mark[0], mark[1])
	}
	h.made = append(h.made, "", h.Compose(h.Width, false, plain.Of("  "), strong.Of("Conflicts noticed, of those that readers marked")))
	for _, k := range measured.Last().Kinds {
		h.row(keys, plain.Of(k.Count()), plain.Of(k.Name()))
	}
	h.scroll(0)
}

// row adds a key or a mark with its explanation: the name in a column of width
// cells, the explanation next to it, wrapped as needed.
func (h *help) row(width int, name, says piece) {
	pad := strings.Repeat(" ", max(0, width-cell.Width(h.Method, name.Text))+3)
	room := h.Width - width - 6
	if room < leastSaying {
		room = len(says.Text) // no room to wrap in: the line is cut
	}
	for i, line := range strings.Split(ansi.Wordwrap(says.Text, room, ""), "\n") {
		if i > 0 {
			name, pad = piece{}, strings.Repeat(" ", width+3)
		}
		h.made = append(h.made, h.Compose(h.Width, false, plain.Of("  "), name, plain.Of(pad), says.Part.Of(line)))
	}
}

// marks explains the styles of words and the signs of rows.
var marks = [][2]piece{
	{agree.Of("words"), plain.Of("both articles say it, in the same or other words")},
	{perhaps.Of("words"), plain.Of("both say it if the match, which is unsure, is right")},
	{detail.Of("words"), plain.Of("in a sentence that both report: only this article says it, as far as was noticed")},
	{wording.Of("words"), plain.Of("both report it but word it differently; no evidence of a conflict")},
	{conflict.Of("words"), plain.Of("both report it and cannot both be right; the line below the text says why")},
	{added.Of("words"), plain.Of("in two versions of one article: only this version says it (what is the same is plain)")},
	{sign.Of(layout.Same.Sign()), plain.Of("word for word the same")},
	{sign.Of(layout.Similar.Sign()), plain.Of("both report it")},
	{sign.Of(layout.Conflict.Sign()), plain.Of("both report it, and they conflict")},
	{sign.Of(layout.Unsure.Sign()), plain.Of("perhaps the same: " + measured.Unsure())},
	{sign.Of(layout.OnlyLeft.Sign() + " " + layout.OnlyRight.Sign()), plain.Of("only the left article has it, only the right one")},
	{sign.Of(layout.Furniture.Sign()), plain.Of("page lines outside the article")},
	{quiet.Of("12*"), plain.Of("a repeat: the sentence is shown in full elsewhere")},
	{quiet.Of("12" + layout.ParagraphSign), plain.Of("in two versions of one article: a paragraph begins here in this one only")},
	{sign.Of("▐"), plain.Of("overview column, the whole text: what is on the screen; click or drag to go elsewhere")},
	{shared.Of("█"), plain.Of("overview: both say it")},
	{look.Lone.Of("▒"), plain.Of("overview: only this article says it")},
	{look.Other.Of("▓"), plain.Of("overview: worded differently")},
	{conflict.Of("!"), plain.Of("overview: a conflict")},
}

// scroll moves by lines, as far as there are any.
func (h *help) scroll(lines int) {
	h.at = max(0, min(h.at+lines, len(h.made)-h.Height))
}

func (h *help) Lines() []string {
	shown := h.made[h.at:min(h.at+h.Height, len(h.made))]
	for len(shown) < h.Height {
		shown = append(shown[:len(shown):len(shown)], "")
	}
	return shown
}

func (h *help) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		h.scroll(screen.Notch(msg.Button))
	case tea.KeyPressMsg:
		switch h.Keys.ActionOf(keys.InHelp, msg) {
		case keys.LineDown, keys.ListDown:
			h.scroll(1)
		case keys.LineUp, keys.ListUp:
			h.scroll(-1)
		case keys.PageDown:
			h.scroll(h.Height)
		case keys.PageUp:
			h.scroll(-h.Height)
		case keys.ToStart:
			h.scroll(-len(h.made))
		case keys.ToEnd:
			h.scroll(len(h.made))
		case keys.ToggleHelp, keys.Quit, keys.Accept, keys.Cancel:
			return nil, nil
		}
	}
	return h, nil
}
