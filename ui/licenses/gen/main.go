// Command gen writes licenses.txt: the licences of every module that the program is
// linked with on any system it is built for, as they are in the module cache.
package main

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// systems are those that link modules of their own.
var systems = []string{"linux", "darwin", "windows"}

func main() {
	output := flag.String("o", "", "file to write instead of standard output")
	flag.Parse()
	text, err := all()
	if err == nil && *output != "" {
		err = os.WriteFile(*output, text, 0o644)
	} else if err == nil {
		_, err = os.Stdout.Write(text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// A part is something that is in the program, and the folder with its licences.
type part struct{ name, folder string }

// all returns the licences, each once, in the order of the parts they are for.
func all() ([]byte, error) {
	parts, err := modules()
	if err != nil {
		return nil, err
	}
	var texts []string
	names := make(map[string][]string) // by the text of their licence
	for _, p := range parts {
		text, err := licence(p)
		if err != nil {
			return nil, err
		}
		if names[text] == nil {
			texts = append(texts, text)
		}
		names[text] = append(names[text], p.name)
	}
	var b bytes.Buffer
	for i, text := range texts {
		if i > 0 {
			b.WriteString("\n\n")
		}
		for _, name := range names[text] {
			b.WriteString("== " + name + "\n")
		}
		b.WriteString("\n" + text + "\n")
	}
	return b.Bytes(), nil
}

// modules returns the program itself, the lexicon's tables, Go, and the modules
// by name.
func modules() ([]part, error) {
	seen := make(map[part]bool)
	for _, system := range systems {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "parallax")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		list.Stderr = os.Stderr
		out, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("go list for %s: %w", system, err)
		}
		for _, line := range strings.Split(string(out), "\n") {
			if name, folder, ok := strings.Cut(line, "\t"); ok {
				seen[part{name, folder}] = true
			}
		}
	}
	var linked []part
	var library string
	for p := range seen {
		if strings.HasPrefix(p.name, "golang.org/x/sys ") {
			library = p.folder // of the same authors; systems that package Go leave its own out
		}
		linked = append(linked, p)
	}
	slices.SortFunc(linked, func(a, b part) int { return cmp.Compare(a.name, b.name) })
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	root := strings.TrimSpace(string(out))
	return append([]part{
		{"parallax", root},
		{"WordNet and GloVe, of which the tables of the lexicon are made", filepath.Join(root, "diffview/lexicon")},
		{"the Go library", library},
	}, linked...), err
}

// legal are the files that say what one may do, as their authors name them.
var legal = regexp.MustCompile(`(?i)^([a-z]+-)?licen[cs]e(-[a-z0-9.]+)?(\.txt|\.md|\.html)?$|^(copying|notice|patents)(\.txt|\.md)?$`)

// licence returns the text of all licences in a part's folder.
func licence(p part) (string, error) {
	files, err := os.ReadDir(p.folder)
	if err != nil {
		return "", err
	}
	var all []string
	for _, f := range files {
		if !f.Type().IsRegular() || !legal.MatchString(f.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(p.folder, f.Name()))
		if err != nil {
			return "", err
		}
		text := strings.ReplaceAll(string(data), "\r\n", "\n")
		if strings.HasSuffix(f.Name(), ".html") {
			text = tags.ReplaceAllString(text, "")
		}
		all = append(all, strings.TrimSpace(spaces.ReplaceAllString(text, "\n")))
	}
	if len(all) == 0 {
		return "", errors.New(p.name + " has no licence in " + p.folder)
	}
	return strings.Join(all, "\n\n"), nil
}

var (
	tags   = regexp.MustCompile(`(?s)<!--.*?-->|<[^>]*>`)
	spaces = regexp.MustCompile(`[ \t]+\n`)
)
