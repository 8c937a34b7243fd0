package ui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/keys"
	"parallax/ui/list"
)

// A chooser is a list of which a row is taken. It is the picker of pairs, the
// list of stories, the palette: they differ in their columns, rows and what
// taking a row does.
type chooser struct {
	*list.List
	keys   *keys.Map
	choose func(i int) request // what taking an entry asks for; the chooser closes then

	// What a list may have beyond that; nil and empty is nothing.
	typed func(query string) request              // called when the query of a list changes whose rows are found elsewhere
	other func(do keys.Action, entry int) request // called for the other actions of lists
	more  []keys.Hint                             // for those
	say   string                                  // what taking a row does, in a word or two; "" is "take"
}

// newChooser returns a list with an entry selected.
func newChooser(title string, columns []list.Column, entries []list.Entry, selected int, choose func(i int) request) *chooser {
	return &chooser{List: list.New(title, columns, entries, selected), choose: choose}
}

func (c *chooser) name() string { return c.Title }

func (c *chooser) hints() []keys.Hint {
	return append(append([]keys.Hint{keys.Accept.To(cmp.Or(c.say, "take"))}, c.more...), keys.Cancel.To("close"), keys.ListDown.To("down"), keys.ListUp.To("up"))
}

func (c *chooser) lines() []string { return c.Lines() }

func (c *chooser) fit(to canvas) {
	c.keys = to.keys
	c.Fit(to.paper())
}

func (c *chooser) update(msg tea.Msg) (screen, request) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return c.press(msg)
	case tea.PasteMsg:
		return c, c.edit(msg)
	case tea.MouseWheelMsg:
		c.Move(notch(msg.Button))
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && c.Click(msg.Y) {
			return c.take()
		}
	}
	return c, nil
}

// press does what a key asks for. What types a letter is typed, whatever the
// letter does elsewhere.
func (c *chooser) press(msg tea.KeyPressMsg) (screen, request) {
	do := c.keys.ActionOf(keys.InList, msg)
	if msg.Text != "" {
		do = ""
	}
	switch do {
	case keys.ListDown:
		c.Move(1)
	case keys.ListUp:
		c.Move(-1)
	case keys.ListPageDown:
		c.Move(c.Page())
	case keys.ListPageUp:
		c.Move(-c.Page())
	case keys.Accept:
		return c.take()
	case keys.Cancel:
		return nil, nil
	case keys.ToggleHelp:
		return c, openScreen(newHelp())
	case "":
		return c, c.edit(msg)
	default:
		if i, ok := c.Selected(); ok && c.other != nil {
			return c, c.other(do, i)
		}
	}
	return c, nil
}

// edit types into the query.
func (c *chooser) edit(msg tea.Msg) request {
	if c.Type(msg) && c.typed != nil {
		return c.typed(c.Query())
	}
	return nil
}

// take closes the list with the selected entry.
func (c *chooser) take() (screen, request) {
	if i, ok := c.Selected(); ok {
		return nil, c.choose(i)
	}
	return c, nil
}
