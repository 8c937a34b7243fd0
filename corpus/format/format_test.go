package format

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// TestFiles reads each file of testdata/*.txtar named in.EXT and compares what
// it gives with the file want beside it.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data:", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Files) != 2 {
				t.Fatal("want two files: in.EXT and want")
			}
			in, want := archive.Files[0], archive.Files[1]
			if got := describe(in.Name, in.Data); got != string(want.Data) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want.Data)
			}
		})
	}
}

// describe reads a file and lists what it gave: fields, then the text.
func describe(name string, data []byte) string {
	format, raws := Read(Source{Name: name}, bytes.NewReader(data))
	if format == nil {
		return "no reader\n"
	}
	var b strings.Builder
	for r, err := range raws {
		if err != nil {
			b.WriteString("error: " + err.Error() + "\n")
			continue
		}
		for _, f := range r.Fields {
			fmt.Fprintf(&b, "%s = %s (%s)\n", f.Name, f.Value, f.From)
		}
		for _, l := range r.Doubtful {
			fmt.Fprintf(&b, "doubtful: %s\n", l)
		}
		fmt.Fprintf(&b, "text:\n%s\n", strings.TrimRight(r.Text, "\n"))
	}
	return b.String()
}

// TestRest: what has an extension that formats share, and looks like none of
// them, is read by the one that takes the rest.
func TestRest(t *testing.T) {
	if got := describe("a.html", []byte("The ferry was halted on Tuesday. <b>Nobody</b> was hurt.<br>Passengers left by bus.")); !strings.Contains(got, "Nobody was hurt.") {
		t.Errorf("a piece of a page: got %s", got)
	}
	if got := describe("a.xml", []byte("<plist><dict/></plist>")); got != "no reader\n" {
		t.Errorf("an XML file of another kind: got %s", got)
	}
}

func TestExtension(t *testing.T) {
	for in, want := range map[string]string{
		"a.txt": ".txt", "A.TXT": ".txt", "a.tar.gz": ".gz", "README": "", "2025.04": "",
		"Talks with Mr. Smith": "", "a.": "", "a.thisistoolong": "",
	} {
		if got := Extension(in); got != want {
			t.Errorf("Extension(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAuthors(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee":                           "Ann Lee",
		"By Ann Lee":                        "Ann Lee",
		"by: Ann Lee and Bo Cho":            "Ann Lee|Bo Cho",
		"Ann Lee, Bo Cho and Cy Dee":        "Ann Lee|Bo Cho|Cy Dee",
		"Ann Lee, Bo Cho, and Cy Dee":       "Ann Lee|Bo Cho|Cy Dee",
		"Lee, Ann":                          "Lee, Ann",
		"Ann Lee & Bo Cho; Cy Dee":          "Ann Lee|Bo Cho|Cy Dee",
		"Alexander Anderson":                "Alexander Anderson",
		"Reuters":                           "Reuters",
		"Von Anna Lee, dpa":                 "Anna Lee",
		"Ann Lee and Bo Cho (AP)":           "Ann Lee|Bo Cho",
		"Par Anne Li/AFP":                   "Anne Li",
		"":                                  "",
		"By ":                               "By",
		"Sammy Davis, Jr. and Orlando Hand": "Sammy Davis, Jr.|Orlando Hand",
	} {
		if got := strings.Join(Authors(in), "|"); got != want {
			t.Errorf("Authors(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLooksURL(t *testing.T) {
	for in, want := range map[string]bool{
		"https://herald.example/a": true, "HTTP://HERALD.EXAMPLE": true, "www.herald.example": true, "herald.example/2025/a": true,
		"herald.example": false, "The Herald": false, "AP/Reuters": false, "Herald. A daily": false, "": false,
	} {
		if got := isURL(in); got != want {
			t.Errorf("isURL(%q) = %v", in, got)
		}
	}
}

// TestFrontMatterIsSafe feeds YAML that would explode or nest without end.
func TestFrontMatterIsSafe(t *testing.T) {
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 10), ","))
	}
	bomb += "author: *j\ntitle: Bridge\n---\nThe bridge was closed.\n"
	if got := describe("a.md", []byte(bomb)); !strings.HasPrefix(got, "title = Bridge") {
		t.Errorf("a bomb: %.200s", got)
	}
	loop := "---\ntitle: &a [*a]\n---\nThe bridge was closed.\n"
	describe("a.md", []byte(loop)) // must end
	deep := "---\ntitle: " + strings.Repeat("[", 30000) + "\n---\nThe bridge was closed.\n"
	if got := describe("a.md", []byte(deep)); !strings.HasPrefix(got, "error: front matter: line ") {
		t.Errorf("deep nesting: %.200s", got)
	}
	long := "---\ntitle: " + strings.Repeat("x", maxFrontMatter) + "\n---\nThe bridge was closed.\n"
	if got := describe("a.md", []byte(long)); got != "error: front matter: line 1: longer than 64 KB\n" {
		t.Errorf("long: %.200s", got)
	}
	if data, err := os.ReadFile("../../../shared/samples/hostile/bomb.yaml"); err == nil {
		describe("a.md", []byte("---\n"+string(data)+"\n---\nThe bridge was closed.\n"))
	}
}

// FuzzFormats feeds each file of testdata, changed, to the reader of every
// format, whatever it looks like: none may panic or promise more than it gives.
func FuzzFormats(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range formats {
			name := "a" + format.Extensions[0]
			checkRaws(t, format.read(Source{Name: name, Limit: 1 << 20, r: readerOf(data), open: open}))
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: Bridge\nauthors: [Ann Lee, {name: Bo}]\ndate: 2025-04-09\n---\nText.\n", "---\n---\n", "---\na", "+++\na = 1\n+++\n",
		"# Head\n\n> **bold** [a](b) ![c](d) <b>x</b> \\* &amp; `x`\n- y\n\n```\nz\n```\n", "[[[](((", "***_*`~~==", "---\ntitle: *x\n---\n",
		"\xff\xfea\x00b\x00", "caf\xe9 au lait", "\xef\xbb\xbfx",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.md", "a.txt", "a"} {
			_, raws := Read(Source{Name: name}, bytes.NewReader(data))
			n, failed := 0, false
			for r, err := range raws {
				n++
				failed = failed || err != nil
				for _, f := range r.Fields {
					if f.Name == "" || f.From == "" || f.Value == "" {
						t.Errorf("%s: incomplete field %+v", name, f)
					}
				}
			}
			if name == "a.md" && n != 1 && !failed {
				t.Errorf("%d articles in one file", n)
			}
		}
	})
}

