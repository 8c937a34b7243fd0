package web

import (
	"slices"
	"strings"
	"testing"
)

// Sentences of an article, long enough to be found as one.
const (
	first  = "The harbour office closed the eastern mole on Monday after divers had found that the sea has washed out the ground below it."
	second = "Boats of more than twelve metres must land their fish in Aldby until the spring, and the office will pay for the lorries."
	third  = "Work on the mole begins in June and is to cost four million crowns, of which the state has promised to pay the greater part."
	fourth = "The mayor, who had asked for the dive in autumn, said that nobody had been in danger, for the lamp went out in time."
	short  = "It will be a hard winter."
)

func paragraphs(list ...string) string { return "<p>" + strings.Join(list, "</p><p>") + "</p>" }

// TestWhole: what stands within an article and could be taken for something
// else. Of want each line is the article's own; doubt are lines told as
// doubtful; gone are not there at all.
func TestWhole(t *testing.T) {
	all := []string{first, second, third, fourth}
	for _, c := range []struct {
		what, body        string
		want, doubt, gone []string
	}{
		{"paragraphs of a class for subscribers", `<article><h1>H</h1><p>` + first + `</p><p class="paywall">` + second + `</p><p class="paywall">` + third + `</p><p class="paywall">` + fourth + `</p></article>`, all, nil, nil},
		{"a class that says no", `<main><section class="non-promo">` + paragraphs(all...) + `</section></main>`, all, nil, nil},
		{"a box of such a class", `<article>` + paragraphs(all...) + `<div class="promo"><p>Read the Herald for a month.</p></div></article>`, all, nil, nil},
		{"an article in an aside", `<aside class="page"><article><h1>H</h1>` + paragraphs(all...) + `</article></aside>`, all, nil, nil},
		{"an article without scripts only", `<div id="app"></div><noscript><article>` + paragraphs(all...) + `</article></noscript>`, all, nil, nil},
		{"a drawing with an empty title", `<svg><title/><path d="x"/></svg><article>` + paragraphs(all...) + `</article><title>x</title>`, all, nil, nil},
		{"a table in a figure", `<article>` + paragraphs(all...) + `<figure class="wp-block-table"><table><tr><td>Moles with holes</td><td>2 of 5</td></tr></table><figcaption>Source: office</figcaption></figure>` + paragraphs(first[:40]+".") + `</article>`,
			[]string{"Moles with holes | 2 of 5"}, []string{"Source: office"}, nil},
		{"a quotation in a figure", `<article>` + paragraphs(first, second) + `<figure><blockquote><p>We knew.</p></blockquote></figure>` + paragraphs(third, fourth) + `</article>`, []string{"We knew.", fourth}, nil, nil},
		{"a post in a box of networks", `<article>` + paragraphs(first) + `<div class="social-embed share"><blockquote class="bluesky-embed"><p>` + short + `</p>— Mira Holt</blockquote></div>` + paragraphs(second, third, fourth) + `</article>`, append(all, short), nil, nil},
		{"a lead outside the box of the text", `<article><h1>H</h1><div class="intro">` + first + `</div><ul><li>Two boats wait.</li><li>Schools are shut.</li></ul><div class="text">` + paragraphs(second, third, fourth) + `</div></article>`,
			append(all, "Two boats wait.", "Schools are shut."), nil, nil},
		{"an end outside the box of the text", `<article><h1>H</h1><div class="text">` + paragraphs(first, second, third) + `</div><p>` + fourth + `</p></article>`, all, nil, nil},
		{"the place at the beginning", `<article><p><span class="dateline">LORNE – </span>` + first + `</p>` + paragraphs(second, third, fourth) + `</article>`, []string{"LORNE – " + first}, nil, nil},
		{"a paragraph for phones and one for desktops", `<article><p class="mobile">` + first + `</p><p class="desktop">` + first + `</p>` + paragraphs(second, third, fourth) + `</article>`, all, nil, nil},
		{"every paragraph for phones and for desktops", `<article><p class="visible-xs">` + strings.Join([]string{first, first, second, second, third, third, fourth, fourth}, `</p><p class="hidden-xs">`) + `</p></article>`, all, nil, nil},
		{"a standfirst in a class of boxes, as the page describes itself", `<meta name="description" content="` + short + ` Boats land in Aldby."><article><h1>H</h1><div class="zx-promo-txt"><span>` + short + ` Boats land in Aldby.</span></div>` + paragraphs(all...) + `</article>`, append([]string{short + " Boats land in Aldby."}, all...), nil, nil},
		{"a standfirst in a heading of such a class", `<meta property="og:description" content="` + short + ` Boats land in Aldby."><article><h1>H</h1><h4 class="related-sub">` + short + ` Boats land in Aldby.</h4>` + paragraphs(all...) + `</article>`, append([]string{short + " Boats land in Aldby."}, all...), nil, nil},
		{"a card over a name", `<article><p>The mayor, <a href="/m">Mira Holt</a><span class="hovercard">Mira Holt, 54, was a teacher.</span>, said that ` + short + `</p>` + paragraphs(all...) + `</article>`,
			[]string{"The mayor, Mira Holt, said that " + short}, nil, []string{"was a teacher"}},
		{"a picture without a figure", `<article><div class="story-photo"><img src="a.jpg"><div class="txt">Boats at the mole on Monday</div><div>Ivo Brandt/Coastpix</div></div>` + paragraphs(all...) + `</article>`,
			all, []string{"Boats at the mole on Monday", "Ivo Brandt/Coastpix"}, nil},
		{"a card in a box of its own over a name", `<article><p>The mayor, <a href="/m">Mira Holt</a><div class="popover">Mira Holt, 54, was a teacher.</div>, said <b>that</b> ` + short + `</p>` + paragraphs(all...) + `</article>`,
			[]string{"The mayor, Mira Holt, said that " + short}, nil, []string{"was a teacher"}},
		{"a caption by its place", `<article>` + paragraphs(first, second) + `<div class="x1"><a href="a.jpg"><img src="a.jpg"></a><div class="x2">Boats at the mole on Monday</div></div>` + paragraphs(third, fourth) + `</article>`,
			all, []string{"Boats at the mole on Monday"}, nil},
		{"a caption right after its picture", `<article>` + paragraphs(first, second) + `<img src="a.jpg"><div>Boats at the mole on Monday</div>` + paragraphs(third, fourth) + `</article>`,
			all, []string{"Boats at the mole on Monday"}, nil},
		{"a box of text after a picture", `<article><img src="a.jpg"><div class="text">` + short + ` Nobody sails to Aldby now.</div>` + paragraphs(all...) + `</article>`, append([]string{short + " Nobody sails to Aldby now."}, all...), nil, nil},
		{"text in boxes, one of them after a picture", `<article><div>` + first + `</div><img src="a.jpg"><div>` + second + `</div><div>` + third + `</div><div>` + fourth + `</div></article>`, all, nil, nil},
		{"teasers that are no links", `<article>` + paragraphs(first, second) + `<div class="carousel"><h3>COAST</h3><p>Aldby builds a mole of its own</p></div>` + paragraphs(third, fourth) + `</article>`,
			all, []string{"COAST", "Aldby builds a mole of its own"}, nil},
		{"a comment", `<article>` + paragraphs(all...) + `<div class="comments"><p>I do not believe a word of it, and neither does my neighbour.</p></div></article>`, all, nil, []string{"a word of it"}},
		{"who wrote it, at the end", `<article>` + paragraphs(all...) + `<div class="author-box"><p>Jana Holt has written about ports for twenty years, here and elsewhere.</p></div></article>`, all, nil, []string{"twenty years"}},
		{"XHTML", `<div><script src="a.js"/><textarea/>` + paragraphs(all...) + `</div>`, all, nil, nil},
	} {
		page := "<html><body>" + c.body + "</body></html>"
		if c.what == "XHTML" {
			page = `<?xml version="1.0"?>` + page
		}
		article, err := ArticleOfPage(page, "")
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		lines := strings.Split(article.Text, "\n\n")
		for _, w := range c.want {
			if !slices.Contains(lines, w) || slices.Contains(article.Doubtful, w) {
				t.Errorf("%s: %q is not in the text:\n%s\ndoubtful %q", c.what, w, article.Text, article.Doubtful)
			}
		}
		for _, w := range c.doubt {
			if !slices.Contains(article.Doubtful, w) {
				t.Errorf("%s: %q is not doubtful: %q", c.what, w, article.Doubtful)
			}
		}
		for _, w := range c.gone {
			if strings.Contains(article.Text, w) {
				t.Errorf("%s: %q is in the text", c.what, w)
			}
		}
		if strings.Count(article.Text, first) > 1 {
			t.Errorf("%s: a paragraph is there twice", c.what)
		}
	}
}

