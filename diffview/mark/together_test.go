package mark

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// A word and its partner are lit together, unless a veto keeps them apart.
func TestTogether(t *testing.T) {
	for _, c := range []struct {
		left, right, word string
		want              sides.Mark
	}{
		{"Divers found the wreck off Tolvane.", "Off Tolvane divers have found a wreck.", "wreck", sides.Agree},
		{"The company paid the divers in Tolvane.", "The company refused to pay the divers in Tolvane.", "pay", sides.Detail},
	} {
		l, r := doc.Prepare(corpus.FromText("a.txt", c.left)), doc.Prepare(corpus.FromText("b.txt", c.right))
		m, w := byRules(t, l, r)
		for k := range l.Tokens {
			m.verdicts[sides.Left][k] = verdict{mark: sides.Agree, settled: true}
		}
		for k := range r.Tokens {
			m.verdicts[sides.Right][k] = verdict{mark: sides.Detail, settled: true}
		}
		m.together(w)
		for k := range r.Tokens {
			if r.Tokens[k].Text == c.word && m.verdicts[sides.Right][k].mark != c.want {
				t.Errorf("%s | %s: %q is %v, want %v", c.left, c.right, c.word, m.verdicts[sides.Right][k].mark, c.want)
			}
		}
	}
}
