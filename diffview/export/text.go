package export

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
)

// TextOptions say how the text export is laid out. The zero value is two
// panes on a page of 120 cells.
type TextOptions struct {
	View  layout.View
	Width int // of the page in cells; 0 means DefaultWidth
}

// DefaultWidth is the width of a page in cells unless TextOptions say otherwise.
const DefaultWidth = 120

// Text writes a comparison as text that is read without the program: a head
// that says which two articles, how much they share, what the signs mean, the
// rows, and the conflicts with their reasons. Unmark takes the signs out again.
// An error is one of w.
func Text(w io.Writer, c *diffview.Comparison, o TextOptions) error {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	t := textWriter{w: bufio.NewWriter(w), c: c, o: o, sentence: [2]map[int]int{numbers(c.Articles[0]), numbers(c.Articles[1])}}
	t.head()
	t.shares()
	t.legend()
	t.rows()
	t.conflicts()
	return t.w.Flush()
}

// names are what the two articles are called in a text.
var names = [2]string{"A", "B"}

// A textWriter writes one comparison. Its Writer keeps the first error.
type textWriter struct {
	w        *bufio.Writer
	c        *diffview.Comparison
	o        TextOptions
	sentence [2]map[int]int // by side: the numbers of compared sentences
}

// numbers returns the compared sentences of an article, numbered from 1.
func numbers(a *corpus.Article) map[int]int {
	n := map[int]int{}
	for i, s := range a.Sentences {
		if s.Kind.Compared() {
			n[i] = len(n) + 1
		}
	}
	return n
}

func (t *textWriter) head() {
	for side, a := range t.c.Articles {
		m := a.Meta
		t.entry(names[side]+"  ", cmp.Or(m.Title.Value, "(no title)")+from(m.Title))
		about := []string{cmp.Or(m.Outlet.Value, "outlet unknown") + from(m.Outlet)}
		if m.Published.Known() {
			about = append(about, date(m.Published.Value, "2 January 2006", "2 January 2006 15:04 -07:00")+from(m.Published))
		} else {
			about = append(about, "date unknown")
		}
		if len(m.Authors.Value) > 0 {
			about = append(about, "by "+strings.Join(m.Authors.Value, ", ")+from(m.Authors))
		}
		t.entry("   ", strings.Join(about, " · "))
		if a.Path != "" {
			t.entry("   ", a.Path)
		}
		t.entry("", "")
	}
}

// from says where a guess was found; what is not guessed needs no word.
func from[T any](f corpus.Field[T]) string {
	if !f.Guess {
		return ""
	}
	return " ? (from " + f.From + ")"
}

// date writes a time, by the first layout when only the day is known.
func date(t time.Time, day, moment string) string {
	if h, m, s := t.Clock(); h+m+s == 0 && t.Location() == time.UTC {
		return t.Format(day)
	}
	return t.Format(moment)
}

func (t *textWriter) shares() {
	for side := range t.c.Articles {
		s := t.c.Share(diffview.Side(side))
		if s.Words == 0 {
			t.entry(names[side]+"  ", "no words to compare")
			continue
		}
		p := percents(s.Words, s.Agree, s.Detail, s.Wording, s.Conflict)
		t.entry(names[side]+"  ", fmt.Sprintf("%d %% of its %s are also in %s; %d %% only here; %d %% said otherwise; %d %% in conflict",
			p[0], count(s.Words, "word"), names[1-side], p[1], p[2], p[3]))
	}
	t.entry("   ", count(t.c.CountConflicts(), "conflict"))
	if limits := t.c.Limits(); limits != "" {
		t.entry("   ", limits)
	}
	t.entry("", "")
}

// percents returns what parts are of the whole, so that they add up to 100:
// each is rounded down, and the largest remainders get what is then missing.
func percents(whole int, parts ...int) []int {
	p := make([]int, len(parts))
	missing := 100
	for i, n := range parts {
		p[i] = 100 * n / whole
		missing -= p[i]
	}
	for ; missing > 0; missing-- {
		best := 0
		for i, n := range parts {
			if 100*n-p[i]*whole > 100*parts[best]-p[best]*whole {
				best = i
			}
		}
		p[best]++
	}
	return p
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	if n == 0 {
		return "no " + thing + "s"
	}
	return fmt.Sprint(n, " ", thing, "s")
}

