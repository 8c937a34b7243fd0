// Package layout arranges a comparison for reading: a Comparison, a view and a
// width become rows of runs.
//
// It is pure, and the one place where the arrangement is decided: the terminal
// and every export draw from it. There are two steps, because some exports
// have no width.
//
//	Arrange   which sentences stand beside which      → []Row
//	Lines     a row's sentences wrapped into two panes → []Line of Runs
//
// A Run says what a stretch of text is (its Role), never how it looks: the
// theme of the terminal and the signs of the text export decide that.
package layout

import "parallax/diffview"

// A View is a way of arranging two articles.
type View uint8

// The views.
const (
	Matched View = iota // two panes; each left sentence beside those that report the same
	Unified             // one column; the same rows, the right text under the left
)

// A Relation says how the two sides of a row stand to each other.
type Relation uint8

// The relations, each with a sign, so that nothing depends on colour alone.
const (
	Same      Relation = iota // word for word, but for case and punctuation
	Similar                   // linked: both report it, in partly other words
	Conflict                  // linked, and a conflict was found in it
	Unsure                    // linked, with a low score
	OnlyLeft                  // only the left article has it
	OnlyRight                 // only the right article has it
	Furniture                 // lines of the page; not compared
)

var signs = [...]string{Same: "=", Similar: "≈", Conflict: "!", Unsure: "?", OnlyLeft: "<", OnlyRight: ">", Furniture: "·"}

// Sign returns the one-cell sign of the relation.
func (r Relation) Sign() string { return signs[r] }

// A Row is what stands side by side: some sentences of the left article and
// those of the right one that report the same. Either side can be empty.
type Row struct {
	Sentences [2][]int // by side: indexes into the article's Sentences, in its order
	Relation  Relation
	Repeated  [2]bool // by side: these sentences stand in an earlier row too (a link many-to-many)
}

// A Role says what a run of text is.
type Role uint8

// The roles.
const (
	Plain       Role = iota // not compared: white space, rules, folded furniture
	Agree                   // diffview.Agree
	Detail                  // diffview.Detail
	Wording                 // diffview.Differ, strength wording
	Conflicting             // diffview.Differ, strength conflict
	Title                   // added to a headline's runs by Run.Title
	Page                    // furniture
	Number                  // a sentence's number in the gutter
	Sign                    // a relation's sign in the gutter
)

// A Run is a stretch of text of one role on one line.
type Run struct {
	Text  string // no line break, no tab, no control character
	Role  Role
	Title bool // part of a headline
	Faint bool // said in an earlier row already
}

// A Line is one line of the page: the left pane, the gutter, the right pane.
// In the Unified view Right is empty and Left holds the text of either side.
type Line struct {
	Left, Gutter, Right []Run
	Row                 int // which Row it belongs to; -1 for space between rows
}

// Options say how a page is laid out.
type Options struct {
	View  View
	Width int // of the whole page, in cells
}

// Arrange decides which sentences stand beside which.
func Arrange(c *diffview.Comparison) []Row { panic("unwritten") }

// Lines wraps rows to a page of o.Width cells.
func Lines(c *diffview.Comparison, rows []Row, o Options) []Line { panic("unwritten") }
