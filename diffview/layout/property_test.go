package layout_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"parallax/corpus/corpustest"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/layout/layouttest"
)

func ofTitle(c *diffview.Comparison, link diffview.Link) bool {
	return c.Articles[0].Sentences[link.Sentences[0]].Kind == prose.Title || c.Articles[1].Sentences[link.Sentences[1]].Kind == prose.Title
}

// TestInvented holds what is true of every page, on random comparisons.
func TestInvented(t *testing.T) {
	for seed := range uint64(corpustest.Often(200)) {
		r := rand.New(rand.NewPCG(seed, 1))
		c := layouttest.Invent(r, 12, 20, layouttest.Hard)
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
			folded := layout.Fold(c, rows, nil)
			checkFold(t, c, rows, folded)
			checkLines(t, c, folded, o, layout.Lines(c, folded, o))
		}
		for side := range c.Articles {
			flow := layout.Flow(c, diffview.Side(side))
			checkFlow(t, c, diffview.Side(side), flow)
			o := layout.Options{View: layout.Flowing, Width: r.IntN(240), Furniture: true}
			checkLines(t, c, flow, o, layout.Lines(c, flow, o))
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
	left, full, right := layout.Panes(c, o)
	gutter := full
	got := make([]string, len(rows))
	sides := make([][2]string, len(rows))
	for n, line := range lines {
		l, g, r := layout.Width(line.Left), layout.Width(line.Gutter), layout.Width(line.Right)
		if o.View == layout.Flowing {
			gutter = (full - 1) / 2
			if line.Side == diffview.Right {
				gutter = full / 2
			}
		}
		if l > left || r > right || line.Row >= 0 && g != gutter || line.Row < 0 && l+g+r > 0 {
			t.Errorf("line %d of row %d: %d+%d+%d cells, panes %d+%d+%d", n, line.Row, l, g, r, left, gutter, right)
		}
		checkRuns(t, line.Left)
		checkRuns(t, line.Right)
		checkSpans(t, c.Articles[line.Side].Text, line.Left)
		checkSpans(t, c.Articles[1].Text, line.Right)
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
		if row.Folded {
			for side, sentences := range row.Sentences {
				if note := fmt.Sprintf("%dsentence", len(sentences)); len(sentences) > 0 && !strings.HasPrefix(squeeze(sides[n][side]), note) && o.View != layout.Unified {
					t.Errorf("folded row %d reads %q, want %q", n, sides[n][side], note)
				}
			}
			continue
		}
		if squeeze(got[n]) != squeeze(want) {
			t.Errorf("row %d reads\n%s\nwant\n%s", n, got[n], want)
		}
	}
}

// checkFlow fails unless the rows have every sentence of one side, in order.
func checkFlow(t *testing.T, c *diffview.Comparison, side diffview.Side, rows []layout.Row) {
	t.Helper()
	next := 0
	for n, row := range rows {
		if len(row.Sentences[side.Other()]) > 0 {
			t.Errorf("row %d of one article has sentences of the other", n)
		}
		for _, s := range row.Sentences[side] {
			if s != next {
				t.Errorf("row %d has sentence %d where %d comes", n, s, next)
			}
			next++
		}
	}
	if next != len(c.Articles[side].Sentences) {
		t.Errorf("%d sentences in the rows, %d in the article", next, len(c.Articles[side].Sentences))
	}
}

// checkFold fails unless folding keeps every sentence that stands in full, and
// every row in which anything but agreement is marked.
func checkFold(t *testing.T, c *diffview.Comparison, rows, folded []layout.Row) {
	t.Helper()
	full := func(rows []layout.Row) (n [2]map[int]bool) {
		n = [2]map[int]bool{{}, {}}
		for _, row := range rows {
			for side, sentences := range row.Sentences {
				for k, s := range sentences {
					if row.Repeated[side][k] {
						continue
					}
					if n[side][s] {
						t.Errorf("sentence %d stands in full twice", s)
					}
					n[side][s] = true
				}
			}
		}
		return n
	}
	if !reflect.DeepEqual(full(rows), full(folded)) {
		t.Errorf("folding loses sentences: %v becomes %v", rows, folded)
	}
	for _, row := range folded {
		for side, sentences := range row.Sentences {
			for _, s := range sentences {
				for _, span := range c.Spans[side] {
					if row.Folded && span.Overlaps(c.Articles[side].Sentences[s].Span) && span.Mark != diffview.Agree {
						t.Errorf("sentence %d is folded and %v in it", s, span.Mark)
					}
				}
			}
		}
	}
	open := layout.Fold(c, rows, func(diffview.Side, int) bool { return true })
	if !reflect.DeepEqual(open, append([]layout.Row(nil), rows...)) {
		t.Errorf("with every fold open %v is not %v", open, rows)
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

// checkSpans fails unless each run is the bytes of the article that it names.
func checkSpans(t *testing.T, article string, runs []layout.Run) {
	t.Helper()
	for _, r := range runs {
		if r.Span == (prose.Span{}) && (r.Text == " " || r.Faint) {
			continue
		}
		text := strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, r.Span.Of(article))
		if text != r.Text {
			t.Errorf("run %q names %q", r.Text, text)
		}
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
	words := []string{"the", "ferry", "of", "passengers", "214", "“sang,”", "stranded", "off", "Lorne", "it’s", "on", "Tuesday"}
	for side := range c.Articles {
		c.Articles[side], c.Spans[side] = layouttest.InventArticle(r, 50, 39, words)
	}
	for i := range 40 {
		if c.Articles[0].Sentences[i].Kind == prose.Body && c.Articles[1].Sentences[i].Kind == prose.Body {
			c.Links = append(c.Links, diffview.Link{Sentences: [2]int{i, i}, Score: .5, Sure: true})
		}
	}
	b.Logf("%d and %d words", len(strings.Fields(c.Articles[0].Text)), len(strings.Fields(c.Articles[1].Text)))
	for _, view := range []*layout.View{layout.Matched, layout.Unified} {
		b.Run(fmt.Sprint("view", view), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				layout.Lines(c, layout.Arrange(c), layout.Options{View: view, Width: 120})
			}
		})
	}
}
