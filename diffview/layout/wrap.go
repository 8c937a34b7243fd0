package layout

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// Width returns the cells that runs take on a line. It is the one measure of
// this package: grapheme clusters, as the terminal program's renderer counts.
func Width(runs []Run) int {
	n := 0
	for _, r := range runs {
		n += cells(r.Text)
	}
	return n
}

// cells returns the width of a string in cells.
func cells(s string) int {
	if isASCII(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// isASCII reports whether every byte is a printable character of one cell.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// A column wraps the sentences of one side of a row to lines of at most width
// cells. Plain words are wrapped and then cut into runs, never the other way
// round: a mark that was opened on one line must not bleed into the next.
type column struct {
	text   string
	spans  []diffview.Span // the article's marks, in order
	width  int
	signs  *Signs // nil: none
	one    bool   // the whole row is one side's: its details need no signs
	note   bool   // the text is about the article and not its own
	runs   []Run  // the runs of all lines, together so that a page costs few allocations
	lines  []setLine
	line   setLine // the line being filled; its runs begin at runs[first]
	first  int     //
	used   int     // its cells, the sign that closes the last run included
	run    openRun // the run being filled
	look   Run     // the flags of the sentence being set; no text, no role
	number int     // of that sentence, until its first word is set
	pieces []piece // the word being set
}

// A setLine is a line of a column. Number is that of the sentence that begins
// on it, from 1, or 0 when none does; Copy says that it is a copy.
type setLine struct {
	Runs   []Run
	Number int
	Copy   bool
	Unsure bool // that sentence is in no sure match
}

// A piece is as much of a word as has one role.
type piece struct {
	lo, hi int // bytes of the article
	role   Role
	cells  int // its own, without signs
}

// An openRun is a run being filled. As long as it reads as the article's own
// bytes it refers to them; only what differs is built.
type openRun struct {
	role   Role // noRole: there is none
	lo, hi int  // bytes of the article
	built  []byte
}

const noRole = roles

// reset makes the column ready for a row's side of an article. What the lines
// of earlier rows hold stays as it is.
func (c *column) reset(text string, spans []diffview.Span, one bool) {
	c.text, c.spans, c.one, c.note = text, spans, one, false
	c.lines = c.lines[:0]
	c.run.role = noRole
}

// begin starts a sentence with its number, or 0 for none. Fresh puts it on a
// line of its own; so does a line that already has another's number.
func (c *column) begin(number int, look Run, fresh bool) {
	if fresh || c.line.Number > 0 {
		c.breakLine()
	}
	if c.look != look {
		c.closeRun()
	}
	c.look, c.number = look, number
}

// set adds the words of text[lo:hi]. Role is that of bytes without a mark.
func (c *column) set(lo, hi int, role Role) {
	next := sort.Search(len(c.spans), func(k int) bool { return c.spans[k].End > lo })
	for lo < hi {
		if size := spaceAt(c.text[lo:hi]); size > 0 {
			lo += size
			continue
		}
		end := lo
		for end < hi && spaceAt(c.text[end:hi]) == 0 {
			_, size := utf8.DecodeRuneInString(c.text[end:hi])
			end += size
		}
		next = c.split(lo, end, next, role)
		c.place()
		lo = end
	}
}

// spaceAt returns the bytes of the white space character s begins with, or 0.
func spaceAt(s string) int {
	if s[0] < utf8.RuneSelf {
		if s[0] == ' ' || s[0] >= '\t' && s[0] <= '\r' {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(r) {
		return size
	}
	return 0
}

// split cuts the word text[lo:end] where its marks change, but never inside a
// grapheme. Next is the first span that ends after lo; it returns the first
// that ends after the word.
func (c *column) split(lo, end, next int, role Role) int {
	c.pieces = c.pieces[:0]
	plain := isASCII(c.text[lo:end])
	for lo < end {
		stop, is := end, role
		for next < len(c.spans) && c.spans[next].End <= lo {
			next++
		}
		if next < len(c.spans) {
			if s := c.spans[next]; s.Start <= lo {
				is, stop = roleOf(s), min(end, s.End)
			} else {
				stop = min(end, s.Start)
			}
		}
		if !plain && stop < end {
			stop = c.graphemeEnd(lo, stop, end)
		}
		if n := len(c.pieces); n > 0 && c.pieces[n-1].role == is {
			c.pieces[n-1].hi = stop
		} else {
			c.pieces = append(c.pieces, piece{lo: lo, hi: stop, role: is})
		}
		lo = stop
	}
	for k := range c.pieces {
		p := &c.pieces[k]
		p.cells = cells(c.escaped(p.lo, p.hi))
	}
	return next
}

// graphemeEnd returns the first end of a grapheme at or after stop, in the
// word text[lo:end] that begins with one.
func (c *column) graphemeEnd(lo, stop, end int) int {
	for lo < stop {
		cluster, _ := ansi.FirstGraphemeCluster(c.text[lo:end], ansi.GraphemeWidth)
		lo += len(cluster)
	}
	return lo
}

// roleOf returns what a run with a mark is.
func roleOf(s diffview.Span) Role {
	switch {
	case s.Mark == diffview.Agree:
		return Agree
	case s.Mark == diffview.Detail:
		return Detail
	case s.Mark == diffview.Unclear:
		return Unclear
	case s.Strength == diffview.Conflicting:
		return Conflicting
	}
	return Wording
}

// place puts the word on the line if it fits, else on the next.
func (c *column) place() {
	if c.filled() && c.used+c.cost() > c.width {
		c.breakLine()
	}
	if c.used+c.cost() > c.width {
		c.chop()
		return
	}
	for k, p := range c.pieces {
		c.add(p, k == 0)
	}
}

// cost returns the cells the word would add to the line.
func (c *column) cost() int {
	n, role := 0, c.run.role
	if c.filled() {
		n = 1
	}
	for _, p := range c.pieces {
		n += p.cells
		if p.role != role {
			open, close := c.around(p.role)
			n += cells(open) + cells(close)
		}
		role = p.role
	}
	return n
}

// chop sets a word that is longer than a line, cut between graphemes.
func (c *column) chop() {
	cut := ""
	if c.signs != nil {
		cut = c.signs.Cut
	}
	for _, p := range slices.Clone(c.pieces) {
		for lo := p.lo; lo < p.hi; {
			hi := c.graphemeEnd(lo, lo+1, p.hi)
			c.pieces = append(c.pieces[:0], piece{lo, hi, p.role, cells(c.escaped(lo, hi))})
			if c.filled() && c.used+c.cost()-1+cells(cut) > c.width {
				c.closeRun()
				if cut != "" {
					c.append(cut, Plain)
				}
				c.breakLine()
			}
			c.add(c.pieces[0], false)
			lo = hi
		}
	}
}

// add writes a piece at the line's end, after a space when it begins a word.
func (c *column) add(p piece, word bool) {
	gap := word && c.filled()
	if p.role != c.run.role {
		c.closeRun()
		if gap {
			c.append(" ", Plain)
			gap = false
		}
		open, close := c.around(p.role)
		c.used += cells(open) + cells(close)
		c.run = openRun{role: p.role, lo: p.lo, hi: p.lo, built: append(c.run.built[:0], open...)}
	}
	if c.number > 0 {
		c.line.Number, c.line.Copy, c.line.Unsure, c.number = c.number, c.look.Faint, c.look.Unsure, 0
	}
	if c.signs == nil && gap && p.lo != c.run.hi+1 {
		// White space of more bytes than the one that is shown: a run of its
		// own keeps the others byte for byte.
		role := c.run.role
		c.closeRun()
		c.append(" ", Plain)
		c.run = openRun{role: role, lo: p.lo, hi: p.hi, built: c.run.built[:0]}
		c.used += p.cells
		return
	}
	c.used += p.cells
	from := c.run.hi
	if gap {
		c.used++
		from++
	}
	if c.signs == nil && len(c.run.built) == 0 && from == p.lo && (!gap || c.text[c.run.hi] == ' ') {
		c.run.hi = p.hi
		return
	}
	if len(c.run.built) == 0 {
		c.run.built = append(c.run.built, c.text[c.run.lo:c.run.hi]...)
	}
	if gap {
		c.run.built = append(c.run.built, ' ')
	}
	c.run.built = append(c.run.built, c.escaped(p.lo, p.hi)...)
	c.run.hi = p.hi
}

// filled reports whether anything is on the line. Its cells do not say so:
// there are characters without width.
func (c *column) filled() bool { return c.run.role != noRole || c.first < len(c.runs) }

// with returns a run of a sentence that r has the flags of.
func (r Run) with(text string, role Role) Run {
	r.Text, r.Role = text, role
	return r
}

// append writes a whole run that is not the article's.
func (c *column) append(text string, role Role) {
	c.runs = append(c.runs, c.look.with(text, role))
	c.used += cells(text)
}

// closeRun ends the run being filled, if there is one.
func (c *column) closeRun() {
	if c.run.role == noRole {
		return
	}
	text := c.text[c.run.lo:c.run.hi]
	if len(c.run.built) > 0 {
		_, close := c.around(c.run.role)
		text = string(append(c.run.built, close...))
	}
	run := c.look.with(text, c.run.role)
	if c.signs == nil && !c.note {
		run.Span = prose.Span{Start: c.run.lo, End: c.run.hi}
	}
	c.runs = append(c.runs, run)
	c.run.role = noRole
}

// breakLine ends the line being filled, if anything is on it.
func (c *column) breakLine() {
	c.closeRun()
	if c.first < len(c.runs) {
		c.line.Runs = c.runs[c.first:len(c.runs):len(c.runs)]
		c.lines = append(c.lines, c.line)
	}
	c.line, c.first, c.used = setLine{}, len(c.runs), 0
}

// around returns the signs that a run of a role is between.
func (c *column) around(role Role) (open, close string) {
	if c.signs == nil || c.look.Faint || c.one && role == Detail {
		return "", ""
	}
	return c.signs.Open[role], c.signs.Close[role]
}

// escaped returns bytes of the article as they are written.
func (c *column) escaped(lo, hi int) string {
	if c.signs == nil || c.signs.Escape == nil {
		return c.text[lo:hi]
	}
	return c.signs.Escape(c.text[lo:hi])
}
