package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A relation as package lexicon numbers it in pairs.bin. The lower stands
// where a pair has several.
type relation int

const (
	variant relation = iota
	derivation
	group
	contrast
	antonym
	synonym
	hypernym
	loose
)

// clearSense is the rarest sense in which a relation counts: the larger of the
// places a synset has among the senses of either word. In a rarer sense, up to
// looseSense, synonyms and hypernyms are loose, and the others are none.
//
// How often two content words so related corresponded, where neither had a
// form of its own on the other side (labelled word correspondences of 2,000
// sentence pairs; in brackets how many such pairs there were):
//
//	sense         1          2          3          4          5 and more
//	derivation  .88 (116)  .83  (24)  .86 (29)   .33  (3)   -
//	synonym     .85 (127)  .86  (71)  .73 (48)   .53 (38)   .58 (119)
//	hypernym    .62 (182)  .62 (167)  .50 (98)   .42 (52)   .36 (212)
var clearSense = [...]int{variant: 15, derivation: 3, antonym: 3, synonym: 3, hypernym: 2}

const looseSense = 15

// A pair is two forms, the lower id first, and how they relate.
type pair struct {
	low, high int
	relation  relation
}

// A pairSet keeps the best relation of each pair of words.
type pairSet struct {
	v    *vocabulary
	best map[[2]int]pair
}

// add joins two words if both are in the vocabulary.
func (s *pairSet) add(a, b string, r relation) {
	low, ok1 := s.v.id[a]
	high, ok2 := s.v.id[b]
	if !ok1 || !ok2 || low == high {
		return
	}
	p := pair{min(low, high), max(low, high), r}
	k := [2]int{p.low, p.high}
	if old, ok := s.best[k]; !ok || r < old.relation {
		s.best[k] = p
	}
}

// addSenses joins two words in given synsets as far as their senses allow.
func (s *pairSet) addSenses(wn *wordNet, a string, as synsetID, b string, bs synsetID, r relation) {
	sa, sb := wn.sense(a, as), wn.sense(b, bs)
	switch sense := max(sa, sb); {
	case min(sa, sb) == 0: // an entry of several words
	case sense <= clearSense[r]:
		s.add(a, b, r)
	case sense <= looseSense && (r == synonym || r == hypernym):
		s.add(a, b, loose)
	}
}

// collectPairs finds all related words, in the order of the table.
func collectPairs(v *vocabulary, wn *wordNet, lists *wordLists) ([]pair, error) {
	s := &pairSet{v, map[[2]int]pair{}}
	for _, id := range wn.order {
		s.addSynset(wn, id)
	}
	for _, sets := range []struct {
		relation relation
		lists    [][]string
	}{{group, lists.groups}, {contrast, lists.contrasts}} {
		for _, words := range sets.lists {
			for i, a := range words {
				if f := v.forms[v.id[a]]; !slices.Contains(f.lemmas, v.id[a]) {
					return nil, fmt.Errorf("%q, listed with %q, is not a lemma: write %q", a, words, v.forms[f.lemmas[0]].word)
				}
				for _, b := range words[:i] {
					s.add(a, b, sets.relation)
				}
			}
		}
	}
	pairs := make([]pair, 0, len(s.best))
	for _, p := range s.best {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.low, b.low), cmp.Compare(a.high, b.high))
	})
	return pairs, nil
}

// addSynset adds what one synset says: its words are synonyms, and its
// pointers lead to antonyms, derived words and more general ones.
func (s *pairSet) addSynset(wn *wordNet, id synsetID) {
	set := wn.synsets[id]
	for i, a := range set.words {
		for _, b := range set.words[:i] {
			r := synonym
			if spelling(a) == spelling(b) {
				r = variant
			}
			s.addSenses(wn, a, id, b, id, r)
		}
	}
	for _, p := range set.pointers {
		other := wn.synsets[p.to]
		switch p.symbol {
		case "!":
			s.addSenses(wn, set.words[p.from-1], id, other.words[p.at-1], p.to, antonym)
		case "+", "\\", "<": // derivationally related, pertains to, participle of
			from, to := set.words, other.words
			if p.from > 0 {
				from, to = from[p.from-1:p.from], to[p.at-1:p.at]
			}
			s.addAll(wn, from, id, to, p.to, derivation)
		case "@", "&": // hypernym; an adjective near in meaning
			s.addAll(wn, set.words, id, other.words, p.to, hypernym)
		}
	}
}

func (s *pairSet) addAll(wn *wordNet, as []string, aID synsetID, bs []string, bID synsetID, r relation) {
	for _, a := range as {
		for _, b := range bs {
			s.addSenses(wn, a, aID, b, bID, r)
		}
	}
}

// spelling folds what British and American spelling differ in.
var spelling = strings.NewReplacer("our", "or", "is", "iz", "ys", "yz", "ll", "l", "re", "er", "ae", "e", "oe", "e", "ogue", "og", "ence", "ense", "gramme", "gram").Replace
