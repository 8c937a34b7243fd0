package format

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxFrontMatter is the longest front matter read, in bytes. Those of tools
// that clip articles are below 4 KB.
const maxFrontMatter = 64 << 10

// A frontMatter is the block between two --- lines at the top of a file.
type frontMatter struct {
	yaml string
	line int // the line of the file on which yaml begins, from 1
}

var (
	frontMatterKey = regexp.MustCompile(`^(?:#|["']?[\pL_][\pL\pN_ .:-]*["']?\s*:(?:\s|$))`)
	tomlKey        = regexp.MustCompile(`^[A-Za-z0-9_-]+\s*=`)
)

// splitFrontMatter divides a file's text into its front matter and the rest.
// A text that begins with a rule (--- before prose) has none. The error says
// on which line the block that is not closed begins, or that it is TOML.
func splitFrontMatter(text string) (frontMatter, string, error) {
	rest := strings.TrimLeft(text, "\r\n \t")
	start := 1 + strings.Count(text[:len(text)-len(rest)], "\n")
	first, after := cutLine(rest)
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
		line, next := cutLine(body)
		end := strings.TrimRight(line, " \t")
		if end == fence || fence == "---" && end == "..." {
			block := after[:len(after)-len(body)]
			if fence == "+++" {
				return frontMatter{}, text, fmt.Errorf("front matter: line %d: TOML (between +++ lines) is not read; write it as YAML between --- lines", start)
			}
			if len(block) > maxFrontMatter {
				return frontMatter{}, text, fmt.Errorf("front matter: line %d: longer than %d KB", start, maxFrontMatter>>10)
			}
			return frontMatter{block, start + 1}, next, nil
		}
		body = next
	}
	return frontMatter{}, text, fmt.Errorf("front matter: line %d: not closed; end it with a line that is only %s", start, fence)
}

// cutLine returns the first line of text without its end, and what follows.
func cutLine(text string) (line, rest string) {
	line, rest, _ = strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), rest
}

// spellings are the keys under which tools keep each field, the one to trust
// most first: a clipping tool's "created" is the day of the clipping when
// there is a "published" too.
var spellings = []struct {
	name string
	keys string
}{
	{Title, "title headline og:title"},
	{Outlet, "outlet sitename site_name og:site_name publication publisher newspaper source source_name site website media"},
	{Author, "author authors byline by creator dc:creator writer writers article:author"},
	{Published, "published date_published published_at published_on publish_date published_date published_time publication_date date_publish article:published_time pubdate pub_date datepublished date created created_at timestamp"},
	{Updated, "updated modified date_modified updated_at date_updated last_updated modified_time article:modified_time lastmod datemodified"},
	{URL, "url link permalink canonical canonical_url source_url original original_url og:url source web_url"},
	{Language, "language lang og:locale locale"},
}

// fields returns what the block says, in the order of spellings.
func (m frontMatter) fields() ([]Field, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(m.yaml), &doc); err != nil {
		return nil, m.located(err)
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("front matter: line %d: not a list of “key: value” lines", m.line+top.Line-1)
	}
	byKey := make(map[string]*yaml.Node)
	spelled := make(map[string]string)
	for i := 0; i+1 < len(top.Content); i += 2 {
		k := normalKey(top.Content[i].Value)
		if _, twice := byKey[k]; !twice {
			byKey[k], spelled[k] = top.Content[i+1], top.Content[i].Value
		}
	}
	var out []Field
	for _, s := range spellings {
		for key := range strings.FieldsSeq(s.keys) {
			if value := byKey[key]; value != nil {
				for _, v := range fieldValues(s.name, key, value) {
					out = append(out, Field{s.name, v, "front matter: " + spelled[key]})
				}
			}
		}
	}
	return firstAuthors(out), nil
}

// normalKey returns a key as spellings has it: "Site-Name" is "site_name".
func normalKey(k string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(k)))
}

