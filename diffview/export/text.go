package export

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/measured"
)

// DefaultWidth is the width of a page in cells unless Options say otherwise.
const DefaultWidth = 120

// MinWidth is the width in cells below which a page is not asked for: lines
// would hold a word at most.
const MinWidth = 20

// Text writes a comparison as self-contained text: a header that names the two
// articles, how much they share, the conflicts with their reasons and whole
// sentences, the notes, what the signs mean, and the rows. Without the signs,
// every word of both articles is there. Errors come from w only.
func Text(w io.Writer, c *diffview.Comparison, o Options) error {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	t := newTextWriter(w, c, o)
	t.head()
	t.shares()
	t.conflicts()
	t.notes()
	t.legend()
	t.rows()
	return t.w.Flush()
}

// Summary returns a comparison in short, for the clipboard: which two articles,
// how much they share, and the conflicts with their reasons. Lines are not
// wrapped and there are no signs.
func Summary(c *diffview.Comparison) string {
	var b strings.Builder
	t := newTextWriter(&b, c, Options{Width: math.MaxInt})
	t.plain = true
	t.head()
	t.shares()
	t.conflicts()
	t.w.Flush()
	return b.String()
}

func newTextWriter(w io.Writer, c *diffview.Comparison, o Options) *textWriter {
	return &textWriter{w: bufio.NewWriter(w), c: c, o: o, sentence: [2]map[int]int{numbers(c.Articles[0]), numbers(c.Articles[1])}}
}

// names are what the two articles are called in a text.
var names = [2]string{"A", "B"}

// A textWriter writes one comparison. Its Writer keeps the first error.
type textWriter struct {
	w        *bufio.Writer
	c        *diffview.Comparison
	o        Options
	plain    bool           // without signs, and so without backslashes
	sentence [2]map[int]int // by side: the numbers of compared sentences
}

func (t *textWriter) head() {
	for side, a := range t.c.Articles {
		t.entry(names[side]+"  ", titleOf(a))
		t.entry("   ", strings.Join(about(a), " · "))
		if a.Path != "" {
			t.entry("   ", a.Path)
		}
		t.entry("", "")
	}
}

func (t *textWriter) shares() {
	for side := range t.c.Articles {
		t.entry(names[side]+"  ", shareWords(t.c, diffview.Side(side)))
	}
	t.entry("   ", countConflicts(t.c))
	if limits := t.c.Limits(); limits != "" {
		t.entry("   ", limits)
	}
	for _, remark := range t.c.Remarks() {
		t.entry("   ", remark)
	}
	t.entry("", "")
}

// legend says what the signs mean. It shows the signs of the text as they are,
// without their backslashes.
func (t *textWriter) legend() {
	between := strings.Fields("the number of each sentence in its article, and")
	for _, sign := range []struct {
		relation layout.Relation
		means    string
	}{
		{layout.Same, "word for word the same,"}, {layout.Similar, "the same in other words,"}, {layout.Conflict, "in conflict,"},
		{layout.Unsure, "perhaps the same (" + measured.Unsure() + "),"}, {layout.OnlyLeft, "only in A,"}, {layout.OnlyRight, "only in B,"},
		{layout.Unlinked, "the two headlines,"}, {layout.Furniture, "a page line outside the article, not compared;"},
	} {
		between = append(between, sign.relation.Sign()+" "+sign.means)
	}
	after := "* after a number: repeated; given in full elsewhere."
	if t.c.Exact != nil {
		after = "after a number: * repeated; given in full elsewhere, " + layout.ParagraphSign + " a paragraph begins here only."
	}
	if t.c.Judged != nil {
		after = "after a number: * repeated; given in full elsewhere, " + layout.JudgeSign + " found or confirmed by the judge."
	}
	between = append(between, strings.Fields(after)...)
	t.item("Next to the text: ", between...)
	inside := []string{"unmarked: in both articles" + orUnclear(t.c) + ",", detailSign + "only here" + closingSign + onlyHereMeans(t.c) + ",",
		wordingSign + "worded differently" + closingSign + ",", conflictSign + "in conflict" + closingSign + ";"}
	inside = append(inside, strings.Fields(`rows in one article only, and repeats, carry no marks.`)...)
	inside = append(inside, strings.Fields(`\{ \} \\ are literal; a line ending in \ continues the word.`)...)
	t.item("In the text: ", inside...)
}

