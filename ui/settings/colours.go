package settings

import (
	"image/color"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"parallax/ui/look"
)

// colours reads the colours of one's own: by the name of what they are for, for
// all themes, or below dark and light for themes of one kind. Those come before.
func (r *reader) colours(n *yaml.Node) {
	if r.s.Colours != nil {
		r.wrong(n, "colours and colors are one setting; keep one")
	}
	all, kinds := make(map[string]color.Color), map[string]map[string]color.Color{"dark": {}, "light": {}}
	r.each(n, "colours", func(name, value *yaml.Node) {
		kind, ok := kinds[name.Value]
		if !ok {
			r.colour(all, name, value, " and dark, light")
			return
		}
		r.each(value, name.Value, func(name, value *yaml.Node) { r.colour(kind, name, value, "") })
	})
	for _, kind := range kinds {
		for name, c := range all {
			if _, ok := kind[name]; !ok {
				kind[name] = c
			}
		}
	}
	r.s.Colours = &look.Own{Dark: kinds["dark"], Light: kinds["light"]}
}

// colour reads the colour of a name; besides is what is allowed there as well.
func (r *reader) colour(into map[string]color.Color, name, value *yaml.Node, besides string) {
	if !slices.Contains(look.OwnNames(), name.Value) {
		r.wrong(name, "unknown colour %q; the colours are %s", name.Value, strings.Join(look.OwnNames(), ", ")+besides)
		return
	}
	c, ok := look.Colour(value.Value)
	if !ok || value.Kind != yaml.ScalarNode {
		r.wrong(value, "%q is not a colour for %s; want %s", value.Value, name.Value, look.ColourHelp)
		return
	}
	into[name.Value] = c
}
