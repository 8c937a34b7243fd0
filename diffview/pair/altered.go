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
	leastBefore  = 3  // words in a row that both have before such an end
	openingShare = .5 // the least share at which the words before the first shared one are compared

	mostReplacedAtEnd = 3 // words on either side at the end of the same sentence
)

// An alteration is where two versions of one quotation differ: tokens of
// either article, [first, last), never empty.
type alteration struct {
	Tokens [2][2]int
	both   bool // either side has words of its own
}

// alterations returns where a shared quotation differs: between words that
// both have, and at the end of a sentence that both end.
func (m *Pair) alterations(s SharedPassage) []alteration {
	x, y := m.Quoted[sides.Left].Passages[s.Passages[sides.Left]].Words, m.Quoted[sides.Right].Passages[s.Passages[sides.Right]].Words
	var gaps [][2][2]int // by side: words [from, to)
	add := func(l, r [2]int) {
		if n := len(gaps); n > 0 && l[0]-gaps[n-1][sides.Left][1] <= 1 && r[0]-gaps[n-1][sides.Right][1] <= 1 {
			gaps[n-1][sides.Left][1], gaps[n-1][sides.Right][1] = l[1], r[1] // one word between two changes joins them
			return
		}
		gaps = append(gaps, [2][2]int{l, r})
	}
	if l, r, ok := m.openings(s, x, y); ok {
		add(l, r)
	}
	for n := 1; n < len(s.words); n++ {
		a, b := s.words[n-1], s.words[n]
		if b[0] == a[0]+1 && b[1] == a[1]+1 || holes(x[a[0]+1:b[0]+1]) || holes(y[a[1]+1:b[1]+1]) {
			continue
		}
		if n <= headWords && m.stumbles(s, x, y, n) {
			continue
		}
		if m.changes(x[a[0]+1:b[0]+1], y[a[1]+1:b[1]+1]) {
			add([2]int{a[0] + 1, b[0]}, [2]int{a[1] + 1, b[1]})
		}
	}
	if l, r, ok := m.endings(s, x, y); ok {
		add(l, r)
	}
	out := make([]alteration, len(gaps))
	for n, g := range gaps {
		lone := !weighs(x[g[sides.Left][0]:g[sides.Left][1]]) || !weighs(y[g[sides.Right][0]:g[sides.Right][1]])
		if g[sides.Left][0] > 0 && g[sides.Right][0] > 0 && (m.contracted(sides.Left, x, g[sides.Left]) || m.contracted(sides.Right, y, g[sides.Right])) {
			g[sides.Left][0]--
			g[sides.Right][0]--
		}
		back := g[sides.Left][0] > 0 && x[g[sides.Left][0]-1].Content && g[sides.Left][1] < len(x) && !x[g[sides.Left][1]].Content
		out[n] = alteration{[2][2]int{span(x, g[sides.Left], lone, back), span(y, g[sides.Right], lone, back)}, g[sides.Left][0] < g[sides.Left][1] && g[sides.Right][0] < g[sides.Right][1]}
	}
	return out
}

