// Package history says what changed from one version of a text to the next: two
// compared articles go in, and out comes a list of changes as a reader would
// want to be told them, numbers and quotations first.
//
//	history.go  the changes of a comparison, in the order they are told
//	versions.go which articles are versions of one text, and their steps compared
//	say.go      a change in words, and the words around it
//
// It is pure but for the context that ends its work.
package history

import (
	"cmp"
	"slices"
	"sort"
	"sync"

	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/exact"
)

// A Kind says what a change is, or is about.
type Kind uint8

// The kinds, in the order they are told: first what turns what is said, numbers
// and quotations before all, then whole sentences, then words and their form.
const (
	Number Kind = iota
	Quotation
	Headline
	Date
	Name
	Polarity
	Sureness
	Saying
	Conflict // of another kind, between texts compared by meaning
	Removed  // a whole sentence
	Added    // a whole sentence
	Words
	Moved
	Repeated
	Spelling
	Case
	Punctuation
	Paragraph
)

// names are the kinds as they are written.
var names = [...]string{
	"number", "quotation", "headline", "date", "name", "polarity", "sureness", "saying", "conflict", "removed", "added", "words",
	"moved", "repeated", "spelling", "capitals", "punctuation", "paragraph",
}

// String returns the kind in one word.
func (k Kind) String() string { return names[k] }

// whole reports whether such a change is a sentence and not a part of one.
func (k Kind) whole() bool { return k == Removed || k == Added || k == Moved || k == Repeated }

// kinds translates what an exact comparison says of a change.
var kinds = sync.OnceValue(func() map[exact.Kind]Kind {
	return map[exact.Kind]Kind{
		exact.Other: Words, exact.Number: Number, exact.Date: Date, exact.Name: Name, exact.Polarity: Polarity, exact.Sureness: Sureness,
		exact.Saying: Saying, exact.Quotation: Quotation, exact.Spelling: Spelling, exact.Case: Case, exact.Punctuation: Punctuation,
	}
})

// conflictKinds translates what a comparison by meaning says of a conflict.
var conflictKinds = map[diffview.ConflictKind]Kind{
	diffview.NumberConflict: Number, diffview.DateConflict: Date, diffview.NameConflict: Name, diffview.QuoteConflict: Quotation,
	diffview.AttributionConflict: Saying, diffview.PolarityConflict: Polarity, diffview.CertaintyConflict: Sureness,
}

// A Change is something that one version has and the other has not, or not so.
type Change struct {
	Kind   Kind
	Quoted bool      // inside quotation marks
	Minor  bool      // a minor conflict: only the form differs, or it is not sure that both versions speak of one thing
	Words  [2]string // by version, the earlier first: what it has; "" where it has nothing
	Places []Place   // where; several when the same words changed so more than once
}

// A Place is where a change is, in each of the two versions.
type Place struct {
	Sentences [2]int        // into the article's Sentences; -1 where a version has none
	Numbers   [2]int        // the same, counted from 1 as everywhere; 0 where a version has none
	Spans     [2]prose.Span // of the article's text; empty where a version has nothing
}

// First returns the first place of a change and the version it is shown in: the
// later, or the earlier where only that has something.
func (c *Change) First() (side int, p Place) {
	p = c.Places[0]
	if p.Sentences[1] < 0 || c.Words[1] == "" && c.Words[0] != "" && p.Sentences[0] >= 0 {
		return 0, p
	}
	return 1, p
}

// Changes lists what changed from the left article to the right one. A change
// of the same words for the same others is listed once, with all its places.
func Changes(c *diffview.Comparison) []Change {
	f := finder{Comparison: c}
	for side, a := range c.Articles {
		f.numbers[side] = diffview.SentenceNumbers(a)
	}
	if c.Exact != nil {
		f.exact()
	} else {
		f.coverage()
	}
	f.headline()
	return f.merged()
}

// A finder collects the changes of a comparison.
type finder struct {
	*diffview.Comparison
	numbers [2][]int // by side and sentence
	found   []Change
}

// headline tells of headlines that are not in the texts.
func (f *finder) headline() {
	if both, differ := f.Headlines(); differ {
		f.found = append(f.found, Change{Kind: Headline, Words: both, Places: []Place{{Sentences: [2]int{-1, -1}}}})
	}
}

// exact tells of every difference between versions compared word by word.
func (f *finder) exact() {
	for _, change := range f.Exact.Changes {
		kind := kinds()[change.Kind]
		f.add(Change{Kind: kind, Quoted: change.Quoted}, f.sentencesOf(change.Spans), change.Spans)
	}
	for side := range f.Exact.Sentences {
		for _, s := range f.Exact.Sentences[side] {
			f.sentence(side, s)
		}
		for _, at := range f.Exact.Breaks[side] {
			var where [2]int
			where[side], where[1-side] = f.sentenceAt(side, at), -1
			f.addAt(Change{Kind: Paragraph}, where, [2]prose.Span{})
		}
	}
}