// TestMarkdownKeepsWords: whatever signs stand between words, no word is lost.
func TestMarkdownKeepsWords(t *testing.T) {
	for _, s := range []string{
		"**The* bridge_ `was ~~closed", "[The [bridge](x) was](y) closed", "*The **bridge* was** closed", "> - # The bridge was closed",
		"![The bridge](x.png) was closed", "| The | bridge |\n|---|---|\n| was | closed |", "The\\\nbridge was closed", "1. The bridge\n2. was closed",
		"The bridge was[^1] closed\n\n[^1]: yes", "<p>The <b>bridge</b> was</p> closed", "The <bridge was> closed", "The (bridge) [was] closed",
		"The\n===\nbridge\n---\nwas closed", "f*cking The bridge was closed f*ck", "a_The_b bridge 2*3*4 was closed",
	} {
		got, _ := plainMarkdown(s)
		at := 0
		for _, w := range []string{"The", "bridge", "was", "closed"} {
			i := strings.Index(got[at:], w)
			if i < 0 {
				t.Errorf("%q gave %q: lost %q", s, got, w)
				break
			}
			at += i
		}
	}
}

func FuzzPlainMarkdown(f *testing.F) {
	f.Add("The **bridge** was [closed](x) on _Monday_")
	f.Add("a *b c* d `e` ~~f~~ \\*g\\*")
	f.Fuzz(func(t *testing.T, s string) {
		s = string([]rune(s)) // decode gives nothing but UTF-8: signs taken away must not join bytes into a character
		got, _ := plainMarkdown(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q became invalid: %q", s, got)
		}
		if strings.ContainsAny(s, "<[!&\\`~\n\r") || strings.ContainsRune(s, '\U0010FE00') {
			return // links, tags and entities take their addresses and names along
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if isWordRune(r) {
					return r
				}
				return -1
			}, s)
		}
		if letters(got) != letters(s) {
			t.Errorf("%q became %q: letters lost", s, got)
		}
	})
}
