package corpus

import (
	"path/filepath"
	"strings"
	"time"
)

// Name returns a short name of the article: its outlet, or its file's name
// without the ending when that is not known, as "export#3" for the third article
// of export.docx. It is the same wherever the article is shown.
func (a *Article) Name() string {
	if a.Meta.Outlet.Value != "" {
		return a.Meta.Outlet.Value
	}
	base := filepath.Base(filepath.ToSlash(a.Path))
	number := numbered.FindString(base)
	base = strings.TrimSuffix(base, number)
	if base == stdin {
		base = "standard input"
	}
	return strings.TrimSuffix(base, filepath.Ext(base)) + number
}

// Names returns short names that distinguish articles shown together: the
// outlet; where two have the same, with the day; where that is the same, too,
// with the time, the file's name or at last its path.
func Names(articles ...*Article) []string {
	names := make([]string, len(articles))
	for i, a := range articles {
		names[i] = a.Name()
	}
	for _, more := range []func(*Article) string{day, minute, fileName, wholePath} {
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

func wholePath(a *Article) string { return a.Path }
