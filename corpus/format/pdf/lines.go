package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/format/raw"
	"parallax/corpus/lazyregexp"
)

// How lines and paragraphs are told, in parts of the font's size. Measured on
// pages that Chromium, LibreOffice and Word print.
const (
	sameLine  = 0.5  // a baseline that is nearer is the same one
	twice     = 0.1  // the same text so near is bold
	blank     = 0.18 // what is farther apart is two words
	apart     = 3.0  // what is farther apart on one baseline are two lines: cells, columns
	indent    = 0.8  // a line that begins so much farther right begins a paragraph
	largerGap = 1.25 // of the usual line spacing: a larger one divides paragraphs
	otherSize = 1.12 // of sizes: a greater one divides paragraphs
	farShort  = 0.35 // of the column's width: so much room left is the end of a paragraph
)

// maxLine is how long a line may be, in bytes. Those of a broad page have 300.
const maxLine = 4 << 10

// A textLine is one line of a page.
type textLine struct {
	x, y, end, size float64
	text            string
	page            int
}

// linesOfPage joins pieces of text that are on one line.
func linesOfPage(pieces []piece, page int) []textLine {
	var out []textLine
	for i, p := range pieces {
		if i > 0 && p.text == pieces[i-1].text && math.Hypot(p.x-pieces[i-1].x, p.y-pieces[i-1].y) < twice*p.size {
			continue
		}
		p.text = ligatures.Replace(p.text)
		if p.text == "" || p.size <= 0 || bad(p.x) || bad(p.y) || bad(p.end) || bad(p.size) {
			continue
		}
		if n := len(out) - 1; n >= 0 {
			l := &out[n]
			size, gap := max(l.size, p.size), p.x-l.end
			if math.Abs(p.y-l.y) < sameLine*size && gap > -size && gap < apart*size && len(l.text) < maxLine {
				if gap > blank*size && !strings.HasSuffix(l.text, " ") && !strings.HasPrefix(p.text, " ") {
					l.text += " "
				}
				if strings.TrimSpace(p.text) != "" {
					l.size = max(l.size, p.size)
				}
				l.text, l.end = l.text+p.text, max(l.end, p.end)
				continue
			}
		}
		out = append(out, textLine{p.x, p.y, p.end, p.size, p.text, page})
	}
	for i := range out {
		out[i].text = raw.OneLine(out[i].text)
	}
	return slices.DeleteFunc(out, func(l textLine) bool { return l.text == "" })
}

func bad(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 1e7 }

// ligatures are letters that a font draws as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\x00", "")

// A layout joins the lines of a document into paragraphs.
type layout struct {
	lines     []textLine
	leading   float64         // the usual line spacing, in parts of their size
	right     map[int]float64 // where columns end, by page and where they begin
	words     map[string]int  // of the document
	keepsDash bool            // hyphens at the end of a line are the author's
}

// paragraphsOf returns the paragraphs that lines form.
func paragraphsOf(lines []textLine, keepsDash bool) []string {
	a := layout{lines: lines, keepsDash: keepsDash, right: make(map[int]float64), words: make(map[string]int)}
	a.measure()
	var out []string
	var now []byte
	for i, l := range lines {
		if i > 0 && a.breaks(i) {
			out = append(out, string(now))
			now = now[:0]
		}
		now = a.join(now, l.text)
	}
	if len(now) > 0 {
		out = append(out, string(now))
	}
	return out
}

// measure finds the usual line spacing and where columns end.
func (a *layout) measure() {
	var gaps []float64
	for i, l := range a.lines {
		a.right[column(l)] = max(a.right[column(l)], l.end)
		for w := range strings.FieldsSeq(l.text) {
			a.words[strings.ToLower(strings.TrimFunc(w, unicode.IsPunct))]++
		}
		if i == 0 || a.lines[i-1].page != l.page || l.size != a.lines[i-1].size {
			continue
		}
		if gap := (a.lines[i-1].y - l.y) / l.size; gap > sameLine && gap < 2.2 {
			gaps = append(gaps, gap)
		}
	}
	a.leading = 1.2
	if len(gaps) > 0 {
		slices.Sort(gaps)
		a.leading = gaps[len(gaps)/4] // those between paragraphs are larger
	}
}

// column numbers the column that a line is in, by its page and where it
// begins, to a tenth of an inch or so.
func column(l textLine) int { return l.page<<16 | (int(l.x/9)+1<<12)&0xFFFF }

