// Package versions is the log of the versions of one text: what changed from each
// to the next, as package history tells it, and the way from a change into the
// two versions.
package versions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/history"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/look"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A Log is the versions of one text read as a log: what changed from each to
// the next, numbers and quotations first. A change can be selected, and opened
// in the two versions at its sentence.
type Log struct {
	screen.Canvas
	articles []int // the versions, by their place in the corpus
	versions []*corpus.Article
	told     *history.History // nil until the versions are compared
	failed   string           // why they could not be
	leave    context.CancelFunc

	changes  []told   // in the order they are shown
	made     []string // the lines, without the mark of the selected change
	at       int      // the selected change
	firstRow int      // the first line that is shown
}

// A told is a change, the step it belongs to, and its lines [first, last).
type told struct {
	*history.Change
	step        int
	first, last int
}

// historyMsg brings the history of the versions that a log shows.
type historyMsg struct {
	of   *Log
	told *history.History
	err  error
}

// New returns the log of versions, and the command that compares them.
func New(all []*corpus.Article, versions []int) (*Log, tea.Cmd) {
	ctx, cancel := context.WithCancel(context.Background())
	l := &Log{articles: versions, leave: cancel}
	for _, i := range versions {
		l.versions = append(l.versions, all[i])
	}
	compared := l.versions
	return l, func() tea.Msg {
		h, err := history.New(ctx, compared)
		return historyMsg{l, h, err}
	}
}

func (l *Log) Name() string { return "versions" }

func (l *Log) Hints() []keys.Hint {
	if len(l.changes) == 0 {
		return []keys.Hint{keys.Cancel.To("close")}
	}
	return []keys.Hint{keys.Accept.To("open the change"), keys.Cancel.To("close"), keys.ListDown.To("next"), keys.ListUp.To("previous"), keys.PageDown.To("page")}
}

func (l *Log) Fit(c screen.Canvas) {
	l.Canvas = c
	l.draw()
}

func (l *Log) Lines() []string {
	shown := slices.Clone(l.made[l.firstRow:min(l.firstRow+l.Height, len(l.made))])
	if l.at < len(l.changes) {
		c := l.changes[l.at]
		for n := max(c.first, l.firstRow); n < min(c.last, l.firstRow+len(shown)); n++ {
			shown[n-l.firstRow] = l.Compose(1, false, look.Marker.Of("▌")) + strings.TrimPrefix(shown[n-l.firstRow], " ")
		}
	}
	for len(shown) < l.Height {
		shown = append(shown, "")
	}
	return shown
}

func (l *Log) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case historyMsg:
		if msg.of == l {
			l.take(msg)
		}
	case tea.MouseWheelMsg:
		l.scroll(screen.Notch(msg.Button))
	case tea.MouseClickMsg:
		if i := l.changeAt(msg.Y + l.firstRow); msg.Button == tea.MouseLeft && i >= 0 {
			if i == l.at {
				return l.openChange()
			}
			l.selectChange(i)
		}
	case tea.KeyPressMsg:
		return l.press(msg)
	}
	return l, nil
}

func (l *Log) press(msg tea.KeyPressMsg) (screen.Screen, screen.Request) {
	switch l.Keys.ActionOf(keys.InHelp, msg) {
	case keys.ListDown:
		l.selectChange(l.at + 1)
	case keys.ListUp:
		l.selectChange(l.at - 1)
	case keys.LineDown:
		l.scroll(1)
	case keys.LineUp:
		l.scroll(-1)
	case keys.PageDown:
		l.scroll(l.Height - 1)
	case keys.PageUp:
		l.scroll(1 - l.Height)
	case keys.ToStart:
		l.selectChange(0)
		l.scroll(-len(l.made))
	case keys.ToEnd:
		l.selectChange(len(l.changes) - 1)
	case keys.Accept:
		return l.openChange()
	case keys.ToggleHelp:
		return l, screen.Perform(keys.ToggleHelp)
	case keys.Cancel, keys.Quit:
		l.leave()
		return nil, nil
	}
	return l, nil
}

// take shows what the comparisons brought.
func (l *Log) take(msg historyMsg) {
	if msg.err != nil {
		l.failed = corpus.Printable(prose.Fold(msg.err.Error()))
	}
	l.told = msg.told
	l.draw()
}

