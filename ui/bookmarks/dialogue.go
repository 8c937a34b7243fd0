package bookmarks

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/ui/cell"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/screen"
)

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
	book    *Book
	choices [2]markable // the sentence, the pair
	at      int
	note    list.Field
}

func newMarking(b *Book, choices [2]markable) *marking {
	d := &marking{book: b, choices: choices}
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

// Keep keeps the note as it is typed so far, since the reader has to stop. One
// that was not begun is none.
func (d *marking) Keep() error {
	choice := d.choices[d.at]
	if choice.now.Note = strings.TrimSpace(corpus.Printable(d.note.Text())); choice.now.Note == "" {
		return nil
	}
	_, err := keep.ChangeNotebook(d.book.file, choice.was, &choice.now)
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
	title := []look.Piece{look.Strong.Of("bookmark "), look.Plain.Of(choice.what)}
	if choice.was != nil {
		title = []look.Piece{look.Marker.Of(page.Kept + " "), look.Plain.Of(choice.what)}
	}
	d.Enclose(title, []string{
		d.Compose(d.Width, false, look.Plain.Of(cell.Shorten(d.Method, choice.now.Quote, d.Width))),
		d.Compose(d.Width, false, append([]look.Piece{look.Quiet.Of("note › ")}, d.note.Draw(d.Method, d.Width-7)...)...),
	})
}

func (d *marking) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		d.note.Update(msg)
	case tea.KeyPressMsg:
		choice := d.choices[d.at]
		switch d.Keys.ControlOf(keys.InList, msg) {
		case keys.Cancel:
			return nil, nil
		case keys.Accept:
			choice.now.Note = strings.TrimSpace(corpus.Printable(d.note.Text()))
			return nil, d.book.ask(&change{was: choice.was, now: &choice.now, said: page.Kept + " saved; it is in the list of bookmarks", dialogue: d})
		case keys.Remove:
			if choice.was != nil {
				return nil, d.book.ask(&change{was: choice.was, said: "bookmark removed", dialogue: d})
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
