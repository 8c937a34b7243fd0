package format

// A Raw is one article as a file gave it, before cleaning.
type Raw struct {
	Text   string  // the article, paragraphs divided by line breaks
	Fields []Field // what the file says about it; of two with one name the first is the one to trust

	// Doubtful are lines of Text, word for word, that the file itself sets
	// apart from the article: captions, asides, sign-up boxes.
	Doubtful []string

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
