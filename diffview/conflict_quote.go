package diffview

import "fmt"

// Altered quotations: the same words of one speaker, and some of them are
// others in the other article. What is cut from a quotation, inserted in
// brackets or left out for dots changes nothing that was said and is none.

// The share of reported alterations that are labelled a conflict. Measured on
// the labelled links of the benchmark: see TestGoldQuotes.
const (
	alteredConfidence    = .8
	translatedConfidence = .6
)

// How an alteration shows.
const (
	mostReplaced = 8 // words on either side; more is another sentence, or a cut
	mostInserted = 3 // words that only one side has; more is a cut that is not shown
	mostAtEnd    = 2 // words that only one side has at the end of the same sentence
	leastBefore  = 3 // words in a row that both have before such an end

	mostReplacedAtEnd = 3 // words on either side at the end of the same sentence
)

// An alteration is where two versions of one quotation differ: tokens of
// either article, [first, last), never empty.
type alteration [2][2]int

// quoteClashes finds altered words in the quotations that both sentences have.
func quoteClashes(f finding) []clash {
	var out []clash
	for _, n := range f.match.quotes().at[[2]int{f.link.i, f.link.j}] {
		s := f.match.quotes().found[n]
		who, same := f.match.speakerOf(s)
		if !same {
			continue
		}
		for _, a := range f.match.alterations(s) {
			out = append(out, clash{
				kind:       QuoteConflict,
				tokens:     a,
				confidence: alteredConfidence,
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, in the same quotation%s", left, right, who)
				},
			})
		}
	}
	return out
}

// speakerOf returns " by" and the speaker of a shared quotation, "" when
// neither article names one, and whether the two articles can mean one.
func (m *match) speakerOf(s shared) (string, bool) {
	var who [2]speaker
	var names [2]string
	for side, p := range m.sides {
		who[side] = p.quotations[p.passages[s.passages[side]].quotation].speaker
		names[side] = p.speakerName(who[side])
	}
	if m.otherPersons(who[Left], who[Right]) {
		return "", false
	}
	name := names[Left]
	if len(names[Right]) > len(name) && (who[Right].entity >= 0 || who[Left].entity < 0) || who[Left].entity < 0 && who[Right].entity >= 0 {
		name = names[Right]
	}
	if name == "" {
		return "", true
	}
	return " by " + name, true
}

// alterations returns where a shared quotation differs: between words that
// both have, and at the end of a sentence that both end.
func (m *match) alterations(s shared) []alteration {
	x, y := m.sides[Left].passages[s.passages[Left]].words, m.sides[Right].passages[s.passages[Right]].words
	var gaps [][2][2]int // by side: words [from, to)
	add := func(l, r [2]int) {
		if n := len(gaps); n > 0 && l[0]-gaps[n-1][Left][1] <= 1 && r[0]-gaps[n-1][Right][1] <= 1 {
			gaps[n-1][Left][1], gaps[n-1][Right][1] = l[1], r[1] // one word between two changes joins them
			return
		}
		gaps = append(gaps, [2][2]int{l, r})
	}
	for n := 1; n < len(s.words); n++ {
		a, b := s.words[n-1], s.words[n]
		if b[0] == a[0]+1 && b[1] == a[1]+1 || holes(x[a[0]+1:b[0]+1]) || holes(y[a[1]+1:b[1]+1]) {
			continue
		}
		if m.changes(x[a[0]+1:b[0]], y[a[1]+1:b[1]]) {
			add([2]int{a[0] + 1, b[0]}, [2]int{a[1] + 1, b[1]})
		}
	}
	if l, r, ok := m.endings(s, x, y); ok {
		add(l, r)
	}
	out := make([]alteration, len(gaps))
	for n, g := range gaps {
		lone := !weighs(x[g[Left][0]:g[Left][1]]) || !weighs(y[g[Right][0]:g[Right][1]])
		out[n] = alteration{span(x, g[Left], lone), span(y, g[Right], lone)}
	}
	return out
}

// endings returns the words after the last that both have, where both
// sentences end: ‘what they’re finding.’, ‘what they’re talking.’
func (m *match) endings(s shared, x, y []qword) (l, r [2]int, ok bool) {
	n := len(s.words)
	if n < leastBefore || s.words[n-leastBefore][0] != s.words[n-1][0]-leastBefore+1 || s.words[n-leastBefore][1] != s.words[n-1][1]-leastBefore+1 {
		return l, r, false
	}
	a := s.words[n-1]
	l, r = [2]int{a[0] + 1, len(x)}, [2]int{a[1] + 1, len(y)}
	left, right := x[l[0]:], y[r[0]:]
	for side, p := range m.sides {
		if !p.endsSaid(p.passages[s.passages[side]]) {
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
	return l, r, m.changes(left, right)
}

// endsSaid reports whether a passage ends with a sentence that is said: at a full
// stop, or before a comma and the closing mark with nothing quoted after it.
func (p *Prepared) endsSaid(t passage) bool {
	switch last := p.tokens[t.last-1].text; last {
	case ".", "!", "?", ",":
	default:
		if next := p.textAt(t.last+1, len(p.tokens)); next != "." && next != "," && next != "!" && next != "?" {
			return false
		}
	}
	q := p.quotations[t.quotation]
	if t.last < q.last {
		return true
	}
	return t.quotation+1 >= len(p.quotations) || p.quotations[t.quotation+1].first >= p.sentences[t.sentence].last
}

// holes reports whether something may be left out or put in before any of
// the words.
func holes(words []qword) bool {
	for _, w := range words {
		if w.hole {
			return true
		}
	}
	return false
}

// span returns the tokens of words [from, to). When one of the sides has none
// that says anything alone, both have what follows with them, to the next word
// that does, or what goes before.
func span(words []qword, at [2]int, lone bool) [2]int {
	from, end := at[0], at[1]
	switch {
	case !lone:
	case end < len(words):
		end++
		for end < len(words) && !words[end-1].content && end-at[1] < 3 {
			end++
		}
	default:
		from--
		for from > 0 && !words[from].content && at[0]-from < 3 {
			from--
		}
	}
	return [2]int{words[from].token, words[end-1].token + 1}
}

// changes reports whether the words in one place change what is said.
func (m *match) changes(l, r []qword) bool {
	switch {
	case len(l) > mostReplaced || len(r) > mostReplaced:
		return false
	case joined(l) == joined(r):
		return false
	case len(l) == 0:
		return len(r) <= mostInserted && weighs(r)
	case len(r) == 0:
		return len(l) <= mostInserted && weighs(l)
	}
	return weighs(l) || weighs(r)
}

// fillers are words that transcripts have or leave out.
var fillers = set("um uh er erm ah oh well like know mean really just actually okay yeah look you i so now then right")

// weighs reports whether a word among them says something: a content word that
// is no filler, or a negation.
func weighs(words []qword) bool {
	for _, w := range words {
		if w.content && !fillers[w.text] || denials[w.text] {
			return true
		}
	}
	return false
}

var denials = set("not no never none nothing nobody without neither nor hardly")
