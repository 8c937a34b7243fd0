package ui

import (
	"fmt"
	"image/color"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/ui/look"
	"parallax/ui/settings"
)

// TestThemes goes through all themes with the key and chooses each by name.
func TestThemes(t *testing.T) {
	d := open(t, 120, 24, Options{})
	var seen []string
	for range 5 {
		d.press("t")
		seen = append(seen, fmt.Sprintf("%s %v %v", d.m.themed.Name, d.m.Theme.Dark, d.m.Theme.Contrast))
	}
	want := "dark true false, light false false, high-contrast-dark true true, high-contrast-light false true, auto true false"
	if got := strings.Join(seen, ", "); got != want {
		t.Errorf("t goes through %s\nwant %s", got, want)
	}
	white := tea.BackgroundColorMsg{Color: color.White}
	for name, dark := range map[string]bool{"auto": false, "high-contrast": false, "dark": true, "light": false, "high-contrast-dark": true} {
		d := open(t, 120, 24, Options{Settings: settings.Settings{Theme: name}})
		d.send(white)
		if d.m.Theme.Dark != dark || d.m.Theme.Contrast != strings.HasPrefix(name, "high") {
			t.Errorf("on white, %s is dark %v and of high contrast %v", name, d.m.Theme.Dark, d.m.Theme.Contrast)
		}
	}
}

// TestThemeBringsItsGround goes through all themes on a terminal that has said
// what its background is: a theme for another one asks for its own.
func TestThemeBringsItsGround(t *testing.T) {
	for _, terminal := range []color.Color{nil, color.White, color.Black} {
		d := open(t, 120, 24, Options{})
		if terminal != nil {
			d.send(tea.BackgroundColorMsg{Color: terminal})
		}
		for range 5 {
			d.press("t")
			want := terminal != nil && d.m.Theme.Dark == (terminal == color.White)
			v := d.m.View()
			if got := v.BackgroundColor != nil; got != want || (v.ForegroundColor != nil) != want || want && v.BackgroundColor != d.m.Theme.Ground {
				t.Errorf("on %v the theme %s asks for the ground %v and the text %v", terminal, d.m.themed.Name, v.BackgroundColor, v.ForegroundColor)
			}
		}
	}
}

// partNames are the parts and the glows as goldens name them.
var (
	partNames = [look.Parts]string{"plain", "agree", "perhaps", "detail", "wording", "conflict", "furniture", "quiet", "faint", "sign", "strong", "marker", "caret", "match", "shared", "added", "other", "lone", "track"}
	glowNames = [look.Glows]string{"", "noted", "partner", "here", "word", "found", "found-at"}
)

// inParts gives a reader a theme in which no two parts look alike, so that
// parts can read back what part each word is.
func (d *drive) inParts() {
	number := func(i int) color.Color { return lipgloss.Color(fmt.Sprintf("#0000%02x", i)) }
	var styles [look.Parts]lipgloss.Style
	for p := range styles[1:] { // plain has no look
		styles[1+p] = lipgloss.NewStyle().Foreground(number(1 + p))
	}
	var over [look.Glows]lipgloss.Style
	for g := range over[1:] {
		over[1+g] = lipgloss.NewStyle().Background(number(1 + g))
	}
	t := look.Of(styles, over)
	t.Dark, t.Contrast, t.Profile = d.m.Theme.Dark, d.m.Theme.Contrast, d.m.Theme.Profile
	d.m.Theme = t
	d.send(nil)
}

var sgr = regexp.MustCompile(`\x1b\[(1)?;?(?:([34])8;2;0;0;(\d+))?m`)

// parts returns the screen with the part of each word: ‹conflict›Six‹/›, in a
// headline ‹conflict+›, with a glow before it.
func (d *drive) parts() string {
	d.t.Helper()
	d.screen()
	named := sgr.ReplaceAllStringFunc(d.m.View().Content, func(on string) string {
		var i int
		m := sgr.FindStringSubmatch(on)
		fmt.Sscan(m[3], &i)
		switch {
		case on == look.Off:
			return "‹/›"
		case m[2] == "4":
			return "‹" + glowNames[i] + "›"
		case m[1] != "":
			return "‹" + partNames[i] + "+›"
		}
		return "‹" + partNames[i] + "›"
	})
	if rest := ansi.Strip(named); rest != named {
		d.t.Errorf("the screen has looks that are no part's: %q", named)
	}
	lines := strings.Split(named, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}
