package corpus

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus/prose"
)

// sampleFolder holds files as many tools write them. It is no part of the
// repository: where it is missing, the tests over it are skipped.
const sampleFolder = "../../shared/samples"

// A sample is what an article of a sample file must be read as.
type sample struct {
	title, outlet string // "" for what the file does not say: it may only be guessed
	date          string // the day; with the time of day, as RFC 3339 has it, where that matters
	authors       string // divided by "|"
	first, last   string // the words its body begins and ends with
}

// Most samples are of these two articles.
var (
	herald = sample{"Ferry halted after cracks found in hull", "The Lorne Herald", "2026-03-10", "Mara Quill",
		"Ferry services across the Lorne estuary", "checks on three sister ships."}
	courier = sample{"Commuters stranded as ferry pulled over hull damage", "Coast Courier", "2026-03-10", "Ben Oduya",
		"Hundreds of commuters were stranded", "that it had been warned in 2024."}
	ship = sample{"Captain of wrecked cruise ship on trial in Italy", "Associated Press", "2013-07-09T10:37:00Z", "Paulo Santalucia|Frances d'Emilio",
		"GROSSETO, Italy (AP)", "has denied wrongdoing."}
)

// by returns the sample as one from which another outlet, time and byline are
// known.
func (s sample) by(outlet, date, authors string) sample {
	s.outlet, s.date, s.authors = outlet, date, authors
	return s
}

const (
	atNine   = "2026-03-10T09:15:00+01:00"
	atNineUT = "2026-03-10T09:15:00Z" // where the zone was lost
)

// samples are files of all other formats.
var samples = map[string][]sample{
	"html":                              {courier.by("Coast Courier", atNine, "Ben Oduya"), herald.by("The Lorne Herald", atNine, "Mara Quill")},
	"singlefile":                        {herald.by("The Lorne Herald", atNine, "Mara Quill")},
	"wget-mirror":                       {courier.by("Coast Courier", atNine, "Ben Oduya"), herald.by("The Lorne Herald", atNine, "Mara Quill")},
	"mhtml":                             {courier.by("Coast Courier", atNine, "Ben Oduya"), herald.by("The Lorne Herald", atNine, "Mara Quill")},
	"warc/lorne.warc.gz":                {herald.by("The Lorne Herald", atNine, "Mara Quill"), courier.by("Coast Courier", atNine, "Ben Oduya")},
	"eml/newsletter.eml":                {herald.by("The Lorne Herald", atNine, "")}, // the mail names nobody
	"pdf":                               {courier, herald},
	"docx":                              {herald.by("", "2026-03-10", "Mara Quill")}, // those that pandoc made name no outlet
	"odt":                               {herald.by("", "2026-03-10", "Mara Quill")},
	"epub":                              {herald.by("", "2026-03-10", "Mara Quill")},
	"rtf":                               {herald.by("", "2026-03-10", "Mara Quill")},
	"markdown":                          {courier.by("coastcourier.example", "2026-03-10", "Ben Oduya"), herald},
	"jsonl/cc_news.jsonl":               {herald.by("lorneherald.example", atNineUT, ""), courier.by("coastcourier.example", atNineUT, "")},
	"json/newspaper4k.json":             {herald.by("The Lorne Herald", atNine, "Mara Quill"), courier.by("Coast Courier", atNine, "Ben Oduya")},
	"json/trafilatura.json":             {courier},
	"json/news-please.json":             {herald.by("lorneherald.example", atNineUT, "Mara Quill")},
	"json/article-bias-prediction.json": {herald},
	"feed/rss-content-encoded.xml":      {herald.by("The Lorne Herald", atNine, "Mara Quill"), courier.by("coastcourier.example", atNine, "Ben Oduya")},
	"ninjs/ninjsExSimpleText1.json":     {ship},
	"ninjs/ninjsExSimpleText_3.json":    {ship},
	"ninjs/dpa_text.json": {{"Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?", "dpa", "2019-05-10T16:02:28+02:00", "Christian Hollmann",
		"Für Lucien Favre war es", "Auslegung der Bestimmungen kommen."}},
	"ninjs/ntb_text.json": {{"Google har kjøpt giganttomt i Skien", "NTB", "2019-08-09T09:30:04Z", "NTB", "IT-giganten Google har kjøpt", "datasentre i Europa."}},
	"newsml-g2-nitf/LISTING_2_NewsML-G2_Text_Document.xml": {{`Fed to halt QE to avert "bubble"`, "Acme News and Media LLC", "2016-11-21", "Meredith Jameson",
		"(New York, NY", "quismodion esto cons dolutpat, si."}},
	"newsml-g2-nitf/LISTING_22_Sports_story_in_NewsML-G2NITF.xml": {{"Preview: Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05 p.m.",
		"The Sports Network", "2016-10-19", "", "(Sports Network) - A pair", "over his last six starts."}},
	"newsml-g2-nitf/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml": {{"Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05p.m.",
		"Sports Network", "", "", "(Sports Network) - With", "clash of the Titans."}},
}

