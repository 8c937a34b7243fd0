package diffview

import "testing"

// Words are in each other's place only where a word that carries meaning holds
// the place: "with" and "’s" stand around everything.
func TestAnchored(t *testing.T) {
	l, _ := oneSentence("The tone is in line with the ministry’s harder course.")
	r, _ := oneSentence("Talks were held with Rehn’s lawyers.")
	at := func(p *Prepared, text string) int {
		for k := range p.tokens {
			if p.tokens[k].text == text {
				return k
			}
		}
		t.Fatalf("no %q", text)
		return 0
	}
	pair := func(a, b string) aligned { return aligned{tokens: [2]int{at(l, a), at(r, b)}} }
	m := newMarker(l, r)
	if m.anchored([]aligned{pair("with", "with"), pair("'s", "'s")}, 1) {
		t.Error("“with …’s” holds a place")
	}
	if !m.anchored([]aligned{pair("with", "with"), pair("'s", "'s"), pair("harder", "lawyers")}, 1) {
		t.Error("“with …’s lawyers” holds none")
	}
}
