package exact

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// An edit is tokens [first, last) of the left text that became those of the
// right; one of the two ranges may be empty.
type edit struct {
	of [2][2]int
}

func (e edit) size(side int) int { return e.of[side][1] - e.of[side][0] }

// replaces reports whether both sides have something.
func (e edit) replaces() bool { return e.size(0) > 0 && e.size(1) > 0 }

// compareWords returns what differs between the sentences of a group.
func (c *comparer) compareWords(g *group) []edit {
	var of [2][2]int
	for side, r := range g.of {
		of[side] = [2]int{c.texts[side].sentences[r[0]].first, c.texts[side].sentences[r[1]-1].last}
	}
	d := wordDiff{comparer: c}
	d.between(of, true)
	return c.tidy(d.edits, of)
}

// A wordDiff collects the edits of one group.
type wordDiff struct {
	*comparer
	edits []edit
}

// between finds the edits between two ranges of tokens. Where go-diff would be
// slow, tokens that occur once on either side divide them first; what is still
// too long then is replaced as a whole.
func (d *wordDiff) between(of [2][2]int, divide bool) {
	l, r := of[0], of[1]
	for l[0] < l[1] && r[0] < r[1] && d.ids[0][l[0]] == d.ids[1][r[0]] {
		l[0]++
		r[0]++
	}
	for l[0] < l[1] && r[0] < r[1] && d.ids[0][l[1]-1] == d.ids[1][r[1]-1] {
		l[1]--
		r[1]--
	}
	n, m := l[1]-l[0], r[1]-r[0]
	switch {
	case d.ended():
	case n == 0 && m == 0:
	case n == 0 || m == 0:
		d.add(edit{[2][2]int{l, r}})
	case n*m <= mostProduct && n*m <= d.steps && n+m <= mostRunes:
		d.steps -= n * m
		d.byLibrary(l, r)
	case divide:
		d.byAnchors(l, r)
	default:
		d.add(edit{[2][2]int{l, r}})
	}
}

// add appends an edit, to the one before it if nothing is between.
func (d *wordDiff) add(e edit) {
	if n := len(d.edits); n > 0 && d.edits[n-1].of[0][1] == e.of[0][0] && d.edits[n-1].of[1][1] == e.of[1][0] {
		d.edits[n-1].of[0][1], d.edits[n-1].of[1][1] = e.of[0][1], e.of[1][1]
		return
	}
	d.edits = append(d.edits, e)
}

// byAnchors divides two ranges at the tokens that occur once on either side.
func (d *wordDiff) byAnchors(l, r [2]int) {
	once, _ := pairOccurrences(d.ids[0][l[0]:l[1]], d.ids[1][r[0]:r[1]])
	from := [2]int{l[0], r[0]}
	for _, a := range inOrder(once, func(int) int { return 1 }) {
		i, j := l[0]+a[0], r[0]+a[1]
		d.between([2][2]int{{from[0], i}, {from[1], j}}, false)
		from = [2]int{i + 1, j + 1}
	}
	d.between([2][2]int{{from[0], l[1]}, {from[1], r[1]}}, false)
}

// byLibrary compares two ranges with go-diff, each token a rune.
func (d *wordDiff) byLibrary(l, r [2]int) {
	ids := make(map[int32]rune)
	runes := func(of []int32) []rune {
		out := make([]rune, len(of))
		for k, id := range of {
			c, ok := ids[id]
			if !ok {
				c = nthRune(len(ids))
				ids[id] = c
			}
			out[k] = c
		}
		return out
	}
	left, right := runes(d.ids[0][l[0]:l[1]]), runes(d.ids[1][r[0]:r[1]])
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a time limit would make the result depend on the machine's load
	i, j := l[0], r[0]
	for _, x := range dmp.DiffMainRunes(left, right, false) {
		n := utf8.RuneCountInString(x.Text)
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			d.add(edit{[2][2]int{{i, i + n}, {j, j}}})
			i += n
		case diffmatchpatch.DiffInsert:
			d.add(edit{[2][2]int{{i, i}, {j, j + n}}})
			j += n
		}
	}
}

// mostRunes is how many different tokens go-diff can tell apart.
const mostRunes = 1_000_000

// nthRune returns the n-th rune that survives being written as UTF-8: no
// surrogate, nor what stands for one.
func nthRune(n int) rune {
	r := rune(n + 1)
	if r >= 0xD800 {
		r += 0x800
	}
	if r >= utf8.RuneError {
		r++
	}
	return r
}
