package mark

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/align"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// TestSolid holds that of a doubtful link only words that stand together count.
func TestSolid(t *testing.T) {
	p := doc.Prepare(corpus.FromText("left.txt", "The mayor praised the old harbour wall of Lorne."))
	// mayor … harbour wall of Lorne, against a sentence where the mayor stands at the end.
	words := []align.Aligned{{Tokens: [2]int{1, 20}}, {Tokens: [2]int{5, 3}}, {Tokens: [2]int{6, 4}}, {Tokens: [2]int{8, 6}}}
	got := solid(p, words)
	if len(got) != 3 || got[0].Tokens[sides.Left] != 5 {
		t.Errorf("of a doubtful link %v count, want the harbour wall of Lorne", got)
	}
	if got := solid(p, words[:1]); len(got) != 0 {
		t.Errorf("a single word of a doubtful link counts: %v", got)
	}
}