// breaks reports whether a paragraph begins with line i.
func (a *layout) breaks(i int) bool {
	before, l := a.lines[i-1], a.lines[i]
	if max(before.size, l.size) > otherSize*min(before.size, l.size) {
		return true
	}
	first, _, _ := strings.Cut(l.text, " ")
	letters := float64(max(utf8.RuneCountInString(l.text), 1))
	needs := (l.end-l.x)/letters*float64(utf8.RuneCountInString(first)+1) + blank*l.size
	right := a.right[column(before)]
	room := right - before.end
	fits := room > needs // the first word of this line would have stood on the one before
	gap := (before.y - l.y) / l.size
	if before.page != l.page || gap < -sameLine {
		return fits || endsClause(before.text)
	}
	switch {
	case gap < sameLine: // beside it: a cell
		return true
	case gap > largerGap*a.leading:
		return true
	case l.x-before.x > indent*l.size && (i < 2 || a.lines[i-2].page != l.page || math.Abs(a.lines[i-2].x-before.x) < 1):
		return true
	case fits && endsClause(before.text):
		return true
	}
	return fits && room > farShort*(right-before.x)
}

// endsClause reports whether a line can be the last of a paragraph.
func endsClause(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)]`))
	return strings.ContainsRune(".!?…:", r)
}

var dashEnd = lazyregexp.New(`([\pL\d]+(?:-[\pL\d]+)*)([-‐\x{ad}])$`)

// join adds a line to a paragraph. A word that is divided at the end of the
// line becomes whole; a hyphen that its author wrote stays.
func (a *layout) join(paragraph []byte, line string) []byte {
	g := dashEnd.FindSubmatch(paragraph[max(0, len(paragraph)-60):])
	next, _ := utf8.DecodeRuneInString(line)
	if g == nil || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		if len(paragraph) > 0 {
			paragraph = append(paragraph, ' ')
		}
		return append(paragraph, line...)
	}
	head, dash := strings.ToLower(string(g[1])), string(g[2])
	rest, _, _ := strings.Cut(line, " ")
	rest = strings.ToLower(strings.TrimFunc(rest, unicode.IsPunct))
	keep := a.keepsDash && dash == "-" || !unicode.IsLower(next) || strings.Contains(head, "-")
	switch {
	case a.words[head+rest] > 0 && a.words[head+"-"+rest] == 0:
		keep = false
	case a.words[head+"-"+rest] > 0:
		keep = true
	}
	if !keep {
		paragraph = paragraph[:len(paragraph)-len(dash)]
	}
	return append(paragraph, line...)
}

// These are the lines that browsers add to a page that they print: its
// address, when it was printed, and the number of the page.
var (
	printedAddress = lazyregexp.New(`^((?:https?|file)://\S+?)(?:\s+(?:Page )?\d+(?:/| of )\d+)?$`)
	printedOn      = lazyregexp.New(`^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:at )?\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?( .+)?$`)
	pageNumber     = lazyregexp.New(`^(?:(?i:page|seite|p\.) )?\d{1,4}(?: ?(?:/|of|sur|von|de) ?\d{1,4})?$`)
	digits         = lazyregexp.New(`\d+`)
)

// edgeLines is how many lines at the top and bottom of a page are looked at.
const edgeLines = 3

// splitEdges parts the lines that are printed around each page from the text:
// those that browsers add, and those that most pages have, numbers aside.
func splitEdges(lines []textLine, pages int) (text, around []textLine) {
	edge := make([]bool, len(lines))
	count := make(map[string]int)
	for page := range pages {
		seen := make(map[string]bool)
		for _, i := range edgesOf(lines, page) {
			edge[i] = true
			if key := digits.ReplaceAllString(lines[i].text, "#"); !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	for i, l := range lines {
		often := count[digits.ReplaceAllString(l.text, "#")]
		switch {
		case edge[i] && (printedOn.MatchString(l.text) || pageNumber.MatchString(l.text)),
			edge[i] && often*5 >= pages*3 && (often > 1 || printedAddress.MatchString(l.text)):
			around = append(around, l)
		default:
			text = append(text, l)
		}
	}
	return text, around
}

// edgesOf returns which lines are at the top and the bottom of a page.
func edgesOf(lines []textLine, page int) []int {
	var on []int
	for i, l := range lines {
		if l.page == page {
			on = append(on, i)
		}
	}
	slices.SortStableFunc(on, func(i, j int) int { return cmp.Compare(lines[j].y, lines[i].y) })
	if len(on) <= 2*edgeLines {
		return on
	}
	return append(on[:edgeLines:edgeLines], on[len(on)-edgeLines:]...)
}
