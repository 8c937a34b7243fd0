package conflict

import (
	"fmt"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview/doc"
	"parallax/diffview/ledger"
	"parallax/diffview/sides"
)

// A conflict carries the other places where an article has its value, of the same
// thing and no other.
func TestAlso(t *testing.T) {
	l := doc.Prepare(corpus.FromText("l.txt", "Police arrested 14 dock workers. The strike of the 14 workers goes on. It has cost 14 million crowns, and 14 days.\n"))
	r := doc.Prepare(corpus.FromText("r.txt", "Police arrested 22 dock workers. In a storm, 22 were killed.\n"))
	k := Conflict{Kind: sides.NumberConflict, Spans: [2]prose.Span{{Start: 16, End: 18}, {Start: 16, End: 18}}}
	k.Also([2]*ledger.Ledger{ledger.New(l), ledger.New(r)})
	if got, want := fmt.Sprint(k.Elsewhere), "[[{51 53} {16 18}]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	k.Turn()
	if got, want := fmt.Sprint(k.Elsewhere), "[[{16 18} {51 53}]]"; got != want {
		t.Errorf("turned: got %s, want %s", got, want)
	}
}
