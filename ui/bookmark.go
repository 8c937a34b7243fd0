package ui

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/ui/cell"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// maxQuote is how much of a sentence is kept with its bookmark, in bytes: it is
// shown in lists, and tells what was meant when the text has gone.
const maxQuote = 200

// pageMarks are the bookmarks of a pair: those of its sentences, and its own.
type pageMarks struct {
	of      *session.Reading
	version int
	at      [2]map[int]*keep.Bookmark // by side and sentence
	pair    *keep.Bookmark            // nil for none
}

// refreshMarks finds the bookmarks of the page, if they or it have changed.
func (m *model) refreshMarks() {
	p := m.viewport.Page
	if p == nil || m.marks.of == p.Reading && m.marks.version == m.noted {
		return
	}
	m.marks = pageMarks{of: p.Reading, version: m.noted}
	var names [2]string
	for side, a := range p.Articles {
		names[side] = m.options.names().Of(a)
		m.marks.at[side] = make(map[int]*keep.Bookmark)
	}
	itself := &keep.Bookmark{Anchor: keep.Anchor{Article: names[0]}, Beside: names[1]}
	for _, b := range m.notebook.Marks() {
		if b.Whole() {
			if b.Same(itself) {
				m.marks.pair = b
			}
			continue
		}
		for side, a := range p.Articles {
			if b.Article != names[side] {
				continue
			}
			if s, ok := b.Find(a); ok {
				m.marks.at[side][s] = b
			}
		}
	}
}

// lightMarks puts a light on the sentences with a bookmark: the bar beside the
// line where each begins is its sign.
func (m *model) lightMarks(l *page.Lights) {
	for side, marks := range m.marks.at {
		for s := range marks {
			l.Add(diffview.Side(side), m.viewport.Page.Articles[side].Sentences[s].Span, noted)
		}
	}
}

// exportNotes returns the bookmarks of the pair for an export, in the order of
// the articles; one without a note says what it is.
func (m *model) exportNotes() (notes []export.Note) {
	text := func(b *keep.Bookmark) string { return cmp.Or(b.Note, "bookmark") }
	if b := m.marks.pair; b != nil {
		notes = append(notes, export.Note{Sentence: -1, Text: text(b)})
	}
	for side, marks := range m.marks.at {
		for _, s := range slices.Sorted(maps.Keys(marks)) {
			notes = append(notes, export.Note{Side: diffview.Side(side), Sentence: s, Text: text(marks[s])})
		}
	}
	return notes
}

// markHere tells of the bookmark of the current sentence.
func (m *model) markHere() []piece {
	at, ok := m.cursor()
	if !ok {
		return nil
	}
	switch b := m.marks.at[at.Side][at.Sentence]; {
	case b == nil:
		return nil
	case b.Note == "":
		return []piece{marker.Of(page.Kept + " ")}
	default:
		return []piece{marker.Of(page.Kept + " "), strong.Of(b.Note), quiet.Of(" · ")}
	}
}

// bookmarkHere opens the dialogue that keeps the current sentence, or the pair.
func (m *model) bookmarkHere() tea.Cmd {
	at, ok := m.cursor()
	file := m.options.Folders.Notebook()
	switch {
	case file == "":
		m.message = "no folder for bookmarks: set HOME or XDG_DATA_HOME"
		return nil
	case !ok:
		m.message = noSentence
		return nil
	}
	a, other := m.article(int(at.Side)), m.article(int(at.Side.Other()))
	sentence := keep.Bookmark{Anchor: m.options.names().Anchor(a, at.Sentence), Beside: m.options.names().Of(other)}
	sentence.Quote = cell.ClipBytes(corpus.Printable(prose.Fold(a.Sentences[at.Sentence].Of(a.Text))), maxQuote)
	pair := keep.Bookmark{Anchor: keep.Anchor{Article: m.options.names().Of(m.article(0))}, Beside: m.options.names().Of(m.article(1))}
	pair.Quote = m.article(0).Name() + " and " + m.article(1).Name()
	m.open(newMarking(file, [2]markable{
		{"this sentence in " + a.Name(), m.marks.at[at.Side][at.Sentence], sentence},
		{"this pair", m.marks.pair, pair},
	}))
	return nil
}

// A markable is what a bookmark can be put on: the one there is, or nil, and the
// one to be made.
type markable struct {
	what string
	was  *keep.Bookmark
	now  keep.Bookmark
}

// A marking is the dialogue of a bookmark: what it is of, and its note.
type marking struct {
	screen.Dialogue
	file    string
	choices [2]markable // the sentence, the pair
	at      int
	note    list.Field
}

func newMarking(file string, choices [2]markable) *marking {
	d := &marking{file: file, choices: choices}
	d.turn(0)
	return d
}

// turn goes to a choice, with the note it has.
func (d *marking) turn(at int) {
	d.at = at
	note := ""
	if was := d.choices[at].was; was != nil {
		note = was.Note
	}
	d.note = list.NewField(note)
}

func (d *marking) Name() string { return "bookmark" }

// keep keeps the note as it is typed so far, since the reader has to stop. One
// that was not begun is none.
func (d *marking) keep() error {
	choice := d.choices[d.at]
	if choice.now.Note = strings.TrimSpace(corpus.Printable(d.note.Text())); choice.now.Note == "" {
		return nil
	}
	_, err := keep.ChangeNotebook(d.file, choice.was, &choice.now)
	return err
}

func (d *marking) Hints() []keys.Hint {
	hints := []keys.Hint{keys.Accept.To("keep"), keys.ListDown.To(d.choices[1-d.at].what)}
	if d.choices[d.at].was != nil {
		hints = append(hints, keys.Remove.To("remove"))
	}
	return append(hints, keys.Cancel.To("close"))
}

