package pair

import (
	"strings"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// Where the words of one quotation are not the same in two articles. The
// smallest runs of words that differ are what is looked for, and a word beside
// them where one side has none, so that they can be read alone.

// How an alteration shows. Chosen on the labelled links of the benchmark and
// on what is reported of the same-event pairs of 300 articles, read one by one.
const (
	mostReplaced = 8  // words on either side; more is another sentence, or a cut
	mostInserted = 3  // words that only one side has; more is a cut that is not shown
	mostAtEnd    = 2  // words that only one side has at the end of the same sentence
	leastBefore  = 3  // words in a row that both have before such an end, unless they share enough
	openingShare = .5 // the least share at which the words before the first shared one are compared

	mostReplacedAtEnd = 3 // words on either side at the end of the same sentence

	// What both must share to compare the words beyond the first and the last
	// shared one as others, and not as a cut.
	closeShare   = .8
	closeContent = 3
	closeWords   = 5
)

// An Alteration is where two versions of one quotation differ: tokens of
// either article, [first, last), never empty.
type Alteration struct {
	Tokens [2][2]int
	Form   bool   // only the form differs: "run" and "running", "any" and "a"
	Change Change // what stands for what

	words [2]int // by side: how many there are, without those beside them
}

// A gap is where the words of two passages are not the same: by side the words
// [from, to).
type gap struct {
	words [2][2]int
	form  bool
	hedge bool        // that one only supposes what the other says
	parts [][2][2]int // those that were joined, if any
}

// alterations returns where a shared quotation differs: between words that
// both have, in the form of a word, and at the ends where both go on otherwise.
func (m *Pair) alterations(s SharedPassage) []Alteration {
	x, y := m.passageWords(s)
	var gaps []gap
	add := func(g gap) {
		if n := len(gaps); n > 0 && g.words[sides.Left][0]-gaps[n-1].words[sides.Left][1] <= 1 && g.words[sides.Right][0]-gaps[n-1].words[sides.Right][1] <= 1 {
			last := &gaps[n-1] // one word between two changes joins them
			if last.parts == nil {
				last.parts = [][2][2]int{last.words}
			}
			last.parts = append(last.parts, g.words)
			last.words[sides.Left][1], last.words[sides.Right][1] = g.words[sides.Left][1], g.words[sides.Right][1]
			l, r := last.words[sides.Left], last.words[sides.Right]
			last.form = last.form && g.form || reordered(x[l[0]:l[1]], y[r[0]:r[1]])
			return
		}
		gaps = append(gaps, g)
	}
	if g, ok := m.openings(s, x, y); ok {
		add(g)
	}
	for n, b := range s.words {
		if n > 0 {
			if g, ok := m.between(s, x, y, n); ok {
				add(g)
			}
		}
		if !s.Loose && m.inflected(x[b[0]], y[b[1]]) {
			add(gap{words: [2][2]int{{b[0], b[0] + 1}, {b[1], b[1] + 1}}, form: true})
		}
	}
	if g, ok := m.endings(s, x, y); ok {
		add(g)
	}
	out := make([]Alteration, len(gaps))
	for n, g := range gaps {
		out[n] = m.shown(x, y, g)
	}
	return out
}

// passageWords returns the words of both passages.
func (m *Pair) passageWords(s SharedPassage) (x, y []quote.Word) {
	return m.Quoted[sides.Left].Passages[s.Passages[sides.Left]].Words, m.Quoted[sides.Right].Passages[s.Passages[sides.Right]].Words
}

// between returns the change between the shared word n and the one before it.
func (m *Pair) between(s SharedPassage, x, y []quote.Word, n int) (g gap, ok bool) {
	a, b := s.words[n-1], s.words[n]
	if b[0] == a[0]+1 && b[1] == a[1]+1 || holes(x[a[0]+1:b[0]+1]) || holes(y[a[1]+1:b[1]+1]) {
		return g, false
	}
	if n <= headWords && m.stumbles(s, x, y, n) {
		return g, false
	}
	how := m.changes(x[a[0]+1:b[0]], y[a[1]+1:b[1]], [2]quote.Word{x[b[0]], y[b[1]]})
	if how == unchanged && s.dropsAmid(n) {
		how = altered
	}
	return gap{words: [2][2]int{{a[0] + 1, b[0]}, {a[1] + 1, b[1]}}, form: how == otherwise}, how != unchanged
}

// dropsAmid reports whether one side leaves out a phrase before the shared word n, and
// does not show it, in the middle of a quotation that is surely one.
func (s *SharedPassage) dropsAmid(n int) bool {
	a, b := s.words[n-1], s.words[n]
	l, r := b[0]-a[0]-1, b[1]-a[1]-1
	if min(l, r) > 0 || max(l, r) <= mostInserted || max(l, r) > mostReplaced || !s.close() || s.Content < verbatim && s.Share < wholeShare {
		return false
	}
	after := n + leastBefore - 1
	return s.runTo(n-1) >= leastBefore && after < len(s.words) && s.runTo(after) >= leastBefore
}

// shown returns the alteration that a gap is, with the words beside it that
// let it be read alone. Of words for other words those are shown that tell.
func (m *Pair) shown(x, y []quote.Word, g gap) Alteration {
	a := Alteration{Form: g.form}
	for side, at := range g.words {
		a.words[side] = at[1] - at[0]
	}
	var telling [2][2]int
	a.Change, telling = m.changeOf([2][]quote.Word{x, y}, g.words)
	if part, ok := m.tellingPart([2][]quote.Word{x, y}, g); ok {
		g.words = part
		a.Change, telling = m.changeOf([2][]quote.Word{x, y}, part)
	}
	if g.hedge && a.Change != Denied {
		a.Change, telling = Worded, g.words
	}
	if telling != g.words && !g.form {
		a.Tokens = [2][2]int{span(x, telling[sides.Left], false, false), span(y, telling[sides.Right], false, false)}
		return a
	}
	l, r := g.words[sides.Left], g.words[sides.Right]
	lone := l[0] == l[1] || r[0] == r[1] || !g.form && (!weighs(x[l[0]:l[1]]) || !weighs(y[r[0]:r[1]]))
	if l[0] > 0 && r[0] > 0 && (m.contracted(sides.Left, x, l) || m.contracted(sides.Right, y, r)) {
		l[0]--
		r[0]--
	}
	back := l[0] > 0 && r[0] > 0 && x[l[0]-1].Content && l[1] < len(x) && !x[l[1]].Content
	a.Tokens = [2][2]int{span(x, l, lone, back), span(y, r, lone, back)}
	return a
}

// tellingPart returns the one part of a gap that tells, where others were joined to it.
func (m *Pair) tellingPart(passages [2][]quote.Word, g gap) (part [2][2]int, ok bool) {
	many := 0
	for _, at := range g.parts {
		if c, _ := m.changeOf(passages, at); c.Tells() {
			many++
			part = at
		}
	}
	return part, many == 1
}

// openings returns the words before the first that both have: of a quotation
// worded otherwise from the beginning of its clause, and else the last of them
// where either has some. A beginning that was cut leaves no other words.
func (m *Pair) openings(s SharedPassage, x, y []quote.Word) (g gap, ok bool) {
	l, r := [2]int{0, s.words[0][sides.Left]}, [2]int{0, s.words[0][sides.Right]}
	switch {
	case l[1] == 0 && r[1] == 0:
		return g, false
	case l[1] == 0:
		return m.unhedged(sides.Right, s, y, r[1])
	case r[1] == 0:
		return m.unhedged(sides.Left, s, x, l[1])
	case !s.Loose:
		if !s.close() || min(l[1], r[1]) > mostAtEnd || min(l[1], r[1]) > 1 && s.Content < alteredWords {
			return g, false
		}
		n := min(l[1], r[1])
		l[0], r[0] = l[1]-n, r[1]-n
		if m.beginsAnother(s, sides.Left, l[0], r[0]) || m.beginsAnother(s, sides.Right, r[0], l[0]) {
			return g, false
		}
	case s.Share < openingShare:
		return g, false
	default:
		l[0], r[0] = m.clauseStart(sides.Left, x, l[1]), m.clauseStart(sides.Right, y, r[1])
	}
	if l[0] == l[1] || r[0] == r[1] || holes(x[l[0]:l[1]+1]) || holes(y[r[0]:r[1]+1]) {
		return g, false
	}
	how := m.changes(x[l[0]:l[1]], y[r[0]:r[1]], [2]quote.Word{x[l[1]], y[r[1]]})
	return gap{words: [2][2]int{l, r}, form: how == otherwise}, how != unchanged
}

// beginsAnother reports whether a side begins a sentence with the words that the other
// has in the middle of one: “It is a dream” is not “to be part of this for Tyler is a dream”.
func (m *Pair) beginsAnother(s SharedPassage, side sides.Side, before, others int) bool {
	p := m.Quoted[side]
	return before == 0 && others > mostInserted && p.Tokens[p.Passages[s.Passages[side]].First].Upper
}

// unhedged returns the beginning that only one side has, up to a word, when the
// other begins a sentence where this one only supposes or denies it: “I think
// we will see them in court.” “We will see them in court.”
func (m *Pair) unhedged(side sides.Side, s SharedPassage, words []quote.Word, to int) (g gap, ok bool) {
	other := m.Quoted[1-side]
	t := &other.Tokens[other.Passages[s.Passages[1-side]].First]
	from := max(m.clauseStart(side, words, to), to-mostInserted)
	if s.Loose || s.Share < wholeShare || s.Content < 2 || !t.Upper || from == to || holes(words[from:to+1]) {
		return g, false
	}
	for _, w := range words[from:to] {
		ok = ok || hedges.Has(w.Text)
	}
	g.words[side], g.hedge = [2]int{from, to}, true
	return g, ok
}

// hedges are words before a sentence that take something from it.
var hedges = lexicon.WordSet("think believe hope guess suppose suspect not never if unless doubt maybe perhaps")

// clauseStart returns the word that begins the clause that word to is in.
func (m *Pair) clauseStart(side sides.Side, words []quote.Word, to int) int {
	for k := to; k > 0; k-- {
		if clauseBetween(m.Docs[side], words[k-1].Token, words[k].Token) {
			return k
		}
	}
	return 0
}

// close reports whether two passages are so alike that other words beyond the
// first or the last they share are other words, and not another part.
func (s *SharedPassage) close() bool {
	return s.Share >= closeShare && s.Content >= closeContent && len(s.words) >= closeWords
}

// clauseBetween reports whether a mark that parts clauses lies between tokens.
func clauseBetween(p *doc.Doc, from, to int) bool {
	for k := from + 1; k < to; k++ {
		switch p.Tokens[k].Text {
		case ",", ";", ":", "—", "–", "--":
			return true
		}
	}
	return false
}

// endings returns the words after the last that both have, where both
// sentences end: ‘what they’re finding.’, ‘what they’re talking.’; and where
// both go on, the first of them.
func (m *Pair) endings(s SharedPassage, x, y []quote.Word) (g gap, ok bool) {
	n := len(s.words)
	if n == 0 || s.runTo(n-1) < leastBefore && s.Content < verbatim {
		return g, false
	}
	a := s.words[n-1]
	l, r := [2]int{a[0] + 1, len(x)}, [2]int{a[1] + 1, len(y)}
	both := l[0] < l[1] && r[0] < r[1]
	ended := true
	for side, p := range m.Quoted {
		ended = ended && endsSaid(p, p.Passages[s.Passages[side]])
	}
	most := mostAtEnd
	if both {
		most = mostReplacedAtEnd
	}
	if !ended || l[1]-l[0] > most || r[1]-r[0] > most {
		if !both || !s.close() || min(l[1]-l[0], r[1]-r[0]) > mostAtEnd {
			return g, false
		}
		k := min(l[1]-l[0], r[1]-r[0])
		l[1], r[1] = l[0]+k, r[0]+k
	}
	if holes(x[l[0]:l[1]]) || holes(y[r[0]:r[1]]) {
		return g, false
	}
	how := m.changes(x[l[0]:l[1]], y[r[0]:r[1]], [2]quote.Word{{Token: -1}, {Token: -1}})
	return gap{words: [2][2]int{l, r}, form: how == otherwise}, how != unchanged
}

// endsSaid reports whether a passage ends with a sentence that is said: at a full
// stop, or before a comma and the closing mark with nothing quoted after it.
func endsSaid(p *quote.Doc, t quote.Passage) bool {
	switch last := p.Tokens[t.Last-1].Text; last {
	case ".", "!", "?", ",":
	default:
		if next := p.TextAt(t.Last+1, len(p.Tokens)); next != "." && next != "," && next != "!" && next != "?" {
			return false
		}
	}
	q := p.Quotations[t.Quotation]
	if t.Last < q.Last {
		return true
	}
	return t.Quotation+1 >= len(p.Quotations) || p.Quotations[t.Quotation+1].First >= p.Sentences[t.Sentence].Last
}

// holes reports whether something may be left out or put in before any of
// the words.
func holes(words []quote.Word) bool {
	for _, w := range words {
		if w.Hole {
			return true
		}
	}
	return false
}

// span returns the tokens of words [from, to). When one of the sides has none
// that says anything alone, both have what follows with them, to the next word
// that does, or, back, what goes before.
func span(words []quote.Word, at [2]int, lone, back bool) [2]int {
	from, end := at[0], at[1]
	if from > 0 && from < end && strings.HasPrefix(words[from].Text, "'") { // what is contracted to the word before
		from--
	}
	switch {
	case !lone:
	case end < len(words) && !back:
		end++
		for end < len(words) && !words[end-1].Content && end-at[1] < 3 {
			end++
		}
	case from > 0:
		from--
		for from > 0 && !words[from].Content && at[0]-from < 3 {
			from--
		}
	}
	return [2]int{words[from].Token, words[end-1].Token + 1}
}

// contracted reports whether words begin with the n’t of the word before.
func (m *Pair) contracted(side sides.Side, words []quote.Word, at [2]int) bool {
	return at[0] < at[1] && words[at[0]].Text == "not" && m.Docs[side].Tokens[words[at[0]].Token].Text == "n't"
}

// headWords is how many words both have before a change that may be no more
// than a beginning said twice.
const headWords = 3

// stumbles reports whether the n words before a change only seem to be at the
// beginning: the longer side says them again after it ("some phony ideal, some
// phony theology"), or they are small words far from the rest.
func (m *Pair) stumbles(s SharedPassage, x, y []quote.Word, n int) bool {
	a, b := s.words[n-1], s.words[n]
	for side, words := range [2][]quote.Word{x, y} {
		gap := words[a[side]+1 : b[side]]
		if len(gap) < 2 || b[1-side] != a[1-side]+1 {
			continue
		}
		again, small := len(gap) >= n, true
		for k := range n {
			w := words[s.words[k][side]]
			again = again && gap[len(gap)-n+k].Text == w.Text
			small = small && !w.Content
		}
		if again || small {
			return true
		}
	}
	return false
}
