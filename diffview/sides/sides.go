// Package sides names what every room of the comparison speaks of: the two sides,
// why two words correspond, what a span of words is, what a conflict is about.
// It has no work of its own. It is not called side because that is what every
// loop over the two articles calls its variable.
package sides

// A Side names one of the two articles of a comparison.
type Side int

// The sides. They index the arrays of a Comparison.
const (
	Left Side = iota
	Right
)

// Other returns the opposite side.
func (s Side) Other() Side { return 1 - s }

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
	Agree   Mark = iota // both articles say it, in the same or other words
	Detail              // only this article says it
	Differ              // both speak of it and do not say the same
	Unclear             // in a sentence that both report: it cannot be told whether the other article says it
)

var markNames = [...]string{"agree", "detail", "differ", "unclear"}

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

// A Grade says what a conflict is worth to a reader. Only core ones are counted.
type Grade uint8

// The grades, in the order a reader is shown them.
const (
	Core    Grade = iota // a figure, a day, a person, an outcome or the sense of a quotation differs
	Minor                // only the form does, or it is not sure that both are of one thing
	Updated              // the times of publication explain it: the later article knows more
)

var gradeNames = [...]string{"core", "minor", "update"}

// String returns the name the JSON form uses.
func (g Grade) String() string { return gradeNames[g] }

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
