package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/keys"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// The articles the tests read. Lines with the same number report the same
// thing; "0" is furniture, "T" a headline.
var harbour = [...]struct{ outlet, published, text string }{
	{"Lorne Herald", "2024-03-02T00:00:00Z", `
		T Fire closes Lorne harbour for a second week as inspectors search the grain terminal
		1 Six people were hurt when a fire broke out in the grain terminal of Lorne harbour on Saturday.
		2 The harbour stays closed for a second week, the port authority said.
		0 Advertisement
		0 Share this story
		3 Inspectors are looking for the cause of the fire.
		4 “We will open when it is safe, and not an hour before,” harbour master Ida Brandt told reporters.
		5 Fishermen have asked the council for help.`},
	{"Coast Courier", "2024-03-03T09:30:00Z", `
		T Eight hurt in harbour blaze
		2 Lorne harbour will not open before next week, according to the port authority.
		1 Eight people were hurt when flames tore through its grain terminal on Saturday.
		6 The terminal was built in 1962 and handled a third of the country’s grain. Its owner, Northern Silos, was fined twice for blocked exits.
		4 “We will open when it is safe,” harbour master Ida Brandt told reporters.`},
	{"", "", `
		1 A fire at the grain terminal in Lorne hurt six people, one of them badly.
		7 Smoke was seen as far as the islands.`},
}

// testArticle makes an article of lines as above.
func testArticle(i int) *corpus.Article {
	h := harbour[i]
	a := &corpus.Article{Path: fmt.Sprintf("harbour/%d.txt", i+1)}
	if h.outlet != "" {
		a.Meta.Outlet = corpus.Field[string]{Value: h.outlet, From: "front matter"}
		when, err := time.Parse(time.RFC3339, h.published)
		if err != nil {
			panic(err)
		}
		a.Meta.Published = corpus.Field[time.Time]{Value: when, From: "front matter"}
	} else {
		a.Meta.Outlet = corpus.Field[string]{Value: "Island Post", From: "text", Guess: true}
	}
	for _, line := range strings.Split(strings.TrimSpace(h.text), "\n") {
		tag, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		kind := map[string]prose.Kind{"T": prose.Title, "0": prose.Furniture}[tag]
		if kind == prose.Title {
			a.Meta.Title = corpus.Field[string]{Value: text, From: "first line"}
		}
		if a.Text != "" {
			a.Text += "\n"
		}
		start := len(a.Text)
		a.Text += text
		a.Sentences = append(a.Sentences, prose.Sentence{
			Span: prose.Span{Start: start, End: len(a.Text)}, Kind: kind, Paragraph: int32(len(a.Sentences)),
		})
	}
	return a
}

// tagOf returns the number of a test article's line.
func tagOf(a *corpus.Article, sentence int) string {
	var i int
	fmt.Sscanf(a.Path, "harbour/%d.txt", &i)
	line := strings.Split(strings.TrimSpace(harbour[i-1].text), "\n")[sentence]
	return strings.Fields(line)[0]
}

// testCompare links the lines with the same number: the reader is tested on
// comparisons that stay what they are when the engine gets better.
func testCompare(_ context.Context, left, right *diffview.Prepared) (*diffview.Comparison, error) {
	c := &diffview.Comparison{Articles: [2]*corpus.Article{left.Article, right.Article}}
	partner := [2]map[int]int{{}, {}}
	for l := range left.Article.Sentences {
		for r := range right.Article.Sentences {
			if tag := tagOf(left.Article, l); tag >= "1" && tag <= "9" && tag == tagOf(right.Article, r) {
				c.Links = append(c.Links, diffview.Link{Sentences: [2]int{l, r}, Score: .71, Sure: true, Words: testWords(left.Article, l, right.Article, r)})
				partner[0][l], partner[1][r] = r, l
			}
		}
	}
	for side, a := range c.Articles {
		other := c.Articles[1-side]
		for i, s := range a.Sentences {
			if !s.Kind.Compared() {
				continue
			}
			k, linked := partner[side][i]
			if !linked {
				c.Spans[side] = append(c.Spans[side], diffview.Span{Span: s.Span, Mark: diffview.Detail})
				continue
			}
			c.Spans[side] = append(c.Spans[side], testMarks(a.Text, s.Span, other.Sentences[k].Of(other.Text))...)
		}
	}
	for i, link := range c.Links {
		l, r := position(left.Article, link.Sentences[0], "Six"), position(right.Article, link.Sentences[1], "Eight")
		if l == nil {
			l, r = position(left.Article, link.Sentences[0], "Eight"), position(right.Article, link.Sentences[1], "Six")
		}
		if l != nil && r != nil {
			c.Conflicts = append(c.Conflicts, diffview.Conflict{
				Spans: [2]prose.Span{*l, *r}, Reason: "‘six’ vs ‘eight’: both count people", Link: i})
		}
	}
	return c, nil
}

// testWords joins words that mean the same in the linked sentences.
func testWords(left *corpus.Article, l int, right *corpus.Article, r int) []diffview.WordLink {
	var words []diffview.WordLink
	for _, w := range []struct {
		left, right string
		kind        diffview.WordKind
	}{{"people", "people", diffview.Same}, {"fire", "flames", diffview.Synonym}} {
		if a, b := position(left, l, w.left), position(right, r, w.right); a != nil && b != nil {
			words = append(words, diffview.WordLink{Spans: [2]prose.Span{*a, *b}, Kind: w.kind})
		}
	}
	return words
}

// position returns where a word stands in a sentence.
func position(a *corpus.Article, sentence int, word string) *prose.Span {
	s := a.Sentences[sentence]
	i := strings.Index(s.Of(a.Text), word)
	if i < 0 {
		return nil
	}
	return &prose.Span{Start: s.Start + i, End: s.Start + i + len(word)}
}

