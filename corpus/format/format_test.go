package format

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
)

// TestFiles reads the files of each room's testdata as what they look like.
func TestFiles(t *testing.T) {
	for _, pattern := range testdata {
		rawtest.Files(t, pattern, describe)
	}
}

// testdata are the files of this package and of its rooms.
var testdata = []string{"testdata/*.txtar", "*/testdata/*.txtar"}

// describe reads a file and lists what it gave: fields, then the text.
func describe(name string, data []byte) string {
	format, raws := Read(raw.Source{Name: name}, bytes.NewReader(data))
	if format == nil {
		return "no reader\n"
	}
	return rawtest.Describe(raws)
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

// FuzzFormats feeds each file of testdata, changed, to the reader of every
// format, whatever it looks like: none may panic or promise more than it gives.
func FuzzFormats(f *testing.F) {
	for _, pattern := range testdata {
		rawtest.Seeds(f, pattern)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range formats {
			name := "a" + format.Extensions[0]
			rawtest.Check(t, format.read(raw.Source{Name: name, Limit: 1 << 20, Reader: bufio.NewReader(bytes.NewReader(data)), Open: open}))
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
			_, raws := Read(raw.Source{Name: name}, bytes.NewReader(data))
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
