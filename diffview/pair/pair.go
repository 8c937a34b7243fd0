package pair

import (
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// Linking: which sentences report the same thing, in any order, many-to-many.

// A match is the work of comparing one pair of articles.
type Pair struct {
	Docs       [2]*doc.Doc
	Terms      [2][]int        // by side: each token's term, the number of its stem; -1 for punctuation
	TermTokens []*doc.Token    // by term: one token that has it
	numbers    []*doc.Quantity // by term: what number it is; nil for words
	Weight     []float64       // by term: what sharing it is worth, in this pair
	Rarity     []float64       // by term: what it is worth in the language
	Entities   *entities       // which entities are the same
	Quotations *quotations     // which quotations are

	signs []lexicon.Signs // by term
	known similarityTable // similarities worked out so far
}

func New(b *budget.Budget, left, right *doc.Doc) (m *Pair, err error) {
	m = &Pair{Docs: [2]*doc.Doc{left, right}}
	if err = b.Spend(stepsOfToken * (len(left.Tokens) + len(right.Tokens))); err != nil {
		return nil, err
	}
	m.joinTerms()
	m.weigh()
	m.relate()
	if m.Entities, err = newPairing(b, left, right); err != nil {
		return nil, err
	}
	if m.Quotations, err = m.matchQuotes(b); err != nil {
		return nil, err
	}
	return m, nil
}

// stepsOfToken is what it costs to take a token into the match.
const stepsOfToken = 200
