package settings

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"parallax/diffview/layout"
	"parallax/ui/keys"
	"parallax/ui/look"
)

func TestSettings(t *testing.T) {
	for _, tt := range []struct {
		text string
		want Settings
	}{
		{"", Settings{}},
		{"# nothing yet\n", Settings{}},
		{"theme: light\n", Settings{Theme: "light"}},
		{"view: unified\nwidths:\n  narrow: 80\n  measure: 66\n", Settings{View: "unified", Narrow: 80, Measure: 66}},
		{"colours:\n  agree: \"#0a5\"\n  conflict: 208\n  light:\n    agree: 4\n", Settings{Colours: &look.Own{
			Dark:  map[string]color.Color{"agree": lipgloss.Color("#0a5"), "conflict": lipgloss.Color("208")},
			Light: map[string]color.Color{"agree": lipgloss.Color("4"), "conflict": lipgloss.Color("208")}}}},
		{"colors: {dark: {dim: '7'}}\n", Settings{Colours: &look.Own{Dark: map[string]color.Color{"dim": lipgloss.Color("7")}, Light: map[string]color.Color{}}}},
		{"keys:\n  next-pair: .\n  swap: [X, ctrl+x]\n  suspend: []\n", Settings{Keys: map[keys.Action][]string{keys.NextPair: {"."}, keys.SwapSides: {"X", "ctrl+x"}, keys.Suspend: {}}}},
		{"keys:\n  next-pair: x\n  swap: ']'\n  page-down: pgdn\n", Settings{Keys: map[keys.Action][]string{keys.NextPair: {"x"}, keys.SwapSides: {"]"}, keys.PageDown: {"pgdown"}}}},
	} {
		got, err := parse("config.yaml", []byte(tt.text))
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: %+v, %v, want %+v", tt.text, got, err, tt.want)
		}
	}
}

// TestSettingsErrors holds that a line that cannot be meant is named, with
// what is allowed there.
func TestSettingsErrors(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"theme: dark\ntheem: light\n", `c.yaml:2: unknown setting "theem"; the settings are theme, view, widths.narrow, widths.measure, judge, judge-key, colours, keys`},
		{"theme: solarized\n", `c.yaml:1: unknown theme "solarized"; want one of: auto, dark, light, high-contrast, high-contrast-dark, high-contrast-light`},
		{"\n\nview: side\n", `c.yaml:3: unknown view "side"; want one of: ` + strings.Join(layout.ViewNames(), ", ")},
		{"view: [matched]\n", `c.yaml:1: unknown view ""; want one of: ` + strings.Join(layout.ViewNames(), ", ")},
		{"widths:\n  narow: 80\n", `c.yaml:2: unknown setting "widths.narow"; the settings are widths.narrow, widths.measure`},
		{"widths:\n  narrow: wide\n", `c.yaml:2: "wide" is not a number from 48 to 1000`},
		{"widths:\n  measure: 5\n", `c.yaml:2: "5" is not a number from 20 to 200`},
		{"widths: 80\n", `c.yaml:1: widths must be lines like “name: value”`},
		{"theme: dark\n\ntheme: light\n", `c.yaml:3: "theme" is set twice; keep one`},
		{"- theme\n", `c.yaml:1: the configuration must be lines like “name: value”`},
		{"just words\n", `c.yaml:1: the configuration must be lines like “name: value”`},
		{"theme: \"dark\n", `c.yaml:2: not valid YAML: found unexpected end of stream`},
		{"a: 1\n\tb: 2\n", `c.yaml:2: not valid YAML: found a tab character that violates indentation`},
		{"colours:\n  agreed: 4\n", `c.yaml:2: unknown colour "agreed"; the colours are agree, perhaps, detail, wording, conflict, added, alone, dim, sign, here, partner and dark, light`},
		{"colours:\n  dark:\n    blue: 4\n", `c.yaml:3: unknown colour "blue"; the colours are agree, `},
		{"colors:\n  agree: blue\n", `c.yaml:2: "blue" is not a colour for agree; want "#rrggbb" in quotation marks, or a number of the terminal’s colours from 0 to 255`},
		{"colours:\n  agree: #0050b0\n", `c.yaml:2: "" is not a colour for agree; want "#rrggbb" in quotation marks`},
		{"colours:\n  agree: \"#0050b\"\n", `c.yaml:2: "#0050b" is not a colour for agree`},
		{"colours:\n  agree: \"#-050b0\"\n", `c.yaml:2: "#-050b0" is not a colour for agree`},
		{"colours:\n  agree: 256\n", `c.yaml:2: "256" is not a colour for agree`},
		{"colours:\n  agree: [4]\n", `c.yaml:2: "" is not a colour for agree`},
		{"colours: {dark: 4}\n", `c.yaml:1: dark must be lines like “name: value”`},
		{"colours: {dark: {dark: {agree: 4}}}\n", `c.yaml:1: unknown colour "dark"`},
		{"colours: blue\n", `c.yaml:1: colours must be lines like “name: value”`},
		{"colours: {agree: 4}\ncolors: {agree: 5}\n", `c.yaml:2: colours and colors are one setting; keep one`},
		{"keys:\n  nextpair: n\n", `c.yaml:2: unknown action "nextpair"; did you mean next-pair? “parallax help config” lists them`},
		{"keys:\n  teleport: n\n", `c.yaml:2: unknown action "teleport"; “parallax help config” lists them`},
		{"keys:\n  view: W\n  next-pair: [., q]\n", `c.yaml:3: the key "q" is bound to both next-pair and quit; give one of them another key`},
		{"keys:\n  next-pair: [n,\n    shift+n]\n", `c.yaml:3: "shift+n" cannot be a key for next-pair: write the shifted letter itself, like G`},
		{"keys:\n  next-pair: ctl+n\n", `c.yaml:2: "ctl+n" cannot be a key for next-pair: a key is one character, or one of space enter tab`},
		{"keys:\n  next-pair: ctrl+c\n", `c.yaml:2: "ctrl+c" cannot be a key for next-pair: it always quits`},
		{"keys:\n  list-down: j\n", `c.yaml:2: "j" cannot be a key for list-down: letters type into lists; use ctrl+ or alt+`},
		{"keys:\n  cancel: []\n", `c.yaml:2: cancel needs a key: lists cannot be closed without it`},
		{"keys:\n  next-pair: {n: 1}\n", `c.yaml:2: "" cannot be a key for next-pair: it is empty`},
		{"keys: &k\n  swap: *k\n", `c.yaml:2: `},
	} {
		_, err := parse("c.yaml", []byte(tt.text))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q:\n %v\nwant\n %s", tt.text, err, tt.want)
		}
	}
}

