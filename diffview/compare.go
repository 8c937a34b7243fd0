package diffview

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/diffview/align"
	"parallax/diffview/budget"
	"parallax/diffview/conflict"
	"parallax/diffview/doc"
	"parallax/diffview/exact"
	"parallax/diffview/ledger"
	"parallax/diffview/link"
	"parallax/diffview/mark"
	"parallax/diffview/pair"
	"parallax/diffview/quote"
	"parallax/diffview/slot"
	"parallax/diffview/stance"
)

// Compare finds what two articles share, what only one says and where they
// conflict. Versions and copies of one text are compared exactly, word by word;
// two different texts by meaning. Of articles that are too long it compares the
// beginnings: see Limits. The error is that of ctx, when it is done before the
// comparison is, or a *Fault.
//
// Compare(b, a) is the mirror of Compare(a, b): the work is always done in one
// order, the texts' own, and turned round when that is not the reader's,
// because greedy steps on the way would break ties differently.
func Compare(ctx context.Context, left, right *Prepared) (c *Comparison, err error) {
	err = Guard(left.Article, right.Article, func() error {
		if exact.Versions(left.exact, right.exact) {
			c, err = newVersions(ctx, left, right)
			return err
		}
		var docs [2]covered
		inParallel(func() { docs[0] = left.covered() }, func() { docs[1] = right.covered() })
		if fold.Compare(left.Article.Text, right.Article.Text) > 0 {
			if c, err = compareWithin(ctx, docs[1], docs[0], mostSteps); err == nil {
				c.mirror()
			}
			return err
		}
		c, err = compareWithin(ctx, docs[0], docs[1], mostSteps)
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
func compareWithin(ctx context.Context, left, right covered, steps int) (*Comparison, error) {
	for {
		c, err := compare(budget.New(ctx, steps), left, right)
		if !errors.Is(err, budget.ErrSpent) {
			return c, err
		}
		left, right = half(left), half(right)
	}
}

// half prepares the first half of the article's compared sentences anew.
func half(p covered) covered {
	if len(p.Sentences) == 0 {
		return p
	}
	return cover(quote.Find(doc.Prepare(doc.Beginning(p.Article, p.Sentences[len(p.Sentences)/2].Index))))
}

func compare(b *budget.Budget, l, r covered) (*Comparison, error) {
	c := &Comparison{Articles: [2]*corpus.Article{l.Article, r.Article}}
	m, err := pair.New(b, l.Doc, r.Doc)
	if err != nil {
		return nil, err
	}
	defer m.Release()
	left, right := l.Doc.Doc, r.Doc.Doc
	marks := mark.New(left, right)
	found, err := link.Find(b, m)
	if err != nil {
		return nil, err
	}
	ledgers, stances := [2]*ledger.Ledger{l.ledger, r.ledger}, [2][]stance.Stance{l.stances, r.stances}
	rivals, err := slot.Find(b, m, ledgers, found)
	if err != nil {
		return nil, err
	}
	if err := conflict.Join(b, found, m, rivals); err != nil {
		return nil, err
	}
	rivalsOf := bySentences(rivals)
	findings := make([]conflict.Finding, len(found.Links))
	for n, l := range found.Links {
		if err := b.Spend(stepsOfCell * left.Sentences[l.Left].Length() * right.Sentences[l.Right].Length()); err != nil {
			return nil, err
		}
		words, loose := align.Words(left, right, l.Left, l.Right)
		findings[n] = conflict.Finding{Pair: m, Link: l, Words: words, Rivals: rivalsOf[[2]int{l.Left, l.Right}], Stances: stances}
		marks.Link(findings[n], loose)
		c.Links = append(c.Links, Link{
			Sentences: [2]int{left.Sentences[l.Left].Index, right.Sentences[l.Right].Index},
			Score:     l.Score,
			Sure:      l.Score >= link.SureFloor,
			Words:     align.WordLinks(left, right, append(loose, words...)),
		})
	}
	for _, f := range findings {
		marks.Wording(f.Words)
	}
	if err := marks.Elsewhere(b, m); err != nil {
		return nil, err
	}
	marks.Judge(m, found)
	for n, f := range findings {
		for _, k := range conflict.Find(f) {
			one := k.Conflict(m, n)
			one.Also(ledgers)
			c.Conflicts = append(c.Conflicts, one)
			if !k.Unsure {
				marks.Differ(k.Tokens, k.Grade)
			}
		}
	}
	c.Quoted = m.QuotationLists()
	for side := range c.Spans {
		c.Spans[side] = marks.Spans(Side(side))
	}
	c.sort()
	return c, nil
}

// stepsOfCell is what it costs to look at a word of one sentence and one of the
// other, in all that is done with a link.
const stepsOfCell = 50

// bySentences puts rivals together that stand in the same two sentences.
func bySentences(rivals []slot.Rival) map[[2]int][]slot.Rival {
	of := map[[2]int][]slot.Rival{}
	for _, r := range rivals {
		at := [2]int{r.Values[Left].Sentence, r.Values[Right].Sentence}
		of[at] = append(of[at], r)
	}
	return of
}

// mirror exchanges the sides of the comparison.
func (c *Comparison) mirror() {
	c.Articles[0], c.Articles[1] = c.Articles[1], c.Articles[0]
	c.Spans[0], c.Spans[1] = c.Spans[1], c.Spans[0]
	c.Quoted[0], c.Quoted[1] = c.Quoted[1], c.Quoted[0]
	for n := range c.Links {
		l := &c.Links[n]
		l.Sentences[0], l.Sentences[1] = l.Sentences[1], l.Sentences[0]
		for k := range l.Words {
			w := &l.Words[k]
			w.Spans[0], w.Spans[1] = w.Spans[1], w.Spans[0]
		}
	}
	for n := range c.Conflicts {
		c.Conflicts[n].Turn()
	}
	c.sort()
}

// Sort puts links, their words and conflicts in the order of the left article,
// the conflicts that count first.
func (c *Comparison) Sort() { c.sort() }

// sort puts links, their words and conflicts in the order of the left article,
// the conflicts that count first.
func (c *Comparison) sort() {
	order := make([]int, len(c.Links))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := c.Links[x].Sentences, c.Links[y].Sentences
		return cmp.Or(a[Left]-b[Left], a[Right]-b[Right])
	})
	links, place := make([]Link, len(order)), make([]int, len(order))
	for to, from := range order {
		links[to], place[from] = c.Links[from], to
		slices.SortStableFunc(links[to].Words, func(x, y WordLink) int { return x.Spans[Left].Start - y.Spans[Left].Start })
	}
	c.Links = links
	for n := range c.Conflicts {
		c.Conflicts[n].Link = place[c.Conflicts[n].Link]
	}
	slices.SortStableFunc(c.Conflicts, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(a.Grade, b.Grade), a.Spans[Left].Start-b.Spans[Left].Start,
			a.Spans[Right].Start-b.Spans[Right].Start, cmp.Compare(a.Kind, b.Kind))
	})
}
