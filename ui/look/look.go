// Package look says what each part of the screen looks like. A theme is a style
// of Lip Gloss for each part, in the colours of a palette, for one terminal:
// what is known of its background and of its colours goes in, and the sequences
// that turn a part's look on come out.
//
// Each style is rendered once, when its theme is made, and what it puts before
// the text is kept: the lines of the screen are drawn anew after each key, and
// to render every word of them would take five hundred times as long. The text
// of articles never passes through Render, which parts letters from their
// accents where it underlines.
package look

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// A Part is anything on the screen that has a look of its own.
type Part uint8

// The parts.
const (
	Plain     Part = iota // the terminal's own text colour
	Agree                 // words that both articles say
	Perhaps               // words that both say if an unsure match is right
	Detail                // words that only this article says
	Wording               // other words in the same place
	Conflict              // words with evidence against them on the other side
	Furniture             // lines of the page
	Quiet                 // numbers, dates, rules, hints
	Faint                 // text that an earlier row has shown
	Sign                  // a relation's sign
	Strong                // outlets, keys, headings
	Marker                // the bar beside the current sentence or row
	Caret                 // where the next letter is typed
	Match                 // letters of a list's row that were typed
	Shared                // agreement in the overview
	Added                 // in a revision: words that only this version has
	Other                 // other words in the overview
	Lone                  // in the overview: only one article says it
	Track                 // in the overview: nothing of the article stands there
	Parts                 // how many there are
)

// A Piece is text with the part of the screen it is.
type Piece struct {
	Part Part
	Text string
	Do   string // what a click on it does, as package zone marks it; "" for nothing
	Link string // where it leads on terminals that have links, as package hyperlink makes it; "" for nowhere
}

// Of returns text as a piece of the part.
func (p Part) Of(text string) Piece { return Piece{Part: p, Text: text} }

// Doing returns a piece that does something when it is clicked.
func (p Piece) Doing(what string) Piece {
	p.Do = what
	return p
}

// With returns a piece with another text.
func (p Piece) With(text string) Piece {
	p.Text = text
	return p
}

// A Glow is a way of standing out for as long as the reader is at a place, over
// the look of a part. Where two meet the later one is shown.
type Glow uint8

// The glows.
const (
	NoGlow  Glow = iota
	Noted        // a sentence with a bookmark; only the line where it begins is marked
	Partner      // a sentence linked to the current one
	Here         // the current sentence
	Word         // a word that corresponds to one of the other side, or was jumped to
	Found        // what was searched for
	FoundAt      // the find that the reader is at
	Glows        // how many there are
)

// Off ends any look.
const Off = "\x1b[m"

// A Theme is the looks for one terminal.
type Theme struct {
	Dark     bool // for a dark background
	Contrast bool // high
	Profile  colorprofile.Profile

	// Ground and Text are the background and the text that it is made for. A
	// terminal whose own do not suit is asked for these; nil where any does.
	Ground, Text color.Color

	style [Parts]lipgloss.Style
	over  [Glows]lipgloss.Style // what a glow adds
	on    [Parts]string         // turns a part's look on; "" when it has none
	title [Parts]string         // the same in a headline
	glow  [Glows]string         // turns on what a glow adds
}

// New returns the looks for a dark or light background, in usual or high
// contrast, and for the colours that a terminal has.
func New(dark, contrast bool, p colorprofile.Profile) *Theme { return newTheme(dark, contrast, p, nil) }

// newTheme returns them with the colours that someone chose, nil for none. A
// terminal without colours has none of these either.
func newTheme(dark, contrast bool, p colorprofile.Profile, own *Own) *Theme {
	var t *Theme
	dressed := func(parts [Parts]lipgloss.Style, glows [Glows]lipgloss.Style) *Theme {
		own.dress(dark, &parts, &glows)
		return Of(parts, glows)
	}
	switch {
	case p <= colorprofile.ASCII && p != colorprofile.Unknown:
		t = Of(withoutColour(contrast))
		t.title = t.on // bold already means "other words"
	case p == colorprofile.ANSI:
		t = dressed(sixteenColours(dark, contrast))
		t.title[Conflict] = t.on[Conflict] // bold black is grey on many terminals
	default: // Bubble Tea takes the nearest of 256 where there are no more
		t = dressed(colours(paletteOf(dark, contrast), contrast))
	}
	t.Dark, t.Contrast, t.Profile = dark, contrast, p
	if p >= colorprofile.ANSI || p == colorprofile.Unknown {
		t.Ground, t.Text = pageColours(dark)
	}
	return t
}

// Of returns the looks of styles: one for each part, and what each glow adds.
func Of(parts [Parts]lipgloss.Style, glows [Glows]lipgloss.Style) *Theme {
	t := &Theme{style: parts, over: glows}
	for p, s := range parts {
		t.on[p], t.title[p] = opening(s), opening(s.Bold(true))
	}
	for g, s := range glows {
		t.glow[g] = opening(s)
	}
	return t
}

// Frame is what is around a dialogue. Its lines look like what is quiet.
var Frame = lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).Padding(0, 1)

// opening returns what a style puts before a text.
func opening(s lipgloss.Style) string {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	return before
}

// On returns the sequence that turns a part's look on, "" for none.
func (t *Theme) On(p Part) string { return t.on[p] }

// Title returns the same for words of a headline.
func (t *Theme) Title(p Part) string { return t.title[p] }

// As returns s looking like p.
func (t *Theme) As(p Part, s string) string {
	if t.on[p] == "" || s == "" {
		return s
	}
	return t.on[p] + s + Off
}

// Glowing returns a look with a glow. A ground comes before the look, since a
// conflict has its own.
func (t *Theme) Glowing(on string, g Glow) string {
	if g <= Here {
		return t.glow[g] + on
	}
	return on + t.glow[g]
}