func TestReadSettings(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "config.yaml")
	if s, err := Read(file); err != nil || !reflect.DeepEqual(s, Settings{}) {
		t.Errorf("without a file there are %+v, %v", s, err)
	}
	if _, err := Read(dir); err == nil {
		t.Error("a folder is read")
	}
	if err := os.WriteFile(file, []byte("theme: darkish"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(file); err == nil || !strings.HasPrefix(err.Error(), file+":1: unknown theme") {
		t.Errorf("of a bad line it says %v", err)
	}
	if _, err := parse("c.yaml", make([]byte, maxSize+1)); err == nil {
		t.Error("a configuration of more than a megabyte is read")
	}
}

// TestSettingsAreDocumented holds that the examples in the help and the README
// set everything, to the defaults but for the keys, that the README names every
// theme and view, and that the help describes all settings and actions.
func TestSettingsAreDocumented(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(string(readme), "```yaml\n")
	shown, _, _ = strings.Cut(shown, "```")
	for name, text := range map[string]string{"the help": example, "the README": shown} {
		s, err := parse("example", []byte(text))
		if err != nil {
			t.Fatalf("the example of %s: %v", name, err)
		}
		for i, v := range []any{s.Theme, s.View, s.Narrow, s.Measure, len(s.Keys)} {
			if reflect.ValueOf(v).IsZero() {
				t.Errorf("the example of %s does not set %s", name, all()[i].name)
			}
		}
		if s.Theme != look.Names()[0] || s.View != layout.ViewNames()[0] || s.Narrow != DefaultNarrow || s.Measure != layout.DefaultMeasure {
			t.Errorf("the example of %s does not show the defaults: %+v", name, s)
		}
		for _, light := range []bool{false, true} {
			if usual := look.Named("auto").Theme(light, colorprofile.TrueColor, nil, nil); s.Colours == nil || !reflect.DeepEqual(look.Named("auto").Theme(light, colorprofile.TrueColor, s.Colours, nil), usual) {
				t.Errorf("the example of %s does not show colours as they are", name)
			}
		}
	}
	for _, names := range [][]string{look.Names(), layout.ViewNames()} {
		if list := "one of: " + strings.Join(names, ", ") + "\n"; !strings.Contains(shown, list) {
			t.Errorf("the README's example lacks %q", list)
		}
	}
	help := Help()
	for _, s := range all() {
		if !strings.Contains(help, "  "+s.name+" ") || !strings.Contains(help, s.takes) {
			t.Errorf("the help does not describe %s", s.name)
		}
	}
	for _, topic := range keys.New().Topics {
		for _, c := range topic.Commands {
			if !strings.Contains(help, fmt.Sprintf("  %s ", c.Action)) {
				t.Errorf("the help does not name %s", c.Action)
			}
		}
	}
}

func FuzzSettings(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte("keys: &a\n  swap: [*a, x]\n"))
	f.Add([]byte("? [a]\n: {b: c}\n"))
	f.Add([]byte("theme: dark\n---\ntheme: light\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := parse("c.yaml", text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "c.yaml:") {
				t.Errorf("%q does not say where", err)
			}
			return
		}
		if err := keys.New().Rebind(s.Keys); err != nil {
			t.Errorf("%q passes and then fails: %v", text, err)
		}
	})
}
