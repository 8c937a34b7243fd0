// Package layout arranges a comparison for reading: a Comparison, a view and a
// width become rows of runs.
//
// It is pure, and the one place where the arrangement is decided: the terminal
// and every export draw from it. There are two steps, because some exports
// have no width.
//
//	Arrange   which sentences are next to which      → []Row
//	Flow      or: one article in its own order         → []Row
//	Fold      less rows: what both agree on folded     → []Row
//	Lines     a row's sentences wrapped into two panes → []Line of Runs
//
// A Run says what a stretch of text is (its Role), never how it looks: the
// theme of the terminal and the signs of the text export decide that.
package layout

import (
	"slices"
	"sort"

	"parallax/corpus/prose"
	"parallax/diffview"
)

// A Relation says how the two sides of a row relate.
type Relation uint8

// The relations, each with a sign, so that nothing depends on colour alone.
const (
	Same       Relation = iota // word for word, but for case and punctuation
	Similar                    // linked: both report it, in partly other words
	Conflict                   // linked, and a conflict was found in it
	Unsure                     // linked, with a low score
	OnlyLeft                   // only the left article has it
	OnlyRight                  // only the right article has it
	Furniture                  // lines of the page; not compared
	Unlinked                   // the two headlines, when they do not report the same
	Doubtful                   // lines that are perhaps the page's; shown in their place, not compared
	Uncompared                 // the rest of a text that is too long for one comparison
)

var signs = [...]string{Same: "=", Similar: "≈", Conflict: "!", Unsure: "?", OnlyLeft: "<", OnlyRight: ">", Furniture: "·", Unlinked: "|", Doubtful: "·", Uncompared: "·"}

// Sign returns the one-cell sign of the relation.
func (r Relation) Sign() string { return signs[r] }

// Compared reports whether rows of the relation take part in the comparison.
func (r Relation) Compared() bool { return r != Furniture && r != Doubtful && r != Uncompared }

// A Row is what stands side by side: some sentences of the left article and
// those of the right one that report the same. Either side can be empty.
type Row struct {
	Sentences [2][]int  // by side: indexes into the article's Sentences, in its order
	Repeated  [2][]bool // by side, beside Sentences: a repeat; it is shown in full in another row
	Relation  Relation
	Folded    bool // one line stands for it: see Fold
}

// Links returns the links between sentences of the row, as indexes into
// c.Links in order.
func (r Row) Links(c *diffview.Comparison) []int {
	var found []int
	for _, left := range r.Sentences[diffview.Left] {
		first := sort.Search(len(c.Links), func(k int) bool { return c.Links[k].Sentences[diffview.Left] >= left })
		for k := first; k < len(c.Links) && c.Links[k].Sentences[diffview.Left] == left; k++ {
			if slices.Contains(r.Sentences[diffview.Right], c.Links[k].Sentences[diffview.Right]) {
				found = append(found, k)
			}
		}
	}
	return found
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
	Unclear                 // diffview.Unclear
	Title                   // added to a headline's runs by Run.Title
	Page                    // furniture and doubtful lines
	Number                  // a sentence's number in the gutter
	Sign                    // a relation's sign in the gutter

	roles // how many there are
)

// A Run is a stretch of text of one role on one line.
type Run struct {
	Text  string // no line break, no tab, no control character
	Role  Role
	Title bool // part of a headline
	Faint bool // a repeat of what is shown in full in another row, or folded away

	// Unsure says that no match of the sentence is sure: what is agreed in it is
	// agreed only if the match is right. Alone says that it has no match at all.
	Unsure, Alone bool

	// Span is the bytes of the article that Text is, byte for byte but for white
	// space. It is empty for what is not the article's, and with Options.Signs.
	Span prose.Span
}

// A Line is one line of the page: the left pane, the gutter, the right pane. In
// one column the gutter comes first, Left holds the text of either side and Right
// is empty; in panes that are apart a line is one side's (see View.Apart). Panes
// are not padded: see Panes.
type Line struct {
	Left, Gutter, Right []Run
	Row                 int           // which Row it belongs to; -1 for space between rows
	Side                diffview.Side // whose text Left is, where the view is one-sided
}

// Options say how a page is laid out.
type Options struct {
	View      *View  // nil is Matched
	Width     int    // of the whole page, in cells
	Measure   int    // the greatest width of a pane, in cells; 0 means DefaultMeasure
	Furniture bool   // show the lines of the page that are not the article, else one line says how many
	Signs     *Signs // write the marks as text; nil leaves them to the roles
}

// Signs write marks as text, for pages that have neither colour nor weight.
// They are part of their run's text, so that the wrapping counts them. Every
// line closes its signs, so that each reads by itself.
type Signs struct {
	Open, Close [roles]string       // by Role
	Escape      func(string) string // keeps a piece of a word from reading as a sign; nil changes nothing
	Cut         string              // ends a line whose last word goes on in the next
}
