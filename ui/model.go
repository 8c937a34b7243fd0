package ui

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/diffview/layout"
)

// narrow is the width in cells below which both texts stand in one column: two
// panes of less than about 45 cells break every few words.
const narrow = 100

// maxPages is how many laid-out pages are kept: the pair, its neighbours and
// their other views.
const maxPages = 12

// maxPlaces is how many pairs' places are remembered.
const maxPlaces = 512

// wheel is how many lines a notch of the mouse wheel scrolls.
const wheel = 3

// A model is the reader: what is read, where, and how it looks. Update is the
// only function that changes it.
type model struct {
	options       Options
	width, height int
	theme         *theme
	method        ansi.Method
	view          layout.View
	furniture     bool
	freeMouse     bool // the terminal has the mouse, for selecting

	deck   *deck
	pages  *cache[pageKey, *page]
	places *cache[pair, place]
	reader reader
	help   *help // nil when it is not shown

	greeted bool   // a key was pressed: the first hints are no longer needed
	message string // said until the next key; "" shows what explains the row
	chrome  chrome
}

// exportedMsg brings what became of an export.
type exportedMsg struct {
	path string
	err  error
}

// newModel returns the reader of a deck.
func newModel(d *deck, o Options) *model {
	m := &model{
		options: o,
		deck:    d,
		pages:   newCache[pageKey, *page](maxPages),
		places:  newCache[pair, place](maxPlaces),
	}
	dark := o.Theme == "dark" || o.Theme != "light" && !lightBackground(o.Environ)
	m.theme = newTheme(dark, colorprofile.TrueColor)
	return m
}

// lightBackground reports whether the environment names a light background, as
// rxvt, Konsole and others do: "foreground;background" by number of colour. It
// is a guess for the first frame, until the terminal answers.
func lightBackground(env []string) bool {
	v := environ(env, "COLORFGBG")
	v = v[strings.LastIndexByte(v, ';')+1:]
	return v == "7" || v == "15"
}

// Init asks for the first comparison and for the colour of the background.
func (m *model) Init() tea.Cmd {
	if m.options.Theme != "" {
		return m.deck.fetch()
	}
	return tea.Batch(m.deck.fetch(), tea.RequestBackgroundColor)
}

// Update takes a message and brings the screen up to date.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		if m.options.Theme == "" {
			m.theme = newTheme(msg.IsDark(), m.theme.profile)
		}
	case tea.ColorProfileMsg:
		m.theme = newTheme(m.theme.dark, msg.Profile)
	case tea.ModeReportMsg:
		// What makes Bubble Tea count graphemes makes the pages do so.
		if msg.Mode == ansi.ModeUnicodeCore && !msg.Value.IsNotRecognized() && !msg.Value.IsPermanentlyReset() {
			m.method = ansi.GraphemeWidth
		}
	case tea.KeyPressMsg:
		m.message, m.greeted = "", true
		cmd = m.press(actionOf(msg), msg)
	case tea.MouseWheelMsg:
		m.turn(msg.Button)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && m.help == nil {
			m.reader.goTo(m.reader.at(msg.Y - len(m.chrome.head)))
		}
	case comparedMsg:
		m.deck.take(msg)
		cmd = m.deck.fetch()
	case exportedMsg:
		m.message = said(msg)
	default:
		return m, nil
	}
	m.refresh()
	return m, cmd
}

// press does what a key asks for.
func (m *model) press(do action, k tea.KeyPressMsg) tea.Cmd {
	if m.help != nil && do != quit && do != suspend {
		m.helped(do, k)
		return nil
	}
	switch do {
	case nextPair, prevPair, swapSides:
		return m.choose(do)
	case changeView:
		m.switchView()
	case toggleFurniture:
		m.furniture = !m.furniture
	case toggleMouse:
		m.freeMouse = !m.freeMouse
		m.message = "the mouse scrolls again"
		if m.freeMouse {
			m.message = "the mouse is free to select text; " + keyOf(toggleMouse) + " takes it back"
		}
	case exportText:
		return m.export()
	case toggleHelp:
		m.help = newHelp()
	case suspend:
		return tea.Suspend
	case quit:
		if m.help != nil && k.String() != "ctrl+c" {
			m.help = nil
			return nil
		}
		return tea.Quit
	default:
		m.move(do)
	}
	return nil
}

// move goes elsewhere on the page.
func (m *model) move(do action) {
	r := &m.reader
	screen := max(1, r.height-2)
	switch do {
	case lineDown:
		r.scroll(1)
	case lineUp:
		r.scroll(-1)
	case pageDown:
		r.scroll(screen)
	case pageUp:
		r.scroll(-screen)
	case toStart:
		r.end(false)
	case toEnd:
		r.end(true)
	case nextDifference, prevDifference:
		m.seek(do == nextDifference, "difference", (*page).differs)
	case nextConflict, prevConflict:
		m.seek(do == nextConflict, "conflict", (*page).conflicts)
	case nextOnly, prevOnly:
		m.seek(do == nextOnly, "sentence that only one has", (*page).only)
	}
}

