package corpus

import (
	"path/filepath"
	"strings"
	"time"
)

// fromPlace says of an outlet that nothing is known of it.
const fromPlace = "its place in the folder"

// nameUnknown calls the articles of unknown outlets "Article A", "Article B"
// and so on, in their order, so that no two are called the same.
func nameUnknown(articles []*Article) {
	n := 0
	for _, a := range articles {
		if !a.Meta.Outlet.Known() {
			a.Meta.Outlet = Field[string]{Value: "Article " + letters(n), From: fromPlace, Guess: true}
			n++
		}
	}
}

// letters counts as the columns of a spreadsheet do: 0 is A, 25 Z, 26 AA.
func letters(n int) string {
	s := string(rune('A' + n%26))
	if n < 26 {
		return s
	}
	return letters(n/26-1) + s
}

// Name returns a short name of the article: its outlet, or its file's name
// when that is not known.
func (a *Article) Name() string {
	if a.Meta.Outlet.Value != "" {
		return a.Meta.Outlet.Value
	}
	base := filepath.Base(a.Path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// Names returns short names that tell articles apart that are shown together:
// the outlet; where two have the same, with the day; where that is the same,
// too, with the time or at last the file's name.
func Names(articles ...*Article) []string {
	names := make([]string, len(articles))
	for i, a := range articles {
		names[i] = a.Name()
	}
	for _, more := range []func(*Article) string{day, minute, fileName} {
		count := make(map[string]int)
		for _, n := range names {
			count[n]++
		}
		for i, a := range articles {
			if d := more(a); count[names[i]] > 1 && d != "" {
				names[i] = a.Name() + ", " + d
			}
		}
	}
	return names
}

func day(a *Article) string {
	if !a.Meta.Published.Known() {
		return ""
	}
	return a.Meta.Published.Value.Format(time.DateOnly)
}

// minute is the day and the time of day, where there is one: of two versions
// of one text the one updated later has the same day of publication.
func minute(a *Article) string {
	t := a.Meta.Updated.Value
	if t.IsZero() {
		t = a.Meta.Published.Value
	}
	if t.IsZero() || t.Hour() == 0 && t.Minute() == 0 {
		return ""
	}
	return t.Format("2006-01-02 15:04")
}

func fileName(a *Article) string { return filepath.Base(a.Path) }
