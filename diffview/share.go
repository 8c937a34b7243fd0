package diffview

import (
	"sort"

	"parallax/corpus/prose"
)

// A Share counts the words of one side by their marks, and its sentences by
// their matches. Words of furniture are not counted. Punctuation does not count as words.
type Share struct {
	Words                                     int // all that were compared
	Agree, Detail, Unclear, Wording, Conflict int // these add up to Words
	Sentences                                 int // all that were compared
	Matched, Unsure                           int // those with a match, and those of them of whose matches none is sure
}

// Share counts the words and sentences of one side of the comparison.
func (c *Comparison) Share(side Side) Share {
	s := c.sentenceShare(side)
	for _, span := range c.Spans[side] {
		for _, w := range prose.Words(c.Articles[side].Text, span.Span) {
			if w.Punct {
				continue
			}
			s.Words++
			switch {
			case span.Mark == Agree:
				s.Agree++
			case span.Mark == Detail:
				s.Detail++
			case span.Mark == Unclear:
				s.Unclear++
			case span.Strength == Conflicting:
				s.Conflict++
			default:
				s.Wording++
			}
		}
	}
	return s
}

// sentenceShare counts the sentences of one side.
func (c *Comparison) sentenceShare(side Side) (s Share) {
	for i, m := range c.Matching(side) {
		if c.Articles[side].Sentences[i].Kind.Compared() {
			s.Sentences++
		}
		switch m {
		case Perhaps:
			s.Unsure++
			s.Matched++
		case Surely:
			s.Matched++
		}
	}
	return s
}

// A Matching says whether the other article has a sentence that reports the
// same.
type Matching uint8

// The matchings.
const (
	Unmatched Matching = iota
	Perhaps            // none of its links is sure
	Surely             // one is
)

// Matching returns how each sentence of a side is matched.
func (c *Comparison) Matching(side Side) []Matching {
	out := make([]Matching, len(c.Articles[side].Sentences))
	for _, l := range c.Links {
		m := Perhaps
		if l.Sure {
			m = Surely
		}
		out[l.Sentences[side]] = max(out[l.Sentences[side]], m)
	}
	return out
}

// CountConflicts returns how many conflicts there are, minor ones and updates aside.
func (c *Comparison) CountConflicts() (n int) {
	for _, k := range c.Conflicts {
		if k.Grade == Core {
			n++
		}
	}
	return n
}

// Same reports whether nothing differs: every compared word is agreed, and
// there are no others unless the texts are one.
func (c *Comparison) Same() bool {
	if c.Exact != nil {
		return c.Exact.Identical()
	}
	if !c.Whole() {
		return c.Articles[Left].Text == c.Articles[Right].Text
	}
	for side := range c.Spans {
		for _, s := range c.Spans[side] {
			if s.Mark != Agree {
				return false
			}
		}
	}
	return true
}

// Marked returns the mark of the span that a word begins in; Detail outside the
// compared sentences.
func (c *Comparison) Marked(side Side, word prose.Span) Mark {
	spans := c.Spans[side]
	n := sort.Search(len(spans), func(n int) bool { return spans[n].End > word.Start })
	if n == len(spans) || spans[n].Start > word.Start {
		return Detail
	}
	return spans[n].Mark
}

// Corresponds reports whether both words of a pair are marked as what both
// articles speak of: agreed on both sides or worded differently on both. The
// alignment pairs more words than a reader should take for each other.
func (c *Comparison) Corresponds(w WordLink) bool {
	m := c.Marked(Left, w.Spans[Left])
	return (m == Agree || m == Differ) && m == c.Marked(Right, w.Spans[Right])
}
