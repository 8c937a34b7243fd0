// Package ui is the terminal reader: two articles beside each other, the
// sentences that report the same on one height, the words marked.
//
// There is one Bubble Tea model (model.go). It owns all state and routes what
// comes: to the uppermost screen, where one is over the page, or to the page.
// What it drives are rooms of their own, which know nothing of it: plain structs
// and screens, which take messages and return lines and requests.
//
// What a screen is made of:
//
//	cell        how wide text is on a terminal, what of it has room, what a query finds in it
//	look        what each part of the screen looks like
//	label       how outlets, headlines, dates and numbers are written
//	keys        which key asks for what: the table of all actions, with their help
//	settings    the configuration
//	zone        where on a line what can be clicked is
//	list        lists that narrow as you type, and the text field
//	screen      what a screen is, and what it can ask of the reader
//
// What is read:
//
//	loading     where the articles come from: files as they are read, then changes in their folders
//	session     which pair is read, and what was worked out about it and its neighbours
//	page        two articles laid out, where the reader is on them, and the lines of the screen
//	header      the lines above the text
//	explain     what is known of the sentence that is read
//	find        words on the page and in all articles
//	keep        the files of what persists between sessions
//	bookmarks   the bookmarks on the page, their dialogue and their list
//	moves       articles moved to other stories
//
// The other screens:
//
//	contents    the lists of articles, of stories and of the conflicts of all stories
//	storypage   the facts of a story by article
//	matrix      the table of a story's pairs
//	versions    what changed from version to version
//	exporter    the export dialogue
//	help        the keys, marks and signs
//	preview     what is shown beside a list of its chosen row
//
// Around the reader:
//
//	fault       what happens when the program itself is at fault
//	outside     what the terminal sends, other programs on it, signals
//
// and here is how they are put together:
//
//	actions.go   what each action does to the page (commands.go)
//	screens.go   the screens that keys open (palette.go has the list of all commands)
//	stack.go     the screens over the page; request.go does what they ask for, in the same Update
//	clicks.go    what is clicked on the lines around the text
//	turn.go      putting the page of a pair before the reader
//	awaiting.go  what is asked for while its pair is still being compared
//	landing.go   where the reader begins; lastplace.go comes back to where a corpus was left
//	loading.go   going over to what was read, as it comes and when files change
//	seek.go      jumps to the next conflict, difference, sentence only here
//	stroll.go    from pair to pair, and from story to story, until one has a conflict
//	find.go      going to words that are found
//	words.go     what lights up for a while: the sentence, its partners, the words in common
//	chrome.go    the lines around the text
//	status.go    the lines that explain the current sentence
//	bottom.go    the keys that do something here, and the legend
//	copy.go      what goes to the clipboard
//	programs.go  what is done before and after another program has the terminal
//	theme.go     the theme that is chosen
//	view.go      the lines of all this as one
//	leave.go     what is kept when the reader is left, or has to stop
//	plain.go     the reader without a screen, line by line
//
// A new command is a row in the table of package keys and, unless only screens
// know it, one in actions.go. A new screen implements screen.Screen, and a
// command opens it.
//
// Data goes in with messages, effects come out as commands. Update does no
// I/O and compares nothing; View only joins strings that are there already,
// because Bubble Tea calls it after every message.
package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parallax/corpus"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
	"parallax/diffview/judge/ask"
	"parallax/ui/keep"
	"parallax/ui/outside"
	"parallax/ui/session"
	"parallax/ui/settings"
)

// Options say how the reader runs. The zero value reads and draws on the
// terminal of the process and exports into the current folder.
type Options struct {
	Dir        string            // where exports are written; "" is the current folder
	Settings   settings.Settings // what was configured
	Paths      []string          // what the corpus was opened from; none is the sample corpus
	Folders    keep.Folders      // where the reader keeps what outlives it
	Judge      *ask.Judge        // who else is asked about each pair; nil is nobody
	Fresh      bool              // begin anew, not where this corpus was left
	ViewByPair bool              // begin each pair in the view that suits it, if the settings have none
	Kept       coverage.Keeper   // what earlier runs have found in pairs; nil is nothing
	Input      io.Reader         // nil: the terminal
	Output     io.Writer         // nil: the terminal
	Environ    []string          // "NAME=value"; nil: the environment of the process

	from string // the current folder, which newModel fills in
}

