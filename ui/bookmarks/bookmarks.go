// Package bookmarks is the reader's bookmarks: what is kept of sentences and pairs
// with notes. Readings go in; out come what of a page has a bookmark, the dialogue
// that makes one, and the list of all. Package keep has the file.
package bookmarks

import (
	"cmp"
	"maps"
	"slices"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/diffview"
	"parallax/diffview/export"
	"parallax/ui/cell"
	"parallax/ui/keep"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// A Book is the bookmarks of a reader, as they were last read.
type Book struct {
	file     string // "" where none are kept
	names    keep.Names
	notebook keep.Notebook
	version  int // counts how often it was read or changed
	changes  keep.Queue[*change]
	page     marks
}

// New returns the bookmarks that are kept in a file, before it is read; names are
// those of its articles.
func New(file string, names keep.Names) *Book { return &Book{file: file, names: names} }

// maxQuote is how much of a sentence is kept with its bookmark, in bytes: it is
// shown in lists, and tells what was meant when the text has gone.
const maxQuote = 200

// marks are the bookmarks of a pair: those of its sentences, and its own.
type marks struct {
	of      *session.Reading
	version int
	at      [2]map[int]*keep.Bookmark // by side and sentence
	pair    *keep.Bookmark            // nil for none
}

// Turn finds the bookmarks of a pair, if they or it have changed.
func (b *Book) Turn(r *session.Reading) {
	if b.page.of == r && b.page.version == b.version {
		return
	}
	b.page = marks{of: r, version: b.version}
	var names [2]string
	for side, a := range r.Articles {
		names[side] = b.names.Of(a)
		b.page.at[side] = make(map[int]*keep.Bookmark)
	}
	itself := &keep.Bookmark{Anchor: keep.Anchor{Article: names[0]}, Beside: names[1]}
	for _, mark := range b.notebook.Marks() {
		if mark.Whole() {
			if mark.Same(itself) {
				b.page.pair = mark
			}
			continue
		}
		for side, a := range r.Articles {
			if mark.Article != names[side] {
				continue
			}
			if s, ok := mark.Find(a); ok {
				b.page.at[side][s] = mark
			}
		}
	}
}

// Pair returns the bookmark of the pair itself, nil for none.
func (b *Book) Pair() *keep.Bookmark { return b.page.pair }

// Light puts a light on the sentences with a bookmark: the bar beside the line
// where each begins is its sign.
func (b *Book) Light(l *page.Lights) {
	for side, marks := range b.page.at {
		for s := range marks {
			l.Add(diffview.Side(side), b.page.of.Articles[side].Sentences[s].Span, look.Noted)
		}
	}
}

// Notes returns the bookmarks of the pair for an export, in the order of the
// articles; one without a note says what it is.
func (b *Book) Notes() (notes []export.Note) {
	text := func(b *keep.Bookmark) string { return cmp.Or(b.Note, "bookmark") }
	if pair := b.page.pair; pair != nil {
		notes = append(notes, export.Note{Sentence: -1, Text: text(pair)})
	}
	for side, marks := range b.page.at {
		for _, s := range slices.Sorted(maps.Keys(marks)) {
			notes = append(notes, export.Note{Side: diffview.Side(side), Sentence: s, Text: text(marks[s])})
		}
	}
	return notes
}

// Here tells of the bookmark of a sentence of the pair.
func (b *Book) Here(at session.Cursor) []look.Piece {
	switch mark := b.page.at[at.Side][at.Sentence]; {
	case mark == nil:
		return nil
	case mark.Note == "":
		return []look.Piece{look.Marker.Of(page.Kept + " ")}
	default:
		return []look.Piece{look.Marker.Of(page.Kept + " "), look.Strong.Of(mark.Note), look.Quiet.Of(" · ")}
	}
}

// Mark returns the dialogue that keeps a sentence of the pair, or the pair; nil
// where nothing can be kept.
func (b *Book) Mark(at session.Cursor) screen.Screen {
	if b.file == "" {
		return nil
	}
	articles := b.page.of.Articles
	a, other := articles[at.Side], articles[at.Side.Other()]
	sentence := keep.Bookmark{Anchor: b.names.Anchor(a, at.Sentence), Beside: b.names.Of(other)}
	sentence.Quote = cell.ClipBytes(corpus.Printable(prose.Fold(a.Sentences[at.Sentence].Of(a.Text))), maxQuote)
	pair := keep.Bookmark{Anchor: keep.Anchor{Article: b.names.Of(articles[0])}, Beside: b.names.Of(articles[1])}
	pair.Quote = articles[0].Name() + " and " + articles[1].Name()
	return newMarking(b, [2]markable{
		{"this sentence in " + a.Name(), b.page.at[at.Side][at.Sentence], sentence},
		{"this pair", b.page.pair, pair},
	})
}
