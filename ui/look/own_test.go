package look

import (
	"image/color"
	"reflect"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// TestOwn holds that each colour of one's own changes something in every theme
// for its background that has colours, only there, and nothing it is not for.
func TestOwn(t *testing.T) {
	for _, o := range owners {
		c := lipgloss.Color("#123456")
		own := &Own{Dark: map[string]color.Color{o.name: c}}
		for _, k := range kinds {
			usual, got := New(k.dark, k.contrast, k.profile), newTheme(k.dark, k.contrast, k.profile, own)
			changed := !reflect.DeepEqual(usual, got)
			if want := k.dark && k.profile > colorprofile.ASCII; changed != want {
				t.Errorf("%s: %s of one's own changes something: %v, want %v", k.name, o.name, changed, want)
			}
			for p := range got.style {
				s := got.style[p]
				if !reflect.DeepEqual(s, usual.style[p]) && s.GetForeground() != c && s.GetBackground() != c {
					t.Errorf("%s: %s changes %s into %s", k.name, o.name, partNames[p], words(s))
				}
			}
			if (o.name == "agree") != (got.style[Agree].GetForeground() == c) && changed {
				t.Errorf("%s: words that both say are %s by %s", k.name, words(got.style[Agree]), o.name)
			}
		}
	}
}

// TestInk holds that words on a ground of one's own can be read: black or white
// has at least 4.5 to one on any.
func TestInk(t *testing.T) {
	for n := range 256 {
		for _, ground := range []color.Color{lipgloss.Color("#ffa640"), color.RGBA{uint8(n), uint8(n * 7), uint8(n * 31), 255}, color.RGBA{uint8(n), uint8(n), uint8(n), 255}} {
			if got := ratio(inkOn(ground), ground); got < 4.5 {
				t.Errorf("%s on %s has %.2f to one", named(inkOn(ground)), named(ground), got)
			}
		}
	}
}
