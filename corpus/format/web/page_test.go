package web

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"parallax/corpus/format/raw"
)

// fieldOf returns the most trusted value of a field, and where it stood.
func fieldOf(r raw.Article, name string) (value, from string) {
	for _, f := range r.Fields {
		if f.Name == name {
			return f.Value, f.From
		}
	}
	return "", ""
}

const proseForTests = "<p>The ferry was halted on Tuesday, the operator said, and will not sail again before Friday.</p>" +
	"<p>An inspector had found cracks in the hull, which the company called minor damage.</p>"

// TestPageFields: for each head of a page, the field that is trusted.
func TestPageFields(t *testing.T) {
	for _, c := range []struct{ what, head, name, want, from string }{
		{"JSON-LD before meta", `<meta property="og:title" content="B"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A"}</script>`, raw.Title, "A", "JSON-LD"},
		{"a type with its address", `<script type="application/ld+json">{"@type":"http://schema.org/ReportageNewsArticle","headline":"A"}</script>`, raw.Title, "A", "JSON-LD"},
		{"no article in JSON-LD", `<title>B</title><script type="application/ld+json">{"@type":"Organization","headline":"A"}</script>`, raw.Title, "B", "page title"},
		{"a list of other articles", `<title>B</title><script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"A"}]}</script>`, raw.Title, "B", "page title"},
		{"entities twice", `<meta property="og:title" content="A &amp;amp; B">`, raw.Title, "A & B", "meta og:title"},
		{"the site behind", `<meta property="og:site_name" content="The Lorne Herald"><title>A | Lorne Herald</title>`, raw.Title, "A", "page title"},
		{"the site before", `<meta property="og:site_name" content="Lorne Herald"><title>The Lorne Herald: A</title>`, raw.Title, "A", "page title"},
		{"the site by its domain", `<link rel=canonical href="https://www.lorneherald.example/a"><title>A - LorneHerald</title>`, raw.Title, "A", "page title"},
		{"not the site", `<meta property="og:site_name" content="The Lorne Herald"><title>A - The Herald of Lorne</title>`, raw.Title, "A - The Herald of Lorne", "page title"},
		{"cut to a length", `<script type="application/ld+json">{"@type":"Article","headline":"A ferry was …"}</script><h1>A ferry was halted</h1>`, raw.Title, "A ferry was halted", "heading"},
		{"a motto", `<meta property="og:site_name" content="Lorne Herald - News from the coast">`, raw.Outlet, "Lorne Herald", "meta og:site_name"},
		{"no motto", `<meta property="og:site_name" content="Harbour - Radio">`, raw.Outlet, "Harbour - Radio", "meta og:site_name"},
		{"the publisher", `<script type="application/ld+json">{"@type":"NewsArticle","publisher":[{"name":"The Lorne Herald"}]}</script>`, raw.Outlet, "The Lorne Herald", "JSON-LD"},
		{"a name, not the account", `<meta property="article:publisher" content="https://facebook.example/herald"><meta name="application-name" content="Herald">`, raw.Outlet, "Herald", "meta application-name"},
		{"an author's page is no author", `<meta property="article:author" content="https://herald.example/ann"><meta name="byl" content="By Ann Lee">`, raw.Author, "Ann Lee", "meta byl"},
		{"an author by reference", `<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#a","name":"Ann Lee"},{"@type":"Article","author":{"@id":"#a"}}]}</script>`, raw.Author, "Ann Lee", "JSON-LD"},
		{"whoever runs the system", `<meta name="author" content="admin"><meta name="parsely-author" content="Ann Lee">`, raw.Author, "Ann Lee", "meta parsely-author"},
		{"Dublin Core", `<meta name="DC.date.issued" content="2026-03-10">`, raw.Published, "2026-03-10", "meta dc.date.issued"},
		{"sailthru", `<meta name="sailthru.date" content="2026-03-10 09:15:00">`, raw.Published, "2026-03-10 09:15:00", "meta sailthru.date"},
		{"a page only, in JSON-LD", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2026-03-10"}]}</script>`, raw.Published, "2026-03-10", "JSON-LD"},
		{"microdata", `<meta itemprop="dateModified" content="2026-03-11">`, raw.Updated, "2026-03-11", "itemprop datemodified"},
		{"the canonical address", `<meta property="og:url" content="https://herald.example/a?x"><link rel="canonical" href="//herald.example/a">`, raw.URL, "https://herald.example/a", "canonical link"},
		{"a front page is no address", `<link rel="canonical" href="https://herald.example/"><meta property="og:url" content="https://herald.example/a">`, raw.URL, "https://herald.example/a", "meta og:url"},
		{"saved by a browser", `<!-- saved from url=(0026)https://herald.example/a.html -->`, raw.URL, "https://herald.example/a.html", "“saved from url” comment"},
		{"saved by HTTrack", `<!-- Mirrored from herald.example/a.html by HTTrack Website Copier/3.x -->`, raw.URL, "http://herald.example/a.html", "HTTrack comment"},
		{"a script's address", `<link rel="canonical" href="javascript:void(0)">`, raw.URL, "", ""},
		{"a locale", `<meta property="og:locale" content="fr_CA">`, raw.Language, "fr_CA", "meta og:locale"},
		{"XHTML", `<html xml:lang="de">`, raw.Language, "de", "html lang"},
	} {
		article, err := ArticleOfPage(c.head+"<body>"+proseForTests, "")
		if err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		if value, from := fieldOf(article, c.name); value != c.want || from != c.from {
			t.Errorf("%s: %s is %q (%s), want %q (%s)", c.what, c.name, value, from, c.want, c.from)
		}
	}
}

func TestPageAddress(t *testing.T) {
	article, err := ArticleOfPage(proseForTests, "https://herald.example/a")
	if value, from := fieldOf(article, raw.URL); err != nil || value != "https://herald.example/a" || from != "address" {
		t.Errorf("%q (%s), %v", value, from, err)
	}
}

func TestMendJSON(t *testing.T) {
	for in, want := range map[string]string{
		`{"headline":"A",}`:         "A",
		`{"headline":"A"`:           "A",
		`{"headline":"A`:            "A",
		"{\"headline\":\"A\nB\"}":   "A\nB",
		"{\"headline\":\"A\x01B\"}": "A B",
		`{"headline":"Don\'t go"}`:  "Don't go",
		`{"headline":"The “Maid”, or "Maid of Lorne" halted"}`: `The “Maid”, or "Maid of Lorne" halted`,
		`{"x":[1,2,],"headline":"A"}`:                          "A",
		`{"x":{"y":1} "headline":"A"}`:                         "A",
		"{\"x\":\"y\"\n\"headline\":\"A\"}":                    "A",
		`<!-- {"headline":"A"} -->`:                            "A",
		"//<![CDATA[\n{\"headline\":\"A\"}\n//]]>":             "A",
		`/* made by a script */ {"headline":"A"};`:             "A",
		`{"x":undefined,"headline":"A"}`:                       "A",
		`{"x":NaN,"headline":"A"}`:                             "A",
		`{"x":}`:                                               "",
		`{"x":1} {"headline":"A"}`:                             "A",
		`[{"headline":"A"},]`:                                  "A",
		`]}{"headline":"A"}`:                                   "A",
		`headline: A`:                                          "",
		``:                                                     "",
	} {
		got := ""
		for _, v := range parseJSON(in) {
			if list, ok := v.([]any); ok && len(list) > 0 {
				v = list[0]
			}
			if m, ok := v.(map[string]any); ok && got == "" {
				got, _ = m["headline"].(string)
			}
		}
		if got != want {
			t.Errorf("%s\nmended %s\nheadline %q, want %q", in, mendJSON(in), got, want)
		}
	}
}

func TestPageCharset(t *testing.T) {
	text := "La traversée était arrêtée mardi, a indiqué la compagnie, après la découverte de fissures. Elle ne reprendra pas avant vendredi."
	page := func(charset string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body><p>` + text + `</p></body></html>`
	}
	encoded := func(name, text string) []byte {
		enc, err := htmlindex.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		out, err := enc.NewEncoder().String(text)
		if err != nil {
			t.Fatal(name, err)
		}
		return []byte(out)
	}
	for what, data := range map[string][]byte{
		"as named":                     encoded("iso-8859-1", page("iso-8859-1")),
		"UTF-8, whatever it says":      []byte(page("iso-8859-1")),
		"not UTF-8, though it says so": encoded("windows-1252", page("utf-8")),
		"a name that is none":          encoded("windows-1252", page("latin-one")),
		"a mark":                       []byte("\ufeff" + page("iso-8859-1")),
		"UTF-16":                       append([]byte("\xff\xfe"), encoded("utf-16le", page("utf-16"))...),
		"an XML declaration":           encoded("iso-8859-15", `<?xml version="1.0" encoding="iso-8859-15"?><html><body><p>`+text),
		"named in a <meta charset>":    encoded("windows-1252", `<meta charset='windows-1252'><p>`+text),
	} {
		raws := read(raw.Source{Name: "a.html"}, bytes.NewReader(data))
		for article, err := range raws {
			if err != nil || article.Text != text {
				t.Errorf("%s: %q, %v", what, article.Text, err)
			}
		}
	}
	japanese := "岩手県の港でフェリーが火曜日に運航を停止した。運航会社が発表した。"
	for _, name := range []string{"shift_jis", "iso-2022-jp", "euc-jp"} {
		got := describe("a.html", encoded(name, "<meta charset="+name+"><p>"+japanese))
		if !strings.HasSuffix(got, japanese+"\n") {
			t.Errorf("%s: %q", name, got)
		}
	}
	got := describe("a.html", encoded("koi8-r", "<meta charset=koi8-r><p>Паром остановлен во вторник, сообщил оператор."))
	if !strings.HasSuffix(got, "Паром остановлен во вторник, сообщил оператор.\n") {
		t.Errorf("koi8-r: %q", got)
	}
}

func TestLooksHTML(t *testing.T) {
	for in, want := range map[string]bool{
		"<!DOCTYPE html><title>A": true, "\ufeff\n<html lang=en>": true, "<!-- saved --> <HTML>": true, "<p>The ferry": true, "<body>": true,
		"<?xml version='1.0'?><!DOCTYPE html PUBLIC>": true, "<?xml version='1.0'?><nitf><body>": false, "<rss version='2'>": false,
		"<!-- never closed": false, "The <p> tag": false, "<pre-amble>": false, "": false, "<": false, "<\x00h\x00t\x00m\x00l\x00>\x00": true,
	} {
		if got := LooksHTML([]byte(in)); got != want {
			t.Errorf("looksHTML(%q) = %v", in, got)
		}
	}
}

// TestPagesWithoutArticle: what is said of them.
func TestPagesWithoutArticle(t *testing.T) {
	for in, want := range map[string]string{
		"<html><body><div id=app></div><script>start()</script></body></html>": "no article in this web page",
		strings.Repeat("<div>", 600) + "The ferry was halted.":                 "nested too deeply",
		strings.Repeat("<p>", 100_000):                                         "no article in this web page",
		strings.Repeat("<p>x", maxPageTags+1):                                  "too many for one article",
		strings.Repeat("The ferry was halted. ", maxPageBytes/20):              "too much for one article",
	} {
		if _, err := ArticleOfPage(in, ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", in, err, want)
		}
	}
}

// TestPageText: what is and what is not the text of a page.
func TestPageText(t *testing.T) {
	for in, want := range map[string]string{
		"<p>The ferry was <b>halted</b> on <i>Tue</i>sday.</p><p>It sails on Friday.": "The ferry was halted on Tuesday.\n\nIt sails on Friday.",
		"<title>A</title><p>Fer<wbr>ry<script>x<p></script> halted<!-- no -->.":       "Ferry halted.",
		"<p>The ferry <svg><title>x</title><path/></svg>was halted.":                  "The ferry was halted.",
		"<svg><path><p>The ferry was halted.":                                         "The ferry was halted.",
		"<p>The ferry<a name=x /> was halted.":                                        "The ferry was halted.",
		"<pre>The ferry\nwas halted.</pre>":                                           "The ferry was halted.",
		"<p>One.<br>Two.</p>":                                                         "One.\nTwo.",
		"<div>One.<br><br>Two.</div>":                                                 "One.\n\nTwo.",
		"<noscript><p>Turn scripts on.</noscript><p>The ferry was halted.":            "The ferry was halted.",
		"The ferry was halted.":                                                       "The ferry was halted.",
		"<main><p>Halted.</main><nav><p>Home</nav><footer><p>Imprint</footer>":        "Halted.",
	} {
		if article, err := ArticleOfPage(in, ""); err != nil || article.Text != want {
			t.Errorf("%s\ngave %q, %v\nwant %q", in, article.Text, err, want)
		}
	}
}

// TestHugePages: a page too large for a tree is read as text.
func TestHugePages(t *testing.T) {
	page := "<title>Ferry halted</title>" + strings.Repeat("<p>The ferry was halted.<br>It sails again.</p>\n", maxTreeTags)
	article, err := ArticleOfPage(page, "")
	if err != nil || strings.Count(article.Text, "\n\n") != maxTreeTags-1 || !strings.HasPrefix(article.Text, "The ferry was halted.\nIt sails again.\n\n") {
		t.Errorf("%.80q, %v", article.Text, err)
	}
	if title, _ := fieldOf(article, raw.Title); title != "Ferry halted" {
		t.Errorf("title %q", title)
	}
}

// FuzzPage: whatever the page, what comes of it keeps its promises.
func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"<html lang=en><title>A | B</title><p>The ferry was halted.<p class=caption>A ship", "<svg><p></svg><table><td><b><p>x", "<a><p><a><div></a>x",
		`<script type="application/ld+json">{"@type":"NewsArticle","headline":"A","author":[{"name":["B"]}],"articleBody":"<p>x</p>"`,
		"<!-- saved from url=(0014)http://a.b/c --><h1>A</h1><h2 class=dek>B", "<time datetime=2026>x</time><meta property=a content=b><link rel=canonical href=%>",
		"<template><select><frameset><plaintext>x", "<p itemprop='author headline'><span itemprop=name>x", "\x00<p>\xff&#0;",
		"<meta charset=shift_jis><p>\x83t\x83F\x83\x8a\x81[", "<?xml version='1.0' encoding='koi8-r'?><p>\xf0\xc1\xd2\xcf\xcd",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		raws, err := ReadHTML(data, raw.Source{})
		if err != nil {
			return
		}
		article := raws[0]
		if strings.TrimSpace(article.Text) == "" {
			t.Error("no text and no error")
		}
		if utf8.Valid(data) && !utf8.ValidString(article.Text) {
			t.Errorf("text became invalid: %q", article.Text)
		}
		lines := strings.Split(article.Text, "\n")
		for _, d := range article.Doubtful {
			if !hasAny(lines, d) {
				t.Errorf("%q is doubtful and no line of the text", d)
			}
		}
		for _, f := range article.Fields {
			if strings.TrimSpace(f.Value) == "" || f.From == "" {
				t.Errorf("incomplete field %+v", f)
			}
		}
	})
}

// FuzzMendJSON: what is whole stays what it is, and what is mended can be read.
func FuzzMendJSON(f *testing.F) {
	for _, s := range []string{`{"a":[1,"b\u00e9",null,true,-1.5e3],"c":{}}`, `{"a":"b "c" d",}`, `[[{"a":`, "//<!--{}-->", `"\`, `{"a" "b"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		mended := mendJSON(s)
		if again := mendJSON(mended); len(parseJSON(mended)) > 0 && len(parseJSON(again)) == 0 {
			t.Errorf("%q became %q, then %q", s, mended, again)
		}
		if len(mended) > 6*len(s)+8 {
			t.Errorf("%d bytes became %d", len(s), len(mended))
		}
	})
}

// typicalPage is a page as news sites have them: 100 KB, of which a third is
// scripts and styles, 30 paragraphs the article and 360 links to others.
func typicalPage() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry halted | The Lorne Herald</title><meta property="og:site_name" content="The Lorne Herald">` +
		`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry halted","datePublished":"2026-03-10T09:15:00Z","author":{"name":"Mara Quill"}}</script>` +
		"<style>" + strings.Repeat(".card { margin: 0 auto; display: block }\n", 250) + "</style><script>" + strings.Repeat("track('page', {\"part\": \"<div>\"});\n", 600) + "</script></head><body><header><nav><ul>")
	links := func(n int) {
		for range n {
			b.WriteString(`<li class="card card--teaser"><a class="card__link" href="https://www.lorneherald.example/news/2026/03/10/another"><span class="card__title">Another article of the day</span></a></li>`)
		}
	}
	links(100)
	b.WriteString(`</ul></nav></header><main><article class="article"><h1>Ferry halted</h1><div class="article__body">`)
	for i := range 30 {
		b.WriteString(fmt.Sprintf("<p>Day %d. ", i) + strings.Repeat("The ferry was halted on Tuesday, <a href=\"/operator\">the operator</a> said, after an inspector had found <em>cracks</em> in the hull. ", 3) + `</p><div class="ad-slot"></div>`)
	}
	b.WriteString(`</div></article><aside><ul>`)
	links(200)
	b.WriteString(`</ul></aside></main><footer><ul>`)
	links(60)
	b.WriteString(`</ul></footer></body></html>`)
	return b.String()
}

func BenchmarkReadHTML(b *testing.B) {
	page := []byte(typicalPage())
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		raws, err := ReadHTML(page, raw.Source{})
		if err != nil || strings.Count(raws[0].Text, "\n\n") != 29 {
			b.Fatalf("%d paragraphs, %v", strings.Count(raws[0].Text, "\n\n")+1, err)
		}
	}
}
