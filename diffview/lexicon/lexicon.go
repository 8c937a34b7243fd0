// Package lexicon knows the weight of single English words and which words are
// related.
//
// Lookup finds a word once, when an article is prepared; Relate and
// Similarity then compare two Entries in nanoseconds and allocate nothing. What
// they know comes from WordNet 3.0 (lemmas, synonyms, derivations, opposites,
// kinds), from GloVe 6B (how frequent a form is, and a vector for the 50,000
// most frequent, names included) and from lists written for this project:
// function words, words that stand for one another in news reports, sets of
// words of which one excludes the other. See gen for how they are made and
// LICENSE-* for whose they are.
//
// What each relation is worth was measured on the labelled word correspondences
// of 2,000 sentence pairs: of the pairs of content words of which neither has a
// form of its own on the other side, how many are linked, and how many of all
// such links those are.
//
//	relation     precision   covers       no relation,    precision   covers
//	             (of pairs)               cosine from     (of pairs)
//	derivation   .87   (170)   .04        .8              .72    (71)   .01
//	group        .84   (507)   .10        .6              .55   (181)   .02
//	synonym      .83   (244)   .05        .5              .46   (370)   .04
//	hypernym     .62   (362)   .05        .4              .33   (768)   .06
//	loose        .45   (508)   .06        .3              .21 (1,461)   .08
//	antonym      .67     (9)   .00        .2              .12 (3,181)   .10
//	contrast     .15    (59)   .00        .0              .04 (17,000)  .18
//
// Over all pairs of content words, "identical" is right .91 of the time and
// covers .61 of the links, "same stem" .84 and .07, "same lemma" .81 and .005.
// Where a link holds a word without a vector (.15 of them), it most often is a
// name, misspelt or transliterated: there the letters have to be compared.
//
// Other languages have no tables here: Detect tells them apart, and StemIn
// gives the stems by which their words can still be compared.
package lexicon

//go:generate go run ./gen -wordnet /usr/share/wordnet -glove $LEXICON_GLOVE

import (
	_ "embed"
	"strings"
)

// The tables, as gen/main.go lays them out. They are read where they lie:
// start-up costs nothing, and the pages that are never looked at are never
// loaded.
var (
	//go:embed tables/text.bin
	text string
	//go:embed tables/rows.bin
	rows string
	//go:embed tables/hash.bin
	slots string
	//go:embed tables/pairs.bin
	pairs string
	//go:embed tables/vectors.bin
	vectors string
)

// UnknownRank is the rank of a word that is not in the tables: about as many
// words are more frequent.
const UnknownRank = 100_000

// An Entry is what the tables know of a word. The zero Entry is not one: get
// them from Lookup.
type Entry struct {
	ID   int32  // the form's row, from 0; -1: the tables do not have it
	Rank int32  // how many forms are more frequent in English news, from 0 to UnknownRank
	Stem string // by Snowball's English rules, lower case

	lemmas   [3]int32 // rows, the likeliest first; -1: no more
	function bool
}

// Known reports whether the tables have the word.
func (e Entry) Known() bool { return e.ID >= 0 }

// Lemma returns the most likely dictionary form of the word: "say" for "said".
// Of a word the tables do not have, it is the stem.
func (e Entry) Lemma() string {
	if e.ID < 0 {
		return e.Stem
	}
	return row(e.lemmas[0]).form()
}

// Function reports whether a word is an article, a preposition, an auxiliary,
// a pronoun, a conjunction or the like: one of function.txt.
func Function(e Entry) bool { return e.function }

// Lookup returns what the tables know of a word as written: "Considering",
// "U.S.", "n’t". Case, accents and the shape of apostrophes do not matter,
// but that "US" is the country and "us" is not. Where the tables have a word
// only without its possessive "’s" or, "F.B.I.", without its points, that is
// the answer. Of an unknown word the Entry has only the Stem.
func Lookup(word string) Entry {
	var buffer [maxForm]byte
	form, ok := foldWord(buffer[:0], word)
	if !ok {
		return unknown(strings.ToLower(word))
	}
	if r, ok := find(form); ok {
		return r.entry()
	}
	form = withoutPossessive(form)
	if r, ok := find(form); ok {
		return r.entry()
	}
	form = withoutPoints(form)
	if r, ok := find(form); ok {
		return r.entry()
	}
	return unknown(string(form))
}

// unknown returns the entry of a word that is not in the tables.
func unknown(lower string) Entry {
	return Entry{ID: -1, Rank: UnknownRank, Stem: Stem(lower), lemmas: [3]int32{-1, -1, -1}}
}

// withoutPossessive cuts a possessive ending off a folded word.
func withoutPossessive(form []byte) []byte {
	n := len(form)
	switch {
	case n > 2 && form[n-2] == '\'' && form[n-1] == 's':
		return form[:n-2]
	case n > 1 && form[n-1] == '\'':
		return form[:n-1]
	}
	return form
}

// withoutPoints takes the points out of an abbreviation in which one stands
// after every letter. It changes form.
func withoutPoints(form []byte) []byte {
	if len(form) < 4 || len(form)%2 != 0 {
		return form
	}
	for i, c := range form {
		if (c == '.') != (i%2 == 1) {
			return form
		}
	}
	for i := range len(form) / 2 {
		form[i] = form[2*i]
	}
	return form[:len(form)/2]
}
