package ui

import (
	"github.com/charmbracelet/colorprofile"

	"parallax/diffview/layout"
)

// A part is anything on the screen that has a look of its own.
type part uint8

const (
	plain     part = iota // the terminal's own text colour
	agree                 // words that both articles say
	detail                // words that only this article says
	wording               // other words in the same place
	conflict              // words with evidence against them on the other side
	furniture             // lines of the page
	quiet                 // numbers, dates, rules, hints
	faint                 // text that an earlier row has shown
	sign                  // a relation's sign
	strong                // outlets, keys, headings
	marker                // the bar beside the current sentence or row
	caret                 // where the next letter is typed
	match                 // letters of a list's row that were typed
	shared                // agreement in the overview
	added                 // in a revision: words that only this version has
	parts                 // how many there are
)

// sgrs are SGR parameters for each kind of terminal: on a dark and on a light
// background in true colour, the same with 16 colours, and without colour.
type sgrs struct{ dark, light, dark16, light16, none string }

// looks says what each part looks like.
//
// Blue and orange are told apart by every common kind of colour blindness,
// and no meaning rests on them alone: differing words are underlined,
// conflicting ones stand on a ground, and the gutter has a sign for each row.
// What only one article says is the plain colour, because it is most of the
// text. Contrast against #1e1e2e and #ffffff is at least 7:1 for the marks and
// 4.5:1 for the rest.
//
// Without colour, underlining means both say it, bold means other words and
// reverse bold means conflict; italics are not used, since several terminals
// draw them as reverse.
var looks = [parts]sgrs{
	plain:     {"", "", "", "", ""},
	agree:     {"38;2;134;184;255", "38;2;0;73;158", "94", "34", "4"},
	detail:    {"", "", "", "", ""},
	wording:   {"4;38;2;255;179;92", "4;38;2;143;66;0", "4;33", "4;33", "1"},
	conflict:  {"1;38;2;26;20;8;48;2;255;166;64", "1;38;2;26;20;8;48;2;255;184;97", "1;30;43", "1;30;43", "1;7"},
	furniture: {"3;38;2;139;144;160", "3;38;2;98;104;117", "2", "2", "2"},
	quiet:     {"38;2;139;144;160", "38;2;98;104;117", "2", "2", "2"},
	faint:     {"38;2;139;144;160", "38;2;98;104;117", "2", "2", "2"},
	sign:      {"38;2;205;209;220", "38;2;60;64;74", "", "", ""},
	strong:    {"1", "1", "1", "1", "1"},
	marker:    {"38;2;255;179;92", "38;2;191;96;0", "33", "33", "1"},
	caret:     {"7", "7", "7", "7", "7"},
	shared:    {"38;2;134;184;255", "38;2;0;73;158", "94", "34", ""},
	added:     {"1;48;2;28;58;94", "1;48;2;208;228;250", "1;4", "1;4", "4"},
	match:     {"1;4;38;2;134;184;255", "1;4;38;2;0;73;158", "1;4;94", "1;4;34", "1;4"},
}

// A theme is the looks for one terminal, as escape sequences.
type theme struct {
	dark    bool
	profile colorprofile.Profile
	on      [parts]string // turns a part's look on; "" when it has none
	title   [parts]string // the same in a headline
	glow    [glows]string // turns on what a glow adds to a look
}

// glowLooks says what each glow adds, as looks does. The grounds of sentences
// are faint, so that the marks on them keep their contrast; where there is no
// faint ground the bars beside the lines tell them.
var glowLooks = [glows]sgrs{
	partner: {"48;2;42;44;62", "48;2;240;243;250", "", "", ""},
	here:    {"48;2;54;57;80", "48;2;228;234;248", "", "", ""},
	word:    {"1;4", "1;4", "1;4", "1;4", "1;4"},
	found:   {"7", "7", "7", "7", "7"},
	foundAt: {"1;7;4", "1;7;4", "1;7;4", "1;7;4", "1;7;4"},
}

// glowing returns a look with a glow. A ground comes before the look, since a
// conflict has its own.
func (t *theme) glowing(on string, g glow) string {
	if g <= here {
		return t.glow[g] + on
	}
	return on + t.glow[g]
}

// off ends any look.
const off = "\x1b[m"

// newTheme returns the looks for a background and a number of colours.
func newTheme(dark bool, p colorprofile.Profile) *theme {
	t := &theme{dark: dark, profile: p}
	for i, l := range glowLooks {
		t.glow[i] = csi(choose(dark, p, l))
	}
	for i, l := range looks {
		sgr := choose(dark, p, l)
		t.on[i], t.title[i] = csi(sgr), csi(sgr)
		// Without colour bold already means "other words".
		if p >= colorprofile.ANSI || p == colorprofile.Unknown {
			if sgr != "" {
				sgr = ";" + sgr
			}
			t.title[i] = csi("1" + sgr)
		}
	}
	return t
}

// choose returns the one of the SGR parameters that is for a background and a
// number of colours.
func choose(dark bool, p colorprofile.Profile, l sgrs) string {
	switch {
	case p <= colorprofile.ASCII && p != colorprofile.Unknown:
		return l.none
	case p == colorprofile.ANSI && dark:
		return l.dark16
	case p == colorprofile.ANSI:
		return l.light16
	case dark:
		return l.dark
	}
	return l.light
}

// csi returns the escape sequence for SGR parameters.
func csi(sgr string) string {
	if sgr == "" {
		return ""
	}
	return "\x1b[" + sgr + "m"
}

// partOf says which part of the screen a role is.
var partOf = [...]part{
	layout.Plain:       plain,
	layout.Agree:       agree,
	layout.Detail:      detail,
	layout.Wording:     wording,
	layout.Conflicting: conflict,
	layout.Title:       plain,
	layout.Page:        furniture,
	layout.Number:      quiet,
	layout.Sign:        sign,
}

// look returns the escape sequence that turns on the look of a run. In a
// revision most is the same, and what was changed stands out, as in any diff;
// else most is not, and what is the same stands out.
func (t *theme) look(r *layout.Run, revision bool) string {
	p := partOf[r.Role]
	switch {
	case revision && p == agree:
		p = plain
	case revision && p == detail:
		p = added
	}
	switch {
	case r.Faint && p != furniture:
		return t.on[faint]
	case r.Title || r.Role == layout.Title:
		return t.title[p]
	}
	return t.on[p]
}

// as returns s looking like p.
func (t *theme) as(p part, s string) string {
	if t.on[p] == "" || s == "" {
		return s
	}
	return t.on[p] + s + off
}
