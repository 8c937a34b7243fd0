package exact

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"
)

// TestHostile compares texts made to be slow.
func TestHostile(t *testing.T) {
	lines := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
		}
		return b.String()
	}
	r := rand.New(rand.NewSource(1))
	for _, x := range []struct{ name, left, right string }{
		{"30,000 lines, each changed", lines(30_000, func(i int) string { return fmt.Sprintf("Line %d has two cats.\n", i) }), lines(30_000, func(i int) string { return fmt.Sprintf("Line %d has four cats.\n", i) })},
		{"30,000 lines, shuffled", lines(30_000, func(i int) string { return fmt.Sprintf("Line %d has two cats.\n", i) }), lines(30_000, func(i int) string { return fmt.Sprintf("Line %d has two cats.\n", (i*7919)%30_000) })},
		{"30,000 lines, few alike", lines(30_000, func(i int) string { return fmt.Sprintf("%d cats %d.\n", i%7, i%11) }), lines(30_000, func(i int) string { return fmt.Sprintf("%d cats %d.\n", i%5, i%13) })},
		{"a sentence of 190,000 numbers", lines(190_000, func(i int) string { return fmt.Sprint(i, " ") }), lines(190_000, func(i int) string { return fmt.Sprint(i+i%3, " ") })},
		{"a sentence of 190,000 digits at random", lines(190_000, func(int) string { return fmt.Sprint(r.Intn(10), " ") }), lines(190_000, func(int) string { return fmt.Sprint(r.Intn(10), " ") })},
		{"a word 190,000 times", strings.Repeat("ha ", 190_000), strings.Repeat("ha ", 189_000) + "ho"},
		{"a sentence 40,000 times", strings.Repeat("Ha ho. ", 40_000), strings.Repeat("Ha ho. ", 30_000) + "Hu. " + strings.Repeat("Ha ho. ", 9_000)},
		{"two sentences by turns", strings.Repeat("Ha ho. Hu hi.\n", 30_000), strings.Repeat("Hu hi. Ha ho.\n", 30_000)},
		{"a mark 300,000 times", strings.Repeat("- ", 300_000), strings.Repeat(", ", 300_000)},
	} {
		t.Run(x.name, func(t *testing.T) {
			a, b := newText(x.left), newText(x.right)
			start := time.Now()
			a, b = New(a.Article), New(b.Article)
			t.Log("New", time.Since(start), len(a.tokens))
			start = time.Now()
			v := Versions(a, b)
			t.Log("Versions", v, time.Since(start))
			start = time.Now()
			d := Compare(a, b)
			t.Log("Compare", time.Since(start), len(d.Changes))
			if d.Identical() {
				t.Error("identical")
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	text := prosaic(r, 1500)
	changed := text
	for range 300 {
		changed, _ = editOne(r, changed)
	}
	x, y := newText(text), newText(changed)
	b.Log(x.count)
	b.Run("New", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			New(x.Article)
		}
	})
	b.Run("Versions", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Versions(x, y)
		}
	})
	b.Run("Compare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Compare(x, y)
		}
	})
}
