package format

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestReadme holds the table of formats in the README against that of the
// program: every extension is in both.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## What it reads\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var said []string
	for line := range strings.Lines(section) {
		if cells := strings.Split(line, "|"); len(cells) == 5 {
			said = append(said, regexp.MustCompile(`\.[a-z0-9]+`).FindAllString(cells[2], -1)...)
		}
	}
	var read []string
	for _, f := range formats {
		read = append(read, f.Extensions...)
	}
	for _, e := range said {
		if !slices.Contains(read, e) {
			t.Errorf("the README has %s, which is not read", e)
		}
	}
	for _, e := range read {
		if !slices.Contains(said, e) {
			t.Errorf("the README lacks %s", e)
		}
	}
}
