package ui

import (
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/page"
	"parallax/ui/preview"
	"parallax/ui/screen"
)

// openPicker lists the articles of the story and then all others, for the pane
// that is read. Enter puts one there, another key into the other pane.
func (m *model) openPicker() tea.Cmd {
	order := m.deck.Listed()
	side := m.viewport.Focus
	columns := []list.Column{{Part: quiet, Most: 3, End: true}, {Head: "open", Part: sign, Most: 5}, {Head: "outlet", Most: 18},
		{Head: "title"}, {Head: "date", Part: quiet, Most: 11}, {Head: "text", Part: quiet, Most: 11},
		{Head: "date", Aside: true}, {Head: "path file", Aside: true}}
	kin := m.deck.Kinship()
	wanted := m.deck.Wanted()
	entries := make([]list.Entry, len(order))
	for row, i := range order {
		a := m.deck.Articles[i]
		e := list.Entry{Cells: []string{"", "", label.Outlet(a), label.Title(a), label.Day(a), kin[i], label.TypedDays(a), a.Path}}
		if row < len(m.deck.Story().Articles) {
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
		return preview.Article(on, m.deck.Articles[i], preview.Begin, kin[i])
	}
	m.open(c)
	return nil
}

// put makes an article wanted in a pane, which is read from then on. If it
// is in the other pane, the two change places.
func (m *model) put(side diffview.Side, article int) tea.Cmd {
	p := m.deck.Wanted()
	switch article {
	case p[side]:
		m.message = m.deck.Articles[article].Name() + " is already on the " + label.Sides[side]
		return nil
	case p[side.Other()]:
		p = p.Mirror()
	default:
		p[side] = article
	}
	cmd := m.openPair(p)
	m.goTo(side, page.AnySentence)
	return cmd
}

// byNumber puts the article of the story whose number was pressed into the
// pane that is read. Without a number it asks which.
func (m *model) byNumber() tea.Cmd {
	articles := m.deck.Story().Articles
	switch n := slices.Index(m.Keys.Command(keys.ArticleNumber).Keys, m.pressed); {
	case n < 0:
		return m.openPicker()
	case n >= len(articles):
		m.message = fmt.Sprintf("this story has %d articles; %s lists all", len(articles), m.Keys.KeyOf(keys.OpenArticles))
		return nil
	default:
		return m.put(m.viewport.Focus, articles[n])
	}
}
