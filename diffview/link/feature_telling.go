package link

import (
	"math"

	"parallax/diffview/arena"
	"parallax/diffview/doc"
	"parallax/diffview/pair"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// The features that one telling thing in common gives: a word that no other
// sentence has, a number, a speaker.

// telling fills in what both sentences have and hardly any other.
func (m *linker) telling(x []float64, i, j int) {
	l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
	for _, p := range [2]*profile{l, r} {
		if p.title {
			x[fTitles]++
		}
	}
	pair.Walk(l.terms, r.terms, func(t int, in [2]bool) {
		if !in[0] || !in[1] {
			return
		}
		a, b := m.sentences[sides.Left][t], m.sentences[sides.Right][t]
		if a == 1 && b == 1 {
			x[fAnchors]++
			x[fAnchorRarity] += m.Rarity[t]
		}
		x[fAlone] += 1 / float64(a*b)
	})
	for _, q := range m.Docs[sides.Left].QuantitiesOf(i) {
		for _, s := range m.Docs[sides.Right].QuantitiesOf(j) {
			if q.Kind == doc.Year || !q.Equal(s) {
				continue
			}
			v := tells(q)
			x[fValue] = max(x[fValue], v)
			if m.sameCounted(q, s) {
				x[fValueNoun] = max(x[fValueNoun], v)
			}
		}
	}
}

// tells returns how much it says that two sentences have a number: the more,
// the more digits it has; less where it is rounded, more where it has a unit.
func tells(q doc.Quantity) float64 {
	v := 1 + min(4, math.Log10(1+math.Abs(q.Value)))
	if q.Round() {
		v--
	}
	if q.Kind != doc.Count {
		v++
	}
	return v
}

// likeCounted is the least likeness of two nouns that name the same things
// counted: "people", "residents".
const likeCounted = .4

// sameCounted reports whether two equal numbers are of the same things.
func (m *linker) sameCounted(q, r doc.Quantity) bool {
	if q.Noun < 0 || r.Noun < 0 {
		return q.Kind != doc.Count
	}
	a, b := m.Terms[sides.Left][q.Noun], m.Terms[sides.Right][r.Noun]
	return a >= 0 && b >= 0 && (a == b || m.Near(a, b) > likeCounted)
}

// speaking fills in who speaks in the two sentences.
func (m *linker) speaking(x []float64, i, j int) {
	l, r := &m.profile[sides.Left][i], &m.profile[sides.Right][j]
	for _, e := range l.speaker {
		for _, f := range r.speaker {
			if m.Entities.Partner[sides.Left][e] == f {
				x[fSpeaker] = 1
			}
		}
	}
	if len(l.speaker) > 0 && len(r.speaker) > 0 && x[fSpeaker] == 0 {
		x[fSpeakersApart] = 1
	}
	switch {
	case l.speech && r.speech:
		x[fSpeechBoth] = 1
	case l.speech || r.speech:
		x[fSpeechOne] = 1
	}
}

// speakers finds who speaks in each sentence of a side, in quotation marks or
// without.
func (m *linker) speakers(side sides.Side) {
	p := m.Quoted[side]
	add := func(sentence int, who quote.Speaker, known bool) {
		f := &m.profile[side][sentence]
		f.speech = true
		if known && who.Entity >= 0 {
			f.speaker = append(f.speaker, who.Entity)
		}
	}
	for k := range p.Sentences {
		for _, u := range p.Utterances(k) {
			add(k, u.Who, true)
		}
	}
	for _, s := range p.Passages {
		who := p.Quotations[s.Quotation].Speaker
		add(s.Sentence, who, who.Known)
	}
}

// countSentences counts, for each term, the sentences of either side that have
// it.
func (m *linker) countSentences() {
	for side := range m.profile {
		m.sentences[side] = arena.Make[int32](m.Arena, len(m.TermTokens))
		for k := range m.profile[side] {
			for _, t := range m.profile[side][k].terms {
				m.sentences[side][t]++
			}
		}
	}
}
