// Package coverage gathers what the articles of a story report: the comparisons
// of its pairs go in, facts × articles come out, with what one article alone
// tells and what they cannot all be right about.
//
// A fact is a cluster of sentences that links join (cluster.go). It is not a
// connected component of links, which goes from one thing to the next until all
// is one fact: a sentence joins a fact only when it is near to the whole of it.
// What only links join that are more likely wrong than right is none, unless there
// is a conflict in it: each of its texts tells its sentences alone.
// Conflicts of several pairs about the same words are one dispute (dispute.go).
//
// Everything here is pure, and the result does not depend on the order in which
// pairs were compared. Pairs that were not compared yet are taken to share
// nothing, so that a table can be shown, and fills, while they are.
package coverage

import (
	"slices"
	"sort"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/doc"
)

// A Pair names two articles by their place in the story, the lower first.
type Pair [2]int

// A Pairing is what is kept of the comparison of a pair: a small part of it.
type Pairing struct {
	Exact     bool              // versions or copies of one text
	Shares    [2]diffview.Share // by side
	Links     []Join
	Conflicts []Clash
	Judged    *diffview.Judgement // nil where no outside judge was asked
}

// A Join is a link of a sentence of either article.
type Join struct {
	Sentences [2]int // by side: an index into the article's Sentences
	Score     float64
	Sure      bool
}

// A Clash is a conflict with the sentences it stands in.
type Clash struct {
	diffview.Conflict
	Sentences [2]int // by side: an index into the article's Sentences
}

// Extract returns what is kept of a comparison.
func Extract(c *diffview.Comparison) Pairing {
	p := Pairing{
		Exact:  c.Exact != nil,
		Shares: [2]diffview.Share{c.Share(diffview.Left), c.Share(diffview.Right)},
		Links:  make([]Join, len(c.Links)),
		Judged: c.Judged,
	}
	for n, l := range c.Links {
		p.Links[n] = Join{l.Sentences, l.Score, l.Sure}
	}
	for _, k := range c.Conflicts {
		clash := Clash{Conflict: k}
		for side := range clash.Sentences {
			clash.Sentences[side] = sentenceAt(c.Articles[side], k.Spans[side].Start)
		}
		p.Conflicts = append(p.Conflicts, clash)
	}
	return p
}

// Mirror returns the pairing of the pair with its sides exchanged.
func (p Pairing) Mirror() Pairing {
	p.Shares[0], p.Shares[1] = p.Shares[1], p.Shares[0]
	out := Pairing{Exact: p.Exact, Shares: p.Shares, Judged: p.Judged, Links: make([]Join, len(p.Links)), Conflicts: make([]Clash, len(p.Conflicts))}
	for n, l := range p.Links {
		l.Sentences[0], l.Sentences[1] = l.Sentences[1], l.Sentences[0]
		out.Links[n] = l
	}
	for n, k := range p.Conflicts {
		k.Sentences[0], k.Sentences[1] = k.Sentences[1], k.Sentences[0]
		k.Turn()
		out.Conflicts[n] = k
	}
	return out
}

// CountConflicts returns how many conflicts there are, minor ones and updates aside.
func (p Pairing) CountConflicts() (n int) {
	for _, k := range p.Conflicts {
		if k.Grade == diffview.Core {
			n++
		}
	}
	return n
}

// sentenceAt returns the sentence that has the byte at an offset, or else the
// one before it.
func sentenceAt(a *corpus.Article, offset int) int {
	return max(0, sort.Search(len(a.Sentences), func(k int) bool { return a.Sentences[k].Start > offset })-1)
}

// A State says how an article carries a fact.
type State uint8

const (
	Missing State = iota // it does not carry it
	Unsure               // one of its sentences may report it
	Carried              // one of its sentences reports it
)

// A Cell is what one article has of a fact.
type Cell struct {
	State     State
	Sentences []int // those that report it, in order: indexes into the article's Sentences
	Disputed  bool  // it says otherwise than another article, or another than it
}

// A Fact is what sentences of two or more texts of a story report.
type Fact struct {
	Cells    []Cell // by article
	Texts    int    // how many texts carry it; versions and copies of one text count once
	Label    Place  // the sentence that says it most clearly
	Disputes []int  // indexes into Table.Disputes
}

// A Place is a sentence of an article of the story.
type Place struct{ Article, Sentence int }

// A Table is the facts of a story by article.
type Table struct {
	Articles []*corpus.Article
	Texts    []int     // by article: the first article that has the same text, itself for most
	Facts    []Fact    // those that most texts carry first, of them those that are sure, then in the order of the articles
	Alone    [][]int   // by article: the sentences that no other text reports, in order; those of a version or copy are given with the first that has them
	Disputes []Dispute // those that count first, then in the order of the pairs
	Known    int       // how many pairs were compared
	Judged   string    // what an outside judge added, in words; "" where none was asked

	Doc func(article int) *doc.Doc // what an article says, for figures; Gather's reads it anew each time
}

