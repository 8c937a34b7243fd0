package pack_test

import (
	"bytes"
	"io"
	"iter"

	"parallax/corpus/format"
	"parallax/corpus/format/raw"
	"parallax/corpus/format/rawtest"
)

// read reads a file with all that is packed in it.
func read(src raw.Source, r io.Reader) iter.Seq2[raw.Article, error] {
	_, articles := format.Read(src, r)
	return articles
}

func describe(name string, data []byte) string {
	return rawtest.Describe(read(raw.Source{Name: name}, bytes.NewReader(data)))
}
