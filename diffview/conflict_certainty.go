package diffview

import (
	"fmt"
	"strings"
)

// Certainty: the one article is less sure than the other of what both say.
// Words alone tell it where a bound stands against the figure itself ("at
// least six", "six"), where one confirms what another has not confirmed, and
// where both tell one act by words that bind more or less ("promised",
// "hinted": degree.go).
//
// They do not where a word of doubt ("reportedly", "is expected to", "may")
// stands at a predicate that the other article states flatly: over the
// labelled links of the benchmark that was reported nine times and labelled
// none, as readers take it for a manner of citing.

// The share of reported certainty conflicts that are labelled as one, by what
// they rest on. The benchmark has too few to measure more than their order.
const (
	boundConfidence   = .6
	confirmConfidence = .7
)

// certaintyClashes finds what only one of two linked sentences is sure of.
func certaintyClashes(f finding) []clash {
	if f.link.score < sureFloor {
		return nil
	}
	var out []clash
	f.eachQuantity(func(p, q quantity) {
		if f.bound(p, q) {
			out = append(out, f.certainty(f.match.sides[Left].written(p), f.match.sides[Right].written(q), boundConfidence,
				"the same figure, once as a bound"))
		}
	})
	out = append(out, f.confirmations()...)
	out = append(out, f.denials()...)
	return append(out, f.degreeClashes()...)
}

// certainty makes a clash of two stretches of tokens.
func (f finding) certainty(left, right [2]int, confidence float64, what string) clash {
	return clash{
		kind:       CertaintyConflict,
		confidence: confidence,
		tokens:     [2][2]int{left, right},
		reason:     func(l, r string) string { return fmt.Sprintf("‘%s’ against ‘%s’, %s", l, r, what) },
	}
}

// The least numbers that are taken to count the same in a linked sentence
// because they are the same: "one" and "two" stand anywhere.
const (
	leastBound      = 3
	leastLooseBound = 5 // and where what is counted is not named alike
)

// bound compares "at least six" with "six": the same number of the same
// thing, and only one article takes it for the whole. That the other article
// has the bound as well, elsewhere, makes it none; and "800,000" stands for
// more than 800,000 too.
func (f finding) bound(p, q quantity) bool {
	if p.kind != count || q.kind != count || !same(p.value, q.value) || !same(p.high, q.high) || p.value < leastBound || p.fate != q.fate {
		return false
	}
	side, bounded := Left, p
	if q.hedge != exactly {
		side, bounded = Right, q
	}
	if bounded.hedged == bounded.first || bounded.round() || bounded.hedge != atLeast && bounded.hedge != atMost || p.hedge != exactly && q.hedge != exactly {
		return false
	}
	if p.noun >= 0 && tallied[f.match.sides[Left].tokens[p.noun].text] || q.noun >= 0 && tallied[f.match.sides[Right].tokens[q.noun].text] {
		return false
	}
	if p.value < leastLooseBound && p.fate == noFate && !sameNoun(f.match.sides[Left], f.match.sides[Right], p, q) {
		return false
	}
	for _, o := range f.match.sides[side.Other()].quantities {
		if o.kind == count && o.hedge == bounded.hedge && same(o.value, bounded.value) {
			return false
		}
	}
	return true
}

// confirmations compares "has confirmed" with "has yet to confirm".
func (f finding) confirmations() []clash {
	l, r := f.match.sides[Left], f.match.sides[Right]
	x, y := l.confirming(f.link.i), r.confirming(f.link.j)
	if x < 0 || y < 0 {
		return nil
	}
	a, b := l.unconfirmed(x), r.unconfirmed(y)
	if (a < x) == (b < y) {
		return nil
	}
	c := f.certainty([2]int{a, x + 1}, [2]int{b, y + 1}, confirmConfidence, "of the same")
	c.update = f.earlier(a < x)
	return []clash{c}
}

// confirming returns the one word of a sentence that tells of confirming
// something, or -1 when there is none or several, or the sentence supposes it.
func (p *Prepared) confirming(sentence int) int {
	s, at := p.sentences[sentence], -1
	for k := s.first; k < s.last; k++ {
		if strings.HasPrefix(p.tokens[k].text, "confirm") {
			if at >= 0 || p.supposes(sentence) {
				return -1
			}
			at = k
		}
	}
	return at
}

// denials compares "no casualties" with "no casualties were confirmed" and "no
// reports of casualties".
func (f finding) denials() []clash {
	l, r := f.match.sides[Left], f.match.sides[Right]
	for _, w := range f.words {
		x, y := w.tokens[Left], w.tokens[Right]
		if t := &l.tokens[x]; t.class != content || w.kind > Synonym || t.text == "immediate" || hearing[t.text] || hearing[r.tokens[y].text] {
			continue
		}
		a, known := l.denial(x)
		b, known2 := r.denial(y)
		if a[1] == 0 || b[1] == 0 || known == known2 {
			continue
		}
		c := f.certainty(a, b, confirmConfidence, "only one of them as known")
		c.update = f.earlier(known2)
		return []clash{c}
	}
	return nil
}

// How far from a noun "no" and "confirmed" are looked for.
const (
	denialBefore = 5
	denialAfter  = 4
)

// denial returns the tokens that deny the noun at token k, zero when none do,
// and whether they deny it as a fact, not only that it was heard of.
func (p *Prepared) denial(k int) (tokens [2]int, fact bool) {
	whole, heard := p.wholeSentence(k), false
	for n := k - 1; n >= max(whole.first, k-denialBefore); n-- {
		switch w := p.tokens[n].text; {
		case w == "no":
			tokens = [2]int{n, k + 1}
		case hearing[w]:
			heard = true
			continue
		case w == "of" || w == "immediate" || w == "or":
			continue
		}
		break
	}
	if tokens[1] == 0 {
		return tokens, false
	}
	for n := k + 1; n < min(whole.last, k+1+denialAfter) && p.tokens[n].class != punct; n++ {
		if hearing[p.tokens[n].text] {
			heard, tokens[1] = true, n+1
		}
	}
	return tokens, !heard
}

// hearing are the words for hearing of something, against its being so.
var hearing = wordSet("report reports reported confirmed confirmation word sign signs indication indications known")

// earlier reports whether the article that doubts was published before the one
// that does not: then the later one knows more.
func (f finding) earlier(leftDoubts bool) bool {
	l, r := f.match.sides[Left].Article.Meta.Published, f.match.sides[Right].Article.Meta.Published
	if !l.Known() || !r.Known() || l.Guess || r.Guess {
		return false
	}
	if leftDoubts {
		return l.Value.Before(r.Value)
	}
	return r.Value.Before(l.Value)
}

// unconfirmed returns where the words begin that deny the "confirm" at token
// k: "has yet to", "not been"; k when there are none.
func (p *Prepared) unconfirmed(k int) int {
	for n := k - 1; n >= 0 && n >= k-3 && p.tokens[n].class == function; n-- {
		switch p.tokens[n].text {
		case "yet", "not", "n't", "never":
			return n
		}
	}
	if k >= 2 && p.tokens[k-1].text == "to" && p.tokens[k-2].text == "yet" {
		return k - 2
	}
	return k
}

// supposes reports whether a sentence asks or supposes.
func (p *Prepared) supposes(sentence int) bool {
	s := p.sentences[sentence]
	for k := s.first; k < s.last; k++ {
		switch p.tokens[k].text {
		case "if", "whether", "would", "will", "until", "?":
			return true
		}
	}
	return false
}
