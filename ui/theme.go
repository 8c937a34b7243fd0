package ui

import (
	tea "charm.land/bubbletea/v2"
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
// text. Contrast is at least 4.5:1 on common grounds, in the 256 colours of xterm
// too; a test holds it.
//
// Without colour, underlining means both say it, bold means other words and
// reverse bold means conflict; italics are not used, since several terminals
// draw them as reverse.
var looks = [parts]sgrs{
	plain:     {"", "", "", "", ""},
	agree:     {"38;2;134;184;255", "38;2;0;73;158", "94", "34", "4"},
	detail:    {"", "", "", "", ""},
	wording:   {"4;38;2;255;179;92", "4;38;2;130;48;0", "4;33", "4;33", "1"},
	conflict:  {"1;38;2;26;20;8;48;2;255;166;64", "1;38;2;26;20;8;48;2;255;184;97", "30;43", "30;43", "1;7"},
	furniture: {"3;38;2;178;178;188", "3;38;2;86;88;98", "2", "2", "2"},
	quiet:     {"38;2;178;178;188", "38;2;86;88;98", "2", "2", "2"},
	faint:     {"38;2;178;178;188", "38;2;86;88;98", "2", "2", "2"},
	sign:      {"38;2;205;209;220", "38;2;60;64;74", "", "", ""},
	strong:    {"1", "1", "1", "1", "1"},
	marker:    {"38;2;255;179;92", "38;2;130;48;0", "33", "33", "1"},
	caret:     {"7", "7", "7", "7", "7"},
	shared:    {"38;2;134;184;255", "38;2;0;73;158", "94", "34", ""},
	added:     {"1;48;2;28;58;94", "1;48;2;208;228;250", "1;4", "1;4", "4"},
	match:     {"1;4;38;2;134;184;255", "1;4;38;2;0;73;158", "1;4;94", "1;4;34", "1;4"},
}

// contrastLooks are the looks that are others in high contrast, where all text
// has at least 7:1: what is quiet elsewhere is nearly as strong as the rest. The
// colours are all among the 256 of xterm, so that no terminal changes them.
var contrastLooks = map[part]sgrs{
	agree:     {"38;2;95;215;255", "38;2;0;0;135", "1;94", "1;34", "4"},
	wording:   {"1;4;38;2;255;215;135", "1;4;38;2;95;0;0", "1;4;33", "1;4;31", "1"},
	conflict:  {"1;38;2;0;0;0;48;2;255;175;95", "1;38;2;255;255;255;48;2;95;0;0", "30;103", "1;7", "1;7"},
	furniture: {"3;38;2;218;218;218", "3;38;2;48;48;48", "3", "3", "2"},
	quiet:     {"38;2;218;218;218", "38;2;48;48;48", "", "", ""},
	faint:     {"3;38;2;218;218;218", "3;38;2;48;48;48", "3", "3", "2"},
	sign:      {"1;38;2;255;255;255", "1;38;2;0;0;0", "1", "1", "1"},
	marker:    {"1;38;2;255;215;135", "1;38;2;95;0;0", "1;33", "1", "1"},
	match:     {"1;4;38;2;95;215;255", "1;4;38;2;0;0;135", "1;4;94", "1;4;34", "1;4"},
	shared:    {"38;2;95;215;255", "38;2;0;0;135", "1;94", "1;34", ""},
	added:     {"1;48;2;0;0;95", "1;48;2;175;215;255", "1;4", "1;4", "4"},
}

// contrastGlows are the glows of high contrast.
var contrastGlows = map[glow]sgrs{
	partner: {"48;2;28;28;28", "48;2;238;238;238", "", "", ""},
	here:    {"48;2;48;48;48", "48;2;228;228;228", "", "", ""},
}

// themes are the themes by the names that people choose them by, in the order
// that a key goes through.
var themes = []struct {
	name           string
	dark, light    bool // the background it is for; neither asks the terminal
	contrast, skip bool // skip: the key passes it, since it looks like another
}{
	{name: "auto"},
	{name: "dark", dark: true},
	{name: "light", light: true},
	{name: "high-contrast", contrast: true, skip: true},
	{name: "high-contrast-dark", dark: true, contrast: true},
	{name: "high-contrast-light", light: true, contrast: true},
}

// Themes returns the names of the themes.
func Themes() (names []string) {
	for _, t := range themes {
		names = append(names, t.name)
	}
	return names
}

// themeAt returns the place of a theme among themes; that of auto for "".
func themeAt(name string) int {
	for i, t := range themes {
		if t.name == name {
			return i
		}
	}
	return 0
}

// retheme makes the looks for the chosen theme and what is known of the
// terminal.
func (m *model) retheme() {
	t := themes[m.themed]
	dark := t.dark || !t.light && !m.onLight
	if profile := m.profile; m.theme == nil || m.theme.dark != dark || m.theme.contrast != t.contrast || m.theme.profile != profile {
		m.theme = newTheme(dark, t.contrast, profile)
	}
}

// nextTheme goes to the next theme.
func (m *model) nextTheme() tea.Cmd {
	for {
		m.themed = (m.themed + 1) % len(themes)
		if !themes[m.themed].skip {
			break
		}
	}
	m.retheme()
	m.message = "theme " + themes[m.themed].name
	return nil
}

// A theme is the looks for one terminal, as escape sequences.
type theme struct {
	dark     bool
	contrast bool
	profile  colorprofile.Profile
	on       [parts]string // turns a part's look on; "" when it has none
	title    [parts]string // the same in a headline
	glow     [glows]string // turns on what a glow adds to a look
}

// glowLooks says what each glow adds, as looks does. The grounds of sentences
// are faint, so that the marks on them keep their contrast; where there is no
// faint ground the bars beside the lines tell them.
var glowLooks = [glows]sgrs{
	partner: {"48;2;38;39;54", "48;2;244;246;252", "", "", ""},
	here:    {"48;2;46;47;66", "48;2;232;237;250", "", "", ""},
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

// newTheme returns the looks for a background, in usual or high contrast, and a
// number of colours.
func newTheme(dark, contrast bool, p colorprofile.Profile) *theme {
	t := &theme{dark: dark, contrast: contrast, profile: p}
	for i, l := range glowLooks {
		if high, ok := contrastGlows[glow(i)]; ok && contrast {
			l = high
		}
		t.glow[i] = csi(choose(dark, p, l))
	}
	for i, l := range looks {
		if high, ok := contrastLooks[part(i)]; ok && contrast {
			l = high
		}
		sgr := choose(dark, p, l)
		t.on[i], t.title[i] = csi(sgr), csi(sgr)
		// Without colour bold already means "other words", and with 16 colours bold
		// black is grey on many terminals.
		if part(i) != conflict && (p >= colorprofile.ANSI || p == colorprofile.Unknown) {
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
