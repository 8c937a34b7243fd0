package diffview

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"parallax/diffview/exact"
)

// ChangesIn returns what was changed inside a sentence of a side of two
// versions, or is missing there: indexes into Exact.Changes, ascending.
func (c *Comparison) ChangesIn(side Side, sentence int) (changes []int) {
	if c.Exact == nil {
		return nil
	}
	add := func(side Side, sentence int, missing bool) {
		s, spans := c.Articles[side].Sentences[sentence], c.Exact.Spans[side]
		first := sort.Search(len(spans), func(k int) bool { return spans[k].End > s.Start })
		for _, span := range spans[first:] {
			if span.Start >= s.End {
				break
			}
			if n := span.Change; n >= 0 && (!missing || c.Exact.Changes[n].Spans[side.Other()].Len() == 0) {
				changes = append(changes, n)
			}
		}
	}
	add(side, sentence, false)
	for _, partner := range c.Exact.Sentence(int(side), sentence).Partners {
		add(side.Other(), partner, true)
	}
	slices.Sort(changes)
	return slices.Compact(changes)
}

// OnlyPunctuation reports whether marks alone differ between a sentence of a
// side of two versions and what the other has of it.
func (c *Comparison) OnlyPunctuation(side Side, sentence int) bool {
	changes := c.ChangesIn(side, sentence)
	return len(changes) > 0 && len(c.Exact.Sentence(int(side), sentence).Partners) > 0 &&
		!slices.ContainsFunc(changes, func(n int) bool { return c.Exact.Changes[n].Kind != exact.Punctuation })
}

// TurnsNothing reports whether of two versions no number, date, name, quotation,
// verb of saying, denial or degree of certainty was replaced by another, within
// sentences or the headline.
func (c *Comparison) TurnsNothing() bool {
	turns := func(x exact.Change) bool {
		_, ok := changeKinds[x.Kind]
		return ok
	}
	if h := c.Exact.Headlines; h != nil && slices.ContainsFunc(h.Changes, turns) {
		return false
	}
	return !slices.ContainsFunc(c.Exact.Changes, turns)
}

// CountChanges says how many changes there are by what they are about: "number
// 2, punctuation 1"; "" for none.
func (c *Comparison) CountChanges(changes []int) string {
	counts := make(map[exact.Kind]int)
	for _, n := range changes {
		counts[c.Exact.Changes[n].Kind]++
	}
	return byKind(counts)
}

// byKind writes how many changes there are of each kind.
func byKind(counts map[exact.Kind]int) string {
	var parts []string
	for kind := exact.Number; kind <= exact.Punctuation; kind++ {
		if n := counts[kind]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", kind, n))
		}
	}
	if n := counts[exact.Other]; n > 0 {
		parts = append(parts, fmt.Sprintf("other words %d", n))
	}
	return strings.Join(parts, ", ")
}

// CountUpdates returns how many conflicts are updates.
func (c *Comparison) CountUpdates() (n int) {
	for _, k := range c.Conflicts {
		if k.Grade == Updated {
			n++
		}
	}
	return n
}
