package mark

import (
	"testing"

	"parallax/diffview/align"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
)

// Words are in each other's place only where a word that carries meaning holds
// the place: "with" and "’s" stand around everything.
func TestAnchored(t *testing.T) {
	l, _ := difftest.OneSentence("The tone is in line with the ministry’s harder course.")
	r, _ := difftest.OneSentence("Talks were held with Rehn’s lawyers.")
	at := func(p *doc.Doc, text string) int {
		for k := range p.Tokens {
			if p.Tokens[k].Text == text {
				return k
			}
		}
		t.Fatalf("no %q", text)
		return 0
	}
	pair := func(a, b string) align.Aligned { return align.Aligned{Tokens: [2]int{at(l, a), at(r, b)}} }
	m := New(l, r)
	if m.anchored([]align.Aligned{pair("with", "with"), pair("'s", "'s")}, 1) {
		t.Error("“with …’s” holds a place")
	}
	if !m.anchored([]align.Aligned{pair("with", "with"), pair("'s", "'s"), pair("harder", "lawyers")}, 1) {
		t.Error("“with …’s lawyers” holds none")
	}
}
