package text

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"parallax/corpus/lazyregexp"
)

// topKey is a key at the left margin of front matter, and what follows it.
var topKey = lazyregexp.New(`^["']?([\pL_][\pL\pN_ .:-]{0,60}?)["']?[ \t]*:(?:[ \t]+(\S.*?))?[ \t]*$`)

// maxPlainValue is the longest line, in bytes, that is taken for a key and a text.
const maxPlainValue = 2000

// mended reads front matter that is not valid YAML key by key. The error names
// the first line that was lost. Of what people write without the quotation marks
// that YAML wants, the value is the text as it stands:
//
//	title: Halden: dam breaks
//	title: 'Halden's dam breaks'
//	title: "Dam" breaks in Halden
//	author: @annlund
func (m frontMatter) mended() (top *yaml.Node, err error) {
	top = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	at := m.line
	for _, entry := range m.entries() {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(entry), &doc); err == nil && len(doc.Content) > 0 && doc.Content[0].Kind == yaml.MappingNode {
			top.Content = append(top.Content, doc.Content[0].Content...)
			at += strings.Count(entry, "\n")
			continue
		}
		for line := range strings.Lines(entry) {
			line = strings.TrimSpace(line)
			if g := topKey.FindStringSubmatch(line); g != nil && len(line) <= maxPlainValue && isClosed(g[2]) {
				top.Content = append(top.Content, scalar(g[1]), scalar(unquoted(g[2])))
			} else if line != "" && !strings.HasPrefix(line, "#") && err == nil {
				err = fmt.Errorf("front matter: line %d: not a key and a value; the line was skipped", at)
			}
			at++
		}
	}
	return top, err
}

// entries divides the block into keys, each with the lines that are indented
// below it or begin with a dash. YAML allows no tabs there; editors write them.
func (m frontMatter) entries() []string {
	var out []string
	for line := range strings.Lines(m.yaml) {
		text := strings.TrimLeft(line, " \t")
		if indent := line[:len(line)-len(text)]; len(out) > 0 && (indent != "" || strings.HasPrefix(text, "- ") || strings.TrimSpace(text) == "") {
			out[len(out)-1] += strings.ReplaceAll(indent, "\t", "  ") + text
			continue
		}
		out = append(out, line)
	}
	return out
}

// isClosed reports whether a value that begins with a bracket has the other.
func isClosed(v string) bool {
	return !strings.HasPrefix(v, "[") && !strings.HasPrefix(v, "{") || strings.ContainsAny(v, "]}")
}

func scalar(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
}

// unquoted returns a value without the quotation marks around all of it, or the
// one before it that is not closed.
func unquoted(v string) string {
	for _, mark := range []string{`"`, `'`} {
		if strings.HasPrefix(v, mark) && strings.Count(v, mark) == 1 {
			return v[1:]
		}
	}
	if n := len(v); n > 1 && v[0] == v[n-1] && (v[0] == '"' || v[0] == '\'') {
		return v[1 : n-1]
	}
	return v
}
