package text

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/record"
	"parallax/corpus/lazyregexp"
)

// maxFrontMatter is the longest front matter read, in bytes. Those of tools
// that clip articles are below 4 KB.
const maxFrontMatter = 64 << 10

// A frontMatter is the block between two --- lines at the top of a file, or
// between two +++ lines as Hugo has it.
type frontMatter struct {
	yaml string
	line int // the line of the file on which yaml begins, from 1
}

var (
	frontMatterKey = lazyregexp.New(`^(?:#|["']?[\pL_][\pL\pN_ .:-]*["']?\s*:(?:\s|$))`)
	tomlKey        = lazyregexp.New(`^[A-Za-z0-9_-]+\s*=`)
	tomlTable      = lazyregexp.New(`^\s*\[\[?[A-Za-z0-9_. -]+\]`)
)

// splitFrontMatter divides a file's text into its front matter and the rest.
// A text that begins with a rule (--- before prose) has none. The error says
// on which line the block that is not closed begins.
func splitFrontMatter(text string) (frontMatter, string, error) {
	rest := strings.TrimLeft(text, "\r\n \t")
	start := 1 + strings.Count(text[:len(text)-len(rest)], "\n")
	first, after := raw.CutLine(rest)
	fence := strings.TrimRight(first, " \t")
	if fence != "---" && fence != "+++" {
		return frontMatter{}, text, nil
	}
	key := frontMatterKey
	if fence == "+++" {
		key = tomlKey
	}
	if !key.MatchString(strings.TrimLeft(after, "\r\n")) {
		return frontMatter{}, text, nil
	}
	for body := after; body != ""; {
		line, next := raw.CutLine(body)
		end := strings.TrimRight(line, " \t")
		if end == fence || fence == "---" && end == "..." {
			block := after[:len(after)-len(body)]
			if len(block) > maxFrontMatter {
				return frontMatter{}, text, fmt.Errorf("front matter: line %d: longer than %d KB", start, maxFrontMatter>>10)
			}
			if fence == "+++" {
				block = fromTOML(block)
			}
			return frontMatter{block, start + 1}, next, nil
		}
		body = next
	}
	return frontMatter{}, text, fmt.Errorf("front matter: line %d: not closed; end it with a line that is only %s", start, fence)
}

// fromTOML writes the keys, texts, dates and lists of TOML, a line each, as YAML;
// their values are written alike in both. What is in tables, which come last, is
// for the site that the article was written for.
func fromTOML(block string) string {
	var b strings.Builder
	for line := range strings.Lines(block) {
		key := tomlKey.FindString(line)
		switch {
		case key != "":
			b.WriteString(strings.TrimRight(key, "= \t") + ": " + strings.TrimSpace(line[len(key):]) + "\n")
		case tomlTable.MatchString(line):
			return b.String()
		default:
			b.WriteString(line)
		}
	}
	return b.String()
}

// fields returns what the block says, in the order of spellings. A line that is
// not valid YAML costs only itself: it is the error beside them, unless it is
// plain that it is a key and a text.
func (m frontMatter) fields() ([]raw.Field, error) {
	var doc yaml.Node
	if yaml.Unmarshal([]byte(m.yaml), &doc) != nil {
		top, err := m.mended()
		return record.FieldsOf(yamlValue{top}, "front matter"), err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("front matter: line %d: not a list of “key: value” lines", m.line+top.Line-1)
	}
	return record.FieldsOf(yamlValue{top}, "front matter"), nil
}

// A yamlValue is a value of front matter.
type yamlValue struct{ node *yaml.Node }

// real returns the node itself or what it is an alias of; nil when aliases
// lead on and on.
func (v yamlValue) real() *yaml.Node {
	n := v.node
	for i := 0; n.Kind == yaml.AliasNode; i++ {
		if n = n.Alias; i == record.MaxNesting || n == nil {
			return nil
		}
	}
	return n
}

func (v yamlValue) Text() string {
	if n := v.real(); n != nil && n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		return strings.TrimSpace(n.Value)
	}
	return ""
}

func (v yamlValue) List() []record.Datum {
	n := v.real()
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	var out []record.Datum
	for _, c := range n.Content {
		out = append(out, yamlValue{c})
	}
	return out
}

func (v yamlValue) In(key string) (record.Datum, string) {
	n := v.real()
	if n == nil || n.Kind != yaml.MappingNode {
		return nil, ""
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if as := n.Content[i].Value; record.IsKey(as, key) {
			return yamlValue{n.Content[i+1]}, as
		}
	}
	return nil, ""
}
