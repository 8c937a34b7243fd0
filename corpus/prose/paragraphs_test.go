package prose

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// In each case "¶" begins a paragraph that is wanted.
var paragraphCases = map[string]string{
	"one a line": `
¶Dam breaks near Halden
¶The dam above Halden broke on Monday night, and two people who slept in a cabin below it died, the police said on Tuesday.
¶Officials had warned of the cracks since 2019.
¶“We wrote letters,” said the mayor.
`,
	"blank lines": `
¶Dam breaks near Halden

¶The dam above Halden broke on Monday night, and two people who slept in a cabin below it died, the police said on Tuesday.


¶Officials had warned of the cracks since 2019.
`,
	"both": `
¶The dam above Halden broke on Monday night, and two people who slept in a cabin below it died, the police said on Tuesday.
¶Officials had warned of the cracks since 2019.

¶The mayor was told.
¶She has resigned.
`,
	"hard-wrapped, blank lines": `
¶The dam above Halden broke on Monday night, and two people who slept in
a cabin below it died, the police said on Tuesday. Officials of the Orde
Water Board had warned of the cracks since 2019.

¶“We wrote letters,” said the mayor, Ann Lund, who had asked the board
for repairs. Nobody
answered.

¶Two died.
`,
	"hard-wrapped, short last lines": `
¶The dam above Halden broke on Monday night, and two people who slept in
a cabin below it died, the police said on Tuesday.
¶“We wrote letters,” said the mayor, Ann Lund, who had asked the board
for repairs. Nobody answered, she said, and nobody came to look at the
wall.
¶The board did not comment.
`,
	"hard-wrapped, indented": `
   ¶The dam above Halden broke on Monday night, and two people who slept in
a cabin below it died, the police said on Tuesday. The water then went on.
   ¶“We wrote letters,” said the mayor, Ann Lund, who had asked the board
for repairs.
`,
	"hard-wrapped under a heading": `
¶DAM BREAKS NEAR HALDEN
¶By Ann Lund
¶The dam above Halden broke on Monday night, and two people who slept in
a cabin below it died, the police said on Tuesday. Officials of the
Orde Water Board had warned of the cracks since 2019.
`,
	"a list in mail": `
¶The board promised at its meeting on Monday night that it would do three
things before the autumn:
¶- repair the wall
¶- warn the town
¶1. first by letter
¶2. then by siren
`,
	"a list": `
¶Get the app
¶Most read
¶Sport
¶weather
¶Advertisement
`,
	"headline over a date": `
¶Dam above Halden breaks in the night and two people die there
¶on April 24th, 2031

¶The dam above Halden broke on Monday night, and two people who slept in a cabin below it died, the police said on Tuesday.
`,
	"wrapped quotation in a file of long lines": `
¶The dam above Halden broke on Monday night, and two people who slept in a cabin below it died, the police said on Tuesday.

¶The board had been told in plain words that the wall would not hold for
another winter, and that the people who lived below it should be warned
at once. It was told again in May, in a letter that nobody answered, and
in June. It did nothing.
`,
}

func TestParagraphs(t *testing.T) {
	for name, c := range paragraphCases {
		t.Run(name, func(t *testing.T) {
			var want, got []string
			for _, p := range strings.Split(c, "¶")[1:] {
				want = append(want, strings.TrimSpace(p))
			}
			text := strings.ReplaceAll(c, "¶", "")
			for _, p := range Paragraphs(text) {
				got = append(got, p.Of(text))
			}
			if strings.Join(got, "¶") != strings.Join(want, "¶") {
				t.Errorf("\n got ¶%s\nwant ¶%s", strings.Join(got, "\n¶"), strings.Join(want, "\n¶"))
			}
		})
	}
}

func TestParagraphsLineEnds(t *testing.T) {
	for _, text := range []string{"a.\nb.", "a.\r\nb.", "a.\rb.", "a.\u2028b.", "\n\na.\n \nb.\n\n", "a.\f b.", "\u00a0a.\n\tb.\u3000"} {
		var got []string
		for _, p := range Paragraphs(text) {
			got = append(got, p.Of(text))
		}
		if strings.Join(got, "¶") != "a.¶b." {
			t.Errorf("paragraphs of %q are %q", text, got)
		}
	}
}

// wrapped breaks the lines of text at width runes, between words.
func wrapped(text string, width int) string {
	var out strings.Builder
	for _, p := range Paragraphs(text) {
		col := 0
		for _, w := range strings.Fields(p.Of(text)) {
			n := utf8.RuneCountInString(w)
			switch {
			case col == 0:
			case col+1+n > width:
				out.WriteByte('\n')
				col = 0
			default:
				out.WriteByte(' ')
				col++
			}
			out.WriteString(w)
			col += n
		}
		out.WriteString("\n\n")
	}
	return out.String()
}

func folded(text string) string {
	var out []string
	for _, s := range Sentences(text) {
		out = append(out, Fold(s.Of(text)))
	}
	return strings.Join(out, "\n")
}

// A text reads the same at any width that mail is broken at.
func TestWrappedReadsTheSame(t *testing.T) {
	text := newsText + "\n\nThe port’s master was told.\n\n" + newsText + newsText
	want := folded(text)
	for width := 45; width <= widestWrap; width++ {
		if got := folded(wrapped(text, width)); got != want {
			t.Errorf("at %d columns:\n%s", width, got)
		}
	}
}

// leastWrapped is the share of 300 articles that must have the same sentences
// when they are broken at 72 columns, as measured on corpora/events.
const leastWrapped = 0.99

func TestWrappedCorpus(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared, "corpora/events/*.md"))
	if len(files) == 0 {
		t.Skip("needs the collection of texts beside the checkout")
	}
	same := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(strings.TrimPrefix(string(b), "---"), "\n---")
		if want, got := folded(text), folded(wrapped(text, 72)); got == want {
			same++
		} else {
			w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
			for i := range min(len(w), len(g)) {
				if w[i] != g[i] {
					t.Logf("%s:\nwant %s\n got %s", filepath.Base(f), w[i], g[i])
					break
				}
			}
		}
	}
	t.Logf("%d of %d articles read the same at 72 columns", same, len(files))
	if float64(same) < leastWrapped*float64(len(files)) {
		t.Errorf("the share of articles that read the same is below its floor, %v", leastWrapped)
	}
}
