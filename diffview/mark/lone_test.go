package mark

import (
	"testing"

	"parallax/corpus"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

// A name that both articles have is not lit by itself in a sentence that says
// something else; in a phrase that both have it is, and so it is in a short sentence.
func TestLone(t *testing.T) {
	const right = "The ferry Orsa ran aground off Tolvane on Sunday night. Nobody was hurt, Saal said."
	for _, c := range []struct {
		name, left string
		lit        []string
		want       sides.Mark
	}{
		{"a name alone", "On the island, fishermen, hoteliers and the keepers of three museums told Saal that winters had become too long.", []string{"saal"}, sides.Unclear},
		{"a phrase", "The ferry Orsa ran aground off Tolvane, and fishermen, hoteliers and the keepers of three museums came to look.", []string{"ferry", "orsa", "ran", "aground", "tolvane"}, sides.Agree},
		{"a short sentence", "Saal left.", []string{"saal"}, sides.Agree},
	} {
		l, r := doc.Prepare(corpus.FromText("a.txt", c.left)), doc.Prepare(corpus.FromText("b.txt", right))
		m, w := byRules(t, l, r)
		lit := map[string]bool{}
		for _, word := range c.lit {
			lit[word] = true
		}
		for k := range l.Tokens {
			m.verdicts[sides.Left][k] = verdict{mark: sides.Detail, settled: true}
			if lit[l.Tokens[k].Text] {
				m.verdicts[sides.Left][k].mark = sides.Agree
			}
		}
		m.lone(w, wordModel())
		for k := range l.Tokens {
			if lit[l.Tokens[k].Text] && m.verdicts[sides.Left][k].mark != c.want {
				t.Errorf("%s: %q is %v, want %v", c.name, l.Tokens[k].Text, m.verdicts[sides.Left][k].mark, c.want)
			}
		}
	}
}
