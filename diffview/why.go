package diffview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/fold"
	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/lexicon"
)

// How much of its evidence a link names.
const (
	namedWords = 3 // words that both sentences have
	namedPairs = 2 // words that stand for each other
)

// Why says in words what speaks for a link (an index into Links): the rarest
// words both sentences have, the words that stand for each other, a quotation
// that both print. The score weighs more than this, such as rivals and
// neighbours; what is named here is what a reader can check by eye.
func (c *Comparison) Why(link int) string {
	l := c.Links[link]
	var reasons []string
	if l.By != "" && len(l.Words) == 0 {
		return "found by judge " + l.By
	}
	if c.wordForWord(l) {
		return "the same words"
	}
	if c.quoteInBoth(l) {
		reasons = append(reasons, "both quote the same words")
	}
	same, other := c.evidence(l)
	if len(same) > 0 {
		reasons = append(reasons, "both have "+list(same))
	}
	if len(other) > 0 {
		reasons = append(reasons, list(other))
	}
	if len(reasons) == 0 {
		return "they stand in the same place and are near in meaning"
	}
	return strings.Join(reasons, "; ")
}

// wordForWord reports whether the sentences of a link are the same but for
// case and punctuation.
func (c *Comparison) wordForWord(l Link) bool {
	var words [2][]string
	for side, s := range l.Sentences {
		text := c.Articles[side].Text
		for _, w := range prose.Words(text, c.Articles[side].Sentences[s].Span) {
			if !w.Punct {
				words[side] = append(words[side], doc.Fold(w.Of(text)))
			}
		}
	}
	return slices.Equal(words[Left], words[Right])
}

// quoteInBoth reports whether the sentences of a link hold one quotation.
func (c *Comparison) quoteInBoth(l Link) bool {
	for _, q := range c.Quotations()[Left] {
		if q.Partner < 0 || !standsIn(q, l.Sentences[Left]) {
			continue
		}
		if standsIn(c.Quotations()[Right][q.Partner], l.Sentences[Right]) {
			return true
		}
	}
	return false
}

// standsIn reports whether a quotation, or a part of it, is in a sentence.
func standsIn(q Quotation, sentence int) bool {
	return q.Sentences[0] <= sentence && sentence <= q.Sentences[1]
}

// evidence returns the rarest words that both sentences of a link have, and
// the rarest that stand for each other, as they are written.
func (c *Comparison) evidence(l Link) (same, other []string) {
	type found struct {
		words string
		rank  int32
	}
	var all [2][]found
	for _, w := range l.Words {
		left := fold.Letters(prose.Fold(w.Spans[Left].Of(c.Articles[Left].Text)))
		right := fold.Letters(prose.Fold(w.Spans[Right].Of(c.Articles[Right].Text)))
		x, y := lexicon.Lookup(left), lexicon.Lookup(right)
		r, _ := utf8.DecodeRuneInString(left)
		if c.Marked(Left, w.Spans[Left]) != Agree || c.Marked(Right, w.Spans[Right]) != Agree || lexicon.Function(x) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		if w.Kind == Same || w.Kind == Stem {
			all[0] = append(all[0], found{"‘" + left + "’", x.Rank})
		} else if !lexicon.Function(y) {
			all[1] = append(all[1], found{fmt.Sprintf("‘%s’ for ‘%s’", left, right), min(x.Rank, y.Rank)})
		}
	}
	named := [2][]string{}
	for n, most := range [2]int{namedWords, namedPairs} {
		slices.SortStableFunc(all[n], func(a, b found) int { return cmp.Compare(b.rank, a.rank) })
		for _, f := range all[n] {
			if len(named[n]) < most && !slices.Contains(named[n], f.words) {
				named[n] = append(named[n], f.words)
			}
		}
	}
	return named[0], named[1]
}

// list joins words as prose does.
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
