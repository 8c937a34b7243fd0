package link

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/diffview/budget"
	"parallax/diffview/difftest"
	"parallax/diffview/doc"
)

// Four times the sentences are looked up in about four times the steps: what is
// in every sentence is not looked up everywhere.
func TestLookingUpGrowsWithLength(t *testing.T) {
	corpustest.Measures(t)
	steps := func(sentences int) int {
		rng := rand.New(rand.NewPCG(1, 2))
		text := func() *doc.Doc {
			var b strings.Builder
			for range sentences { // few words are frequent, most are rare
				fmt.Fprintf(&b, "The w%d of the w%d.\n\n", int(1/(rng.Float64()+1e-4)), int(1/(rng.Float64()+1e-4)))
			}
			return doc.Prepare(corpus.FromText("a.txt", b.String()))
		}
		l := newLinker(difftest.Match(text(), text()))
		b := budget.New(context.Background(), math.MaxInt)
		if _, err := l.candidates(b, l.newIndexes()); err != nil {
			t.Fatal(err)
		}
		return math.MaxInt - b.Left()
	}
	once, more := steps(1000), steps(4000)
	t.Logf("1,000 sentences: %d M steps; 4,000: %d M", once/1e6, more/1e6)
	if more > 6*once {
		t.Errorf("four times the text costs %.1f times as much", float64(more)/float64(once))
	}
}
