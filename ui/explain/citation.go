package explain

import (
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/ui/label"
	"parallax/ui/session"
)

// graded says what a conflict is called where a sentence is cited, by its grade.
var graded = [...]string{diffview.Core: "In conflict", diffview.Minor: "Minor difference", diffview.Updated: "Update"}

// Citation returns a sentence with its source, its partners with theirs, and
// the reasons of the conflicts between them.
func Citation(r *session.Reading, at session.Cursor) string {
	var b strings.Builder
	cite := func(side diffview.Side, sentences ...int) {
		a := r.Articles[side]
		for _, s := range sentences {
			b.WriteString(prose.Fold(a.Sentences[s].Of(a.Text)) + "\n")
		}
		b.WriteString("— " + attribution(a) + "\n")
	}
	cite(at.Side, at.Sentence)
	partners := r.Partners(at)
	if len(partners) == 0 {
		return b.String()
	}
	var theirs []int
	linked := make(map[int]bool)
	for _, p := range partners {
		theirs = append(theirs, p.Sentence)
		linked[p.Link] = true
	}
	b.WriteString("\n")
	cite(at.Side.Other(), theirs...)
	for _, c := range r.Conflicts {
		if linked[c.Link] {
			b.WriteString("\n" + graded[c.Grade] + ": " + c.Reason + "\n")
		}
	}
	return b.String()
}

// attribution names an article as one cites it: outlet, day, title, and where it is.
func attribution(a *corpus.Article) string {
	said := label.Outlet(a) + strings.Replace(label.Date(a), " · ", ", ", 1)
	if a.Meta.Title.Known() {
		said += ", “" + prose.Fold(a.Meta.Title.Value) + "”"
	}
	if u := a.Meta.URL.Value; u != "" {
		return said + ", " + prose.Fold(u)
	}
	return said + ", " + a.Path
}