// firstAuthors keeps the authors of one key only: a byline repeats them.
func firstAuthors(fields []Field) []Field {
	from, out := "", fields[:0]
	for _, f := range fields {
		if f.Name == Author {
			if from == "" {
				from = f.From
			}
			if f.From != from {
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// fromZero are the errors in which the YAML library counts lines from 0: those
// of its parser, not those of its scanner.
var fromZero = regexp.MustCompile(`^did not find expected (?:key|node|<|',|'-')`)

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)$`)

// located says a YAML error with the line of the file.
func (m frontMatter) located(err error) error {
	found := yamlLine.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if found == nil {
		return errors.New("front matter: not valid YAML")
	}
	at := m.line
	if n, err := strconv.Atoi(found[1]); err == nil {
		at += n - 1
		if fromZero.MatchString(found[2]) {
			at++
		}
	}
	return fmt.Errorf("front matter: line %d: not valid YAML: %s", at, found[2])
}

// fieldValues returns the values a node gives a field. A "source" is a URL in
// some tools' files and an outlet in others': what it looks like decides.
func fieldValues(name, key string, n *yaml.Node) []string {
	var out []string
	for _, v := range scalars(n, name == URL, 0) {
		switch {
		case name == Author:
			out = append(out, Authors(v)...)
			continue
		case (name == URL) != LooksURL(v) && (name == URL || name == Outlet):
			continue
		}
		out = append(out, v)
	}
	if name != Author && len(out) > 1 {
		out = out[:1]
	}
	return out
}

// maxNesting is how deep a value may hide in lists and mappings, for example
// in authors: [{name: …}].
const maxNesting = 3

// scalars returns the texts in a node. Of a mapping it is the url, when that
// is wanted, or the name.
func scalars(n *yaml.Node, url bool, depth int) []string {
	if depth > maxNesting {
		return nil
	}
	var out []string
	switch n.Kind {
	case yaml.ScalarNode:
		if v := strings.TrimSpace(unlink(n.Value)); v != "" && n.Tag != "!!null" {
			return []string{v}
		}
	case yaml.AliasNode:
		return scalars(n.Alias, url, depth+1)
	case yaml.SequenceNode:
		for _, c := range n.Content[:min(len(n.Content), 100)] {
			out = append(out, scalars(c, url, depth+1)...)
		}
	case yaml.MappingNode:
		want := "name title id label"
		if url {
			want = "url href link"
		}
		for key := range strings.FieldsSeq(want) {
			for i := 0; i+1 < len(n.Content); i += 2 {
				if normalKey(n.Content[i].Value) == key {
					return scalars(n.Content[i+1], url, depth+1)
				}
			}
		}
	}
	return out
}

var (
	wikiLink = regexp.MustCompile(`\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]`)
	byLead   = regexp.MustCompile(`(?i)^by:?\s+`)
	authorOr = regexp.MustCompile(`\s+(?:and|&|et|und)\s+|\s*;\s*|\s*\|\s*`)
	comma    = regexp.MustCompile(`\s*,\s*(?:and\s+)?`)
)

// unlink returns the words of a value that a note-taking tool wrote as a link.
func unlink(v string) string { return wikiLink.ReplaceAllString(v, "$1") }

// Authors returns the names in a byline such as "By Ann Lee, Bo Cho and
// Cy Dee". A comma divides names only where each side has two words at least:
// "Lee, Ann" is one author.
func Authors(byline string) []string {
	var out []string
	byline = byLead.ReplaceAllString(strings.TrimSpace(byline), "")
	for _, part := range authorOr.Split(byline, -1) {
		part = strings.Trim(part, " ,\t\n")
		names := comma.Split(part, -1)
		for _, n := range names {
			if len(strings.Fields(n)) < 2 {
				names = []string{part}
				break
			}
		}
		for _, n := range names {
			if n != "" {
				out = append(out, n)
			}
		}
	}
	return out
}

var bareURL = regexp.MustCompile(`^(?i:https?://\S+|www\.[\pL\pN-]+\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S+)$`)

// LooksURL reports whether a text is the address of a page: it has a scheme,
// or begins as addresses do, or has a path behind a domain. A domain alone is
// an outlet's name.
func LooksURL(s string) bool { return bareURL.MatchString(s) }
