package pair

import (
	"slices"

	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/quote"
	"parallax/diffview/sides"
)

// Quotations of one article whose words the other has without quotation marks:
// in indirect speech, in a tweet set as plain text, or because the marks were
// lost.

// When a sentence has the words of a quotation. Of the words in indirect speech
// pronouns and tenses are others, and nothing is said of them.
const (
	reportedShare   = .7 // the least share of the passage's words, content words counted twice
	reportedContent = 3  // content words
	reportedWords   = 5  // words
	reportedRivals  = 3  // sentences that a passage is compared with, those with most words in common first
)

// A ReportedPassage is a passage of one article whose words a sentence of the
// other has outside of quotation marks.
type ReportedPassage struct {
	Side     sides.Side // the article that quotes
	Passage  int
	Sentence int // of the other article
	Share    float64
	Content  int
	words    int
}

// Links reports whether a reported passage makes its sentences report the same.
func (r *ReportedPassage) Links() bool {
	return r.Share >= linkingShare && r.Content >= linkingContent && r.words >= linkingWords
}

// findReported looks for the passages that no quotation of the other article has.
func (m *Pair) findReported(b *budget.Budget, q *quotations) error {
	var shared [2]map[int]bool
	for side := range shared {
		shared[side] = map[int]bool{}
		for _, s := range q.Shared {
			shared[side][s.Passages[side]] = true
		}
	}
	for side, p := range m.Quoted {
		other := sides.Side(side).Other()
		plain := m.Quoted[other].Plain
		var having [][]int
		common := arena.Make[int](m.Arena, len(plain))
		for k := range p.Passages {
			t := &p.Passages[k]
			if shared[side][k] || t.Content < reportedContent || len(t.Words) < reportedWords {
				continue
			}
			if having == nil {
				having = m.plainTerms(other)
			}
			terms := m.contentTerms(sides.Side(side), t)
			if err := b.Spend(stepsOfQuote(len(terms), 0) + 4*reportedRivals*len(t.Words)*len(t.Words)); err != nil {
				return err
			}
			if r, ok := m.reported(sides.Side(side), k, terms, having, common); ok {
				q.Reported = append(q.Reported, r)
			}
		}
	}
	return nil
}

// plainTerms returns, by content term and one, for marks are of no term, the plain passages of a side that have it.
func (m *Pair) plainTerms(side sides.Side) [][]int {
	last := arena.Make[int](m.Arena, len(m.TermTokens)+1) // by term and one: the passage it was given with last, and one
	return ByTerm(m.Arena, len(last), func(give func(term, passage int)) {
		clear(last)
		for n := range m.Quoted[side].Plain {
			for _, w := range m.Quoted[side].Plain[n].Words {
				if t := m.Terms[side][w.Token] + 1; w.Content && last[t] != n+1 {
					last[t] = n + 1
					give(t, n)
				}
			}
		}
	})
}

// reported returns the plain passage that has most of a passage, when it has
// enough. common is scratch, all zero.
func (m *Pair) reported(side sides.Side, k int, terms []int, having [][]int, common []int) (best ReportedPassage, ok bool) {
	p, plain := m.Quoted[side], m.Quoted[side.Other()].Plain
	var touched []int
	for _, t := range terms {
		for _, n := range closest(having[t+1], k*len(plain)/len(p.Passages), mostRepeats) {
			if common[n] == 0 {
				touched = append(touched, n)
			}
			common[n]++
		}
	}
	slices.Sort(touched)
	rivals := mostCommon(touched, common)
	for _, n := range rivals[:min(len(rivals), reportedRivals)] {
		if common[n] < reportedContent || float64(common[n]) < (reportedShare-.1)*float64(len(terms)) {
			break
		}
		words := [2][]quote.Word{}
		words[side], words[side.Other()] = p.Passages[k].Words, plain[n].Words
		s := m.align(words[sides.Left], words[sides.Right])
		r := ReportedPassage{Side: side, Passage: k, Sentence: plain[n].Sentence, Content: s.Content, words: len(s.words), Share: shareOf(s.words, side, words[side])}
		if r.Share >= reportedShare && r.Content >= reportedContent && r.words >= reportedWords && r.Share > best.Share {
			best, ok = r, true
		}
	}
	for _, n := range touched {
		common[n] = 0
	}
	return best, ok
}

// shareOf returns the share of one passage's words that are among the shared,
// content words counted twice.
func shareOf(shared [][2]int, side sides.Side, words []quote.Word) float64 {
	has, all := 0., 0.
	for _, w := range shared {
		has += worth(words[w[side]])
	}
	for _, w := range words {
		all += worth(w)
	}
	return has / max(1, all)
}

// reportedQuotations returns, by side and quotation, whether the other article
// reports it.
func (m *Pair) reportedQuotations() (out [2][]bool) {
	for side, p := range m.Quoted {
		out[side] = make([]bool, len(p.Quotations))
	}
	for _, r := range m.Quotations.Reported {
		out[r.Side][m.Quoted[r.Side].Passages[r.Passage].Quotation] = true
	}
	return out
}
