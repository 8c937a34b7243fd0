package pair

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// Whom and what two articles name is the same, or not.
func TestSameEntity(t *testing.T) {
	for _, c := range []struct {
		left, right string
		same        bool
	}{
		{"They met Tobias Wren.", "They met Mr. Wren.", true},
		{"They met Tobias Wren.", "They met Theo Wren.", false},
		{"They met Jeff Wren.", "They met Jeffrey Wren.", true},
		{"They met J. Wren.", "They met Jeffrey Wren.", true},
		{"They met Mary Wren.", "They met Mr. Wren.", false},
		{"They met Mary Wren.", "They met Mary Wrenn.", true},
		{"They met Felipe Calderón.", "They met Felipe Calderon.", true},
		{"They met the NFC.", "They met the National Ferry Council.", true},
		{"They met the NFC.", "They met the National Rail Council.", false},
		{"They sued Highline.", "They sued Highline Services.", true},
		{"They met Liz Wren.", "They met Elizabeth Wren.", true},
		{"They met Bill Wren.", "They met William Wren.", true},
		{"They met Jack Wren.", "They met James Wren.", false},
		{"They asked the Pentagon.", "They asked the Department of Defense.", true},
		{"They asked the Pentagon.", "They asked the U.S. Defense Department.", true},
		{"They asked the Pentagon.", "They asked the Department of Justice.", false},
		{"They asked the Department of Justice.", "They asked the Justice Department.", true},
		{"They asked the Ministry of Fisheries.", "They asked the Fisheries Ministry.", true},
		{"They asked the University of Tolvane.", "They asked the Tolvane University.", false},
		{"They asked Britain.", "They asked the United Kingdom.", true},
	} {
		p := matchOf(t, doc.Prepare(corpus.FromText("l.txt", c.left)), doc.Prepare(corpus.FromText("r.txt", c.right))).Entities
		if got := len(p.Partner[sides.Left]) > 0 && p.Partner[sides.Left][0] >= 0; got != c.same {
			t.Errorf("%q, %q: same %v, want %v", c.left, c.right, got, c.same)
		}
	}
}

func FuzzSameEntity(f *testing.F) {
	f.Add("Secretary of State Ada Lindqvist, 43, the NFC's U.S.-Mexico envoy, met Mr. de la Vega (FRGs) in Bellingham, Wash. She left.")
	f.Add("THE MAYOR OF TOLVANE QUITS. “Osprey” İstanbul Ǆ. D-N.Y. of the")
	f.Fuzz(func(t *testing.T, text string) {
		p := doc.Prepare(corpus.FromText("a.txt", text))
		checkSpellings(t, p, doc.Prepare(corpus.FromText("b.txt", strings.ReplaceAll(text, "nd", "dn"))))
	})
}
