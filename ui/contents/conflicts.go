package contents

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/diffview/export"
	"parallax/ui/exporter"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// Conflicts are what the articles of the corpus cannot all be right about,
// each thing once however many pairs show it, as far as the pairs were compared.
// What is typed narrows it: a kind, a grade, an outlet, a word of a headline.
type Conflicts struct {
	*screen.Chooser
	screen.Canvas
	*surveyed
	titles []string // by story
	moved  bool     // the reader has chosen a row: it stays chosen when there are more
	found  []foundConflict
	soon   bool     // the first conflict that is found is to be opened
	below  []string // the lines of the preview
}

// A foundConflict is a row of the list. Its table is that which the row was made of:
// there may be a later one by now.
type foundConflict struct {
	story, dispute int
	table          *coverage.Table
}

// NewConflicts returns the list of the conflicts of a deck; dir is where it is
// exported.
func NewConflicts(d *session.Deck, dir string) *Conflicts {
	l := &Conflicts{surveyed: newSurveyed(d)}
	for n := range d.Stories {
		l.titles = append(l.titles, story.Title(d.Stories[n].Members(d.Articles)))
	}
	columns := []list.Column{{Head: "kind", Part: look.Quiet, Most: 20}, {Head: "what differs", Tail: true},
		{Head: "articles", Part: look.Quiet, Most: 8, End: true}, {Head: "story", Part: look.Quiet, Most: 26, Tail: true},
		{Head: "grade", Aside: true}, {Head: "outlets", Aside: true}}
	l.Chooser = screen.NewChooser("conflicts", columns, nil, 0, func(i int) screen.Request { return l.open(i) })
	l.Say, l.More = "open", []keys.Hint{keys.ExportList.To("export")}
	l.Other = func(do keys.Action, _ int) screen.Request {
		if do == keys.ExportList {
			return screen.Effect(l.export(dir))
		}
		return nil
	}
	l.gather()
	l.list()
	return l
}

// refill lists what is known now; changed says whether that is more than before.
func (l *Conflicts) refill(changed bool) {
	if changed && (len(l.found) == 0 || l.due()) {
		l.list()
		l.Fit(l.Canvas)
		return
	}
	l.Note = l.said()
	l.Draw()
}

// export writes all conflicts that are known to a new file.
func (l *Conflicts) export(dir string) tea.Cmd {
	tables := l.surveyed.made()
	return func() tea.Msg {
		return exporter.Save(dir, "conflicts.md", func(w io.Writer) error { return export.Conflicts(w, tables, "markdown") })
	}
}

// list makes the rows, the weightiest first and then by story. The chosen one
// stays chosen.
func (l *Conflicts) list() {
	var was coverage.Wording
	wasStory := -1
	if i, ok := l.Selected(); ok && l.moved {
		wasStory, was = l.found[i].story, l.dispute(i).Words[0]
	}
	l.found, l.drawn, l.Note = l.found[:0], l.settledPairs(), l.said()
	for n, t := range l.tables {
		if t != nil {
			for d := range t.Disputes {
				l.found = append(l.found, foundConflict{n, d, t})
			}
		}
	}
	grade := func(f foundConflict) diffview.Grade { return f.table.Disputes[f.dispute].Grade }
	slices.SortStableFunc(l.found, func(a, b foundConflict) int { return cmp.Compare(grade(a), grade(b)) })
	entries := make([]list.Entry, len(l.found))
	at := 0
	for i, f := range l.found {
		entries[i] = l.entry(i)
		if f.story == wasStory && l.dispute(i).Words[0] == was {
			at = i
		}
	}
	l.Keep(at)
	l.SetEntries(entries)
}

func (l *Conflicts) dispute(i int) *coverage.Dispute {
	return &l.found[i].table.Disputes[l.found[i].dispute]
}

// entry returns the row of a conflict.
func (l *Conflicts) entry(i int) list.Entry {
	d, t := l.dispute(i), l.found[i].table
	kind := d.Kind.String()
	if d.Grade != diffview.Core {
		kind += ", " + d.Grade.String()
	}
	var members []*corpus.Article
	for _, w := range d.Words {
		if a := t.Articles[w.Article]; !slices.Contains(members, a) {
			members = append(members, a)
		}
	}
	return list.Entry{Cells: []string{kind, prose.Fold(d.Pairs[0].Reason), fmt.Sprint(len(members)), l.titles[l.found[i].story], d.Grade.String(), label.Outlets(members)}}
}

