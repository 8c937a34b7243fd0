package diffview

import (
	"fmt"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/lexicon"
)

// Limits says in one line what the comparison does not cover, and "" when it
// covers all: what is left out because the articles are too long, and what
// cannot be known because of their languages.
func (c *Comparison) Limits() string {
	var all []string
	for _, limit := range []string{c.lengthLimit(), c.languageLimit()} {
		if limit != "" {
			all = append(all, limit)
		}
	}
	return strings.Join(all, "; ")
}

// Whole reports whether both articles were compared to their ends.
func (c *Comparison) Whole() bool { return c.lengthLimit() == "" }

// lengthLimit says how much of articles that are too long was compared.
func (c *Comparison) lengthLimit() string {
	var words [2]string
	cut := false
	for side, a := range c.Articles {
		compared, all := extent(a)
		cut = cut || compared < all
		words[side] = fmt.Sprintf("%d of %d", compared, all)
	}
	if !cut {
		return ""
	}
	return fmt.Sprintf("too long to compare whole: only the first %s sentences of the left article and %s of the right one were compared", words[Left], words[Right])
}

// extent counts the sentences of an article that were compared, and those that
// there are to compare.
func extent(a *corpus.Article) (compared, all int) {
	for _, s := range a.Sentences {
		switch {
		case s.Kind.Compared():
			compared++
			all++
		case s.Kind == prose.Uncompared:
			all++
		}
	}
	return compared, all
}

// languageLimit says what is not known because of the articles' languages.
func (c *Comparison) languageLimit() string {
	if c.Exact != nil {
		return "" // a word is equal or not in any language
	}
	left, right := lexicon.Detect(c.Articles[Left].Text), lexicon.Detect(c.Articles[Right].Text)
	switch {
	case left != right && left != lexicon.Unknown && right != lexicon.Unknown:
		return "one article is in " + left.String() + ", the other in " + right.String() + ": only names and numbers are compared"
	case left == lexicon.English || left == lexicon.Unknown:
		return ""
	case left.Stems():
		return "these articles are in " + left.String() + ": words are compared by their stems, not by their meaning"
	}
	return "these articles are in " + left.String() + ": words are compared as they are written, not by their meaning"
}
