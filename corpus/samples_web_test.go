package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/prose"
)

// webSamples is where the sample files are, which are not part of this project.
const webSamples = "../../shared/samples"

// TestWebSamples opens each sample of what pages come packed in, as a reader
// would, and compares what is known of it and where its text begins and ends.
func TestWebSamples(t *testing.T) {
	if _, err := os.Stat(webSamples); err != nil {
		t.Skip("no sample files beside this project")
	}
	const (
		ferry     = "Ferry halted after cracks found in hull|The Lorne Herald|2026-03-10|Mara Quill|Ferry services across|three sister ships."
		commuters = "Commuters stranded as ferry pulled over hull damage|Coast Courier|2026-03-10|Ben Oduya|Hundreds of commuters|warned in 2024."
	)
	for _, c := range []struct {
		path string
		want []string
	}{
		{"eml/newsletter.eml", []string{strings.Replace(ferry, "Mara Quill", "", 1)}}, // the mail names nobody
		{"feed/rss-content-encoded.xml", []string{ferry, strings.Replace(commuters, "Coast Courier", "coastcourier.example", 1)}},
		{"newsml-g2-nitf/LISTING_2_NewsML-G2_Text_Document.xml", []string{`Fed to halt QE to avert "bubble"|Acme News and Media LLC|2016-11-21|Meredith Jameson|(New York, NY|dolessim zzrilla commy nonulpu tpatinis exer sequatueros adit verit am nonse exerili quismodion esto cons dolutpat, si.`}},
		{"newsml-g2-nitf/LISTING_22_Sports_story_in_NewsML-G2NITF.xml", []string{"Preview: Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05 p.m.|The Sports Network|2016-10-19||(Sports Network) - A pair|over his last six starts."}},
		{"newsml-g2-nitf/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml", []string{"Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05p.m.|Sports Network|||(Sports Network) - With|clash of the Titans."}},
	} {
		got, err := Open([]string{filepath.Join(webSamples, c.path)}, Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		if len(got.Articles) != len(c.want) || len(got.Problems) > 0 {
			t.Errorf("%s: %d articles, problems %v; want %d", c.path, len(got.Articles), got.Problems, len(c.want))
			continue
		}
		for i, a := range got.Articles {
			checkWebSample(t, a, c.want[i])
		}
	}
}

// TestPackedPages: a page is the same article whether it was saved alone, with
// its pictures in one file, or by a crawler.
func TestPackedPages(t *testing.T) {
	if _, err := os.Stat(webSamples); err != nil {
		t.Skip("no sample files beside this project")
	}
	for packed, pages := range map[string][]string{
		"mhtml/herald.mhtml":  {"html/herald.html"},
		"mhtml/courier.mhtml": {"html/courier.html"},
		"warc/lorne.warc.gz":  {"html/herald.html", "html/courier.html"},
	} {
		got, err := Open([]string{filepath.Join(webSamples, packed)}, Options{})
		if err != nil || len(got.Articles) != len(pages) || len(got.Problems) > 0 {
			t.Errorf("%s: %v, %v; want %d articles", packed, got, err, len(pages))
			continue
		}
		for i, page := range pages {
			want, err := Open([]string{filepath.Join(webSamples, page)}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkWebSample(t, got.Articles[i], sampleLine(want.Articles[0]))
		}
	}
	if _, err := Open([]string{filepath.Join(webSamples, "warc/ia-test.warc.gz")}, Options{}); err == nil || !strings.Contains(err.Error(), "no article in the 3 records") {
		t.Errorf("a crawl of a script: %v", err)
	}
}

// sampleLine says of an article what checkWebSample compares, with all of its
// body as first and as last words.
func sampleLine(a *Article) string {
	var body []string
	for _, s := range a.Sentences {
		if s.Kind == prose.Body {
			body = append(body, prose.Fold(s.Of(a.Text)))
		}
	}
	day := ""
	if a.Meta.Published.Known() {
		day = a.Meta.Published.Value.Format("2006-01-02")
	}
	text := strings.Join(body, " ")
	return strings.Join([]string{a.Meta.Title.Value, a.Meta.Outlet.Value, day, strings.Join(a.Meta.Authors.Value, ", "), text, text}, "|")
}

// checkWebSample compares an article with title|outlet|day|authors|first words of
// its body|last words of it.
func checkWebSample(t *testing.T, a *Article, want string) {
	t.Helper()
	g, w := strings.Split(sampleLine(a), "|"), strings.Split(want, "|")
	for i, name := range []string{"title", "outlet", "published", "authors"} {
		if g[i] != w[i] {
			t.Errorf("%s: %s %q, want %q", a.Path, name, g[i], w[i])
		}
	}
	if text := g[4]; !strings.HasPrefix(text, w[4]) || !strings.HasSuffix(text, w[5]) {
		t.Errorf("%s: text %.60q … %q", a.Path, text, text[max(0, len(text)-60):])
	}
}