// openChange closes the log and reads the two versions of the selected change, at its
// sentence.
func (l *Log) openChange() (screen.Screen, screen.Request) {
	if l.at >= len(l.changes) {
		return l, nil
	}
	c := l.changes[l.at]
	side, place := c.First()
	var at *session.Cursor
	if i := place.Sentences[side]; i >= 0 {
		at = &session.Cursor{Side: diffview.Side(side), Sentence: i}
	}
	return nil, screen.OpenPair(session.Pair{l.articles[c.step], l.articles[c.step+1]}, at)
}

// selectChange selects a change and brings it into view, with what is above the
// first.
func (l *Log) selectChange(i int) {
	if len(l.changes) == 0 {
		return
	}
	l.at = max(0, min(i, len(l.changes)-1))
	c := l.changes[l.at]
	first := c.first
	if l.at == 0 {
		first = 0
	}
	l.firstRow = min(max(c.last-l.Height, min(l.firstRow, first)), c.first) // of a long change the beginning
	l.scroll(0)
}

// scroll moves by lines, as far as there are any, and selects a change that is
// in view.
func (l *Log) scroll(lines int) {
	l.firstRow = max(0, min(l.firstRow+lines, len(l.made)-l.Height))
	for l.at+1 < len(l.changes) && l.changes[l.at].last <= l.firstRow {
		l.at++
	}
	for l.at > 0 && l.changes[l.at].first >= l.firstRow+l.Height {
		l.at--
	}
}

// changeAt returns the change that has a line, -1 for none.
func (l *Log) changeAt(line int) int {
	return slices.IndexFunc(l.changes, func(c told) bool { return c.first <= line && line < c.last })
}

// draw makes the lines.
func (l *Log) draw() {
	if l.Theme == nil {
		return
	}
	l.made, l.changes = l.made[:0], l.changes[:0]
	l.put(1, look.Strong.Of("versions"), look.Quiet.Of(fmt.Sprintf(" %d of one text", len(l.versions))))
	for k, a := range l.versions {
		l.put(1, look.Quiet.Of(fmt.Sprintf("%d ", k+1)), look.Plain.Of(label.Outlet(a)+label.Date(a)+" · "+label.Title(a)))
	}
	switch {
	case l.failed != "":
		l.put(1)
		l.put(1, look.Plain.Of(l.failed))
	case l.told == nil:
		l.put(1)
		l.put(1, look.Quiet.Of("comparing …"))
	default:
		for k := range l.told.Steps {
			l.step(k)
		}
	}
	l.firstRow = max(0, min(l.firstRow, len(l.made)-l.Height))
}

// step draws what changed from one version to the next.
func (l *Log) step(k int) {
	s := l.told.Steps[k]
	l.put(1)
	l.put(1, look.Strong.Of(l.told.Heading(k)))
	for _, line := range s.Summary() {
		l.put(1, look.Quiet.Of(line))
	}
	for i := range s.Changes {
		c := &s.Changes[i]
		if i == 0 || s.Changes[i-1].Label() != c.Label() {
			l.put(1)
			l.put(1, look.Quiet.Of(c.Label()))
		}
		at := len(l.changes)
		l.changes = append(l.changes, told{Change: c, step: k, first: len(l.made)})
		l.change(s, c)
		l.changes[at].last = len(l.made)
	}
}

// change draws one change: what it is, and the words around it.
func (l *Log) change(s history.Step, c *history.Change) {
	if c.Whole() {
		l.put(3, look.Quiet.Of(c.Sentences()+": "), look.Plain.Of(c.Say()))
		return
	}
	l.put(3, look.Plain.Of(c.Say()))
	if around := s.Around(c); around != [3]string{} {
		l.put(5, look.Quiet.Of(c.Sentences()+": "+around[0]), look.Strong.Of(around[1]), look.Quiet.Of(around[2]))
	} else if where := c.Sentences(); where != "" {
		l.put(5, look.Quiet.Of(where))
	}
}

// put adds pieces after an indent, wrapped between words as needed.
func (l *Log) put(indent int, pieces ...look.Piece) {
	l.made = append(l.made, l.Wrapped(indent, look.Piece{}, pieces)...)
}
