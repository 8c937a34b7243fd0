package pair

import (
	"slices"
	"sort"

	"parallax/diffview/budget"
	"parallax/diffview/lexicon"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
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

// A SharedPassage is a passage of either article with the words both have.
type SharedPassage struct {
	Passages [2]int   // by side
	words    [][2]int // by side: indexes into the passages' words, in order
	Share    float64  // of the shorter passage's words, content words counted twice, 0 to 1
	Content  int      // how many of the words carry meaning

	amid        bool // another passage of the same two quotations is shared too
	Loose       bool // in other words: the same only because one person speaks
	Alterations []Alteration
}

// A quoteMatching holds which quotations of a pair are the same.
type quotations struct {
	Shared []SharedPassage  // by left passage, then right
	At     map[[2]int][]int // by sentences: those of found that lie in them

	Reported []ReportedPassage // by side, then passage
}

// SameQuotation returns how much of one quotation sentence i of the left and j
// of the right both have: the share of the shorter one's words, 0 to 1, and
// how many of them carry meaning. Sentences that have the same quotation report
// the same thing, unless it is a phrase of two words that everyone repeats.
func (m *Pair) SameQuotation(i, j int) (share float64, content int) {
	for _, n := range m.Quotations.At[[2]int{i, j}] {
		s := &m.Quotations.Shared[n]
		share, content = max(share, s.Share), max(content, s.Content)
	}
	return share, content
}

// matchQuotes compares the passages that have content words in common, and
// keeps of those alike the ones that are the best of either.
func (m *Pair) matchQuotes(b *budget.Budget) (*quotations, error) {
	q := &quotations{At: map[[2]int][]int{}}
	left, right := m.Quoted[sides.Left].Passages, m.Quoted[sides.Right].Passages
	having := map[int][]int{}
	for k := range right {
		for _, t := range m.contentTerms(sides.Right, &right[k]) {
			having[t] = append(having[t], k)
		}
	}
	var all []SharedPassage
	common := make([]int, len(right))
	var touched []int
	for i := range left {
		terms := m.contentTerms(sides.Left, &left[i])
		if err := b.Spend(stepsOfQuote(len(terms), len(left[i].Words))); err != nil {
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
			if looseShare*float64(min(left[i].Content, right[j].Content)) <= float64(common[j])+.5 {
				if s := m.sharedWords(i, j); m.same(&s) {
					s.Alterations = m.alterations(s)
					all = append(all, s)
				}
			}
		}
		for _, j := range touched {
			common[j] = 0
		}
	}
	q.Shared = m.beside(theBest(all, len(left), len(right)))
	m.noteAmid(q.Shared)
	m.clearRepeated(q.Shared)
	for n, s := range q.Shared {
		key := [2]int{left[s.Passages[sides.Left]].Sentence, right[s.Passages[sides.Right]].Sentence}
		q.At[key] = append(q.At[key], n)
	}
	return q, m.findReported(b, q)
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
func (m *Pair) beside(found []SharedPassage) []SharedPassage {
	has := map[[2]int]bool{}
	for _, s := range found {
		has[s.Passages] = true
	}
	for n := 0; n < len(found); n++ {
		next := [2]int{found[n].Passages[sides.Left] + 1, found[n].Passages[sides.Right] + 1}
		ok := !has[next]
		for side, p := range m.Quoted {
			ok = ok && next[side] < len(p.Passages) && p.Passages[next[side]].Quotation == p.Passages[next[side]-1].Quotation
		}
		if !ok {
			continue
		}
		if s := m.sharedWords(next[sides.Left], next[sides.Right]); s.Share >= sameQuote && s.Content > 0 {
			s.Alterations = m.alterations(s)
			has[next] = true
			found = append(found, s)
		}
	}
	sort.SliceStable(found, func(x, y int) bool {
		a, b := found[x].Passages, found[y].Passages
		return a[sides.Left] < b[sides.Left] || a[sides.Left] == b[sides.Left] && a[sides.Right] < b[sides.Right]
	})
	return found
}

// noteAmid notes which shared passages have others of the same two quotations.
func (m *Pair) noteAmid(found []SharedPassage) {
	key := func(s *SharedPassage) [2]int {
		return [2]int{m.Quoted[sides.Left].Passages[s.Passages[sides.Left]].Quotation, m.Quoted[sides.Right].Passages[s.Passages[sides.Right]].Quotation}
	}
	all := map[[2]int]int{}
	for n := range found {
		all[key(&found[n])]++
	}
	for n := range found {
		found[n].amid = all[key(&found[n])] > 1
	}
}

// same reports whether what two passages share makes them one quotation, and
// notes whether it is that only because one person speaks.
func (m *Pair) same(s *SharedPassage) bool {
	if s.Share >= sameQuote && s.Content >= leastContent || s.Share >= wholeShare && s.Content > 0 && len(s.words) >= leastWords {
		return true
	}
	s.Loose = s.Share >= looseShare && s.Content >= looseContent && m.SameSpeaker(*s)
	return s.Loose
}

// What makes two passages one quotation of which every word counts.
const (
	mostAltered   = 2   // changes of the sense in a passage; more are another wording of it, or another occasion
	mostChanges   = 5   // changes, those of the form too
	changedShare  = .75 // the most words of the changes, of those both have
	leastAltered  = 4   // words both must have, in a passage whose neighbours the other has not
	alteredShare  = .66 // the least share of the shorter passage's words that both have,
	alteredWords  = 5   // unless they have as many content words: phrases are repeated by everyone
	strangerShare = .75 // the least share when it is not told that one person speaks

	linkingShare   = .8 // the least share of one that makes its sentences report the same
	linkingContent = 4  // content words of it
	linkingWords   = 6  // words of it
)

// OneQuotation reports whether two passages are surely one quotation, of which
// every word counts.
func (m *Pair) OneQuotation(s *SharedPassage) bool {
	if s.Loose || len(s.Alterations) > mostChanges || s.Share < alteredShare && s.Content < alteredWords || len(s.words) < leastAltered && !s.amid {
		return false
	}
	altered := 0
	var changed [2]int // by side: the words of the changes
	for _, a := range s.Alterations {
		if !a.Form {
			altered++
		}
		for side := range changed {
			changed[side] += a.Tokens[side][1] - a.Tokens[side][0]
		}
	}
	if altered > mostAltered || float64(max(changed[sides.Left], changed[sides.Right])) > changedShare*float64(len(s.words)) {
		return false
	}
	return s.Share >= strangerShare || m.SameSpeaker(*s)
}

// Links reports whether two passages make their sentences report the same:
// what somebody said is one fact, whatever stands around it.
func (m *Pair) Links(s *SharedPassage) bool {
	return s.Share >= linkingShare && s.Content >= linkingContent && len(s.words) >= linkingWords && m.OneQuotation(s)
}

// SameSpeaker reports whether both articles name one person or organisation as
// the speaker of a shared passage.
func (m *Pair) SameSpeaker(s SharedPassage) bool {
	var who [2]quote.Speaker
	for side, p := range m.Quoted {
		who[side] = p.Quotations[p.Passages[s.Passages[side]].Quotation].Speaker
		if !who[side].Known || who[side].Entity < 0 {
			return false
		}
	}
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	return EntityLikeness(&l.Entities[who[sides.Left].Entity], &r.Entities[who[sides.Right].Entity], l, r) >= sameShort
}

// contentTerms returns the content terms of a passage, each once.
func (m *Pair) contentTerms(side sides.Side, s *quote.Passage) []int {
	var out []int
	for _, w := range s.Words {
		if w.Content {
			out = append(out, m.Terms[side][w.Token])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// theBest keeps what is the best of the left or of the right passage, and of
// both where only the speaker makes them one.
func theBest(all []SharedPassage, left, right int) []SharedPassage {
	best := [2][]float64{make([]float64, left), make([]float64, right)}
	value := func(s SharedPassage) float64 {
		return float64(s.Content) + s.Share - s.cost()
	}
	for _, s := range all {
		for side, k := range s.Passages {
			best[side][k] = max(best[side][k], value(s))
		}
	}
	var out []SharedPassage
	for _, s := range all {
		v := value(s)
		l, r := v == best[sides.Left][s.Passages[sides.Left]], v == best[sides.Right][s.Passages[sides.Right]]
		if l && r || (l || r) && !s.Loose {
			out = append(out, s)
		}
	}
	return out
}

// What a change takes from a quotation's content words when the likeliest
// partner of a passage is looked for.
const (
	alterationCost = .5
	formCost       = .1 // where only the form differs
)

// cost returns what the changes of a shared passage take from it.
func (s *SharedPassage) cost() (c float64) {
	for _, a := range s.Alterations {
		if a.Form {
			c += formCost
		} else {
			c += alterationCost
		}
	}
	return c
}

// wholeShare is the share of the shorter passage's words from which it counts
// as held whole.
const wholeShare = .95

// clearRepeated takes from passages the changes of words that the other article
// has unchanged elsewhere: there the speaker has said it twice.
func (m *Pair) clearRepeated(found []SharedPassage) {
	same := [2]map[int][]int{{}, {}} // by side and passage: the shared passages without a change
	for n, s := range found {
		if len(s.Alterations) == 0 && s.Share >= wholeShare {
			for side, k := range s.Passages {
				same[side][k] = append(same[side][k], n)
			}
		}
	}
	for n := range found {
		s := &found[n]
		if len(s.Alterations) == 0 {
			continue
		}
		s.Alterations = slices.DeleteFunc(s.Alterations, func(a Alteration) bool {
			for side, k := range s.Passages {
				for _, other := range same[side][k] {
					if m.holds(&found[other], sides.Side(side), a.Tokens[side]) {
						return true
					}
				}
			}
			return false
		})
	}
}

// holds reports whether all words of a side's tokens are among those shared.
func (m *Pair) holds(s *SharedPassage, side sides.Side, tokens [2]int) bool {
	words := m.Quoted[side].Passages[s.Passages[side]].Words
	has := 0
	for _, w := range s.words {
		if t := words[w[side]].Token; t >= tokens[0] && t < tokens[1] {
			has++
		}
	}
	all := 0
	for _, w := range words {
		if w.Token >= tokens[0] && w.Token < tokens[1] {
			all++
		}
	}
	return has == all
}

// sharedWords aligns the words of two passages, by the heaviest common
// subsequence.
func (m *Pair) sharedWords(i, j int) SharedPassage {
	s := m.align(m.Quoted[sides.Left].Passages[i].Words, m.Quoted[sides.Right].Passages[j].Words)
	s.Passages = [2]int{i, j}
	return s
}

// align aligns the words of two passages in order.
func (m *Pair) align(x, y []quote.Word) (s SharedPassage) {
	x, y = x[:min(len(x), maxPassage)], y[:min(len(y), maxPassage)]
	width := len(y) + 1
	best := make([]float32, (len(x)+1)*width)
	gain := func(a, b int) float32 {
		s := m.likeWords(x[a], y[b])
		if s > 0 && !x[a].Content {
			s *= functionWorth
		}
		if s > 0 && a+1 < len(x) && b+1 < len(y) && x[a+1].Text == y[b+1].Text {
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

// withoutCrumbs drops function words that are alone between differing
// words: that both have "of" somewhere tells nothing. One word put in or
// exchanged beside them leaves them where they are.
func withoutCrumbs(words [][2]int, x []quote.Word) [][2]int {
	beside := func(k, l int) bool {
		if l < 0 || l >= len(words) {
			return false
		}
		d, e := (words[k][0]-words[l][0])*(k-l), (words[k][1]-words[l][1])*(k-l)
		return max(d, e) <= 2 || min(d, e) == 1 && max(d, e) <= 1+mostInserted
	}
	var out [][2]int
	for k, w := range words {
		if x[w[0]].Content || beside(k, k-1) || beside(k, k+1) {
			out = append(out, w)
		}
	}
	return out
}

// worth is how much a word counts: a content word twice.
func worth(w quote.Word) float64 {
	if w.Content {
		return 2
	}
	return 1
}

// measure works out which share of the shorter passage both have.
func (s *SharedPassage) measure(x, y []quote.Word) {
	var both, left, right float64
	for _, w := range s.words {
		both += worth(x[w[0]])
		if x[w[0]].Content {
			s.Content++
		}
	}
	for _, w := range x {
		left += worth(w)
	}
	for _, w := range y {
		right += worth(w)
	}
	s.Share = min(1, both/max(1, min(left, right)))
}

// QuotationLists writes both articles' quotations with what the other has of them.
func (m *Pair) QuotationLists() (out [2][]quote.Quotation) {
	for side, p := range m.Quoted {
		out[side] = p.QuotationList()
	}
	var held [2]map[int]bool // by side: the tokens that the other has
	var most [2][]int        // by side and quotation: the words its partner has
	var changed [2][]bool
	for side, p := range m.Quoted {
		held[side], most[side], changed[side] = map[int]bool{}, make([]int, len(p.Quotations)), make([]bool, len(p.Quotations))
	}
	words := map[[2]int]int{}
	var keys [][2]int
	for _, s := range m.Quotations.Shared {
		key := [2]int{m.Quoted[sides.Left].Passages[s.Passages[sides.Left]].Quotation, m.Quoted[sides.Right].Passages[s.Passages[sides.Right]].Quotation}
		if words[key] == 0 {
			keys = append(keys, key)
		}
		words[key] += len(s.words)
		altered := len(s.Alterations) > 0
		for side := range m.Quoted {
			t := &m.Quoted[side].Passages[s.Passages[side]]
			for _, w := range s.words {
				held[side][t.Words[w[side]].Token] = true
			}
			changed[side][key[side]] = changed[side][key[side]] || altered
		}
	}
	for _, key := range keys {
		for side := range m.Quoted {
			if k := key[side]; words[key] > most[side][k] {
				most[side][k], out[side][k].Partner = words[key], key[1-side]
			}
		}
	}
	reported := m.reportedQuotations()
	for side, p := range m.Quoted {
		for k := range out[side] {
			out[side][k].Standing = standing(p, k, most[side][k] > 0, changed[side][k], held[side])
			if out[side][k].Standing == quote.Absent && reported[side][k] {
				out[side][k].Standing = quote.Reported
			}
		}
	}
	return out
}

// standing says what the other article has of a quotation, given which of its
// tokens it has.
func standing(p *quote.Doc, k int, any, changed bool, held map[int]bool) quote.Standing {
	switch {
	case !any:
		return quote.Absent
	case changed:
		return quote.Altered
	}
	q := p.Quotations[k]
	for _, s := range p.Passages[q.Passages[0]:q.Passages[1]] {
		for _, w := range s.Words {
			if w.Content && !held[w.Token] {
				return quote.Cut
			}
		}
	}
	return quote.Whole
}

// The likeness of two words of what may be one quotation.
const (
	sameWord  = 1
	otherForm = .7 // another form or spelling
)

// likeWords says how like two words of two quotations are, 0 to 1.
func (m *Pair) likeWords(x, y quote.Word) float64 {
	if x.Text == y.Text || x.Spelled == y.Spelled {
		return sameWord
	}
	l, r := m.Docs[sides.Left], m.Docs[sides.Right]
	a, b := &l.Tokens[x.Token], &r.Tokens[y.Token]
	if a.Quantity >= 0 && b.Quantity >= 0 && l.Quantities[a.Quantity].Equal(r.Quantities[b.Quantity]) {
		return sameWord
	}
	if x.Text == "'s" && (y.Text == "is" || y.Text == "has" || y.Text == "us") || y.Text == "'s" && (x.Text == "is" || x.Text == "has" || x.Text == "us") ||
		x.Text == "'d" && (y.Text == "would" || y.Text == "had") || y.Text == "'d" && (x.Text == "would" || x.Text == "had") {
		return sameWord
	}
	if !x.Content || !y.Content {
		return 0
	}
	if m.Terms[sides.Left][x.Token] == m.Terms[sides.Right][y.Token] || lexicon.Relate(a.Entry, b.Entry) <= lexicon.SameLemma && a.Entry.Known() && b.Entry.Known() {
		return otherForm
	}
	if similarSpelling(x.Text, y.Text) && (!a.Entry.Known() || !b.Entry.Known()) {
		return otherForm
	}
	return 0
}
