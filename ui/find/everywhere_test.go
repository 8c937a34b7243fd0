package find

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/ui/cell"
)

func TestSnippet(t *testing.T) {
	long := strings.Repeat("grain and flour and ", 40)
	for _, tt := range []struct{ text, find, want string }{
		{"Smoke was seen.", "Smoke", "Smoke was seen."},
		{"The port authority said on\nSaturday that the harbour stays closed.", "harbour", "…said on Saturday that the harbour stays closed."},
		{"釜山港口火灾关闭港口釜山港口火灾关闭港口釜山港口火灾", "火灾", "釜山港口火灾关闭港口釜山港口火灾关闭港口釜山港口火灾"},
		{strings.Repeat("ü", 100) + "fire", "fire", "…fire"},
		{"fire " + long, "fire", "fire " + long[:289] + "…"},
	} {
		at := strings.Index(tt.text, tt.find)
		got := snippet(tt.text, prose.Span{End: len(strings.TrimSpace(tt.text))}, prose.Span{Start: at, End: at + len(tt.find)})
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
		}
	}
}

// FuzzSnippet holds that a snippet is valid text of bounded length.
func FuzzSnippet(f *testing.F) {
	f.Add("The port authority said on\nSaturday that the harbour stays closed.", "harbour")
	f.Add(strings.Repeat("火", 300), "火")
	f.Fuzz(func(t *testing.T, text, query string) {
		text = strings.ToValidUTF8(text, "")
		a := &corpus.Article{Text: text, Sentences: []prose.Sentence{{Span: prose.Span{End: len(text)}}}}
		o, ok := occurs(cell.NewQuery(query), a)
		if ok && (strings.ToValidUTF8(o.snippet, "") != o.snippet || len(o.snippet) > inSnippet+beforeFind+len(query)*4+12) {
			t.Fatalf("%q in %q is %q", query, text, o.snippet)
		}
	})
}
