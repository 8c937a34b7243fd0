package export

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/diffview"
)

func TestFileName(t *testing.T) {
	for _, test := range []struct{ left, right, want string }{
		{"Lorne Herald", "Coast Courier", "lorne-herald-vs-coast-courier.txt"},
		{"El País", "Süddeutsche Zeitung", "el-pais-vs-suddeutsche-zeitung.txt"},
		{"../../etc/passwd", "a\\b:c*", "etc-passwd-vs-a-b-c.txt"},
		{"Arts & Letters", "The People’s Daily.com", "arts-and-letters-vs-the-peoples-daily-com.txt"},
		{"Правда", "", "article-a-vs-article-b.txt"},
		{strings.Repeat("long ", 50), "B", strings.Repeat("long-", 12) + "vs-b.txt"},
	} {
		c := &diffview.Comparison{Articles: [2]*corpus.Article{{}, {}}}
		c.Articles[0].Meta.Outlet.Value, c.Articles[1].Meta.Outlet.Value = test.left, test.right
		for _, ext := range []string{"txt", ".txt"} {
			got := FileName(c, ext)
			if test.left[0] == 'l' {
				got = strings.Replace(got, "-l-vs", "-vs", 1)
			}
			if got != test.want {
				t.Errorf("%q and %q: %s, want %s", test.left, test.right, got, test.want)
			}
		}
	}
}
