package outlets

import (
	"strings"
	"testing"

	"parallax/corpus/clean"
)

func TestOutletOfHost(t *testing.T) {
	for in, want := range map[string]string{
		"www.nytimes.com": "The New York Times", "thecaucus.blogs.nytimes.com": "The New York Times", "abcnews.go.com": "ABC News",
		"www.bbc.co.uk": "BBC", "edition.cnn.com": "CNN", "WWW.FOXNEWS.COM": "Fox News", "www.harbour-herald.example": "harbour-herald.example",
		"m.herald.example": "herald.example", "notcnn.com": "notcnn.com",
	} {
		if got := Shipped().OfHost(in); got != want {
			t.Errorf("OfHost(%q) = %q, want %q", in, got, want)
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
		name, from := Shipped().OfPath(in)
		if got := strings.TrimSuffix(name+", "+from, ", "); got != want {
			t.Errorf("OfPath(%q) = %q, want %q", in, got, want)
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
		if u, ok := ParseURL(in); ok {
			got = u.Hostname()
		}
		if got != want {
			t.Errorf("ParseURL(%q) has host %q, want %q", in, got, want)
		}
	}
}

func TestOfURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://news.bbc.co.uk/2/hi/1.stm":                              "BBC",
		"https://amp.theguardian.com/world/1":                            "The Guardian",
		"https://edition.cnn.com/1":                                      "CNN",
		"https://asia.nikkei.com/1":                                      "Nikkei Asia",
		"https://www.nikkei.com/1":                                       "Nikkei",
		"https://www-bbc-co-uk.cdn.ampproject.org/c/s/www.bbc.co.uk/1":   "BBC",
		"https://www.google.com/amp/s/www.theguardian.com/world/1":       "The Guardian",
		"https://www-post--gazette-com.translate.goog/1":                 "Pittsburgh Post-Gazette",
		"https://lornewatch.substack.com/p/the-ferry":                    "lornewatch (Substack)",
		"https://substack.com/@lornewatch/p-1":                           "lornewatch (Substack)",
		"https://medium.com/@ann.lee/the-ferry-1":                        "ann.lee (Medium)",
		"https://medium.com/the-harbour/the-ferry-1":                     "Medium",
		"https://harbourlog.blogspot.co.uk/2025/04/1.html":               "harbourlog (Blogger)",
		"https://harbourlog.blogspot.nl/1":                               "harbourlog (Blogger)",
		"https://harbourlog.wordpress.com/1":                             "harbourlog (WordPress)",
		"https://x.com/LorneFerry/status/1":                              "LorneFerry (X)",
		"https://www.facebook.com/permalink.php?id=1":                    "Facebook",
		"https://blogspot.com.evil.example/1":                            "blogspot.com.evil.example",
		"https://www.harbour-herald.example/a":                           "harbour-herald.example",
		"https://web.archive.org/web/2013/https://harbourlog.tumblr.com": "harbourlog (Tumblr)",
	} {
		u, ok := ParseURL(in)
		if !ok {
			t.Errorf("%s is no address", in)
			continue
		}
		if got := Shipped().OfURL(u); got != want {
			t.Errorf("the outlet at %s is %q, want %q", in, got, want)
		}
	}
}

// TestOutletTable looks for mistakes in outlets.tsv.
func TestOutletTable(t *testing.T) {
	seen := make(map[string]string)
	spelled := make(map[string]string) // by squeezed name
	last, n, outlets := "", 0, make(map[string]bool)
	for l := range strings.Lines(outletsTSV) {
		n++
		l = strings.TrimSuffix(l, "\n")
		if strings.HasPrefix(l, "#") || l == "" {
			last = ""
			continue
		}
		cells := strings.Split(l, "\t")
		if len(cells) != 3 || !IsDomain(cells[0]) || cells[1] != clean.Line(cells[1]) || squeeze(cells[1]) == "" {
			t.Errorf("line %d: want a domain, a name and words with tabs between: %q", n, l)
			continue
		}
		domain, name := cells[0], cells[1]
		if domain <= last {
			t.Errorf("line %d: %s stands behind %s", n, domain, last)
		}
		if hostLead.MatchString(domain) {
			t.Errorf("line %d: %s has the mark of an edition", n, domain)
		}
		if other := spelled[squeeze(name)]; other != "" && other != name {
			t.Errorf("line %d: %q is written %q elsewhere, or two outlets are called alike", n, name, other)
		}
		last, spelled[squeeze(name)], outlets[name] = domain, name, true
		for _, w := range append(strings.Fields(cells[2]), domain) {
			w = strings.TrimSuffix(w, "*")
			if other, twice := seen[w]; twice {
				t.Errorf("line %d: %q stands for %s already", n, w, other)
			}
			seen[w] = name
			if w != strings.ToLower(w) {
				t.Errorf("line %d: %q is not lower case", n, w)
			}
		}
	}
	if len(outlets) < 400 {
		t.Errorf("%d outlets, want some hundreds", len(outlets))
	}
}

// Names in ASCII, and all others, are squeezed alike.
func TestSqueeze(t *testing.T) {
	names := []string{"", "The", "the ", "The Hill", "the-hill", "The  Hill", "Theatre", "THE HILL 24/7", "Anthe Hill", "Le Monde", "Zürcher Zeitung", "The Új Szó", "a the b",
		"The Association of Harbour Newspapers of Lorne"}
	for l := range strings.Lines(outletsTSV) {
		names = append(names, strings.Split(l, "\t")...)
	}
	for _, name := range names {
		if got, want := squeeze(name), squeezeAny(name); got != want {
			t.Errorf("%q is squeezed to %q, want %q", name, got, want)
		}
	}
}

// Whatever a file of outlets holds, it is read or refused with a line's number.
func FuzzOutlets(f *testing.F) {
	for _, s := range []string{"herald.example\tThe Herald\therald*", "a.b\t\x1b[31m", "#\n\nx", "\ufeff", "a.b\t\t\t\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, tsv string) {
		table := newTable()
		if err := table.read(tsv); err != nil && !strings.Contains(err.Error(), "line ") {
			t.Errorf("%v names no line", err)
		}
		for domain, name := range table.byDomain {
			if name != clean.Line(name) || table.OfHost(domain) == "" {
				t.Errorf("%q is called %q", domain, name)
			}
		}
	})
}

func TestIsDomain(t *testing.T) {
	for s, want := range map[string]bool{
		"herald.example": true, "Lorne-Herald.co.uk": true, "7.1": true, "a.b.c": true,
		"": false, "herald": false, ".example": false, "herald.": false, "a..b": false, "the herald.example": false, "herald.example/a": false, "zürich.example": false,
	} {
		if got := IsDomain(s); got != want {
			t.Errorf("%q is a domain: %t, want %t", s, got, want)
		}
	}
}
