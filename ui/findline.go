package ui

import (
	"cmp"
	"strings"

	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/list"
	"parallax/ui/page"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// A findLine is the line that is typed into to find words on the page.
type findLine struct {
	screen.Canvas
	query list.Field
	made  []string

	look  func(query string) // finds what is typed so far
	move  func(by int)       // goes to the next find or the one before
	done  func(keep bool)    // ends the search, or leaves what was found
	count func() string
}

// openFind opens the line. What is typed is found at once, from where one
// reads, or as soon as the pair is compared; esc returns there.
func (m *model) openFind() tea.Cmd {
	pair, before, old := m.deck.Wanted(), m.viewport.Place, m.find
	from, ok := m.cursor()
	if !ok {
		from.Sentence = page.AnySentence
	}
	// The page can be another one meanwhile: its comparison came.
	back := func() {
		if p := m.pageRead(); ok && p != nil && p.Pair == pair {
			m.viewport.Place = before
			m.viewport.Height = 0 // show it anew
			m.viewport.Show(p.Of(before.Home.Side), m.bodyHeight(), false)
		}
	}
	m.open(&findLine{
		query: list.NewField(""),
		look: func(query string) {
			m.find = search{query: query, texts: m.find.texts, going: true, start: from}
			if strings.TrimSpace(query) == "" {
				m.find.query = ""
				back()
			}
			m.refind()
		},
		move: func(by int) {
			if c, ok := m.cursor(); ok && len(m.find.hits) > 0 {
				hit, _ := m.find.next(c, by)
				m.goToHit(hit)
			}
		},
		done: func(keep bool) {
			switch {
			case !keep:
				m.find = search{}
				back()
			case m.find.query == "":
				m.find = old
				m.find.page = nil
			case m.pageRead() != nil:
				m.message = m.counted()
			}
		},
		count: func() string { return m.find.count() },
	})
	return nil
}

func (f *findLine) Name() string { return "find" }

func (f *findLine) Hints() []keys.Hint {
	return []keys.Hint{keys.Accept.To("keep"), keys.ListDown.To("next"), keys.ListUp.To("previous"), keys.Cancel.To("back")}
}

func (f *findLine) Lines() []string { return f.made }

func (f *findLine) Fit(c screen.Canvas) {
	f.Canvas = c
	f.draw()
}

func (f *findLine) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		do := f.Keys.ActionOf(keys.InList, msg)
		if msg.Text != "" {
			do = ""
		}
		switch do {
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
func (f *findLine) edit(msg tea.Msg) {
	if f.query.Update(msg) {
		f.look(f.query.Text())
	}
}

// draw makes the line: what is typed, and how often it was found.
func (f *findLine) draw() {
	count := f.count()
	if count != "" {
		count = "  " + count + " "
	}
	if cell.Width(f.Method, count) > f.Width/2 {
		count = ""
	}
	room := max(0, f.Width-cell.Width(f.Method, count))
	line := f.Compose(room, true, append([]piece{plain.Of(" "), quiet.Of("/ ")}, f.query.Draw(f.Method, max(1, room-3))...)...)
	f.made = []string{line + f.Compose(f.Width-room, false, strong.Of(count))}
}
