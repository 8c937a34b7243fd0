package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parallax/corpus/corpustest"
	"parallax/corpus/processor"
)

// TestHostilePages feeds pages that cost a parser of HTML, or what finds the
// article in its tree, far more than their size. Each ends in time; the README's
// limit is two seconds on a machine with nothing else to do.
func TestHostilePages(t *testing.T) {
	corpustest.Measures(t)
	if testing.Short() {
		t.Skip("takes seconds")
	}
	many := strings.Repeat
	formatting := func() string { // each differs, so that a parser keeps them all open
		var b strings.Builder
		for i := range 400 {
			fmt.Fprintf(&b, "<b id=%d><a name=%d>", i, i)
		}
		return b.String()
	}()
	prose := "<p>The ferry was halted, the operator said on Tuesday, and will not sail before Friday.</p>"
	for name, page := range map[string]string{
		"2 MB of <p>":                   many("<p>", 2<<20/3),
		"200,000 tables":                many("<table>", 200_000),
		"200,000 <b>":                   many("<b>", 200_000),
		"200,000 nested <div>":          many("<div>", 200_000),
		"deep, again and again":         many(many("<div>", 480)+"x"+many("</div>", 480), 40),
		"deep with prose":               many(many("<div class=article>", 400)+prose+many("</div>", 400), 60),
		"formatting opened anew":        "<p>" + formatting + many("<p>x", 12_000),
		"formatting in svg style":       "<svg><style>" + formatting + "</style>" + many("<p>x", 12_000),
		"formatting in cells":           "<table><tr>" + many("<td>"+formatting, 50),
		"an attribute of 1 MB":          "<p class='" + many("article ", 1<<17) + "'>" + prose,
		"200,000 attributes":            "<p " + many("a b=c ", 100_000) + ">" + prose,
		"bodies with attributes":        manyBodies(),
		"2 MB in one paragraph":         "<p>" + many("The ferry was halted, he said. ", 2<<20/31),
		"2 MB of breaks":                many("The ferry was halted.<br><br>", 2<<20/29),
		"1 MB in one paragraph":         "<p>" + many("The ferry, he said, was halted. ", 1<<20/32),
		"12,000 breaks":                 "<div>x" + many("<br> ", 12_000) + prose + "</div>",
		"12,000 lines":                  "<div>" + many("The ferry was halted.<br>", 12_000) + "</div>",
		"12,000 empty boxes":            "<div>" + many("<div></div>", 12_000) + prose + "</div>",
		"12,000 spans":                  "<div>" + many("<span>The ferry, </span>", 12_000) + "</div>",
		"12,000 pictures":               "<div>" + many("<img src=x.jpg data-src=y.jpg>", 12_000) + prose + "</div>",
		"12,000 cells":                  "<table><tr>" + many("<td>The ferry, he said", 12_000) + "</table>",
		"12,000 rows of headings":       many("<h2>The ferry was halted on Tuesday</h2>", 12_000),
		"12,000 headings, a long title": "<title>" + many("The ferry ", 5000) + "</title>" + many("<h2>The ferry was halted on Tuesday</h2>", 12_000),
		"tables in tables":              many(many("<table><tr><td>", 120)+prose+many("</table>", 120), 40),
		"lists in lists":                many(many("<ul><li>", 200)+prose+many("</ul>", 200), 50),
		"quotations in quotations":      many(many("<blockquote>The ferry", 400)+many("</blockquote>", 400), 30),
		"12,000 paragraphs":             "<article>" + many(prose, 12_000) + "</article>",
		"12,000 links":                  "<article>" + many("<a href=x>The ferry was halted.</a> ", 12_000),
		"12,000 list items":             "<ul>" + many("<li><a href=x>The ferry was halted</a>", 8_000),
		"12,000 captions":               many("<div class=caption>The ferry"+prose+"</div>", 6_000),
		"itemprops in one another":      many(many("<div itemprop=author>", 300), 1) + many("<i>x", 12_000),
		"times and bylines":             many("<time>2026</time><span class=byline>By Ann Lee</span>", 6_000),
		"2 MB of open quotation marks":  `<script type=application/ld+json>{"headline":` + many(`"`, 2<<20-100) + "</script>",
		"2 MB of brackets":              "<script type=application/ld+json>" + many(`[`, 2<<20-100) + "</script>",
		"2 MB of objects":               "<script type=application/ld+json>" + many(`{"author":`, 200_000) + "</script>",
		"formatting in JSON-LD":         `<script type="application/ld+json">{"@type":"Article","articleBody":"</p>` + strings.ReplaceAll(formatting, `"`, "") + many("<p>x", 12_000) + `"}</script>`,
		"comments not closed":           many("<!--", 200_000),
		"tags not closed":               many("<p ", 200_000),
		"entities":                      "<p>" + many("&amp;&notit;&#x1b;", 100_000),
		"drawings":                      many("<svg>", 200_000) + prose,
		"select and templates":          many("<select><template><table>", 100_000),
		"meta tags":                     many("<meta name=author content='Ann Lee'>", 100_000),
		"a title without an end":        "<title>" + many("The ferry ", 100_000),
		"signs in a title":              "<meta property=og:site_name content=x><title>" + many(" | x", 100_000) + "</title>" + prose,
		"signs in a short title":        "<meta property=og:site_name content=x><title>" + many(" | x", 100) + "</title>" + prose,
		"forms, rulers, objects, again": many("<form><hr><object><param>", 6_000) + prose,
	} {
		took := processor.Work(func() { _, _ = ArticleOfPage(page, "") })
		if testing.Verbose() {
			t.Logf("%-30s %v", name, took.Round(time.Millisecond))
		}
		if took > 10*time.Second { // processors differ in speed
			t.Errorf("%s: took %v", name, took)
		}
	}
}

func manyBodies() string {
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "<body a%d=x>", i)
	}
	return b.String()
}
