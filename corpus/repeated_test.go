package corpus

import (
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
	"parallax/corpus/prose"
)

// TestRepeated gives each outlet's articles as paragraphs divided by "|"; NEWS
// becomes a paragraph of its own in each article, OLD one that all share.
func TestRepeated(t *testing.T) {
	many := func(n int, text string) []string {
		return strings.Split(strings.Repeat(text+"\n", n), "\n")[:n]
	}
	for _, c := range []struct {
		name     string
		articles []string
		want     string // the doubtful lines of the first article
	}{
		{"three of three", many(3, "NEWS|The Herald is part of the Harbour Group|NEWS"), "The Herald is part of the Harbour Group"},
		{"two are too few", many(2, "NEWS|The Herald is part of the Harbour Group|NEWS"), ""},
		{"versions of one text", many(5, "OLD|Ferry times|OLD"), ""},
		{"three versions, two other texts", append(many(3, "OLD|Ferry times|OLD"), many(2, "NEWS|Ferry times")...), "Ferry times"},
		{"three versions, one other text", append(many(3, "OLD|Ferry times|OLD"), many(1, "NEWS|Ferry times")...), ""},
		{"a sentence in three", many(3, "NEWS|NEWS|NEWS|NEWS|The Herald is sold on the quay."), ""},
		{"a sentence in four", many(4, "NEWS|NEWS|NEWS|NEWS|The Herald is sold on the quay."), "The Herald is sold on the quay."},
		{"a sentence in the midst", many(9, "NEWS|NEWS|NEWS|NEWS|The bridge is of 1931.|NEWS|NEWS|NEWS|NEWS"), ""},
		{"before a quotation", many(9, "NEWS|He added:|NEWS"), ""},
		{"by chance in hundreds", append(many(3, "NEWS|Ferry times|NEWS"), many(397, "NEWS|NEWS|NEWS")...), ""},
		{"nothing else", many(9, "Ferry times|Herring prices"), ""},
	} {
		var articles []*Article
		for i, a := range c.articles {
			var paragraphs []string
			for k, p := range strings.Split(a, "|") {
				p = strings.ReplaceAll(p, "NEWS", fmt.Sprintf("On day %d of the vote the council heard speaker %d, who asked for %d more boats and a later hour.", i, k, 7*i+k))
				paragraphs = append(paragraphs, strings.ReplaceAll(p, "OLD", fmt.Sprintf("On the last day of the vote the council heard speaker %d, who asked for boats.", k)))
			}
			raw := raw.Article{Text: strings.Join(paragraphs, "\n\n"), Fields: []raw.Field{{Name: raw.Outlet, Value: "The Herald", From: "test"}, {Name: raw.Title, Value: "t", From: "test"}}}
			articles = append(articles, newArticle(fmt.Sprint(i), raw, outlets.Shipped(), strings.Clone))
		}
		before := articles[0]
		kinds := fmt.Sprint(before.Sentences)
		markRepeated(articles)
		checkSentences(t, articles[0])
		if fmt.Sprint(before.Sentences) != kinds {
			t.Errorf("%s: the article as it was has changed", c.name)
		}
		var got []string
		for _, s := range articles[0].Sentences {
			if s.Kind == prose.Doubtful {
				got = append(got, s.Of(articles[0].Text))
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: doubtful %q, want %q", c.name, got, c.want)
		}
	}
}
