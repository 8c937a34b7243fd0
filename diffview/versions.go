package diffview

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"sync"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/exact"
)

// Versions and copies of one text, compared exactly (package exact) and written
// as every other comparison is: equal words agree, those that only one has are
// detail, those replaced differ. A replacement that turns what is said is a
// conflict, or an update between articles of known different times.

// newVersions compares two versions or copies of one text.
func newVersions(ctx context.Context, left, right *Prepared) (*Comparison, error) {
	d, err := exact.Compare(ctx, left.exact, right.exact)
	if err != nil {
		return nil, err
	}
	v := versions{Comparison: &Comparison{Articles: d.Articles, Exact: d}, prepared: [2]*Prepared{left, right}, update: successive(d.Articles)}
	v.link()
	v.conflicts()
	v.spans()
	v.quotedLater = sync.OnceValue(func() (quoted [2][]Quotation) {
		// A fault costs the quotations and no more.
		_ = Guard(left.Article, right.Article, func() error {
			var lists [2][]Quotation
			inParallel(func() { lists[Left] = left.quoted() }, func() { lists[Right] = right.quoted() })
			quoted = v.quote(lists)
			return nil
		})
		return quoted
	})
	return v.Comparison, nil
}

// successive reports whether the one article is known to be later than the
// other.
func successive(articles [2]*corpus.Article) bool {
	var times [2]int64
	for side, a := range articles {
		when := a.Meta.Updated
		if !when.Known() {
			when = a.Meta.Published
		}
		if !when.Known() || when.Guess {
			return false
		}
		times[side] = when.Value.Unix()
	}
	return times[0] != times[1]
}

// A versions is the comparison of versions while it is written.
type versions struct {
	*Comparison
	prepared [2]*Prepared
	update   bool          // what differs is an update
	of       map[int][]int // by left sentence: its links
	differs  map[int]bool  // changes that are conflicts
}

// link makes a link of each pair of sentences that correspond.
func (v *versions) link() {
	v.of = make(map[int][]int)
	for _, s := range v.Exact.Sentences[Left] {
		for _, partner := range s.Partners {
			v.of[s.Index] = append(v.of[s.Index], len(v.Links))
			v.Links = append(v.Links, Link{Sentences: [2]int{s.Index, partner}, Sure: true, Words: make([]WordLink, 0, s.Tokens)})
		}
	}
	for _, p := range v.Exact.Same {
		if k := v.linkAt(p[Left].Start, p[Right].Start); k >= 0 {
			v.Links[k].Words = append(v.Links[k].Words, WordLink{Spans: p, Kind: Same})
		}
	}
	for k := range v.Links {
		l := &v.Links[k]
		left, right := v.Exact.Sentence(int(Left), l.Sentences[Left]), v.Exact.Sentence(int(Right), l.Sentences[Right])
		l.Score = min(1, 2*float64(len(l.Words))/float64(max(1, left.Tokens+right.Tokens)))
	}
}

// sentenceAt returns the sentence of an article that has the byte at an
// offset, or else the one before it.
func sentenceAt(a *corpus.Article, offset int) int {
	return max(0, sort.Search(len(a.Sentences), func(k int) bool { return a.Sentences[k].Start > offset })-1)
}

// linkAt returns the link of the sentences that have two bytes, or else one
// that has the left; -1 for none.
func (v *versions) linkAt(left, right int) int {
	links := v.of[sentenceAt(v.Articles[Left], left)]
	j := sentenceAt(v.Articles[Right], right)
	for _, k := range links {
		if v.Links[k].Sentences[Right] == j {
			return k
		}
	}
	if len(links) > 0 {
		return links[0]
	}
	return -1
}

// changeKinds says which changes turn what is said, and what kind of conflict
// they are.
var changeKinds = map[exact.Kind]struct {
	kind  ConflictKind
	words string // what is different
}{
	exact.Number:    {NumberConflict, "different numbers"},
	exact.Date:      {DateConflict, "different dates or times"},
	exact.Name:      {NameConflict, "different names"},
	exact.Polarity:  {PolarityConflict, "the opposite"},
	exact.Sureness:  {CertaintyConflict, "more or less certain"},
	exact.Saying:    {AttributionConflict, "different verbs of saying"},
	exact.Quotation: {QuoteConflict, "different words inside the quotation marks"},
}

