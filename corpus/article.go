package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/clean"
	"parallax/corpus/dates"
	"parallax/corpus/format/raw"
	"parallax/corpus/outlets"
	"parallax/corpus/prose"
)

// FromText makes an article of a text that is already in memory, the way Open
// does with the text of a file. Without front matter its outlet can remain
// unknown: only Open knows an article's place among others.
func FromText(path, text string) *Article {
	return newArticle(path, raw.Article{Text: text}, outlets.Shipped(), strings.Clone)
}

// newArticle makes an article of what a file gave. The table says what outlets
// are called; keep copies the text, for what a reader gave can be a part of a whole
// file, or have room to grow.
func newArticle(path string, found raw.Article, known *outlets.Table, keep func(text string) string) *Article {
	a := &Article{Path: Printable(path), Text: keep(clean.Text(clean.Entities(found.Text)))}
	paragraphs := prose.Paragraphs(a.Text)
	p := findFurniture(a.Text, paragraphs)
	p.know(found.Fields)
	p.doubt(paragraphs, found.Doubtful)
	a.Meta = metaOf(a.Path, found, p, a.Text, known)
	title := p.titleLine(a.Meta.Title.Value, paragraphs)
	a.Sentences = assign(a.Text, prose.Sentences(a.Text), p.regions(a.Text, title))
	if cap(a.Sentences) > len(a.Sentences)+len(a.Sentences)/8 {
		a.Sentences = slices.Clone(a.Sentences)
	}
	if title >= 0 && !a.Meta.Title.Known() {
		a.Meta.Title = Field[string]{Value: prose.Fold(p.lines[title].Of(a.Text)), From: "first line of the text"}
	}
	if !a.Meta.Title.Known() {
		a.Meta.Title = Field[string]{Value: a.opening(), From: "first words", Guess: true}
	}
	return a
}

// opening returns the first words of the article's own text. A first sentence
// that says little ("WASHINGTON —") takes the next with it; a word that is a
// paragraph of its own ("Analysis", "KIEL") stands above the opening.
func (a *Article) opening() string {
	const little = 30 // bytes
	var b strings.Builder
	paragraph := int32(0)
	for _, s := range a.Sentences {
		if s.Kind != prose.Body || b.Len() >= little {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(b.String())); s.Paragraph != paragraph && (unicode.IsLetter(last) || unicode.IsDigit(last)) {
			b.Reset()
		}
		paragraph = s.Paragraph
		b.WriteString(s.Of(a.Text) + " ")
	}
	if b.Len() == 0 {
		b.WriteString(a.Text)
	}
	return firstWords(b.String(), titleLength)
}

// regions returns the parts of the text that are not body, in order: lines of
// furniture and doubtful ones, the headline, and a date before the first words.
func (p page) regions(text string, title int) []region {
	var out []region
	if g := strayDate.FindStringSubmatchIndex(text); g != nil && title != 0 && !p.furniture[0] {
		if _, ok := dates.Parse(text[g[2]:g[3]]); ok {
			out = append(out, region{prose.Span{Start: p.lines[0].Start, End: g[3]}, prose.Furniture})
		}
	}
	for i, l := range p.lines {
		switch {
		case i == title:
			out = append(out, region{l.Span, prose.Title})
		case p.furniture[i]:
			out = append(out, region{l.Span, prose.Furniture})
		case p.doubtful[i]:
			out = append(out, region{l.Span, prose.Doubtful})
		}
	}
	return out
}
