package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
)

// TestJSONOfLittle writes what programs trip over: what is not known, and
// characters that HTML has a use for.
func TestJSONOfLittle(t *testing.T) {
	c := &diffview.Comparison{Articles: [2]*corpus.Article{{Text: "Fish & <chips>", Sentences: []prose.Sentence{{Span: prose.Span{End: 14}}}}, {}}}
	c.Links = []diffview.Link{{Score: 2. / 3}}
	var b bytes.Buffer
	if err := JSON(&b, c, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`{"schema":"parallax.comparison/1",`,
		`"left":{"path":"","outlet":"","title":"","authors":[],"published":"","url":"","text":"Fish & <chips>","sentences":[{"start":0,"end":14,"kind":"body"}]}`,
		`"text":"","sentences":[]}`,
		`{"left":0,"right":0,"score":0.6667,"sure":false,"words":[]}`,
		`"spans":{"left":[],"right":[]}`,
		`"conflicts":[]}`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, &b)
		}
	}
	if !json.Valid(b.Bytes()) {
		t.Errorf("not JSON: %s", &b)
	}
}

func TestDate(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2031-03-04T00:00:00Z", "2031-03-04"},
		{"2031-03-04T18:30:00Z", "2031-03-04T18:30:00Z"},
		{"2031-03-04T00:00:00+01:00", "2031-03-04T00:00:00+01:00"},
	} {
		in, err := time.Parse(time.RFC3339, test.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := date(in, time.DateOnly, time.RFC3339); got != test.want {
			t.Errorf("%s is written %s, want %s", test.in, got, test.want)
		}
	}
}