// rewritten is the share of words in common below which a sentence was written
// anew, as headlines are: what stands in the place of what tells little.
const rewritten = .6

// conflicts makes conflicts of the changes that turn what is said.
func (v *versions) conflicts() {
	grade := Core
	if v.update {
		grade = Updated
	}
	v.differs = make(map[int]bool)
	for n, change := range v.Exact.Changes {
		kind, ok := changeKinds[change.Kind]
		if !ok || change.Spans[Left].Len() == 0 || change.Spans[Right].Len() == 0 || v.sameInForm(change) {
			continue
		}
		link := v.linkAt(change.Spans[Left].Start, change.Spans[Right].Start)
		if link < 0 {
			continue
		}
		k := Conflict{Kind: kind.kind, Spans: change.Spans, Confidence: 1, Link: link, Grade: grade}
		const reason = "‘%s’ vs ‘%s’: %s in two versions of one sentence"
		left, right := v.words(Left, change), v.words(Right, change)
		k.Reason, k.Turned = fmt.Sprintf(reason, left, right, kind.words), fmt.Sprintf(reason, right, left, kind.words)
		if v.Links[link].Score < rewritten && k.Grade == Core || change.Kind == exact.Saying && denies(left) == denies(right) {
			k.Grade = Minor
		}
		v.Conflicts = append(v.Conflicts, k)
		v.differs[n] = k.Grade == Core
	}
}

// words returns what a side has in the place of a change.
func (v *versions) words(side Side, change exact.Change) string {
	return prose.Fold(change.Spans[side].Of(v.Articles[side].Text))
}

// spans marks what became of each stretch.
func (v *versions) spans() {
	for side := range v.Exact.Spans {
		for _, s := range v.Exact.Spans[side] {
			out := Span{Span: s.Span}
			switch {
			case s.State == exact.Only:
				out.Mark = Detail
			case s.State == exact.Replaced && v.differs[s.Change]:
				out.Mark, out.Strength = Differ, Conflicting
			case s.State == exact.Replaced:
				out.Mark, out.Strength = Differ, Wording
			}
			v.Spans[side] = append(v.Spans[side], out)
		}
	}
}

// quote says of each quotation what the other article has of it.
func (v *versions) quote(lists [2][]Quotation) (quoted [2][]Quotation) {
	for side := range lists {
		quoted[side] = slices.Clone(lists[side])
	}
	common := make(map[[2]int]int) // by left and right quotation: how many tokens they share
	for _, p := range v.Exact.Same {
		i, j := quotationAt(quoted[Left], p[Left].Start), quotationAt(quoted[Right], p[Right].Start)
		if i >= 0 && j >= 0 {
			common[[2]int{i, j}]++
		}
	}
	var most [2][]int
	for side := range most {
		most[side] = make([]int, len(quoted[side]))
	}
	keys := make([][2]int, 0, len(common))
	for key := range common {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y [2]int) int { return slices.Compare(x[:], y[:]) })
	for _, key := range keys {
		for side, k := range key {
			if n := common[key]; n > most[side][k] {
				most[side][k], quoted[side][k].Partner = n, key[1-side]
			}
		}
	}
	for side := range quoted {
		for k := range quoted[side] {
			q := &quoted[side][k]
			q.Standing = v.standing(Side(side), q)
		}
	}
	return quoted
}

// quotationAt returns the quotation that has the byte at an offset, or -1.
func quotationAt(list []Quotation, offset int) int {
	k := sort.Search(len(list), func(k int) bool { return list[k].Start > offset }) - 1
	if k >= 0 && offset >= list[k].End {
		return -1
	}
	return k
}

// standing says what the other article has of a quotation of a side.
func (v *versions) standing(side Side, q *Quotation) Standing {
	if q.Partner < 0 {
		return Absent
	}
	worst := Whole
	spans := v.Exact.Spans[side]
	first := sort.Search(len(spans), func(k int) bool { return spans[k].End > q.Start })
	for _, s := range spans[first:] {
		if s.Start >= q.End {
			break
		}
		switch s.State {
		case exact.Replaced:
			return Altered
		case exact.Only:
			worst = Cut
		}
	}
	return worst
}