// ErrTerminal is returned by Run when the terminal cannot show a screen.
var ErrTerminal = errors.New("the reader needs a terminal that can move its cursor, and TERM says this one cannot; use “parallax --plain”, or “parallax diff LEFT RIGHT” to print a comparison")

// ErrNoPair is returned by Run when there are no two articles to compare.
var ErrNoPair = session.ErrNoPair

// Run shows the pairs of articles of the stories until the reader leaves or
// ctx ends. Indexes in stories are into c.Articles. A story of one article has
// no pair and is passed over; if no story has two, every article is offered
// beside every other. Files that could not be read are reported on the first
// screen. The terminal is restored however Run ends. Leaving, an
// interrupt and SIGTERM are no errors; the end of ctx is returned as its cause.
func Run(ctx context.Context, c *corpus.Corpus, stories []story.Story, o Options) error {
	if o = o.filled(); dumb(o.Environ) {
		return ErrTerminal
	}
	d, err := session.New(c.Articles, stories)
	if err != nil {
		return err
	}
	m := newModel(d, o)
	m.message, m.landing = cmp.Or(unread(c.Problems), m.message), true
	return start(ctx, m)
}

// filled returns the options with the environment of the process, if they have
// none.
func (o Options) filled() Options {
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	return o
}

// start runs the program of a model: where its corpus was left, unless that is
// not wanted.
func start(ctx context.Context, m *model) error {
	if f := outside.TerminalFile(m.options.Input); f != nil {
		m.options.Input = f
	}
	o := m.options
	paths, lasting := o.corpusPaths()
	if lasting && !o.Fresh {
		m.comeBackTo(keep.ReadPlaces(o.Folders.Places()).Of(paths))
	}
	faulty, err := m.run(programOptions(ctx, o)...)
	lost := errors.Join(m.bookmarks.Finish(), m.moves.Finish())
	switch {
	case faulty:
		return errors.Join(err, lost)
	case lost != nil:
		return lost
	case err == nil, errors.Is(err, tea.ErrInterrupted):
		return nil
	case ctx.Err() != nil:
		return context.Cause(ctx)
	default:
		return fmt.Errorf("the reader stopped: %w", err)
	}
}

// unread tells of the files that could not be read, "" when all were.
func unread(problems []corpus.Problem) string {
	switch len(problems) {
	case 0:
		return ""
	case 1:
		return "not read: " + problems[0].Error()
	}
	return fmt.Sprintf("%d files were not read; the first: %s; “parallax list” shows all", len(problems), problems[0].Error())
}

// programOptions are the Bubble Tea options for o.
func programOptions(ctx context.Context, o Options) []tea.ProgramOption {
	opts := []tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithEnvironment(o.Environ),
		// The first frame waits for a tick: 120 a second halves that wait.
		tea.WithFPS(120),
		tea.WithoutSignalHandler(), // see package outside
	}
	// Bubble Tea hears NO_COLOR only when it is spelled like a boolean; the
	// convention (no-color.org) is any value that is not empty.
	if outside.Getenv(o.Environ, "NO_COLOR") != "" {
		opts = append(opts, tea.WithColorProfile(colorprofile.ASCII))
	}
	if f, ok := o.Input.(*os.File); ok {
		opts = append(opts, tea.WithInput(outside.NewInput(f)))
	} else if o.Input != nil {
		opts = append(opts, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		opts = append(opts, tea.WithOutput(o.Output))
	}
	return opts
}

// dumb reports whether the environment names a terminal without cursor
// movement.
func dumb(env []string) bool {
	term := outside.Getenv(env, "TERM")
	return term == "dumb" || term == ""
}

// names gives the articles names that hold whatever the current folder is. That
// is asked for once, by newModel: a corpus has thousands of paths.
func (o Options) names() keep.Names { return keep.Names{Sample: len(o.Paths) == 0, From: o.from} }

// HomeFolders returns where the reader keeps what outlives it, for an
// environment, "NAME=value".
func HomeFolders(env []string) keep.Folders {
	return keep.HomeFolders(func(name string) string { return outside.Getenv(env, name) })
}
