package diffview

import (
	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/exact"
	"parallax/diffview/quote"
)

// A Prepared article is ready to be compared with any other: what it says, and
// its words as they are, for versions of it. It never changes, and may be used
// by several comparisons at a time.
type Prepared struct {
	*quote.Doc
	exact *exact.Text
}

// Prepare computes what comparisons need to know about an article.
func Prepare(a *corpus.Article) *Prepared { return &Prepared{quote.Find(doc.Prepare(a)), exact.New(a)} }
