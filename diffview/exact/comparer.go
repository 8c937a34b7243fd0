package exact

import (
	"context"
	"strings"
)

// A comparer compares two texts.
type comparer struct {
	ctx     context.Context // when it is done, what is left is not looked at
	given   [2]*Text
	texts   [2]*Text   // those given, with their edited captions taken in
	ids     [2][]int32 // by token: equal when the tokens are
	keys    [2][]int32 // by sentence: equal when its tokens are
	bags    [2][]bag   // by sentence
	groups  []group
	grouped [2][]int           // by sentence: the group it is in, -1 for none
	cells   int                // pairs of sentences that may still be measured
	steps   int                // pairs of tokens that may still be compared
	named   [2]map[string]bool // by side: words with a capital inside a sentence; nil until asked for
	edits   []edit             // in the order of the left text
	aside   [2][]line          // by side: lines of the page that only it has
}

// What a comparison may cost. A text of 20,000 words whose every second
// sentence was changed stays well below; what would cost more is compared more
// coarsely, and shown as replaced or missing rather than not at all.
const (
	mostCells    = 2_000_000  // pairs of sentences measured, all told
	mostGapCells = 20_000     // of these in one gap between equal sentences
	mostSteps    = 40_000_000 // products of the lengths of what go-diff is given, all told
	mostProduct  = 4_000_000  // one of these
)

// A group is neighbouring sentences of either side that correspond as a whole.
type group struct {
	of    [2][2]int // by side: the sentences [first, last)
	equal bool      // token for token
	moved bool
	edits [2]int // what differs inside: [first, last) of comparer.edits
}

func newComparer(ctx context.Context, left, right *Text) *comparer {
	c := &comparer{ctx: ctx, given: [2]*Text{left, right}, cells: mostCells, steps: mostSteps}
	c.texts, c.aside = takeIn([2]*Text{left, right})
	left = c.texts[0]
	known := make(map[string]int32, len(left.tokens)/3)
	number := func(w string) int32 {
		id, ok := known[w]
		if !ok {
			id = int32(len(known))
			known[w] = id
		}
		return id
	}
	var small [2][]int32 // by token: what it is, case aside
	sentences := make(map[string]int32, len(left.sentences))
	var key strings.Builder
	for side, t := range c.texts {
		c.ids[side], small[side] = make([]int32, len(t.tokens)), make([]int32, len(t.tokens))
		for k := range t.tokens {
			w := t.tokens[k].text
			c.ids[side][k] = number(w)
			small[side][k] = c.ids[side][k]
			if l := lower(w); l != w {
				small[side][k] = number(l)
			}
		}
		c.keys[side] = make([]int32, len(t.sentences))
		c.grouped[side] = make([]int, len(t.sentences))
		for n, s := range t.sentences {
			key.Reset()
			for _, id := range c.ids[side][s.first:s.last] {
				key.Write([]byte{byte(id), byte(id >> 8), byte(id >> 16), byte(id >> 24)})
			}
			id, ok := sentences[key.String()]
			if !ok {
				id = int32(len(sentences))
				sentences[key.String()] = id
			}
			c.keys[side][n], c.grouped[side][n] = id, -1
		}
	}
	c.fillBags(small, len(known))
	return c
}

// compare finds which sentences correspond, and what differs inside them. It
// returns nil when the comparison was cancelled.
func (c *comparer) compare() *Diff {
	if equal(c.texts[0], c.texts[1]) {
		c.alignEqual()
	} else {
		c.align([2][2]int{{0, len(c.keys[0])}, {0, len(c.keys[1])}}, 0)
	}
	c.findMoved()
	c.settle()
	c.sortGroups()
	c.edit()
	if c.ended() {
		return nil
	}
	d := c.result()
	d.Headlines = c.compareHeadlines()
	return d
}

// ended reports whether the comparison was cancelled.
func (c *comparer) ended() bool { return c.ctx.Err() != nil }

// edit finds what differs inside the sentences of each group.
func (c *comparer) edit() {
	for n := range c.groups {
		if c.ended() {
			return
		}
		g := &c.groups[n]
		g.edits[0] = len(c.edits)
		if !g.equal {
			c.edits = append(c.edits, c.compareWords(g)...)
		}
		g.edits[1] = len(c.edits)
	}
}

// alignEqual joins the sentences of texts that are equal token for token,
// wherever each of them ends its sentences. Looking for likeness would find no
// partner for sentences of marks alone.
func (c *comparer) alignEqual() {
	var at [2]int // by side: the first sentence that is not joined yet
	next := func(side int) (end int, ok bool) {
		all := c.texts[side].sentences
		for at[side] < len(all) && all[at[side]].size() == 0 {
			at[side]++
		}
		if at[side] == len(all) {
			return 0, false
		}
		at[side]++
		return all[at[side]-1].last, true
	}
	for {
		left, ok := next(0)
		if !ok {
			return
		}
		from := [2]int{at[0] - 1}
		right, _ := next(1)
		from[1] = at[1] - 1
		for left != right {
			if left < right {
				left, _ = next(0)
			} else {
				right, _ = next(1)
			}
		}
		of := [2][2]int{{from[0], at[0]}, {from[1], at[1]}}
		c.join(of, of[0][1]-of[0][0] == 1 && of[1][1]-of[1][0] == 1)
	}
}

// join puts sentences into one group.
func (c *comparer) join(of [2][2]int, equal bool) {
	for side, r := range of {
		for n := r[0]; n < r[1]; n++ {
			c.grouped[side][n] = len(c.groups)
		}
	}
	c.groups = append(c.groups, group{of: of, equal: equal})
}
