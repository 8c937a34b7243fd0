// Package rawtest helps to test all readers of files: what a reader returned
// goes in, a description of it or what is wrong with it comes out.
package rawtest

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"parallax/corpus/format/raw"
	"parallax/corpus/processor"
)

// Slow is more processor time than anything takes that ends, even while the race
// detector watches; without it, a tenth of a second is usual.
const Slow = 10 * time.Second

// Read reads what r gives by one reader.
func Read(read raw.ReadFunc, src raw.Source, r io.Reader) iter.Seq2[raw.Article, error] {
	src.Reader = bufio.NewReaderSize(r, raw.HeadBytes)
	return read(src)
}

// Describe lists what a reader gave: of each article the fields, then the text.
func Describe(articles iter.Seq2[raw.Article, error]) string {
	var b strings.Builder
	for r, err := range articles {
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
		if r.Lost != nil {
			b.WriteString("lost: " + r.Lost.Error() + "\n")
		}
	}
	return b.String()
}

// Files describes the file in.EXT in each of testdata/*.txtar, or of another
// pattern, and compares that with the file want beside it.
func Files(t *testing.T, pattern string, describe func(name string, data []byte) string) {
	files, err := filepath.Glob(pattern)
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

// Seeds adds the files in.EXT of testdata/*.txtar, or of another pattern, to what
// a fuzz target begins with.
func Seeds(f *testing.F, pattern string) {
	files, _ := filepath.Glob(pattern)
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
}

// Check reads all articles and checks what holds of every one: fields are whole,
// doubtful lines are lines of the text, and that is UTF-8. An error stands for an
// article and is said on one line.
func Check(t *testing.T, articles iter.Seq2[raw.Article, error]) {
	t.Helper()
	for r, err := range articles {
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") || r.Text != "" {
				t.Errorf("error %q with text %q", err, r.Text)
			}
			continue
		}
		for _, f := range r.Fields {
			if f.Name == "" || f.From == "" || f.Value == "" {
				t.Errorf("incomplete field %+v", f)
			}
		}
		for _, d := range r.Doubtful {
			if !strings.Contains(r.Text, d) {
				t.Errorf("doubtful and not in the text: %q", d)
			}
		}
		if !utf8.ValidString(r.Text) {
			t.Errorf("text is not UTF-8: %q", r.Text)
		}
	}
}

// Fuzz fuzzes a reader: it must return, and what it gives hold.
func Fuzz(f *testing.F, read func(data []byte) iter.Seq2[raw.Article, error], seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		start := processor.Time()
		Check(t, read(data))
		if d := processor.Time() - start; d > Slow {
			t.Errorf("took %v", d)
		}
	})
}

// Zipped makes an archive of files: names and contents in turn.
func Zipped(files ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			panic(err)
		}
		f.Write([]byte(files[i+1]))
	}
	w.Close()
	return b.Bytes()
}
