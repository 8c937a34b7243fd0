package xml

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/corpustest"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/processor"
)

// TestRootOf: what an XML file is, is told by its first element.
func TestRootOf(t *testing.T) {
	for in, want := range map[string]string{
		`<rss version="2.0">`: "feed",
		"\xef\xbb\xbf<?xml version='1.0' encoding='x'?>\n<!-- <nitf> -->\n<a:feed xmlns:a='http://www.w3.org/2005/Atom'>": "feed",
		`<feed xmlns="http://other.example/">`:                            "",
		`<!DOCTYPE nitf SYSTEM "x.dtd" [<!ENTITY a "b">]><nitf>`:          "NewsML",
		`<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x">`: "NewsML",
		inUTF16("<?xml version='1.0' encoding='UTF-16'?><NewsML>"):        "NewsML",
		`<html><body><nitf>`: "",
		"The ferry":          "",
		"<":                  "",
		"":                   "",
	} {
		got := ""
		switch {
		case LooksFeed([]byte(in)):
			got = "feed"
		case LooksNewsML([]byte(in)):
			got = "NewsML"
		}
		if got != want {
			t.Errorf("%.60q: %q, want %q", in, got, want)
		}
	}
}

// inUTF16 returns s in UTF-16 with a byte order mark.
func inUTF16(s string) string {
	out := []byte{0xff, 0xfe}
	for _, b := range []byte(s) {
		out = append(out, b, 0)
	}
	return string(out)
}

func TestPartOfSite(t *testing.T) {
	for _, c := range []struct{ title, site, want string }{
		{"World news | The Lorne Herald", "lorneherald.example", "The Lorne Herald"},
		{"NYT > World", "nytimes.com", "NYT"},
		{"BBC News - Europe", "bbc.co.uk", "BBC News"},
		{"Harbour - ferries and more", "coastcourier.example", "Harbour - ferries and more"},
		{"The Herald", "", "The Herald"},
	} {
		if got := partOfSite(c.title, c.site); got != c.want {
			t.Errorf("partOfSite(%q, %q) = %q, want %q", c.title, c.site, got, c.want)
		}
	}
}

// TestXMLIsSafe: entities that grow, elements that nest or never end.
func TestXMLIsSafe(t *testing.T) {
	corpustest.Measures(t)
	bomb := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha ha "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><description>&b; One. Two.</description></item></channel></rss>`
	for what, data := range map[string]string{
		"entities":  bomb,
		"deep":      "<rss><channel><item>" + strings.Repeat("<a>", 100_000),
		"many":      "<rss><channel>" + strings.Repeat("<item/>", 400_000),
		"one tag":   "<rss><channel><item " + strings.Repeat("a='b' ", 100_000) + "/>",
		"deep html": "<rss><channel><item><description>" + strings.Repeat("&lt;div&gt;", 50_000) + "One. Two.</description></item></channel></rss>",
	} {
		for _, name := range []string{"a.rss", "a.nitf"} {
			start := processor.Time()
			got := describe(name, []byte(data))
			if took := processor.Time() - start; took > rawtest.Slow {
				t.Errorf("%s as %s took %v", what, name, took)
			}
			if len(got) > 10_000 || what != "entities" && what != "deep html" && !strings.Contains(got, "error: ") {
				t.Errorf("%s as %s: %.200q", what, name, got)
			}
		}
	}
}

func FuzzNewsXML(f *testing.F) {
	for _, s := range []string{
		`<rss><channel><title>T</title><item><title>a</title><description>One. &lt;p&gt;Two.</description></item></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div><p>One.</p><p>Two.</p></div></content></entry></feed>`,
		`<nitf><body><body.head><hedline><hl1>a</hl1></hedline></body.head><body.content><p>One.</p></body.content></body></nitf>`,
		`<newsItem><contentSet><inlineData encoding="base64">T25lLg==</inlineData></contentSet></newsItem>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.rss", "a.nitf", "a.xml"} {
			raws := read(raw.Source{Name: name}, bytes.NewReader(data))
			n := 0
			for r, err := range raws {
				n++
				for _, l := range r.Doubtful {
					if !slices.Contains(strings.Split(r.Text, "\n"), l) {
						t.Errorf("a doubtful line that is none of the text: %q", l)
					}
				}
				if err == nil && strings.TrimSpace(r.Text) == "" {
					t.Error("an article without text")
				}
			}
			if n == 0 {
				t.Errorf("%s: neither article nor error", name)
			}
		}
	})
}