// sentence tells what became of a whole sentence.
func (f *finder) sentence(side int, s exact.Sentence) {
	where := [2]int{-1, -1}
	where[side] = s.Index
	switch {
	case s.Moved:
		if side == 1 {
			return // told on the other side
		}
		where[1] = s.Partners[0]
		f.whole(Moved, where)
	case s.Repeats >= 0:
		f.whole(Repeated, where)
	case len(s.Partners) == 0 && !s.Equal:
		f.whole([2]Kind{Removed, Added}[side], where)
	}
}

// coverage tells what is known of two texts compared by meaning: where they
// conflict, and which sentences only one has.
func (f *finder) coverage() {
	for _, k := range f.Conflicts {
		kind, ok := conflictKinds[k.Kind]
		if !ok {
			kind = Conflict
		}
		f.add(Change{Kind: kind, Quoted: kind == Quotation, Minor: k.Grade == diffview.Minor}, f.Links[k.Link].Sentences, k.Spans)
	}
	var linked [2]map[int]bool
	for side := range linked {
		linked[side] = make(map[int]bool)
		for _, l := range f.Links {
			linked[side][l.Sentences[side]] = true
		}
		for i, s := range f.Articles[side].Sentences {
			if s.Kind.Compared() && !linked[side][i] {
				where := [2]int{-1, -1}
				where[side] = i
				f.whole([2]Kind{Removed, Added}[side], where)
			}
		}
	}
}

// whole adds a change of whole sentences.
func (f *finder) whole(kind Kind, where [2]int) {
	var spans [2]prose.Span
	for side, i := range where {
		if i >= 0 {
			spans[side] = f.Articles[side].Sentences[i].Span
		}
	}
	f.add(Change{Kind: kind}, where, spans)
}

// add adds a change with the words of its spans.
func (f *finder) add(c Change, where [2]int, spans [2]prose.Span) {
	for side, span := range spans {
		c.Words[side] = prose.Fold(span.Of(f.Articles[side].Text))
	}
	f.addAt(c, where, spans)
}

func (f *finder) addAt(c Change, where [2]int, spans [2]prose.Span) {
	p := Place{Sentences: where, Spans: spans}
	for side, i := range where {
		if i >= 0 {
			p.Numbers[side] = f.numbers[side][i]
		}
	}
	c.Places = []Place{p}
	f.found = append(f.found, c)
}

// sentencesOf returns the sentences that a change is in.
func (f *finder) sentencesOf(spans [2]prose.Span) (where [2]int) {
	for side, span := range spans {
		where[side] = f.sentenceAt(side, span.Start)
	}
	return where
}

// sentenceAt returns the sentence that has the byte at an offset, or else the
// one before it.
func (f *finder) sentenceAt(side, offset int) int {
	all := f.Articles[side].Sentences
	return max(0, sort.Search(len(all), func(k int) bool { return all[k].Start > offset })-1)
}

// rank orders changes: what is quoted comes right after the numbers, and what is
// minor after the others of its kind.
func (c *Change) rank() int {
	switch {
	case c.Minor:
		return 2*int(c.Kind) + 1
	case c.Quoted && c.Kind > Quotation && c.Kind < Removed:
		return 2 * int(Quotation)
	}
	return 2 * int(c.Kind)
}

// order is where a change is told among those of its kind: by the sentence of
// the later version, or else of the earlier.
func (c *Change) order() int {
	if p := c.Places[0]; p.Sentences[1] < 0 {
		return p.Sentences[0]
	}
	return c.Places[0].Sentences[1]
}

// merged returns the changes in the order they are told, those of the same
// words as one.
func (f *finder) merged() []Change {
	type key struct {
		kind   Kind
		quoted bool
		minor  bool
		words  [2]string
	}
	at := make(map[key]int)
	var out []Change
	for _, c := range f.found {
		k := key{c.Kind, c.Quoted, c.Minor, c.Words}
		if n, ok := at[k]; ok && !c.Kind.whole() && c.Kind != Headline {
			out[n].Places = append(out[n].Places, c.Places...)
			continue
		}
		at[k] = len(out)
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b Change) int {
		if r := cmp.Compare(a.rank(), b.rank()); r != 0 {
			return r
		}
		return cmp.Compare(a.order(), b.order())
	})
	return out
}
