package export

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
)

// listWidth is the width of the list for people, in cells: a file of it reads
// well on any screen.
const listWidth = 80

// A lister writes the list for people.
type lister struct {
	w       *bufio.Writer
	width   int // of its lines, in cells
	c       *corpus.Corpus
	guessed bool // a "?" was written
}

func listText(w *bufio.Writer, read listing) error {
	c, stories := read.corpus, read.stories
	l := lister{w: w, width: listWidth, c: c}
	var alone []story.Story
	shown := 0
	for _, s := range stories {
		if len(s.Articles) < 2 {
			alone = append(alone, s)
		} else {
			shown++
		}
	}
	l.put(0, total(len(c.Articles), shown, len(alone)))
	n := 0
	for _, s := range stories {
		if len(s.Articles) > 1 {
			n++
			l.story(n, s)
		}
	}
	if len(alone) > 0 && shown > 0 {
		l.put(0, "")
		l.put(0, "In no story with others: "+count(len(alone), "article"))
	}
	for _, s := range alone {
		l.article(s.Articles[0], s)
	}
	if len(c.Problems) > 0 {
		l.put(0, "")
		l.put(0, "Not read: "+count(len(c.Problems), "file"))
		for _, p := range c.Problems {
			l.path(2, corpus.Printable(p.Path), "")
			l.put(4, prose.Fold(p.Reason))
		}
	}
	if l.guessed {
		l.put(0, "")
		l.put(0, `? marks a guess.`)
	}
	return nil
}

// total says how many articles there are and how they are grouped.
func total(articles, stories, alone int) string {
	said := count(articles, "article")
	switch {
	case stories == 0 && articles > 1:
		return said + ", each alone"
	case stories == 0:
		return said
	case stories == 1:
		said += " in 1 story"
	default:
		said += fmt.Sprintf(" in %d stories", stories)
	}
	if alone > 0 {
		said += fmt.Sprintf(", %d alone", alone)
	}
	return said
}

// story writes a story of two articles and more.
func (l *lister) story(n int, s story.Story) {
	l.put(0, "")
	l.put(0, fmt.Sprintf("Story %d: %s", n, story.Title(s.Members(l.c.Articles))))
	said := count(len(s.Articles), "article")
	if texts := s.Texts(); texts < len(s.Articles) {
		said += ", " + count(texts, "different text")
	}
	if days := story.Days(s.Members(l.c.Articles)); days != "" {
		said += ", " + days
	}
	l.put(2, said)
	for _, i := range s.Articles {
		l.article(i, s)
	}
}

// article writes the lines of one article.
func (l *lister) article(i int, s story.Story) {
	a := l.c.Articles[i]
	m := a.Meta
	l.put(0, "")
	who := prose.Fold(a.Name())
	if !m.Outlet.Known() {
		who += " (outlet unknown)"
	}
	l.put(2, l.doubt(who, m.Outlet.Guess)+" · "+
		l.doubt(cmp.Or(published(a, time.DateOnly, "2006-01-02 15:04"), "undated"), m.Published.Guess))
	l.put(4, l.doubt(cmp.Or(prose.Fold(m.Title.Value), "untitled"), m.Title.Guess))
	sentences, words := length(a)
	l.path(4, corpus.Printable(a.Path), fmt.Sprintf("%s, %s", count(sentences, "sentence"), count(words, "word")))
	if why := s.Why(i); why != "" {
		l.put(4, prose.Fold(why))
	}
}

// doubt puts a mark after a guess.
func (l *lister) doubt(said string, guess bool) string {
	if !guess {
		return said
	}
	l.guessed = true
	return said + " ?"
}

// put writes a text on as many lines as it needs, each indented by that many spaces.
// Lines break between words only: "2031-05-07" and "AK-47" stay whole.
func (l *lister) put(indent int, text string) { l.hang(indent, "", text) }

// hang writes a text likewise, its first line after a mark and the others under
// that line's text.
func (l *lister) hang(indent int, mark, text string) {
	first := strings.Repeat(" ", indent) + mark
	indent += ansi.StringWidth(mark)
	room, used := l.width-indent, 0
	if text == "" {
		l.w.WriteString(strings.TrimRight(first, " "))
	}
	for n, word := range strings.Fields(text) {
		width := ansi.StringWidth(word)
		switch {
		case n == 0:
			l.w.WriteString(first)
		case used+1+width <= room:
			l.w.WriteByte(' ')
			used++
		default:
			l.w.WriteString("\n" + strings.Repeat(" ", indent))
			used = 0
		}
		if width > room {
			// A script without spaces, or an address.
			word = strings.ReplaceAll(ansi.Hardwrap(word, room, true), "\n", "\n"+strings.Repeat(" ", indent))
		}
		l.w.WriteString(word)
		used += width
	}
	l.w.WriteByte('\n')
}

// path writes a path whole, whatever its length, so that it can be copied, and
// what is said of it after it or, where there is no room, below.
func (l *lister) path(indent int, path, said string) {
	l.w.WriteString(strings.Repeat(" ", indent) + path)
	switch room := l.width - indent - ansi.StringWidth(path); {
	case said == "":
		l.w.WriteString("\n")
	case len(said)+len(" · ") <= room:
		l.w.WriteString(" · " + said + "\n")
	default:
		l.w.WriteString("\n")
		l.put(indent, said)
	}
}
