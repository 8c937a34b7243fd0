package export

import (
	"bytes"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
)

// Every format says what of a long pair was not compared, shows it, and does
// not call it news of one article.
func TestLimitsAreShown(t *testing.T) {
	c := &diffview.Comparison{}
	for side, text := range [2]string{"Six were hurt. The pier is shut.", "Six were hurt. The ferry sails."} {
		a := corpus.FromText("a.txt", text)
		a.Sentences[1].Kind = prose.Uncompared
		c.Articles[side] = a
		c.Spans[side] = []diffview.Span{{Span: a.Sentences[0].Span}}
	}
	c.Links = []diffview.Link{{Score: 1, Sure: true}}
	for _, f := range Formats {
		var b bytes.Buffer
		if err := f.Write(&b, c, Options{}); err != nil {
			t.Fatal(err)
		}
		page := strings.Join(strings.Fields(b.String()), " ")
		for _, want := range []string{"only the first 1 of 2 sentences of the left article and 1 of 2 of the right one", "The pier is shut.", "The ferry sails."} {
			if !strings.Contains(page, want) {
				t.Errorf("%s does not have %q:\n%s", f.Name, want, &b)
			}
		}
	}
	for _, r := range layout.Arrange(c) {
		if r.Relation == layout.OnlyLeft || r.Relation == layout.OnlyRight {
			t.Errorf("what was not compared is called news: %+v", r)
		}
	}
}
