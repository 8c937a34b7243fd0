package look

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// The colours. Blue and orange are told apart by every common kind of colour
// blindness, and no meaning rests on them alone: differing words are underlined,
// conflicting ones have a coloured background, and the gutter has a sign for each row.
// What only one article says in a sentence that both report is a calm green that
// is less light or less dark than the text, so that it is told from plain words
// and from blue without seeing red or green. Contrast is at least 4.5:1 on common grounds, in the 256 colours of
// xterm too, and 7:1 where it is high; a test holds it.

// A palette is the colours of a theme.
type palette struct {
	both       color.Color // what both articles say: blue
	perhaps    color.Color // what they say if an unsure match is right: less blue
	other      color.Color // other words in the same place: orange
	only       color.Color // what only one says of what both report: green
	ink, alarm color.Color // a conflict: its words, and the ground they are on
	quiet      color.Color
	sign       color.Color
	added      color.Color // the ground of what only one version has
	lone       color.Color // the ground of what one article alone says, in the overview
	near, here color.Color // the grounds of the partner and of the sentence that is read: faint, so that the marks on them keep their contrast
}

// hex are the colours of a palette on a light and on a dark background.
type hex struct{ light, dark string }

func (h hex) in(choose lipgloss.LightDarkFunc) color.Color {
	return choose(lipgloss.Color(h.light), lipgloss.Color(h.dark))
}

// paletteOf returns the colours for a background. Those of high contrast are all
// among the 256 of xterm, so that no terminal changes them; what is quiet
// elsewhere is nearly as strong as the rest there.
func paletteOf(dark, contrast bool) palette {
	in := lipgloss.LightDark(dark)
	if contrast {
		return palette{
			both:    hex{"#000087", "#5fd7ff"}.in(in),
			perhaps: hex{"#00005f", "#afd7ff"}.in(in),
			other:   hex{"#5f0000", "#ffd787"}.in(in),
			only:    hex{"#5f005f", "#afd7af"}.in(in),
			ink:     hex{"#ffffff", "#000000"}.in(in),
			alarm:   hex{"#5f0000", "#ffaf5f"}.in(in),
			quiet:   hex{"#303030", "#dadada"}.in(in),
			sign:    hex{"#000000", "#ffffff"}.in(in),
			added:   hex{"#afd7ff", "#00005f"}.in(in),
			lone:    hex{"#c6c6c6", "#3a3a3a"}.in(in),
			near:    hex{"#eeeeee", "#1c1c1c"}.in(in),
			here:    hex{"#e4e4e4", "#303030"}.in(in),
		}
	}
	return palette{
		both:    hex{"#00499e", "#86b8ff"}.in(in),
		perhaps: hex{"#47617f", "#9fb0c8"}.in(in),
		other:   hex{"#823000", "#ffb35c"}.in(in),
		only:    hex{"#256d3f", "#78b98a"}.in(in),
		ink:     hex{"#1a1408", "#1a1408"}.in(in),
		alarm:   hex{"#ffb861", "#ffa640"}.in(in),
		quiet:   hex{"#565862", "#b2b2bc"}.in(in),
		sign:    hex{"#3c404a", "#cdd1dc"}.in(in),
		added:   hex{"#d0e4fa", "#1c3a5e"}.in(in),
		lone:    hex{"#c6cad6", "#474a5e"}.in(in),
		near:    hex{"#f4f6fc", "#262736"}.in(in),
		here:    hex{"#e8edfa", "#2e2f42"}.in(in),
	}
}

// pageColours returns the background and the text that a theme is made for.
func pageColours(dark bool) (ground, text color.Color) {
	in := lipgloss.LightDark(dark)
	return hex{"#fdfdfb", "#1e1e2e"}.in(in), hex{"#222222", "#cdd6f4"}.in(in)
}

