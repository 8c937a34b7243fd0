// Package settings is the configuration of the reader: a YAML file goes in, what
// it chooses comes out, or what is wrong in which line. What the help, the man
// page and the README say of it is made from the same table.
package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"parallax/corpus/lazyregexp"
	"parallax/diffview/judge/ask"
	"parallax/diffview/layout"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/look"
)

// maxSize is the largest configuration that is read, in bytes.
const maxSize = 1 << 20

// DefaultNarrow is the width in cells below which both texts are in one column, if
// nothing else is configured: two panes of less than about 45 cells break every
// few words.
const DefaultNarrow = 100

// leastNarrow is the least that it can be: two panes of ten cells
// with what is next to them.
const leastNarrow = 48

// Settings are the choices of a configuration file. A zero field means the
// default.
type Settings struct {
	Theme   string                   // one of look.Names
	View    string                   // one of layout.ViewNames
	Narrow  int                      // below this width in cells both texts share one column
	Measure int                      // the greatest width of a pane, in cells
	Judge   string                   // who else is asked about each pair, as ask.ParseSpec has it; "none" for nobody
	KeyName string                   // the environment variable with the judge's key
	Colours *look.Own                // nil for those of the theme
	Keys    map[keys.Action][]string // by action: its keys, as Bubble Tea names them; an empty list unbinds it
}

// A setting is a key of the configuration.
type setting struct {
	name  string
	takes string // allowed values
	help  string
	read  func(*reader, *yaml.Node)
}

// all returns the keys of the configuration, those of widths by their
// path. Reading it and its help are made from the table.
func all() []setting {
	return []setting{
		{"theme", "one of: " + strings.Join(look.Names(), ", "), "colour theme; auto asks the terminal for its background", (*reader).theme},
		{"view", "one of: " + strings.Join(layout.ViewNames(), ", "), "initial view; matched, or flow where most sentences have no match, without it", (*reader).view},
		{"widths.narrow", fmt.Sprintf("a number from %d to 1000", leastNarrow), "below this terminal width both texts share one column; default " + strconv.Itoa(DefaultNarrow),
			func(r *reader, n *yaml.Node) { r.s.Narrow = r.number(n, leastNarrow, 1000) }},
		{"widths.measure", "a number from 20 to 200", "maximum pane width in columns; default " + strconv.Itoa(layout.DefaultMeasure),
			func(r *reader, n *yaml.Node) { r.s.Measure = r.number(n, 20, 200) }},
		{"judge", ask.SpecHelp, "who else is asked about each pair, as with --judge", (*reader).judge},
		{"judge-key", "the name of a variable", "environment variable with the judge’s key; default " + ask.DefaultKey, (*reader).judgeKey},
		{"colours", "a colour for each name, also below dark: or light:", "your own colours, for all themes or only dark or light ones; also colors", (*reader).colours},
		{"keys", "a key or a list of keys for each action", "rebind any action; [] unbinds it", (*reader).keys},
	}
}

// Read reads the configuration, a YAML file. A missing file counts as an
// empty one. The error for an invalid line names the file, the line and the
// allowed values.
func Read(path string) (Settings, error) {
	text, err := readStart(path)
	switch p, ok := errors.AsType[*fs.PathError](err); {
	case errors.Is(err, fs.ErrNotExist):
		return Settings{}, nil
	case ok:
		return Settings{}, fmt.Errorf("%s: the configuration cannot be read: %w", path, p.Err)
	case err != nil:
		return Settings{}, err
	}
	return parse(path, text)
}

// readStart reads a file as far as a configuration can go, and a byte further.
func readStart(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxSize+1))
}

// parse reads the text of a configuration; path is for its errors.
func parse(path string, text []byte) (Settings, error) {
	if len(text) > maxSize {
		return Settings{}, fmt.Errorf("%s: too large for a configuration: more than %d bytes", path, maxSize)
	}
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		return Settings{}, syntaxError(path, err)
	}
	if document.Kind == 0 || document.Content[0].ShortTag() == "!!null" {
		return Settings{}, nil
	}
	r := reader{path: path, known: make(map[string]setting)}
	for _, s := range all() {
		r.known[s.name] = s
	}
	r.known["colors"] = r.known["colours"]
	r.group("", document.Content[0])
	return r.s, r.err
}

