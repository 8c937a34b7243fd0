package conflict

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// Names that the articles write in two ways, wherever two linked sentences both
// name the bearer. Which names these are was found over the whole pair; here is
// decided whether the two are surely of one bearer, and what the difference is worth.

// varied says in words how two spellings differ.
var varied = map[pair.Variation]string{
	pair.OtherLetters: "two spellings of one name",
	pair.OtherOrder:   "one name with its words in two orders",
	pair.OtherForm:    "one name with two forms of a word",
}

// misspelt finds the names in the two sentences that the articles write in two ways.
func (f Finding) misspelt() (out []Clash) {
	for n := range f.Pair.Entities.Spellings {
		s := &f.Pair.Entities.Spellings[n]
		a, b := f.mentioned(sides.Left, s), f.mentioned(sides.Right, s)
		if a == nil || b == nil || !s.Whole && !f.besideOneWord(*a, *b) {
			continue
		}
		k := Clash{
			kind:       sides.NameConflict,
			Tokens:     [2][2]int{{a.First, a.Last}, {b.First, b.Last}},
			confidence: spellingConfidence,
			Grade:      worth(s),
			Unsure:     s.Custom,
			reason: func(left, right string) string {
				return fmt.Sprintf("‘%s’ vs ‘%s’: %s", left, right, varied[s.Variation])
			},
		}
		for side, at := range k.Tokens {
			k.also[side] = namedElsewhere(f.Pair.Docs[side], s.Mentions[side], at)
		}
		out = append(out, k)
	}
	return out
}

// worth grades two spellings of a name.
func worth(s *pair.Spelling) sides.Grade {
	if s.Custom || !s.Person && (!s.Whole || s.Variation == pair.OtherOrder) {
		return sides.Minor
	}
	return sides.Core
}

// joinNames links the sentences where a name is surely written in two ways, if none
// that are linked name the bearer: of them those with most in common of whom and what
// they speak.
func joinNames(b *budget.Budget, found *link.Found, m *pair.Pair) error {
	var joined [][2]int // collected first: a link made for one name must not count for the next, whose order depends on the side
	for n := range m.Entities.Spellings {
		s := &m.Entities.Spellings[n]
		if !s.Whole || worth(s) != sides.Core {
			continue
		}
		left, right := sentencesOf(m.Docs[sides.Left], s.Mentions[sides.Left]), sentencesOf(m.Docs[sides.Right], s.Mentions[sides.Right])
		if err := b.Spend(stepsOfLinked * len(found.Links)); err != nil {
			return err
		}
		if slices.ContainsFunc(found.Links, func(k link.Link) bool {
			_, inLeft := slices.BinarySearch(left, k.Left)
			_, inRight := slices.BinarySearch(right, k.Right)
			return inLeft && inRight
		}) {
			continue
		}
		if err := b.Spend(stepsOfShare * len(left) * len(right)); err != nil {
			return err
		}
		joined = append(joined, mostShared(m, left, right)...)
	}
	for _, at := range joined {
		found.Join(at[sides.Left], at[sides.Right])
	}
	return nil
}

// mostShared returns the pair of sentences that have most in common of whom and what
// they speak. Ties go to the pair nearest the beginnings, then to that nearest one
// place in both; two that mirror each other are both returned, so that the result is
// the same whichever article is the left one.
func mostShared(m *pair.Pair, left, right []int) (at [][2]int) {
	var best [3]float64
	for _, i := range left {
		for _, j := range right {
			shared, _, _ := m.Entities.Share(i, j)
			next := [3]float64{-shared, float64(i + j), math.Abs(float64(i - j))}
			switch order := slices.Compare(next[:], best[:]); {
			case at == nil || order < 0:
				best, at = next, [][2]int{{i, j}}
			case order == 0:
				at = append(at, [2]int{i, j})
			}
		}
	}
	return at
}

// What it costs to see whether two linked sentences both name somebody, and what two
// sentences have in common.
const (
	stepsOfLinked = 10
	stepsOfShare  = 50
)

// sentencesOf returns the sentences that mentions are in, ascending, each once.
func sentencesOf(d *doc.Doc, mentions []int) (out []int) {
	for _, m := range mentions {
		out = append(out, sort.Search(len(d.Sentences), func(n int) bool { return d.Sentences[n].Last > d.Mentions[m].First }))
	}
	return slices.Compact(out)
}

// namedElsewhere returns where else an article has its spelling of a name.
func namedElsewhere(d *doc.Doc, mentions []int, at [2]int) (out [][2]int) {
	for _, n := range mentions {
		if m := [2]int{d.Mentions[n].First, d.Mentions[n].Last}; m != at && len(out) < mostPlaces-1 {
			out = append(out, m)
		}
	}
	return out
}

// mentioned returns the first place in the sentence of a side where it has its
// spelling of a name, or nil.
func (f Finding) mentioned(side sides.Side, s *pair.Spelling) *doc.Mention {
	d := f.Pair.Docs[side]
	of := d.Sentences[[2]int{f.Link.Left, f.Link.Right}[side]]
	all := s.Mentions[side]
	n := sort.Search(len(all), func(n int) bool { return d.Mentions[all[n]].First >= of.First })
	if n == len(all) || d.Mentions[all[n]].First >= of.Last {
		return nil
	}
	return &d.Mentions[all[n]]
}

// besideOneWord reports whether two names that are one word each, and so of one
// bearer only by their place, stand in sentences that surely report the same, beside
// the same word.
func (f Finding) besideOneWord(a, b doc.Mention) bool {
	return f.Link.Score >= link.FirmFloor && (f.sameWord(a.First-1, b.First-1) || f.sameWord(a.Last, b.Last))
}

// sameWord reports whether two tokens are one word of some content.
func (f Finding) sameWord(i, j int) bool {
	l, r := f.Pair.Docs[sides.Left].Tokens, f.Pair.Docs[sides.Right].Tokens
	return i >= 0 && j >= 0 && i < len(l) && j < len(r) && l[i].Class == doc.Content && f.Pair.Terms[sides.Left][i] == f.Pair.Terms[sides.Right][j]
}
