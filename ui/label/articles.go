// Package label is how the reader writes what it lists: an article's outlet,
// headline and date, and numbers with their nouns. A guess has a question mark.
package label

import (
	"path"
	"slices"
	"strings"
	"time"

	"parallax/corpus"
)

// Outlet returns the name of an article's outlet, or of its file.
func Outlet(a *corpus.Article) string {
	if o := a.Meta.Outlet; o.Value != "" {
		return o.Value + doubt(o.Guess)
	}
	return a.Name()
}

// Title returns an article's headline, or its file when it has none.
func Title(a *corpus.Article) string {
	if t := a.Meta.Title; t.Value != "" {
		return t.Value
	}
	return path.Base(a.Path)
}

// Date returns when an article was published, with a dot before it; "" when
// that is not known.
func Date(a *corpus.Article) string {
	d := a.Meta.Published
	if !d.Known() || d.Value.IsZero() {
		return ""
	}
	form := "2 Jan 2006 15:04"
	if d.Value.Equal(d.Value.Truncate(24 * time.Hour)) {
		form = "2 Jan 2006"
	}
	return " · " + d.Value.Format(form) + doubt(d.Guess)
}

// doubt returns the mark of a guess.
func doubt(guess bool) string {
	if guess {
		return "?"
	}
	return ""
}

// Day returns the day an article was published, "" when that is not known.
func Day(a *corpus.Article) string {
	d := a.Meta.Published
	if !d.Known() || d.Value.IsZero() {
		return ""
	}
	return d.Value.Format("2 Jan 2006") + doubt(d.Guess)
}

// maxTyped is how many articles TypedDays looks at.
const maxTyped = 50

// TypedDays returns the days on which articles were published, as people may type
// them to find these: "2025-04-09 April Wednesday".
func TypedDays(members ...*corpus.Article) string {
	var all []string
	for _, a := range members[:min(len(members), maxTyped)] {
		d := a.Meta.Published
		if !d.Known() || d.Value.IsZero() {
			continue
		}
		if day := d.Value.Format("2006-01-02 January Monday"); !slices.Contains(all, day) {
			all = append(all, day)
		}
	}
	return strings.Join(all, " ")
}

// Outlets names the outlets of articles, each once, those with the most
// articles first.
func Outlets(members []*corpus.Article) string {
	count := make(map[string]int)
	var names []string
	for _, a := range members {
		o := a.Name()
		if count[o]++; count[o] == 1 {
			names = append(names, o)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return count[b] - count[a] })
	return strings.Join(names, ", ")
}

// Days returns from when to when articles were published, as "2–4 Mar 2024";
// "" when none is dated.
func Days(members []*corpus.Article) string {
	var first, last *corpus.Article
	for _, a := range members {
		if d := a.Meta.Published; !d.Known() || d.Value.IsZero() {
			continue
		}
		if first == nil || a.Meta.Published.Value.Before(first.Meta.Published.Value) {
			first = a
		}
		if last == nil || a.Meta.Published.Value.After(last.Meta.Published.Value) {
			last = a
		}
	}
	if first == nil {
		return ""
	}
	from, to := first.Meta.Published.Value, last.Meta.Published.Value
	form := ""
	switch {
	case from.Format("2 Jan 2006") == to.Format("2 Jan 2006"):
		return to.Format("2 Jan 2006")
	case from.Format("Jan 2006") == to.Format("Jan 2006"):
		form = "2"
	case from.Year() == to.Year():
		form = "2 Jan"
	default:
		return from.Format("Jan 2006") + "–" + to.Format("Jan 2006")
	}
	return from.Format(form) + "–" + to.Format("2 Jan 2006")
}

// Joint comes before what is said of a sentence after something else.
const Joint = " · "

// Sides are the panes as people call them.
var Sides = [...]string{"left", "right"}
