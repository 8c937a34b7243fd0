// Package diffview compares two news texts the way a careful reader would.
//
// Two outlets' articles are not edits of one text: sentences are reordered,
// merged, split and said in other words. A sequential word diff of two such
// articles calls "the" and "," agreement and everything else a change. So the
// comparison first finds which sentences report the same thing, in any order
// and many-to-many, and only then compares words inside those.
//
// The order of work, a room a step; each knows only those before it:
//
//	doc            what one article says
//	quote          what it gives as somebody's words, and whose
//	pair           what two articles have in common
//	link, align    which sentences report the same; which of their words correspond
//	conflict       what the two cannot both be right about
//	mark           what each span of words is: agree, detail, differ or unclear
//	diffview       all of it, in the form that is shown and exported; why.go says in
//	               words what speaks for a link, limits.go what was not compared
//	judge          what an outside model adds, when it is asked for
//
// All of them speak of sides; what they do is counted against one budget, in the
// memory of one arena.
// Versions of one text are compared by exact.
//
// Everything here is pure: the same input gives the same output, there is no
// clock and no state between calls.
package diffview

import (
	"parallax/corpus"
	"parallax/diffview/exact"
)

// A Comparison is two articles with everything found between them.
type Comparison struct {
	Articles  [2]*corpus.Article
	Links     []Link     // by left sentence, then right
	Spans     [2][]Span  // by side: these tile every compared sentence, in order
	Conflicts []Conflict // in the order of the left article

	Quoted      [2][]Quotation        // by side, in order, of two texts of their own; see Quotations
	quotedLater func() [2][]Quotation // of versions

	// Exact has every difference of two versions or copies of one text, from
	// which all the rest follows. It is nil for two texts of their own.
	Exact *exact.Diff

	// Judged says what an outside judge added to all this (package judge). It is nil
	// where none was asked.
	Judged *Judgement
}

// Quotations returns, by side and in order, what each article gives as somebody's
// words. Of two versions they are looked for when they are first asked for: to find
// them takes longer than all else.
func (c *Comparison) Quotations() [2][]Quotation {
	if c.quotedLater != nil {
		return c.quotedLater()
	}
	return c.Quoted
}

// A Link joins a left sentence and a right sentence that report the same thing.
type Link struct {
	Sentences [2]int     // by side: an index into the article's Sentences
	Score     float64    // 0 to 1: how sure it is that they do
	Sure      bool       // false: shown with a question mark
	Words     []WordLink // which words correspond, by left offset
	By        string     // the judge that found or confirmed it; "" when the words did
}
