package exact

import (
	"flag"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/prose"
)

var large = flag.Bool("large", false, "compare hostile texts of 100,000 lines, not 20,000")

// bare makes an article of a text without looking what is known about it,
// which takes its time on texts like these.
func bare(text string) *corpus.Article {
	return &corpus.Article{Text: text, Sentences: prose.Sentences(text)}
}

// lines returns n lines.
func lines(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i))
	}
	return b.String()
}

// TestHostile compares texts made to be slow. That it comes to an end is what
// is tested: without bounds on the work any of them takes minutes.
func TestHostile(t *testing.T) {
	many := corpustest.Often(20_000)
	if *large {
		many = corpustest.Often(99_000)
	}
	r := rand.New(rand.NewSource(1))
	cats := func(n string) func(i int) string {
		return func(i int) string { return fmt.Sprintf("Line %d has %s cats.\n", i, n) }
	}
	digit := func(int) string { return fmt.Sprint(r.Intn(10), " ") }
	for _, x := range []struct{ name, left, right string }{
		{"lines, each changed", lines(many, cats("two")), lines(many, cats("four"))},
		{"lines, shuffled", lines(many, cats("two")), lines(many, func(i int) string { return cats("two")(i * 7919 % many) })},
		{"lines, few different", lines(many, func(i int) string { return fmt.Sprintf("%d cats %d.\n", i%7, i%11) }), lines(many, func(i int) string { return fmt.Sprintf("%d cats %d.\n", i%5, i%13) })},
		{"a sentence of many numbers", lines(2*many, func(i int) string { return fmt.Sprint(i, " ") }), lines(2*many, func(i int) string { return fmt.Sprint(i+i%3, " ") })},
		{"a sentence of many digits at random", lines(2*many, digit), lines(2*many, digit)},
		{"a word many times", strings.Repeat("ha ", 2*many), strings.Repeat("ha ", 2*many-100) + "ho"},
		{"a sentence many times", strings.Repeat("Ha ho. ", many/2), strings.Repeat("Ha ho. ", many/3) + "Hu. " + strings.Repeat("Ha ho. ", many/10)},
		{"two sentences by turns", strings.Repeat("Ha ho. Hu hi.\n", many/3), strings.Repeat("Hu hi. Ha ho.\n", many/3)},
		{"a mark many times", strings.Repeat("- ", many*3), strings.Repeat(", ", many*3)},
		{"a letter with many accents", "e" + strings.Repeat("\u0301", many*3), "e" + strings.Repeat("\u0301", many*3-1)},
	} {
		t.Run(x.name, func(t *testing.T) {
			a, b := New(bare(x.left)), New(bare(x.right))
			Versions(a, b)
			if diffOf(a, b).Identical() {
				t.Error("called identical")
			}
		})
	}
}

// BenchmarkCompare compares two versions of 20,000 words with 300 edits.
func BenchmarkCompare(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	text := prosaic(r, 1500)
	changed := text
	for range 300 {
		changed, _ = editOne(r, changed)
	}
	left, right := newText(text), newText(changed)
	b.Run("New", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			New(left.Article)
		}
	})
	b.Run("Versions", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Versions(left, right)
		}
	})
	b.Run("Compare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			diffOf(left, right)
		}
	})
}
