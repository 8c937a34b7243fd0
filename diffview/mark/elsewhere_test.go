package mark

import (
	"strings"
	"testing"

	"parallax/diffview/difftest"
	"parallax/diffview/sides"
)

// Before any link is made, what a sentence of the other article has in a row is
// no detail, and scattered words of it are.
func TestElsewhere(t *testing.T) {
	left := "The captain, Olav Rehn, had radioed a burst boiler pipe."
	for _, c := range []struct{ right, want string }{
		{"Ministers will ask how old a burst boiler pipe may be.", "burst boiler pipe"},
		{"A pipe of the boiler burst, the owners said.", "burst boiler pipe"},
		{"Ministers will ask about the boiler of the ferry and its pipe.", ""},
		{"A pipe froze at the school, heavy snow broke trees, and the old boiler of the town hall nearly burst.", ""},
		{"Captain Olav Rehn has sailed for thirty years.", "captain olav rehn"},
		{"Bread prices rose again in the capital.", ""},
	} {
		l, _ := difftest.OneSentence(left)
		r, _ := difftest.OneSentence(c.right)
		m := New(l, r)
		m.Elsewhere(difftest.Unlimited(), difftest.Match(l, r))
		var got []string
		for k, v := range m.verdicts[sides.Left] {
			if v.mark == sides.Agree {
				got = append(got, l.Tokens[k].Text)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("beside %q: %q is no detail, want %q", c.right, got, c.want)
		}
	}
}
