package contents

import (
	"slices"
	"strconv"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/preview"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// NewArticles lists the articles of the story that is read and then all others, for
// the pane on a side. Enter puts one there, another key into the other pane.
func NewArticles(d *session.Deck, side diffview.Side, put func(side diffview.Side, article int) screen.Request) screen.Screen {
	order := d.Listed()
	columns := []list.Column{{Part: look.Quiet, Most: 3, End: true}, {Head: "open", Part: look.Sign, Most: 5}, {Head: "outlet", Most: 18},
		{Head: "title"}, {Head: "date", Part: look.Quiet, Most: 11}, {Head: "text", Part: look.Quiet, Most: 11},
		{Head: "date", Aside: true}, {Head: "path file", Aside: true}}
	kin := d.Kinship()
	wanted := d.Wanted()
	entries := make([]list.Entry, len(order))
	for row, i := range order {
		a := d.Articles[i]
		e := list.Entry{Cells: []string{"", "", label.Outlet(a), label.Title(a), label.Day(a), kin[i], label.TypedDays(a), a.Path}}
		if row < len(d.Story().Articles) {
			e.Cells[0] = strconv.Itoa(row + 1)
		}
		for pane, open := range wanted {
			if open == i {
				e.Cells[1] = label.Sides[pane]
			}
		}
		entries[row] = e
	}
	take := func(row int) screen.Request { return put(side, order[row]) }
	c := screen.NewChooser("articles", columns, entries, slices.Index(order, wanted[side]), take)
	c.Say = "on the " + label.Sides[side]
	c.More = []keys.Hint{keys.TakeOther.To("on the " + label.Sides[side.Other()])}
	c.Other = func(do keys.Action, row int) screen.Request {
		if do == keys.TakeOther {
			return put(side.Other(), order[row])
		}
		return nil
	}
	c.Preview = func(row int, on screen.Canvas) []string {
		i := order[row]
		return preview.Article(on, d.Articles[i], preview.Begin, kin[i])
	}
	return c
}
