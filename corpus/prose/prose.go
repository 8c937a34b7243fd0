// Package prose cuts an article's text into paragraphs, sentences and words.
//
// Everything it returns is a range of bytes into the text it was given: the
// text itself is never changed, so that whatever is found later can be shown
// at its place in the article as the outlet published it. Every byte that is
// not white space belongs to exactly one sentence, but for lines of nothing but
// invisible characters, which are blank.
//
// The rules are for news prose in English, with the quotation marks, sentence ends
// and abbreviations of other languages (tongues.go). They are our own:
// a general splitter breaks at "the U.S. Defense Secretary", or does not break
// at "fentanyl into the U.S. Critics warn".
package prose

import "strings"

// A Span is a range of bytes [Start, End) of a text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the bytes of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len returns the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// A Kind says what part of an article a sentence is.
type Kind uint8

// The kinds of sentences.
const (
	Body       Kind = iota // the article's own prose
	Title                  // its headline; compared like the body
	Furniture              // a line of the page that is not the article: kept, folded, never compared
	Doubtful               // a caption's credit, an invitation, a pointer elsewhere: shown dimmed in its place, never compared
	Uncompared             // part of a text that is too long for one comparison: shown as it is
)

var kindNames = [...]string{Body: "body", Title: "title", Furniture: "furniture", Doubtful: "doubtful", Uncompared: "uncompared"}

// String returns the name the JSON form uses.
func (k Kind) String() string { return kindNames[k] }

// Compared reports whether sentences of this kind take part in a comparison.
func (k Kind) Compared() bool { return k == Body || k == Title }

// A Sentence is one sentence of an article, without the white space around it.
type Sentence struct {
	Span
	Kind      Kind
	Paragraph int32 // which paragraph it is in, from 0; a corpus has millions of sentences
}

// Fold returns the text of a sentence as it reads on one line: each run of
// white space, line breaks included, as one space.
func Fold(s string) string { return strings.Join(strings.Fields(s), " ") }
