package layout

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// The measure of a pane in cells. Longer lines than 90 lose the eye on its way
// back to the next; below 10 a pane holds hardly a word.
const (
	minPane        = 10
	DefaultMeasure = 90
)

// What divides the panes of a row below the sign: a line, and where the match is
// unsure one that is less.
const (
	rule       = "│"
	unsureRule = "┊"
)

// Panes returns the widths in cells of the two panes and the gutter, for the
// drawing of Lines with the same options. The panes are of equal width, at
// least 10 cells and at most the measure: on a narrow page they reach beyond it, on a
// wide one they leave it free at the right. In one column right is 0.
func Panes(c *diffview.Comparison, o Options) (left, gutter, right int) {
	digits := digitsOf(c)
	v := o.view()
	gutter = v.gutter(digits)
	if v.Panes == 1 {
		return o.pane(o.Width - gutter), gutter, 0
	}
	pane := o.pane((o.Width - gutter) / 2)
	return pane, gutter, pane
}

// digitsOf returns how many digits the numbers of sentences have.
func digitsOf(c *diffview.Comparison) int {
	digits := 2
	for _, a := range c.Articles {
		digits = max(digits, len(strconv.Itoa(len(a.Sentences))))
	}
	return digits
}

// pane returns the width of a pane where there is room for n cells.
func (o Options) pane(n int) int {
	if o.Measure == 0 {
		o.Measure = DefaultMeasure
	}
	return max(minPane, min(n, o.Measure))
}

// Lines wraps rows to a page of o.Width cells. Row −1 is the space between rows;
// there is none between sentences of one paragraph that follow each other and
// are one article's alone. The numbers in the gutter are the sentences' places
// among the compared ones of their article, from 1, each at the line where its
// sentence begins; a copy's has a star.
func Lines(c *diffview.Comparison, rows []Row, o Options) []Line {
	p := newPage(c, o)
	v := o.view()
	for i, row := range rows {
		if i > 0 && !p.runsOn(rows[i-1], row) {
			p.lines = append(p.lines, Line{Row: -1})
		}
		v.set(p, i, row)
	}
	return p.lines
}

// A page is the lines being made.
type page struct {
	c        *diffview.Comparison
	o        Options
	digits   int
	gutter   int
	numbers  [2][]int               // by side and sentence: its number, 0 for furniture
	begins   [2]map[int]bool        // by side and number: a paragraph begins with the sentence that the other of two versions has in one
	judged   [2]map[int]bool        // by side and number: an outside judge found something in the sentence
	matching [2][]diffview.Matching // by side and sentence
	columns  [2]column
	empty    []Run    // a gutter without anything
	ruled    [2][]Run // gutters with the rule alone, where the match is sure and where it is not
	lines    []Line
}

func newPage(c *diffview.Comparison, o Options) *page {
	p := &page{c: c, o: o, digits: digitsOf(c)}
	left, gutter, right := Panes(c, o)
	p.gutter = gutter
	if o.view().Panes == 1 {
		right = left
	}
	p.columns[0].width, p.columns[1].width = left, right
	for side, a := range c.Articles {
		p.numbers[side] = diffview.SentenceNumbers(a)
		p.matching[side] = c.Matching(diffview.Side(side))
		p.begins[side] = make(map[int]bool)
		for _, i := range c.Breaks(diffview.Side(side)) {
			p.begins[side][p.numbers[side][i]] = true
		}
		p.columns[side].signs = o.Signs
		p.judged[side] = judged(c, diffview.Side(side), p.numbers[side])
	}
	before := strings.Repeat(" ", p.digits+2)
	p.empty = []Run{{Text: strings.Repeat(" ", gutter)}}
	for i, r := range [2]string{rule, unsureRule} {
		p.ruled[i] = []Run{{Text: before + r + strings.Repeat(" ", max(0, gutter-len(before)-1))}}
	}
	return p
}

// runsOn reports whether two rows read as one paragraph of one article.
func (p *page) runsOn(above, below Row) bool {
	if above.Folded || below.Folded {
		return false
	}
	if p.o.view().Apart {
		side := sideOf(below)
		return p.flows(side, above.Sentences[side][len(above.Sentences[side])-1], below.Sentences[side][0])
	}
	if above.Relation != below.Relation {
		return false
	}
	side := diffview.Left
	switch above.Relation {
	case OnlyRight:
		side = diffview.Right
	case OnlyLeft:
	default:
		return false
	}
	last := above.Sentences[side][len(above.Sentences[side])-1]
	return p.flows(side, last, below.Sentences[side][0])
}

