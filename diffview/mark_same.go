package diffview

import "slices"

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
func (m *marker) same(f finding) {
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
func (m *marker) saidAgain(f finding) {
	for _, w := range f.words {
		if w.loose || !m.sides[Left].tokens[w.tokens[Left]].matters() {
			continue
		}
		for side := range m.sides {
			p, own := m.sides[side], w.tokens[side]
			s := p.sentences[[2]int{f.link.i, f.link.j}[side]]
			for k := s.first; k < s.last; k++ {
				t := &p.tokens[k]
				if k == own || m.verdicts[side][k].mark == Agree || !t.matters() {
					continue
				}
				if like, _ := similarity(t, &p.tokens[own]); like >= sameForms && f.alongside(Side(side), k, w) {
					m.verdicts[side][k] = verdict{mark: Agree, settled: true}
				}
			}
		}
	}
}

// alongside reports whether a word that carries meaning near token k of a side
// corresponds to one near the partner of w on the other side.
func (f finding) alongside(side Side, k int, w aligned) bool {
	reach := func(a, b int) bool { return max(a-b, b-a) <= againReach }
	return slices.ContainsFunc(f.words, func(v aligned) bool {
		return !v.loose && v != w && f.match.sides[Left].tokens[v.tokens[Left]].matters() &&
			reach(v.tokens[side], k) && reach(v.tokens[side.Other()], w.tokens[side.Other()])
	})
}

// agreeOn marks the tokens of both sides as agreed.
func (m *marker) agreeOn(tokens [2][2]int) {
	for side, t := range tokens {
		for k := t[0]; k < t[1]; k++ {
			m.verdicts[side][k] = verdict{mark: Agree, settled: true}
		}
	}
}

// sameNames marks the names of those whom both sentences name, each as a
// whole: "Raj K. Chohan" and "Chohan" are one.
func (m *marker) sameNames(f finding) {
	p := f.match.paired
	for _, x := range m.sides[Left].mentionsOf(f.link.i) {
		for _, y := range m.sides[Right].mentionsOf(f.link.j) {
			if x.manner != byPronoun && y.manner != byPronoun && p.partner[Left][x.entity] == y.entity {
				m.agreeOn([2][2]int{{x.first, x.last}, {y.first, y.last}})
			}
		}
	}
}

// sameMoments marks a day named in two ways, when each sentence names only one
// and nothing says that they are two.
func (m *marker) sameMoments(f finding) {
	l, r := m.sides[Left], m.sides[Right]
	xs, ys := daysIn(l.momentsOf(f.link.i)), daysIn(r.momentsOf(f.link.j))
	if len(xs) != 1 || len(ys) != 1 || disagree(l, r, xs[0], ys[0]) != "" || l.ofSpeech(xs[0]) != r.ofSpeech(ys[0]) {
		return
	}
	m.agreeOn([2][2]int{{xs[0].first, xs[0].last}, {ys[0].first, ys[0].last}})
}

// daysIn returns the moments that name a day.
func daysIn(of []moment) (out []moment) {
	for _, m := range of {
		if m.weekday >= 0 || m.month > 0 && m.day > 0 || m.year == 0 && m.month == 0 && !m.timed {
			out = append(out, m)
		}
	}
	return out
}

// sameSpeech marks the words that give speech to a speaker, "said" and
// "according to", when the speakers beside them correspond.
func (m *marker) sameSpeech(f finding) {
	l, r := m.sides[Left], m.sides[Right]
	for _, x := range l.speech(f.link.i) {
		for _, y := range r.speech(f.link.j) {
			if f.sameSpeaker(x, y) {
				m.agreeOn([2][2]int{{x.verb, x.verb + 1}, {y.verb, y.verb + 1}})
			}
		}
	}
}

// sameSpeaker reports whether two utterances are of one speaker: the same
// entity, or a word of meaning of the one corresponds to one of the other.
func (f finding) sameSpeaker(x, y utterance) bool {
	if x.who.entity >= 0 && y.who.entity >= 0 && f.match.paired.partner[Left][x.who.entity] == y.who.entity {
		return true
	}
	return slices.ContainsFunc(f.words, func(w aligned) bool {
		return !w.loose && f.match.sides[Left].tokens[w.tokens[Left]].matters() &&
			(stretch{x.who.first, x.who.last}).has(w.tokens[Left]) && (stretch{y.who.first, y.who.last}).has(w.tokens[Right])
	})
}
