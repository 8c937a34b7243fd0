package diffview

import "parallax/diffview/lexicon"

// A valued relation is what a relation between two words is worth, 0 to 1,
// when sentences are linked and words aligned.
type valued struct {
	score float64
	kind  WordKind
}

// worth holds the relations that say two words mean the same, after the table
// in package lexicon: the share of such pairs that readers aligned.
var worth = [...]valued{
	lexicon.Identical:  {1, Same},
	lexicon.SameStem:   {1, Stem},
	lexicon.SameLemma:  {1, Stem},
	lexicon.Group:      {.9, Synonym},
	lexicon.Derivation: {.95, Stem},
	lexicon.Synonym:    {.9, Synonym},
	lexicon.None:       {},
}

// The other ways for two words to be near.
const (
	spelling      = .85 // two spellings of one name: edit ratio of spellingRatio or more
	spellingRatio = .75
	cosineFloor   = .4 // a cosine of word vectors below this says nothing
	nearMost      = .9 // what a cosine of 1 is worth
	nearLeast     = .2 // what a cosine at the floor is worth
)

// similarity returns how near two words are in meaning, 0 to 1, and why.
func similarity(x, y *token) (float64, WordKind) {
	if x.text == y.text {
		return 1, Same
	}
	if x.class == number || y.class == number {
		return 0, Related // numbers are equal or they are not
	}
	switch rel := lexicon.Relate(x.entry, y.entry); {
	case worth[rel].score > 0:
		return worth[rel].score, worth[rel].kind
	case rel == lexicon.Contrast || rel == lexicon.Antonym:
		return 0, Related // however near their vectors: "Monday" is not "Tuesday"
	}
	if similarSpelling(x.text, y.text) {
		return spelling, Stem
	}
	if s := nearness(x, y); s > 0 {
		return s, Related
	}
	return 0, Related
}

// nearness returns how near the vectors of two words are, 0 to nearMost.
func nearness(x, y *token) float64 {
	c := lexicon.Cosine(x.entry, y.entry)
	if c < cosineFloor {
		return 0
	}
	return min(nearMost, nearLeast+nearMost*(c-cosineFloor)/(1-cosineFloor))
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