// TestStandfirst: the paragraph that the page's tags give as its description is
// the standfirst, whatever it is made of.
func TestStandfirst(t *testing.T) {
	const words = "Divers found holes below two of five moles; the fish goes to Aldby until the spring."
	tags := map[string]string{
		"og":      `<meta property="og:description" content="` + words + `">`,
		"name":    `<meta name="description" content="` + words + `">`,
		"JSON-LD": `<script type="application/ld+json">{"@type":"NewsArticle","description":"` + words + `"}</script>`,
		"cut":     `<meta name="description" content="` + words[:60] + `…">`,
	}
	for what, tag := range tags {
		for _, element := range []string{`<h2 class="sub-title">%</h2>`, `<div class="lede-x"><span>%</span></div>`, `<p>%</p>`, `<h3>%</h3>`} {
			for _, layout := range []string{
				`<article><header><h1>Mole closed</h1>` + element + `<p class="byline">By Jana Holt</p></header><div>` + paragraphs(first, second, third, fourth) + `</div></article>`,
				`<header><h1>Mole closed</h1>` + element + `</header><main><div>` + paragraphs(first, second, third, fourth) + `</div></main>`,
			} {
				page := "<head>" + tag + "</head><body>" + strings.Replace(layout, "%", words, 1)
				article, err := ArticleOfPage(page, "")
				if err != nil || !strings.HasPrefix(article.Text, words+"\n\n"+first) {
					t.Errorf("%s: %s\n%v begins:\n%.200s", what, layout[:60], err, article.Text)
				}
			}
		}
	}
	other := `<meta property="og:description" content="` + first + `"><body><article><h1>H</h1>` + paragraphs(first, second, third, fourth) + `</article>`
	if article, _ := ArticleOfPage(other, ""); strings.Count(article.Text, first) != 1 {
		t.Errorf("a description that is the first paragraph: %.200s", article.Text)
	}
}
