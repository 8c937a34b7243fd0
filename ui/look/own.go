package look

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
)

// An Own is the colours that someone chose instead of a theme's: by the name of
// what they are for (see OwnNames), for dark and for light backgrounds.
type Own struct{ Dark, Light map[string]color.Color }

// owners are what can have a colour of one's own, and the styles that it changes.
// Where it is a ground, text on it is black or white, whichever is told better
// from it. Another one is a row here.
var owners = []struct {
	name, help string
	set        func(parts *[Parts]lipgloss.Style, glows *[Glows]lipgloss.Style, c color.Color)
}{
	{"agree", "words that both articles say", letters(Agree, Match, Shared)},
	{"perhaps", "words that both say if an unsure match is right", letters(Perhaps)},
	{"detail", "words that only one says, in a sentence that both report", letters(Detail)},
	{"wording", "other words in the same place; the bar beside the current line", func(parts *[Parts]lipgloss.Style, glows *[Glows]lipgloss.Style, c color.Color) {
		letters(Wording, Marker)(parts, glows, c)
		solid(Other)(parts, glows, c)
	}},
	{"conflict", "the ground of words in conflict", func(parts *[Parts]lipgloss.Style, _ *[Glows]lipgloss.Style, c color.Color) {
		parts[Conflict] = parts[Conflict].UnsetReverse().Foreground(inkOn(c)).Background(c)
	}},
	{"added", "in two versions: the ground of what only one has", func(parts *[Parts]lipgloss.Style, _ *[Glows]lipgloss.Style, c color.Color) {
		parts[Added] = parts[Added].Foreground(inkOn(c)).Background(c)
	}},
	{"alone", "in the overview: what only one article says", solid(Lone)},
	{"dim", "numbers, dates, rules, hints, page lines", letters(Quiet, Furniture, Faint)},
	{"sign", "signs between the panes", letters(Sign)},
	{"here", "the ground of the current sentence", func(parts *[Parts]lipgloss.Style, glows *[Glows]lipgloss.Style, c color.Color) {
		solid(Track)(parts, glows, c)
		glows[Here] = glows[Here].Background(c)
	}},
	{"partner", "the ground of the sentences that match it", func(_ *[Parts]lipgloss.Style, glows *[Glows]lipgloss.Style, c color.Color) {
		glows[Partner] = glows[Partner].Background(c)
	}},
}

// letters returns what gives the text of parts a colour.
func letters(of ...Part) func(*[Parts]lipgloss.Style, *[Glows]lipgloss.Style, color.Color) {
	return func(parts *[Parts]lipgloss.Style, _ *[Glows]lipgloss.Style, c color.Color) {
		for _, p := range of {
			parts[p] = parts[p].UnsetFaint().Foreground(c)
		}
	}
}

// solid returns what gives the cells of a part a colour, text and ground.
func solid(p Part) func(*[Parts]lipgloss.Style, *[Glows]lipgloss.Style, color.Color) {
	return func(parts *[Parts]lipgloss.Style, _ *[Glows]lipgloss.Style, c color.Color) {
		parts[p] = parts[p].Foreground(c).Background(c)
	}
}

// OwnHelp returns these names, each with what the colour is for.
func OwnHelp() (rows [][2]string) {
	for _, o := range owners {
		rows = append(rows, [2]string{o.name, o.help})
	}
	return rows
}

// OwnNames returns the names of what can have a colour of one's own.
func OwnNames() (names []string) {
	for _, o := range owners {
		names = append(names, o.name)
	}
	return names
}

// ColourHelp says how a colour is written.
const ColourHelp = `"#rrggbb" in quotation marks, or a number of the terminal’s colours from 0 to 255`

// Colour returns the colour that a text names: false if it names none.
func Colour(text string) (color.Color, bool) {
	digits, base, bits := text, 10, 8
	if rest, ok := strings.CutPrefix(text, "#"); ok {
		if len(rest) != 3 && len(rest) != 6 {
			return nil, false
		}
		digits, base, bits = rest, 16, 24
	}
	if _, err := strconv.ParseUint(digits, base, bits); err != nil {
		return nil, false
	}
	return lipgloss.Color(text), true
}

// dress gives styles the colours for a background.
func (o *Own) dress(dark bool, parts *[Parts]lipgloss.Style, glows *[Glows]lipgloss.Style) {
	if o == nil {
		return
	}
	chosen := o.Light
	if dark {
		chosen = o.Dark
	}
	for _, owner := range owners {
		if c, ok := chosen[owner.name]; ok {
			owner.set(parts, glows, c)
		}
	}
}

// inkOn returns black or white, whichever has more contrast on a ground: they have
// the same where (L+0.05)/0.05 is 1.05/(L+0.05).
func inkOn(ground color.Color) color.Color {
	const even = 0.18
	if luminance(ground) > even {
		return lipgloss.Color("#000000")
	}
	return lipgloss.Color("#ffffff")
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.Color) float64 {
	of := func(v uint32) float64 {
		s := float64(v>>8) / 255
		if s <= .04045 {
			return s / 12.92
		}
		return math.Pow((s+.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return .2126*of(r) + .7152*of(g) + .0722*of(b)
}
