package diffview

import (
	"fmt"
	"strings"

	"parallax/diffview/lexicon"
)

// One number of people, and two things said to have befallen them: 26 captured
// in the one article, 26 rescued in the other. A number that small words do not
// give away is seldom the same by chance in two sentences that report the same.

const (
	fateConfidence = .7 // 1 of 1 on the labelled links of the benchmark, none wrong on 1,000 pairs of articles
	fateLeast      = 4  // numbers below are the same by chance too often
	doneReach      = 3  // how far from the number the verb stands, in words
)

// doings are verbs by what they do to people; two of one line are no conflict.
var doings = func() map[string]int {
	out := map[string]int{}
	for n, line := range strings.Split(`capture arrest detain seize jail imprison apprehend
		rescue free save release
		kill die slay perish dead
		injure wound hurt hospitalize hospitalise`, "\n") {
		for _, w := range strings.Fields(line) {
			out[lexicon.Stem(w)] = n + 1
		}
	}
	return out
}()

// fateClashes finds one number of people of whom the articles say that one
// thing and another befell them.
func fateClashes(f finding) []clash {
	l, r := f.match.sides[Left], f.match.sides[Right]
	for _, p := range l.quantitiesOf(f.link.i) {
		a, done := l.doing(p, f.link.i)
		if p.kind != count || p.value < fateLeast || done == 0 {
			continue
		}
		for _, q := range r.quantitiesOf(f.link.j) {
			b, other := r.doing(q, f.link.j)
			if !p.equal(q) || other == 0 || other == done || l.says(other, f.link.i) || r.says(done, f.link.j) {
				continue
			}
			return []clash{{
				kind:       OtherConflict,
				tokens:     [2][2]int{a, b},
				confidence: fateConfidence,
				reason: func(left, right string) string {
					return fmt.Sprintf("‘%s’ against ‘%s’, one number and two fates", left, right)
				},
			}}
		}
	}
	return nil
}

// doing returns the stretch from a number to the verb that says what befell
// those counted, either way, and which of the doings it is; 0 for none.
func (p *Prepared) doing(q quantity, sentence int) (at [2]int, done int) {
	s := p.sentences[sentence]
	for k := q.hedged - 1; k >= max(s.first, q.hedged-doneReach) && p.tokens[k].class != punct; k-- {
		if n := p.does(k); n > 0 {
			return [2]int{k, max(q.last, q.noun+1)}, n
		}
	}
	for k := q.last; k < min(s.last, q.last+doneReach+1) && p.tokens[k].class != punct; k++ {
		if n := p.does(k); n > 0 {
			return [2]int{q.hedged, k + 1}, n
		}
	}
	return at, 0
}

func (p *Prepared) does(k int) int {
	return doings[p.tokens[k].root()]
}

// says reports whether an article tells of such a doing in a sentence or
// beside it.
func (p *Prepared) says(done, sentence int) bool {
	lo, hi := max(0, sentence-1), min(len(p.sentences)-1, sentence+1)
	for k := p.sentences[lo].first; k < p.sentences[hi].last; k++ {
		if p.does(k) == done {
			return true
		}
	}
	return false
}
