package look

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "rewrite testdata")

// names are the parts and the glows as the table of styles names them.
var (
	partNames = [Parts]string{"plain", "agree", "perhaps", "detail", "wording", "conflict", "furniture", "quiet", "faint", "sign", "strong", "marker", "caret", "match", "shared", "added", "other", "lone", "track"}
	glowNames = [Glows]string{"", "noted", "partner", "here", "word", "found", "found at"}
)

// The kinds of terminal that themes are made for.
var kinds = []struct {
	name           string
	dark, contrast bool
	profile        colorprofile.Profile
}{
	{"dark", true, false, colorprofile.TrueColor}, {"light", false, false, colorprofile.TrueColor},
	{"dark, high contrast", true, true, colorprofile.TrueColor}, {"light, high contrast", false, true, colorprofile.TrueColor},
	{"dark, 16 colours", true, false, colorprofile.ANSI}, {"light, 16 colours", false, false, colorprofile.ANSI},
	{"dark, 16 colours, high contrast", true, true, colorprofile.ANSI}, {"light, 16 colours, high contrast", false, true, colorprofile.ANSI},
	{"no colour", true, false, colorprofile.ASCII}, {"no colour, high contrast", true, true, colorprofile.ASCII},
}

// TestStyles keeps what every part looks like on every kind of terminal, in
// words. It is the only place that a change of theme changes.
func TestStyles(t *testing.T) {
	var b strings.Builder
	for _, k := range kinds {
		theme := New(k.dark, k.contrast, k.profile)
		fmt.Fprintf(&b, "-- %s --\n", k.name)
		for p, s := range theme.style {
			fmt.Fprintf(&b, "%-10s %s\n", partNames[p], words(s))
		}
		for g, s := range theme.over[Partner:] {
			fmt.Fprintf(&b, "+%-9s %s\n", glowNames[int(Partner)+g], words(s))
		}
	}
	got := strings.ReplaceAll(b.String(), " \n", "\n")
	if *update {
		if err := os.WriteFile("testdata/styles.txt", []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/styles.txt")
	if err != nil || got != string(want) {
		t.Errorf("the styles are (%v)\n%s\nwant\n%s", err, got, want)
	}
}

// words describes a style.
func words(s lipgloss.Style) string {
	var all []string
	for _, a := range []struct {
		name string
		has  bool
	}{{"bold", s.GetBold()}, {"underlined", s.GetUnderline()}, {"italic", s.GetItalic()}, {"faint", s.GetFaint()}, {"reversed", s.GetReverse()}} {
		if a.has {
			all = append(all, a.name)
		}
	}
	if c := s.GetForeground(); c != none {
		all = append(all, named(c))
	}
	if c := s.GetBackground(); c != none {
		all = append(all, "on "+named(c))
	}
	return strings.Join(all, " ")
}

var none color.Color = lipgloss.NoColor{}

// named writes a colour as the palette has it.
func named(c color.Color) string {
	if basic, ok := c.(ansi.BasicColor); ok {
		return strings.Fields("black red green yellow blue magenta cyan white bright-black bright-red bright-green bright-yellow bright-blue bright-magenta bright-cyan bright-white")[basic]
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// grounds are backgrounds that terminals have: the looks must be read on each,
// and on the theme's own.
var grounds = map[bool][]color.Color{
	true:  {lipgloss.Color("#1e1e2e"), lipgloss.Color("#000000"), lipgloss.Color("#282c34")},
	false: {lipgloss.Color("#ffffff"), lipgloss.Color("#faf8f5")},
}

// TestContrast holds the contrast of all text by WCAG 2.2: at least 4.5 to one,
// and 7 in high contrast, on the ground of the terminal as on those of the
// sentences that are read, in true colour and in the nearest of 256.
func TestContrast(t *testing.T) {
	for _, k := range kinds {
		if k.profile != colorprofile.TrueColor {
			continue // the shades of 16 colours are the reader's own
		}
		least := 4.5
		if k.contrast {
			least = 7
		}
		theme := New(k.dark, k.contrast, k.profile)
		for p, s := range theme.style[:Other] { // what follows is blocks of one colour
			for _, over := range []lipgloss.Style{{}, theme.over[Partner], theme.over[Here]} {
				for _, ground := range append([]color.Color{theme.Ground}, grounds[k.dark]...) {
					text, behind := shown(s, theme.Text, or(over.GetBackground(), ground))
					for _, few := range []bool{false, true} {
						if few {
							text, behind = colorprofile.ANSI256.Convert(text), colorprofile.ANSI256.Convert(behind)
						}
						if got := ratio(text, behind); got < least {
							t.Errorf("%s, 256 colours %v: %s on %s has %.2f to one", k.name, few, partNames[p], named(or(over.GetBackground(), ground)), got)
						}
					}
				}
			}
		}
	}
}

// or returns a colour, or another where that is none.
func or(c, other color.Color) color.Color {
	if c == nil || c == none {
		return other
	}
	return c
}

// shown returns the colours of a style's text and of what is behind it, on a
// terminal whose text and ground are given.
func shown(s lipgloss.Style, text, ground color.Color) (color.Color, color.Color) {
	text, ground = or(s.GetForeground(), text), or(s.GetBackground(), ground)
	if s.GetReverse() {
		return ground, text
	}
	return text, ground
}

// ratio is the contrast ratio of WCAG 2.2.
func ratio(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// TestColourBlind holds that the marks are told apart by who does not see red
// or does not see green: by lightness or by an attribute.
func TestColourBlind(t *testing.T) {
	for _, k := range kinds[:4] {
		theme := New(k.dark, k.contrast, k.profile)
		for _, p := range []Part{Agree, Detail, Wording, Conflict} {
			for _, q := range []Part{Plain, Detail, Agree, Wording} {
				a, b := theme.style[p], theme.style[q]
				if p == q || words(uncoloured(a)) != words(uncoloured(b)) || (a.GetBackground() == none) != (b.GetBackground() == none) {
					continue
				}
				x, _ := shown(a, theme.Text, theme.Ground)
				y, _ := shown(b, theme.Text, theme.Ground)
				if bluish(x) == bluish(y) && ratio(x, y) < 1.5 {
					t.Errorf("%s: %s and %s look alike without red and green", k.name, partNames[p], partNames[q])
				}
			}
		}
	}
}

func uncoloured(s lipgloss.Style) lipgloss.Style { return s.UnsetForeground().UnsetBackground() }

// bluish reports whether a colour is one that every common kind of colour
// blindness sees.
func bluish(c color.Color) bool {
	r, _, b, _ := c.RGBA()
	return b>>8 > r>>8+40
}

// TestFewColours holds that a terminal of 16 colours is asked for no other, one
// without colours for none, and that the marks are told apart there.
func TestFewColours(t *testing.T) {
	for _, k := range kinds {
		theme := New(k.dark, k.contrast, k.profile)
		for i, s := range append(theme.style[:], theme.over[:]...) {
			for _, c := range []color.Color{s.GetForeground(), s.GetBackground()} {
				_, basic := c.(ansi.BasicColor)
				if c != none && (k.profile == colorprofile.ASCII || k.profile == colorprofile.ANSI && !basic) {
					t.Errorf("%s: style %d asks for %s", k.name, i, named(c))
				}
			}
		}
		for p, on := range theme.title {
			if theme.style[p].GetForeground() == lipgloss.Black && strings.Contains(on, "[1;") {
				t.Errorf("%s: %s is bold black, which is grey on many terminals", k.name, partNames[p])
			}
		}
		seen := map[string]Part{}
		for _, p := range []Part{Plain, Agree, Detail, Wording, Conflict, Furniture} {
			if q, ok := seen[theme.On(p)]; ok {
				t.Errorf("%s: %s and %s look alike", k.name, partNames[p], partNames[q])
			}
			seen[theme.On(p)] = p
		}
	}
}
