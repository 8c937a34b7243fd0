package xml

import (
	"encoding/base64"
	"html"
	"strings"
	"testing"
)

// TestParagraphs: however an agency or a feed wraps the paragraphs of an article,
// they are its text, divided and without a tag.
func TestParagraphs(t *testing.T) {
	const a, b = "The ferry over the Lorne was halted on Tuesday.", "It sails again on Friday, the operator said."
	tags := "<p>" + a + "</p><p>" + b + "</p>"
	escaped := html.EscapeString(tags)
	g2 := func(content string) string {
		return `<newsItem guid="x"><contentMeta><headline>Ferry halted</headline></contentMeta><contentSet>` + content + `</contentSet></newsItem>`
	}
	one := func(content string) string {
		return `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry halted</HeadLine></NewsLines>` + content + `</NewsComponent></NewsItem></NewsML>`
	}
	feed := func(content string) string {
		return `<rss><channel><title>Herald</title><item><title>Ferry halted</title><description>` + content + `</description></item></channel></rss>`
	}
	for name, in := range map[string]string{
		"elements":              g2("<inlineXML>" + tags + "</inlineXML>"),
		"capitals":              g2("<inlineXML><html><body>" + strings.NewReplacer("<p>", "<P>", "</p>", "</P>").Replace(tags) + "</body></html></inlineXML>"),
		"elements as data":      g2("<inlineData>" + tags + "</inlineData>"),
		"escaped":               g2("<inlineXML>" + escaped + "</inlineXML>"),
		"escaped data":          g2(`<inlineData contenttype="text/plain">` + escaped + "</inlineData>"),
		"escaped twice":         g2("<inlineData>" + html.EscapeString(escaped) + "</inlineData>"),
		"CDATA":                 g2("<inlineData><![CDATA[" + tags + "]]></inlineData>"),
		"base64":                g2(`<inlineData encoding="base64">` + base64.StdEncoding.EncodeToString([]byte(tags)) + "</inlineData>"),
		"nothing around":        g2(tags),
		"in a component":        one("<ContentItem><DataContent>" + tags + "</DataContent></ContentItem>"),
		"in a component, again": one("<ContentItem><DataContent>" + escaped + "</DataContent></ContentItem>"),
		"below a caption":       one("<NewsComponent><ContentItem><DataContent><p>A ferry.</p></DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem><DataContent>" + tags + "</DataContent></ContentItem></NewsComponent>"),
		"NITF":                  "<nitf><body><body.content>" + tags + "</body.content></body></nitf>",
		"NITF, escaped":         "<nitf><body><body.content>" + escaped + "</body.content></body></nitf>",
		"NITF without content":  "<nitf><body>" + tags + "</body></nitf>",
		"feed":                  feed(escaped),
		"feed, escaped twice":   feed(html.EscapeString(escaped)),
		"feed, thrice":          feed(html.EscapeString(html.EscapeString(escaped))),
		"feed, CDATA, escaped":  feed("<![CDATA[" + escaped + "]]>"),
		"feed, in a paragraph":  feed(html.EscapeString("<p>" + escaped + "</p>")),
	} {
		file := "a.nitf"
		if strings.HasPrefix(name, "feed") {
			file = "a.rss"
		}
		got := describe(file, []byte(`<?xml version="1.0"?>`+in))
		if _, text, _ := strings.Cut(got, "text:\n"); text != a+"\n\n"+b+"\n" {
			t.Errorf("%s: %s", name, got)
		}
	}
	about := `<rss><channel><item><description>&lt;p&gt;Write &amp;lt;p&amp;gt; before a paragraph. Then &amp;lt;/p&amp;gt; after it.&lt;/p&gt;</description></item></channel></rss>`
	if got := describe("a.rss", []byte(about)); !strings.Contains(got, "Write <p> before a paragraph. Then </p> after it.") {
		t.Errorf("a text about tags: %s", got)
	}
}
