package main

import (
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPackages holds the README's table of packages: it has every package once,
// below all that the package imports, so data can only flow one way.
func TestPackages(t *testing.T) {
	place := packageTable(t)
	exists := map[string]bool{"main.go": true}
	err := filepath.WalkDir(".", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || dir == "." {
			return err
		}
		if d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		p, err := build.ImportDir(dir, 0)
		if err != nil || len(p.GoFiles) == 0 {
			return nil // a folder of packages, or of tests alone
		}
		name := filepath.ToSlash(dir)
		exists[name] = true
		if place[name] == 0 {
			t.Errorf("the README's table of packages lacks %s", name)
			return nil
		}
		for _, imported := range p.Imports {
			if other, ours := strings.CutPrefix(imported, "parallax/"); ours && place[other] > place[name] {
				t.Errorf("%s imports %s, which is below it in the README's table of packages", name, other)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range place {
		if !exists[name] {
			t.Errorf("the README's table of packages has %s, which does not exist", name)
		}
	}
}

// packageTable returns the place of each package in the README's table, 1 for
// the first.
func packageTable(t *testing.T) map[string]int {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "\n| package | contents |\n")
	quoted := regexp.MustCompile("`([^`]+)`")
	place := map[string]int{}
	for row := range strings.Lines(table) {
		if !strings.HasPrefix(row, "|") {
			break
		}
		names, _, _ := strings.Cut(row[1:], "|")
		for _, name := range quoted.FindAllStringSubmatch(names, -1) {
			if place[name[1]] > 0 {
				t.Errorf("the README's table of packages has %s twice", name[1])
			}
			place[name[1]] = len(place) + 1
		}
	}
	return place
}