// seek jumps to the next row, or the one before, for which is holds, or says
// that there is none.
func (m *model) seek(forward bool, what string, is func(*page, int) bool) {
	p := m.reader.page
	if p == nil {
		return
	}
	by, where := 1, "further down"
	if !forward {
		by, where = -1, "further up"
	}
	at := func(row int) bool { return is(p, row) }
	if m.reader.jump(by, at) {
		return
	}
	if p.none(at) {
		where = "in this pair"
	}
	m.message = "no " + what + " " + where
}

// turn scrolls by the mouse wheel.
func (m *model) turn(b tea.MouseButton) {
	lines := 0
	switch b {
	case tea.MouseWheelDown:
		lines = wheel
	case tea.MouseWheelUp:
		lines = -wheel
	}
	if m.help != nil {
		m.help.scroll(lines)
		return
	}
	m.reader.scroll(lines)
}

// choose makes another pair wanted.
func (m *model) choose(do action) tea.Cmd {
	switch {
	case do == swapSides:
		m.deck.swapped = !m.deck.swapped
	case do == nextPair && !m.deck.step(1):
		m.message = "this is the last pair"
	case do == prevPair && !m.deck.step(-1):
		m.message = "this is the first pair"
	}
	return m.deck.fetch()
}

// switchView changes between two panes and one column.
func (m *model) switchView() {
	if m.width < narrow {
		m.message = fmt.Sprintf("two panes need %d columns; here are %d", narrow, m.width)
		return
	}
	m.view = 1 - m.view
}

// shownView returns the view that the width allows.
func (m *model) shownView() layout.View {
	if m.width < narrow {
		return layout.Unified
	}
	return m.view
}

// export returns the command that writes the shown comparison to a file.
func (m *model) export() tea.Cmd {
	p := m.reader.page
	if p == nil {
		m.message = "nothing to export yet: the articles are still being compared"
		return nil
	}
	return save(m.options.Dir, p.Comparison, p.key.view)
}

// save writes a comparison as text into a folder, "" being the current one.
func save(dir string, c *diffview.Comparison, v layout.View) tea.Cmd {
	if dir == "" {
		dir = "."
	}
	return func() tea.Msg {
		path, err := export.Save(dir, export.FileName(c, "txt"), func(w io.Writer) error {
			return export.Text(w, c, export.TextOptions{View: v})
		})
		return exportedMsg{path, err}
	}
}

// said returns the line that tells what became of an export.
func said(msg exportedMsg) string {
	if msg.err == nil {
		return "written to " + filepath.ToSlash(msg.path)
	}
	var path *fs.PathError
	if errors.As(msg.err, &path) {
		return fmt.Sprintf("not written: %s: %v", path.Path, path.Err)
	}
	return "not written: " + msg.err.Error()
}

// refresh makes what View joins: the page for what is asked now, at its place,
// and the lines around it.
func (m *model) refresh() {
	if m.width < 1 || m.height < 1 {
		return
	}
	if c, ok := m.deck.compared.get(m.deck.wanted()); ok {
		m.turnTo(c)
	}
	m.dress()
	if m.help != nil {
		m.help.fit(m.width, m.height, m.method, m.theme)
	}
	if m.reader.page != nil {
		m.reader.show(m.reader.page, m.bodyHeight())
	}
	if n := len(m.chrome.foot); n > 0 {
		m.chrome.foot[n-2] = m.status()
	}
}

// turnTo puts the page of a reading before the reader.
func (m *model) turnTo(c *reading) {
	k := pageKey{c.pair, m.shownView(), m.width, m.furniture, m.theme.dark, byte(m.theme.profile), m.method}
	old := m.reader.page
	if old != nil && old.key == k {
		return
	}
	p, ok := m.pages.get(k)
	if !ok {
		p = newPage(k, c, m.theme)
		m.pages.put(k, p)
	}
	if old == nil {
		m.reader.place = p.start()
	} else if old.key.pair != k.pair {
		m.places.put(old.key.pair, m.reader.place)
		if old.key.pair == k.pair.mirror() {
			m.reader.place = m.reader.across(old, p)
		} else if m.reader.place, ok = m.places.get(k.pair); !ok {
			m.reader.place = p.start()
		}
	}
	m.reader.page, m.reader.height = p, 0
}

// bodyHeight returns the lines left for the text.
func (m *model) bodyHeight() int {
	return max(1, m.height-len(m.chrome.head)-len(m.chrome.foot))
}
