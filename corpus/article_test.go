package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"parallax/corpus/clean"
	"parallax/corpus/corpustest"
	"parallax/corpus/dates"
	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
	"parallax/corpus/prose"
)

// TestArticles opens each archive of testdata/*.txtar as a folder and compares
// what is found out about its articles with the file "want" in it.
func TestArticles(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no test data:", err)
	}
	for _, name := range archives {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			tree(t, string(data))
			want, err := os.ReadFile("want")
			if err != nil {
				t.Fatal(err)
			}
			os.Remove("want")
			c, err := Open([]string{"."}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := describe(c); got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// describe lists what is known of each article and its sentences that are not
// body.
func describe(c *Corpus) string {
	var b strings.Builder
	for _, a := range c.Articles {
		fmt.Fprintln(&b, filepath.ToSlash(a.Path))
		m := a.Meta
		describeField(&b, "title", m.Title, m.Title.Value)
		describeField(&b, "outlet", m.Outlet, m.Outlet.Value)
		describeField(&b, "authors", m.Authors, strings.Join(m.Authors.Value, ", "))
		describeField(&b, "published", m.Published, m.Published.Value.Format(time.RFC3339))
		describeField(&b, "updated", m.Updated, m.Updated.Value.Format(time.RFC3339))
		describeField(&b, "url", m.URL, m.URL.Value)
		describeField(&b, "language", m.Language, m.Language.Value)
		for _, s := range a.Sentences {
			if s.Kind != prose.Body {
				fmt.Fprintf(&b, "\t[%s] %s\n", s.Kind, s.Of(a.Text))
			}
		}
		for _, s := range a.Sentences {
			if s.Kind == prose.Body {
				fmt.Fprintf(&b, "\tbegins: %s\n", firstWords(s.Of(a.Text), 40))
				break
			}
		}
	}
	return b.String()
}

func describeField[T any](b *strings.Builder, name string, f Field[T], value string) {
	guess := ""
	if f.Guess {
		guess = ", a guess"
	}
	if f.Known() {
		fmt.Fprintf(b, "\t%s: %s (%s%s)\n", name, value, f.From, guess)
	}
}

// checkSentences reports bytes of the text that no sentence holds, or two.
func checkSentences(t *testing.T, a *Article) {
	t.Helper()
	at, paragraph := 0, int32(0)
	for i, s := range a.Sentences {
		if s.Start < at || s.End <= s.Start || s.End > len(a.Text) {
			t.Fatalf("sentence %d of %q is %v after %d", i, a.Text, s.Span, at)
		}
		if gap := a.Text[at:s.Start]; strings.TrimSpace(gap) != "" {
			t.Fatalf("%q of %q is in no sentence", gap, a.Text)
		}
		if got := s.Of(a.Text); got != strings.TrimSpace(got) {
			t.Errorf("sentence %q has space around it", got)
		}
		if i > 0 && (s.Paragraph < paragraph || s.Paragraph > paragraph+1) || i == 0 && s.Paragraph != 0 {
			t.Errorf("sentence %d of %q is in paragraph %d after %d", i, a.Text, s.Paragraph, paragraph)
		}
		at, paragraph = s.End, s.Paragraph
	}
	if rest := a.Text[at:]; strings.TrimSpace(rest) != "" {
		t.Fatalf("%q at the end of %q is in no sentence", rest, a.Text)
	}
}

func FuzzFromText(f *testing.F) {
	for _, s := range []string{
		"Connect with us\n\nPolitics\n\nBridge closed after rust is found\n\nPublished on\n\nThe harbour bridge was closed on Monday.\n\nMost Viewed",
		" date 2025-04-09 The bridge was closed.", "date 2025-04-09 x\nAdvertisement\ny", "Advertisement", "\t\x1b[31m\u202e\r\n",
		"http:// www. herald. example/2025/04/09/bridge\n\nBy Ann Lee\n\nThe bridge was closed. It was old.", "\u2028", "x\vAdvertisement\vy",
	} {
		f.Add(s, "Advertisement")
	}
	f.Add("Photo: Ann Lee\n\nThe bridge was closed.\n\n#bridge", "The bridge was closed.")
	f.Fuzz(func(t *testing.T, text, apart string) {
		a := newArticle("a.txt", raw.Article{Text: text, Doubtful: []string{apart}}, outlets.Shipped(), strings.Clone)
		checkSentences(t, a)
		if a.Text != clean.Text(clean.Entities(text)) {
			t.Errorf("the text of %q became %q", text, a.Text)
		}
		if strings.TrimFunc(a.Text, unicode.IsSpace) != "" && len(a.Sentences) > 0 {
			body := false
			for _, s := range a.Sentences {
				body = body || s.Kind.Compared()
			}
			if !body {
				t.Errorf("nothing of %q is left to compare", text)
			}
		}
		if strings.ContainsAny(a.Name()+a.Meta.Title.Value, "\n\x1b\t") {
			t.Errorf("name %q, title %q", a.Name(), a.Meta.Title.Value)
		}
	})
}

// TestCorpora reads the collections of news that stand beside the checkout and
// looks for lines of articles taken for furniture.
func TestCorpora(t *testing.T) {
	const shared = "../../shared/corpora/"
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no collections of news here:", shared)
	}
	names := []string{"drone-strikes", "events", "wire"}
	if corpustest.Raced {
		names = names[:2] // the third is twice as long as both, and of the same kinds
	}
	for _, name := range names {
		c, err := Open([]string{shared + name}, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(c.Problems) > 0 {
			t.Errorf("%s: %v", name, c.Problems)
		}
		named := make(map[string]string)
		for _, a := range c.Articles {
			checkSentences(t, a)
			body := 0
			for _, s := range a.Sentences {
				if s.Kind == prose.Body {
					body++
				}
				if line := s.Of(a.Text); s.Kind == prose.Furniture && isProse(line) && addressLine(line) == "" {
					t.Errorf("%s: furniture? %q", a.Path, line)
				}
			}
			if body == 0 {
				t.Errorf("%s: no body", a.Path)
			}
			if n := a.Meta.Outlet.Value; strings.HasPrefix(n, "Article ") {
				if named[n] != "" {
					t.Errorf("%s and %s are both %s", named[n], a.Path, n)
				}
				named[n] = a.Path
			}
		}
	}
}

func TestNames(t *testing.T) {
	article := func(path, outlet, published, updated string) *Article {
		a := &Article{Path: path}
		if outlet != "" {
			a.Meta.Outlet = Field[string]{Value: outlet, From: "test"}
		}
		if when, ok := dates.Parse(published); ok {
			a.Meta.Published = Field[time.Time]{Value: when, From: "test"}
		}
		if when, ok := dates.Parse(updated); ok {
			a.Meta.Updated = Field[time.Time]{Value: when, From: "test"}
		}
		return a
	}
	for _, c := range []struct {
		in   []*Article
		want string
	}{
		{[]*Article{article("a.txt", "The Herald", "2025-04-09", ""), article("b.txt", "The Courier", "2025-04-09", "")}, "The Herald | The Courier"},
		{[]*Article{article("a.txt", "The Herald", "2025-04-09", ""), article("b.txt", "The Herald", "2025-04-10", "")}, "The Herald, 2025-04-09 | The Herald, 2025-04-10"},
		{[]*Article{article("a.txt", "The Herald", "2025-04-09T08:00", ""), article("b.txt", "The Herald", "2025-04-09T08:00", "2025-04-09T17:30")}, "The Herald, 2025-04-09 08:00 | The Herald, 2025-04-09 17:30"},
		{[]*Article{article("a.txt", "The Herald", "2025-04-09", ""), article("b.txt", "The Herald", "2025-04-09", "")}, "The Herald, a.txt | The Herald, b.txt"},
		{[]*Article{article("a.txt", "The Herald", "", ""), article("b.txt", "The Herald", "", "")}, "The Herald, a.txt | The Herald, b.txt"},
		{[]*Article{article("news/a.txt", "", "", ""), article("b.txt", "", "", "")}, "a | b"},
		{[]*Article{article("news/a.txt", "", "", ""), article("wire/a.txt", "", "", "")}, "a, news/a.txt | a, wire/a.txt"},
		{[]*Article{article("export.docx#1", "", "", ""), article("export.docx#12", "", "", ""), article("-#2", "", "", "")}, "export#1 | export#12 | standard input#2"},
	} {
		if got := strings.Join(Names(c.in...), " | "); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestOpening: an article without a title is called by its first words, not by a
// word that stands above them.
func TestOpening(t *testing.T) {
	const text = "The ferry was halted on Tuesday, the operator said. It stays in port."
	const called = "The ferry was halted on Tuesday, the operator said."
	for _, c := range []struct{ in, want string }{
		{text, called},
		{"Analysis\n\n" + text, called},
		{"LORNE\n\n10 March\n\n" + text, called},
		{"WASHINGTON — The ferry was halted on Tuesday, they said.", "WASHINGTON — The ferry was halted on Tuesday, they said."},
		{"He died.\n\nThe ferryman was found on Tuesday, police said.", "He died. The ferryman was found on Tuesday, police said."},
		{"Analysis\n\nThe ferry.", "The ferry."},
		{"Analysis", "Analysis"},
		{"他死了。\n\n警方说，船长星期二在港口去世。", "他死了。 警方说，船长星期二在港口去世。"},
	} {
		if a := FromText("a.txt", c.in); a.Meta.Title.Value != c.want || !a.Meta.Title.Guess {
			t.Errorf("%q is called %q, want %q", c.in, a.Meta.Title.Value, c.want)
		}
	}
}

func TestFirstWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"The bridge was closed.", 60, "The bridge was closed."},
		{"The  bridge\nwas closed.", 60, "The bridge was closed."},
		{"The bridge was closed on Monday.", 20, "The bridge was…"},
		{"The bridge, was closed", 12, "The bridge…"},
		{"Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"},
	} {
		if got := firstWords(c.in, c.n); got != c.want {
			t.Errorf("firstWords(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

// What escapes the text of an article twice does so to what is said about it: the
// headline, the outlet, the authors and the address have no entities left, but for
// what is about HTML.
func TestFieldsEscapedTwice(t *testing.T) {
	fields := raw.AddField(nil, raw.Title, "The B&amp;amp;B &quot;closes&quot; &lt;soon&gt;", "title")
	fields = raw.AddField(fields, raw.Outlet, "Lorne &amp; Isle", "site_name")
	fields = raw.AddField(fields, raw.URL, "https://herald.example/a?x=1&amp;y=2&copy=3", "url")
	fields = raw.AddAuthors(fields, "Ann O&rsquo;Lee and Bo Str&ouml;m", "byline")
	m := newArticle("a.txt", raw.Article{Text: "The ferry will not sail before spring.", Fields: fields}, outlets.Shipped(), strings.Clone).Meta
	got := append([]string{m.Title.Value, m.Outlet.Value, m.URL.Value}, m.Authors.Value...)
	want := []string{`The B&B "closes" &lt;soon&gt;`, "Lorne & Isle", "https://herald.example/a?x=1&y=2&copy=3", "Ann O’Lee", "Bo Ström"}
	if !slices.Equal(got, want) {
		t.Errorf("the fields are %q, want %q", got, want)
	}
}

func TestSameWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ferry halted", "FERRY HALTED.", true},
		{"“Ferry” halted", "Ferry halted", true},
		{"… Ferry halted", "- ferry  halted", true},
		{"ﬁve ferries", "Five ferries", true},
		{"Élan lost", "élan lost", true},
		{"E\u0301lan lost", "Élan lost", true},
		{"6 ferries", "6 ferries", true},
		{"Ferry halted", "Harbour ferry halted", false},
		{"6 ferries", "Six ferries", false},
		{"Ferry halted", "", false},
		{"—", "—", false},
	} {
		if got := sameWords(c.a, c.b); got != c.want {
			t.Errorf("%q and %q have the same words: %t, want %t", c.a, c.b, got, c.want)
		}
	}
}
