package diffview

import (
	"parallax/diffview/lexicon"
	"slices"
	"sort"
)

// Which quotations of two articles are the same. It is decided passage by
// passage, whatever the sentences around them, by the words that both have in
// the same order: what somebody said is the one thing two reporters have to
// write down alike.

// When two passages are of one quotation. Measured on the passages of the
// benchmark's pairs that lie in labelled links.
const (
	sameQuote    = .6  // the least share of the shorter one's words, content words counted twice
	leastWords   = 4   // or words in all, of a passage that the other has whole
	looseShare   = .4  // the least share when both name the same speaker: one speech, translated twice
	looseContent = 2   // content words both must have then
	leastContent = 2   // content words both must have
	mostRepeats  = 500 // places of a word in quotations that are looked at: those around the passage's own place
	mostRivals   = 12  // passages that one is compared with, those with most words in common first
	maxPassage   = 400 // words of a passage that are looked at; longer ones are not one sentence
)

// A shared is a passage of either article with the words both have.
type shared struct {
	passages [2]int   // by side
	words    [][2]int // by side: indexes into the passages' words, in order
	share    float64  // of the shorter passage's words, content words counted twice, 0 to 1
	content  int      // how many of the words carry meaning

	loose       bool // in other words: the same only because one person speaks
	alterations []alteration
}

// A quoteMatching holds which quotations of a pair are the same.
type quoteMatching struct {
	found []shared         // by left passage, then right
	at    map[[2]int][]int // by sentences: those of found that lie in them
}

// quoteMatch returns how much of one quotation sentence i of the left and j
// of the right both have: the share of the shorter one's words, 0 to 1, and
// how many of them carry meaning. Sentences that have the same quotation report
// the same thing, unless it is a phrase of two words that everyone repeats.
func (m *match) quoteMatch(i, j int) (share float64, content int) {
	for _, n := range m.quoted.at[[2]int{i, j}] {
		s := &m.quoted.found[n]
		share, content = max(share, s.share), max(content, s.content)
	}
	return share, content
}

// matchQuotes compares the passages that have content words in common, and
// keeps of those alike the ones that are the best of either.
func (m *match) matchQuotes(b *budget) (*quoteMatching, error) {
	q := &quoteMatching{at: map[[2]int][]int{}}
	left, right := m.sides[Left].passages, m.sides[Right].passages
	having := map[int][]int{}
	for k := range right {
		for _, t := range m.contentTerms(Right, &right[k]) {
			having[t] = append(having[t], k)
		}
	}
	var all []shared
	common := make([]int, len(right))
	var touched []int
	for i := range left {
		terms := m.contentTerms(Left, &left[i])
		if err := b.spend(stepsOfQuote(len(terms), len(left[i].words))); err != nil {
			return nil, err
		}
		touched = touched[:0]
		for _, t := range terms {
			for _, j := range closest(having[t], i*len(right)/len(left), mostRepeats) {
				if common[j] == 0 {
					touched = append(touched, j)
				}
				common[j]++
			}
		}
		for _, j := range mostCommon(touched, common) {
			if looseShare*float64(min(left[i].content, right[j].content)) <= float64(common[j])+.5 {
				if s := m.sharedWords(i, j); m.same(&s) {
					s.alterations = m.alterations(s)
					all = append(all, s)
				}
			}
		}
		for _, j := range touched {
			common[j] = 0
		}
	}
	q.found = m.beside(theBest(all, len(left), len(right)))
	clearRepeated(q.found)
	for n, s := range q.found {
		key := [2]int{left[s.passages[Left]].sentence, right[s.passages[Right]].sentence}
		q.at[key] = append(q.at[key], n)
	}
	return q, nil
}

// stepsOfQuote is what it costs to look for a passage.
func stepsOfQuote(terms, words int) int {
	const steps = 4 // a place of a term, and a cell of an alignment
	return steps * (terms*mostRepeats + mostRivals*words*words)
}

// closest returns the part of an ascending list that lies around a place: all,
// or most of its numbers.
func closest(list []int, place, most int) []int {
	if len(list) <= most {
		return list
	}
	first := sort.SearchInts(list, place) - most/2
	first = min(max(0, first), len(list)-most)
	return list[first : first+most]
}

// mostCommon returns the mostRivals numbers that have most in common, of equals
// the lower first.
func mostCommon(numbers, common []int) []int {
	best := make([]int, 0, mostRivals+1)
	for _, j := range numbers {
		at := len(best)
		for at > 0 && (common[j] > common[best[at-1]] || common[j] == common[best[at-1]] && j < best[at-1]) {
			at--
		}
		if at < mostRivals {
			best = slices.Insert(best, at, j)[:min(len(best)+1, mostRivals)]
		}
	}
	return best
}

