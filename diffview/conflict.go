package diffview

import (
	"parallax/corpus/prose"
	"sort"
)

// Conflicts: where two linked sentences cannot both be right, and why.
//
// Each kind of conflict is a finder in a file of its own and a row of finders.
// A finder looks at one link with its aligned words and returns what it found.
// It is held to precision: what it cannot give a reason for, it does not
// report.

// A clash is a conflict as a finder reports it, in tokens.
type clash struct {
	kind       ConflictKind
	tokens     [2][2]int                       // by side: [first, last) of the article's tokens
	reason     func(left, right string) string // in words, of what the two sides say; called again with the sides exchanged
	confidence float64                         // 0 to 1: of such clashes, the share that readers call a conflict
	update     bool                            // see Conflict.Update
}

// A finding is a link with its words, as the finders see it.
type finding struct {
	match *match
	link  found
	words []aligned
}

// finders is the list of what is looked for.
var finders = []func(finding) []clash{
	numberClashes,
	dateClashes,
	certaintyClashes,
	nameClashes,
	quoteClashes,
	attributionClashes,
}

// findClashes returns what the finders find in one link, without repeating
// a place.
func findClashes(f finding) []clash {
	var out []clash
	for _, find := range finders {
		out = append(out, find(f)...)
	}
	sort.SliceStable(out, func(x, y int) bool { return out[x].tokens[Left][0] < out[y].tokens[Left][0] })
	return out
}

// partners returns the tokens that are aligned, by side.
func (f finding) partners() (has [2]map[int]bool) {
	for side := range has {
		has[side] = map[int]bool{}
		for _, w := range f.words {
			has[side][w.tokens[side]] = true
		}
	}
	return has
}

// A Conflict is a left span and a right span that cannot both be right, as far
// as the words go, with the reason in words a reader understands. Where the
// times of publication explain it, it is an update and not counted as one.
type Conflict struct {
	Kind       ConflictKind
	Spans      [2]prose.Span // by side
	Reason     string        // "‘six’ against ‘eight’, both counting groups"
	Confidence float64       // 0 to 1: how sure it is that they conflict
	Update     bool          // the articles' publication times explain it: the later one knows more
	Link       int           // the link it was found in: an index into Links

	words [2]string                       // by side: the words the reason quotes
	why   func(left, right string) string // the reason, for either order of the sides
}

// conflict writes a clash found in a link as the public form has it.
func (k clash) conflict(m *match, link int) Conflict {
	out := Conflict{Kind: k.kind, Link: link, Confidence: k.confidence, Update: k.update}
	for side, t := range k.tokens {
		tokens := m.sides[side].tokens
		out.Spans[side] = prose.Span{Start: tokens[t[0]].Start, End: tokens[t[1]-1].End}
		out.words[side] = prose.Fold(out.Spans[side].Of(m.sides[side].Article.Text))
	}
	out.why = k.reason
	out.Reason = k.reason(out.words[Left], out.words[Right])
	return out
}

// turn exchanges the sides of a conflict.
func (k *Conflict) turn() {
	k.Spans[Left], k.Spans[Right] = k.Spans[Right], k.Spans[Left]
	k.words[Left], k.words[Right] = k.words[Right], k.words[Left]
	k.Reason = k.why(k.words[Left], k.words[Right])
}