// yamlError finds the line that an error of the YAML library names.
var yamlError = lazyregexp.New(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxError says where a file is not valid YAML.
func syntaxError(path string, err error) error {
	said := strings.Join(strings.Fields(err.Error()), " ")
	if m := yamlError.FindStringSubmatch(said); m != nil {
		if said = m[2]; m[1] != "" {
			path += ":" + m[1]
		}
	}
	return fmt.Errorf("%s: not valid YAML: %s", path, said)
}

// A reader reads one configuration and keeps the first thing that is
// wrong with it.
type reader struct {
	path  string
	known map[string]setting
	s     Settings
	err   error
}

// wrong notes what is wrong at a node.
func (r *reader) wrong(n *yaml.Node, format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s:%d: %s", r.path, n.Line, fmt.Sprintf(format, args...))
	}
}

// group reads a mapping of settings whose names begin with prefix.
func (r *reader) group(prefix string, n *yaml.Node) {
	r.each(n, strings.Trim(prefix, "."), func(key, value *yaml.Node) {
		name := prefix + key.Value
		if s, ok := r.known[name]; ok {
			s.read(r, value)
		} else if len(r.names(name+".")) > 0 {
			r.group(name+".", value)
		} else {
			r.wrong(key, "unknown setting %q; the settings are %s", name, strings.Join(r.names(prefix), ", "))
		}
	})
}

// names returns the settings of a prefix, in order.
func (r *reader) names(prefix string) (names []string) {
	for _, s := range all() {
		if strings.HasPrefix(s.name, prefix) {
			names = append(names, s.name)
		}
	}
	return names
}

// each walks through a mapping; it is an error if n is not one or repeats a key.
func (r *reader) each(n *yaml.Node, name string, do func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		if name == "" {
			name = "the configuration"
		}
		r.wrong(n, "%s must be lines like “name: value”", name)
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(n.Content) && r.err == nil; i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			r.wrong(key, "%q is set twice; keep one", key.Value)
			return
		}
		seen[key.Value] = true
		do(key, n.Content[i+1])
	}
}

func (r *reader) theme(n *yaml.Node) { r.s.Theme = r.one(n, "theme", look.Names()) }

func (r *reader) view(n *yaml.Node) { r.s.View = r.one(n, "view", layout.ViewNames()) }

// judge reads who is asked: not whether it can be reached.
func (r *reader) judge(n *yaml.Node) {
	if r.s.Judge = n.Value; n.Kind != yaml.ScalarNode {
		r.wrong(n, "a judge is one line of text; put it in quotation marks: \"command: PROGRAM ARGS\"")
	} else if _, err := ask.ParseSpec(n.Value); err != nil && n.Value != "none" {
		r.wrong(n, "%v", err)
	}
}

// variable matches the name of an environment variable. What looks like a key is
// none: keys have small letters and dashes.
var variable = lazyregexp.New(`^[A-Z_][A-Z0-9_]*$`)

func (r *reader) judgeKey(n *yaml.Node) {
	if r.s.KeyName = n.Value; n.Kind != yaml.ScalarNode || !variable.MatchString(n.Value) {
		r.wrong(n, "judge-key is the name of an environment variable in capital letters, not the key itself")
	}
}

// one reads a name that is one of some.
func (r *reader) one(n *yaml.Node, what string, names []string) string {
	if n.Kind != yaml.ScalarNode || !slices.Contains(names, n.Value) {
		r.wrong(n, "unknown %s %q; want one of: %s", what, n.Value, strings.Join(names, ", "))
	}
	return n.Value
}

// number reads a whole number.
func (r *reader) number(n *yaml.Node, least, most int) int {
	v, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || v < least || v > most {
		r.wrong(n, "%q is not a number from %d to %d", n.Value, least, most)
	}
	return v
}