// legend says what the signs mean. It shows the signs of the text as they are,
// without their backslashes.
func (t *textWriter) legend() {
	between := strings.Fields("the number of each sentence in its article, and")
	for _, sign := range []struct {
		relation layout.Relation
		means    string
	}{
		{layout.Same, "the same words,"}, {layout.Similar, "the same in other words,"}, {layout.Conflict, "in conflict,"},
		{layout.Unsure, "perhaps the same,"}, {layout.OnlyLeft, "only in A,"}, {layout.OnlyRight, "only in B,"},
		{layout.Unlinked, "the two headlines,"}, {layout.Furniture, "a line of the page, not compared;"},
	} {
		between = append(between, sign.relation.Sign()+" "+sign.means)
	}
	between = append(between, strings.Fields("a star at a number: a copy of what stands in full elsewhere.")...)
	t.item("Beside the text: ", between...)
	inside := []string{"unmarked: in both articles,", detailSign + "only here" + closingSign + ",",
		wordingSign + "said otherwise" + closingSign + ",", conflictSign + "in conflict" + closingSign + ";"}
	inside = append(inside, strings.Fields(`rows of one article alone and copies go without.`)...)
	inside = append(inside, strings.Fields(`\{ \} \\ are these characters themselves; \ at a line's end: the word goes on.`)...)
	t.item("In the text: ", inside...)
}

// rows writes the articles side by side or in one column.
func (t *textWriter) rows() {
	o := layout.Options{View: t.o.View, Width: t.o.Width, Furniture: true, Signs: signs()}
	left, gutter, _ := layout.Panes(t.c, o)
	t.ruler()
	for _, line := range layout.Lines(t.c, layout.Arrange(t.c), o) {
		if o.View == layout.Unified {
			t.line(text(line.Gutter) + text(line.Left))
			continue
		}
		l := text(line.Left) + strings.Repeat(" ", left-layout.Width(line.Left))
		t.line(l + cmp.Or(text(line.Gutter), strings.Repeat(" ", gutter)) + text(line.Right))
	}
	t.ruler()
}

// ruler separates the articles from what is said about them.
func (t *textWriter) ruler() {
	left, gutter, right := layout.Panes(t.c, layout.Options{View: t.o.View, Width: t.o.Width})
	fmt.Fprintf(t.w, "\n%s\n\n", strings.Repeat("-", left+gutter+right))
}

// line writes a line without the white space at its end.
func (t *textWriter) line(s string) {
	t.w.WriteString(strings.TrimRight(s, " "))
	t.w.WriteByte('\n')
}

func text(runs []layout.Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}

func (t *textWriter) conflicts() {
	if len(t.c.Conflicts) == 0 {
		t.entry("", "No conflicts were found.")
		return
	}
	t.entry("", "Conflicts")
	for k, conflict := range t.c.Conflicts {
		link := t.c.Links[conflict.Link]
		kind := conflict.Kind.String()
		if conflict.Update {
			kind = "update, " + kind
		}
		t.entry(fmt.Sprintf("%2d  ", k+1), fmt.Sprintf("%s: %s", kind, conflict.Reason))
		for side, span := range conflict.Spans {
			t.entry("    ", fmt.Sprintf("%s, sentence %d: “%s”", names[side], t.sentence[side][link.Sentences[side]],
				prose.Fold(span.Of(t.c.Articles[side].Text))))
		}
	}
}

// entry writes words of the articles, wrapped, the first line behind a mark.
func (t *textWriter) entry(mark, words string) {
	t.item(mark, strings.Fields(escape.Replace(words))...)
}

// item writes parts, wrapped between them, the first line behind a mark and
// the others under it.
func (t *textWriter) item(mark string, parts ...string) {
	indent := strings.Repeat(" ", min(ansi.StringWidth(mark), 4))
	line, begun := mark, false
	for _, part := range parts {
		if begun && ansi.StringWidth(line)+1+ansi.StringWidth(part) > t.o.Width {
			t.line(line)
			line, begun = indent, false
		}
		if begun {
			line += " "
		}
		line, begun = line+part, true
	}
	t.line(line)
}
