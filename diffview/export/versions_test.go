package export

import (
	"bytes"
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
)

// TestVersionsInAllFormats writes two versions in every format: each tells the
// moved paragraph, the changed number, the missing comma, the sentence taken
// out and the differences that do not count.
func TestVersionsInAllFormats(t *testing.T) {
	const (
		first = `The council approved a plan on Tuesday to repair the Orde dam, which supplies water to 40,000 homes.

Engineers found cracks in the eastern wall, and one in three gates no longer closes. Nobody was hurt.

"We will not wait for another flood," Lund told reporters in the town hall after the vote.

The mayor left early.

His deputy stayed to the end and spoke for an hour.`
		second = `“We will not wait for another flood,” Lund told reporters in the town hall after the vote.

The council approved a plan on Tuesday to repair the Orde dam which supplies water to 42,000 homes.

Engineers found cracks in the eastern wall, and one in three gates no longer closes.

The mayor left early. His deputy stayed to the end and spoke for an hour.`
	)
	prepare := func(text string) *diffview.Prepared { return diffview.Prepare(corpus.FromText("a.txt", text)) }
	c, err := diffview.Compare(context.Background(), prepare(first), prepare(second))
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range Formats {
		for _, part := range []bool{false, true} {
			var b bytes.Buffer
			if err := format.Write(&b, c, Options{OnlyDifferences: part}); err != nil {
				t.Fatal(err)
			}
			if format.Name == "json" {
				jsonVersions(t, b.Bytes())
				continue
			}
			got := strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>|[*‹›{}+~!]`).ReplaceAllString(b.String(), " ")), " ")
			for _, want := range []string{
				"changed inside sentences: number 1, punctuation 1", "moved: A 4; B 1", "only here: A 3", "quotation marks 2",
				"begins a paragraph only here: A 6", paragraphIn[format.Name],
				"‘40,000’ vs ‘42,000’",
			} {
				if !strings.Contains(got, want) {
					t.Errorf("%s does not say %q:\n%s", format.Name, want, got)
				}
			}
		}
	}
}

// paragraphIn is how each format shows that a paragraph begins with a sentence of A
// only.
var paragraphIn = map[string]string{"text": "6¶ = 5", "markdown": "A 6 ¶: His deputy", "html": "A 6 ¶ His deputy"}

// jsonVersions looks for the same in the JSON.
func jsonVersions(t *testing.T, data []byte) {
	t.Helper()
	var got struct{ Exact jsonExact }
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	x := got.Exact
	if x.Identical || len(x.Changes) != 2 || len(x.Sentences["left"]) != 2 || len(x.Sentences["right"]) != 1 || x.Sentences["right"][0].Fate != "moved" || x.Excused["quotation marks"] != 2 || len(x.Paragraphs["left"]) != 1 {
		t.Errorf("json says %+v", x)
	}
}
