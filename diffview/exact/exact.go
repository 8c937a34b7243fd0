// Package exact compares two articles that are versions or copies of one text:
// a token is equal or it is not.
//
// Two outlets' own reports of one event are compared by meaning, for which this
// package is of no use. Between two versions of one text likeness would hide
// what a reader looks for: "$12.5 million" became "$12.5 billion", "would"
// became "will", a comma went. So here nothing is alike. Versions says whether
// two articles are to be compared this way, Compare does it.
//
//	fold.go       the one form in which texts are compared, and the differences it excuses
//	headline.go   headlines that are not in the texts
//	token.go      an article as sentences of tokens: whole words, whole numbers, marks
//	decide.go     Versions
//	sentence.go   which sentences are the same, where they are; moved, repeated, missing
//	gap.go        which changed sentences belong together, split or merged ones too
//	word.go       go-diff over the words of those
//	tidy.go       its result made readable, on tokens: no crumbs, changes at word boundaries
//	page.go       lines of the page: edited captions are compared, the others counted
//	result.go     the tokens' states written as spans, changes, sentences, paragraph breaks
//	comparer.go   the steps in their order, and what they share
//	kind.go       what a change is about, one kind a file: kind_number.go, kind_date.go …
//
// Everything is pure and deterministic. Work is bounded by counts, never by time.
package exact

import (
	"cmp"
	"context"
	"slices"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// A State says what became of a stretch of text.
type State uint8

// The states.
const (
	Equal    State = iota // the other article has it, in its place
	Moved                 // the other article has it, its sentence standing elsewhere
	Replaced              // the other article has something else in its place
	Only                  // only this article has it: deleted in the other, or inserted here
)

var stateNames = [...]string{"equal", "moved", "replaced", "only"}

// String returns the state in one word.
func (s State) String() string { return stateNames[s] }

// A Span is a stretch of a compared sentence and what became of it.
type Span struct {
	prose.Span
	State  State
	Change int // the change it is part of: an index into Changes; -1 for none
}

// A Change is something the two articles do not both have, inside sentences
// that they both have.
type Change struct {
	Kind   Kind
	Spans  [2]prose.Span // by side; empty, at the place, where a side has nothing
	Quoted bool          // inside quotation marks on each side that has it
}

// A Sentence is what became of one compared sentence.
type Sentence struct {
	Index    int   // into the article's Sentences
	Tokens   int   // how many it has
	Partners []int // the other article's sentences that it corresponds to, ascending; several where it was split
	Equal    bool  // token for token, though perhaps it was moved; or there is nothing to be seen in it
	Moved    bool  // stands elsewhere in the other article
	Repeats  int   // without partners: a sentence of the other article with the same tokens, which has its partner; -1 for none
}

// A Pair is a token of either article, equal to the other.
type Pair [2]prose.Span

// A Diff is two articles with everything that differs between them.
type Diff struct {
	Articles  [2]*corpus.Article // with their edited captions as sentences that are compared
	Sentences [2][]Sentence      // by side: those compared, in order
	Spans     [2][]Span          // by side: these tile every compared sentence, in order
	Changes   []Change           // in the order of the left article
	Same      []Pair             // the equal tokens, in the order of the left article
	Breaks    [2][]int           // by side: offsets where a paragraph begins between words that the other article has in one paragraph
	Excused   Excused            // differences that do not count
	Aside     [2]int             // by side: sentences that are not compared, lines of the page, which the other article does not have
	Headlines *Diff              // of the headlines that are not in the texts; nil when not both articles have one
}

// Sentence returns what became of a sentence of a side, by its index in the
// article's Sentences; for one that was not compared it returns the zero value.
func (d *Diff) Sentence(side, index int) Sentence {
	all := d.Sentences[side]
	k, ok := slices.BinarySearchFunc(all, index, func(s Sentence, i int) int { return cmp.Compare(s.Index, i) })
	if !ok {
		return Sentence{}
	}
	return all[k]
}

// Identical reports whether the two articles have the same tokens in the same
// order, the same paragraphs and the same headline.
func (d *Diff) Identical() bool {
	if d.Headlines != nil && !d.Headlines.Identical() {
		return false
	}
	for side := range d.Spans {
		for _, s := range d.Spans[side] {
			if s.State != Equal {
				return false
			}
		}
		if len(d.Breaks[side]) > 0 {
			return false
		}
	}
	return true
}

// Compare compares two texts token by token. Compare(b, a) is the mirror of
// Compare(a, b): the work is done in the order of the texts themselves, because
// of several shortest differences either order would find another.
//
// The error is that of ctx, when it is done before the comparison is.
func Compare(ctx context.Context, left, right *Text) (*Diff, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	turned := left.Article.Text > right.Article.Text
	if turned {
		left, right = right, left
	}
	d := newComparer(ctx, left, right).compare()
	if d == nil {
		return nil, ctx.Err()
	}
	if turned {
		d = d.mirror()
	}
	return d, nil
}
