package ui

import (
	"cmp"
	"os"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/bookmarks"
	"parallax/ui/exporter"
	"parallax/ui/find"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/loading"
	"parallax/ui/look"
	"parallax/ui/moves"
	"parallax/ui/outside"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
	"parallax/ui/zone"
)

// maxPages is how many laid-out pages are kept: the pair, its neighbours and
// their other views.
const maxPages = 12

// maxPlaces is how many pairs' places are remembered.
const maxPlaces = 512

// A model is the reader: what is read, where, and how it looks. It routes what
// comes to the uppermost screen or to the page, and owns all state. Update is
// the only function that changes it.
type model struct {
	options       Options
	screen.Canvas         // the terminal
	fitted        fitting // what the screens were fitted to

	view      *layout.View // nil is the one that suits a pair
	suits     map[session.Pair]*layout.View
	furniture bool
	agreed    bool        // what agrees is folded
	opened    page.Fold   // but for this
	freeMouse bool        // the terminal has the mouse, for selecting
	themed    look.Choice // of theme
	onLight   bool        // the terminal has a light background, as far as is known
	answered  bool        // the terminal has said so
	profile   colorprofile.Profile

	deck     *session.Deck
	source   *loading.Source // nil when all articles are there and stay as they are
	news     *loading.Loaded // what was read, until no screen is open; nil for nothing
	commands map[keys.Action]command
	pages    *session.Cache[page.Key, *page.Page]
	places   *session.Cache[session.Pair, page.Place]
	viewport page.Viewport
	landed   landing           // what was jumped to
	dragged  *diffview.Side    // whose overview the mouse is dragged along; nil for none
	words    words             // the words that are lit
	target   *target           // where to go when its pair is compared; nil is nowhere
	awaited  awaited           // what to do then
	offered  int               // that the next story (1) or the one before (-1) was offered by the last key; 0 for neither
	stroll   *stroll           // on the way to a pair with a conflict; nil when not
	tour     *tour             // on the way to a story with one; nil when not
	landing  bool              // it is to be decided where to begin
	early    []tea.KeyPressMsg // keys that were pressed before
	resume   *keep.Place       // where to go when everything is read; nil is nowhere
	screens  []screen.Screen   // what is over the page, the uppermost last
	back     []screen.Screen   // that the pair was opened from, to come back to, the uppermost last; empty for none
	exports  exporter.Choice   // what was last chosen for an export

	bookmarks *bookmarks.Book
	moves     *moves.Moves // articles moved to other stories

	exec       func(*exec.Cmd, tea.ExecCallback) tea.Cmd // runs another program on the terminal
	lender     outside.Terminal                          // the terminal, that they are lent
	shellWaits func() bool                               // whether one can suspend

	find    find.Search      // what is searched for on the page
	all     *find.Everywhere // in all articles; nil before the first time
	pressed string           // the last key, as Bubble Tea names it; "" when a list asked

	greeted bool   // a key was pressed: the first hints are no longer needed
	leaving bool   // the reader is being left: keys do nothing any more
	message string // said until the next key; "" shows what explains the row
	chrome  chrome
	over    []string // the lines of the uppermost screen
	hints   []string // the line below the screens; empty where there is no room

	footZones, hintZones [][]zone.Zone // of chrome.foot and of hints, by line
}

// A target is a sentence to go to in a pair that is not there yet.
type target struct {
	pair session.Pair
	session.Cursor
	words int // the first byte of those of a conflict in it; -1 for none
}

// A fitting is what the screens' lines depend on.
type fitting struct {
	screen.Canvas
	page *page.Page // that is read, since a screen may say what is found on it
}

// newModel returns the reader of a deck.
func newModel(d *session.Deck, o Options) *model {
	if o.from == "" {
		o.from, _ = os.Getwd() // "" leaves paths as they are
	}
	m := &model{
		options:    o,
		deck:       d,
		suits:      make(map[session.Pair]*layout.View),
		pages:      session.NewCache[page.Key, *page.Page](maxPages),
		places:     session.NewCache[session.Pair, page.Place](maxPlaces),
		Canvas:     screen.Canvas{Keys: keys.New()},
		commands:   commands(),
		bookmarks:  bookmarks.New(o.Folders.Notebook(), o.names()),
		shellWaits: outside.ShellWaits,
	}
	m.exec = m.lender.Lend
	d.Kept = o.Kept
	if o.Judge != nil {
		d.Judge = o.Judge.Compare
		m.message = o.Judge.Notice()
	}
	if err := m.Keys.Rebind(o.Settings.Keys); err != nil {
		m.message = err.Error() // settings.Read has seen to it; none comes from there
	}
	m.themed = look.Named(o.Settings.Theme)
	m.onLight, m.profile = lightBackground(o.Environ), colorprofile.TrueColor
	m.retheme()
	if !o.ViewByPair || o.Settings.View != "" {
		m.view = layout.ViewNamed(o.Settings.View)
	}
	var err error
	if m.moves, err = moves.Read(o.Folders.Moves(), o.names()); err != nil {
		m.message = "stories: " + err.Error()
	}
	m.deck = m.moves.Regroup(m.deck)
	return m
}

// lightBackground reports whether the environment names a light background, as
// rxvt, Konsole and others do: "foreground;background" by number of colour. It
// is a guess for the first frame, until the terminal answers.
func lightBackground(env []string) bool {
	v := outside.Getenv(env, "COLORFGBG")
	v = v[strings.LastIndexByte(v, ';')+1:]
	return v == "7" || v == "15"
}

// Init asks for the first comparison and for the colour of the background.
func (m *model) Init() tea.Cmd {
	return tea.Batch(m.deck.Fetch(), m.begin(), m.source.Begin(), m.bookmarks.Read(), tea.RequestBackgroundColor)
}