// colours are the styles of a palette. In high contrast what has a colour is
// bold too.
func colours(p palette, contrast bool) (parts [Parts]lipgloss.Style, glows [Glows]lipgloss.Style) {
	text := lipgloss.NewStyle()
	bold, weighty, quiet := text.Bold(true), text.Bold(contrast), text.Foreground(p.quiet)
	parts = [Parts]lipgloss.Style{
		Agree:     text.Foreground(p.both),
		Perhaps:   text.Italic(contrast).Foreground(p.perhaps),
		Detail:    text.Italic(contrast).Foreground(p.only),
		Wording:   weighty.Underline(true).Foreground(p.other),
		Conflict:  bold.Foreground(p.ink).Background(p.alarm),
		Furniture: quiet.Italic(true),
		Quiet:     quiet,
		Faint:     quiet.Italic(contrast),
		Sign:      weighty.Foreground(p.sign),
		Strong:    bold,
		Marker:    weighty.Foreground(p.other),
		Caret:     text.Reverse(true),
		Match:     bold.Underline(true).Foreground(p.both),
		Shared:    text.Foreground(p.both),
		Added:     bold.Background(p.added),
		Other:     text.Foreground(p.other).Background(p.other),
		Lone:      text.Foreground(p.lone).Background(p.lone),
		Track:     text.Foreground(p.here).Background(p.here),
	}
	return parts, glowing(text.Background(p.near), text.Background(p.here))
}

// sixteenColours are the styles for terminals of 16 colours, whose shades are the
// reader's own choice: there are no faint grounds among them, and the bars beside
// the lines tell the sentences.
func sixteenColours(dark, contrast bool) (parts [Parts]lipgloss.Style, glows [Glows]lipgloss.Style) {
	in := lipgloss.LightDark(dark)
	text := lipgloss.NewStyle()
	bold, weighty := text.Bold(true), text.Bold(contrast)
	blue, orange := in(lipgloss.Blue, lipgloss.BrightBlue), color.Color(lipgloss.Yellow)
	parts = [Parts]lipgloss.Style{
		Agree:     weighty.Foreground(blue),
		Perhaps:   text.Faint(true).Foreground(blue),
		Detail:    text.Italic(contrast).Foreground(in(lipgloss.Magenta, lipgloss.Green)),
		Wording:   weighty.Underline(true).Foreground(orange),
		Conflict:  text.Foreground(lipgloss.Black).Background(lipgloss.Yellow),
		Furniture: text.Faint(true),
		Quiet:     text.Faint(true),
		Faint:     text.Faint(true),
		Strong:    bold,
		Marker:    weighty.Foreground(orange),
		Caret:     text.Reverse(true),
		Match:     bold.Underline(true).Foreground(blue),
		Shared:    weighty.Foreground(blue),
		Other:     weighty.Foreground(orange),
		Added:     bold.Underline(true),
	}
	if contrast {
		parts[Perhaps] = text.Italic(true).Foreground(blue)
		parts[Conflict] = parts[Conflict].Background(lipgloss.BrightYellow)
		parts[Quiet], parts[Furniture], parts[Faint] = text, text.Italic(true), text.Italic(true)
		parts[Sign] = bold
	}
	if contrast && !dark { // yellow cannot be read on white
		parts[Conflict], parts[Marker] = bold.Reverse(true), bold
		parts[Wording] = bold.Underline(true).Foreground(lipgloss.Red)
	}
	return parts, glowing(text, text)
}

// withoutColour are the styles for terminals without colours, and for readers
// who want none: underlining means that both say it, italics that only one does,
// bold means other words and reverse bold means conflict. Where a terminal draws
// italics as reverse they are still told from all others.
func withoutColour(contrast bool) (parts [Parts]lipgloss.Style, glows [Glows]lipgloss.Style) {
	text := lipgloss.NewStyle()
	bold, faint := text.Bold(true), text.Faint(true)
	parts = [Parts]lipgloss.Style{
		Agree:     text.Underline(true),
		Perhaps:   text.Underline(true).Faint(true),
		Detail:    text.Italic(true),
		Wording:   bold,
		Conflict:  bold.Reverse(true),
		Furniture: faint,
		Quiet:     faint,
		Faint:     faint,
		Sign:      text.Bold(contrast),
		Strong:    bold,
		Marker:    bold,
		Caret:     text.Reverse(true),
		Match:     bold.Underline(true),
		Added:     text.Underline(true),
	}
	return parts, glowing(text, text)
}

// glowing returns the styles of glows, with the grounds that sentences have.
func glowing(near, here lipgloss.Style) (glows [Glows]lipgloss.Style) {
	text := lipgloss.NewStyle()
	return [Glows]lipgloss.Style{
		Partner: near,
		Here:    here,
		Word:    text.Bold(true).Underline(true),
		Found:   text.Reverse(true),
		FoundAt: text.Bold(true).Reverse(true).Underline(true),
	}
}
