package look

import "github.com/charmbracelet/colorprofile"

// A Choice is a theme as people choose it, by its name.
type Choice struct {
	Name           string
	dark, light    bool // the background it is for; neither asks the terminal
	contrast, skip bool // skip: Next passes it, since it looks like another
}

// choices are in the order that Next goes through; the first is the default.
var choices = []Choice{
	{Name: "auto"},
	{Name: "dark", dark: true},
	{Name: "light", light: true},
	{Name: "high-contrast", contrast: true, skip: true},
	{Name: "high-contrast-dark", dark: true, contrast: true},
	{Name: "high-contrast-light", light: true, contrast: true},
}

// Names returns the names of the choices.
func Names() (names []string) {
	for _, c := range choices {
		names = append(names, c.Name)
	}
	return names
}

// Named returns the choice with this name, or the default.
func Named(name string) Choice {
	for _, c := range choices {
		if c.Name == name {
			return c
		}
	}
	return choices[0]
}

// Next returns the choice after one, around the end.
func (c Choice) Next() Choice {
	for i := range choices {
		if choices[i].Name != c.Name {
			continue
		}
		for {
			i = (i + 1) % len(choices)
			if !choices[i].skip {
				return choices[i]
			}
		}
	}
	return choices[0]
}

// Theme returns the theme of a choice for a terminal, with the colours that someone
// chose, nil for none; was is the one there is, and is returned where it is the
// same.
func (c Choice) Theme(onLight bool, p colorprofile.Profile, own *Own, was *Theme) *Theme {
	dark := c.dark || !c.light && !onLight
	if was != nil && was.Dark == dark && was.Contrast == c.contrast && was.Profile == p {
		return was
	}
	return newTheme(dark, c.contrast, p, own)
}
