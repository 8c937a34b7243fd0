// Package format reads files into raw articles, one Go file a format.
//
// A format turns bytes into articles as the file has them: no cleaning, no
// guessing, no sentence is cut here. That is the business of package corpus,
// which calls Read and treats all formats alike.
package format

// A Raw is one article as a file gave it, before cleaning.
type Raw struct {
	Text   string  // the article, paragraphs divided by line breaks
	Fields []Field // what the file says about it, in the file's order
}

// A Field is one thing a file says about an article, for example
// {"title", "Drones considered", "front matter"}.
type Field struct {
	Name  string // one of the names below
	Value string // as the file has it
	From  string // where in the file it stood, in a reader's words
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
