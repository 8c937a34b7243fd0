package screen

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/keys"
	"parallax/ui/list"
)

// A Chooser is a list of which a row is taken. It is the picker of pairs, the
// list of stories, the palette: they differ in their columns, rows and what
// taking a row does.
type Chooser struct {
	*list.List
	Keys   *keys.Map
	choose func(i int) Request // what taking an entry asks for; the chooser closes then

	// What a list may have beyond that; nil and empty is nothing.
	Typed func(query string) Request              // called when the query of a list changes whose rows are found elsewhere
	Other func(do keys.Action, entry int) Request // called for the other actions of lists
	More  []keys.Hint                             // for those
	Say   string                                  // what taking a row does, in a word or two; "" is "select"

	Preview func(entry int, c Canvas) []string // what is shown of an entry beside the list, where there is room
	beside  preview
}

// NewChooser returns a list with an entry selected.
func NewChooser(title string, columns []list.Column, entries []list.Entry, selected int, choose func(i int) Request) *Chooser {
	return &Chooser{List: list.New(title, columns, entries, selected), choose: choose}
}

func (c *Chooser) Name() string { return c.Title }

func (c *Chooser) Hints() []keys.Hint {
	return append(append([]keys.Hint{keys.Accept.To(cmp.Or(c.Say, "select"))}, c.More...), keys.Cancel.To("close"), keys.ListDown.To("down"), keys.ListUp.To("up"))
}

func (c *Chooser) Lines() []string { return c.withPreview(c.List.Lines()) }

func (c *Chooser) Fit(to Canvas) {
	c.Keys = to.Keys
	c.List.Fit(c.divide(to).Canvas)
}

func (c *Chooser) Update(msg tea.Msg) (Screen, Request) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return c.press(msg)
	case tea.PasteMsg:
		return c, c.edit(msg)
	case tea.MouseWheelMsg:
		c.Move(Notch(msg.Button))
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && msg.X < c.Width && c.Click(msg.Y) {
			return c.take()
		}
	}
	return c, nil
}

// press does what a key asks for. What types a letter is typed, whatever the
// letter does elsewhere.
func (c *Chooser) press(msg tea.KeyPressMsg) (Screen, Request) {
	switch do := c.Keys.ControlOf(keys.InList, msg); do {
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
		return c, Perform(keys.ToggleHelp)
	case "":
		return c, c.edit(msg)
	default:
		if i, ok := c.Selected(); ok && c.Other != nil {
			return c, c.Other(do, i)
		}
	}
	return c, nil
}

// edit types into the query.
func (c *Chooser) edit(msg tea.Msg) Request {
	if c.Type(msg) && c.Typed != nil {
		return c.Typed(c.Query())
	}
	return nil
}

// take closes the list with the selected entry.
func (c *Chooser) take() (Screen, Request) {
	if i, ok := c.Selected(); ok {
		return nil, c.choose(i)
	}
	return c, nil
}