func (d *marking) Fit(c screen.Canvas) {
	d.Within(c)
	d.draw()
}

func (d *marking) draw() {
	choice := d.choices[d.at]
	title := []piece{strong.Of("bookmark "), plain.Of(choice.what)}
	if choice.was != nil {
		title = []piece{marker.Of(page.Kept + " "), plain.Of(choice.what)}
	}
	d.Enclose(title, []string{
		d.Compose(d.Width, false, plain.Of(cell.Shorten(d.Method, choice.now.Quote, d.Width))),
		d.Compose(d.Width, false, append([]piece{quiet.Of("note › ")}, d.note.Draw(d.Method, d.Width-7)...)...),
	})
}

func (d *marking) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		d.note.Update(msg)
	case tea.KeyPressMsg:
		choice := d.choices[d.at]
		do := d.Keys.ActionOf(keys.InList, msg)
		if msg.Text != "" {
			do = ""
		}
		switch do {
		case keys.Cancel:
			return nil, nil
		case keys.Accept:
			choice.now.Note = strings.TrimSpace(corpus.Printable(d.note.Text()))
			return nil, asked((&change{file: d.file, was: choice.was, now: &choice.now, said: page.Kept + " saved; it is in the list of bookmarks", dialogue: d}).ask)
		case keys.Remove:
			if choice.was != nil {
				return nil, asked((&change{file: d.file, was: choice.was, said: "bookmark removed", dialogue: d}).ask)
			}
		case keys.ListDown, keys.ListUp:
			d.turn(1 - d.at)
		case keys.ToggleHelp:
			return d, screen.Perform(keys.ToggleHelp)
		default:
			d.note.Update(msg)
		}
	}
	d.draw()
	return d, nil
}

// A bookmarkList is the list of the bookmarks of a corpus, the latest first.
type bookmarkList struct {
	*screen.Chooser
	marks []*keep.Bookmark
	list  func(keep.Notebook) ([]*keep.Bookmark, []list.Entry, string)
}

// openBookmarks lists the bookmarks.
func (m *model) openBookmarks() tea.Cmd {
	l := &bookmarkList{list: m.listBookmarks}
	marks, entries, note := l.list(m.notebook)
	if len(marks) == 0 {
		m.message = "no bookmarks yet: " + m.Keys.KeyOf(keys.MakeBookmark) + " bookmarks the current sentence"
		if note != "" {
			m.message = "no bookmarks here; " + note
		}
		return nil
	}
	columns := []list.Column{{Head: "sentence or pair"}, {Head: "note", Most: 40}, {Head: "outlet", Part: quiet, Most: 24}, {Head: "title", Aside: true}}
	l.marks = marks
	l.Chooser = screen.NewChooser("bookmarks", columns, entries, 0, func(i int) screen.Request { return asked(goToMark(l.marks[i])) })
	l.Note = note
	l.More = []keys.Hint{keys.Remove.To("remove")}
	file := m.options.Folders.Notebook()
	l.Other = func(do keys.Action, i int) screen.Request {
		if do != keys.Remove {
			return nil
		}
		return asked((&change{file: file, was: l.marks[i], said: "bookmark removed"}).ask)
	}
	m.open(l)
	return nil
}

func (l *bookmarkList) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	if changed, ok := msg.(notebookMsg); ok && changed.err == nil {
		marks, entries, note := l.list(changed.Notebook)
		if len(marks) == 0 {
			return nil, nil
		}
		l.marks, l.Note = marks, note
		l.SetEntries(entries)
		return l, nil
	}
	s, asked := l.Chooser.Update(msg)
	if s == nil {
		return nil, asked
	}
	return l, asked
}

// listBookmarks returns those bookmarks whose article is in this corpus, the
// latest first, and how many there are elsewhere, in words.
func (m *model) listBookmarks(n keep.Notebook) (marks []*keep.Bookmark, entries []list.Entry, note string) {
	at := m.numbers()
	all := n.Marks()
	for _, b := range slices.Backward(all) {
		i, ok := at[b.Article]
		if !ok {
			continue
		}
		a := m.deck.Articles[i]
		quote := b.Quote
		if _, there := b.Find(a); !b.Whole() && !there {
			quote = "(no longer there) " + quote
		}
		marks = append(marks, b)
		entries = append(entries, list.Entry{Cells: []string{quote, b.Note, label.Outlet(a), label.Title(a)}})
	}
	if more := len(all) - len(marks); more > 0 {
		note = fmt.Sprintf("%d in other folders", more)
	}
	return marks, entries, note
}

// goToMark asks for the pair that a bookmark was made in, at its sentence.
func goToMark(b *keep.Bookmark) deed {
	return func(m *model) tea.Cmd {
		at := m.numbers()
		i, ok := at[b.Article]
		if !ok {
			return nil
		}
		j, ok := at[b.Beside]
		if !ok {
			j = m.deck.Companion(i)
		}
		// As it is read now, or else in the order of the corpus.
		p := session.Pair{min(i, j), max(i, j)}
		if now := m.deck.Wanted(); now == p.Mirror() {
			p = now
		}
		s, there := b.Find(m.deck.Articles[i])
		if b.Whole() || !there {
			if !b.Whole() {
				m.message = "the text has changed: this sentence is no longer there"
			}
			return m.OpenPair(p, nil, nil)
		}
		side := diffview.Left
		if p[0] != i {
			side = diffview.Right
		}
		return m.OpenPair(p, &session.Cursor{Side: side, Sentence: s}, nil)
	}
}
