package session

import (
	"slices"

	"parallax/corpus"
	"parallax/diffview/coverage"
	"parallax/diffview/doc"
)

// MaxTabled is how many articles of a story are all compared with one another
// for its table: 30 make 435 pairs.
const MaxTabled = 30

// MaxSurveyed is how many pairs are compared for a list of all stories: some
// minutes of work.
const MaxSurveyed = 5000

// TablePairs returns the pairs that the table of a story's articles is made of.
func TablePairs(articles []int) (pairs []Pair) {
	n := min(len(articles), MaxTabled)
	for j := range n {
		for i := range j {
			pairs = append(pairs, Pair{articles[i], articles[j]})
		}
	}
	return pairs
}

// SettledOf returns how many of some pairs were compared, or cannot be.
func (d *Deck) SettledOf(pairs []Pair) (n int) {
	for _, p := range pairs {
		if d.Settled(p) {
			n++
		}
	}
	return n
}

// Table returns the table of a story's articles, made of what was compared.
func (d *Deck) Table(articles []int) *coverage.Table {
	pairings := make(map[coverage.Pair]coverage.Pairing)
	members := make([]*corpus.Article, len(articles))
	for j, at := range articles {
		members[j] = d.Articles[at]
		for i := range min(j, MaxTabled) {
			if p, ok := d.Pairing(Pair{articles[i], at}); ok && j < MaxTabled {
				pairings[coverage.Pair{i, j}] = p
			}
		}
	}
	t := coverage.Gather(members, pairings)
	t.Doc = func(i int) *doc.Doc { return d.prepare(articles[i])().Doc() } // what was compared has it already
	return t
}

// Conflicting reports whether one of some pairs has a conflict, as far as they were
// compared.
func (d *Deck) Conflicting(pairs []Pair) bool {
	return slices.ContainsFunc(pairs, func(p Pair) bool {
		f, _ := d.Figure(p)
		return f.Conflicts > 0
	})
}
