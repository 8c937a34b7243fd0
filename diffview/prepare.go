package diffview

import (
	"sync"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/exact"
	"parallax/diffview/ledger"
	"parallax/diffview/quote"
	"parallax/diffview/stance"
)

// A Prepared article is ready to be compared with any other: its words as they
// are, for versions of it, and what it says, which is worked out when it is
// first asked for, and once. It may be used by several comparisons
// at a time.
type Prepared struct {
	Article *corpus.Article
	exact   *exact.Text

	said    func() *doc.Doc    // its words, numbers, times and names
	quoted  func() []Quotation // what it quotes
	covered func() covered     // all it says, which only coverage needs
}

// A covered article is what is compared by meaning: what it says and quotes, with
// its vocabulary, the values that it states and what it is not sure of.
type covered struct {
	*quote.Doc
	ledger  *ledger.Ledger
	stances []stance.Stance
}

func cover(d *quote.Doc) covered {
	l := ledger.New(d.Doc)
	return covered{d, l, stance.Find(l)}
}

// Prepare computes what comparisons need to know about an article.
func Prepare(a *corpus.Article) *Prepared {
	type reading struct {
		doc    *quote.Doc
		quoted []Quotation
	}
	read := sync.OnceValue(func() reading {
		d := quote.Find(doc.Read(a))
		return reading{d, d.QuotationList()}
	})
	return &Prepared{
		Article: a,
		exact:   exact.New(a),
		said:    func() *doc.Doc { return read().doc.Doc },
		quoted:  func() []Quotation { return read().quoted },
		covered: sync.OnceValue(func() covered {
			d := read().doc
			d.Number()
			return cover(d)
		}),
	}
}

// Doc returns the article's words, numbers, times and names. Its vocabulary and
// vectors are not there until it was compared with another text.
func (p *Prepared) Doc() *doc.Doc { return p.said() }

// inParallel calls two functions at a time and returns when both have. A panic
// of either is the caller's.
func inParallel(one, other func()) {
	failed := make(chan any, 1)
	go func() {
		defer func() {
			if cause := recover(); cause != nil {
				failed <- panicked{cause, faultyLine()}
				return
			}
			failed <- nil
		}()
		other()
	}()
	one()
	if cause := <-failed; cause != nil {
		panic(cause)
	}
}

// A panicked is a panic that is handed on to another goroutine, and the line it
// came from.
type panicked struct {
	cause any
	where string
}