// openings returns the words before the first that both have, from the
// beginning of its clause, where the quotation is worded otherwise: of one that
// is not, the beginning may as well be cut.
func (m *Pair) openings(s SharedPassage, x, y []quote.Word) (l, r [2]int, ok bool) {
	if !s.Loose || s.Share < openingShare {
		return l, r, false
	}
	l, r = [2]int{0, s.words[0][sides.Left]}, [2]int{0, s.words[0][sides.Right]}
	for k := l[1]; k > 0; k-- {
		if clauseBetween(m.Docs[sides.Left], x[k-1].Token, x[k].Token) {
			l[0] = k
			break
		}
	}
	for k := r[1]; k > 0; k-- {
		if clauseBetween(m.Docs[sides.Right], y[k-1].Token, y[k].Token) {
			r[0] = k
			break
		}
	}
	if l[0] == l[1] || r[0] == r[1] || holes(x[l[0]:l[1]+1]) || holes(y[r[0]:r[1]+1]) {
		return l, r, false
	}
	return l, r, m.changes(x[l[0]:l[1]+1], y[r[0]:r[1]+1])
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
// sentences end: ‘what they’re finding.’, ‘what they’re talking.’
func (m *Pair) endings(s SharedPassage, x, y []quote.Word) (l, r [2]int, ok bool) {
	n := len(s.words)
	if n < leastBefore || s.words[n-leastBefore][0] != s.words[n-1][0]-leastBefore+1 || s.words[n-leastBefore][1] != s.words[n-1][1]-leastBefore+1 {
		return l, r, false
	}
	a := s.words[n-1]
	l, r = [2]int{a[0] + 1, len(x)}, [2]int{a[1] + 1, len(y)}
	left, right := x[l[0]:], y[r[0]:]
	for side, p := range m.Quoted {
		if !endsSaid(p, p.Passages[s.Passages[side]]) {
			return l, r, false
		}
	}
	most := mostAtEnd
	if len(left) > 0 && len(right) > 0 {
		most = mostReplacedAtEnd
	}
	if len(left) > most || len(right) > most || holes(left) || holes(right) {
		return l, r, false
	}
	return l, r, endsOtherwise(left, right)
}

// endsOtherwise is changes for words at the end.
func endsOtherwise(l, r []quote.Word) bool {
	return quote.JoinWords(l) != quote.JoinWords(r) && (weighs(l) || weighs(r))
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

// changes reports whether the words in one place change what is said. The last
// word of each is one that both have.
func (m *Pair) changes(l, r []quote.Word) bool {
	next := [2]quote.Word{l[len(l)-1], r[len(r)-1]}
	l, r = l[:len(l)-1], r[:len(r)-1]
	l, r = withoutSame(l, r)
	switch {
	case len(l) > mostReplaced || len(r) > mostReplaced:
		return false
	case quote.JoinWords(l) == quote.JoinWords(r) || m.sameAmount(l, r):
		return false
	case len(l) == 0:
		return len(r) <= mostInserted && weighs(r) && !m.namesMore(sides.Right, r, next[sides.Right])
	case len(r) == 0:
		return len(l) <= mostInserted && weighs(l) && !m.namesMore(sides.Left, l, next[sides.Left])
	}
	return weighs(l) || weighs(r)
}

// sameAmount reports whether both have one amount, however it is written.
func (m *Pair) sameAmount(l, r []quote.Word) bool {
	for _, x := range l {
		for _, y := range r {
			a, b := m.Docs[sides.Left].Tokens[x.Token].Quantity, m.Docs[sides.Right].Tokens[y.Token].Quantity
			if a >= 0 && b >= 0 && doc.SameNumber(m.Docs[sides.Left].Quantities[a].Value, m.Docs[sides.Right].Quantities[b].Value) {
				return true
			}
		}
	}
	return false
}

// withoutSame takes from two runs of words what is the same letters at the
// beginning, however it is cut into words: "world view", "worldview".
func withoutSame(l, r []quote.Word) ([]quote.Word, []quote.Word) {
	for a := 1; a <= len(l) && a <= 3; a++ {
		for b := 1; b <= len(r) && b <= 3; b++ {
			if quote.JoinWords(l[:a]) == quote.JoinWords(r[:b]) {
				return l[a:], r[b:]
			}
		}
	}
	return l, r
}

// namesMore reports whether words only name more fully what follows: a title
// or a first name put before a name.
func (m *Pair) namesMore(side sides.Side, words []quote.Word, next quote.Word) bool {
	p := m.Docs[side]
	if !p.Tokens[next.Token].Upper {
		return false
	}
	for _, w := range words {
		if t := &p.Tokens[w.Token]; !t.Upper && !doc.RoleWords[t.Text] && !doc.AddressWords[t.Text] {
			return false
		}
	}
	return true
}

// fillers are words that transcripts have or leave out.
var fillers = lexicon.WordSet("um uh er erm ah oh well like know mean really just actually okay yeah look so now then right")

// weighs reports whether a word among them says something: a content word that
// is no filler, or a negation.
func weighs(words []quote.Word) bool {
	for _, w := range words {
		if w.Content && !fillers[w.Text] || denials[w.Text] || qualifiers[w.Text] {
			return true
		}
	}
	return false
}

// qualifiers are function words that change what is said.
var qualifiers = lexicon.WordSet("very only all every most must may might could should would will can cannot some many few")

var denials = lexicon.WordSet("not no never none nothing nobody without neither nor hardly")
