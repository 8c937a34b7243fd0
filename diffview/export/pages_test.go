package export

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/diffview/layout/layouttest"
)

// hostile are words that an article may hold and that must stay text.
var hostile = []string{
	"<script>alert(1)</script>", "</p>", "<!--", "&lt;", "&amp;", "]]>", "javascript:alert(1)", "[click](http://trap.example)", "![](x)",
	"*", "**", "***bold***", "_it_", "`code`", "~~gone~~", "#", "#12", "@editor", "a@b.example", "1.", "12)", "-", "+", "=", ">", "|", "$x$", "{{.}}",
	"{%", `\`, `\*`, "‹so›", "“quoted”,", "(and", "well-known,", "Holt", "天気", "’s",
}

// TestPagesLoseNothing reads the sentences back out of Markdown and HTML and
// finds every word of both articles, in order.
func TestPagesLoseNothing(t *testing.T) {
	for seed := range uint64(150) {
		checkPages(t, layouttest.Invent(rand.New(rand.NewPCG(seed, 4)), 8, 12, append(hostile, layouttest.Hard...)))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzPagesLoseNothing(f *testing.F) {
	for _, word := range hostile {
		f.Add(word, uint64(1))
	}
	f.Fuzz(func(t *testing.T, word string, seed uint64) {
		word = strings.Join(strings.Fields(word), "")
		if word == "" || !utf8.ValidString(word) || strings.ContainsFunc(word, unicode.IsControl) || strings.ContainsRune(word, '\u2060') {
			t.Skip("no text that package corpus lets through")
		}
		checkPages(t, layouttest.Invent(rand.New(rand.NewPCG(seed, 5)), 4, 8, append([]string{word, word, word}, hostile...)))
	})
}

func checkPages(t *testing.T, c *diffview.Comparison) {
	t.Helper()
	var want []string
	for _, row := range layout.Arrange(c) {
		for side, sentences := range row.Sentences {
			for _, i := range sentences {
				want = append(want, prose.Fold(c.Articles[side].Sentences[i].Of(c.Articles[side].Text)))
			}
		}
	}
	var md, page bytes.Buffer
	if err := Markdown(&md, c, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := HTML(&page, c, Options{}); err != nil {
		t.Fatal(err)
	}
	for format, got := range map[string][]string{"markdown": markdownSentences(md.String()), "html": htmlSentences(t, page.String())} {
		if len(got) != len(want) {
			t.Errorf("%s has %d sentences, want %d:\n%s%s", format, len(got), len(want), &md, &page)
			continue
		}
		for i := range want {
			w := want[i]
			if format == "markdown" {
				w = prose.Fold(strings.NewReplacer("‹", "", "›", "").Replace(w))
			}
			if got[i] != w {
				t.Errorf("%s says\n%q\nwant\n%q", format, got[i], w)
			}
		}
	}
}

var quoted = regexp.MustCompile(`^> [AB](?: \d+)?(?:, again|, perhaps)?: (.*)$`)

// markdownSentences returns the sentences of the quotes, without the marks.
func markdownSentences(md string) (all []string) {
	_, md, _ = strings.Cut(md, "\n## Sentence by sentence\n")
	for _, line := range strings.Split(md, "\n") {
		if m := quoted.FindStringSubmatch(line); m != nil {
			all = append(all, plainMarkdown(m[1]))
		}
	}
	return all
}

// plainMarkdown takes marks, backslashes and word joiners out of a sentence.
func plainMarkdown(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case s[i] == '*':
		default:
			b.WriteByte(s[i])
		}
	}
	return prose.Fold(strings.NewReplacer("‹", "", "›", "", wordJoiner, "").Replace(b.String()))
}

// htmlSentences returns the text of the paragraphs in rows, as a browser parses
// them, without labels and the numbers of conflicts. Elements that we do not
// write are errors.
func htmlSentences(t *testing.T, page string) (all []string) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ours := strings.Fields("html head meta title style body main h1 h2 section div p span em mark sup a ol ul li strong blockquote br")
	var text func(n *html.Node) string
	text = func(n *html.Node) string {
		if n.Type == html.TextNode {
			return n.Data
		}
		if n.Data == "sup" || n.Data == "span" && attribute(n, "class") == "label" {
			return ""
		}
		s := ""
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			s += text(c)
		}
		return s
	}
	for n := range doc.Descendants() {
		known := n.Type != html.ElementNode
		for _, o := range ours {
			known = known || n.Data == o
		}
		if !known || n.Type == html.CommentNode {
			t.Errorf("an element that is not ours: %q", n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "http") || strings.HasPrefix(a.Key, "on") {
				t.Errorf("an attribute that is not ours: %s=%q", a.Key, a.Val)
			}
		}
		if n.Type == html.ElementNode && n.Data == "p" && strings.HasPrefix(attribute(n.Parent, "class"), "side") {
			all = append(all, prose.Fold(text(n)))
		}
	}
	return all
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestMarkdownText(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"Fire closes harbour", "Fire closes harbour"},
		{"2024. A year", `2024\. A year`},
		{"- 5 degrees", `\- 5 degrees`},
		{"AT&T *and* <b>", `AT\&T \*and\* \<b\>`},
		{"ask @editor, or a@b.example", "ask @" + wordJoiner + "editor, or a@b.example"},
		{"see #12 and {{ site }}", `see \#` + wordJoiner + `12 and \{\{ site \}\}`},
		{"two\nlines", "two lines"},
	} {
		if got := markdownText(test.in); got != test.want {
			t.Errorf("%q is written %q, want %q", test.in, got, test.want)
		}
	}
}