// flows reports whether two sentences follow each other in one paragraph.
func (p *page) flows(side diffview.Side, first, second int) bool {
	s := p.c.Articles[side].Sentences
	return second == first+1 && s[first].Paragraph == s[second].Paragraph && s[first].Kind == s[second].Kind
}

// column wraps one side of a row.
func (p *page) column(side diffview.Side, row Row) []setLine {
	col := &p.columns[side]
	article := p.c.Articles[side]
	col.reset(article.Text, p.c.Spans[side], row.Relation == OnlyLeft || row.Relation == OnlyRight)
	if row.Folded {
		one, more := p.agreeing(side, row.Sentences[side])
		p.count(col, row.Sentences[side], one, more)
		return col.lines
	}
	if !row.Relation.Compared() {
		p.furniture(row.Relation, col, article.Text, article.Sentences, row.Sentences[side])
		return col.lines
	}
	for k, i := range row.Sentences[side] {
		s := article.Sentences[i]
		fresh := k > 0 && !p.flows(side, row.Sentences[side][k-1], i)
		is := p.matching[side][i]
		col.begin(p.numbers[side][i], Run{Title: s.Kind == prose.Title, Faint: row.Repeated[side][k],
			Unsure: is == diffview.Perhaps && row.Relation != Same, Alone: is == diffview.Unmatched}, fresh)
		col.set(s.Start, s.End, Plain)
	}
	col.breakLine()
	return col.lines
}

// furniture sets lines that are not compared, or one that says how many there
// are. Doubtful ones and the rest of a long text are always shown.
func (p *page) furniture(are Relation, col *column, text string, all []prose.Sentence, lines []int) {
	if len(lines) == 0 {
		return
	}
	if p.o.Furniture || are != Furniture {
		for _, i := range lines {
			col.begin(0, Run{}, true)
			col.set(all[i].Start, all[i].End, Page)
		}
		col.breakLine()
		return
	}
	p.count(col, lines, "page line outside the article", "page lines outside the article")
}

// agreeing says of folded sentences that they agree, and how many of them but
// for punctuation.
func (p *page) agreeing(side diffview.Side, folded []int) (one, more string) {
	n := 0
	for _, s := range folded {
		if p.c.OnlyPunctuation(side, s) {
			n++
		}
	}
	switch {
	case n == 0:
		return "sentence agrees", "sentences agree"
	case n == len(folded):
		return "sentence agrees but for punctuation", "sentences agree but for punctuation"
	}
	return "", fmt.Sprintf("sentences agree, %d of them but for punctuation", n)
}

// count sets one line that says how many sentences stand folded.
func (p *page) count(col *column, folded []int, one, more string) {
	if len(folded) == 0 {
		return
	}
	note := fmt.Sprintf("%d %s", len(folded), more)
	if len(folded) == 1 {
		note = "1 " + one
	}
	col.reset(note, nil, true)
	col.note = true
	col.begin(0, Run{Faint: true}, true)
	col.set(0, len(note), Plain)
	col.breakLine()
}

// number returns the number of the sentence that begins on a line, if one does,
// and what is to be said of it.
func (p *page) number(side diffview.Side, line setLine) string {
	if line.Number == 0 {
		return ""
	}
	return strconv.Itoa(line.Number) + strings.TrimSpace(p.note(side, line))
}

// ParagraphSign follows the number of a sentence of two versions with which a
// paragraph begins in one of them only.
const ParagraphSign = "¶"

// JudgeSign follows the number of a sentence in which an outside judge found a
// match or a conflict, or confirmed one.
const JudgeSign = "j"

// note returns a sign for the sentence that begins on a line, or a space: a star
// for a copy, ParagraphSign, JudgeSign.
func (p *page) note(side diffview.Side, line setLine) string {
	switch {
	case line.Copy:
		return "*"
	case line.Number > 0 && p.begins[side][line.Number]:
		return ParagraphSign
	case line.Number > 0 && p.judged[side][line.Number]:
		return JudgeSign
	}
	return " "
}

func flushRight(s string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s))) + s
}

func flushLeft(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}
