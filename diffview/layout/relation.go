package layout

import (
	"strings"
	"unicode"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// relation says how the two sides of a row relate.
func relation(c *diffview.Comparison, row Row) Relation {
	left, right := row.Sentences[diffview.Left], row.Sentences[diffview.Right]
	for side, sentences := range row.Sentences {
		if len(sentences) == 0 {
			continue
		}
		switch c.Articles[side].Sentences[sentences[0]].Kind {
		case prose.Furniture:
			return Furniture
		case prose.Doubtful:
			return Doubtful
		case prose.Uncompared:
			return Uncompared
		}
	}
	switch {
	case len(right) == 0:
		return OnlyLeft
	case len(left) == 0:
		return OnlyRight
	}
	links := row.Links(c)
	if len(links) == 0 {
		return Unlinked
	}
	sure := false
	for _, k := range links {
		if disputed(c, k) {
			return Conflict
		}
		sure = sure || c.Links[k].Sure
	}
	switch {
	case equal(c, row) || wording(c, diffview.Left, left) == wording(c, diffview.Right, right):
		return Same
	case sure:
		return Similar
	}
	return Unsure
}

// disputed reports whether a conflict was found in a link, minor ones and updates aside.
func disputed(c *diffview.Comparison, link int) bool {
	for _, conflict := range c.Conflicts {
		if conflict.Link == link && conflict.Grade == diffview.Core {
			return true
		}
	}
	return false
}

// equal reports whether the sentences of a row of two versions are equal, however
// they are encoded.
func equal(c *diffview.Comparison, row Row) bool {
	return c.Exact != nil && !holds(row, func(side diffview.Side, s int) bool { return !c.Exact.Sentence(int(side), s).Equal })
}

// Moved reports whether a row has a sentence that stands elsewhere in the other
// of two versions.
func (r Row) Moved(c *diffview.Comparison) bool {
	return c.Exact != nil && holds(r, func(side diffview.Side, s int) bool { return c.Exact.Sentence(int(side), s).Moved })
}

// Begins reports whether a paragraph begins with a sentence of a row that the
// other of two versions has within one.
func (r Row) Begins(c *diffview.Comparison) bool {
	return holds(r, c.Begins)
}

// wording returns the words of sentences without what does not count as a
// difference of wording: case, punctuation, white space.
func wording(c *diffview.Comparison, side diffview.Side, sentences []int) string {
	var words []string
	article := c.Articles[side]
	for _, s := range sentences {
		words = append(words, strings.FieldsFunc(article.Sentences[s].Of(article.Text), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
		})...)
	}
	return strings.ToLower(strings.Join(words, " "))
}
