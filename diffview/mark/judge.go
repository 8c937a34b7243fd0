package mark

import (
	_ "embed"
	"slices"
	"sync"

	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/model"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// wordFile is the file of the model of words, written by TestFitWordJudge. It
// says what it was fitted on and how good it is.
const wordFile = "word.forest"

//go:embed word.forest
var wordText string

// wordModel reads the embedded model at its first use.
var wordModel = sync.OnceValue(func() *model.Forest {
	f, err := model.ParseForest(wordText)
	if err != nil {
		panic("diffview: " + wordFile + ": " + err.Error())
	}
	return f
})

// From which score the other article is taken to say a word too.
const (
	agreeFloor = .69 // in a sentence that has a link
	loneFloor  = .80 // in one that has none, and then only in a run of words that the other article has
)

// unclearFloor is the score from which a word of a linked sentence that is not lit
// is no detail either. By folds over the labelled pairs such words are said by the
// other article 54 times in 100. Without them 57 of 100 details in linked sentences
// are right, with them 70, and F1 of all details goes from .854 to .861; .50 gives 66
// and .863.
const unclearFloor = .40

// Judge overrules what the rules made of the words: a fitted model decides which
// content words the other article says too, and then vetoes take back what may
// not agree however likely it is. In two texts of a few sentences the rules
// stay: the model has only seen whole articles.
func (m *Marker) Judge(p *pair.Pair, found *link.Found) {
	w := newWitness(p, found, m)
	if !found.Brief {
		m.byJudge(w, wordModel())
	}
	m.refuse(w)
}

// byJudge marks the content words anew, by the fitted model of words.
func (m *Marker) byJudge(w *witness, judge *model.Forest) {
	var said []verdict
	for side, p := range m.sides {
		side := sides.Side(side)
		for s, of := range p.Sentences {
			if w.twin(side, s) || len(w.linked[side][s]) == 0 && !m.anyAgreed(side, of) {
				continue
			}
			w.look(side, s)
			said = said[:0]
			for n := range w.words {
				said = append(said, m.weigh(w, judge, side, s, n))
			}
			for n, c := range w.words { // not before all are weighed: what is beside a word is evidence
				m.verdicts[side][c.token] = said[n]
			}
		}
	}
	m.together(w)
	m.lone(w, judge)
}

// weigh decides word n of the sentence at hand.
func (m *Marker) weigh(w *witness, judge *model.Forest, side sides.Side, s, n int) verdict {
	k := w.words[n].token
	v, q := m.verdicts[side][k], w.partners[side][k]
	out := verdict{mark: sides.Detail, settled: true, known: v.known || q.equal && q.link >= link.FirmFloor}
	linked := len(w.linked[side][s]) > 0
	evident := (linked || v.mark == sides.Agree) && w.evident(side, n)
	switch {
	case out.known, w.same(side, k):
		out.mark = sides.Agree
	case linked, evident:
		out.mark = markFor(judge.Score(w.features(side, s, n)), linked, evident)
	}
	return out
}

// markFor returns the mark of a word with a score. linked: its sentence has a link;
// evident: it agrees with something, without which it is never lit.
func markFor(score float64, linked, evident bool) sides.Mark {
	floor := loneFloor
	if linked {
		floor = agreeFloor
	}
	switch {
	case evident && score >= floor:
		return sides.Agree
	case linked && score >= unclearFloor:
		return sides.Unclear
	}
	return sides.Detail
}

// together lights a word whose partner is lit, where each is the other's best and
// both are of one word: a reader who sees one lit looks for the other.
func (m *Marker) together(w *witness) {
	for side, p := range m.sides {
		for k := range p.Tokens {
			o := w.mutual(sides.Side(side), k)
			if o < 0 || w.partners[side][k].refused {
				continue
			}
			if v := &m.verdicts[side][k]; v.mark != sides.Agree && v.mark != sides.Differ && p.Tokens[k].Matters() && m.verdicts[1-side][o].mark == sides.Agree {
				v.mark = sides.Agree
			}
		}
	}
}

// same reports whether a token has the same word as its partner in a sentence
// that it is firmly linked with, and no veto keeps them apart. Such a word is lit
// whatever the model says of it, because a reader sees that it is there; of those that
// the model would leave unlit 65 in 100 were labelled said by both.
func (w *witness) same(side sides.Side, k int) bool {
	p := &w.partners[side][k]
	if !p.firm() || p.pair.Kind != sides.Same || p.link < link.FirmFloor || p.refused {
		return false
	}
	x, y := &w.Docs[side].Tokens[k], &w.Docs[side.Other()].Tokens[p.token]
	return !(x.Capital && !y.Upper || y.Capital && !x.Upper) // "Mountain Rescue", "the mountain"
}

// anyAgreed reports whether any word of a sentence is marked as agreed.
func (m *Marker) anyAgreed(side sides.Side, s doc.Sentence) bool {
	return slices.ContainsFunc(m.verdicts[side][s.First:s.Last], func(v verdict) bool { return v.mark == sides.Agree })
}

// twin reports whether the other article has sentence s word for word, so that
// nothing about its words is in question.
func (w *witness) twin(side sides.Side, s int) bool {
	for _, l := range w.linked[side][s] {
		if of := w.found.Links[l]; w.Docs[sides.Left].Sentences[of.Left].Text == w.Docs[sides.Right].Sentences[of.Right].Text {
			return true
		}
	}
	return false
}

// evident reports whether word n of the sentence at hand agrees with anything:
// with a partner by its meaning, or with a word that the other article has
// elsewhere. Its place in the alignment alone is not evidence.
func (w *witness) evident(side sides.Side, n int) bool {
	c := &w.words[n]
	p := &w.partners[side][c.token]
	return c.common || !p.refused && (p.firm() || p.equal || c.like > 0)
}

// refuse takes back the agreement of what the vetoes keep apart: what turns the
// meaning, in a sure link, differs; the rest is a detail.
func (m *Marker) refuse(w *witness) {
	for _, r := range w.refusedPairs {
		for side, k := range r.pair.Tokens {
			p := &w.partners[side][k]
			if p.token >= 0 && p.token != r.pair.Tokens[1-side] {
				continue // it has a better partner
			}
			v := &m.verdicts[side][k]
			switch {
			case v.known && !r.veto.overrules():
			case r.veto.turns() && r.score >= link.FirmFloor:
				m.otherwise(sides.Side(side), k, r.veto)
			case (v.mark == sides.Agree || v.mark == sides.Unclear) && (r.veto == otherTongue || !w.saidToo(sides.Side(side), k)):
				*v = verdict{mark: sides.Detail, settled: true}
			}
		}
	}
	m.turning(w)
	m.altered(w)
}

// otherwise marks token k as worded differently, of a number all its words: "one in
// three", "12 crore", "−5".
func (m *Marker) otherwise(side sides.Side, k int, v veto) {
	first, last := k, k+1
	if n := m.sides[side].Tokens[k].Quantity; v == otherNumber && n >= 0 {
		q := &m.sides[side].Quantities[n]
		first, last = q.First, q.Last
	}
	for ; first < last; first++ {
		m.verdicts[side][first] = verdict{mark: sides.Differ, strength: sides.Wording, settled: true}
	}
}

// saidToo reports whether the other article has a token's word, be it elsewhere.
func (w *witness) saidToo(side sides.Side, k int) bool {
	t := w.Terms[side][k]
	return t >= 0 && w.counts[side.Other()][t] > 0
}

// turning keeps small words that turn the meaning from being marked as their
// neighbours are, where the linked sentences have neither them nor, of a word
// that negates, another that does.
func (m *Marker) turning(w *witness) {
	for side, p := range m.sides {
		for s, of := range p.Sentences {
			for k := of.First; k < of.Last; k++ {
				t := &p.Tokens[k]
				declines := declining.Has(t.Text) && k+1 < of.Last && p.Tokens[k+1].Text == "to"              // "failed to explode"
				if !declines && (t.Class != doc.Function || !turns(t.Text)) || t.Text == "may" && t.Capital { // the month
					continue
				}
				if o := w.partners[side][k].token; o >= 0 && m.sides[1-side].Tokens[o].Text == t.Text || denies(t) && w.deniedThere(sides.Side(side), s) {
					continue
				}
				if v := &m.verdicts[side][k]; v.mark != sides.Differ {
					*v = verdict{mark: sides.Detail, settled: true}
				}
			}
		}
	}
}

// deniedThere reports whether a sentence linked with sentence s negates.
func (w *witness) deniedThere(side sides.Side, s int) bool {
	other := side.Other()
	return slices.ContainsFunc(w.linked[side][s], func(n int) bool {
		l := w.found.Links[n]
		return anyDenies(w.Docs[other], w.Docs[other].Sentences[[2]int{l.Left, l.Right}[other]])
	})
}

// sameQuotation is the least share of two passages' words that makes them one
// quotation of which every word counts. Of the words altered in such, 12 of 14
// were labelled worded differently; in those that share less, none of 3.
const sameQuotation = .8

// altered marks the words that are others in the same quotation.
func (m *Marker) altered(w *witness) {
	for _, s := range w.Quotations.Shared {
		if s.Loose || s.Share < sameQuotation {
			continue
		}
		for _, a := range s.Alterations {
			m.Differ(a.Tokens, sides.Minor)
		}
	}
}