// Gather makes the table of the articles of a story from the pairings of its
// pairs, as far as they are known.
func Gather(articles []*corpus.Article, pairings map[Pair]Pairing) *Table {
	t := &Table{Articles: articles, Known: len(pairings), Doc: func(i int) *doc.Doc { return doc.Read(articles[i]) }}
	t.Texts = texts(len(articles), pairings)
	g := newGraph(articles, pairings)
	told := make(map[Place]bool)
	for _, cluster := range g.clusters() {
		f := t.fact(g, cluster)
		if f.Texts > 1 {
			if g.likely(cluster) {
				t.Facts = append(t.Facts, f)
			}
			continue
		}
		for i, c := range f.Cells[f.first().Article+1:] { // a version or copy has it first
			for _, s := range c.Sentences {
				told[Place{f.first().Article + 1 + i, s}] = true
			}
		}
	}
	t.order()
	t.alone(told)
	t.dispute(pairings)
	t.Judged = judged(pairings)
	return t
}

// CountTexts returns how many texts the story has; versions and copies of one
// text count once.
func (t *Table) CountTexts() (n int) {
	for i, first := range t.Texts {
		if i == first {
			n++
		}
	}
	return n
}

// CountAlone returns how many sentences one text alone tells.
func (t *Table) CountAlone() (n int) {
	for _, sentences := range t.Alone {
		n += len(sentences)
	}
	return n
}

// texts groups articles by the text they have: by article, the first that has
// the same.
func texts(n int, pairings map[Pair]Pairing) []int {
	first := make([]int, n)
	for i := range first {
		first[i] = i
		for j := range i {
			if pairings[Pair{j, i}].Exact {
				join(first, j, i)
			}
		}
	}
	for i := range first {
		first[i] = find(first, i)
	}
	return first
}

// fact makes a fact of a cluster; one of a single text is none.
func (t *Table) fact(g *graph, cluster []int) Fact {
	f := Fact{Cells: make([]Cell, len(t.Articles))}
	carry := make(map[int]bool)
	for _, n := range cluster {
		p := g.places[n]
		c := &f.Cells[p.Article]
		c.Sentences = append(c.Sentences, p.Sentence)
		carry[t.Texts[p.Article]] = true
		if c.State < Unsure {
			c.State = Unsure
		}
		if g.sure(n, cluster) {
			c.State = Carried
		}
	}
	f.Texts = len(carry)
	f.Label = g.places[g.clearest(cluster)]
	return f
}

// order sorts facts: those of more texts first, of them those of which it is sure
// that two report them, then as the first article that has them tells them.
func (t *Table) order() {
	sort.SliceStable(t.Facts, func(x, y int) bool {
		a, b := &t.Facts[x], &t.Facts[y]
		if a.Texts != b.Texts {
			return a.Texts > b.Texts
		}
		if a.sure() != b.sure() {
			return a.sure()
		}
		pa, pb := a.first(), b.first()
		if pa.Article != pb.Article {
			return pa.Article < pb.Article
		}
		return pa.Sentence < pb.Sentence
	})
}

// sure reports whether it is sure that some of the articles report a fact: whether
// one of the links that it hangs together by is.
func (f *Fact) sure() bool {
	return slices.ContainsFunc(f.Cells, func(c Cell) bool { return c.State == Carried })
}

// first returns the first place of a fact.
func (f *Fact) first() Place {
	for i, c := range f.Cells {
		if len(c.Sentences) > 0 {
			return Place{i, c.Sentences[0]}
		}
	}
	return Place{}
}

// alone finds what only one text tells, besides what is told elsewhere in the
// same text.
func (t *Table) alone(told map[Place]bool) {
	for n := range t.Facts {
		for i, c := range t.Facts[n].Cells {
			for _, s := range c.Sentences {
				told[Place{i, s}] = true
			}
		}
	}
	t.Alone = make([][]int, len(t.Articles))
	for i, a := range t.Articles {
		for s, sentence := range a.Sentences {
			if sentence.Kind.Compared() && !told[Place{i, s}] {
				t.Alone[i] = append(t.Alone[i], s)
			}
		}
	}
}

// LeftOut returns the facts that all other texts carry and an article's text
// does not: indexes into Facts. With fewer than three texts there is none.
func (t *Table) LeftOut(article int) (facts []int) {
	all := t.CountTexts()
	if all < 3 {
		return nil
	}
	for n := range t.Facts {
		f := &t.Facts[n]
		if f.Texts != all-1 {
			continue
		}
		carried := false
		for i, c := range f.Cells {
			carried = carried || c.State != Missing && t.Texts[i] == t.Texts[article]
		}
		if !carried {
			facts = append(facts, n)
		}
	}
	return facts
}

// stateNames are the states in words.
var stateNames = [...]string{Missing: "missing", Unsure: "unsure", Carried: "carried"}

// String returns the name of a state.
func (s State) String() string { return stateNames[s] }

// CountDisputes returns how many disputes there are, minor ones and updates
// aside.
func (t *Table) CountDisputes() (n int) {
	for _, d := range t.Disputes {
		if d.Grade == diffview.Core {
			n++
		}
	}
	return n
}
