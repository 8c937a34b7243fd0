package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/tools/txtar"

	"parallax/corpus"
	"parallax/corpus/prose"
	"parallax/corpus/story"
)

// folder is the invented folder of testdata/list.txtar, opened.
func folder(t *testing.T) *corpus.Corpus {
	ar, err := txtar.ParseFile("testdata/list.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := make(fstest.MapFS)
	for _, f := range ar.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	c, err := corpus.OpenFS(files, "olderby", corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestList(t *testing.T) {
	c := folder(t)
	for file, format := range map[string]string{"list.txt": "text", "list.tsv": "tsv", "list.json": "json"} {
		var got bytes.Buffer
		if err := List(&got, c, story.Group(c.Articles), format); err != nil {
			t.Fatal(format, err)
		}
		file = filepath.Join("testdata", file)
		if *update {
			if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s reads\n%s\nwant\n%s", file, got.Bytes(), want)
		}
	}
}

// No line of the list for people is wider than it should be, but for a path.
func TestListWidth(t *testing.T) {
	c := folder(t)
	c.Articles[0].Meta.Title.Value = strings.Repeat("天気予報は晴れ", 20)
	c.Articles[1].Meta.Title.Value = strings.Repeat("a bridge is shut ", 20)
	c.Articles[2].Meta.Outlet.Value = strings.Repeat("https://post.example/", 9)
	long := strings.Repeat("folder/", 20) + "a.md"
	c.Articles[3].Path = long
	var got bytes.Buffer
	if err := List(&got, c, story.Group(c.Articles), "text"); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(got.String()) {
		line = strings.TrimRight(line, "\n")
		if ansi.StringWidth(line) > listWidth && strings.TrimSpace(line) != long {
			t.Errorf("%d cells wide: %s", ansi.StringWidth(line), line)
		}
		if line != strings.TrimRight(line, " ") {
			t.Errorf("spaces at the end of %q", line)
		}
	}
}

// Whatever a file says of itself, a row of the TSV stays a row with its columns.
func TestListTSVOfHostileValues(t *testing.T) {
	c := folder(t)
	m := &c.Articles[0].Meta
	m.Title.Value, m.Outlet.Value, m.URL.Value = "a\tb\nc", "d\r\ne", "f\u2028g\vh"
	c.Articles[0].Path = "i\tj"
	var got bytes.Buffer
	if err := List(&got, c, story.Group(c.Articles), "tsv"); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(got.String(), "\n"), "\n")
	if len(lines) != 1+len(c.Articles) {
		t.Errorf("%d lines, want %d", len(lines), 1+len(c.Articles))
	}
	for _, line := range lines {
		if n, want := strings.Count(line, "\t"), strings.Count(lines[0], "\t"); n != want {
			t.Errorf("%d tabs, want %d: %q", n, want, line)
		}
	}
	if want := "i␉j\td e\t"; !strings.Contains(got.String(), want) {
		t.Errorf("no %q in\n%s", want, got.String())
	}
}

// No cell of the TSV is carried out by a spreadsheet, whatever a file says of
// itself, and each value can be had back.
func TestListTSVHasNoFormula(t *testing.T) {
	values := []string{"=1+1", "+1", "-1 degrees", "@SUM(A1)", "＝1", "\t=1", "\r=1", `"=1"`, "'=1", "''-", "plain", "'tis so", `"Six" hurt`, "a=b", "", "-"}
	for _, value := range values {
		c := folder(t)
		a := c.Articles[0]
		a.Path, a.Meta.Title.Value, a.Meta.Outlet.Value, a.Meta.URL.Value, a.Meta.Authors.Value = value, value, value, value, []string{value}
		var got bytes.Buffer
		if err := List(&got, c, story.Group(c.Articles), "tsv"); err != nil {
			t.Fatal(err)
		}
		found := false
		for line := range strings.Lines(got.String()) {
			for k, cell := range strings.Split(strings.TrimRight(line, "\n"), "\t") {
				if bare := strings.Trim(cell, `"`); bare != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(bare)[0]) {
					t.Errorf("%q becomes %q, a formula", value, cell)
				}
				if rest, ok := strings.CutPrefix(cell, "'"); ok && strings.ContainsRune("=+-@＝＋－＠", []rune(strings.TrimLeft(rest, `'"`) + " ")[0]) {
					cell = rest
				}
				found = found || k == 4 && cell == prose.Fold(value)
			}
		}
		if !found {
			t.Errorf("%q cannot be had back from\n%s", value, got.String())
		}
	}
	if got := pathCell("-a.txt"); filepath.Clean(got) != "-a.txt" {
		t.Errorf("the path -a.txt becomes %q", got)
	}
}

// A program that reads the JSON finds the versions and copies by their places.
func TestListJSON(t *testing.T) {
	c := folder(t)
	var out bytes.Buffer
	if err := List(&out, c, story.Group(c.Articles), "json"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema  string
		Stories []struct {
			Articles         []struct{ Path string }
			Versions, Copies [][]int
		}
		Problems []struct{ Path, Reason string }
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != "parallax.list/1" || len(got.Stories) != 2 || len(got.Problems) != 2 {
		t.Fatalf("schema %s, %d stories, %d problems", got.Schema, len(got.Stories), len(got.Problems))
	}
	bridge := got.Stories[0]
	named := func(groups [][]int) string {
		var names []string
		for _, g := range groups {
			for _, i := range g {
				names = append(names, filepath.Base(bridge.Articles[i].Path))
			}
		}
		return strings.Join(names, " ")
	}
	if v := named(bridge.Versions); v != "post-1.md post-2.md" {
		t.Errorf("versions %s", v)
	}
	if v := named(bridge.Copies); v != "wire.md echo.md" {
		t.Errorf("copies %s", v)
	}
}

func TestListErrors(t *testing.T) {
	c := folder(t)
	if err := List(&bytes.Buffer{}, c, nil, "xml"); err == nil || !strings.Contains(err.Error(), "want one of: text, tsv, json") {
		t.Errorf("an unknown format: %v", err)
	}
	for _, f := range listFormats {
		if err := List(failing{}, c, story.Group(c.Articles), f.name); !errors.Is(err, errFull) {
			t.Errorf("%s: %v, want %v", f.name, err, errFull)
		}
	}
	var got bytes.Buffer
	if err := List(&got, &corpus.Corpus{}, nil, "text"); err != nil || got.String() != "no articles\n" {
		t.Errorf("nothing read: %q, %v", got.String(), err)
	}
}
