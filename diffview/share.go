package diffview

import "parallax/corpus/prose"

// A Share counts the words of one side by their marks. Words of furniture are
// not counted. Punctuation is no word.
type Share struct {
	Words                            int // all that were compared
	Agree, Detail, Wording, Conflict int // these add up to Words
}

// Share counts the words of one side of the comparison by their marks.
func (c *Comparison) Share(side Side) Share {
	var s Share
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
			case span.Strength == Conflicting:
				s.Conflict++
			default:
				s.Wording++
			}
		}
	}
	return s
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