// beside adds to matched passages the ones right after them that share less
// than would do alone: the third of “We don’t like him. We don’t want him. We
// reject his visit.” has one content word in common with “We reject his message.”
func (m *match) beside(found []shared) []shared {
	has := map[[2]int]bool{}
	for _, s := range found {
		has[s.passages] = true
	}
	for n := 0; n < len(found); n++ {
		next := [2]int{found[n].passages[Left] + 1, found[n].passages[Right] + 1}
		ok := !has[next]
		for side, p := range m.sides {
			ok = ok && next[side] < len(p.passages) && p.passages[next[side]].quotation == p.passages[next[side]-1].quotation
		}
		if !ok {
			continue
		}
		if s := m.sharedWords(next[Left], next[Right]); s.share >= sameQuote && s.content > 0 {
			s.alterations = m.alterations(s)
			has[next] = true
			found = append(found, s)
		}
	}
	sort.SliceStable(found, func(x, y int) bool {
		a, b := found[x].passages, found[y].passages
		return a[Left] < b[Left] || a[Left] == b[Left] && a[Right] < b[Right]
	})
	return found
}

// same reports whether what two passages share makes them one quotation, and
// notes whether it is that only because one person speaks.
func (m *match) same(s *shared) bool {
	if s.share >= sameQuote && s.content >= leastContent || s.share >= wholeShare && s.content > 0 && len(s.words) >= leastWords {
		return true
	}
	s.loose = s.share >= looseShare && s.content >= looseContent && m.sameSpeaker(*s)
	return s.loose
}

// sameSpeaker reports whether both articles name one person or organisation as
// the speaker of a shared passage.
func (m *match) sameSpeaker(s shared) bool {
	var who [2]speaker
	for side, p := range m.sides {
		who[side] = p.quotations[p.passages[s.passages[side]].quotation].speaker
		if !who[side].known || who[side].entity < 0 {
			return false
		}
	}
	l, r := m.sides[Left], m.sides[Right]
	return l.entities[who[Left].entity].likeness(&r.entities[who[Right].entity], l, r) >= sameShort
}

