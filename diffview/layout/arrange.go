package layout

import (
	"cmp"
	"slices"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// maxMerged is the most sentences a side that linked neighbours are merged to.
// Splits and merges in news are one sentence against two or three; beyond that
// a row is no longer read at a glance, and a chain of links would put half an
// article into one.
const maxMerged = 3

// Arrange decides which sentences are next to which, in matched order.
//
// The rows follow the left article. Each holds a left sentence, or neighbours
// that report the same right sentence, and on its right all that is linked to
// them. A right sentence linked to several rows is shown in full in the row of
// its best link and as a copy (Repeated) in the others. What only the right
// article has follows the row of the sentence it follows there. Furniture is a
// row of its own at its place, and so are doubtful lines. So every sentence is shown in full exactly once.
//
// The two headlines are side by side whether they are linked or not.
// Because a headline sums up its article, it is linked to much of the other:
// such a link puts sentences beside each other only where one of them would
// otherwise be alone, or where they conflict.
func Arrange(c *diffview.Comparison) []Row {
	a := arrangement{c: c}
	a.chooseLinks()
	a.leftRows()
	a.settle()
	return a.weave()
}

// An arrangement is the rows being made.
type arrangement struct {
	c     *diffview.Comparison
	links [2][][]int // by side and sentence: the links that place it, best first
	rows  []Row      // those of the left article
	head  int        // the row of the left headline, or -1
	home  []int      // by right sentence: the row it is shown in full in, or -1
}

// chooseLinks keeps the links that decide what stands where.
func (a *arrangement) chooseLinks() {
	for side, article := range a.c.Articles {
		a.links[side] = make([][]int, len(article.Sentences))
	}
	disputed := make([]bool, len(a.c.Links))
	for _, conflict := range a.c.Conflicts {
		disputed[conflict.Link] = true
	}
	var mixed []int
	for k, link := range a.c.Links {
		if a.isTitle(diffview.Left, link.Sentences[0]) != a.isTitle(diffview.Right, link.Sentences[1]) && !disputed[k] {
			mixed = append(mixed, k)
			continue
		}
		a.keep(k)
	}
	slices.SortStableFunc(mixed, a.betterFirst)
	paired := len(a.headline(diffview.Left)) > 0 && len(a.headline(diffview.Right)) > 0
	for _, k := range mixed {
		if a.alone(diffview.Left, k, paired) || a.alone(diffview.Right, k, paired) {
			a.keep(k)
		}
	}
	for side := range a.links {
		for _, links := range a.links[side] {
			slices.SortStableFunc(links, a.betterFirst)
		}
	}
}

// alone reports whether nothing would be next to a link's sentence without it.
func (a *arrangement) alone(side diffview.Side, link int, paired bool) bool {
	s := a.c.Links[link].Sentences[side]
	return len(a.links[side][s]) == 0 && !(paired && a.isTitle(side, s))
}

func (a *arrangement) keep(link int) {
	for side, s := range a.c.Links[link].Sentences {
		a.links[side][s] = append(a.links[side][s], link)
	}
}

// betterFirst orders links by score. A headline's come after those of the
// body, whose place in the article says more.
func (a *arrangement) betterFirst(k, l int) int {
	if ka, la := a.ofTitle(k), a.ofTitle(l); ka != la {
		if ka {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(a.c.Links[l].Score, a.c.Links[k].Score), cmp.Compare(k, l))
}

func (a *arrangement) ofTitle(link int) bool {
	s := a.c.Links[link].Sentences
	return a.isTitle(diffview.Left, s[0]) || a.isTitle(diffview.Right, s[1])
}

func (a *arrangement) kind(side diffview.Side, sentence int) prose.Kind {
	return a.c.Articles[side].Sentences[sentence].Kind
}

func (a *arrangement) isTitle(side diffview.Side, sentence int) bool {
	return a.kind(side, sentence) == prose.Title
}

// leftRows makes the rows of the left article.
func (a *arrangement) leftRows() {
	heads := [2][]int{a.headline(diffview.Left), a.headline(diffview.Right)}
	a.head = -1
	for i := 0; i < len(a.links[diffview.Left]); {
		row := Row{Sentences: [2][]int{{i}, nil}}
		left := &row.Sentences[diffview.Left]
		switch {
		case len(heads[0]) > 0 && i == heads[0][0]:
			*left = heads[0]
			row.Sentences[diffview.Right] = union(a.partners(heads[0]), heads[1])
			a.head = len(a.rows)
		case !a.kind(diffview.Left, i).Compared():
			for j := i + 1; j < len(a.links[0]) && a.kind(diffview.Left, j) == a.kind(diffview.Left, i); j++ {
				*left = append(*left, j)
			}
		default:
			for j := i + 1; j < len(a.links[0]) && len(*left) < maxMerged && a.merges(*left, j); j++ {
				*left = append(*left, j)
			}
			row.Sentences[diffview.Right] = a.partners(*left)
		}
		i = (*left)[len(*left)-1] + 1
		a.rows = append(a.rows, row)
	}
}

// headline returns the sentences of the title that opens an article, if one does.
func (a *arrangement) headline(side diffview.Side) []int {
	var found []int
	for i, s := range a.c.Articles[side].Sentences {
		switch {
		case s.Kind == prose.Title:
			found = append(found, i)
		case s.Kind.Compared() || len(found) > 0:
			return found
		}
	}
	return found
}

// merges reports whether left sentence next reads as one with the ones before
// it: both are linked to the same sentences, or mainly to the same one.
func (a *arrangement) merges(row []int, next int) bool {
	last := row[len(row)-1]
	if a.kind(diffview.Left, next) != prose.Body {
		return false
	}
	theirs, its := a.partners(row), a.partners([]int{next})
	if len(theirs) == 0 || len(its) == 0 {
		return false
	}
	if slices.Equal(theirs, its) {
		return true
	}
	if len(union(theirs, its)) > max(maxMerged, len(theirs)) {
		return false
	}
	return a.mainPartner(last) == a.mainPartner(next)
}

// mainPartner returns the right sentence a linked left sentence is best linked to.
func (a *arrangement) mainPartner(left int) int {
	return a.c.Links[a.links[diffview.Left][left][0]].Sentences[diffview.Right]
}

// partners returns the right sentences linked to left ones, in order.
func (a *arrangement) partners(left []int) []int {
	var found []int
	for _, i := range left {
		for _, k := range a.links[diffview.Left][i] {
			found = append(found, a.c.Links[k].Sentences[diffview.Right])
		}
	}
	return union(found, nil)
}

// settle decides in which row each right sentence is shown in full, and marks
// the copies.
func (a *arrangement) settle() {
	rowOf := make([]int, len(a.links[diffview.Left]))
	for r, row := range a.rows {
		for _, i := range row.Sentences[diffview.Left] {
			rowOf[i] = r
		}
	}
	a.home = make([]int, len(a.links[diffview.Right]))
	for j, links := range a.links[diffview.Right] {
		a.home[j] = -1
		if len(links) > 0 {
			a.home[j] = rowOf[a.c.Links[links[0]].Sentences[diffview.Left]]
		}
	}
	if a.head >= 0 {
		for _, j := range a.headline(diffview.Right) {
			a.home[j] = a.head
		}
	}
	for r := range a.rows {
		row := &a.rows[r]
		row.Repeated[diffview.Left] = make([]bool, len(row.Sentences[diffview.Left]))
		row.Repeated[diffview.Right] = make([]bool, len(row.Sentences[diffview.Right]))
		for k, j := range row.Sentences[diffview.Right] {
			row.Repeated[diffview.Right][k] = a.home[j] != r
		}
		row.Relation = relation(a.c, *row)
	}
}

// weave puts what only the right article has between the rows of the left one.
func (a *arrangement) weave() []Row {
	after := make([][]Row, len(a.rows)+1) // what follows row r, at r+1
	at := a.head + 1                      // a page begins with its headlines
	for j := 0; j < len(a.home); j++ {
		if a.home[j] >= 0 {
			at = a.home[j] + 1
			continue
		}
		row := Row{Sentences: [2][]int{nil, {j}}}
		right := &row.Sentences[diffview.Right]
		if !a.kind(diffview.Right, j).Compared() {
			for j+1 < len(a.home) && a.kind(diffview.Right, j+1) == a.kind(diffview.Right, j) {
				j++
				*right = append(*right, j)
			}
		}
		row.Repeated[diffview.Right] = make([]bool, len(*right))
		row.Relation = relation(a.c, row)
		after[at] = append(after[at], row)
	}
	rows := after[0]
	for r, row := range a.rows {
		rows = append(rows, row)
		rows = append(rows, after[r+1]...)
	}
	return rows
}

// union returns the numbers of both lists in order, each once.
func union(a, b []int) []int {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}