// TestMarkdownEmphasis holds that emphasis stands only where every reader of
// CommonMark takes it for that.
func TestMarkdownEmphasis(t *testing.T) {
	detail := func(s string) passage { return passage{text: s, mark: diffview.Detail} }
	clash := func(s string) passage {
		return passage{text: s, mark: diffview.Differ, strength: diffview.Conflicting}
	}
	plain := func(s string) passage { return passage{text: s} }
	for _, test := range []struct {
		passages []passage
		want     string
	}{
		{[]passage{plain("It was "), clash("six "), detail("people.")}, "It was **six** *people.*"},
		{[]passage{plain("said "), clash("Marguerite Holt"), detail(", 61, a teacher"), plain(".")}, "said **Marguerite Holt**, *61, a teacher*."},
		{[]passage{detail("“No,” "), plain("he said "), detail("(later)")}, "*“No,”* he said *(later)*"},
		{[]passage{clash("twenty"), detail("two boats")}, "**twenty**two *boats*"},
		{[]passage{plain("for"), detail(" — "), plain("now")}, "for *—* now"},
		{[]passage{plain("a"), detail(","), plain("b")}, "a,b"},
		{[]passage{plain("x"), detail("*"), plain(" y")}, `x\* y`},
		{[]passage{{text: "climbed", mark: diffview.Differ, strength: diffview.Wording}, plain(" it")}, "‹climbed› it"},
	} {
		if got := markdownSentence(test.passages); got != test.want {
			t.Errorf("%v is written %q, want %q", test.passages, got, test.want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"https://coast-courier.example/a?b=c&d", "https://coast-courier.example/a?b=c&d"},
		{"http://x.example/a b>", "http://x.example/a%20b%3E"},
		{"javascript:alert(1)", ""}, {"JAVASCRIPT:x", ""}, {"file:///etc/passwd", ""}, {"//x.example", ""}, {"https://", ""},
		{"https://bank.example@trap.example/", ""}, {"data:text/html,x", ""}, {"", ""},
	} {
		if got := corpus.WebAddress(test.in); got != test.want {
			t.Errorf("%q becomes %q, want %q", test.in, got, test.want)
		}
	}
}

func TestLanguageTag(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"en", "en"}, {"en_GB", "en-GB"}, {"English", ""}, {`en" onload="x`, ""}, {"", ""},
	} {
		a := &corpus.Article{Meta: corpus.Meta{Language: corpus.Field[string]{Value: test.in}}}
		if got := languageTag(a); got != test.want {
			t.Errorf("%q becomes %q, want %q", test.in, got, test.want)
		}
	}
}

