package ui

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// grounds are backgrounds that terminals have: the looks must be read on each.
var grounds = map[bool][]color.RGBA{
	true:  {{0x1e, 0x1e, 0x2e, 255}, {0, 0, 0, 255}, {0x28, 0x2c, 0x34, 255}},
	false: {{255, 255, 255, 255}, {0xfa, 0xf8, 0xf5, 255}},
}

// ownText is the colour that a terminal gives to text without one.
var ownText = map[bool]color.RGBA{true: {0xcd, 0xd6, 0xf4, 255}, false: {0x22, 0x22, 0x22, 255}}

// TestContrast holds the contrast of all text by WCAG 2.2: at least 4.5 to one,
// and 7 in high contrast, on the ground of the terminal as on those of the
// sentences that are read, in true colour and in the nearest of 256.
func TestContrast(t *testing.T) {
	for i := range 8 {
		dark, contrast, few := i&1 == 0, i&2 == 0, i&4 == 0
		profile, least := colorprofile.TrueColor, 4.5
		if few {
			profile = colorprofile.ANSI256
		}
		if contrast {
			least = 7
		}
		theme := newTheme(dark, contrast, profile)
		for p := range parts {
			for _, on := range append(glowGrounds(theme), "") {
				for _, ground := range grounds[dark] {
					text, behind := colours(on+theme.on[p], ownText[dark], ground, few)
					if got := contrastOf(text, behind); got < least {
						t.Errorf("dark %v, high contrast %v, 256 colours %v: part %d on %q has %.2f to one", dark, contrast, few, p, on, got)
					}
				}
			}
		}
	}
}

// TestColourBlind holds that the marks are told apart by who does not see red
// or does not see green: by lightness or by an attribute.
func TestColourBlind(t *testing.T) {
	for i := range 8 {
		theme := newTheme(i&1 == 0, i&2 == 0, colorprofile.TrueColor)
		for _, p := range []part{agree, wording, conflict} {
			for _, q := range []part{detail, agree, wording} {
				a, b := theme.on[p], theme.on[q]
				if p == q || attributes(a) != attributes(b) {
					continue
				}
				ground := grounds[theme.dark][0]
				c, _ := colours(a, ownText[theme.dark], ground, false)
				d, _ := colours(b, ownText[theme.dark], ground, false)
				if blue(c) == blue(d) && contrastOf(c, d) < 1.5 {
					t.Errorf("dark %v, high contrast %v: parts %d and %d look alike without red and green", theme.dark, theme.contrast, p, q)
				}
			}
		}
	}
}

// blue reports whether a colour is bluish, which every common kind of colour
// blindness sees.
func blue(c color.RGBA) bool { return int(c.B) > int(c.R)+40 }

// attributes returns what a look has beside its colours.
func attributes(on string) string {
	var all []string
	for n := params(on); len(n) > 0; n = n[1:] {
		if n[0] == 38 || n[0] == 48 {
			n = n[4:]
			all = append(all, "")
			continue
		}
		all = append(all, strconv.Itoa(n[0]))
	}
	return strings.Join(all, ";")
}

func params(on string) (numbers []int) {
	for _, sequence := range strings.Split(on, "\x1b[") {
		for _, n := range strings.Split(strings.TrimSuffix(sequence, "m"), ";") {
			n, _, _ = strings.Cut(n, ":")
			if v, err := strconv.Atoi(n); err == nil {
				numbers = append(numbers, v)
			}
		}
	}
	return numbers
}

// colours returns the colours of a look's text and of what is behind it, few
// being the nearest of 256.
func colours(on string, text, ground color.RGBA, few bool) (color.RGBA, color.RGBA) {
	for n := params(on); len(n) > 0; n = n[1:] {
		switch {
		case n[0] == 7:
			text, ground = ground, text
		case (n[0] == 38 || n[0] == 48) && len(n) > 4 && n[1] == 2:
			c := color.RGBA{uint8(n[2]), uint8(n[3]), uint8(n[4]), 255}
			if few {
				r, g, b, _ := colorprofile.ANSI256.Convert(c).RGBA()
				c = color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
			}
			if n[0] == 38 {
				text = c
			} else {
				ground = c
			}
			n = n[4:]
		}
	}
	return text, ground
}

func glowGrounds(t *theme) []string { return []string{t.glow[partner], t.glow[here]} }

// contrastOf is the contrast ratio of WCAG 2.2.
func contrastOf(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(c color.RGBA) float64 {
	of := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= .04045 {
			return s / 12.92
		}
		return math.Pow((s+.055)/1.055, 2.4)
	}
	return .2126*of(c.R) + .7152*of(c.G) + .0722*of(c.B)
}

// TestFewColours holds that a terminal of 16 colours is asked for no other,
// and that the marks are told apart there without them.
func TestFewColours(t *testing.T) {
	for i := range 4 {
		theme := newTheme(i&1 == 0, i&2 == 0, colorprofile.ANSI)
		for p, on := range append(append(theme.on[:], theme.title[:]...), theme.glow[:]...) {
			for _, n := range params(on) {
				if n == 38 || n == 48 {
					t.Errorf("part %d asks for %q", p, on)
				}
				if n == 30 && slices.Contains(params(on), 1) {
					t.Errorf("part %d asks for %q, and bold black is grey on many terminals", p, on)
				}
			}
		}
	}
}

// TestThemes goes through all themes with the key and chooses each by name.
func TestThemes(t *testing.T) {
	d := open(t, 120, 24, Options{})
	var seen []string
	for range 5 {
		d.press("t")
		seen = append(seen, fmt.Sprintf("%s %v %v", themes[d.m.themed].name, d.m.theme.dark, d.m.theme.contrast))
	}
	want := "dark true false, light false false, high-contrast-dark true true, high-contrast-light false true, auto true false"
	if got := strings.Join(seen, ", "); got != want {
		t.Errorf("t goes through %s\nwant %s", got, want)
	}
	white := tea.BackgroundColorMsg{Color: color.White}
	for name, dark := range map[string]bool{"auto": false, "high-contrast": false, "dark": true, "light": false, "high-contrast-dark": true} {
		d := open(t, 120, 24, Options{Settings: Settings{Theme: name}})
		d.send(white)
		if d.m.theme.dark != dark || d.m.theme.contrast != strings.HasPrefix(name, "high") {
			t.Errorf("on white, %s is dark %v and of high contrast %v", name, d.m.theme.dark, d.m.theme.contrast)
		}
	}
}
