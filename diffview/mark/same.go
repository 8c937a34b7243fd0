package mark

import (
	"slices"

	"parallax/diffview/align"
	"parallax/diffview/conflict"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/pair"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
)

// The same in other words: what no likeness of words tells. Two linked
// sentences may name a person more and less fully, give a day by its name and
// as "today", and report speech by "said" and by "according to". None of that
// is news in one and missing in the other.
//
// On the benchmark's marks, without and with each:
//
//	                     agree  detail
//	none of them          .710   .729
//	names                 .716   .732
//	moments               .717   .732
//	speech                .713   .731
//	all three             .726   .736
//	and words said twice  .726   .735
//
// Words said twice are kept because they read right. Names count in doubtful
// links too: whoever the other sentence is about, it names the same person.

// same marks as agreed what two linked sentences say of the same things in
// other words.
func (m *Marker) same(f conflict.Finding) {
	m.sameNames(f)
	m.sameMoments(f)
	m.sameSpeech(f)
	m.saidAgain(f)
}

// againReach is how many tokens away a word is still near.
const againReach = 3

// sameForms is the least similarity of two forms of one word.
const sameForms = .95

// saidAgain marks a word that one sentence says twice and the other once, where
// the other's is aligned with the first: "cartels in Mexico … with the Mexican
// government’s help" beside "with the help of Mexico’s government". A word near
// it must correspond to one near that of the other sentence.
func (m *Marker) saidAgain(f conflict.Finding) {
	for _, w := range f.Words {
		if w.Loose || !m.sides[sides.Left].Tokens[w.Tokens[sides.Left]].Matters() {
			continue
		}
		for side := range m.sides {
			p, own := m.sides[side], w.Tokens[side]
			s := p.Sentences[[2]int{f.Link.Left, f.Link.Right}[side]]
			for k := s.First; k < s.Last; k++ {
				t := &p.Tokens[k]
				if k == own || m.verdicts[side][k].mark == sides.Agree || !t.Matters() {
					continue
				}
				if lexicon.Relate(t.Entry, p.Tokens[own].Entry) == lexicon.None && t.Text != p.Tokens[own].Text {
					continue // and so less alike than two forms of a word
				}
				if like, _ := pair.Similarity(t, &p.Tokens[own]); like >= sameForms && alongside(f, sides.Side(side), k, w) {
					m.verdicts[side][k] = verdict{mark: sides.Agree, settled: true}
				}
			}
		}
	}
}

// alongside reports whether a word that carries meaning near token k of a side
// corresponds to one near the partner of w on the other side.
func alongside(f conflict.Finding, side sides.Side, k int, w align.Aligned) bool {
	reach := func(a, b int) bool { return max(a-b, b-a) <= againReach }
	return slices.ContainsFunc(f.Words, func(v align.Aligned) bool {
		return !v.Loose && v != w && f.Pair.Docs[sides.Left].Tokens[v.Tokens[sides.Left]].Matters() &&
			reach(v.Tokens[side], k) && reach(v.Tokens[side.Other()], w.Tokens[side.Other()])
	})
}

// agreeOn marks the tokens of both sides as agreed.
func (m *Marker) agreeOn(tokens [2][2]int) {
	for side, t := range tokens {
		for k := t[0]; k < t[1]; k++ {
			m.verdicts[side][k] = verdict{mark: sides.Agree, settled: true}
		}
	}
}

// know notes that what the tokens of both sides agree on is beyond doubt.
func (m *Marker) know(tokens [2][2]int) {
	for side, t := range tokens {
		for k := t[0]; k < t[1]; k++ {
			m.verdicts[side][k].known = true
		}
	}
}

// sameNames marks the names of those whom both sentences name, each as a
// whole: "Raj K. Chohan" and "Chohan" are one.
func (m *Marker) sameNames(f conflict.Finding) {
	p := f.Pair.Entities
	for _, x := range m.sides[sides.Left].MentionsOf(f.Link.Left) {
		for _, y := range m.sides[sides.Right].MentionsOf(f.Link.Right) {
			if x.Manner != doc.ByPronoun && y.Manner != doc.ByPronoun && p.Partner[sides.Left][x.Entity] == y.Entity {
				names := [2][2]int{{x.First, x.Last}, {y.First, y.Last}}
				m.agreeOn(names)
				m.know(names)
			}
		}
	}
}

// sameMoments marks a day named in two ways, when each sentence names only one
// and nothing says that they are two.
func (m *Marker) sameMoments(f conflict.Finding) {
	l, r := m.sides[sides.Left], m.sides[sides.Right]
	xs, ys := daysIn(l.MomentsOf(f.Link.Left)), daysIn(r.MomentsOf(f.Link.Right))
	if len(xs) != 1 || len(ys) != 1 || slot.Disagree(l, r, xs[0], ys[0]) != "" || slot.OfSpeech(l, xs[0]) != slot.OfSpeech(r, ys[0]) {
		return
	}
	days := [2][2]int{{xs[0].First, xs[0].Last}, {ys[0].First, ys[0].Last}}
	m.agreeOn(days)
	m.know(days)
}

// daysIn returns the moments that name a day.
func daysIn(of []doc.Moment) (out []doc.Moment) {
	for _, m := range of {
		if m.Weekday >= 0 || m.Month > 0 && m.Day > 0 || m.Year == 0 && m.Month == 0 && !m.Timed {
			out = append(out, m)
		}
	}
	return out
}

// sameSpeech marks the words that give speech to a speaker, "said" and
// "according to", when the speakers beside them correspond.
func (m *Marker) sameSpeech(f conflict.Finding) {
	l, r := f.Pair.Quoted[sides.Left], f.Pair.Quoted[sides.Right]
	for _, x := range l.Utterances(f.Link.Left) {
		for _, y := range r.Utterances(f.Link.Right) {
			if sameSpeaker(f, x, y) {
				m.agreeOn([2][2]int{{x.Verb, x.Verb + 1}, {y.Verb, y.Verb + 1}})
			}
		}
	}
}

// sameSpeaker reports whether two utterances are of one speaker: the same
// entity, or a word of meaning of the one corresponds to one of the other.
func sameSpeaker(f conflict.Finding, x, y quote.Utterance) bool {
	if x.Who.Entity >= 0 && y.Who.Entity >= 0 && f.Pair.Entities.Partner[sides.Left][x.Who.Entity] == y.Who.Entity {
		return true
	}
	return slices.ContainsFunc(f.Words, func(w align.Aligned) bool {
		return !w.Loose && f.Pair.Docs[sides.Left].Tokens[w.Tokens[sides.Left]].Matters() &&
			(doc.Stretch{First: x.Who.First, Last: x.Who.Last}).Has(w.Tokens[sides.Left]) && (doc.Stretch{First: y.Who.First, Last: y.Who.Last}).Has(w.Tokens[sides.Right])
	})
}
