// Package preview is what is shown beside a list of the row that is chosen: how an
// article begins, a sentence in its surroundings, what the articles of a story
// report. An article or a table goes in, with the room there is, and lines come
// out, no more than have room.
package preview

import (
	"fmt"
	"strings"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
	"parallax/diffview"
	"parallax/diffview/coverage"
	"parallax/ui/label"
	"parallax/ui/look"
	"parallax/ui/screen"
)

// Begin has an article shown from its beginning.
const Begin = -1

// Article returns the headline of an article, who published it when, and its text
// from its beginning or from a little before a sentence, which stands out then.
// Note is what else is known of it, "" for nothing.
func Article(c screen.Canvas, a *corpus.Article, sentence int, note string) []string {
	lines := c.Wrapped(1, look.Piece{}, []look.Piece{look.Strong.Of(label.Title(a))})
	who := label.Outlet(a) + label.Date(a)
	if names := a.Meta.Authors.Value; len(names) > 0 {
		who += " · by " + strings.Join(names, ", ")
	}
	if note != "" {
		who += " · " + note
	}
	lines = append(lines, c.Wrapped(1, look.Piece{}, []look.Piece{look.Quiet.Of(who)})...)
	for _, paragraph := range paragraphs(a, sentence) {
		if len(lines) >= c.Height {
			break
		}
		lines = append(append(lines, ""), c.Wrapped(1, look.Piece{}, paragraph)...)
	}
	return lines[:min(len(lines), c.Height)]
}

// mostParagraphs is how many paragraphs are looked at: more than any screen shows.
const mostParagraphs = 100

// paragraphs returns the text of an article as pieces, without its headline and
// what is in the page around it.
func paragraphs(a *corpus.Article, sentence int) (all [][]look.Piece) {
	from := int32(0)
	if sentence >= 0 && sentence < len(a.Sentences) {
		from = a.Sentences[sentence].Paragraph - 1
	}
	last := int32(-1)
	for i, s := range a.Sentences {
		text := prose.Fold(s.Of(a.Text))
		if !s.Kind.Compared() || s.Paragraph < from || text == prose.Fold(a.Meta.Title.Value) {
			continue
		}
		if s.Paragraph != last {
			if len(all) == mostParagraphs {
				return all
			}
			all, last = append(all, nil), s.Paragraph
		}
		part := look.Plain
		if i == sentence {
			part = look.Strong
		}
		n := len(all) - 1
		all[n] = append(all[n], part.Of(text+" "))
	}
	return all
}

// mostHeadlines is how many headlines of a story are shown above what its articles
// report.
const mostHeadlines = 8

// Story returns the headlines of a story's articles, and what they report: the
// conflicts and the facts that most of them share, as far as their pairs were
// compared; t is nil where none was.
func Story(c screen.Canvas, members []*corpus.Article, t *coverage.Table) []string {
	lines := c.Wrapped(1, look.Piece{}, []look.Piece{look.Strong.Of(story.Title(members))})
	for i, a := range members {
		if i == mostHeadlines && len(members) > mostHeadlines+1 {
			lines = append(lines, c.Wrapped(1, look.Piece{}, []look.Piece{look.Quiet.Of(fmt.Sprintf("and %d more", len(members)-i))})...)
			break
		}
		lines = append(lines, c.Wrapped(1, look.Piece{}, []look.Piece{look.Quiet.Of(label.Outlet(a) + label.Date(a) + label.Joint), look.Plain.Of(label.Title(a))})...)
	}
	switch {
	case t == nil && len(members) > 1:
		lines = append(lines, "", c.Compose(c.Width, false, look.Quiet.Of(" not compared yet")))
	case t != nil:
		lines = append(lines, reported(c, t, c.Height-len(lines))...)
	}
	return lines[:min(len(lines), c.Height)]
}

// reported returns at least so many lines of what a table holds, if it has them.
func reported(c screen.Canvas, t *coverage.Table, room int) (lines []string) {
	add := func(head look.Piece, says ...look.Piece) {
		lines = append(lines, c.Wrapped(6, head, says)...)
	}
	heading := func(text string) {
		lines = append(lines, "", c.Compose(c.Width, false, look.Plain.Of(" "), look.Strong.Of(text)))
	}
	disputes := 0
	for i := range t.Disputes {
		d := &t.Disputes[i]
		if d.Grade != diffview.Core || len(lines) > room/2 {
			continue
		}
		if disputes++; disputes == 1 {
			heading("conflicts")
		}
		add(look.Marker.Of("!"), look.Wording.Of(d.Kind.String()+": "+prose.Fold(d.Pairs[0].Reason)))
	}
	for i := range t.Facts {
		if len(lines) >= room {
			return lines
		}
		if i == 0 {
			heading("reported by most")
		}
		f := &t.Facts[i]
		a := t.Articles[f.Label.Article]
		add(look.Quiet.Of(fmt.Sprintf("%d/%d", f.Texts, t.CountTexts())), look.Plain.Of(prose.Fold(a.Sentences[f.Label.Sentence].Of(a.Text))))
	}
	return lines
}
