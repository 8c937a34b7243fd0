package find

import (
	"fmt"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/preview"
	"parallax/ui/screen"
)

// How much of the corpus is searched before what was found is shown, in bytes
// of text, and how many articles are listed.
const (
	searchAtOnce = 1 << 20
	maxFound     = 1000
)

// An Everywhere is the list of the articles that have what is typed. It is
// filled while the corpus is searched, in pieces, by commands.
type Everywhere struct {
	*screen.Chooser
	articles []*corpus.Article
	rows     []occurrence
	turn     int // counts the searches: what comes of an earlier one is dropped
	searched int // articles
	running  bool
}

// An occurrence is the first sentence of an article that has what is searched
// for.
type occurrence struct {
	article, sentence int
	times             int    // how often the article has it
	snippet           string // the sentence, from a little before the find
}

// foundMsg brings what was found in a piece of the corpus.
type foundMsg struct {
	of   *Everywhere
	turn int
	next int // the article to go on with
	rows []occurrence
}

// NewEverywhere returns the list for the articles of a corpus; open asks for one
// that was found, at the sentence, with the words that were searched for.
func NewEverywhere(articles []*corpus.Article, open func(article, sentence int, query string) screen.Request) *Everywhere {
	columns := []list.Column{{Head: "outlet", Most: 18}, {Head: "sentence", Tail: true}, {Head: "date", Part: look.Quiet, Most: 11},
		{Head: "times", Part: look.Quiet, Most: 5, End: true}}
	s := &Everywhere{articles: articles}
	s.Chooser = screen.NewChooser("all articles", columns, nil, 0, func(row int) screen.Request {
		return open(s.rows[row].article, s.rows[row].sentence, s.Query())
	})
	s.Say = "open"
	s.Preview = func(row int, on screen.Canvas) []string {
		return preview.Article(on, articles[s.rows[row].article], s.rows[row].sentence, "")
	}
	s.Elsewhere, s.Typed = true, s.begin
	s.Found = func(query, text string) []prose.Span { return cell.NewQuery(query).In(text, maxHits) }
	s.tell()
	return s
}

// Of reports whether it is the list for the articles of a corpus.
func (s *Everywhere) Of(articles []*corpus.Article) bool {
	return len(s.articles) == len(articles) && s.articles[0] == articles[0]
}

// begin searches for another query.
func (s *Everywhere) begin(string) screen.Request {
	s.rows, s.searched = nil, 0
	s.Restart()
	s.halt()
	s.fill()
	return s.Resume()
}

// halt ends a search that is under way.
func (s *Everywhere) halt() {
	s.running = false
	s.tell()
}

// Resume searches where the search was left, if there is something to be found.
func (s *Everywhere) Resume() screen.Request {
	want := cell.NewQuery(s.Query())
	if s.running || want.Empty() || s.searched >= len(s.articles) || len(s.rows) >= maxFound {
		s.tell()
		return nil
	}
	s.running = true
	s.turn++
	s.tell()
	return screen.Effect(s.piece())
}

// piece returns the command that searches the next articles.
func (s *Everywhere) piece() tea.Cmd {
	want, articles, msg := cell.NewQuery(s.Query()), s.articles, foundMsg{of: s, turn: s.turn, next: s.searched}
	room := maxFound - len(s.rows)
	return func() tea.Msg {
		for bytes := 0; msg.next < len(articles) && bytes < searchAtOnce && len(msg.rows) < room; msg.next++ {
			a := articles[msg.next]
			bytes += len(a.Text)
			if o, ok := occurs(want, a); ok {
				o.article = msg.next
				msg.rows = append(msg.rows, o)
			}
		}
		return msg
	}
}

// occurs searches an article. What is in the page around it counts only
// where the article itself has nothing.
func occurs(want cell.Query, a *corpus.Article) (o occurrence, ok bool) {
	var at prose.Span
	for _, span := range want.In(a.Text, maxHits) {
		i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > span.Start })
		if i == len(a.Sentences) || !a.Sentences[i].Kind.Compared() {
			continue
		}
		if o.times++; o.times == 1 {
			o.sentence, at, ok = i, span, true
		}
	}
	if ok {
		o.snippet = snippet(a.Text, a.Sentences[o.sentence].Span, at)
	}
	return o, ok
}

// Of a sentence, so many bytes are shown before a find and in all, at most.
const (
	beforeFind = 30
	inSnippet  = 300
)

// snippet returns a sentence on one line, from shortly before a find in it.
func snippet(text string, sentence, find prose.Span) string {
	start, head := sentence.Start, ""
	if find.Start-start > beforeFind {
		start, head = find.Start-beforeFind, "…"
		if space := strings.IndexAny(text[start:find.Start], " \n\t"); space >= 0 {
			start += space + 1
		} else {
			start = find.Start // one long word
		}
	}
	end, tail := max(sentence.End, min(find.End, len(text))), ""
	if end > start+inSnippet {
		end, tail = start+inSnippet, "…"
		if space := strings.LastIndexAny(text[find.End:max(end, find.End)], " \n\t"); space > 0 {
			end = find.End + space
		} else {
			end = find.End
		}
	}
	return head + prose.Fold(text[start:end]) + tail
}

// fill lists what was found so far.
func (s *Everywhere) fill() {
	entries := make([]list.Entry, len(s.rows))
	for i, o := range s.rows {
		a := s.articles[o.article]
		entries[i] = list.Entry{Cells: []string{label.Outlet(a), o.snippet, label.Day(a), fmt.Sprint(o.times)}}
	}
	s.SetEntries(entries)
	s.Forget()
}

// tell says how far the search has come.
func (s *Everywhere) tell() {
	switch {
	case cell.NewQuery(s.Query()).Empty():
		s.Note = fmt.Sprintf("searches %d articles", len(s.articles))
	case s.running:
		s.Note = fmt.Sprintf("searched %d of %d articles …", s.searched, len(s.articles))
	case len(s.rows) >= maxFound:
		s.Note = fmt.Sprintf("the first %d, in %d of %d articles; type more to narrow", maxFound, s.searched, len(s.articles))
	case s.searched < len(s.articles):
		s.Note = fmt.Sprintf("stopped after %d of %d articles", s.searched, len(s.articles))
	default:
		s.Note = fmt.Sprintf("all %d articles searched", len(s.articles))
	}
	s.Draw()
}

func (s *Everywhere) Update(msg tea.Msg) (screen.Screen, screen.Request) {
	switch msg := msg.(type) {
	case foundMsg:
		if msg.of != s || msg.turn != s.turn || !s.running {
			return s, nil
		}
		s.rows = append(s.rows, msg.rows...)
		s.searched, s.running = msg.next, false
		if len(msg.rows) > 0 {
			s.fill()
		}
		return s, s.Resume()
	case tea.KeyPressMsg:
		// The first esc ends the search, the next closes the list.
		if s.running && s.Keys.ActionOf(keys.InList, msg) == keys.Cancel {
			s.halt()
			return s, nil
		}
	}
	now, asked := s.Chooser.Update(msg)
	if now == nil {
		s.halt()
		return nil, asked
	}
	return s, asked
}
