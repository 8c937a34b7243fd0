package cell

import (
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
