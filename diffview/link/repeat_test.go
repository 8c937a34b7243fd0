package link

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
)

// TestWholeSentences holds that a sentence that stands word for word in the other
// article is linked surely wherever it stands there, and each time it is repeated; a
// few words that are everywhere make no link.
func TestWholeSentences(t *testing.T) {
	const said = "The ferry left the harbour without its second engine."
	const around = "\n\nThe council meets on Friday in Lorne. Twelve divers searched the harbour. The museum closed its doors for nine days.\n\n"
	for _, test := range []struct {
		name, left, right string
		want              [][2]int // from the end of the left, the beginning of the right
	}{
		{"repeated on one side", said, said + "\n\nA crane fell.\n\n" + said, [][2]int{{0, 0}, {0, 2}}},
		{"within quotation marks", said, "“" + said + "”", [][2]int{{0, 0}}},
		{"in a longer sentence", said, "At the inquiry on Monday, which heard eleven sailors, a clerk read from a letter of the pilots to the owners: the ferry left the harbour without its second engine, and none of us was asked.", [][2]int{{0, 0}}},
		{"a formula", "This is how it is done.", "He was asked at length and said only that this is how it is done in Tolvane by painters of signs and boats.", nil},
	} {
		l, r := doc.Prepare(corpus.FromText("l.txt", around+test.left)), doc.Prepare(corpus.FromText("r.txt", test.right+around))
		f, err := Find(difftest.Unlimited(), difftest.Match(l, r))
		if err != nil {
			t.Fatal(err)
		}
		sure := map[[2]int]bool{}
		for _, k := range f.Links {
			sure[[2]int{len(l.Sentences) - 1 - k.Left, k.Right}] = k.Score >= SureFloor
		}
		for _, w := range test.want {
			if !sure[w] {
				t.Errorf("%s: sentence %d of the right is not linked surely: %v", test.name, w[1], f.Links)
			}
		}
		if test.want == nil && sure[[2]int{0, 0}] {
			t.Errorf("%s: linked surely", test.name)
		}
	}
}
