package bookmarks

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/diffview"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/preview"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A bookmarkList is the list of the bookmarks of a corpus, the latest first.
type bookmarkList struct {
	*screen.Chooser
	book  *Book
	deck  *session.Deck
	marks []*keep.Bookmark
}

// List returns the list of the bookmarks of a corpus, nil when it has none; and
// how many there are elsewhere, in words.
func (b *Book) List(d *session.Deck) (s screen.Screen, elsewhere string) {
	l := &bookmarkList{book: b, deck: d}
	entries, elsewhere := l.find(b.notebook)
	if len(entries) == 0 {
		return nil, elsewhere
	}
	columns := []list.Column{{Head: "sentence or pair"}, {Head: "note", Most: 40}, {Head: "outlet", Part: look.Quiet, Most: 24}, {Head: "title", Aside: true}}
	l.Chooser = screen.NewChooser("bookmarks", columns, entries, 0, func(i int) screen.Request { return l.goTo(l.marks[i]) })
	l.Preview = l.preview
	l.Note = elsewhere
	l.More = []keys.Hint{keys.Remove.To("remove")}
	l.Other = func(do keys.Action, i int) screen.Request {
		if do != keys.Remove {
			return nil
		}
		return b.ask(&change{was: l.marks[i], said: "bookmark removed"})
	}
	return l, elsewhere
}

func (l *bookmarkList) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	if changed, ok := msg.(Changed); ok && changed.err == nil {
		entries, elsewhere := l.find(changed.notebook)
		if len(entries) == 0 {
			return nil, nil
		}
		l.Note = elsewhere
		l.SetEntries(entries)
		l.Forget()
		return l, nil
	}
	s, asked := l.Chooser.Update(msg)
	if s == nil {
		return nil, asked
	}
	return l, asked
}

// preview shows a bookmark: its note, and its sentence where it stands.
func (l *bookmarkList) preview(i int, on screen.Canvas) (lines []string) {
	b := l.marks[i]
	if b.Note != "" {
		lines = append(on.Wrapped(1, look.Piece{}, []look.Piece{look.Marker.Of(page.Kept + " "), look.Plain.Of(b.Note)}), "")
	}
	a := l.deck.Articles[l.book.names.Numbers(l.deck.Articles)[b.Article]]
	sentence, there := b.Find(a)
	if b.Whole() || !there {
		sentence = preview.Begin
	}
	on.Height = max(0, on.Height-len(lines))
	return append(lines, preview.Article(on, a, sentence, "")...)
}

// find lists those bookmarks whose article is in this corpus, the latest first,
// and says how many there are elsewhere.
func (l *bookmarkList) find(n keep.Notebook) (entries []list.Entry, elsewhere string) {
	at := l.book.names.Numbers(l.deck.Articles)
	all := n.Marks()
	l.marks = nil
	for _, b := range slices.Backward(all) {
		i, ok := at[b.Article]
		if !ok {
			continue
		}
		a := l.deck.Articles[i]
		quote := b.Quote
		if _, there := b.Find(a); !b.Whole() && !there {
			quote = "(no longer there) " + quote
		}
		l.marks = append(l.marks, b)
		entries = append(entries, list.Entry{Cells: []string{quote, b.Note, label.Outlet(a), label.Title(a)}})
	}
	if more := len(all) - len(l.marks); more > 0 {
		elsewhere = fmt.Sprintf("%d in other folders", more)
	}
	return entries, elsewhere
}

// goTo asks for the pair that a bookmark was made in, at its sentence.
func (l *bookmarkList) goTo(b *keep.Bookmark) screen.Request {
	d := l.deck
	at := l.book.names.Numbers(d.Articles)
	i, ok := at[b.Article]
	if !ok {
		return nil
	}
	j, ok := at[b.Beside]
	if !ok {
		j = d.Companion(i)
	}
	// As it is read now, or else in the order of the corpus.
	p := session.Pair{min(i, j), max(i, j)}
	if now := d.Wanted(); now == p.Mirror() {
		p = now
	}
	s, there := b.Find(d.Articles[i])
	switch {
	case b.Whole():
		return screen.OpenPair(p, nil)
	case !there:
		return func(r screen.Reader) tea.Cmd {
			r.Say("the text has changed: this sentence is no longer there")
			return r.OpenPair(p, nil, nil)
		}
	}
	side := diffview.Left
	if p[0] != i {
		side = diffview.Right
	}
	return screen.OpenPair(p, &session.Cursor{Side: side, Sentence: s})
}
