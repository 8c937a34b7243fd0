package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// samples are files as tools write them. They are no part of the repository:
// where they are missing, the tests over them are skipped.
const samplesHTML = "../../shared/samples"

// TestHTMLSamples opens saved pages as a reader would, and looks at what is
// known of each and how its text begins and ends.
func TestHTMLSamples(t *testing.T) {
	if _, err := os.Stat(samplesHTML); err != nil {
		t.Skip("no samples:", err)
	}
	type known struct{ title, outlet, author, url, first, last string }
	herald := known{
		"Ferry halted after cracks found in hull", "The Lorne Herald", "Mara Quill",
		"https://www.lorneherald.example/news/2026/03/10/ferry-halted",
		"Ferry services across the Lorne estuary", "checks on three sister ships.",
	}
	courier := known{
		"Commuters stranded as ferry pulled over hull damage", "Coast Courier", "Ben Oduya",
		"https://coastcourier.example/2026/03/10/commuters-stranded",
		"Hundreds of commuters were stranded", "it had been warned in 2024.",
	}
	published := time.Date(2026, 3, 10, 9, 15, 0, 0, time.FixedZone("", 3600))
	for _, path := range []string{"html", "singlefile", "wget-mirror"} {
		c, err := Open([]string{filepath.Join(samplesHTML, path)}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Problems) > 0 {
			t.Errorf("%s: %v", path, c.Problems)
		}
		for _, a := range c.Articles {
			want := herald
			if strings.HasPrefix(filepath.Base(a.Path), "co") { // courier, commuters
				want = courier
			}
			got := known{a.Meta.Title.Value, a.Meta.Outlet.Value, strings.Join(a.Meta.Authors.Value, "|"), a.Meta.URL.Value, want.first, want.last}
			if got != want {
				t.Errorf("%s: got\n%+v, want\n%+v", a.Path, got, want)
			}
			if !a.Meta.Published.Value.Equal(published) || a.Meta.Language.Value != "en" {
				t.Errorf("%s: published %v, language %q", a.Path, a.Meta.Published.Value, a.Meta.Language.Value)
			}
			if !strings.Contains(a.Text, "\n\n"+want.first) || !strings.HasSuffix(strings.TrimSpace(a.Text), want.last) {
				t.Errorf("%s: text\n%s", a.Path, a.Text)
			}
		}
		if n := map[string]int{"html": 2, "singlefile": 1, "wget-mirror": 2}[path]; len(c.Articles) != n {
			t.Errorf("%s: %d articles, want %d", path, len(c.Articles), n)
		}
	}
}

// TestHostileHTMLSamples opens pages made to break readers.
func TestHostileHTMLSamples(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(samplesHTML, "hostile/*.html"))
	if len(files) == 0 {
		t.Skip("no samples in", samplesHTML)
	}
	for _, path := range files {
		start := time.Now()
		_, err := Open([]string{path}, Options{})
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: took %v", path, took)
		}
		t.Log(filepath.Base(path), err)
	}
}
