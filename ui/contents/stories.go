package contents

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
	"parallax/ui/look"
	"parallax/ui/preview"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// Stories are the stories of the corpus, with how much is in each. What its
// articles share and where they conflict is listed as far as it was compared; the
// rest is compared while the list is open.
type Stories struct {
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
	of    func(l *Stories, story int) int // the greatest comes first
}{
	{"", func(*Stories, int) int { return 0 }},
	{"most conflicts first", func(l *Stories, n int) int { _, conflicts := l.figures(n); return conflicts }},
	{"most shared first", func(l *Stories, n int) int { shared, _ := l.figures(n); return shared }},
	{"most articles first", func(l *Stories, n int) int { return len(l.deck.Stories[n].Articles) }},
}

// NewStories returns the list of the stories of a deck; open asks for one.
func NewStories(d *session.Deck, open func(story int) screen.Request) *Stories {
	l := &Stories{surveyed: newSurveyed(d)}
	for _, s := range d.Stories {
		members := s.Members(d.Articles)
		l.base = append(l.base, list.Entry{
			Cells: []string{story.Title(members), label.Outlets(members), label.Days(members), strconv.Itoa(len(members)), "", "",
				some(grouped(s.Versions)), some(grouped(s.Copies)), strings.Join(titles(members), " "), label.TypedDays(members...)},
		})
	}
	columns := []list.Column{{Head: "story"}, {Head: "outlets", Part: look.Quiet, Most: 20, Tail: true, Spare: true}, {Head: "date", Part: look.Quiet, Most: 17},
		{Head: "articles", Most: 8, End: true}, {Head: "shared", Most: 6, End: true}, {Head: "conflicts", Most: 9, End: true},
		{Head: "versions", Part: look.Quiet, Most: 8, End: true, Spare: true}, {Head: "copies", Part: look.Quiet, Most: 6, End: true, Spare: true},
		{Head: "title", Aside: true}, {Head: "date", Aside: true}}
	l.Chooser = screen.NewChooser("stories", columns, nil, d.Position().Story, func(row int) screen.Request { return open(l.rows[row]) })
	l.Say, l.More = "open", []keys.Hint{keys.ListOrder.To("order")}
	l.Other = func(do keys.Action, _ int) screen.Request {
		if do == keys.ListOrder {
			l.order = (l.order + 1) % len(listOrders)
			l.Restart()
			l.list(-1)
		}
		return nil
	}
	l.Preview = func(row int, on screen.Canvas) []string {
		n := l.rows[row]
		return preview.Story(on, d.Stories[n].Members(d.Articles), l.tables[n])
	}
	l.gather()
	l.list(d.Position().Story)
	return l
}

// figures returns how many facts the articles of a story share and how many
// conflicts there are, as far as is known.
func (l *Stories) figures(n int) (shared, conflicts int) {
	if t := l.tables[n]; t != nil {
		return len(t.Facts), t.CountDisputes()
	}
	return 0, 0
}

func (l *Stories) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case session.ComparedMsg:
		l.refill(l.gatherPair(msg.Pair))
	case session.RecalledMsg:
		l.refill(l.gather())
	default:
		now, asked := l.Chooser.Update(msg)
		if now == nil {
			if asked == nil {
				asked = screen.Survey(nil) // closed: what it asked for is no longer wanted
			}
			return nil, asked
		}
		return l, asked
	}
	return l, nil
}

// refill lists what is known now; changed says whether that is more than before.
// The chosen story stays chosen.
func (l *Stories) refill(changed bool) {
	if changed {
		l.Forget()
	}
	if !changed || !l.due() {
		l.Note = l.noted()
		l.Draw()
		return
	}
	chosen := -1
	if row, ok := l.Selected(); ok {
		chosen = l.rows[row]
	}
	l.list(chosen)
}

// noted says how the stories are ordered, and how many pairs were compared while
// that goes on.
func (l *Stories) noted() string {
	words := listOrders[l.order].words
	switch {
	case l.settledAll():
	case words == "":
		words = l.said()
	default:
		words += " · " + l.said()
	}
	return words
}

// list makes the rows anew, with a story selected, or the first row for -1.
func (l *Stories) list(selected int) {
	l.rows, l.drawn = l.rows[:0], l.settledPairs()
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
	l.Note = l.noted()
	l.Keep(max(0, slices.Index(l.rows, selected)))
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
