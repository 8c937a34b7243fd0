// Package pair puts two articles together: two Docs go in, a Pair comes out that
// knows which terms both have and what sharing them is worth, which words are
// near in meaning, which persons, places and things are the same, and which
// quotations are.
package pair

import (
	"parallax/diffview/arena"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/quote"
)

// A Pair is two articles with what they have in common.
type Pair struct {
	Docs       [2]*doc.Doc
	Quoted     [2]*quote.Doc   // by side: the same articles with what they quote
	Terms      [2][]int        // by side: each token's term, the number of its stem; -1 for punctuation
	TermTokens []*doc.Token    // by term: one token that has it
	numbers    []*doc.Quantity // by term: what number it is; nil for words
	Weight     []float64       // by term: what sharing it is worth, in this pair
	Rarity     []float64       // by term: what it is worth in the language
	Related    [][]Likeness    // by term: the terms that the lexicon relates to it
	Entities   *entities       // which entities are the same
	Quotations *quotations     // which quotations are
	Arena      *arena.Arena    // the memory of all that is worked out of the two

	signs     []lexicon.Signs // by term
	forms     []termForm      // by term
	known     similarities
	relatedTo []int32   // by term: the term that it is related to, and one; scratch where nothing is remembered
	relatedBy []float64 // by term: by which similarity
}

// A Likeness is a term that another is like.
type Likeness struct {
	Term       int
	Similarity float64
	Relation   lexicon.Relation // of what Related lists
}

// New works out what two articles have in common. The error is the budget's.
func New(b *budget.Budget, left, right *quote.Doc) (m *Pair, err error) {
	m = &Pair{Docs: [2]*doc.Doc{left.Doc, right.Doc}, Quoted: [2]*quote.Doc{left, right}, Arena: arena.New()}
	if err = b.Spend(stepsOfToken * (len(left.Tokens) + len(right.Tokens))); err != nil {
		return nil, err
	}
	m.joinTerms()
	m.weigh()
	m.noteForms()
	m.relate()
	if m.Entities, err = newPairing(b, left.Doc, right.Doc); err != nil {
		return nil, err
	}
	if m.Quotations, err = m.matchQuotes(b); err != nil {
		return nil, err
	}
	return m, nil
}

// Release gives the memory of the pair back, and of all that was worked out of it.
// Nothing may look at either after.
func (m *Pair) Release() { m.Arena.Release() }

// stepsOfToken is what it costs to take a token into the pair.
const stepsOfToken = 200
