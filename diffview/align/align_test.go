package align

import (
	"strings"
	"testing"

	"parallax/diffview/difftest"
	"parallax/diffview/doc"
	"parallax/diffview/sides"
)

func TestAlign(t *testing.T) {
	for _, c := range []struct{ name, left, right, want string }{
		{"other forms and other words",
			"The council is considering the purchase of the harbour.",
			"The council weighs buying the harbour.",
			"considering-weighs purchase-buying"},
		{"another order",
			"Two crew members were hurt when the ferry sank off Tolvane on Tuesday.",
			"On Tuesday the ferry sank off Tolvane and two crew members were hurt.",
			""},
		{"the same quantity, written otherwise",
			"Six passengers were taken to hospital in Tolvane.",
			"6 passengers were taken to hospital in Tolvane.",
			"six-6"},
	} {
		l, _ := difftest.OneSentence(c.left)
		r, _ := difftest.OneSentence(c.right)
		var other []string
		words := align(l, r, 0, 0)
		for n, w := range words {
			x, y := l.Tokens[w.Tokens[sides.Left]].Text, r.Tokens[w.Tokens[sides.Right]].Text
			if x != y {
				other = append(other, x+"-"+y)
			}
			if n > 0 && w.Tokens[sides.Left] <= words[n-1].Tokens[sides.Left] {
				t.Errorf("%s: %q is aligned twice or out of order", c.name, x)
			}
		}
		if got := strings.Join(other, " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if len(words) < 4 {
			t.Errorf("%s: only %d words are aligned", c.name, len(words))
		}
	}
}

// Sentences of hundreds of words take another way.
func TestAlignLongSentences(t *testing.T) {
	long := strings.Repeat("the ferry sank off the harbour in a storm and ", 40)
	l, _ := difftest.OneSentence(long + "six died")
	r, _ := difftest.OneSentence(long + "eight died")
	if got := align(l, r, 0, 0); len(got) != 401 {
		t.Errorf("%d words are aligned, want all but the number: 401", len(got))
	}
}

func TestParseWeights(t *testing.T) {
	for text, want := range map[string]string{
		"seed 0 same":       "line 1: want four columns",
		"seed 9 same 1":     "line 1: unknown name",
		"# x\nseed 0 sam 1": "line 2: unknown name",
		"":                  "",
	} {
		_, err := parseWeights(text)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
	if w := wordWeights(); w[seed][meanings][eBias] == 0 {
		t.Error("the embedded weights are empty")
	}
}

// align returns the words of alignWhole without the loose pairs, as the finders
// get them.
func align(left, right *doc.Doc, i, j int) []Aligned {
	words, _ := Words(left, right, i, j)
	return words
}
