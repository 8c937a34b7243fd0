package corpus

import (
	"strings"
	"testing"
)

func TestOutletOfHost(t *testing.T) {
	for in, want := range map[string]string{
		"www.nytimes.com": "The New York Times", "thecaucus.blogs.nytimes.com": "The New York Times", "abcnews.go.com": "ABC News",
		"www.bbc.co.uk": "BBC", "edition.cnn.com": "CNN", "WWW.FOXNEWS.COM": "Fox News", "www.harbour-herald.example": "harbour-herald.example",
		"m.herald.example": "herald.example", "notcnn.com": "notcnn.com",
	} {
		if got := outletOfHost(in); got != want {
			t.Errorf("outletOfHost(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOutletOfPath(t *testing.T) {
	for in, want := range map[string]string{
		"2010-02-20-fox-speech-at-the-meeting.md":  "Fox News, file name",
		"2016-08-31-nyt-vicente-fox-scoffs.md":     "The New York Times, file name",
		"fox-hunting-ban-is-upheld.txt":            "", // the animal
		"vicente-fox.txt":                          "",
		"time-for-change.txt":                      "",
		"b00-fox.txt":                              "Fox News, file name",
		"fox.txt":                                  "Fox News, file name",
		"03_bbc.txt":                               "BBC, file name",
		"bridge-closed-reuters.txt":                "Reuters, file name",
		"the-new-york-times-bridge.txt":            "The New York Times, file name",
		"fox_news_bridge.txt":                      "Fox News, file name",
		"the-guardian.txt":                         "The Guardian, file name",
		"guardian-of-the-harbour.txt":              "",
		"news/bbc/1.txt":                           "BBC, folder name",
		"The Hill/1.txt":                           "The Hill, folder name",
		"nytimes.com/1.txt":                        "The New York Times, folder name",
		"bbc/other/1.txt":                          "",
		"000_edd79308a9050f03.txt":                 "",
		"corpus/sample/2.txt":                      "",
		"stories.jsonl#2":                          "",
		"":                                         "",
		"/":                                        "",
		"mirrors-and-windows.txt":                  "",
		"a/2025-04-09 Washington Post - bridge.md": "The Washington Post, file name",
	} {
		name, from := outletOfPath(in)
		if got := strings.TrimSuffix(name+", "+from, ", "); got != want {
			t.Errorf("outletOfPath(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParseURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.nytimes.com/2010/02/20/x.html": "www.nytimes.com",
		"www.herald.example/x":                      "www.herald.example",
		"https://web.archive.org/web/20130708123456/http://www.bbc.co.uk/news/world-1": "www.bbc.co.uk",
		"https://localhost/x": "", "not a url": "", "": "", "http://[::1": "",
	} {
		got := ""
		if u, ok := parseURL(in); ok {
			got = u.Hostname()
		}
		if got != want {
			t.Errorf("parseURL(%q) has host %q, want %q", in, got, want)
		}
	}
}

// TestOutletTable looks for mistakes in outlets.tsv.
func TestOutletTable(t *testing.T) {
	seen := make(map[string]string)
	for n, l := range strings.Split(strings.TrimRight(outletsTSV, "\n"), "\n") {
		cells := strings.Split(l, "\t")
		if len(cells) != 3 || cells[0] == "" || cells[1] == "" {
			t.Errorf("line %d: want three cells: %q", n+1, l)
			continue
		}
		for _, w := range append(strings.Fields(cells[2]), cells[0]) {
			w = strings.TrimSuffix(w, "*")
			if other, twice := seen[w]; twice {
				t.Errorf("line %d: %q stands for %s already", n+1, w, other)
			}
			seen[w] = cells[1]
			if w != strings.ToLower(w) {
				t.Errorf("line %d: %q is not lower case", n+1, w)
			}
		}
	}
}
