package diffview

import "parallax/diffview/lexicon"

// Limits says in one sentence what a comparison could not know because of the
// articles' languages, and "" when there is nothing to say.
func (c *Comparison) Limits() string {
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
