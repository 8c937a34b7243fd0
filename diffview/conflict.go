package diffview

import "sort"

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
