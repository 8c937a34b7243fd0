package coverage

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// A Dispute is one thing that articles of a story do not say alike, however many
// pairs of them show it.
type Dispute struct {
	Kind  diffview.ConflictKind
	Grade diffview.Grade // the weightiest that a pair gives it
	Words []Wording      // by article, then in order: what each says
	Pairs []Clashed      // where it shows: the weightiest first, then in order
	Fact  int            // the fact it is about: an index into Table.Facts, or -1
}

// A Wording is what an article says of something that is disputed.
type Wording struct {
	Place
	prose.Span // of the article's text
}

// A Clashed is a pair of articles that conflict, with the conflict.
type Clashed struct {
	Pair
	Clash
}

// dispute joins conflicts that share words of an article, and gives each the
// fact its sentences belong to.
func (t *Table) dispute(pairings map[Pair]Pairing) {
	var all []Clashed
	for pair, p := range pairings {
		for _, k := range p.Conflicts {
			all = append(all, Clashed{pair, k})
		}
	}
	slices.SortFunc(all, func(a, b Clashed) int {
		return cmp.Or(
			slices.Compare(a.Pair[:], b.Pair[:]),
			cmp.Compare(a.Spans[0].Start, b.Spans[0].Start),
			cmp.Compare(a.Spans[1].Start, b.Spans[1].Start),
			cmp.Compare(a.Kind, b.Kind))
	})
	group := make([]int, len(all)) // by conflict: the first it belongs with
	for n := range all {
		group[n] = n
		for k := range n {
			if all[k].Kind == all[n].Kind && all[k].touches(all[n]) && all[k].alike(all[n], t) {
				join(group, k, n)
			}
		}
	}
	facts := t.factsByPlace()
	at := make(map[int]int) // by root: its dispute
	for n, k := range all {
		root := find(group, n)
		d, ok := at[root]
		if !ok {
			d = len(t.Disputes)
			at[root] = d
			t.Disputes = append(t.Disputes, Dispute{Kind: k.Kind, Grade: k.Grade, Fact: -1})
		}
		t.Disputes[d].add(k, facts)
	}
	slices.SortStableFunc(t.Disputes, func(a, b Dispute) int { return cmp.Compare(a.Grade, b.Grade) })
	for d := range t.Disputes {
		slices.SortStableFunc(t.Disputes[d].Pairs, func(a, b Clashed) int { return cmp.Compare(a.Grade, b.Grade) })
		t.Disputes[d].order()
		t.link(d)
	}
}

// touches reports whether two conflicts are about the same words of an article.
func (k Clashed) touches(other Clashed) bool {
	for side, i := range k.Pair {
		for otherSide, j := range other.Pair {
			if i == j && k.Spans[side].Start < other.Spans[otherSide].End && other.Spans[otherSide].Start < k.Spans[side].End {
				return true
			}
		}
	}
	return false
}

// alike reports whether two conflicts that share words may be one: both are minor
// or neither is, or the minor one has nothing but values of the other. A doubtful
// third value does not weigh what a sure pair of others does.
func (k Clashed) alike(other Clashed, t *Table) bool {
	minor, sure := k, other
	if k.Grade != diffview.Minor {
		minor, sure = other, k
	}
	if sure.Grade == diffview.Minor || minor.Grade != diffview.Minor {
		return true
	}
	values := sure.said(t)
	for _, w := range minor.said(t) {
		if !slices.Contains(values[:], w) {
			return false
		}
	}
	return true
}

// said returns the words of both sides, without the white space and capitals that
// tell nothing.
func (k Clashed) said(t *Table) (words [2]string) {
	for side, article := range k.Pair {
		words[side] = strings.ToLower(prose.Fold(k.Spans[side].Of(t.Articles[article].Text)))
	}
	return words
}

// find returns the root of a group, and join makes two groups one: the forest of
// disjoint sets.
func find(group []int, n int) int {
	for group[n] != n {
		n = group[n]
	}
	return n
}

func join(group []int, a, b int) {
	a, b = find(group, a), find(group, b)
	group[max(a, b)] = min(a, b)
}

// factsByPlace returns the fact of each sentence that has one.
func (t *Table) factsByPlace() map[Place]int {
	of := make(map[Place]int)
	for n := range t.Facts {
		for i, c := range t.Facts[n].Cells {
			for _, s := range c.Sentences {
				of[Place{i, s}] = n
			}
		}
	}
	return of
}

// add adds the conflict of a pair.
func (d *Dispute) add(k Clashed, facts map[Place]int) {
	d.Pairs = append(d.Pairs, k)
	d.Grade = min(d.Grade, k.Grade)
	for side, article := range k.Pair {
		w := Wording{Place{article, k.Sentences[side]}, k.Spans[side]}
		if !slices.Contains(d.Words, w) {
			d.Words = append(d.Words, w)
		}
		if f, ok := facts[w.Place]; ok && d.Fact < 0 {
			d.Fact = f
		}
	}
}

// order sorts what each article says.
func (d *Dispute) order() {
	sort.Slice(d.Words, func(x, y int) bool {
		a, b := d.Words[x], d.Words[y]
		return a.Article < b.Article || a.Article == b.Article && a.Start < b.Start
	})
}

// link gives the fact of a dispute the dispute, and marks its cells.
func (t *Table) link(d int) {
	of := &t.Disputes[d]
	if of.Fact < 0 {
		return
	}
	f := &t.Facts[of.Fact]
	f.Disputes = append(f.Disputes, d)
	if of.Grade != diffview.Core {
		return
	}
	for _, w := range of.Words {
		if c := &f.Cells[w.Article]; slices.Contains(c.Sentences, w.Sentence) {
			c.Disputed = true
		}
	}
}
