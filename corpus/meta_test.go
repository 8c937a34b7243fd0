package corpus

import (
	"testing"
	"time"

	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
)

// An article is not updated before it is published.
func TestOrderOfDates(t *testing.T) {
	for _, c := range []struct {
		name, path, published, updated string // of the file; the dates it says
		want                           string // published and updated
	}{
		{"in order", "a.md", "2025-04-09T10:00Z", "2025-04-09T12:00Z", "2025-04-09 10:00, 2025-04-09 12:00"},
		{"the same", "a.md", "2025-04-09T10:00Z", "2025-04-09T10:00Z", "2025-04-09 10:00, 2025-04-09 10:00"},
		{"zones apart", "a.md", "2025-04-09T10:00Z", "2025-04-09T06:30-04:00", "2025-04-09 10:00, 2025-04-09 10:30"},
		{"updated first", "a.md", "2025-04-09T10:00Z", "2025-04-08T10:00Z", "2025-04-09 10:00, "},
		{"updated without time", "a.md", "2025-04-09T10:00Z", "2025-04-09", "2025-04-09 10:00, "},
		{"saved later, as the name says", "2025-05-01 ferry.md", "", "2025-04-08T10:00Z", "2025-04-08 10:00, "},
		{"no publication", "a.md", "", "2025-04-08T10:00Z", ", 2025-04-08 10:00"},
		{"impossible", "a.md", "2025-02-30", "1970-01-01T00:00:00Z", ", "},
	} {
		fields := []raw.Field{{Name: raw.Published, Value: c.published, From: "test"}, {Name: raw.Updated, Value: c.updated, From: "test"}}
		m := metaOf(c.path, raw.Article{Fields: fields}, page{}, "", outlets.Shipped())
		show := func(f Field[time.Time]) string {
			if !f.Known() {
				return ""
			}
			return f.Value.UTC().Format("2006-01-02 15:04")
		}
		if got := show(m.Published) + ", " + show(m.Updated); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestPageOutlet: what the outlet of a web page is called. Its address, where
// the table has it, names it better than a section or a company in its tags.
func TestPageOutlet(t *testing.T) {
	for _, c := range []struct{ said, url, want string }{
		{"U.S.", "https://www.reuters.com/article/1", "Reuters"},
		{"Science", "https://www.reuters.com/article/1", "Reuters"},
		{"WSJ", "https://www.wsj.com/articles/1", "The Wall Street Journal"},
		{"WSJ", "https://lorneherald.example/1", "The Wall Street Journal"},
		{"TheHill", "https://thehill.com/1", "The Hill"},
		{"USA TODAY", "https://www.usatoday.com/1", "USA Today"},
		{"Reuters", "https://www.msn.com/1", "Reuters"}, // a copy says whose it is
		{"Lorne Herald", "https://lorneherald.example/1", "Lorne Herald"},
		{"", "https://www.wsj.com/articles/1", "The Wall Street Journal"},
	} {
		fields := raw.AddField(nil, raw.Outlet, c.said, "meta og:site_name")
		fields = raw.AddField(fields, raw.URL, c.url, "canonical link")
		if m := metaOf("a.html", raw.Article{Fields: fields, Page: true}, page{}, "", outlets.Shipped()); m.Outlet.Value != c.want {
			t.Errorf("%q at %s is %q, want %q", c.said, c.url, m.Outlet.Value, c.want)
		}
		file := metaOf("a.csv", raw.Article{Fields: fields}, page{}, "", outlets.Shipped())
		if c.said != "" && file.Outlet.Value != c.said {
			t.Errorf("a file says %q and gives %q", c.said, file.Outlet.Value)
		}
	}
	guess := []raw.Field{{Name: raw.Outlet, Value: "Lorne Post", From: "page title", Guess: true}}
	if m := metaOf("a.html", raw.Article{Fields: guess, Page: true}, page{}, "", outlets.Shipped()); !m.Outlet.Guess {
		t.Errorf("a guess is %+v", m.Outlet)
	}
}
