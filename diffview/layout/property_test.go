package layout_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
)

// vocabulary has every kind of word that a line can be cut or measured wrongly at.
var vocabulary = []string{
	"the", "ferry", "of", "214", "“sang,”", "Čermák", "o'clock", "e\u0301tude", "天気予報は晴れ", "👩‍👩‍👧", "🇲🇽🇺🇸", "❤️",
	"Donaudampfschifffahrtsgesellschaftskapitän", "https://coast-courier.example/a/very/long/address", "—", "{", "a\\", "हिन्दी", "\u200b", "नमस्ते",
}

// invent makes a comparison of random articles, links, marks and conflicts.
func invent(r *rand.Rand, sentences, words int) *diffview.Comparison {
	c := &diffview.Comparison{}
	for side := range c.Articles {
		c.Articles[side], c.Spans[side] = inventArticle(r, r.IntN(sentences+1), words)
	}
	for i, s := range c.Articles[0].Sentences {
		for j, u := range c.Articles[1].Sentences {
			if s.Kind.Compared() && u.Kind.Compared() && r.IntN(2+sentences/2) == 0 {
				c.Links = append(c.Links, diffview.Link{Sentences: [2]int{i, j}, Score: float64(r.IntN(10)) / 10, Sure: r.IntN(2) == 0})
			}
		}
	}
	for k, link := range c.Links {
		if r.IntN(5) == 0 {
			spans := [2]prose.Span{c.Articles[0].Sentences[link.Sentences[0]].Span, c.Articles[1].Sentences[link.Sentences[1]].Span}
			c.Conflicts = append(c.Conflicts, diffview.Conflict{Spans: spans, Reason: "one against the other", Link: k})
		}
	}
	return c
}

func inventArticle(r *rand.Rand, sentences, words int) (*corpus.Article, []diffview.Span) {
	a, spans := &corpus.Article{}, []diffview.Span(nil)
	var text strings.Builder
	paragraph := 0
	for i := range sentences {
		s := prose.Sentence{}
		if i == 0 && r.IntN(2) == 0 {
			s.Kind = prose.Title
		} else if r.IntN(5) == 0 {
			s.Kind = prose.Furniture
		}
		if r.IntN(2) == 0 {
			paragraph++
			text.WriteString("\n\n")
		}
		s.Paragraph, s.Start = paragraph, text.Len()
		for w := range 1 + r.IntN(words) {
			if w > 0 {
				text.WriteString([]string{" ", " ", " ", "\n", "  ", "\u00a0"}[r.IntN(6)])
			}
			text.WriteString(vocabulary[r.IntN(len(vocabulary))])
		}
		s.End = text.Len()
		text.WriteString(" ")
		a.Sentences = append(a.Sentences, s)
	}
	a.Text = text.String()
	for _, s := range a.Sentences {
		for at := s.Start; at < s.End && s.Kind.Compared(); {
			end := min(s.End, at+1+r.IntN(20))
			for end < s.End && a.Text[end]&0xC0 == 0x80 { // not inside a character
				end++
			}
			span := diffview.Span{Span: prose.Span{Start: at, End: end}, Mark: diffview.Mark(r.IntN(3))}
			if span.Mark == diffview.Differ {
				span.Strength = diffview.Strength(1 + r.IntN(2))
			}
			spans = append(spans, span)
			at = end
		}
	}
	return a, spans
}

func ofTitle(c *diffview.Comparison, link diffview.Link) bool {
	return c.Articles[0].Sentences[link.Sentences[0]].Kind == prose.Title || c.Articles[1].Sentences[link.Sentences[1]].Kind == prose.Title
}

