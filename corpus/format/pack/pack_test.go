package pack_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/corpustest"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
	"parallax/corpus/processor"
)

// gzipped packs data as gzip does.
func gzipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

const ferryNote = "---\ntitle: Ferry halted\n---\nThe harbour ferry was **halted**.\n"

func TestGzip(t *testing.T) {
	note := "title = Ferry halted (front matter: title)\ntext:\nThe harbour ferry was halted.\n"
	packed := gzipped([]byte(ferryNote))
	half := gzipped([]byte(ferryNote[:30]))
	for _, c := range []struct {
		what, name string
		data       []byte
		want       string
	}{
		{"its name without .gz tells its format", "ferry.md.gz", packed, note},
		{"no name without .gz", "2026.gz", gzipped([]byte("The ferry.\n")), "text:\nThe ferry.\n"},
		{"no extension at all", "ferry", packed, "title = Ferry halted (front matter: title)\ntext:\nThe harbour ferry was **halted**.\n"},
		{"two pieces one after another", "ferry.md.gz", append(half, gzipped([]byte(ferryNote[30:]))...), note},
		{"padded", "ferry.md.gz", append(packed, make([]byte, 512)...), note},
		{"packed twice", "ferry.md.gz.gz", gzipped(packed), note},
		{"packed three times", "ferry.md.gz.gz.gz", gzipped(gzipped(packed)), "error: compressed more than 2 times over; unpack it first\n"},
		{"cut off", "ferry.md.gz", packed[:len(packed)-12], "error: the compressed data is cut off; get the whole file again\n"},
		{"damaged", "ferry.md.gz", append(packed[:len(packed)-8:len(packed)-8], 0, 0, 0, 0, 0, 0, 0, 0), "error: the compressed data is damaged; get the file again\n"},
		{"not packed", "ferry.md.gz", []byte(ferryNote), "error: not a gzip file, or damaged; get the file again\n"},
		{"a picture", "ferry.png.gz", packed, "error: .png files are not supported\n"},
		{"a tar archive", "ferries.tar.gz", packed, "error: this kind of archive is not supported; unpack it and open the folder, or repack it as .zip\n"},
	} {
		if got := describe(c.name, c.data); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestBzip2(t *testing.T) {
	// "The ferry was halted.\n", packed by bzip2(1): the library only unpacks.
	data, _ := base64.StdEncoding.DecodeString(bzippedNote)
	if got := describe("ferry.txt.bz2", data); got != "text:\nThe ferry was halted.\n" {
		t.Errorf("got %q", got)
	}
	if got := describe("ferry.txt.bz2", data[:len(data)/2]); got != "error: the compressed data is cut off; get the whole file again\n" {
		t.Errorf("cut off: got %q", got)
	}
}

func TestArchive(t *testing.T) {
	data := rawtest.Zipped(
		"news/10.txt", "The tenth ferry.\n",
		"news/2.md", ferryNote,
		"news/photo.jpg", "not read",
		"news/page_fichiers/ad.html", "<p>not read</p>",
		"news/page.html", "<p>The ferry was halted on Tuesday.</p>",
		"other_files/1.txt", "Files of no page.",
		"__MACOSX/news/._2.md", "not read",
		".hidden/a.txt", "not read",
		"news/table.xyz", "?",
		"old.zip", string(rawtest.Zipped("a.txt", "not read")),
		"packed.txt.gz", string(gzipped([]byte("The packed ferry.\n"))),
		`..\..\up.txt`, "The ferry outside.\n",
		"empty/", "",
	)
	var got strings.Builder
	raws := read(raw.Source{Name: "a.zip"}, bytes.NewReader(data))
	for r, err := range raws {
		fmt.Fprintf(&got, "%s: %s %v\n", r.Name, strings.TrimSpace(r.Text), err)
	}
	want := `news/2.md: The harbour ferry was halted. <nil>
news/10.txt: The tenth ferry. <nil>
news/page.html: The ferry was halted on Tuesday. <nil>
news/table.xyz:  .xyz files are not supported
old.zip:  an archive inside an archive; unpack it first
other_files/1.txt: Files of no page. <nil>
packed.txt.gz: The packed ferry. <nil>
up.txt: The ferry outside. <nil>
`
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", &got, want)
	}
	if got := describe("a.zip", data[:len(data)-30]); got != "error: not a ZIP archive, or cut off; get the whole file again\n" {
		t.Errorf("cut off: %s", got)
	}
}

// TestBombs: what unpacks to far more than its size ends soon.
func TestBombs(t *testing.T) {
	corpustest.Measures(t)
	zeros := make([]byte, 1<<20)
	var gz bytes.Buffer
	w, _ := gzip.NewWriterLevel(&gz, gzip.BestSpeed)
	w.Write([]byte("From a Tue Mar 10 09:15:00 2026\n"))
	for range 64 {
		w.Write(zeros)
	}
	w.Close()
	var z bytes.Buffer
	zw := zip.NewWriter(&z)
	for i := range 6 {
		f, _ := zw.Create(fmt.Sprintf("%d.mbox", i))
		f.Write([]byte("From a Tue Mar 10 09:15:00 2026\nSubject: x\n\n"))
		for range 10 {
			f.Write(zeros)
		}
	}
	zw.Close()
	for name, data := range map[string][]byte{"a.warc.gz": gz.Bytes(), "a.txt.gz": gz.Bytes(), "a.mbox.gz": gz.Bytes(), "a.zip": z.Bytes(), "a.gz.gz": gzipped(gz.Bytes())} {
		start := processor.Time()
		got := describe(name, data)
		if took := processor.Time() - start; took > rawtest.Slow {
			t.Errorf("%s took %v", name, took)
		}
		if !strings.Contains(got, "error: ") {
			t.Errorf("%s: no error in %.300q", name, got)
		}
	}
}

func FuzzPacks(f *testing.F) {
	f.Add(gzipped([]byte(ferryNote)))
	f.Add(rawtest.Zipped("a.md", ferryNote, "b/c.txt", "The ferry."))
	f.Add([]byte("BZh9"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.txt.gz", "a.md.bz2", "a.zip", "a"} {
			describe(name, data)
		}
	})
}

// bzippedNote is in base64.
const bzippedNote = "QlpoOTFBWSZTWfm1yuEAAALTgAAQQAEEACdEHKAgACKbUbUYT1CmAAAaXXlEK5xVlBPr4u5IpwoSHza5XCA="
