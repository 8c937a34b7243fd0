// Package conflict finds what two articles cannot both be right about: a link
// with its aligned words goes in, conflicts come out, each with its reason.
//
// Quotations, names, attributions, bounds and stances have finders in files of their own,
// each a row of the table of finders: a finder looks at one link and returns what it
// found. Numbers, days and opposites are found over the whole pair and judged by
// package slot (slots.go). What may still be of two things is in doubt (doubt.go)
// and graded minor. What was read of the reports, on pairs that nobody labelled, is
// in read.tsv.
package conflict

import (
	"slices"
	"sort"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview/align"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
	"parallax/diffview/slot"
	"parallax/diffview/stance"
)

// A Clash is a conflict as a finder reports it, in tokens.
type Clash struct {
	kind       sides.ConflictKind
	Tokens     [2][2]int                       // by side: [first, last) of the article's tokens
	reason     func(left, right string) string // in words, of what the two sides say; called again with the sides exchanged
	confidence float64                         // 0 to 1: of such clashes, the share that readers call a conflict
	Grade      sides.Grade                     // core unless it is set
	also       [2][][2]int                     // by side: the other places of the two names
	Unsure     bool                            // that both values are of one thing is likely, and no more: the words are not marked
}

// A Finding is a link with its words, as the finders see it.
type Finding struct {
	Pair  *pair.Pair
	Link  link.Link
	Words []align.Aligned

	Rivals  []slot.Rival       // of the two sentences at least: values that fill one slot and differ
	Stances [2][]stance.Stance // by side: what the article denies or is not sure of
}

// finders is the list of what is looked for: altered quotations first, because
// what is altered in one may be a number or a day as well.
var finders = []func(Finding) []Clash{
	quoteClashes,
	certaintyClashes,
	nameClashes,
	attributionClashes,
	Finding.disputes,
	stanceClashes,
}

// Find returns what the finders find in one link, without repeating
// a place.
func Find(f Finding) []Clash {
	var out []Clash
	for _, find := range finders {
		for _, k := range find(f) {
			if !k.repeats(out) {
				out = append(out, k)
			}
		}
	}
	sort.SliceStable(out, func(x, y int) bool { return out[x].Tokens[sides.Left][0] < out[y].Tokens[sides.Left][0] })
	return out
}

// repeats reports whether a clash is told already: by one of its kind that has
// its place on either side, or by the alteration of a quotation that has both of
// its places and is worth as much.
func (k Clash) repeats(found []Clash) bool {
	return slices.ContainsFunc(found, func(o Clash) bool {
		var has [2]bool
		for side, t := range k.Tokens {
			u := o.Tokens[side]
			has[side] = t[0] < u[1] && u[0] < t[1]
		}
		if o.kind == k.kind {
			return has[sides.Left] || has[sides.Right]
		}
		return o.kind == sides.QuoteConflict && o.Grade <= k.Grade && has[sides.Left] && has[sides.Right]
	})
}

// A Conflict is a left span and a right span that cannot both be right, as far
// as the words go, with the reason in words a reader understands. Those that are
// not core are listed, and not counted.
type Conflict struct {
	Kind       sides.ConflictKind
	Spans      [2]prose.Span // by side
	Reason     string        // "‘six’ vs ‘eight’: both count groups"
	Confidence float64       // 0 to 1: how sure it is that they conflict
	Grade      sides.Grade   // what it is worth to a reader
	Link       int           // the link it was found in: an index into Links
	By         string        // the judge that found it; "" when the words did
	Turned     string        // the reason with the sides exchanged; "" where it is the same

	Elsewhere [][2]prose.Span // by side: the other places where the articles have these values
}

// Conflict converts a clash found in a link to the public type.
func (k Clash) Conflict(m *pair.Pair, link int) Conflict {
	out := Conflict{Kind: k.kind, Link: link, Confidence: k.confidence, Grade: k.Grade}
	var words [2]string
	for side, t := range k.Tokens {
		tokens := m.Docs[side].Tokens
		out.Spans[side] = prose.Span{Start: tokens[t[0]].Start, End: tokens[t[1]-1].End}
		words[side] = out.Spans[side].Of(m.Docs[side].Article.Text)
	}
	out.because(words, k.reason)
	var places [2][]prose.Span
	for side, also := range k.also {
		for _, t := range also {
			tokens := m.Docs[side].Tokens
			places[side] = append(places[side], prose.Span{Start: tokens[t[0]].Start, End: tokens[t[1]-1].End})
		}
	}
	out.stands(places)
	return out
}

// Judged returns a conflict that an outside judge found, with the words of either
// side and what the judge says of them.
func Judged(kind sides.ConflictKind, spans [2]prose.Span, words [2]string, said, by string) Conflict {
	out := Conflict{Kind: kind, Spans: spans, Confidence: 1, By: by}
	out.because(words, func(left, right string) string {
		reason := "‘" + left + "’ vs ‘" + right + "’"
		if said != "" {
			reason += ": " + said
		}
		return reason + " (judge " + by + ")"
	})
	return out
}

// because gives a conflict its reason, which quotes words of either side, for
// both orders of the sides.
func (k *Conflict) because(words [2]string, reason func(left, right string) string) {
	left, right := fold.Letters(prose.Fold(words[sides.Left])), fold.Letters(prose.Fold(words[sides.Right]))
	k.Reason, k.Turned = reason(left, right), reason(right, left)
}

// Turn swaps the sides of a conflict.
func (k *Conflict) Turn() {
	k.Spans[sides.Left], k.Spans[sides.Right] = k.Spans[sides.Right], k.Spans[sides.Left]
	for n, at := range k.Elsewhere {
		k.Elsewhere[n] = [2]prose.Span{at[sides.Right], at[sides.Left]}
	}
	if k.Turned != "" {
		k.Reason, k.Turned = k.Turned, k.Reason
	}
}