func (l *Conflicts) Lines() []string { return append(l.Chooser.Lines(), l.below...) }

// previewed returns how many lines the preview has: two fifths of the screen and
// what the list leaves, none where there is no room.
func (l *Conflicts) previewed() int {
	height := l.Canvas.Height
	if height < 16 {
		return 0
	}
	return max(height*2/5, height-max(leastList, len(l.found)+listHead))
}

// shortColumn is the cells that the short names of outlets have beside what they say.
const shortColumn = 6

// listHead is how many lines a list has above its rows, where it has leastList
// lines.
const (
	listHead  = 3
	leastList = 10
)

func (l *Conflicts) Fit(c screen.Canvas) {
	l.Canvas = c
	c.Height -= l.previewed()
	l.Chooser.Fit(c)
	l.preview()
}

func (l *Conflicts) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case session.ComparedMsg:
		return l, l.arrived(l.gatherPair(msg.Pair))
	case session.RecalledMsg:
		return l, l.arrived(l.gather())
	case tea.KeyPressMsg:
		l.soon = len(l.found) == 0 && !l.settledAll() && l.Chooser.Keys.ActionOf(keys.InList, msg) == keys.Accept
		if l.soon {
			return l, screen.Say("opens the first conflict that is found …")
		}
	}
	now, asked := l.Chooser.Update(msg)
	l.moved = l.moved || now != nil && !first(l.Chooser)
	l.preview()
	if now == nil {
		if asked == nil {
			asked = screen.Survey(nil) // closed: what it asked for is no longer wanted
		}
		return nil, asked
	}
	return l, asked
}

// arrived lists what is known by now, and opens the first conflict if that is
// waited for.
func (l *Conflicts) arrived(changed bool) screen.Request {
	l.refill(changed)
	if i, ok := l.Selected(); ok && l.soon && (l.dispute(i).Grade == diffview.Core || l.settledAll()) {
		l.soon = false
		return func(r screen.Reader) tea.Cmd {
			r.Say("")
			return l.open(i)(r)
		}
	}
	if l.soon && l.settledAll() {
		l.soon = false
		return screen.Say("no conflicts")
	}
	return nil
}

// first reports whether the first row of a list is chosen, or none.
func first(c *screen.Chooser) bool {
	i, ok := c.Selected()
	return !ok || i == 0
}

// preview makes the lines below the list: the sentences of the chosen conflict.
func (l *Conflicts) preview() {
	room := l.previewed()
	l.below = l.below[:0]
	if room == 0 || l.Canvas.Theme == nil {
		return
	}
	l.below = append(l.below, l.Compose(l.Canvas.Width, false, look.Quiet.Of(screen.Rule(l.Canvas.Width))))
	if i, ok := l.Selected(); ok {
		d, t := l.dispute(i), l.found[i].table
		short := coverage.ShortNames(t.Articles, shortColumn-1)
		l.below = append(l.below, l.Wrapped(1, look.Piece{}, []look.Piece{look.Wording.Of(prose.Fold(d.Pairs[0].Reason))})...)
		for _, w := range d.Words {
			a := t.Articles[w.Article]
			s := a.Sentences[w.Sentence].Span
			start, end := max(s.Start, w.Start), min(s.End, w.End)
			l.below = append(l.below, l.Wrapped(shortColumn+2, look.Quiet.Of(short[w.Article]), []look.Piece{
				look.Plain.Of(a.Text[s.Start:start]), look.Conflict.Of(a.Text[start:end]), look.Plain.Of(a.Text[end:s.End])})...)
		}
	}
	for len(l.below) < room {
		l.below = append(l.below, "")
	}
	l.below = l.below[:room]
}

// open reads the first pair that shows a conflict, where it stands.
func (l *Conflicts) open(i int) screen.Request {
	f, d := l.found[i], l.dispute(i)
	articles := l.deck.Stories[f.story].Articles
	k := d.Pairs[0]
	p := session.Pair{articles[k.Pair[0]], articles[k.Pair[1]]}
	return screen.OpenConflict(l, p, k.Clash)
}
