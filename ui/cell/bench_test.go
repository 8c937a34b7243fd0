package cell

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkSpelling makes 100 KB of news plain that has typographic marks and
// some accents, as most has.
func BenchmarkSpelling(b *testing.B) {
	text := strings.Repeat("“We won’t wait,” the mayor of Orde said – twice – at the café on Monday. Engineers found cracks in the eastern wall last autumn. ", 800)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Loose.Of(text, true)
	}
}

// BenchmarkFilter narrows ten thousand rows of three columns.
func BenchmarkFilter(b *testing.B) {
	heads := []string{"outlet", "title", "date"}
	texts := make([]string, 10_000)
	for i := range texts {
		texts[i], _ = Loose.Of(fmt.Sprintf("Lorne Herald\x1fThe ferry to Skerrow is halted for a week as inspectors search the engine room, number %d\x1f9 Apr 2025 2025-04-09 April Wednesday", i), false)
	}
	for _, query := range []string{"ferry halted", "title:^the date:2025-04 !zebra", "frysk"} {
		b.Run(query, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Filter(query, heads, texts)
			}
		})
	}
}
