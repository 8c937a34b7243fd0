package diffview

import (
	"context"
	"math"
	"strings"
	"testing"

	"parallax/corpus"
)

func BenchmarkMatchQuotations(b *testing.B) {
	text := strings.Repeat("“The old bridge is perfectly safe and will open on Monday,” Mayor Paula Quist said. The engineers had looked at every bolt since the storm.\n\n", 40)
	p := Prepare(corpus.FromText("a.txt", text)) // 1,000 words
	m := matchOf(b, p, p)
	b.ReportAllocs()
	for b.Loop() {
		m.matchQuotes(newBudget(context.Background(), math.MaxInt))
	}
}

// matchOf is the match of two articles, whatever it costs.
func matchOf(t testing.TB, left, right *Prepared) *match {
	t.Helper()
	m, err := newMatch(newBudget(context.Background(), math.MaxInt), left, right)
	if err != nil {
		t.Fatal(err)
	}
	return m
}
