package diffview_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"parallax/corpus"
	"parallax/corpus/fold"
	"parallax/diffview"
)

// storedOtherwise are ways in which a text can be stored or typeset that
// change nothing of what it says.
var storedOtherwise = []struct {
	name string
	of   func(string) string
}{
	{"decomposed", norm.NFD.String},
	{"soft hyphens", inWords("\u00ad")},
	{"no width", inWords("\u200b")},
	{"a byte order mark before paragraphs", func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n\n", "\n\n\ufeff") }},
	{"ligatures", strings.NewReplacer("ffi", "ﬃ", "fi", "ﬁ", "fl", "ﬂ", "ff", "ﬀ").Replace},
	{"paragraphs of nothing", func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\n\u200b\n\n") }},
}

var longWord = regexp.MustCompile(`(\p{L}{4})(\p{L}{3})`)

// inWords puts a sign into long words.
func inWords(sign string) func(string) string {
	return func(s string) string { return longWord.ReplaceAllString(s, "${1}"+sign+"${2}") }
}

const (
	cafe = `Fire closes the café at Ordé harbour

The fire at the Café Zoé in Ordé closed the harbour on Monday, officials said. Mayor Zoé Müller said 120 people were taken to the Élysée hall.

“We will not wait for another fire,” Müller told reporters. A fireman, Réné Kåre, was hurt when a wall fell. The final bill was put at $3.5 million.

The city office expects the harbour to open on Friday.
`
	burnt = `Harbour café burns in Ordé

Officials said on Monday that a fire had closed the harbour of Ordé, where the Café Zoé burnt down. About 120 people went to the Élysée hall, said Zoé Müller, the mayor.

A wall fell and hurt Réné Kåre, a fireman. “We will not wait for another fire,” said Müller. Officials put the final bill at $5.3 million.

The harbour will open on Friday, the city office said. Two ships wait outside.
`
)

// TestStoredOtherwise compares coverage with a text that is stored otherwise:
// links, marks, shares and conflicts are those of the text as it was, and what
// is shown is the text that was read.
func TestStoredOtherwise(t *testing.T) {
	pairs := [][2]string{{cafe, burnt}}
	all := articles(t)
	for _, a := range all[1:4] {
		pairs = append(pairs, [2]string{all[0].Text, a.Text})
	}
	for n, pair := range pairs {
		left := diffview.Prepare(corpus.FromText("left.txt", pair[0]))
		want := said(compared(left, diffview.Prepare(corpus.FromText("right.txt", pair[1]))))
		for _, as := range storedOtherwise {
			t.Run(fmt.Sprint(n, " ", as.name), func(t *testing.T) {
				c := compared(left, diffview.Prepare(corpus.FromText("right.txt", as.of(pair[1]))))
				checkTiling(t, c)
				got, want := strings.Split(said(c), "\n"), strings.Split(want, "\n")
				for i := range min(len(got), len(want)) {
					if got[i] != want[i] {
						t.Fatalf("line %d of what is said is\n%s\nwant\n%s", i, got[i], want[i])
					}
				}
				if len(got) != len(want) {
					t.Errorf("says %d things, want %d", len(got), len(want))
				}
			})
		}
	}
}

// said writes down what a comparison says, each text in its folded form.
func said(c *diffview.Comparison) string {
	var b strings.Builder
	for _, l := range c.Links {
		fmt.Fprintf(&b, "link %v %.4f %v %d\n", l.Sentences, l.Score, l.Sure, len(l.Words))
	}
	for side, spans := range c.Spans {
		for _, s := range spans {
			fmt.Fprintf(&b, "%d %v %v %q\n", side, s.Mark, s.Strength, strings.TrimSpace(fold.String(s.Of(c.Articles[side].Text))))
		}
		fmt.Fprintf(&b, "share %+v\n", c.Share(diffview.Side(side)))
		for _, q := range c.Quotations()[side] {
			fmt.Fprintf(&b, "quotation %q %q %v %d\n", fold.String(q.Of(c.Articles[side].Text)), q.Speaker, q.Standing, q.Partner)
		}
	}
	for _, k := range c.Conflicts {
		fmt.Fprintf(&b, "%v %v %s\n", k.Kind, k.Grade, k.Reason)
	}
	return b.String()
}
