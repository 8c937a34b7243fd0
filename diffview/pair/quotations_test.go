package pair

import (
	"context"
	"math"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/budget"
	"parallax/diffview/doc"
	"parallax/diffview/quote"
)

func BenchmarkMatchQuotations(b *testing.B) {
	text := strings.Repeat("“The old bridge is perfectly safe and will open on Monday,” Mayor Paula Quist said. The engineers had looked at every bolt since the storm.\n\n", 40)
	p := doc.Prepare(corpus.FromText("a.txt", text)) // 1,000 words
	m := matchOf(b, p, p)
	b.ReportAllocs()
	for b.Loop() {
		m.matchQuotes(budget.New(context.Background(), math.MaxInt))
	}
}

// matchOf is the match of two articles, whatever it costs.
func matchOf(t testing.TB, left, right *doc.Doc) *Pair {
	t.Helper()
	m, err := New(budget.New(context.Background(), math.MaxInt), quote.Find(left), quote.Find(right))
	if err != nil {
		t.Fatal(err)
	}
	return m
}
