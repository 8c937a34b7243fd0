// Package diffview compares two news texts the way a careful reader would.
//
// Two outlets' articles are not edits of one text: sentences are reordered,
// merged, split and said in other words. A sequential word diff of two such
// articles calls "the" and "," agreement and everything else a change. So the
// comparison first finds which sentences report the same thing, in any order
// and many-to-many, and only then compares words inside those.
//
// The order of work, each step in the files that begin with its name:
//
//	prepare     an article, once: tokens, and then
//	  vocabulary, quantity, moment, name, quotation
//	              its terms, numbers, times, persons and places, and what is quoted
//	match       two articles: terms and weights in common (link.go, profile.go)
//	candidates  the sentence pairs worth a look, through an inverted index
//	feature     what speaks for and against each
//	judge       the fitted model that weighs it: a first look at each pair, a
//	            second (second.go) at what stands around it
//	link        which sentences report the same thing
//	align       which words correspond in linked sentences (evidence, extend)
//	mark        what each span of words is: agree, detail or differ
//	conflict    where the two cannot both be right, and why: a kind a file
//	why         what speaks for a link, in words
//
// Everything here is pure: the same input gives the same output, there is no
// clock and no state between calls. What was fitted lies beside the code as
// text (link.forest, link.logistic, link.second, align.weights) and says on
// what and how well.
package diffview

import (
	"parallax/corpus"
)

// A Side names one of the two articles of a comparison.
type Side int

// The sides. They index the arrays of a Comparison.
const (
	Left Side = iota
	Right
)

// Other returns the opposite side.
func (s Side) Other() Side { return 1 - s }

// A Comparison is two articles with everything found between them.
type Comparison struct {
	Articles  [2]*corpus.Article
	Links     []Link     // by left sentence, then right
	Spans     [2][]Span  // by side: these tile every compared sentence, in order
	Conflicts []Conflict // in the order of the left article

	Quotations [2][]Quotation // by side, in order
}

// A Link joins a left sentence and a right sentence that report the same thing.
type Link struct {
	Sentences [2]int     // by side: an index into the article's Sentences
	Score     float64    // 0 to 1: how sure it is that they do
	Sure      bool       // false: shown with a question mark
	Words     []WordLink // which words correspond, by left offset
}

// A WordKind says why two words correspond.
type WordKind uint8

// The kinds of word links.
const (
	Same    WordKind = iota // the same word, case aside
	Stem                    // another form of it: "considers", "considering"
	Synonym                 // another word for it
	Related                 // a word near in meaning, in the same place
	Number                  // the same quantity, written otherwise: "six", "6"
)

var wordKindNames = [...]string{"same", "stem", "synonym", "related", "number"}

// String returns the name the JSON form uses.
func (k WordKind) String() string { return wordKindNames[k] }

// A Mark says what a span of words is.
type Mark uint8

// The marks.
const (
	Agree  Mark = iota // both articles say it, in the same or other words
	Detail             // only this article says it
	Differ             // both speak of it and do not say the same
)

var markNames = [...]string{"agree", "detail", "differ"}

// String returns the name the JSON form uses.
func (m Mark) String() string { return markNames[m] }

// A Strength says how a Differ span differs. Other marks have none.
type Strength uint8

// The strengths.
const (
	None        Strength = iota
	Wording              // other words in the same place, no evidence of conflict
	Conflicting          // there is evidence, and a Conflict that states it
)

var strengthNames = [...]string{"", "wording", "conflict"}

// String returns the name the JSON form uses.
func (s Strength) String() string { return strengthNames[s] }

// A ConflictKind says what kind of thing two spans disagree on.
type ConflictKind uint8

// The kinds of conflicts.
const (
	NumberConflict      ConflictKind = iota // how many, how much
	DateConflict                            // when
	NameConflict                            // who or where: a spelling, a title, a role
	QuoteConflict                           // one quotation in two wordings
	AttributionConflict                     // who said or did it
	PolarityConflict                        // whether it is so
	CertaintyConflict                       // how sure it is
	OtherConflict
)

var conflictKindNames = [...]string{"number", "date", "name", "quote", "attribution", "polarity", "certainty", "other"}

// String returns the name the JSON form uses.
func (k ConflictKind) String() string { return conflictKindNames[k] }
