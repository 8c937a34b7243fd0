package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sampleFolder holds a file of each format; it is no part of the repository.
const sampleFolder = "../../shared/samples"

// TestSamplesJSON opens JSON and Markdown as other tools wrote them.
func TestSamplesJSON(t *testing.T) {
	if _, err := os.Stat(sampleFolder); err != nil {
		t.Skip("no folder of samples beside the repository")
	}
	type article struct{ title, outlet, author, published, first, last string }
	herald := article{"Ferry halted after cracks found in hull", "The Lorne Herald", "Mara Quill", "2026-03-10",
		"Ferry services across the Lorne estuary", "checks on three sister ships."}
	courier := article{"Commuters stranded as ferry pulled over hull damage", "Coast Courier", "Ben Oduya", "2026-03-10",
		"Hundreds of commuters were stranded", "that it had been warned in 2024."}
	named := func(a article, outlet, author, published string) article {
		a.outlet, a.author, a.published = outlet, author, published
		return a
	}
	ship := article{"Captain of wrecked cruise ship on trial in Italy", "Associated Press", "Paulo Santalucia|Frances d'Emilio", "2013-07-09T10:37:00Z",
		"GROSSETO, Italy (AP)", "has denied wrongdoing."}
	for file, want := range map[string][]article{
		"json/article-bias-prediction.json": {herald},
		"json/news-please.json":             {named(herald, "lorneherald.example", "Mara Quill", "2026-03-10T09:15:00Z")},
		"json/newspaper4k.json": {named(herald, "The Lorne Herald", "Mara Quill", "2026-03-10T09:15:00+01:00"),
			named(courier, "Coast Courier", "Ben Oduya", "2026-03-10T09:15:00+01:00")},
		"json/trafilatura.json": {courier},
		"jsonl/cc_news.jsonl": {named(herald, "lorneherald.example", "", "2026-03-10T09:15:00Z"),
			named(courier, "coastcourier.example", "", "2026-03-10T09:15:00Z")},
		"markdown/obsidian-clipper.md":  {named(courier, "coastcourier.example", "Ben Oduya", "2026-03-10")},
		"markdown/trafilatura.md":       {herald},
		"ninjs/ninjsExSimpleText1.json": {ship}, "ninjs/ninjsExSimpleText_3.json": {ship},
		"ninjs/dpa_text.json": {{"Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?", "dpa", "Christian Hollmann", "2019-05-10T16:02:28+02:00",
			"Für Lucien Favre war es", "Auslegung der Bestimmungen kommen."}},
		"ninjs/ntb_text.json": {{"Google har kjøpt giganttomt i Skien", "NTB", "NTB", "2019-08-09T09:30:04Z", "IT-giganten Google har kjøpt", "datasentre i Europa."}},
	} {
		c, err := Open([]string{filepath.Join(sampleFolder, filepath.FromSlash(file))}, Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		if len(c.Articles) != len(want) || len(c.Problems) > 0 {
			t.Errorf("%s: %d articles, problems: %v", file, len(c.Articles), c.Problems)
			continue
		}
		for i, a := range c.Articles {
			date, _, midnight := strings.Cut(a.Meta.Published.Value.Format(time.RFC3339), "T00:00:00Z")
			if !midnight {
				date = a.Meta.Published.Value.Format(time.RFC3339)
			}
			got := article{a.Meta.Title.Value, a.Meta.Outlet.Value, strings.Join(a.Meta.Authors.Value, "|"), date, want[i].first, want[i].last}
			if got != want[i] {
				t.Errorf("%s: got %+v\nwant %+v", file, got, want[i])
			}
			if text := strings.TrimSpace(a.Text); !strings.HasPrefix(text, want[i].first) || !strings.HasSuffix(text, want[i].last) {
				t.Errorf("%s: text begins %.60q and ends %q", file, text, text[max(0, len(text)-60):])
			}
		}
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
