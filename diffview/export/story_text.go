package export

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
)

// storyWidth is the width of the table for people, in cells.
const storyWidth = 100

// shortName is the most cells that an article's name takes in a table.
const shortName = 5

// A storyWriter writes the table of one story for people.
type storyWriter struct {
	lister
	t     *coverage.Table
	names []string // whole ones
	short []string
}

func newStoryWriter(w *bufio.Writer, t *coverage.Table) *storyWriter {
	return &storyWriter{lister{w: w, width: storyWidth}, t, corpus.Names(t.Articles...), coverage.ShortNames(t.Articles, shortName)}
}

func storyText(w *bufio.Writer, tables []*coverage.Table) error {
	for n, t := range tables {
		s := newStoryWriter(w, t)
		if n > 0 {
			s.put(0, "")
			s.put(0, strings.Repeat("=", storyWidth))
			s.put(0, "")
		}
		s.head()
		s.facts()
		s.disputes()
		s.each()
		s.leftOut()
		s.alone()
	}
	return nil
}

// head writes the story's title, its figures and its articles.
func (s *storyWriter) head() {
	s.put(0, story.Title(s.t.Articles))
	s.put(0, storySummary(s.t))
	s.put(0, "")
	for i, a := range s.t.Articles {
		name := fmt.Sprintf("%-*s  ", shortName, s.short[i])
		s.hang(2, name, strings.Join([]string{prose.Fold(s.names[i]), dayOrUndated(a), corpus.Printable(a.Path), toldElsewhere(s.t, i)}, " · "))
	}
}

// dayOrUndated returns when an article was published, or that it is not known.
func dayOrUndated(a *corpus.Article) string {
	if when := published(a, "2006-01-02", "2006-01-02 15:04"); when != "" {
		return when
	}
	return "undated"
}

// facts writes the table: a line a fact, a column an article.
func (s *storyWriter) facts() {
	if len(s.t.Facts) == 0 {
		s.put(0, "")
		s.put(0, noFacts(s.t))
		return
	}
	columns := (shortName + 1) * len(s.t.Articles)
	lead := len("  99. 10/10 ")
	room := max(20, storyWidth-lead-columns)
	s.put(0, "")
	heads := ""
	for _, name := range s.short {
		heads += " " + pad(name, shortName)
	}
	s.line(strings.Repeat(" ", lead+room) + heads)
	told := s.t.Told(shortName - 1)
	for n := range s.t.Facts {
		f := &s.t.Facts[n]
		line := fmt.Sprintf("%4d. %-*s", n+1, lead-len("9999. "), carriedBy(s.t, f)) + pad(ansi.Truncate(labelOf(s.t, f), room, "…"), room)
		for i, c := range f.Cells {
			line += " " + pad(cellSaid(c, told[n][i]), shortName)
		}
		s.line(line)
	}
	var legend []string
	for _, l := range cellLegend {
		legend = append(legend, l.sign+" "+l.means)
	}
	s.put(0, "")
	s.put(2, strings.Join(legend, ", "))
}

// disputes writes the conflicts, with the sentences they stand in.
func (s *storyWriter) disputes() {
	if len(s.t.Disputes) == 0 {
		return
	}
	s.heading("Conflicts")
	s.eachDispute()
}

// eachDispute writes the conflicts without a heading.
func (s *storyWriter) eachDispute() {
	for n := range s.t.Disputes {
		d := &s.t.Disputes[n]
		about := disputeKind(d)
		if d.Fact >= 0 {
			about += fmt.Sprintf(", fact %d", d.Fact+1)
		}
		s.hang(0, fmt.Sprintf("%4d. ", n+1), about+": "+prose.Fold(d.Pairs[0].Reason))
		for _, w := range d.Words {
			s.hang(6, pad(s.short[w.Article], shortName)+"  ", s.quoted(w))
		}
	}
}

// quoted returns the sentence of a wording with its words between signs.
func (s *storyWriter) quoted(w coverage.Wording) string {
	ps := around(s.t.Articles[w.Article], w.Sentence, w.Span)
	return prose.Fold(ps[0].text + conflictSign + ps[1].text + closingSign + ps[2].text)
}

// each writes what each article says of each fact.
func (s *storyWriter) each() {
	if len(s.t.Facts) == 0 {
		return
	}
	s.heading("What each says")
	for n := range s.t.Facts {
		f := &s.t.Facts[n]
		if n > 0 {
			s.put(0, "")
		}
		s.hang(0, fmt.Sprintf("%4d. ", n+1), labelOf(s.t, f))
		for i, c := range f.Cells {
			for _, sentence := range c.Sentences {
				name := pad(s.short[i], shortName)
				if c.State == coverage.Unsure {
					name = pad(s.short[i], shortName-1) + "?"
				}
				s.hang(6, name+"  ", sentenceOf(s.t.Articles[i], sentence))
			}
		}
	}
}

// leftOut writes what all texts but one carry.
func (s *storyWriter) leftOut() {
	said := false
	for i := range s.t.Articles {
		for _, n := range s.t.LeftOut(i) {
			if !said {
				s.heading("In all others")
				said = true
			}
			s.hang(2, pad(s.short[i], shortName)+"  ", fmt.Sprintf("not found: fact %d, %s", n+1, labelOf(s.t, &s.t.Facts[n])))
		}
	}
}

// alone writes what one article tells and no other text.
func (s *storyWriter) alone() {
	for i, a := range s.t.Articles {
		if len(aloneIn(s.t, i)) == 0 {
			continue
		}
		s.heading("Only in " + prose.Fold(s.names[i]))
		for _, sentence := range aloneIn(s.t, i) {
			s.hang(2, "- ", sentenceOf(a, sentence))
		}
	}
}

func (s *storyWriter) heading(text string) {
	s.put(0, "")
	s.put(0, text)
	s.put(0, strings.Repeat("-", ansi.StringWidth(text)))
}

// line writes a line as it is, without spaces at its end.
func (s *storyWriter) line(text string) { s.w.WriteString(strings.TrimRight(text, " ") + "\n") }

// pad returns text in at least width cells.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
}