// testMarks marks the words of a sentence by whether the other one has them.
func testMarks(text string, s prose.Span, other string) []diffview.Span {
	var spans []diffview.Span
	start := s.Start
	for _, word := range strings.SplitAfter(s.Of(text), " ") {
		span := diffview.Span{Span: prose.Span{Start: start, End: start + len(word)}}
		switch w := strings.Trim(word, " .,“”"); {
		case w == "Six" || w == "Eight":
			span.Mark, span.Strength = diffview.Differ, diffview.Conflicting
		case !strings.Contains(strings.ToLower(other), strings.ToLower(w)):
			span.Mark, span.Strength = diffview.Differ, diffview.Wording
		}
		start = span.End
		if n := len(spans); n > 0 && spans[n-1].Mark == span.Mark && spans[n-1].Strength == span.Strength {
			spans[n-1].End = span.End
			continue
		}
		spans = append(spans, span)
	}
	return spans
}

// corpusOf returns a corpus of articles.
func corpusOf(articles []*corpus.Article) *corpus.Corpus { return &corpus.Corpus{Articles: articles} }

// A drive is a reader with a hand on the keyboard.
type drive struct {
	t       testing.TB
	m       *model
	held    []tea.Cmd // what waits to be carried out: comparisons, when hold is set; all commands, when late is
	hold    bool
	late    bool // keys are typed ahead of whatever a key sets off
	quitted bool

	suspended bool
	copied    string // what was sent to the clipboard
}

// open starts the reader on the test articles at a size.
func open(t testing.TB, width, height int, o Options) *drive {
	t.Helper()
	var articles []*corpus.Article
	for i := range harbour {
		articles = append(articles, testArticle(i))
	}
	d, err := session.New(articles, []story.Story{{Articles: []int{0, 1, 2}}})
	if err != nil {
		t.Fatal(err)
	}
	d.Compare = testCompare
	if o.Dir == "" {
		o.Dir = t.TempDir()
	}
	drv := &drive{t: t, m: newModel(d, o)}
	drv.m.shellWaits = func() bool { return true }
	drv.do(drv.m.Init())
	drv.send(tea.WindowSizeMsg{Width: width, Height: height})
	return drv
}

// send passes a message to the model and carries out what it asks for.
func (d *drive) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.do(cmd)
}

// release carries out what was held, and all that comes of it.
func (d *drive) release() {
	d.hold, d.late = false, false
	for len(d.held) > 0 {
		held := d.held
		d.held = nil
		for _, cmd := range held {
			d.do(cmd)
		}
	}
}

// ask has the model do what a screen asks for.
func (d *drive) ask(r screen.Request) {
	d.do(tea.Batch(d.m.carryOut(r), d.m.refresh()))
}

// do carries out a command and sends what comes of it.
func (d *drive) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if d.late {
		d.held = append(d.held, cmd)
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	case tea.QuitMsg:
		d.quitted = true
	case session.ComparedMsg:
		if d.hold {
			d.held = append(d.held, func() tea.Msg { return msg })
			return
		}
		d.send(msg)
	case nil:
	default:
		switch fmt.Sprintf("%T", msg) {
		case "tea.setClipboardMsg":
			d.copied = fmt.Sprint(msg)
		case "tea.execMsg": // editors go another way, see export_test.go
			d.suspended = true
		}
		d.send(msg)
	}
}

// press sends keys as people write them.
func (d *drive) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		msg := keyPress(k)
		if msg.String() != k {
			d.t.Fatalf("the key %q is sent as %q", k, msg.String())
		}
		d.send(msg)
	}
}

// keyPress returns the message of a key.
func keyPress(k string) tea.KeyPressMsg { return keys.Press(k) }

// screen returns what the terminal shows, without looks, and fails if a line
// is wider than the terminal or leaves a look open, or if there are too many.
func (d *drive) screen() string {
	d.t.Helper()
	content := d.m.View().Content
	lines := strings.Split(content, "\n")
	if len(lines) > d.m.Height {
		d.t.Errorf("%d lines on a terminal of %d", len(lines), d.m.Height)
	}
	for i, l := range lines {
		if w := d.m.Method.StringWidth(l); w > d.m.Width {
			d.t.Errorf("line %d has %d cells of %d: %q", i+1, w, d.m.Width, l)
		}
		if at := strings.LastIndex(l, "\x1b["); at >= 0 && !strings.HasPrefix(l[at:], look.Off) {
			d.t.Errorf("line %d does not close its looks: %q", i+1, l)
		}
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n")
}

// reads reports whether the current sentence begins so.
func (d *drive) reads(beginning string) bool {
	d.t.Helper()
	c, ok := d.m.cursor()
	if !ok {
		return false
	}
	a := d.m.article(int(c.Side))
	return strings.HasPrefix(a.Sentences[c.Sentence].Of(a.Text), beginning)
}

// textOf returns the words of a page.
func textOf(p *page.Page) string {
	var b strings.Builder
	for _, l := range p.Laid {
		for _, runs := range [][]layout.Run{l.Left, l.Gutter, l.Right} {
			for _, r := range runs {
				b.WriteString(r.Text)
			}
		}
	}
	return b.String()
}

// line returns a line of the screen, counted from the end when negative.
func (d *drive) line(i int) string {
	d.t.Helper()
	lines := strings.Split(d.screen(), "\n")
	if i < 0 {
		i += len(lines)
	}
	return lines[i]
}

// status returns what explains the current sentence.
func (d *drive) status() string {
	d.t.Helper()
	d.screen()
	foot := d.m.chrome.foot
	if len(foot) == 0 {
		return ""
	}
	return strings.TrimSpace(ansi.Strip(strings.Join(foot[:len(foot)-1], " ")))
}
