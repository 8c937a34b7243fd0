package mark

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Of the places where the other article has a word, the one counts that has the
// same words around it, or words like them.
func TestBestMatch(t *testing.T) {
	l := doc.Prepare(corpus.FromText("a.txt", "The harbour bridge in Tolvane was closed by engineers after a crack was found."))
	r := doc.Prepare(corpus.FromText("b.txt", "A bridge of trust is needed, the mayor said. Engineers shut the harbour bridge in Tolvane when they found a crack. The old bridge burned in 1911."))
	_, w := byRules(t, l, r)
	at := -1
	for k := range l.Tokens {
		if l.Tokens[k].Text == "bridge" {
			at = k
		}
	}
	m := w.bestMatch(sides.Right, w.Terms[sides.Left][at], w.gather(sides.Left, w.around.place[sides.Left][at]))
	if m.sentence != 1 || m.share < .4 {
		t.Errorf("the best place of “bridge” is in sentence %d with %.2f of what stands around it, want sentence 1 with .4 at least", m.sentence, m.share)
	}
}

// What stands between the partners of the words before and after tells whether
// a word may be there in other words.
func TestGapFeatures(t *testing.T) {
	for _, c := range []struct {
		right string
		want  float64 // content words between the partners
	}{
		{"Engineers found a huge crack in the harbour bridge.", 1},
		{"Engineers found a crack in the harbour bridge.", 0},
	} {
		l := doc.Prepare(corpus.FromText("a.txt", "Engineers found a dangerous crack in the harbour bridge."))
		r := doc.Prepare(corpus.FromText("b.txt", c.right))
		_, w := byRules(t, l, r)
		w.look(sides.Left, 0)
		for n, k := range w.words {
			if l.Tokens[k.token].Text != "dangerous" {
				continue
			}
			w.features(sides.Left, 0, n)
			if w.x[wGapOther] != c.want || w.x[wGapOwn] != 1 {
				t.Errorf("%s: %v words for %v, want %v for 1", c.right, w.x[wGapOther], w.x[wGapOwn], c.want)
			}
		}
	}
}