// Update takes a message and brings the screen up to date.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	return m, tea.Batch(m.route(msg), m.settle(), m.begin(), m.refresh())
}

// route gives a message to whom it concerns.
func (m *model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.MouseMsg:
		if click, ok := msg.(tea.MouseClickMsg); ok && click.Button == tea.MouseLeft {
			if do := m.zoneAt(click.X, click.Y); do != "" {
				return m.click(do)
			}
		}
		if m.top() != nil {
			return m.pass(m.shift(msg))
		}
		m.mouse(msg)
		return nil
	case tea.PasteMsg:
		if m.top() != nil {
			return m.pass(msg)
		}
		return nil
	}
	return tea.Batch(m.terminal(msg), m.handle(msg), m.passToAll(msg))
}

// terminal takes what the terminal says of itself.
func (m *model) terminal(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.Width, m.Height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.onLight, m.answered = !msg.IsDark(), true
		m.retheme()
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
		m.retheme()
	case tea.ModeReportMsg:
		// What makes Bubble Tea count graphemes makes the pages do so.
		if msg.Mode == ansi.ModeUnicodeCore && !msg.Value.IsNotRecognized() && !msg.Value.IsPermanentlyReset() {
			m.Method = ansi.GraphemeWidth
		}
	}
	return nil
}

// handle takes what commands bring.
func (m *model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case session.ComparedMsg:
		m.deck.Take(msg)
		return tea.Batch(m.deck.Fetch(), m.tourOn())
	case session.RecalledMsg:
		m.deck.TakeRecalled(msg)
		return tea.Batch(m.deck.Fetch(), m.tourOn())
	case loading.Progress:
		return m.source.Ask()
	case loading.Loaded:
		m.news = &msg
	case bookmarks.Changed:
		said, back, next := m.bookmarks.Take(msg)
		m.message = cmp.Or(said, m.message)
		if back != nil {
			m.open(back)
		}
		return next
	case moves.Written:
		problem, next := m.moves.Take(msg)
		m.message = cmp.Or(problem, m.message)
		return next
	case exporter.Written:
		m.exported(msg)
	case outside.Location:
		return m.edit(msg)
	case editedMsg:
		m.edited(msg)
	case browsedMsg:
		m.browsed(msg)
	case resumedMsg:
		return m.resumed(msg)
	}
	return nil
}

// press gives a key to the uppermost screen, or does what it asks of the page.
// Leaving works everywhere; suspending does not, since a text field may take
// its key.
func (m *model) press(msg tea.KeyPressMsg) tea.Cmd {
	if m.leaving {
		return nil
	}
	m.greet()
	m.pressed, m.stroll, m.tour = msg.String(), nil, nil
	if msg.String() == "ctrl+c" {
		return m.leave()
	}
	do := m.Keys.ActionOf(keys.OnPage, msg)
	if m.top() != nil || do != keys.NextPair && do != keys.PrevPair {
		m.offered = 0
	}
	if m.top() != nil {
		return m.pass(msg)
	}
	if m.unrelated() != "" && do != keys.Quit && do != keys.Suspend && do != keys.ToggleHelp {
		m.early = append(m.early, msg)
		return nil
	}
	return m.perform(do)
}

// greet notes that a key was pressed. Who has seen a page stays with it, wherever
// the corpus would have begun.
func (m *model) greet() {
	m.message, m.greeted, m.landed.lit = "", true, false
	m.landing = m.landing && m.viewport.Page == nil
}

// leave ends the reader.
func (m *model) leave() tea.Cmd {
	m.leaving = true
	m.deck.StopAll()
	return tea.Quit
}

// mouse scrolls the page, or goes to the sentence that was clicked.
func (m *model) mouse(msg tea.MouseMsg) {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		if lines := screen.Notch(msg.Button); lines != 0 {
			m.viewport.Scroll(lines)
		}
	case tea.MouseClickMsg:
		if msg.Button != tea.MouseLeft {
			return
		}
		m.greet()
		line := msg.Y - len(m.chrome.head)
		if side, ok := m.viewport.InOverview(line, msg.X); ok {
			m.viewport.Leap(side, line)
			m.dragged = &side
		} else if c, ok := m.viewport.At(line, msg.X); ok {
			m.viewport.GoTo(c)
		}
	case tea.MouseMotionMsg:
		if m.dragged != nil {
			m.viewport.Leap(*m.dragged, msg.Y-len(m.chrome.head))
		}
	case tea.MouseReleaseMsg:
		m.dragged = nil
	}
}

// refresh makes what View joins: the page for what is asked now, at its place,
// and the lines around it.
func (m *model) refresh() tea.Cmd {
	if m.Width < 1 || m.Height < 1 {
		return nil
	}
	cmd := m.arrive()
	if p := m.viewport.Page; p != nil {
		m.bookmarks.Turn(p.Reading)
	}
	m.layoutChrome()
	if p := m.viewport.Page; p != nil {
		m.viewport.Show(p, m.bodyHeight(), false)
		m.viewport.Draw(m.Theme, m.lit())
	}
	m.drawFooter()
	if now := (fitting{m.Canvas, m.pageRead()}); m.fitted != now {
		m.fitted = now
		for _, s := range m.screens {
			s.Fit(m.inner())
		}
	}
	m.over = nil
	if m.top() != nil {
		m.over = m.overlay()
	}
	m.hints = m.hints[:0]
	if m.top() != nil && m.Height > 1 {
		m.hints = append(m.hints, m.hintLine())
		m.hintZones = m.zones(m.hints)
	}
	return cmd
}
