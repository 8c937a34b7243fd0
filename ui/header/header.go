// Package header is the lines above the text: whose the two articles are and when
// they were published, their headlines, how much they share, which pair of which
// story is read and what was found. Facts go in, lines come out, with what a click
// on them does.
package header

import (
	"strings"

	"parallax/corpus"
	"parallax/diffview"
	"parallax/diffview/layout"
	"parallax/ui/cell"
	"parallax/ui/explain"
	"parallax/ui/keep"
	"parallax/ui/keys"
	"parallax/ui/label"
	"parallax/ui/list"
	"parallax/ui/look"
	"parallax/ui/page"
	"parallax/ui/screen"
	"parallax/ui/session"
)

// The heights of screens in lines: below the first there is no header, and below
// RoomForSpace what is around the text leaves things out, such as the headlines,
// with which the text begins.
const (
	leastHeight  = 8
	RoomForSpace = 30
)

// Facts are everything that the header depends on.
type Facts struct {
	list.Canvas // the whole terminal
	View        *layout.View
	Measure     int                // the greatest width of a pane, in cells; 0 for the usual one
	Articles    [2]*corpus.Article // that are shown, or will be
	Page        *page.Page         // on the screen; nil for none
	Read        bool               // it is of the pair that was asked for
	At          session.Position
	Mark        *keep.Bookmark // the pair's; nil for none
	Failed      bool           // the pair could not be compared
	Undecided   bool           // no pair is to be shown yet
	Asking      bool           // the judge is asked about the pair
}

// A Header is the lines above the text, and where the columns are.
type Header struct {
	page.Frame
	Lines []string // none on a low screen

	is Facts
	list.Canvas
}

// New returns the header for some facts.
func New(f Facts) *Header {
	h := &Header{is: f, Canvas: f.Canvas}
	h.Frame, _ = page.NewFrame(&diffview.Comparison{Articles: f.Articles}, f.View, f.Width, f.Measure)
	switch {
	case f.Height < leastHeight || f.Undecided:
	case f.View.Panes == 1:
		h.stacked()
	default:
		h.paired()
	}
	return h
}

// paired puts what is known of each article above its pane.
func (h *Header) paired() {
	f := h.Frame
	var who, title, share [2]string
	for side, width := range []int{f.Left, f.Right} {
		who[side] = h.Compose(width, true, h.who(side, width)...)
		title[side] = h.Compose(width, true, h.title(side, width))
	}
	for side, p := range h.shares(f.Left, f.Right) {
		share[side] = h.Compose([2]int{f.Left, f.Right}[side], true, p)
	}
	lines := [][2]string{who, title, share}
	if h.Height < RoomForSpace {
		lines = [][2]string{who, share}
	}
	for _, l := range lines {
		h.Lines = append(h.Lines, strings.Repeat(" ", f.Indent)+l[0]+strings.Repeat(" ", f.Edge+f.Gutter)+l[1])
	}
	h.Lines = append(h.Lines, h.rule())
}

// stacked puts what is known of each article on lines of its own, after
// the letter that its sentences have in one column. On a low screen these two
// lines say at their end what the rule says elsewhere.
func (h *Header) stacked() {
	indent := h.Indent
	width := max(h.Width-indent-page.Margin, 1)
	low := h.Height < RoomForSpace
	var who [2][]look.Piece
	var end [2]string
	var room [2]int
	for side, letter := range []string{"A ", "B "} {
		who[side] = append([]look.Piece{look.Plain.Of(strings.Repeat(" ", indent)), look.Quiet.Of(letter)}, h.who(side, width-2)...)
		room[side] = width + indent - h.Length(who[side]) - 2
		if low {
			end[side] = h.ending([2]string{h.position(), h.findings()}[side], room[side])
		}
	}
	for side, s := range h.shares(room[0]-cell.Width(h.Method, end[0])-1, room[1]-cell.Width(h.Method, end[1])-1) {
		if s.Text != "" {
			who[side] = append(who[side], look.Plain.Of("  "), s)
		}
		gap := h.Width - indent - h.Length(who[side]) - cell.Width(h.Method, end[side])
		h.Lines = append(h.Lines, h.Compose(h.Width, false, append(who[side], look.Plain.Of(strings.Repeat(" ", max(0, gap))), look.Quiet.Of(end[side]).Doing([2]string{h.positionDoes(), h.findingsDo()}[side]))...))
		if !low {
			h.Lines = append(h.Lines, h.Compose(h.Width, false,
				look.Plain.Of(strings.Repeat(" ", indent+2)), h.title(side, width-2)))
		}
	}
	if !low {
		h.Lines = append(h.Lines, h.rule())
	}
}