// TestOnlyDifferences holds that what is left out is counted, and that all that
// differs stays.
func TestOnlyDifferences(t *testing.T) {
	for seed := range uint64(100) {
		c := layouttest.Invent(rand.New(rand.NewPCG(seed, 6)), 8, 6, layouttest.Hard)
		in, out := 0, 0
		for _, row := range rowsOf(c, Options{OnlyDifferences: true}) {
			out += row.leftOut[0] + row.leftOut[1]
			if row.empty() {
				continue
			}
			if !row.Relation.Compared() {
				t.Errorf("seed %d: a row %q is shown", seed, row.Relation.Sign())
			}
			for side := range row.Sentences {
				for _, copied := range row.Repeated[side] {
					if !copied {
						in++
					}
				}
			}
		}
		all := 0
		for _, a := range c.Articles {
			all += len(numbers(a))
		}
		if in+out != all {
			t.Errorf("seed %d: %d sentences are shown and %d left out of %d", seed, in, out, all)
		}
	}
	c := ferry(t)
	for _, f := range Formats {
		var whole, part bytes.Buffer
		if err := f.Write(&whole, c, Options{}); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(&part, c, Options{OnlyDifferences: true}); err != nil {
			t.Fatal(err)
		}
		if f.Partial != (part.Len() < whole.Len()) {
			t.Errorf("%s: %d bytes of %d", f.Name, part.Len(), whole.Len())
		}
	}
}

// TestNotes finds notes in every format, in order, and as text.
func TestNotes(t *testing.T) {
	notes := []Note{{diffview.Right, 0, "who *saw* <it>?"}, {diffview.Left, -1, "same agency"}, {diffview.Left, 99, "gone"}}
	for format, want := range map[string][]string{
		"text":     {"both articles: same agency", "both articles: gone", "B, sentence 1 “Island ferry stranded at point”: who *saw* <it>?"},
		"markdown": {"both articles: same agency", "both articles: gone", `On B, sentence 1 “Island ferry stranded at point”: who \*saw\* \<it\>?`},
		"html":     {"both articles: same agency", "both articles: gone", `<a href="#B1">B, sentence 1</a> “Island ferry stranded at point”: who *saw* &lt;it&gt;?`},
		"json":     {`{"on":"right","sentence":0,"text":"who *saw* <it>?"}`, `{"on":"both","sentence":-1,"text":"same agency"}`},
	} {
		for _, f := range Formats {
			if f.Name != format {
				continue
			}
			var b bytes.Buffer
			if err := f.Write(&b, ferry(t), Options{Notes: notes}); err != nil {
				t.Fatal(err)
			}
			rest := b.String()
			for _, w := range want {
				_, after, ok := strings.Cut(rest, w)
				if !ok {
					t.Errorf("%s has no %q behind the one before:\n%s", format, w, &b)
				}
				rest = after
			}
		}
	}
}

func TestSummary(t *testing.T) {
	s := Summary(ferry(t))
	for _, want := range []string{"A  Ferry runs aground off Lorne Point\n", "at most 28 % only here", "1 conflict\n", " 1  number: ‘214’ vs ‘241’: both count passengers\n", "    B 4: 241 passengers were aboard, all unhurt.\n"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in\n%s", want, s)
		}
	}
	if strings.Contains(s, "Advertisement") {
		t.Errorf("the articles are in it:\n%s", s)
	}
}

// TestEveryRelationHasWords holds that a new relation is told of, too.
func TestEveryRelationHasWords(t *testing.T) {
	for r := range layout.Doubtful + 1 {
		if relationWords()[r] == "" {
			t.Errorf("nothing is said of rows %q", r.Sign())
		}
	}
}
