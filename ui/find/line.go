package find

import (
	"cmp"

	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// A Line is the line that is typed into to find words on the page.
type Line struct {
	screen.Canvas
	query list.Field
	made  []string

	look  func(query string) // finds what is typed so far
	move  func(by int)       // goes to the next find or the one before
	done  func(keep bool)    // ends the search, or leaves what was found
	count func() string
}

// NewLine returns the line, with what finds and goes to what is typed.
func NewLine(look func(query string), move func(by int), done func(keep bool), count func() string) *Line {
	return &Line{query: list.NewField(""), look: look, move: move, done: done, count: count}
}

func (f *Line) Name() string { return "find" }

func (f *Line) Hints() []keys.Hint {
	return []keys.Hint{keys.Accept.To("keep"), keys.ListDown.To("next"), keys.ListUp.To("previous"), keys.Cancel.To("back")}
}

func (f *Line) Lines() []string { return f.made }

func (f *Line) Fit(c screen.Canvas) {
	f.Canvas = c
	f.draw()
}

func (f *Line) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch f.Keys.ControlOf(keys.InList, msg) {
		case keys.Accept:
			f.done(true)
			return nil, nil
		case keys.Cancel:
			f.done(false)
			return nil, nil
		case keys.ListDown:
			f.move(1)
		case keys.ListUp:
			f.move(-1)
		case keys.ToggleHelp:
			return f, screen.Perform(keys.ToggleHelp)
		default:
			f.edit(msg)
		}
	case tea.PasteMsg:
		f.edit(msg)
	case tea.MouseWheelMsg:
		f.move(cmp.Compare(screen.Notch(msg.Button), 0))
	}
	f.draw()
	return f, nil
}

// edit types into the line.
func (f *Line) edit(msg tea.Msg) {
	if f.query.Update(msg) {
		f.look(f.query.Text())
	}
}

// draw makes the line: what is typed, and how often it was found.
func (f *Line) draw() {
	count := f.count()
	if count != "" {
		count = "  " + count + " "
	}
	if cell.Width(f.Method, count) > f.Width/2 {
		count = ""
	}
	room := max(0, f.Width-cell.Width(f.Method, count))
	line := f.Compose(room, true, append([]look.Piece{look.Plain.Of(" "), look.Quiet.Of("/ ")}, f.query.Draw(f.Method, max(1, room-3))...)...)
	f.made = []string{line + f.Compose(f.Width-room, false, look.Strong.Of(count))}
}
