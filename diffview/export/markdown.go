package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
)

// Markdown writes a comparison as CommonMark without HTML, for an issue, a wiki
// or a content system: a list of the two articles with their links, how much
// they share, the conflicts with their reasons, the notes, and then the rows,
// each as a quote below what its sides are to each other.
//
// Words only one article has are *italic*, words in conflict **bold**, and
// those worded differently are ‹marked so›: all three are seen in the source and without
// colour. What the articles say is escaped; after an @ or # that would notify
// somebody or link to an issue there is a word joiner, which is not seen.
// Errors come from w only.
func Markdown(w io.Writer, c *diffview.Comparison, o Options) error {
	m := markdownWriter{w: bufio.NewWriter(w), c: c, o: o, sentence: [2]map[int]int{numbers(c.Articles[0]), numbers(c.Articles[1])},
		matching: [2][]diffview.Matching{c.Matching(diffview.Left), c.Matching(diffview.Right)}}
	m.head()
	m.conflicts()
	m.notes()
	m.rows()
	return m.w.Flush()
}

// A markdownWriter writes one comparison. Its Writer keeps the first error.
type markdownWriter struct {
	w        *bufio.Writer
	c        *diffview.Comparison
	o        Options
	sentence [2]map[int]int // by side: the numbers of compared sentences
	matching [2][]diffview.Matching
}

func (m *markdownWriter) printf(format string, args ...any) { fmt.Fprintf(m.w, format, args...) }

func (m *markdownWriter) head() {
	m.printf("# %s\n\n", markdownText(headingOf(m.c)))
	for side, a := range m.c.Articles {
		title := markdownText(titleOf(a))
		if address := corpus.WebAddress(a.Meta.URL.Value); address != "" {
			title = "[" + title + "](<" + address + ">)"
		}
		m.printf("- %s: %s — %s", names[side], title, markdownText(strings.Join(about(a), ", ")))
		if a.Path != "" {
			m.printf(" (%s)", markdownText(a.Path))
		}
		m.printf("\n")
	}
	m.printf("\n## What they share\n\n")
	for side := range m.c.Articles {
		m.printf("- %s: %s\n", names[side], shareWords(m.c, diffview.Side(side)))
	}
	m.printf("- %s\n", countConflicts(m.c))
	if limits := m.c.Limits(); limits != "" {
		m.printf("- %s\n", markdownText(limits))
	}
	for _, remark := range m.c.Remarks() {
		m.printf("- %s\n", markdownText(remark))
	}
}

func (m *markdownWriter) conflicts() {
	m.printf("\n## Conflicts\n\n")
	for k, conflict := range m.c.Conflicts {
		number := fmt.Sprintf("%d. ", k+1)
		m.printf("%s%s: %s\n", number, kindOf(conflict), markdownText(conflict.Reason))
		for side, sentence := range m.c.Links[conflict.Link].Sentences {
			m.printf("%*s- %s %d: %s\n", len(number), "", names[side], m.sentence[side][sentence],
				markdownSentence(around(m.c.Articles[side], sentence, conflict.Spans[side])))
		}
	}
	if words := conflictsWords(m.c); words != "" {
		if len(m.c.Conflicts) > 0 {
			m.printf("\n")
		}
		m.printf("%s\n", words)
	}
}

// around returns a sentence as passages with only a span of it in conflict.
func around(a *corpus.Article, sentence int, span prose.Span) []passage {
	s := a.Sentences[sentence]
	start, end := max(s.Start, min(span.Start, s.End)), max(s.Start, min(span.End, s.End))
	return []passage{
		{text: a.Text[s.Start:start]},
		{text: a.Text[start:end], mark: diffview.Differ, strength: diffview.Conflicting},
		{text: a.Text[end:s.End]},
	}
}

func (m *markdownWriter) notes() {
	notes := notesOf(m.c, m.o.Notes)
	if len(notes) == 0 {
		return
	}
	m.printf("\n## Notes\n\n")
	for _, n := range notes {
		m.printf("- On %s", markdownText(n.on))
		if n.begins != "" {
			m.printf(" “%s”", markdownText(n.begins))
		}
		m.printf(": %s\n", markdownText(n.text))
	}
}

func (m *markdownWriter) rows() {
	title := "Sentence by sentence"
	if m.o.OnlyDifferences {
		title = "What differs"
	}
	m.printf("\n## %s\n\n", title)
	m.printf("Unmarked: in both articles%s. *Italic*: only here%s. ‹In these marks›: worded differently. **Bold**: in conflict. "+
		"Rows in one article only carry no marks. What is perhaps the same is %s.%s\n", orUnclear(m.c), onlyHereMeans(m.c), measured.Unsure(), paragraphMeans(m.c))
	shown := rowsOf(m.c, m.o)
	for i, row := range shown {
		if words := row.leftOutWords(); words != "" {
			m.printf("\n… %s …\n", words)
		}
		if row.empty() {
			continue
		}
		if i > 0 && row.continues(shown[i-1]) {
			m.printf(">\n")
		} else {
			m.heading(row.Row)
		}
		m.quote(row.Row)
	}
}

// continues reports whether a row only goes on with what the one before it
// began: sentences of one article alone.
func (r shownRow) continues(before shownRow) bool {
	return r.Relation == before.Relation && (r.Relation == layout.OnlyLeft || r.Relation == layout.OnlyRight) && r.leftOut == [2]int{}
}

// heading writes what a row is, and the reasons of its conflicts.
func (m *markdownWriter) heading(row layout.Row) {
	words := relationOf(m.c, row)
	m.printf("\n%s", strings.ToUpper(words[:1])+words[1:])
	for k, i := range conflictsIn(m.c, row) {
		conflict := m.c.Conflicts[i]
		before := "; "
		if k == 0 {
			before = ": "
		}
		if conflict.Grade != diffview.Core {
			before += conflict.Grade.String() + ": "
		}
		m.printf("%s%s", before, markdownText(conflict.Reason))
	}
	m.printf("\n\n")
}

// quote writes the sentences of a row.
func (m *markdownWriter) quote(row layout.Row) {
	first := true
	for side, sentences := range row.Sentences {
		for k, s := range sentences {
			if !first {
				m.printf(">\n")
			}
			first = false
			label := names[side]
			if n := m.sentence[side][s]; n > 0 {
				label += fmt.Sprint(" ", n)
			}
			if row.Repeated[side][k] {
				label += ", again"
			} else if m.c.Begins(diffview.Side(side), s) {
				label += " " + layout.ParagraphSign
			} else if row.Relation == layout.Similar && m.matching[side][s] == diffview.Perhaps {
				label += ", perhaps"
			}
			ps := passages(m.c, diffview.Side(side), s)
			if alone := len(row.Sentences[1-side]) == 0; alone || row.Repeated[side][k] {
				ps = []passage{{text: m.c.Articles[side].Sentences[s].Of(m.c.Articles[side].Text)}}
			}
			m.printf("> %s: %s\n", label, markdownSentence(ps))
		}
	}
}
