package corpus

import (
	"path/filepath"
	"strings"
	"time"
)

// fromPlace is where the name of an article of an unknown outlet comes from.
const fromPlace = "its place in the folder"

// called returns the article with a name: one of an unknown outlet is called
// "Article A", "Article B" and so on, by how many unknown came before it, so
// that no two are called the same. An article that is called so already is
// returned as it is.
func (a *Article) called(unknown *int) *Article {
	if a.Meta.Outlet.Known() && a.Meta.Outlet.From != fromPlace {
		return a
	}
	name := Field[string]{Value: "Article " + letters(*unknown), From: fromPlace, Guess: true}
	*unknown++
	if a.Meta.Outlet == name {
		return a
	}
	named := *a
	named.Meta.Outlet = name
	return &named
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

// Names returns short names that distinguish articles shown together: the
// outlet; where two have the same, with the day; where that is the same, too,
// with the time or at last the file's name.
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
