package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus/format/web"
	"parallax/corpus/outlets"
)

var en = pageTexts["en"]

// morePages are pages of the same kinds in other languages and layouts.
var morePages = []ownPage{
	{what: "list of meta in a page header", lang: "hu", layout: `<header><ul class="meta"><li>Belföld</li><li>2026. március 5. 14:30</li></ul></header><main>%</main>`, published: "2026-03-05"},
	{what: "Greek", lang: "el", below: `<div class="article-date">Πέμπτη, 5 Μαρτίου 2026 14:30</div>`, published: "2026-03-05"},
	{what: "Turkish two", lang: "tr", below: `<div class="tarih"><b>Giriş:</b> 05.03.2026 14:30 <b>Güncelleme:</b> 06.03.2026 10:00</div>`, published: "2026-03-05", updated: "2026-03-06"},
	{what: "Czech", lang: "cs", below: `<div class="authors-note">Jan Novák, 5. března 2026 14:30</div>`, published: "2026-03-05", authors: "Jan Novák"},
	{what: "Korean", lang: "ko", below: `<span class="t11">2026.03.05. 오후 2:30</span>`, published: "2026-03-05"},
	{what: "Arabic", lang: "ar", below: `<time>الخميس 5 مارس 2026 - 14:30</time>`, published: "2026-03-05"},
	{what: "Indonesian", lang: "id", below: `<div class="read__time">Kompas - 05/03/2026, 14:30 WIB</div>`, published: "2026-03-05"},
	{what: "Finnish", lang: "fi", below: `<p>5.3.2026 klo 14.30 | Päivitetty 6.3.2026 klo 9.00</p>`, published: "2026-03-05", updated: "2026-03-06"},
	{what: "Danish", lang: "da", below: `<p class="c-byline__time">5. mar. 2026 kl. 14.30</p>`, published: "2026-03-05"},
	{what: "Norwegian", lang: "no", below: `<time datetime="2026-03-05T13:30:00Z">5. mars</time><time class="updated" datetime="2026-03-06T13:30:00Z">6. mars</time>`, published: "2026-03-05", updated: "2026-03-06"},
	{what: "Romanian", lang: "ro", below: `<div class="postmeta">Publicat: 05.03.2026 14:30 de Ana Pop</div>`, published: "2026-03-05", authors: "Ana Pop"},
	{what: "Chinese", lang: "zh-CN", below: `<div class="info">来源：奥德日报 发布时间：2026年03月05日 14:30</div>`, published: "2026-03-05"},
	{what: "h2 headline", lang: "en", layout: `<div class="post"><h2 class="post-title">Orde shuts two wells</h2><p class="post-date">March 5, 2026</p><div><p>` + en[0] + `</p><p>` + en[1] + `</p><p>` + en[2] + `</p></div></div>`, published: "2026-03-05"},
	{what: "dt author", lang: "de", below: `<dl><dt>Autor:</dt><dd class="autor">Karl Brunn</dd><dt>Datum:</dt><dd>05.03.2026</dd></dl>`, authors: "Karl Brunn", published: "2026-03-05"},
	{what: "text and photos", lang: "de", below: `<p class="byline">Text und Fotos: Karl Brunn</p>`, authors: "Karl Brunn"},
	{what: "address", lang: "en", below: `<address>By Ann Lee</address>`, authors: "Ann Lee"},
	{what: "microdata", lang: "en", below: `<span itemprop="author" itemscope><span itemprop="name">Ann Lee</span></span>`, authors: "Ann Lee"},
	{what: "ld strings with outlet", lang: "en", head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Orde shuts two wells","author":["Orde Post","Ann Lee"],"publisher":{"name":"Orde Post"}}</script>`, authors: "Ann Lee", outlet: "Orde Post"},
	{what: "two columns of names", lang: "en", below: `<div class="authors"><div><a href="/a">Ann Lee</a><span>Water reporter</span></div><div><a href="/b">Bo Cho</a><span>Editor</span></div></div>`, authors: "Ann Lee|Bo Cho"},
	{what: "PM EST byline", lang: "en-US", below: `<p>By Ann Lee – 03/05/26 11:04 PM EST</p>`, authors: "Ann Lee", published: "2026-03-05"},
	{what: "posted by in footer of post", lang: "en", end: `<p class="postmetadata">Posted by Ann Lee on March 5, 2026</p>`, authors: "Ann Lee", published: "2026-03-05", not: []string{"Posted by"}},
	{what: "caption p", lang: "en", middle: `<p class="wp-caption-text">Well two. Photo: Bo Cho</p>`, not: []string{"Well two. Photo"}},
	{what: "gallery", lang: "en", middle: `<div class="gallery"><figure><img src=a><figcaption>The first well, seen from the north.</figcaption></figure><figure><img src=b><figcaption>The second well, seen from the south.</figcaption></figure></div>`, not: []string{"seen from the north"}},
	{what: "related list with a heading", lang: "de", middle: `<h3>Mehr zum Thema</h3><ul><li><a href="/1">Was im Brunnen war</a></li><li><a href="/2">Wer es wusste</a></li></ul>`, not: []string{"Mehr zum Thema", "Was im Brunnen war"}},
	{what: "comments list", lang: "en", end: `<ol class="commentlist"><li><p>I never drank that water, and I never will.</p></li></ol>`, not: []string{"never drank"}},
	{what: "details", lang: "en", middle: `<details><summary>What was found?</summary><p>A weedkiller that is banned.</p></details>`, has: []string{"A weedkiller that is banned."}},
	{what: "interview", lang: "en", middle: `<dl class="interview"><dt>Who knew?</dt><dd>All of us did, in a way.</dd></dl>`, has: []string{"Who knew?", "All of us did, in a way."}},
	{what: "breaks", lang: "en", layout: `<div class="story"><h1>Orde shuts two wells</h1>` + en[0] + `<br><br>` + en[1] + `<br><br>` + en[2] + `</div>`},
	{what: "divs", lang: "en", layout: `<main><h1>Orde shuts two wells</h1><div class=b><div>` + en[0] + `</div><div>` + en[1] + `</div><div>` + en[2] + `</div></div></main>`},
	{what: "sections", lang: "en", layout: `<main><h1>Orde shuts two wells</h1><section><p>` + en[0] + `</p></section><section><h2>The letter</h2><p>` + en[1] + `</p></section><section><p>` + en[2] + `</p></section></main>`, has: []string{"The letter"}},
	{what: "ads between", lang: "fr", middle: `<div class="pub">Publicité</div>`, not: []string{"Publicité"}},
	{what: "deleted text", lang: "en", middle: `<p>The works has <del>three</del> <ins>five</ins> wells, it says now.</p>`, has: []string{"five wells, it says now."}},
	{what: "quote cite", lang: "en", middle: `<blockquote>It tastes of nothing.<cite>Ann Lee, baker</cite></blockquote>`, has: []string{"It tastes of nothing."}},
	{what: "correction", lang: "en", end: `<p class="correction"><em>Correction: an earlier version gave the wrong number of wells.</em></p>`},
	{what: "newsletter box with a form", lang: "it", middle: `<div class="box-newsletter"><p>Ogni mattina le notizie di Orde.</p><form><input></form></div>`, not: []string{"Ogni mattina"}},
	{what: "share row", lang: "es", below: `<ul class="share"><li>Facebook</li><li>Twitter</li><li>Compartir</li></ul>`, not: []string{"Compartir", "Facebook"}},
	{what: "amp", lang: "en", head: `<link rel="canonical" href="https://www.bbc.co.uk/news/1">`, layout: `<article amp><h1>Orde shuts two wells</h1><div class="byline amp-wp-byline"><span class="amp-wp-author author vcard">Ann Lee</span></div><p>` + en[0] + `</p><amp-ad></amp-ad><p>` + en[1] + `</p><p>` + en[2] + `</p></article>`, authors: "Ann Lee", outlet: "BBC"},
	{what: "masthead date", lang: "en", layout: `<div class="top"><span class="date">Friday, 20 November 2026</span></div><main><article>%</article></main>`, published: ""},
	{what: "event date", lang: "en", below: `<p>The council met on 5 March 2026 for three hours.</p>`, has: []string{"The council met"}},
	{what: "wrong update tag first", lang: "en", head: `<meta property="article:modified_time" content="2026-03-07"><meta property="article:published_time" content="2026-03-05">`, published: "2026-03-05", updated: "2026-03-07"},
}

// TestBesideHeadline: one date and one byline beside the headline, in elements
// of every kind and class, in several languages.
func TestBesideHeadline(t *testing.T) {
	check := func(lang, element, day string, authors ...string) {
		t.Helper()
		page := `<html lang="` + lang + `"><head><title>` + ownHeading + `</title></head><body><div id="wrap"><div class="head"><h1>` + ownHeading + `</h1>` + element +
			`</div><div class="txt"><p>` + strings.Join(en, "</p><p>") + `</p></div></div></body></html>`
		found, err := web.ArticleOfPage(page, "")
		if err != nil {
			t.Errorf("%s: %v", element, err)
			return
		}
		m := newArticle("page.html", found, outlets.Shipped(), strings.Clone).Meta
		if got := m.Published.Value.Format(time.DateOnly); day != "" && got != day {
			t.Errorf("%s in %q: published %s", element, lang, got)
		}
		if authors != nil && !slices.Equal(m.Authors.Value, authors) {
			t.Errorf("%s: authors %q", element, m.Authors.Value)
		}
	}
	dates := map[string]string{"en": "5 March 2026", "de": "05.03.2026, 14:30 Uhr", "en-US": "Mar 5, 2026 2:30 PM ET", "fr": "le 5 mars 2026 à 14h30"}
	for tag := range strings.FieldsSeq("div p span li small em i b strong time dd font label h4 h6 cite a address") {
		for class := range strings.FieldsSeq("date datum published timestamp post-date entryDate c-timestamp__text article_info x1") {
			for lang, date := range dates {
				check(lang, fmt.Sprintf(`<%s class="%s">%s</%s>`, tag, class, date, tag), "2026-03-05")
			}
		}
	}
	bylines := []string{
		"By Ann Lee", "Von Ann Lee | 5. März 2026", "Par Ann Lee le 5 mars 2026", "Por Ann Lee - 5 de marzo de 2026", "Di Ann Lee, 5 marzo 2026",
		"Door Ann Lee op 5 maart 2026", "Av Ann Lee Publicerad 5 mars 2026", "Ann Lee, 5 March 2026, 3 min read",
	}
	for tag := range strings.FieldsSeq("div p span small strong a address li em") {
		for class := range strings.FieldsSeq("byline author article-author c-byline__name autor x1") {
			for _, line := range bylines {
				if class != "x1" || !strings.HasPrefix(line, "Ann") { // without a label a name is not one
					check("en", fmt.Sprintf(`<%s class="%s">%s</%s>`, tag, class, line, tag), "", "Ann Lee")
				}
			}
		}
	}
}
