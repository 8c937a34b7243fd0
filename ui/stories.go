package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A storyList is the stories of the corpus, with how much is in each. What its
// articles share and where they conflict is listed as far as it was compared: the
// list of conflicts has all pairs compared.
type storyList struct {
	*screen.Chooser
	*surveyed
	base  []list.Entry // by story, without what is not known yet
	order int          // an index into listOrders
	rows  []int        // the stories, as they are listed
}

// listOrders are the orders of the list of stories; the first is that of the
// corpus. A new one is a row here.
var listOrders = []struct {
	words string
	of    func(l *storyList, story int) int // the greatest comes first
}{
	{"", func(*storyList, int) int { return 0 }},
	{"most conflicts first", func(l *storyList, n int) int { _, conflicts := l.figures(n); return conflicts }},
	{"most shared first", func(l *storyList, n int) int { shared, _ := l.figures(n); return shared }},
	{"most articles first", func(l *storyList, n int) int { return len(l.deck.Stories[n].Articles) }},
}

// openStories lists the stories.
func (m *model) openStories() tea.Cmd {
	m.open(newStoryList(m.deck).Chooser)
	return nil
}

func newStoryList(d *session.Deck) *storyList {
	l := &storyList{surveyed: newSurveyed(d)}
	for _, s := range d.Stories {
		members := s.Members(d.Articles)
		l.base = append(l.base, list.Entry{
			Cells: []string{story.Title(members), label.Outlets(members), label.Days(members), strconv.Itoa(len(members)), "", "",
				some(grouped(s.Versions)), some(grouped(s.Copies)), strings.Join(titles(members), " "), label.TypedDays(members...)},
		})
	}
	columns := []list.Column{{Head: "story"}, {Head: "outlets", Part: quiet, Most: 20, Tail: true}, {Head: "date", Part: quiet, Most: 17},
		{Head: "articles", Most: 8, End: true}, {Head: "shared", Most: 6, End: true}, {Head: "conflicts", Most: 9, End: true},
		{Head: "versions", Part: quiet, Most: 8, End: true}, {Head: "copies", Part: quiet, Most: 6, End: true},
		{Head: "title", Aside: true}, {Head: "date", Aside: true}}
	l.Chooser = screen.NewChooser("stories", columns, nil, d.Position().Story, func(row int) screen.Request { return openStory(l.rows[row]) })
	l.Say, l.More = "open", []keys.Hint{keys.ListOrder.To("order")}
	l.Other = func(do keys.Action, _ int) screen.Request {
		if do == keys.ListOrder {
			l.order = (l.order + 1) % len(listOrders)
			l.Restart()
			l.list(0)
		}
		return nil
	}
	l.gather()
	l.list(d.Position().Story)
	return l
}

// figures returns how many facts the articles of a story share and how many
// conflicts there are, as far as is known.
func (l *storyList) figures(n int) (shared, conflicts int) {
	if t := l.tables[n]; t != nil {
		return len(t.Facts), t.CountDisputes()
	}
	return 0, 0
}

// list makes the rows anew, with one selected.
func (l *storyList) list(selected int) {
	l.rows = l.rows[:0]
	for n := range l.base {
		l.rows = append(l.rows, n)
	}
	order := listOrders[l.order]
	slices.SortStableFunc(l.rows, func(a, b int) int { return cmp.Compare(order.of(l, b), order.of(l, a)) })
	entries := make([]list.Entry, len(l.rows))
	for i, n := range l.rows {
		entries[i] = l.base[n]
		entries[i].Cells = slices.Clone(entries[i].Cells)
		if shared, conflicts := l.figures(n); l.tables[n] != nil {
			entries[i].Cells[4], entries[i].Cells[5] = strconv.Itoa(shared), strconv.Itoa(conflicts)
		}
	}
	l.Note = order.words
	l.Keep(selected)
	l.SetEntries(entries)
}

// maxTitles is how many headlines of a story are searched.
const maxTitles = 50

// titles returns the headlines of articles.
func titles(members []*corpus.Article) []string {
	var all []string
	for _, a := range members[:min(len(members), maxTitles)] {
		all = append(all, label.Title(a))
	}
	return all
}

// grouped returns how many articles are in groups.
func grouped(groups [][]int) (n int) {
	for _, g := range groups {
		n += len(g)
	}
	return n
}

// some writes a number, "" for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
