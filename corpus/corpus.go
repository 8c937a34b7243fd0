// Package corpus opens folders and files of articles.
//
// Open, or Load to start without waiting, walks what it is given, has package
// format read each file, cleans the text once (package clean: article text is
// hostile until then), finds out what is known about each article and where
// that was found, and cuts the text into sentences. The result is complete and
// never changes again: later packages only read it.
//
// The order of work is the order of these files:
//
//	open.go       Open, which waits for Load
//	path.go       paths as they are shown, and as the system knows them
//	walk.go       paths → files, in natural order, none outside what was given
//	load.go       files → articles, in that order, while more are being read
//	read.go       a file → raw articles (package format) → articles
//	budget.go     how much memory all of them may take
//	guard.go      which files are given up, and when
//	store.go      what slow formats gave, kept for the next time
//	article.go    a raw article → an article (texts.go: the texts side by side)
//	lines.go      the text in lines, and parts of it that are of another kind
//	furniture.go  which lines are the page's and not the article's; their words
//	              are in furniture_lines.go
//	doubtful.go   which lines perhaps are (lives.go: lines about the author);
//	              their patterns are in doubtful_lines.go
//	moments.go    which lines say when and nothing else
//	meta.go       what is known about the article, and where it was found:
//	              packages dates and outlets read its dates and its URL
//	outlets_file.go  extra outlet names from a file
//	title.go      which line is the headline
//	name.go       what to call the article on the screen
//	address.go    which addresses may be linked and opened
//	repeated.go   which lines an outlet repeats across its articles
//	watch.go      when files of the corpus change, to load it again
//	pair.go       two articles by their names, to be compared
//
// One bad file does not affect the others: it becomes a Problem, and the rest
// opens.
package corpus

import (
	"fmt"
	"time"

	"parallax/corpus/prose"
)

// An Article is one text as one outlet published it at one time.
type Article struct {
	Path      string           // the file it came from, as the reader would name it, by Printable; of many in one file with "#2" after it
	File      string           // that file as the system knows it, byte for byte and unsafe to show; "" when it is not on the disk
	Meta      Meta             // what is known about it
	Text      string           // the whole text, cleaned; all offsets are bytes into it
	Sentences []prose.Sentence // in order; they hold every byte that is seen
}

// Meta is what is known about an article.
type Meta struct {
	Title     Field[string]
	Outlet    Field[string]
	Authors   Field[[]string]
	Published Field[time.Time]
	Updated   Field[time.Time]
	URL       Field[string]
	Language  Field[string] // as the file has it: "en", "en_GB"
}

// A Field is a value with where it was found.
type Field[T any] struct {
	Value T
	From  string // "front matter", "file name", …; "" when nothing is known
	Guess bool   // found by a cue that can mislead: shown with a "?"
}

// Known reports whether anything is known of the field.
func (f Field[T]) Known() bool { return f.From != "" }

// A Corpus is what Open read.
type Corpus struct {
	Articles []*Article // in the order of the paths given, folders in natural order
	Problems []Problem  // what could not be read, in the same order
}

// A Problem is a file that could not be read.
type Problem struct {
	Path   string
	Reason string // what is wrong and, where one can, what to do; no full stop
}

// Error returns the problem as one line.
func (p Problem) Error() string { return fmt.Sprintf("%s: %s", p.Path, p.Reason) }

// Options say how to open a corpus. The zero value means the defaults.
type Options struct {
	MaxBytes int64  // the largest file read; 0 means raw.DefaultLimit; what is read piece by piece may be larger, not its pieces
	Outlets  string // a file that adds to the table of outlets' names and overrules it, in the form of outlets.tsv; "" for none
	Charset  string // the encoding of all texts; "" to find out, file by file
	Cache    string // the folder where what slow formats gave is kept for the next time; "" to keep nothing

	fileWork, fileWait time.Duration // how long one file may keep its reader; 0 means the constants of these names; for tests
	maxWeight          int64         // how much memory all articles may take; 0 means maxWeight; for tests
}
