// Package raw is shared by the readers of all formats: a Source goes in, a file
// to be read, and Articles come out as the file has them, before any cleaning.
//
//	article.go   an article and what a file says of it
//	source.go    a file to be read, and how much of it; stream.go, piece by piece
//	export.go    files of many articles
//	charset.go   bytes → UTF-8
//	fields.go    how a title, an author, an address is noted; byline.go, names in a
//	             byline; dates.go, a date; order.go, which of its numbers is the day
//	names.go     what the names of files tell
package raw

import "parallax/corpus/dates"

// An Article is one article as a file gave it, before cleaning.
type Article struct {
	Text   string  // the article, paragraphs divided by line breaks
	Fields []Field // what the file says about it; of two with one name the first is the one to trust

	// Doubtful are lines of Text, word for word, that the file itself sets
	// apart from the article: captions, asides, sign-up boxes.
	Doubtful []string

	// DateOrder is which number of a date is the day, where other articles of
	// the file show it: those of a column, of a feed.
	DateOrder dates.Order

	// Lost says what of the file's words on the article could not be read, such as
	// a line of front matter; nil: nothing. The article is whole without it.
	Lost error

	// Page says that the article is a web page. Its tags are filled in by the
	// outlet's system, at times with the section or the company: an address
	// that is known names the outlet better.
	Page bool `json:",omitempty"`

	// Name is the path of the file inside an archive that the article, or the
	// error beside it, is of; "" when the file that was opened is that file.
	Name string
}

// A Field is one thing a file says about an article, for example
// {"title", "Drones considered", "front matter: headline"}.
type Field struct {
	Name  string // one of the names below
	Value string // as the file has it
	From  string // where in the file it stood, in a reader's words
	Guess bool   `json:",omitempty"` // it can be something else that looks so
}

// The names of fields. A format maps its own spellings to these.
const (
	Title     = "title"
	Outlet    = "outlet"
	Author    = "author" // one field an author
	Published = "published"
	Updated   = "updated"
	URL       = "url"
	Language  = "language"
)
