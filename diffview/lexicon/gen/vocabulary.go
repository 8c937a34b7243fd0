package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"
)

const (
	// maxRank is how far down GloVe's list forms are taken at all. Beyond it
	// are misspellings and names: in 540,000 words of news, 1.1 % of them.
	maxRank = 100_000

	// withVector is how many of the most frequent forms get a vector: what the
	// limit of 8 MB leaves room for. They are 97.9 % of the same words.
	withVector = 50_000

	// maxLemmas is how many lemmas a row has room for.
	maxLemmas = 3
)

// A form is a word as it can be in a text, folded to lower case.
type form struct {
	word     string
	rank     int
	stem     string
	lemmas   []int // ids, the likeliest first; at least one
	function bool
	vector   []float64 // nil: none
}

// A vocabulary is all forms; the index of one is its id.
type vocabulary struct {
	forms   []form // those with vectors first, then by rank
	id      map[string]int
	vectors int // how many have one
	text    []byte
	place   map[string]int // of a form or stem in text
}

func newVocabulary(wn *wordNet, g *gloVe, lists *wordLists) (*vocabulary, error) {
	v := &vocabulary{id: map[string]int{}, place: map[string]int{}}
	v.addExtra(g, lists)
	v.addFrequent(wn, g)
	for _, l := range slices.Concat(lists.groups, lists.contrasts) {
		for _, w := range l {
			v.add(g, w)
		}
	}
	for w := range lists.function {
		v.add(g, w)
	}
	lemmas := map[string][]string{}
	for i := 0; i < len(v.forms); i++ { // grows: lemmas are forms too
		w := v.forms[i].word
		if l, ok := lists.function[w]; ok {
			lemmas[w] = []string{l}
		} else if lemmas[w] = wn.lemmas(w); len(lemmas[w]) == 0 {
			lemmas[w] = []string{w}
		}
		lemmas[w] = lemmas[w][:min(maxLemmas, len(lemmas[w]))]
		for _, l := range lemmas[w] {
			v.add(g, l)
		}
	}
	v.sort()
	for i := range v.forms {
		f := &v.forms[i]
		f.stem = stem(f.word)
		_, f.function = lists.function[f.word]
		for _, l := range lemmas[f.word] {
			f.lemmas = append(f.lemmas, v.id[l])
		}
		if len(f.word) > 255 || len(f.stem) > 255 {
			return nil, fmt.Errorf("%q is too long for the table", f.word)
		}
	}
	condense(v.forms[:v.vectors])
	v.layText()
	return v, nil
}

// add adds a form unless it is there.
func (v *vocabulary) add(g *gloVe, word string) {
	if _, ok := v.id[word]; ok {
		return
	}
	f := form{word: word, rank: maxRank}
	if r, ok := g.rank[word]; ok {
		f.rank = r
		f.vector = g.vectors[r]
	}
	v.id[word] = len(v.forms)
	v.forms = append(v.forms, f)
}

// addExtra adds the forms of forms.txt.
func (v *vocabulary) addExtra(g *gloVe, lists *wordLists) {
	for _, x := range lists.extra {
		f := form{word: x.form, rank: x.rank}
		if len(x.like) > 0 {
			f.vector = make([]float64, dims)
		}
		for _, w := range x.like {
			for d, c := range g.vectors[g.rank[w]] {
				f.vector[d] += c / float64(len(x.like))
			}
		}
		v.id[x.form] = len(v.forms)
		v.forms = append(v.forms, f)
	}
}

// addFrequent adds the words of GloVe's list that consist of letters: package
// prose cuts words at hyphens, and numbers do not belong in these tables.
// Beyond those that get a vector, only words WordNet knows are worth a row.
func (v *vocabulary) addFrequent(wn *wordNet, g *gloVe) {
	isLetter := func(r rune) bool { return 'a' <= r && r <= 'z' }
	for _, w := range g.words {
		if strings.TrimFunc(w, isLetter) != "" {
			continue
		}
		if len(v.forms) < withVector || len(wn.lemmas(w)) > 0 {
			v.add(g, w)
		}
	}
}

// sort gives the forms their final ids, and takes the vectors off those for
// which there is no room.
func (v *vocabulary) sort() {
	slices.SortFunc(v.forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.word, b.word))
	})
	for i := range v.forms {
		if f := &v.forms[i]; f.vector != nil {
			if v.vectors < withVector {
				v.vectors++
			} else {
				f.vector = nil
			}
		}
	}
	slices.SortStableFunc(v.forms, func(a, b form) int {
		if (a.vector == nil) == (b.vector == nil) {
			return 0
		}
		if a.vector != nil {
			return -1
		}
		return 1
	})
	for i, f := range v.forms {
		v.id[f.word] = i
	}
}

// stem is package lexicon's Stem, which cannot be called while its tables are
// not there; a test holds the two together.
func stem(word string) string {
	if strings.Contains(word, ".") {
		return word
	}
	return english.Stem(word, false)
}

// layText lays the letters of all forms and stems out, the longest first, so
// that most stems are found within a form already there.
func (v *vocabulary) layText() {
	var words []string
	for _, f := range v.forms {
		words = append(words, f.word, f.stem)
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	prefix := map[string]int{} // any beginning of a word laid out → its place
	for _, w := range slices.Compact(words) {
		at, ok := prefix[w]
		if !ok {
			at = len(v.text)
			v.text = append(v.text, w...)
			for n := 1; n <= len(w); n++ {
				if _, ok := prefix[w[:n]]; !ok {
					prefix[w[:n]] = at
				}
			}
		}
		v.place[w] = at
	}
}
