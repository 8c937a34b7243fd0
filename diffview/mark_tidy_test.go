package diffview

import (
	"testing"

	"parallax/corpus"
)

// TestSolid holds that of a doubtful link only words that stand together count.
func TestSolid(t *testing.T) {
	p := Prepare(corpus.FromText("left.txt", "The mayor praised the old harbour wall of Lorne."))
	// mayor … harbour wall of Lorne, against a sentence where the mayor stands at the end.
	words := []aligned{{tokens: [2]int{1, 20}}, {tokens: [2]int{5, 3}}, {tokens: [2]int{6, 4}}, {tokens: [2]int{8, 6}}}
	got := p.solid(words)
	if len(got) != 3 || got[0].tokens[Left] != 5 {
		t.Errorf("of a doubtful link %v count, want the harbour wall of Lorne", got)
	}
	if got := p.solid(words[:1]); len(got) != 0 {
		t.Errorf("a single word of a doubtful link counts: %v", got)
	}
}
