package conflict

import (
	"fmt"
	"slices"
	"sort"

	"parallax/diffview/doc"
	"parallax/diffview/link"
	"parallax/diffview/pair"
	"parallax/diffview/sides"
)

// Names that the articles write in two ways, wherever two linked sentences both
// name the bearer. Which names these are was found over the whole pair; here is
// decided whether the two are surely of one bearer, and what the difference is worth.

// varied says in words in what two spellings differ.
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
func joinNames(found *link.Found, m *pair.Pair) {
	for n := range m.Entities.Spellings {
		s := &m.Entities.Spellings[n]
		if !s.Whole || worth(s) != sides.Core {
			continue
		}
		at, most, linked := [2]int{}, -1., false
		for _, a := range s.Mentions[sides.Left] {
			for _, b := range s.Mentions[sides.Right] {
				i, j := sentenceOf(m.Docs[sides.Left], a), sentenceOf(m.Docs[sides.Right], b)
				linked = linked || slices.ContainsFunc(found.Links, func(k link.Link) bool { return k.Left == i && k.Right == j })
				if shared, _, _ := m.Entities.Share(i, j); shared > most {
					at, most = [2]int{i, j}, shared
				}
			}
		}
		if !linked {
			found.Join(at[sides.Left], at[sides.Right])
		}
	}
}

// sentenceOf returns the sentence a mention is in.
func sentenceOf(d *doc.Doc, mention int) int {
	return sort.Search(len(d.Sentences), func(n int) bool { return d.Sentences[n].Last > d.Mentions[mention].First })
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
	for _, n := range s.Mentions[side] {
		if m := &d.Mentions[n]; m.First >= of.First && m.First < of.Last {
			return m
		}
	}
	return nil
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
