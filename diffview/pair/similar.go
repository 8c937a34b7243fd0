package pair

import (
	"math"
	"math/bits"

	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
	"parallax/diffview/sides"
)

const (
	spelling       = .85 // what two spellings of one name are worth: "Sheinbaum", "Scheinbaum"
	spellingRatio  = .75 // the least share of letters that two spellings have in common
	similarityLess = .2  // a similarity below this is none: every word is a little like some other
)

// kinds says how two related words correspond, by their relation.
var kinds = [...]sides.WordKind{
	lexicon.Identical:  sides.Same,
	lexicon.SameStem:   sides.Stem,
	lexicon.SameLemma:  sides.Stem,
	lexicon.Derivation: sides.Stem,
	lexicon.Group:      sides.Synonym,
	lexicon.Contrast:   sides.Related,
	lexicon.Antonym:    sides.Related,
	lexicon.Synonym:    sides.Synonym,
	lexicon.Hypernym:   sides.Related,
	lexicon.Loose:      sides.Related,
	lexicon.None:       sides.Related,
}

// Similarity returns how likely two words stand for the same thing in two
// sentences that report the same, 0 to 1, and why.
func Similarity(x, y *doc.Token) (float64, sides.WordKind) {
	return SimilarityBy(lexicon.Relate(x.Entry, y.Entry), x, y)
}

// SimilarityBy is the Similarity of two words whose relation is known.
func SimilarityBy(r lexicon.Relation, x, y *doc.Token) (float64, sides.WordKind) {
	if x.Text == y.Text {
		return 1, sides.Same
	}
	if x.Class == doc.Number || y.Class == doc.Number {
		return 0, sides.Related // numbers are equal or they are not
	}
	s := lexicon.SimilarityBy(r, x.Entry, y.Entry)
	if s < spelling && similarSpelling(x.Text, y.Text) {
		return spelling, sides.Stem
	}
	if s < similarityLess {
		return 0, sides.Related
	}
	return s, kinds[r]
}

// similarSpelling reports whether two words of five letters or more are likely
// spellings of one: their Levenshtein distance is at most a quarter of the
// longer one's length.
func similarSpelling(x, y string) bool {
	longest := max(len(x), len(y))
	most := int(float64(longest) * (1 - spellingRatio))
	if longest < 5 || x[0] != y[0] || longest-min(len(x), len(y)) > most {
		return false
	}
	return levenshtein(x, y) <= most
}

// A lettering is enough of a word to tell of most others that their spellings are
// not similar.
type lettering struct {
	set    uint32 // a bit for each byte, by its last five bits: no two letters have the same
	length uint8  // in bytes, up to 255
	first  byte
}

func letteringOf(word string) (l lettering) {
	if word == "" {
		return l
	}
	for k := range len(word) {
		l.set |= 1 << (word[k] & 31)
	}
	l.length, l.first = uint8(min(len(word), math.MaxUint8)), word[0]
	return l
}

// may reports whether similarSpelling may hold of two words: each change of a
// letter takes one letter from a word, at most, and gives it one.
func (l lettering) may(k lettering) bool {
	return l.first == k.first && bits.OnesCount32(l.set^k.set) <= int(max(l.length, k.length))/2
}

// levenshtein returns the edit distance of two short words, in bytes. Words of
// 64 bytes or more are taken to differ wholly.
func levenshtein(x, y string) int {
	if len(x) >= 64 || len(y) >= 64 {
		return max(len(x), len(y))
	}
	var row [64]int
	for j := range len(y) + 1 {
		row[j] = j
	}
	for i := range len(x) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(y) {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(y)]
}
