package diffview

import (
	"parallax/diffview/lexicon"
)

// Linking: which sentences report the same thing, in any order, many-to-many.

// A match is the work of comparing one pair of articles.
type match struct {
	sides   [2]*Prepared
	terms   [2][]int       // by side: each token's term, the number of its stem; -1 for punctuation
	names   []*token       // by term: one token that has it
	numbers []*quantity    // by term: what number it is; nil for words
	weight  []float64      // by term: what sharing it is worth, in this pair
	rarity  []float64      // by term: what it is worth in the language
	paired  *pairing       // which entities are the same
	quoted  *quoteMatching // which quotations are

	signs []lexicon.Signs // by term
	known similarityTable // similarities worked out so far
}

func newMatch(b *budget, left, right *Prepared) (m *match, err error) {
	m = &match{sides: [2]*Prepared{left, right}}
	if err = b.spend(stepsOfToken * (len(left.tokens) + len(right.tokens))); err != nil {
		return nil, err
	}
	m.joinTerms()
	m.weigh()
	m.relate()
	if m.paired, err = newPairing(b, left, right); err != nil {
		return nil, err
	}
	if m.quoted, err = m.matchQuotes(b); err != nil {
		return nil, err
	}
	return m, nil
}

// stepsOfToken is what it costs to take a token into the match.
const stepsOfToken = 200
