package lexicon

// worths says how often two content words of a pair of sentences that report
// the same thing correspond, when neither has a form of its own on the other
// side. It is the table of the package comment. Antonyms were too few to measure
// (9 pairs) and are taken for contrasts.
var worths = [...]float64{
	Identical:  1,
	SameStem:   1,
	SameLemma:  1,
	Derivation: .87,
	Group:      .84,
	Contrast:   .15,
	Antonym:    .15,
	Synonym:    .83,
	Hypernym:   .62,
	Loose:      .45,
	None:       0,
}

const (
	// Words of no relation correspond as often as cosineSlope times what their
	// cosine exceeds cosineFloor by: .13 of them at a cosine of .25, .34 at
	// .45, .55 at .65, .71 at .85; measured as worths.
	cosineFloor = .13
	cosineSlope = 1.05
)

// Similarity returns how likely two content words stand for the same thing in
// two sentences that report the same: 1 for forms of one word, else from 0 to
// 1 by their relation and their vectors, taken as independent evidence. Words
// in contrast stay low however near their vectors are.
func Similarity(a, b Entry) float64 { return SimilarityBy(Relate(a, b), a, b) }

// SimilarityBy is the Similarity of two words whose relation is known.
func SimilarityBy(r Relation, a, b Entry) float64 {
	switch {
	case r <= SameLemma:
		return 1
	case r == Contrast || r == Antonym:
		return worths[r]
	}
	return 1 - (1-worths[r])*(1-Nearness(a, b))
}

// Nearness is the Similarity of two words of no relation: by their vectors.
func Nearness(a, b Entry) float64 {
	return min(1, max(0, cosineSlope*(cosine(a, b)-cosineFloor)))
}
