package text

import (
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/corpus/lazyregexp"
)

// No pattern of a whole line takes one that does not begin with a sign.
func TestUnmarkedLines(t *testing.T) {
	patterns := []*lazyregexp.Regexp{mdFence, mdHeading, mdRule, mdUnder, mdTableRow, mdQuote, mdBullet, mdDef, callout, tagLine}
	parts := strings.Split("`|```|~~~|>|[|[!note]|]: x|#|# |*|* |-|- |---|_|___|=|+ |+|:|::|\\|| |  |\t|a|Lorne|1. |“|é|!|^x|<|&|%", "|")
	r, taken := rand.New(rand.NewPCG(1, 1)), 0
	for range 20_000 {
		var line strings.Builder
		for range 1 + r.IntN(6) {
			line.WriteString(parts[r.IntN(len(parts))])
		}
		for _, p := range patterns {
			if l := line.String(); p.MatchString(l) {
				taken++
				if !isMarked(l) {
					t.Fatalf("%q is said to begin with no sign", l)
				}
			}
		}
	}
	if taken < 1000 {
		t.Errorf("only %d lines are of Markdown", taken)
	}
}