// contentTerms returns the content terms of a passage, each once.
func (m *match) contentTerms(side Side, s *passage) []int {
	var out []int
	for _, w := range s.words {
		if w.content {
			out = append(out, m.terms[side][w.token])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// theBest keeps what is the best of the left or of the right passage, and of
// both where only the speaker makes them one.
func theBest(all []shared, left, right int) []shared {
	best := [2][]float64{make([]float64, left), make([]float64, right)}
	value := func(s shared) float64 {
		return float64(s.content) + s.share - alterationCost*float64(len(s.alterations))
	}
	for _, s := range all {
		for side, k := range s.passages {
			best[side][k] = max(best[side][k], value(s))
		}
	}
	var out []shared
	for _, s := range all {
		v := value(s)
		l, r := v == best[Left][s.passages[Left]], v == best[Right][s.passages[Right]]
		if l && r || (l || r) && !s.loose {
			out = append(out, s)
		}
	}
	return out
}

// alterationCost is what a change takes from a quotation's content words when
// the likeliest partner of a passage is looked for.
const alterationCost = .5

// wholeShare is the share of the shorter passage's words from which it counts
// as held whole.
const wholeShare = .95

// clearRepeated takes the changes from passages that the other article has
// unchanged elsewhere: there the speaker has said it twice.
func clearRepeated(found []shared) {
	type place struct{ side, passage int }
	unchanged := map[place]int{}
	for _, s := range found {
		for side, k := range s.passages {
			if len(s.alterations) == 0 && s.share >= wholeShare {
				unchanged[place{side, k}] = max(unchanged[place{side, k}], s.content)
			}
		}
	}
	for n := range found {
		s := &found[n]
		for side, k := range s.passages {
			if unchanged[place{side, k}] >= s.content {
				s.alterations = nil
			}
		}
	}
}

// sharedWords aligns the words of two passages in order, by the weightiest
// common subsequence.
func (m *match) sharedWords(i, j int) shared {
	x, y := m.sides[Left].passages[i].words, m.sides[Right].passages[j].words
	x, y = x[:min(len(x), maxPassage)], y[:min(len(y), maxPassage)]
	width := len(y) + 1
	best := make([]float32, (len(x)+1)*width)
	gain := func(a, b int) float32 {
		s := m.likeWords(x[a], y[b])
		if s > 0 && !x[a].content {
			s *= functionWorth
		}
		if s > 0 && a+1 < len(x) && b+1 < len(y) && x[a+1].text == y[b+1].text {
			s += runWorth
		}
		return float32(s)
	}
	for a := len(x) - 1; a >= 0; a-- {
		for b := len(y) - 1; b >= 0; b-- {
			v := max(best[(a+1)*width+b], best[a*width+b+1])
			if g := gain(a, b); g > 0 {
				v = max(v, g+best[(a+1)*width+b+1])
			}
			best[a*width+b] = v
		}
	}
	s := shared{passages: [2]int{i, j}}
	for a, b := 0, 0; a < len(x) && b < len(y); {
		switch g := gain(a, b); {
		case g > 0 && best[a*width+b] == g+best[(a+1)*width+b+1]:
			s.words = append(s.words, [2]int{a, b})
			a, b = a+1, b+1
		case best[a*width+b] == best[(a+1)*width+b]:
			a++
		default:
			b++
		}
	}
	s.words = withoutCrumbs(s.words, x)
	s.measure(x, y)
	return s
}

const (
	functionWorth = .4  // of a function word in both, against a content word
	runWorth      = .05 // more when the next words are the same too: a word is aligned where its neighbours are
)

// withoutCrumbs drops function words that stand alone between differing
// words: that both have "of" somewhere tells nothing. One word put in or
// exchanged beside them leaves them where they are.
func withoutCrumbs(words [][2]int, x []qword) [][2]int {
	beside := func(k, l int) bool {
		if l < 0 || l >= len(words) {
			return false
		}
		d, e := (words[k][0]-words[l][0])*(k-l), (words[k][1]-words[l][1])*(k-l)
		return max(d, e) <= 2 || min(d, e) == 1 && max(d, e) <= 1+mostInserted
	}
	var out [][2]int
	for k, w := range words {
		if x[w[0]].content || beside(k, k-1) || beside(k, k+1) {
			out = append(out, w)
		}
	}
	return out
}

// measure works out which share of the shorter passage both have.
func (s *shared) measure(x, y []qword) {
	worth := func(w qword) float64 {
		if w.content {
			return 2
		}
		return 1
	}
	var both, left, right float64
	for _, w := range s.words {
		both += worth(x[w[0]])
		if x[w[0]].content {
			s.content++
		}
	}
	for _, w := range x {
		left += worth(w)
	}
	for _, w := range y {
		right += worth(w)
	}
	s.share = min(1, both/max(1, min(left, right)))
}

// partners writes both articles' quotations with what the other has of them.
func (m *match) partners() (out [2][]Quotation) {
	for side, p := range m.sides {
		out[side] = p.quotationList()
	}
	var held [2]map[int]bool // by side: the tokens that the other has
	var most [2][]int        // by side and quotation: the words its partner has
	var changed [2][]bool
	for side, p := range m.sides {
		held[side], most[side], changed[side] = map[int]bool{}, make([]int, len(p.quotations)), make([]bool, len(p.quotations))
	}
	words := map[[2]int]int{}
	var keys [][2]int
	for _, s := range m.quoted.found {
		key := [2]int{m.sides[Left].passages[s.passages[Left]].quotation, m.sides[Right].passages[s.passages[Right]].quotation}
		if words[key] == 0 {
			keys = append(keys, key)
		}
		words[key] += len(s.words)
		altered := len(s.alterations) > 0
		for side := range m.sides {
			t := &m.sides[side].passages[s.passages[side]]
			for _, w := range s.words {
				held[side][t.words[w[side]].token] = true
			}
			changed[side][key[side]] = changed[side][key[side]] || altered
		}
	}
	for _, key := range keys {
		for side := range m.sides {
			if k := key[side]; words[key] > most[side][k] {
				most[side][k], out[side][k].Partner = words[key], key[1-side]
			}
		}
	}
	for side, p := range m.sides {
		for k := range out[side] {
			out[side][k].Standing = p.standing(k, most[side][k] > 0, changed[side][k], held[side])
		}
	}
	return out
}

// standing says what the other article has of a quotation, given which of its
// tokens it has.
func (p *Prepared) standing(k int, any, changed bool, held map[int]bool) Standing {
	switch {
	case !any:
		return Absent
	case changed:
		return Altered
	}
	q := p.quotations[k]
	for _, s := range p.passages[q.passages[0]:q.passages[1]] {
		for _, w := range s.words {
			if w.content && !held[w.token] {
				return Cut
			}
		}
	}
	return Whole
}

// The likeness of two words of what may be one quotation.
const (
	sameWord  = 1
	otherForm = .7 // another form or spelling
)

// likeWords says how like two words of two quotations are, 0 to 1.
func (m *match) likeWords(x, y qword) float64 {
	if x.text == y.text {
		return sameWord
	}
	l, r := m.sides[Left], m.sides[Right]
	a, b := &l.tokens[x.token], &r.tokens[y.token]
	if a.quantity >= 0 && b.quantity >= 0 && l.quantities[a.quantity].equal(r.quantities[b.quantity]) {
		return sameWord
	}
	if x.text == "'s" && (y.text == "is" || y.text == "has" || y.text == "us") || y.text == "'s" && (x.text == "is" || x.text == "has" || x.text == "us") ||
		x.text == "'d" && (y.text == "would" || y.text == "had") || y.text == "'d" && (x.text == "would" || x.text == "had") {
		return sameWord
	}
	if !x.content || !y.content {
		return 0
	}
	if m.terms[Left][x.token] == m.terms[Right][y.token] || lexicon.Relate(a.entry, b.entry) <= lexicon.SameLemma && a.entry.Known() && b.entry.Known() {
		return otherForm
	}
	if similarSpelling(x.text, y.text) && (!a.entry.Known() || !b.entry.Known()) {
		return otherForm
	}
	return 0
}
