package exact

import (
	"strings"

	"parallax/corpus/prose"
)

// names reports whether one name became another: words with capitals on both
// sides, small ones between them, and one of them surely a name.
func (p *phrases) names() bool {
	if !p.short() {
		return false
	}
	sure := false
	for side := range p.tokens {
		found := false
		for k := range p.tokens[side] {
			x := &p.tokens[side][k]
			if x.class == mark || functionWords.Has(lower(x.text)) {
				continue
			}
			if x.class != word || !capital(x.text) {
				return false
			}
			found = true
			sure = sure || p.c.nameAt(side, p.of[side][0]+k)
		}
		if !found {
			return false
		}
	}
	return sure
}

// nameAt reports whether the word with a capital at token k is a name and does
// not merely begin a sentence or stand in a headline.
func (c *comparer) nameAt(side, k int) bool {
	t := c.texts[side]
	x := &t.tokens[k]
	s := t.Article.Sentences[t.sentences[x.sentence].index]
	if !x.first && s.Kind == prose.Body && (k == 0 || t.tokens[k-1].text != `"`) {
		return true
	}
	if c.named[side] == nil {
		c.named[side] = t.capitals()
	}
	return c.named[side][strings.TrimSuffix(x.text, "'s")]
}

// capitals returns the words that the text's sentences write with a capital
// inside.
func (t *Text) capitals() map[string]bool {
	out := make(map[string]bool)
	for k := range t.tokens {
		x := &t.tokens[k]
		if x.class == word && !x.first && capital(x.text) && t.Article.Sentences[t.sentences[x.sentence].index].Kind == prose.Body {
			out[strings.TrimSuffix(x.text, "'s")] = true
		}
	}
	return out
}

// lower returns a word in lower case.
func lower(s string) string { return strings.ToLower(s) }
