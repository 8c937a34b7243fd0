package export

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadme holds the README's list of export formats, and its options of
// parallax diff, to the table of formats.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## What it writes\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var listed, known []string
	for _, m := range regexp.MustCompile(`(?m)^- \*\*(\w+)\*\*`).FindAllStringSubmatch(section, -1) {
		listed = append(listed, m[1])
	}
	for _, f := range Formats {
		known = append(known, f.Name)
	}
	if got, want := strings.Join(listed, "|"), strings.Join(known, "|"); got != want {
		t.Errorf("the README describes the formats %s, want %s", got, want)
	} else if !strings.Contains(section, "--format "+want+"`") {
		t.Errorf("the README does not have --format %s", want)
	}
}