// orUnclear says in a legend what else is unmarked than what both say.
func orUnclear(c *diffview.Comparison) string {
	if c.Exact != nil {
		return ""
	}
	return ", or unclear"
}

// onlyHereMeans says in a legend how far "only here" can be trusted.
func onlyHereMeans(c *diffview.Comparison) string {
	if c.Exact != nil {
		return ""
	}
	return " (an upper bound)"
}

// rows writes the articles side by side or in one column.
func (t *textWriter) rows() {
	o := t.layout()
	left, gutter, _ := layout.Panes(t.c, o)
	shown := rowsOf(t.c, t.o)
	rows := make([]layout.Row, len(shown))
	for i := range shown {
		rows[i] = shown[i].Row
	}
	if n := len(rows); n > 0 && shown[n-1].empty() {
		rows = rows[:n-1]
	}
	t.ruler()
	at := -1
	for _, line := range layout.Lines(t.c, rows, o) {
		if line.Row > at {
			at = line.Row
			t.leftOut(shown[at])
		}
		if o.View.Panes == 1 {
			t.line(text(line.Gutter) + text(line.Left))
			continue
		}
		l := text(line.Left) + strings.Repeat(" ", left-layout.Width(line.Left))
		t.line(l + cmp.Or(text(line.Gutter), strings.Repeat(" ", gutter)) + text(line.Right))
	}
	if len(rows) < len(shown) {
		t.line("")
		t.leftOut(shown[len(rows)])
	}
}

// leftOut says what was left out before a row.
func (t *textWriter) leftOut(row shownRow) {
	words := row.leftOutWords()
	if words == "" {
		return
	}
	t.item("… ", strings.Fields(words)...)
	if !row.empty() {
		t.line("")
	}
}

// layout returns how the rows are laid out.
func (t *textWriter) layout() layout.Options {
	o := layout.Options{View: layout.Matched, Width: t.o.Width, Furniture: true, Signs: signs()}
	if t.o.oneColumn() {
		o.View = t.o.View
	}
	return o
}

// ruler separates the articles from what is said about them.
func (t *textWriter) ruler() {
	left, gutter, right := layout.Panes(t.c, t.layout())
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

// conflicts writes the conflicts with their reasons and the sentences they
// stand in.
func (t *textWriter) conflicts() {
	if len(t.c.Conflicts) > 0 {
		t.entry("", "Conflicts")
	}
	for k, conflict := range t.c.Conflicts {
		t.entry(fmt.Sprintf("%2d  ", k+1), fmt.Sprintf("%s: %s", kindOf(conflict), conflict.Reason))
		for side, sentence := range t.c.Links[conflict.Link].Sentences {
			label := fmt.Sprintf("%s %d: ", names[side], t.sentence[side][sentence])
			t.item("    ", strings.Fields(label+t.quoted(side, sentence, conflict.Spans[side]))...)
		}
	}
	if words := conflictsWords(t.c); words != "" {
		t.entry("", words)
	}
	t.entry("", "")
}

// quoted returns a sentence with a span of it in the signs of a conflict.
func (t *textWriter) quoted(side, sentence int, span prose.Span) string {
	var b strings.Builder
	for _, p := range around(t.c.Articles[side], sentence, span) {
		words := p.text
		if t.plain {
			b.WriteString(words)
			continue
		}
		if words = escape.Replace(words); p.mark == diffview.Differ && words != "" {
			words = conflictSign + words + closingSign
		}
		b.WriteString(words)
	}
	return b.String()
}

// notes writes what the reader noted.
func (t *textWriter) notes() {
	notes := notesOf(t.c, t.o.Notes)
	if len(notes) == 0 {
		return
	}
	t.entry("", "Notes")
	for _, n := range notes {
		on := n.on
		if n.begins != "" {
			on += " “" + n.begins + "”"
		}
		t.entry("    ", on+": "+n.text)
	}
	t.entry("", "")
}

// entry writes words of the articles, wrapped, the first line after a mark.
func (t *textWriter) entry(mark, words string) {
	if !t.plain {
		words = escape.Replace(words)
	}
	t.item(mark, strings.Fields(words)...)
}

// item writes parts, wrapped between them, the first line after a mark and
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
