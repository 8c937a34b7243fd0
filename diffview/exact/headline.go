package exact

import (
	"slices"

	"parallax/corpus"
	"parallax/corpus/prose"
)

// A headline in the text is a sentence of it and compared as such. One that is
// only in the front matter or metadata is compared here, word by word too.

// headline returns the headline of an article that its text does not have, nil
// when there is none or it is a guess.
func headline(a *corpus.Article) *Text {
	title := a.Meta.Title
	if title.Value == "" || title.Guess {
		return nil
	}
	if slices.ContainsFunc(a.Sentences, func(s prose.Sentence) bool { return s.Kind == prose.Title }) {
		return nil
	}
	only := &corpus.Article{Path: a.Path, Text: title.Value}
	only.Sentences = []prose.Sentence{{Span: prose.Span{End: len(title.Value)}, Kind: prose.Title}}
	t := cutArticle(only)
	if len(t.tokens) == 0 {
		return nil
	}
	return t
}

// compareHeadlines compares the headlines that are not in the texts; nil when
// not both have one.
func (c *comparer) compareHeadlines() *Diff {
	a, b := c.given[0].headline, c.given[1].headline
	if a == nil || b == nil {
		return nil
	}
	h := newComparer(c.ctx, a, b)
	h.join([2][2]int{{0, 1}, {0, 1}}, equal(a, b))
	h.edit()
	return h.result()
}
