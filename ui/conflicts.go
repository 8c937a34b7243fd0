package ui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/ui/list"
	"parallax/ui/session"
)

// A conflictList is what the articles of the corpus cannot all be right about,
// each thing once however many pairs show it, as far as the pairs were compared.
// What is typed narrows it: a kind, a grade, an outlet, a word of a headline.
type conflictList struct {
	*chooser
	canvas
	deck    *session.Deck
	pairs   []session.Pair // that are compared for it, in their order
	tables  []*coverage.Table
	titles  []string // by story
	settled []int    // by story: how many of its pairs were settled when its table was made
	found   []foundConflict
	below   []string // the lines of the preview
}

// A foundConflict is a row of the list.
type foundConflict struct{ story, dispute int }

// maxListed is how many pairs are compared for the list: some minutes of work.
const maxListed = 5000

// openConflicts opens the list of conflicts, and has all pairs compared, those
// of the story that is read first.
func (m *model) openConflicts() tea.Cmd {
	l := newConflictList(m.deck)
	m.open(l)
	return survey(l.pairs)(m)
}

func newConflictList(d *session.Deck) *conflictList {
	l := &conflictList{deck: d, tables: make([]*coverage.Table, len(d.Stories)), settled: make([]int, len(d.Stories)), titles: make([]string, len(d.Stories))}
	first := d.Position().Story
	for n := range d.Stories {
		at := (first + n) % len(d.Stories)
		if len(l.pairs) < maxListed {
			l.pairs = append(l.pairs, session.TablePairs(d.Stories[at].Articles)...)
		}
		l.titles[n] = story.Title(d.Stories[n].Members(d.Articles))
	}
	columns := []list.Column{{Head: "kind", Part: quiet, Most: 20}, {Head: "what differs", Tail: true},
		{Head: "articles", Part: quiet, Most: 8, End: true}, {Head: "story", Part: quiet, Most: 26, Tail: true}}
	l.chooser = newChooser("conflicts", columns, nil, 0, func(i int) request { return l.open(i) })
	l.say = "open"
	l.gather()
	return l
}

// gather makes the tables anew of stories of which more was compared, and the
// rows of them.
func (l *conflictList) gather() {
	changed := l.found == nil
	for n := range l.deck.Stories {
		articles := l.deck.Stories[n].Articles
		pairs := session.TablePairs(articles)
		if known := l.deck.SettledOf(pairs); known > l.settled[n] && (known == len(pairs) || known-l.settled[n] > len(pairs)/20) {
			l.tables[n], l.settled[n], changed = l.deck.Table(articles), known, true
		}
	}
	known := l.deck.SettledOf(l.pairs)
	if l.Note = fmt.Sprintf("all %s compared", count(len(l.pairs), "pair")); known < len(l.pairs) {
		l.Note = fmt.Sprintf("%s of %s pairs compared …", thousands(known), thousands(len(l.pairs)))
	}
	if changed {
		l.list()
	}
}

// list makes the rows, the weightiest first and then by story. The chosen one
// stays chosen.
func (l *conflictList) list() {
	var was coverage.Wording
	wasStory := -1
	if i, ok := l.Selected(); ok {
		wasStory, was = l.found[i].story, l.dispute(i).Words[0]
	}
	l.found = []foundConflict{}
	for n, t := range l.tables {
		if t != nil {
			for d := range t.Disputes {
				l.found = append(l.found, foundConflict{n, d})
			}
		}
	}
	grade := func(f foundConflict) diffview.Grade { return l.tables[f.story].Disputes[f.dispute].Grade }
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

func (l *conflictList) dispute(i int) *coverage.Dispute {
	return &l.tables[l.found[i].story].Disputes[l.found[i].dispute]
}

// entry returns the row of a conflict.
func (l *conflictList) entry(i int) list.Entry {
	d, t := l.dispute(i), l.tables[l.found[i].story]
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
	return list.Entry{Cells: []string{kind, prose.Fold(d.Pairs[0].Reason), fmt.Sprint(len(members)), l.titles[l.found[i].story]}, Also: d.Grade.String() + " " + outletsOf(members)}
}

func (l *conflictList) lines() []string { return append(l.chooser.lines(), l.below...) }

// previewed returns how many lines the preview has: two fifths of the screen and
// what the list leaves, none where there is no room.
func (l *conflictList) previewed() int {
	height := l.canvas.height
	if height < 16 {
		return 0
	}
	return max(height*2/5, height-max(leastList, len(l.found)+listHead))
}

// listHead is how many lines a list has above its rows, where it has leastList
// lines.
const (
	listHead  = 3
	leastList = 10
)

func (l *conflictList) fit(c canvas) {
	l.canvas = c
	c.height -= l.previewed()
	l.chooser.fit(c)
	l.preview()
}

func (l *conflictList) update(msg tea.Msg) (screen, request) {
	if _, ok := msg.(session.ComparedMsg); ok {
		l.gather()
		l.fit(l.canvas)
		return l, nil
	}
	now, asked := l.chooser.update(msg)
	l.preview()
	if now == nil {
		if asked == nil {
			asked = survey(nil) // closed: what it asked for is no longer wanted
		}
		return nil, asked
	}
	return l, asked
}

// preview makes the lines below the list: the sentences of the chosen conflict.
func (l *conflictList) preview() {
	room := l.previewed()
	l.below = l.below[:0]
	if room == 0 || l.canvas.theme == nil {
		return
	}
	l.below = append(l.below, l.compose(l.canvas.width, false, quiet.Of(rule(l.canvas.width))))
	if i, ok := l.Selected(); ok {
		d, t := l.dispute(i), l.tables[l.found[i].story]
		short := coverage.ShortNames(t.Articles, storyColumn-1)
		l.below = append(l.below, l.wrapped(1, piece{}, []piece{wording.Of(prose.Fold(d.Pairs[0].Reason))})...)
		for _, w := range d.Words {
			a := t.Articles[w.Article]
			s := a.Sentences[w.Sentence].Span
			start, end := max(s.Start, w.Start), min(s.End, w.End)
			l.below = append(l.below, l.wrapped(storyColumn+2, quiet.Of(short[w.Article]), []piece{
				plain.Of(a.Text[s.Start:start]), conflict.Of(a.Text[start:end]), plain.Of(a.Text[end:s.End])})...)
		}
	}
	for len(l.below) < room {
		l.below = append(l.below, "")
	}
	l.below = l.below[:room]
}

// open reads the first pair that shows a conflict, where it stands.
func (l *conflictList) open(i int) request {
	f, d := l.found[i], l.dispute(i)
	articles := l.deck.Stories[f.story].Articles
	k := d.Pairs[0]
	p := session.Pair{articles[k.Pair[0]], articles[k.Pair[1]]}
	return openPairFrom(l, p, &session.Cursor{Side: diffview.Left, Sentence: k.Sentences[0]})
}
