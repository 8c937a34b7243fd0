package diffview

import (
	"context"
	"errors"
	"sort"

	"parallax/corpus"
)

// Compare finds what two articles share, what only one says and where they
// conflict. Of articles that are too long it compares the beginnings: see
// Limits. The error is that of ctx, when it is done before the comparison is,
// or a *Fault.
//
// Compare(b, a) is the mirror of Compare(a, b): the work is always done in one
// order, the texts' own, and turned round when that is not the reader's,
// because greedy steps on the way would break ties differently.
func Compare(ctx context.Context, left, right *Prepared) (c *Comparison, err error) {
	err = Guard(left.Article, right.Article, func() error {
		if left.Article.Text > right.Article.Text {
			if c, err = compareWithin(ctx, right, left, mostSteps); err == nil {
				c.mirror()
			}
			return err
		}
		c, err = compareWithin(ctx, left, right, mostSteps)
		return err
	})
	if err != nil {
		return nil, err
	}
	return c, nil
}

// mostSteps is what a comparison may cost. A step is about a nanosecond, so that
// this is some seconds; two texts of 2 MB of prose take less.
const mostSteps = 3_000_000_000

// compareWithin compares two articles, or as much of their beginnings as the
// steps allow: half, a quarter and so on.
func compareWithin(ctx context.Context, left, right *Prepared, steps int) (*Comparison, error) {
	for {
		c, err := compare(newBudget(ctx, steps), left, right)
		if !errors.Is(err, errSpent) {
			return c, err
		}
		left, right = half(left), half(right)
	}
}

// half prepares the first half of the article's compared sentences anew.
func half(p *Prepared) *Prepared {
	if len(p.sentences) == 0 {
		return p
	}
	return Prepare(cut(p.Article, p.sentences[len(p.sentences)/2].index))
}

func compare(b *budget, left, right *Prepared) (*Comparison, error) {
	c := &Comparison{Articles: [2]*corpus.Article{left.Article, right.Article}}
	m, err := newMatch(b, left, right)
	if err != nil {
		return nil, err
	}
	marks := newMarker(left, right)
	found, err := findLinks(b, m)
	if err != nil {
		return nil, err
	}
	findings := make([]finding, len(found))
	for n, l := range found {
		if err := b.spend(stepsOfCell * left.sentences[l.i].length() * right.sentences[l.j].length()); err != nil {
			return nil, err
		}
		words, loose := alignWhole(left, right, l.i, l.j)
		findings[n] = finding{m, l, words}
		marks.link(findings[n], loose)
		c.Links = append(c.Links, Link{
			Sentences: [2]int{left.sentences[l.i].index, right.sentences[l.j].index},
			Score:     l.score,
			Sure:      l.score >= sureFloor,
			Words:     wordLinks(left, right, append(loose, words...)),
		})
	}
	for _, f := range findings {
		marks.wording(f.words)
	}
	if err := marks.elsewhere(b, m); err != nil {
		return nil, err
	}
	for n, f := range findings {
		for _, k := range findClashes(f) {
			c.Conflicts = append(c.Conflicts, k.conflict(m, n))
			marks.differ(k.tokens, k.update)
		}
	}
	c.Quotations = m.partners()
	for side := range c.Spans {
		c.Spans[side] = marks.spans(Side(side))
	}
	c.sort()
	return c, nil
}

// stepsOfCell is what it costs to look at a word of one sentence and one of the
// other, in all that is done with a link.
const stepsOfCell = 50

// mirror exchanges the sides of the comparison.
func (c *Comparison) mirror() {
	c.Articles[0], c.Articles[1] = c.Articles[1], c.Articles[0]
	c.Spans[0], c.Spans[1] = c.Spans[1], c.Spans[0]
	c.Quotations[0], c.Quotations[1] = c.Quotations[1], c.Quotations[0]
	for n := range c.Links {
		l := &c.Links[n]
		l.Sentences[0], l.Sentences[1] = l.Sentences[1], l.Sentences[0]
		for k := range l.Words {
			w := &l.Words[k]
			w.Spans[0], w.Spans[1] = w.Spans[1], w.Spans[0]
		}
	}
	for n := range c.Conflicts {
		c.Conflicts[n].turn()
	}
	c.sort()
}

// sort puts links, their words and conflicts in the order of the left article.
func (c *Comparison) sort() {
	order := make([]int, len(c.Links))
	for n := range order {
		order[n] = n
	}
	sort.SliceStable(order, func(x, y int) bool {
		a, b := c.Links[order[x]].Sentences, c.Links[order[y]].Sentences
		return a[Left] < b[Left] || a[Left] == b[Left] && a[Right] < b[Right]
	})
	links, place := make([]Link, len(order)), make([]int, len(order))
	for to, from := range order {
		links[to], place[from] = c.Links[from], to
		words := links[to].Words
		sort.SliceStable(words, func(x, y int) bool { return words[x].Spans[Left].Start < words[y].Spans[Left].Start })
	}
	c.Links = links
	for n := range c.Conflicts {
		c.Conflicts[n].Link = place[c.Conflicts[n].Link]
	}
	sort.SliceStable(c.Conflicts, func(x, y int) bool {
		a, b := c.Conflicts[x], c.Conflicts[y]
		if a.Spans[Left].Start != b.Spans[Left].Start {
			return a.Spans[Left].Start < b.Spans[Left].Start
		}
		if a.Spans[Right].Start != b.Spans[Right].Start {
			return a.Spans[Right].Start < b.Spans[Right].Start
		}
		return a.Kind < b.Kind
	})
}
