package doc

import (
	"fmt"
	"math"

	"parallax/diffview/lexicon"
)

// The vocabulary of an article: its terms and its letter trigrams, numbered
// once, so that a comparison only has to join two lists of numbers.

// A vocabulary holds an article's terms and trigrams. It is filled in when the
// article is first compared by meaning, while others may read the rest of the Doc:
// what is of a sentence is here, therefore, and not in the Sentence.
type vocabulary struct {
	TermKeys    []string        // the terms, by number: see termKey
	TermNumbers []*Quantity     // by term: what number it is; nil for words
	TermFirsts  []int           // by term: the first token that has it
	Terms       []int           // by token: its term; -1 for what has none
	TermSigns   []lexicon.Signs // by term
	TermRarity  []float64       // by term: what it is worth in the language
	Grams       []uint32        // the letter trigrams, ascending

	SentenceGrams [][]gramCount    // by sentence: its letter trigrams, ascending
	Vectors       []lexicon.Vector // by sentence: the sum of its content words, by rarity in the language, of unit length
}

// Number gives each term and each trigram of the article a number.
func (p *Doc) Number() {
	p.numberTerms()
	p.numberGrams()
	p.Vectors = make([]lexicon.Vector, len(p.Sentences))
	for k := range p.Sentences {
		s, v := &p.Sentences[k], &p.Vectors[k]
		for t := s.First; t < s.Last; t++ {
			if term := p.Terms[t]; term >= 0 && p.Tokens[t].Matters() {
				v.Add(p.Tokens[t].Entry, float32(p.TermRarity[term]))
			}
		}
		v.Unit()
	}
}

// numberTerms gives each term its number, in the order of the tokens.
func (p *Doc) numberTerms() {
	ids := make(map[string]int, len(p.Tokens)/2)
	p.Terms = make([]int, len(p.Tokens))
	for k := range p.Tokens {
		p.Terms[k] = -1
		key, q := p.termKey(k)
		if key == "" {
			continue
		}
		id, ok := ids[key]
		if !ok {
			id = len(ids)
			ids[key] = id
			p.TermKeys, p.TermNumbers, p.TermFirsts = append(p.TermKeys, key), append(p.TermNumbers, q), append(p.TermFirsts, k)
			p.TermSigns = append(p.TermSigns, lexicon.SignsOf(p.Tokens[k].Entry))
			p.TermRarity = append(p.TermRarity, math.Log(float64(p.Tokens[k].Entry.Rank)+10))
		}
		p.Terms[k] = id
	}
}

// termKey returns what tells the term of a token from others: its stem, or the
// number it begins, so that "Fifty-three" and "53" are one. It is "" for
// punctuation and for the further words of a number.
func (p *Doc) termKey(k int) (string, *Quantity) {
	t := &p.Tokens[k]
	if t.Class == Punctuation {
		return "", nil
	}
	if t.Quantity < 0 {
		return t.Stem(), nil
	}
	q := &p.Quantities[t.Quantity]
	switch {
	case q.Kind == label && k == q.First && q.Last == k+1: // "1 in 3" is "one in three"
		return fmt.Sprint("#label ", q.Value), nil
	case q.Kind == Ordinal || q.Kind == label:
		return t.Stem(), nil
	case k != q.First:
		return "", nil
	case q.Kind == clock: // "2:40" is "14:40" where nothing says which half of the day
		return fmt.Sprint("#clock ", math.Mod(q.Value, 12*60)), q
	}
	return fmt.Sprint("#", q.Kind, " ", q.Value, " ", q.High, " ", q.Unit), q
}