// openSample opens a sample file or folder as a reader would.
func openSample(t *testing.T, name string) *Corpus {
	t.Helper()
	if _, err := os.Stat(sampleFolder); err != nil {
		t.Skip("no samples beside the repository:", err)
	}
	c, err := Open([]string{filepath.Join(sampleFolder, filepath.FromSlash(name))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSamples opens files of every format and compares what is known of each
// article, and the words its text begins and ends with.
func TestSamples(t *testing.T) {
	for _, all := range []map[string][]sample{samples, exportSamples} {
		for _, name := range slices.Sorted(maps.Keys(all)) {
			t.Run(name, func(t *testing.T) {
				c, want := openSample(t, name), all[name]
				if len(c.Articles) != len(want) || len(c.Problems) != unshown[name] {
					t.Fatalf("%d articles, want %d; problems: %v", len(c.Articles), len(want), c.Problems)
				}
				for i, a := range c.Articles {
					want[i].check(t, a)
				}
			})
		}
	}
}

func (s sample) check(t *testing.T, a *Article) {
	t.Helper()
	equal := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %s is %q, want %q", a.Path, what, got, want)
		}
	}
	if s.title != "" || !a.Meta.Title.Guess {
		equal("title", a.Meta.Title.Value, s.title)
	}
	if s.outlet != "" || !a.Meta.Outlet.Guess {
		equal("outlet", a.Meta.Outlet.Value, s.outlet)
	}
	date := ""
	if a.Meta.Published.Known() {
		date = a.Meta.Published.Value.Format(time.RFC3339)
	}
	if len(s.date) == len(time.DateOnly) {
		date, _, _ = strings.Cut(date, "T")
	}
	equal("date", date, s.date)
	equal("authors", strings.Join(a.Meta.Authors.Value, "|"), s.authors)
	if text := bodyText(a); !strings.HasPrefix(text, s.first) || !strings.HasSuffix(text, s.last) {
		t.Errorf("%s: the text is %.60q … %q, want %q … %q", a.Path, text, text[max(0, len(text)-60):], s.first, s.last)
	}
}

// bodyText returns the sentences of an article that are its own.
func bodyText(a *Article) string {
	var body []string
	for _, s := range a.Sentences {
		if s.Kind == prose.Body {
			body = append(body, prose.Fold(s.Of(a.Text)))
		}
	}
	return strings.Join(body, " ")
}

// TestSamePage: a page is the same article whether it was saved alone, with its
// pictures in one file, by wget or by a crawler.
func TestSamePage(t *testing.T) {
	const first, second = "https://coastcourier.example/2026/03/10/commuters-stranded", "https://www.lorneherald.example/news/2026/03/10/ferry-halted"
	texts := make(map[string]string) // by address
	for _, name := range []string{"html", "singlefile", "wget-mirror", "mhtml", "warc/lorne.warc.gz"} {
		for _, a := range openSample(t, name).Articles {
			address := a.Meta.URL.Value
			if address != first && address != second || a.Meta.Language.Value != "en" {
				t.Errorf("%s: address %q, language %q", a.Path, address, a.Meta.Language.Value)
			}
			text := bodyText(a)
			if was := texts[address]; was != "" && was != text {
				t.Errorf("%s: the text is\n%s\nwant\n%s", a.Path, text, was)
			}
			texts[address] = text
		}
	}
}

// TestSampleParagraphs: documents whose lines are wrapped or whose paragraphs
// are styled keep their paragraphs, and have the title once.
func TestSampleParagraphs(t *testing.T) {
	const (
		opening = "Ferry services across the Lorne estuary were halted on Tuesday after an inspector found cracks in the hull of the Maid of Lorne, the operator said."
		second  = "The vessel, which carries about 1,200 passengers a day, was withdrawn at 9 a.m. and will not sail again before Friday, St. Aubin Ferries said in a statement."
	)
	for _, name := range []string{"pdf/herald.pdf", "docx/herald.docx", "odt/herald.odt", "epub/herald.epub", "rtf/herald.rtf"} {
		text := strings.ReplaceAll(openSample(t, name).Articles[0].Text, "\u00a0", " ")
		for _, p := range []string{opening, second} {
			if !strings.Contains("\n"+text+"\n", "\n"+p+"\n") {
				t.Errorf("%s: %q is no paragraph of its own", name, p)
			}
		}
		if n := strings.Count(text, herald.title); n != 1 {
			t.Errorf("%s: the title stands %d times in the text", name, n)
		}
	}
}

// TestCrawlWithoutArticles opens a crawl of a script.
func TestCrawlWithoutArticles(t *testing.T) {
	c := openSample(t, "warc")
	if len(c.Articles) != 2 || len(c.Problems) != 1 || !strings.Contains(c.Problems[0].Reason, "no article in the 3 records") {
		t.Errorf("%d articles, problems: %v", len(c.Articles), c.Problems)
	}
}

// TestSpectrum opens a folder of objects with nothing but an address and a
// text: the outlet is found by the address.
func TestSpectrum(t *testing.T) {
	folder := "../../shared/corpora/spectrum"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("no corpora beside the repository")
	}
	c, err := Open([]string{folder}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range c.Articles {
		if !a.Meta.URL.Known() || a.Meta.Outlet.From != "URL" || strings.Contains(a.Meta.Outlet.Value, ".") {
			t.Errorf("%s: outlet %+v of %s", a.Path, a.Meta.Outlet, a.Meta.URL.Value)
		}
	}
	if len(c.Articles) != 50 || len(c.Problems) > 0 {
		t.Errorf("%d articles, problems: %v", len(c.Articles), c.Problems)
	}
}
