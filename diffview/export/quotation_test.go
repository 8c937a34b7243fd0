package export

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
)

// TestJSONQuotations writes who says what, and what the other article has of it.
func TestJSONQuotations(t *testing.T) {
	prepare := func(text string) *diffview.Prepared { return diffview.Prepare(corpus.FromText("a.txt", text)) }
	c, err := diffview.Compare(context.Background(),
		prepare("“The old bridge is perfectly safe,” Paula Quist said. “Nobody asked the fishermen,” said Henrik Saal."),
		prepare("Paula Quist said: “The old bridge is perfectly safe and will open on Monday.”"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := JSON(&b, c, Options{}); err != nil {
		t.Fatal(err)
	}
	const want = ` "quotations":{"left":[
  {"start":3,"end":36,"speaker":"Paula Quist","standing":"whole","partner":0},
  {"start":61,"end":88,"speaker":"Henrik Saal","standing":"absent","partner":-1}],"right":[
  {"start":21,"end":78,"speaker":"Paula Quist","standing":"cut","partner":0}]},`
	if !strings.Contains(b.String(), want) {
		t.Errorf("no\n%s\nin\n%s", want, &b)
	}
}
