package diffview

import (
	"fmt"
	"math"
	"slices"

	"parallax/diffview/lexicon"
)

// The vocabulary of an article: its terms and its letter trigrams, numbered
// once, so that a comparison only has to join two lists of numbers.

// A vocabulary holds an article's terms and trigrams.
type vocabulary struct {
	keys    []string        // the terms, by number: see termKey
	numbers []*quantity     // by term: what number it is; nil for words
	firsts  []int           // by term: the first token that has it
	terms   []int           // by token: its term; -1 for what has none
	signs   []lexicon.Signs // by term
	rarity  []float64       // by term: what it is worth in the language
	grams   []uint32        // the letter trigrams, ascending
}

// A gramCount is how often a sentence has a trigram.
type gramCount struct {
	gram  int32 // an index into the article's grams
	count int32
}

// number gives each term and each trigram of the article a number.
func (p *Prepared) number() {
	ids := make(map[string]int, len(p.tokens)/2)
	p.terms = make([]int, len(p.tokens))
	for k := range p.tokens {
		p.terms[k] = -1
		key, q := p.termKey(k)
		if key == "" {
			continue
		}
		id, ok := ids[key]
		if !ok {
			id = len(ids)
			ids[key] = id
			p.keys, p.numbers, p.firsts = append(p.keys, key), append(p.numbers, q), append(p.firsts, k)
			p.signs = append(p.signs, lexicon.SignsOf(p.tokens[k].entry))
			p.rarity = append(p.rarity, math.Log(float64(p.tokens[k].entry.Rank)+10))
		}
		p.terms[k] = id
	}
	bySentence := make([][]uint32, len(p.sentences))
	for k, s := range p.sentences {
		bySentence[k] = trigramsOf(s.text)
		slices.Sort(bySentence[k])
		p.vocabulary.grams = append(p.vocabulary.grams, bySentence[k]...)
	}
	slices.Sort(p.vocabulary.grams)
	p.vocabulary.grams = slices.Compact(p.vocabulary.grams)
	for k, s := range p.sentences {
		for t := s.first; t < s.last; t++ {
			if term := p.terms[t]; term >= 0 && p.tokens[t].matters() {
				p.sentences[k].vector.Add(p.tokens[t].entry, float32(p.rarity[term]))
			}
		}
		p.sentences[k].vector.Unit()
	}
	for k, all := range bySentence {
		counts := make([]gramCount, 0, len(all))
		for n := 0; n < len(all); {
			end := n
			for end < len(all) && all[end] == all[n] {
				end++
			}
			gram, _ := slices.BinarySearch(p.vocabulary.grams, all[n])
			counts = append(counts, gramCount{int32(gram), int32(end - n)})
			n = end
		}
		p.sentences[k].grams = counts
	}
}

// termKey returns what tells the term of a token from others: its stem, or the
// number it begins, so that "Fifty-three" and "53" are one. It is "" for
// punctuation and for the further words of a number.
func (p *Prepared) termKey(k int) (string, *quantity) {
	t := &p.tokens[k]
	if t.class == punct {
		return "", nil
	}
	if t.quantity < 0 {
		return t.stem(), nil
	}
	q := &p.quantities[t.quantity]
	switch {
	case q.kind == label && k == q.first && q.last == k+1: // "1 in 3" is "one in three"
		return fmt.Sprint("#label ", q.value), nil
	case q.kind == ordinal || q.kind == label:
		return t.stem(), nil
	case k != q.first:
		return "", nil
	case q.kind == clock: // "2:40" is "14:40" where nothing says which half of the day
		return fmt.Sprint("#clock ", math.Mod(q.value, 12*60)), q
	}
	return fmt.Sprint("#", q.kind, " ", q.value, " ", q.high, " ", q.unit), q
}

// trigramsOf returns the letter trigrams of a sentence's folded words, each as
// a number, with a space at both ends.
func trigramsOf(text string) []uint32 {
	out := make([]uint32, 0, len(text)+2)
	a, b := byte(' '), byte(0)
	for k := 0; k <= len(text); k++ {
		c := byte(' ')
		if k < len(text) {
			c = text[k]
		}
		if b != 0 {
			out = append(out, uint32(a)<<16|uint32(b)<<8|uint32(c))
			a = b
		}
		b = c
	}
	return out
}
