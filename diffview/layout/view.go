package layout

import "parallax/diffview"

// A View is a way of arranging two articles. A new one is a file with its value
// and how it sets a row, and its place in Views: whatever draws, reads, names or
// exports views asks the value.
type View struct {
	Name string // as people choose it: "matched"
	Help string // what it shows, said when it is chosen: "one column"
	Long string // the same for the list of all commands

	// Panes is how many columns of text there are, two or one. In one column
	// the text of both articles is in Line.Left.
	Panes int
	// Apart is whether each of two panes has its own rows, in its own order. A
	// Line is one pane's then: Left holds its text, and Gutter its half of the
	// gutter, next to its pane; between the halves there is one cell.
	Apart bool
	// Rows returns the rows, those of a side's pane where they are apart. Nil
	// is Arrange.
	Rows func(c *diffview.Comparison, side diffview.Side) []Row

	gutter func(digits int) int // its width in cells, for numbers of so many digits
	set    func(p *page, i int, row Row)
}

// Views are the views, in the order in which the reader cycles through them;
// the first is the default.
var Views = []*View{Matched, Flowing, Unified}

// ViewNames returns the names of the views.
func ViewNames() (names []string) {
	for _, v := range Views {
		names = append(names, v.Name)
	}
	return names
}

// ViewNamed returns the view of a name, the default for none.
func ViewNamed(name string) *View {
	for _, v := range Views {
		if v.Name == name {
			return v
		}
	}
	return Views[0]
}

// Suited returns the view in which to begin with two articles, by their shares.
// Where most of their sentences have no match, half of every pane of Matched is
// blank, and of Flowing a fifth (measured on 60 pairs of coverage, 120 columns
// wide).
func Suited(shares [2]diffview.Share) *View {
	matched, all := 0, 0
	for _, s := range shares {
		matched, all = matched+s.Matched, all+s.Sentences
	}
	if 2*matched < all {
		return Flowing
	}
	return Matched
}

// String returns the name.
func (v *View) String() string { return v.Name }

// OneSided reports whether a line holds the text of one side only, which
// Line.Side names.
func (v *View) OneSided() bool { return v.Apart || v.Panes == 1 }

// view returns the view of the options.
func (o Options) view() *View {
	if o.View == nil {
		return Matched
	}
	return o.View
}