// TestInvented holds what is true of every page, on random comparisons.
func TestInvented(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 1))
		c := invent(r, 12, 20)
		rows := layout.Arrange(c)
		checkRows(t, c, rows)
		for _, o := range []layout.Options{
			{Width: r.IntN(240)}, {Width: r.IntN(240), View: layout.Unified, Furniture: true}, {Width: 60, Furniture: true},
		} {
			lines := layout.Lines(c, rows, o)
			checkLines(t, c, rows, o, lines)
			if !reflect.DeepEqual(lines, layout.Lines(c, rows, o)) {
				t.Fatalf("seed %d: the same comparison gave two pages", seed)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// checkLines fails unless the lines keep to their panes and hold, row by row,
// every word of the row's sentences in order.
func checkLines(t *testing.T, c *diffview.Comparison, rows []layout.Row, o layout.Options, lines []layout.Line) {
	t.Helper()
	left, gutter, right := layout.Panes(c, o)
	got := make([]string, len(rows))
	sides := make([][2]string, len(rows))
	for n, line := range lines {
		l, g, r := layout.Width(line.Left), layout.Width(line.Gutter), layout.Width(line.Right)
		if l > left || r > right || line.Row >= 0 && g != gutter || line.Row < 0 && l+g+r > 0 {
			t.Errorf("line %d of row %d: %d+%d+%d cells, panes %d+%d+%d", n, line.Row, l, g, r, left, gutter, right)
		}
		checkRuns(t, line.Left)
		checkRuns(t, line.Right)
		if line.Row >= 0 {
			sides[line.Row][0] += textOf(line.Left)
			sides[line.Row][1] += textOf(line.Right)
			got[line.Row] = sides[line.Row][0] + sides[line.Row][1]
		}
	}
	for n, row := range rows {
		want := ""
		for side, sentences := range row.Sentences {
			for _, i := range sentences {
				want += c.Articles[side].Sentences[i].Of(c.Articles[side].Text)
			}
		}
		if row.Relation == layout.Furniture && !o.Furniture {
			continue
		}
		if squeeze(got[n]) != squeeze(want) {
			t.Errorf("row %d reads\n%s\nwant\n%s", n, got[n], want)
		}
	}
}

func checkRuns(t *testing.T, runs []layout.Run) {
	t.Helper()
	for k, r := range runs {
		if r.Text == "" || strings.ContainsFunc(r.Text, unicode.IsControl) {
			t.Errorf("run %q in %v", r.Text, runs)
		}
		if k > 0 && r.Role != layout.Plain && r.Role == runs[k-1].Role && r.Title == runs[k-1].Title && r.Faint == runs[k-1].Faint {
			t.Errorf("two runs that are one: %v", runs)
		}
	}
	if n := len(runs); n > 0 && strings.HasSuffix(runs[n-1].Text, " ") {
		t.Errorf("a line ends in white space: %v", runs)
	}
	if whole := layout.Width([]layout.Run{{Text: textOf(runs)}}); whole != layout.Width(runs) {
		t.Errorf("%d cells as runs, %d as a line: %v", layout.Width(runs), whole, runs)
	}
}

func textOf(runs []layout.Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}

// squeeze drops white space: words that are cut over lines read as one.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// BenchmarkPage lays out two articles of 1,000 words.
func BenchmarkPage(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 1))
	c := &diffview.Comparison{}
	vocabulary = []string{"the", "ferry", "of", "passengers", "214", "“sang,”", "stranded", "off", "Lorne", "it’s", "on", "Tuesday"}
	for side := range c.Articles {
		c.Articles[side], c.Spans[side] = inventArticle(r, 50, 39)
	}
	for i := range 40 {
		if c.Articles[0].Sentences[i].Kind == prose.Body && c.Articles[1].Sentences[i].Kind == prose.Body {
			c.Links = append(c.Links, diffview.Link{Sentences: [2]int{i, i}, Score: .5, Sure: true})
		}
	}
	b.Logf("%d and %d words", len(strings.Fields(c.Articles[0].Text)), len(strings.Fields(c.Articles[1].Text)))
	for _, view := range []layout.View{layout.Matched, layout.Unified} {
		b.Run(fmt.Sprint("view", view), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				layout.Lines(c, layout.Arrange(c), layout.Options{View: view, Width: 120})
			}
		})
	}
}
