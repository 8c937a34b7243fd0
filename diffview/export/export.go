// Package export writes a comparison, for people (text, Markdown, HTML) and for
// programs (JSON), and puts what it writes into files.
//
// Nothing of either article is lost in an export unless Options ask for less:
// furniture is written out too. The same comparison gives the same bytes.
// Articles are never trusted: in each format their text is text, and no mark,
// link or element of the file can come from it.
package export

import (
	"io"

	"parallax/diffview"
	"parallax/diffview/layout"
)

// A Format is a way of writing a comparison down. A new one is a file with its
// function and a line in Formats.
type Format struct {
	Name      string // as --format takes it
	Extension string // of its files, without the dot
	Arranged  bool   // it heeds Options.View: the rows are in two columns or in one
	Partial   bool   // it heeds Options.OnlyDifferences
	Write     func(w io.Writer, c *diffview.Comparison, o Options) error
}

// Formats are the formats there are; the first is the default.
var Formats = []Format{
	{Name: "text", Extension: "txt", Arranged: true, Partial: true, Write: Text},
	{Name: "markdown", Extension: "md", Partial: true, Write: Markdown},
	{Name: "html", Extension: "html", Arranged: true, Partial: true, Write: HTML},
	{Name: "json", Extension: "json", Write: JSON}, // its spans tile the articles: it is always whole
}

// Options say what is written and how. The zero value means everything, in two
// columns on a page of DefaultWidth.
type Options struct {
	View            *layout.View // of one pane: one column; any other, and nil: two
	Width           int          // of a page of text in cells; 0 means DefaultWidth
	OnlyDifferences bool         // leave out the rows that agree and the lines of the page
	Notes           []Note       // of the reader, written below what was found
}

// oneColumn reports whether the articles stand in one column.
func (o Options) oneColumn() bool { return o.View != nil && o.View.Panes == 1 }

// A Note is what a reader noted on a sentence, or on the two articles.
type Note struct {
	Side     diffview.Side
	Sentence int // an index into the article's Sentences; -1: the note is on both articles
	Text     string
}
