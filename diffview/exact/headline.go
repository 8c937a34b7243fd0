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
func compareHeadlines(left, right *Text) *Diff {
	a, b := left.headline, right.headline
	if a == nil || b == nil {
		return nil
	}
	c := newComparer(a, b)
	c.join([2][2]int{{0, 1}, {0, 1}}, equal(a, b))
	c.edit()
	return c.result()
}
