package export

import (
	"bufio"
	"fmt"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview/coverage"
)

// storyMarkdown writes tables as CommonMark with the pipe tables that wikis and
// code hosts show.
func storyMarkdown(w *bufio.Writer, tables []*coverage.Table) error {
	for n, t := range tables {
		if n > 0 {
			w.WriteString("\n---\n\n")
		}
		m := newStoryMarkdownWriter(w, t)
		m.head()
		m.facts()
		m.disputes()
		m.each()
		m.alone()
	}
	return nil
}

func newStoryMarkdownWriter(w *bufio.Writer, t *coverage.Table) *storyMarkdownWriter {
	return &storyMarkdownWriter{w, t, corpus.Names(t.Articles...), coverage.ShortNames(t.Articles, shortName)}
}

// A storyMarkdownWriter writes the table of one story. Its Writer keeps the
// first error.
type storyMarkdownWriter struct {
	w            *bufio.Writer
	t            *coverage.Table
	names, short []string
}

func (m *storyMarkdownWriter) printf(format string, args ...any) { fmt.Fprintf(m.w, format, args...) }

func (m *storyMarkdownWriter) head() {
	m.printf("# %s\n\n%s\n\n", markdownText(story.Title(m.t.Articles)), markdownText(storySummary(m.t)))
	for i, a := range m.t.Articles {
		title := markdownText(titleOf(a))
		if address := corpus.WebAddress(a.Meta.URL.Value); address != "" {
			title = "[" + title + "](<" + address + ">)"
		}
		m.printf("- %s = %s, %s: %s (%s; %s)\n", markdownText(m.short[i]), markdownText(m.names[i]), dayOrUndated(a), title,
			markdownText(corpus.Printable(a.Path)), toldElsewhere(m.t, i))
	}
}

func (m *storyMarkdownWriter) facts() {
	if len(m.t.Facts) == 0 {
		m.printf("\n%s\n", noFacts(m.t))
		return
	}
	m.printf("\n| | texts | fact |")
	for _, s := range m.short {
		m.printf(" %s |", markdownText(s))
	}
	m.printf("\n| ---: | ---: | --- |%s\n", strings.Repeat(" :---: |", len(m.short)))
	told := m.t.Told(cellRoom)
	for n := range m.t.Facts {
		f := &m.t.Facts[n]
		m.printf("| %d | %s | %s |", n+1, carriedBy(m.t, f), markdownText(labelOf(m.t, f)))
		for i, c := range f.Cells {
			m.printf(" %s |", markdownText(cellSaid(c, told[n][i])))
		}
		m.printf("\n")
	}
	var legend []string
	for _, l := range cellLegend {
		legend = append(legend, l.sign+" "+l.means)
	}
	m.printf("\n%s\n", strings.Join(legend, ", "))
}

func (m *storyMarkdownWriter) disputes() {
	if len(m.t.Disputes) > 0 {
		m.printf("\n## Conflicts\n\n")
		m.eachDispute()
	}
}

// eachDispute writes the conflicts without a heading.
func (m *storyMarkdownWriter) eachDispute() {
	for n := range m.t.Disputes {
		d := &m.t.Disputes[n]
		m.printf("%d. %s: %s\n", n+1, disputeKind(d), markdownText(d.Pairs[0].Reason))
		for _, w := range d.Words {
			m.printf("   - %s: %s\n", markdownText(m.names[w.Article]), markdownSentence(around(m.t.Articles[w.Article], w.Sentence, w.Span)))
		}
	}
}

func (m *storyMarkdownWriter) each() {
	if len(m.t.Facts) > 0 {
		m.printf("\n## What each says\n")
	}
	for n := range m.t.Facts {
		f := &m.t.Facts[n]
		m.printf("\n%d. %s\n", n+1, markdownText(labelOf(m.t, f)))
		for i, c := range f.Cells {
			for _, s := range c.Sentences {
				perhaps := ""
				if c.State == coverage.Unsure {
					perhaps = " (perhaps)"
				}
				m.printf("   - %s%s: %s\n", markdownText(m.short[i]), perhaps, markdownText(sentenceOf(m.t.Articles[i], s)))
			}
		}
	}
}

func (m *storyMarkdownWriter) alone() {
	for i, a := range m.t.Articles {
		left := m.t.LeftOut(i)
		if len(aloneIn(m.t, i)) == 0 && len(left) == 0 {
			continue
		}
		m.printf("\n## Only in %s\n\n", markdownText(prose.Fold(m.names[i])))
		for _, s := range aloneIn(m.t, i) {
			m.printf("- %s\n", markdownText(sentenceOf(a, s)))
		}
		if len(left) > 0 {
			m.printf("\nIn all others and not found here:\n\n")
		}
		for _, n := range left {
			m.printf("- fact %d: %s\n", n+1, markdownText(labelOf(m.t, &m.t.Facts[n])))
		}
	}
}
