package prose

// A Word is one token of a sentence: a word, a number or a mark of punctuation.
type Word struct {
	Span
	Punct bool // neither a letter nor a digit in it
}

// Words returns the tokens of text[within.Start:within.End] in order. Together
// they hold every byte of it that is not white space.
//
// A token is as small as a reader would compare: "early-stage" is three
// tokens, "Mexico’s" two ("Mexico", "’s"), "don’t" two ("do", "n’t"), and so
// are "$3.5" ("$", "3.5") and "45%" ("45", "%"). Numbers with their inner
// points and commas ("1,200", "3.7", "9:30"), abbreviations with their points
// ("U.S.", "a.m.", "J.K.") and names like "AT&T" and "O’Neill" stay whole.
func Words(text string, within Span) []Word { panic("unwritten") }
