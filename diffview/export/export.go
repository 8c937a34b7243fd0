// Package export writes a comparison down, for people (text) and for programs
// (JSON), and puts what it writes into files.
//
// Nothing of either article is lost in an export: furniture is written out
// too. The same comparison gives the same bytes.
package export

import (
	"io"

	"parallax/diffview"
)

// A Format is a way of writing a comparison down. A new one is a file with its
// function and a line in Formats.
type Format struct {
	Name      string // as --format takes it
	Extension string // of its files, without the dot
	Write     func(w io.Writer, c *diffview.Comparison, o TextOptions) error
}

// Formats are the formats there are; the first is the usual one.
var Formats = []Format{
	{"text", "txt", Text},
	{"json", "json", func(w io.Writer, c *diffview.Comparison, _ TextOptions) error { return JSON(w, c) }},
}
