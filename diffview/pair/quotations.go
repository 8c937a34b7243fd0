package pair

import (
	"slices"
	"sort"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
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

// quotations holds which quotations of a pair are the same.
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
	common := arena.Make[int](m.Arena, len(right))
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

// noteAmid notes which shared passages have others of the same two quotations, and
// how many words they share with those right before and after them.
func (m *Pair) noteAmid(found []SharedPassage) {
	key := func(s *SharedPassage) [2]int {
		return [2]int{m.Quoted[sides.Left].Passages[s.Passages[sides.Left]].Quotation, m.Quoted[sides.Right].Passages[s.Passages[sides.Right]].Quotation}
	}
	all, at := map[[2]int]int{}, map[[2]int]*SharedPassage{}
	for n := range found {
		all[key(&found[n])]++
		at[found[n].Passages] = &found[n]
	}
	for n := range found {
		s := &found[n]
		s.amid = all[key(s)] > 1
		for next := -1; next <= 1; next++ {
			if o := at[[2]int{s.Passages[sides.Left] + next, s.Passages[sides.Right] + next}]; o != nil && key(o) == key(s) {
				s.common[0], s.common[1] = s.common[0]+len(o.words), s.common[1]+o.Content
			}
		}
	}
}

// same reports whether what two passages share makes them one quotation, and
// notes whether it is that only because one person speaks.
func (m *Pair) same(s *SharedPassage) bool {
	if s.Share >= sameQuote && s.Content >= leastContent || s.Share >= wholeShare && s.Content > 0 && len(s.words) >= leastWords {
		return true
	}
	s.Loose = s.Share >= looseShare && s.Content >= looseContent && m.SameSpeaker(s)
	return s.Loose
}

// contentTerms returns the content terms of a passage, each once.
func (m *Pair) contentTerms(side sides.Side, s *quote.Passage) []int {
	out := arena.Empty[int](m.Arena, s.Content)
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

// wholeShare is the share of the shorter passage's words from which it counts
// as held whole.
const wholeShare = .95

// clearRepeated takes from passages the changes of words that the other article
// has unchanged elsewhere, in a passage that has no less of them: there the
// speaker has said it twice. A phrase of it, quoted again, clears nothing.
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
					if found[other].Content >= s.Content && m.holds(&found[other], sides.Side(side), a.Tokens[side]) {
						return true
					}
				}
			}
			return false
		})
	}
}