// keys reads the keys of actions: for each one key or a list.
func (r *reader) keys(n *yaml.Node) {
	usual := keys.New()
	given := make(map[keys.Action]*yaml.Node)
	r.s.Keys = make(map[keys.Action][]string)
	r.each(n, "keys", func(name, value *yaml.Node) {
		do := keys.Action(name.Value)
		if usual.Command(do) == nil {
			like := cell.Nearest(name.Value, actionNames(usual))
			if like != "" {
				like = " did you mean " + like + "?"
			}
			r.wrong(name, "unknown action %q;%s “parallax help config” lists them", do, like)
			return
		}
		given[do] = name
		list := []*yaml.Node{value}
		if value.Kind == yaml.SequenceNode {
			list = value.Content
		}
		own := []string{}
		for _, k := range list {
			if why := keys.Unusable(k.Value); k.Kind != yaml.ScalarNode || why != "" {
				r.wrong(k, "%q cannot be a key for %s: %s", k.Value, do, why)
				return
			}
			if where := usual.Command(do).Where; where&keys.OnPage == 0 && where&(keys.InList|keys.InForm) != 0 && utf8.RuneCountInString(k.Value) == 1 {
				r.wrong(k, "%q cannot be a key for %s: letters type into lists; use ctrl+ or alt+", k.Value, do)
				return
			}
			own = append(own, keys.Name(k.Value))
		}
		if len(own) == 0 && usual.Command(do).Where&keys.InList != 0 && (do == keys.Cancel || do == keys.Accept) {
			r.wrong(name, "%s needs a key: lists cannot be closed without it", do)
		}
		r.s.Keys[do] = own
	})
	if r.err != nil {
		return
	}
	var twice *keys.Collision
	if err := usual.Rebind(r.s.Keys); errors.As(err, &twice) {
		at := given[twice.Second]
		if at == nil {
			at = given[twice.First]
		}
		r.wrong(at, "%v; give one of them another key", err)
	} else if err != nil {
		r.wrong(n, "%v", err)
	}
}

// actionNames returns the names of all actions.
func actionNames(k *keys.Map) (names []string) {
	for _, t := range k.Topics {
		for i := range t.Commands {
			names = append(names, string(t.Commands[i].Action))
		}
	}
	return names
}

// Rows returns the settings, a row each: its name, and what it does with
// the values it takes.
func Rows() (rows [][2]string) {
	for _, s := range all() {
		rows = append(rows, [2]string{s.name, s.help + ". Takes " + s.takes + "."})
	}
	for _, row := range look.OwnHelp() {
		rows = append(rows, [2]string{"colours." + row[0], row[1]})
	}
	return rows
}

// Example returns a configuration with every setting.
func Example() string {
	return strings.TrimPrefix(strings.ReplaceAll("\n"+example, "\n    ", "\n"), "\n")
}

// Help describes everything a configuration can contain, as plain text.
func Help() string {
	var b strings.Builder
	b.WriteString(`The reader is configured in $XDG_CONFIG_HOME/parallax/config.yaml, or
~/.config/parallax/config.yaml if XDG_CONFIG_HOME is not set. Every line is
optional. This example has the default theme, widths and colours, a view, and two
keys rebound:

`)
	b.WriteString(example)
	b.WriteString("\nThe settings:\n\n")
	for _, s := range all() {
		fmt.Fprintf(&b, "  %-15s %s\n  %-15s %s\n", s.name, s.help, "", s.takes)
	}
	b.WriteString("\nThe colours, with what they are for. Each is " + strings.Replace(look.ColourHelp, "or a", "or\na", 1) + ":\n\n")
	for _, row := range look.OwnHelp() {
		fmt.Fprintf(&b, "  %-24s %s\n", row[0], row[1])
	}
	b.WriteString("\nAn invalid line is an error; the message names the line and the allowed values.\nThe flags --theme, --view and --judge override the configuration.\n\nThe actions, with their keys:\n\n")
	for _, t := range keys.New().Topics {
		for i := range t.Commands {
			c := &t.Commands[i]
			fmt.Fprintf(&b, "  %-24s %s\n", c.Action, strings.Join(c.Keys, " "))
		}
	}
	return b.String()
}

// example is a configuration with every setting, at its default but for
// the keys. The README has it too, and a test reads both.
const example = `    theme: auto
    view: matched
    widths:
      narrow: 100
      measure: 90
    judge: none
    judge-key: OPENAI_API_KEY
    colours:
      dark: {agree: "#86b8ff", wording: "#ffb35c"}
      light: {agree: "#00499e"}
    keys:
      next-pair: [., right]
      swap: X
`