// leastShared is the room in cells that is kept for how many sentences are shared.
const leastShared = len("11 of 20 sentences also there")

// ending returns what stands at the end of a line of the header, or as much of
// its beginning as leaves room for what is shared.
func (h *Header) ending(words string, room int) string {
	for words != "" && cell.Width(h.Method, words)+1 > room-leastShared {
		at := strings.LastIndex(words, label.Joint)
		if at < 0 {
			if cell.Width(h.Method, words)+1 > room-screen.LeastSaid {
				return ""
			}
			return words
		}
		words = words[:at]
	}
	return words
}

// who names the outlet and date of the article on a side in at most width cells.
// Guesses have a question mark. A click opens the list of articles for that pane.
func (h *Header) who(side, width int) []look.Piece {
	a := h.is.Articles[side]
	date := label.Date(a)
	room := width - cell.Width(h.Method, date)
	if room < 12 {
		date, room = "", width
	}
	does := keys.OpenArticles.At(side)
	return []look.Piece{look.Strong.Of(cell.Shorten(h.Method, label.Outlet(a), room)).Doing(does), look.Quiet.Of(date).Doing(does)}
}

// title returns the headline of the article on a side in at most width cells; a
// click does the same.
func (h *Header) title(side, width int) look.Piece {
	return look.Plain.Of(cell.Shorten(h.Method, label.Title(h.is.Articles[side]), width)).Doing(keys.OpenArticles.At(side))
}

// rule divides the header from the text and says which pair it is, and what the
// column is that ends the right pane.
func (h *Header) rule() string {
	said := []look.Piece{look.Quiet.Of("── "), look.Quiet.Of(h.position()).Doing(h.positionDoes()), look.Quiet.Of(label.Joint), look.Quiet.Of(h.findings()).Doing(h.findingsDo()), look.Quiet.Of(" ")}
	used := h.Length(said)
	tail := screen.Rule(h.Width - used)
	const pointer = " overview ▾"
	f := h.Frame
	end := f.Indent + f.Left + f.Gutter + f.Right + h.is.View.Panes*f.Edge
	if before := end - cell.Width(h.Method, pointer) - used; before > 0 && h.overviewed() {
		tail = screen.Rule(before) + pointer + " " + screen.Rule(h.Width-end-1)
	}
	return h.Compose(h.Width, false, append(said, look.Quiet.Of(tail))...)
}

// overviewed reports whether the panes will have an overview, and room above it for
// its name.
func (h *Header) overviewed() bool {
	p := h.is.Page
	return p != nil && h.Edge > 0 && h.Height >= RoomForSpace && len(p.Laid) > h.Height-len(h.Lines)-1-4
}

// shares tells how much of each side is shared, as far as so many cells go.
func (h *Header) shares(left, right int) (said [2]look.Piece) {
	if p := h.is.Page; p != nil {
		return explain.Shares(p, left, right)
	}
	return said
}

// position says which pair of which story is read.
func (h *Header) position() string { return explain.Position(h.is.At, label.Joint) }

// findings says how many conflicts there are, what the two articles are to each
// other, and whether the pair has a bookmark.
func (h *Header) findings() string {
	words := "still comparing"
	p := h.is.Page
	switch {
	case h.is.Read:
		words = label.Conflicts(p.CountConflicts())
		if n := p.CountUpdates(); n > 0 {
			words += " · " + label.Count(n, "update")
		}
		if p.Key.Kin != "" {
			words += " · " + p.Key.Kin
		}
		if h.is.Asking {
			words += " · asking the judge"
		}
		if p.Limited != "" {
			words += " · " + p.Limited
		}
	case h.is.Failed:
		words = "not compared"
	}
	if b := h.is.Mark; b != nil && b.Note != "" {
		words += " · " + page.Kept + " " + b.Note
	} else if b != nil {
		words += " · " + page.Kept + " bookmark"
	}
	return words
}

// positionDoes returns what a click does on which pair of which story is read.
func (h *Header) positionDoes() string {
	if h.is.At.Stories > 1 {
		return string(keys.OpenStories)
	}
	return string(keys.OpenMatrix)
}

// findingsDo returns what a click does on how many conflicts there are.
func (h *Header) findingsDo() string {
	if !h.is.Read || h.is.Page.CountConflicts() == 0 {
		return ""
	}
	return string(keys.NextConflict)
}
