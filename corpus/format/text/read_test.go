package text

import (
	"bytes"
	"io"
	"iter"
	"testing"

	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
)

// TestFiles reads the files of testdata.
func TestFiles(t *testing.T) { rawtest.Files(t, "testdata/*.txtar", describe) }

// read reads a file as its name says, or what it looks like.
func read(src raw.Source, r io.Reader) iter.Seq2[raw.Article, error] {
	if raw.Extension(src.Name) == ".md" {
		return rawtest.Read(raw.Whole(ReadMarkdown), src, r)
	}
	return rawtest.Read(raw.Whole(ReadPlain), src, r)
}

func describe(name string, data []byte) string {
	return rawtest.Describe(read(raw.Source{Name: name}, bytes.NewReader(data)))
}
