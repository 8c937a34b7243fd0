package diffview_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/quote"
	"parallax/diffview/stance"
)

// thousandWords returns two articles of 1,000 words on the same events: what
// the sample's outlets have on its stories, one after the other.
func thousandWords(t testing.TB) (left, right *corpus.Article) {
	all := articles(t)
	var texts [2]strings.Builder
	for k, a := range all {
		if texts[k%2].Len() < 6000 {
			texts[k%2].WriteString(a.Text + "\n\n")
		}
	}
	var both [2]*corpus.Article
	for side := range both {
		words := strings.SplitAfterN(texts[side].String(), " ", 1001)
		both[side] = corpus.FromText("article.txt", strings.Join(words[:min(1000, len(words))], ""))
	}
	return both[0], both[1]
}

// longText returns about n words of invented sentences over the words of the
// sample corpus.
func longText(t testing.TB, n int, seed uint64) *corpus.Article {
	var words []string
	for _, a := range articles(t) {
		words = append(words, strings.Fields(strings.Map(func(r rune) rune {
			if strings.ContainsRune(".,;:“”\"()", r) {
				return -1
			}
			return r
		}, a.Text))...)
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for n > 0 {
		at := rng.IntN(len(words) - 30)
		long := 10 + rng.IntN(20)
		b.WriteString("Then " + strings.Join(words[at:at+long], " ") + ".\n\n")
		n -= long
	}
	return corpus.FromText("long.txt", b.String())
}

// BenchmarkPrepare1000 does all that Prepare does or puts off.
func BenchmarkPrepare1000(b *testing.B) {
	l, _ := thousandWords(b)
	b.ReportAllocs()
	for b.Loop() {
		diffview.Prepare(l)
		stance.Find(ledger.New(quote.Find(doc.Prepare(l)).Doc))
	}
}

func BenchmarkCompare1000(b *testing.B) {
	l, r := thousandWords(b)
	x, y := diffview.Prepare(l), diffview.Prepare(r)
	b.ReportAllocs()
	for b.Loop() {
		compared(x, y)
	}
}

func BenchmarkCompare20000(b *testing.B) {
	x, y := diffview.Prepare(longText(b, 20000, 1)), diffview.Prepare(longText(b, 20000, 2))
	b.ReportAllocs()
	for b.Loop() {
		compared(x, y)
	}
}
