package label

import (
	"strings"
	"testing"
	"time"

	"parallax/corpus"
)

func TestDays(t *testing.T) {
	on := func(day string) *corpus.Article {
		a := &corpus.Article{}
		if when, err := time.Parse(time.DateOnly, day); err == nil {
			a.Meta.Published = corpus.Field[time.Time]{Value: when, From: "front matter"}
		}
		return a
	}
	for _, tt := range []struct{ days, want string }{
		{"2024-03-02", "2 Mar 2024"},
		{"2024-03-04 2024-03-02 2024-03-03", "2–4 Mar 2024"},
		{"2024-02-28 2024-03-02 -", "28 Feb–2 Mar 2024"},
		{"2023-12-31 2024-01-01", "Dec 2023–Jan 2024"},
		{"-", ""},
	} {
		var members []*corpus.Article
		for _, day := range strings.Fields(tt.days) {
			members = append(members, on(day))
		}
		if got := Days(members); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.days, got, tt.want)
		}
	}
}
