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

import "parallax/corpus"

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
