package ui

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
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A log is the versions of one text read as a log: what changed from each to
// the next, numbers and quotations first. A change can be selected, and opened
// in the two versions at its sentence.
type log struct {
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
	of   *log
	told *history.History
	err  error
}

// openVersions opens the log of the versions of the article that is read.
func (m *model) openVersions() tea.Cmd {
	return m.openVersionsOf(m.deck.Wanted()[m.viewport.Focus])
}

// openVersionsOf opens the log of the versions of an article.
func (m *model) openVersionsOf(article int) tea.Cmd {
	for _, s := range m.deck.Stories {
		for _, group := range s.Versions {
			if !slices.Contains(group, article) {
				continue
			}
			l, compare := newLog(m.deck.Articles, group)
			m.open(l)
			return compare
		}
	}
	m.message = m.deck.Articles[article].Name() + " has no other version here"
	return nil
}

// newLog returns the log of versions, and the command that compares them.
func newLog(all []*corpus.Article, versions []int) (*log, tea.Cmd) {
	ctx, cancel := context.WithCancel(context.Background())
	l := &log{articles: versions, leave: cancel}
	for _, i := range versions {
		l.versions = append(l.versions, all[i])
	}
	compared := l.versions
	return l, func() tea.Msg {
		h, err := history.New(ctx, compared)
		return historyMsg{l, h, err}
	}
}

func (l *log) Name() string { return "versions" }

func (l *log) Hints() []keys.Hint {
	if len(l.changes) == 0 {
		return []keys.Hint{keys.Cancel.To("close")}
	}
	return []keys.Hint{keys.Accept.To("open the change"), keys.Cancel.To("close"), keys.ListDown.To("next"), keys.ListUp.To("previous"), keys.PageDown.To("page")}
}

func (l *log) Fit(c screen.Canvas) {
	l.Canvas = c
	l.draw()
}

func (l *log) Lines() []string {
	shown := slices.Clone(l.made[l.firstRow:min(l.firstRow+l.Height, len(l.made))])
	if l.at < len(l.changes) {
		c := l.changes[l.at]
		for n := max(c.first, l.firstRow); n < min(c.last, l.firstRow+len(shown)); n++ {
			shown[n-l.firstRow] = l.Compose(1, false, marker.Of("▌")) + strings.TrimPrefix(shown[n-l.firstRow], " ")
		}
	}
	for len(shown) < l.Height {
		shown = append(shown, "")
	}
	return shown
}

func (l *log) Update(msg tea.Msg) (screen.Screen, screen.Request) {
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

func (l *log) press(msg tea.KeyPressMsg) (screen.Screen, screen.Request) {
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
func (l *log) take(msg historyMsg) {
	if msg.err != nil {
		l.failed = corpus.Printable(prose.Fold(msg.err.Error()))
	}
	l.told = msg.told
	l.draw()
}

// openChange closes the log and reads the two versions of the selected change, at its
// sentence.
func (l *log) openChange() (screen.Screen, screen.Request) {
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
func (l *log) selectChange(i int) {
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
func (l *log) scroll(lines int) {
	l.firstRow = max(0, min(l.firstRow+lines, len(l.made)-l.Height))
	for l.at+1 < len(l.changes) && l.changes[l.at].last <= l.firstRow {
		l.at++
	}
	for l.at > 0 && l.changes[l.at].first >= l.firstRow+l.Height {
		l.at--
	}
}

// changeAt returns the change that has a line, -1 for none.
func (l *log) changeAt(line int) int {
	return slices.IndexFunc(l.changes, func(c told) bool { return c.first <= line && line < c.last })
}

// draw makes the lines.
func (l *log) draw() {
	if l.Theme == nil {
		return
	}
	l.made, l.changes = l.made[:0], l.changes[:0]
	l.put(1, strong.Of("versions"), quiet.Of(fmt.Sprintf(" %d of one text", len(l.versions))))
	for k, a := range l.versions {
		l.put(1, quiet.Of(fmt.Sprintf("%d ", k+1)), plain.Of(label.Outlet(a)+label.Date(a)+" · "+label.Title(a)))
	}
	switch {
	case l.failed != "":
		l.put(1)
		l.put(1, plain.Of(l.failed))
	case l.told == nil:
		l.put(1)
		l.put(1, quiet.Of("comparing …"))
	default:
		for k := range l.told.Steps {
			l.step(k)
		}
	}
	l.firstRow = max(0, min(l.firstRow, len(l.made)-l.Height))
}

// step draws what changed from one version to the next.
func (l *log) step(k int) {
	s := l.told.Steps[k]
	l.put(1)
	l.put(1, strong.Of(l.told.Heading(k)))
	for _, line := range s.Summary() {
		l.put(1, quiet.Of(line))
	}
	for i := range s.Changes {
		c := &s.Changes[i]
		if i == 0 || s.Changes[i-1].Label() != c.Label() {
			l.put(1)
			l.put(1, quiet.Of(c.Label()))
		}
		at := len(l.changes)
		l.changes = append(l.changes, told{Change: c, step: k, first: len(l.made)})
		l.change(s, c)
		l.changes[at].last = len(l.made)
	}
}

// change draws one change: what it is, and the words around it.
func (l *log) change(s history.Step, c *history.Change) {
	if c.Whole() {
		l.put(3, quiet.Of(c.Sentences()+": "), plain.Of(c.Say()))
		return
	}
	l.put(3, plain.Of(c.Say()))
	if around := s.Around(c); around != [3]string{} {
		l.put(5, quiet.Of(c.Sentences()+": "+around[0]), strong.Of(around[1]), quiet.Of(around[2]))
	} else if where := c.Sentences(); where != "" {
		l.put(5, quiet.Of(where))
	}
}

// put adds pieces after an indent, wrapped between words as needed.
func (l *log) put(indent int, pieces ...piece) {
	room := max(8, l.Width-indent-1)
	margin := plain.Of(strings.Repeat(" ", indent))
	line, used := []piece{margin}, 0
	flush := func() {
		l.made = append(l.made, l.Compose(l.Width, false, line...))
		line, used = []piece{margin}, 0
	}
	for _, word := range l.wordsOf(room, pieces) {
		width := 0
		for _, p := range word {
			width += cell.Width(l.Method, p.Text)
		}
		if used > 0 && used+1+width > room {
			flush()
		}
		if used > 0 {
			line, used = append(line, plain.Of(" ")), used+1
		}
		line, used = append(line, word...), used+width
	}
	flush()
}

// wordsOf cuts pieces at their spaces. A word that has no room on a line, of a
// script without spaces or an address, is cut where the line ends.
func (l *log) wordsOf(room int, pieces []piece) (words [][]piece) {
	open := false // the last word goes on
	for _, p := range pieces {
		for i, text := range strings.Split(p.Text, " ") {
			open = open && i == 0
			for k, part := range strings.Split(l.Method.Hardwrap(text, room, true), "\n") {
				switch {
				case part == "":
				case open && k == 0 && cell.Width(l.Method, part) < room/2:
					words[len(words)-1] = append(words[len(words)-1], p.Part.Of(part))
				default:
					words = append(words, []piece{p.Part.Of(part)})
					open = true
				}
			}
		}
	}
	return words
}
