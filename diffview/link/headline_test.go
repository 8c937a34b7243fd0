package link

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
)

// A headline goes with the sentence that says it best and with the other
// headline, not with all that share its words.
func TestHeadlines(t *testing.T) {
	text := func(path string) *doc.Doc {
		return doc.Prepare(corpus.FromText(path, `Council weighs closing the harbour bridge in Tolvane

The council is weighing the closure of the harbour bridge in Tolvane, three members said on Friday.

In March the council in Tolvane closed the swimming bath beside the harbour bridge for repairs.`))
	}
	m := difftest.Match(text("left.txt"), text("right.txt"))
	got := newLinker(m).headlines([]Link{{0, 0, .7}, {0, 1, .9}, {0, 2, .7}, {1, 0, .6}, {2, 0, .4}, {2, 2, .5}})
	want := []Link{{0, 0, .7}, {0, 1, .9}, {1, 0, .6}, {2, 2, .5}}
	if len(got) != len(want) {
		t.Fatalf("left with %v, want %v", got, want)
	}
	for k := range want {
		if got[k] != want[k] {
			t.Errorf("left with %v, want %v", got, want)
		}
	}
}
