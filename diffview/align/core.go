package align

import (
	"github.com/sergi/go-diff/diffmatchpatch"

	"parallax/diffview/sides"
)

// findCore finds the words that a sentence and its revision have in the same
// order, so that the later version of an article reads like the familiar diff
// of two versions. Sentences that two outlets wrote have no such core.
func (a *aligner) findCore() {
	a.core = resize(a.core, len(a.words[sides.Left]), -1)
	if a.overlap >= revised {
		a.inOrder(func(i, j int) { a.core[i] = j })
	}
}

// coreOdds returns what being in the core adds to the log-odds of a pair.
func (a *aligner) coreOdds(i, j int) float64 {
	if a.core[i] == j {
		return coreFavour
	}
	return 0
}

// inOrder calls found for the words that both sentences have in the same
// order.
func (a *aligner) inOrder(found func(i, j int)) {
	ids := map[string]rune{}
	left, right := a.runes(sides.Left, ids), a.runes(sides.Right, ids)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a time limit would make the result depend on the machine's load
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(left, right, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			for k := range n {
				found(i+k, j+k)
			}
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		}
	}
}

// runes writes a side's words as one rune a distinct word, as go-diff wants
// them. It stays below the surrogates: no sentence has 55,000 words.
func (a *aligner) runes(side sides.Side, ids map[string]rune) []rune {
	out := make([]rune, len(a.words[side]))
	for k := range out {
		w := a.token(side, k).Text
		id, ok := ids[w]
		if !ok {
			id = rune(len(ids)%0xd000 + 1)
			ids[w] = id
		}
		out[k] = id
	}
	return out
}
